"""What a list says of a person, field by field, in the values of the record format."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.faults import CellFault
from desktop.documents.lists.listed import ListedApproval, ListedPerson
from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.services.formats.records_out import canonical, record_part

_PERSON = {
    name: (f"person.{name}",)
    for name in (
        *("full_name", "citizen_id", "insurance_number", "post", "workplace", "qualification"),
        *("employment", "management_level", "bank_account", "bank_name", "sex", "birth"),
    )
}
_BIRTH = ("person.birth", "person.sex")
_APPROVAL = ("approval",)

FIELDS_OF_COLUMN: Mapping[str, tuple[str, ...]] = {
    **_PERSON,
    "birth_male": _BIRTH,
    "birth_female": _BIRTH,
    "male_mark": ("person.sex",),
    "female_mark": ("person.sex",),
    "case": ("group", "route"),
    "approval_number": _APPROVAL,
    "approval_date": _APPROVAL,
    "approval_issuer": _APPROVAL,
    "approval_text": _APPROVAL,
    "leave_on": ("leave_on",),
    "insured_months": ("declared.insured_months",),
    "insured_odd_months": ("declared.insured_months",),
    "early_months": ("declared.early_months",),
    "early_odd_months": ("declared.early_months",),
    "coefficient": ("declared.coefficient",),
    "position_allowance": ("declared.position_allowance",),
    "rank": ("career.rank",),
    "note": ("note",),
}
"""Which fields of the record a column of the list sheet fills."""
CAREERS = {SheetKind.SALARY: "career.salary", SheetKind.INSURANCE: "career.insurance"}
LIST_FIELDS = tuple(
    dict.fromkeys([*(field for fields in FIELDS_OF_COLUMN.values() for field in fields), *CAREERS.values()])
)
"""All fields that a list can fill."""

Values = dict[str, Any]
"""Dotted field to a value of the record format; None where nothing stands."""


def values_of(dossier: Dossier, approval: Approval | ListedApproval | None) -> Values:
    """Return what a dossier holds in the fields that a list can fill."""
    record = msgspec.json.decode(canonical(record_part(dossier, None)))
    values = {field: _at(record, field) for field in LIST_FIELDS if field != "approval"}
    return {**values, "approval": _paper(approval)}


def stated_by(listed: ListedPerson, mappings: tuple[ColumnMapping, ...]) -> Values:
    """Return what a row of the list says: every field that it has a column for and whose cells could be read.

    A career of which a row could not be read, or that the list does not hold, is not said.
    """
    values = values_of(as_dossier(listed), listed.approval)
    spoken = _spoken(listed, mappings) - _unreadable(listed, mappings)
    return {field: values[field] for field in LIST_FIELDS if field in spoken}


def as_dossier(listed: ListedPerson) -> Dossier:
    """Return the row as a dossier of its own, without place and paper."""
    return Dossier(
        id="",
        round_id="",
        ordinal=0,
        person=listed.person,
        group=listed.group,
        route=listed.route,
        leave_on=listed.leave_on,
        career=listed.career,
        declared=listed.declared,
        note=listed.note,
    )


def laid_over(dossier: Dossier, listed: ListedPerson, fields: frozenset[str]) -> Dossier:
    """Return the dossier with these fields as the row says them; the paper is the caller's to find."""
    changed = dossier
    for field in fields - {"approval"}:
        changed = _with_field(changed, listed, field)
    return changed


def column_fields(fault: CellFault, mappings: tuple[ColumnMapping, ...]) -> tuple[str, ...]:
    """Return the fields of the record that a faulty cell leaves open."""
    mapping = next((each for each in mappings if each.sheet == fault.sheet), None)
    if mapping is None or mapping.kind not in CAREERS:
        return FIELDS_OF_COLUMN.get(fault.field, ())
    of_insurance = "insured_at" in mapping.columns and all(each.kind is not SheetKind.INSURANCE for each in mappings)
    return tuple(CAREERS.values()) if of_insurance else (CAREERS[mapping.kind],)


def _spoken(listed: ListedPerson, mappings: tuple[ColumnMapping, ...]) -> set[str]:
    columns = next(each.columns for each in mappings if each.kind is SheetKind.LIST)
    spoken = {field for name in columns for field in FIELDS_OF_COLUMN.get(name, ())}
    if listed.group:
        spoken |= {"group", "route"}
    if listed.person.workplace:  # a list without such a column says it over a group
        spoken.add("person.workplace")
    if listed.career.salary:
        spoken.add("career.salary")
    if listed.career.insurance:
        spoken.add("career.insurance")
    return spoken


def _unreadable(listed: ListedPerson, mappings: tuple[ColumnMapping, ...]) -> set[str]:
    return {field for fault in listed.faults for field in column_fields(fault, mappings)}


def _with_field(dossier: Dossier, listed: ListedPerson, field: str) -> Dossier:
    part, dot, name = field.partition(".")
    source: Any = as_dossier(listed)
    if not dot:
        return replace(dossier, **{field: getattr(source, field)})
    value = getattr(getattr(source, part), name)
    return replace(dossier, **{part: replace(getattr(dossier, part), **{name: value})})


def _paper(approval: Approval | ListedApproval | None) -> dict[str, str] | None:
    if approval is None or not approval.number:
        return None
    issued_on = approval.issued_on.isoformat() if approval.issued_on else ""
    return {"number": approval.number, "issued_on": issued_on, "issuer": approval.issuer}


def _at(record: Mapping[str, Any], field: str) -> object:
    value: Any = record
    for name in field.split("."):
        value = value[name]
    return value if value not in ("", [], ()) else None

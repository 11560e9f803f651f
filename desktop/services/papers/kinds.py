"""What a document can prove: the papers that the round's packs list, and those that the program's checks ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from desktop.domain.errors import Refusal
from desktop.rules.checks.papers import APPROVAL, SUBMISSION_LIST
from desktop.rules.policy import PolicyPack
from desktop.system.resources import resource

_FORMAT = 1
_APPROVAL_LABEL = "Quyết định, đồng ý (căn cứ)"
_APPROVAL_VERIFY = "Tên người, thời điểm nghỉ, trường hợp áp dụng, cơ quan ký đúng thẩm quyền."


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper by its id, "" for the decision or consent that people rest on.

    `source` is where the requirement stands, or the code of the check that asks; `field` what is pinned first.
    """

    id: str
    label: str
    verify: str
    source: str
    field: str = ""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    label: str
    verify: str
    check: str
    field: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    papers: tuple[_Entry, ...]


@cache
def own_papers() -> tuple[PaperKind, ...]:
    """Return the papers that the program's checks ask for; raises Refusal("checks.catalogue_unreadable")."""
    try:
        file = msgspec.yaml.decode(resource("catalogues", "papers.yaml").read_bytes(), type=_File)
    except msgspec.ValidationError as fault:
        raise Refusal("checks.catalogue_unreadable", reason=str(fault)) from None
    if file.format != _FORMAT:
        raise Refusal("checks.catalogue_unreadable", reason=f"format {file.format}")
    return tuple(PaperKind(each.id, each.label, each.verify, each.check, each.field) for each in file.papers)


def paper_kinds(packs: Sequence[PolicyPack]) -> tuple[PaperKind, ...]:
    """Return what a document of a round with these packs can prove, the approval first, each id once."""
    listed = [each for pack in packs for each in pack.papers]
    base = next((each for each in listed if each.id == APPROVAL), None)
    verify = base.verify if base and base.verify else _APPROVAL_VERIFY
    found = {"": PaperKind("", _APPROVAL_LABEL, verify, str(base.citation) if base else "", "leave_on")}
    for each in listed:
        if each.id not in {APPROVAL, SUBMISSION_LIST}:
            kind = PaperKind(each.id, each.label, each.verify, str(each.citation), _FIELDS.get(each.id, ""))
            found.setdefault(each.id, kind)
    for own in own_papers():
        found.setdefault(own.id, own)
    return tuple(found.values())


def kind_of(proves: str, packs: Sequence[PolicyPack]) -> PaperKind:
    """Return what a document proves; an id that no pack here lists is called by itself."""
    known = next((each for each in paper_kinds(packs) if each.id == proves), None)
    return known or PaperKind(proves, proves, "", "")


_FIELDS = {"insurance_record": "career.insurance", "salary_decisions": "career.salary"}
"""What is pinned first on papers that the shipped packs list."""

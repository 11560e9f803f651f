"""The fields of a dossier that the command line can set, by dotted name, and how each is written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from desktop.domain.dates import BirthDate, Precision
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, parse_dong
from desktop.domain.months import YearMonth
from desktop.domain.names import compose, written_name
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Sex, written_number
from desktop.domain.ratios import parse_ratio
from desktop.services.formats.records_in import earlier_payments_of, insurance_of, salary_of

_Reader = Callable[[str], Any]


def set_field(dossier: Dossier, name: str, text: str) -> Dossier:
    """Return the dossier with one field set; "" empties it. Raises Refusal: person.field_unknown, .value_invalid."""
    place, _, field = name.rpartition(".")
    reader = FIELDS.get(name)
    if reader is None:
        raise Refusal("person.field_unknown", field=name)
    try:
        value = reader(text)
    except (ValueError, Refusal) as fault:
        raise Refusal("person.value_invalid", field=name, value=text) from fault
    if not place:
        return replace(dossier, **{field: value})
    return replace(dossier, **{place: replace(getattr(dossier, place), **{field: value})})


def _choice(kind: type[Enum]) -> _Reader:
    return lambda text: kind(text) if text else None


def _day(text: str) -> Any:
    if not text:
        return None
    form = "%d/%m/%Y" if "/" in text else "%Y-%m-%d"
    return datetime.strptime(text, form).replace(tzinfo=UTC).date()


def _birth(text: str) -> BirthDate | None:
    if "/" in text:
        return BirthDate(_day(text), Precision.DAY)
    return BirthDate.parse(text) if text else None


def _ratio(text: str) -> Any:
    return parse_ratio(text) if text else None


def _count(text: str) -> int | None:
    return int(text) if text else None


def _money(text: str) -> Dong | None:
    return parse_dong(text) if text else None


def _month(text: str) -> YearMonth | None:
    if "/" in text:
        return YearMonth.of(datetime.strptime(text, "%m/%Y").replace(tzinfo=UTC).date())
    return YearMonth.parse(text) if text else None


def _list(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())


def _rows(read: Callable[[str], tuple[Any, ...]]) -> _Reader:
    return lambda text: read(text) if text else ()


def _yes_or_no(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError(text)
    return text == "true"


def _number(text: str) -> str:
    return written_number(compose(text))


FIELDS: dict[str, _Reader] = {
    "person.full_name": written_name,
    "person.sex": _choice(Sex),
    "person.birth": _birth,
    "person.citizen_id": _number,
    "person.birth_on_file": _birth,
    "person.birth_basis": BirthBasis,
    "person.birth_basis_reason": compose,
    "person.insurance_number": _number,
    "person.post": compose,
    "person.workplace": compose,
    "person.qualification": compose,
    "person.employment": _choice(Employment),
    "person.management_level": _choice(ManagementLevel),
    "person.bank_account": _number,
    "person.bank_name": compose,
    "group": _choice(Group),
    "route": _choice(Route),
    "leave_on": _day,
    "reason": str.strip,
    "obstacles": _list,
    "claims_lower_age": _yes_or_no,
    "reduced_capacity": _yes_or_no,
    "assessed_month": _month,
    "earlier_payments": _rows(earlier_payments_of),
    "career.rank": compose,
    "career.salary": _rows(salary_of),
    "career.insurance": _rows(insurance_of),
    "career.checked_against_book": _yes_or_no,
    "declared.insured_months": _count,
    "declared.early_months": _count,
    "declared.coefficient": _ratio,
    "declared.position_allowance": _ratio,
    "declared.insured_years": _ratio,
    "declared.monthly_salary": _money,
    "declared.amount": _money,
    "note": compose,
}
"""Dotted name to reader. Days are 2024-11-01 or 01/11/2024; births also 1965-06 and 1965.

Months are 2024-05 or 05/2024, lists of ids a comma apart; periods and payments are JSON as in the record format.
"""

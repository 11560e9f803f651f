"""Which fields are pinned, in which form what stands there is kept, and how it is told."""

from collections.abc import Iterable

from desktop.domain.evidence import EvidencePin
from desktop.services.corrections.changed_values import shown_value

PIN_FIELDS = (
    "person.full_name",
    "leave_on",
    "person.birth",
    "person.birth_on_file",
    "person.citizen_id",
    "person.bank_account",
    "career.salary",
    "career.insurance",
    "route",
    "person.management_level",
    "assessed_month",
    "approval.number",
    "approval.issued_on",
    "approval.issuer",
)
"""The fields that papers usually prove, in the order in which they are offered."""

DAY_FIELDS = frozenset({"leave_on", "approval.issued_on"})
BIRTH_FIELDS = frozenset({"person.birth", "person.birth_on_file"})
MONTH_FIELDS = frozenset({"assessed_month"})


def pinnable(field: str) -> str:
    """Return the field of the short list that a field belongs to: "career.salary.3" to "career.salary"; "" for none."""
    known = field
    while known and known not in PIN_FIELDS:
        known = known.rpartition(".")[0]
    return known


def shown_reading(field: str, reads: str) -> str:
    """Return what stands at a pin as people read it, "" when only the place was marked."""
    return shown_value(field, reads) if reads else ""


_BIRTH = ("person.birth_on_file", "person.birth")
STEP_FIELDS: dict[str, tuple[str, ...]] = {
    "leave_on": ("leave_on",),
    "leave_month": ("leave_on",),
    "early_months": ("leave_on", *_BIRTH),
    "early_years": ("leave_on", *_BIRTH),
    "birth_on": _BIRTH,
    "birth_month": _BIRTH,
    "retirement_age": _BIRTH,
    "pension_month": _BIRTH,
    "lowered_age_months": ("career.insurance",),
    "insured_months": ("career.insurance",),
    "insured_years": ("career.insurance",),
    "coefficient": ("career.salary",),
    "position_coefficient": ("career.salary",),
    "current_salary": ("career.salary",),
    "average_salary": ("career.salary",),
    "approved_on": ("approval.issued_on",),
    "management": ("person.management_level",),
    "route": ("route",),
    "case": ("route",),
}
"""Fields that a step of a computation rests on first, in the order in which their pins are looked for."""


def pin_for(pins: Iterable[EvidencePin], fields: Iterable[str]) -> EvidencePin | None:
    """Return the first pin of the first of these fields that has one; fields inside a pinned one count as it."""
    known = tuple(pins)
    wanted = (pinnable(each) for each in fields)
    return next((pin for field in wanted for pin in known if field and pin.field == field), None)

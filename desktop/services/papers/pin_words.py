"""Which fields are pinned, in which form what stands there is kept, and how it is told."""

from desktop.services.changed_values import shown_value

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

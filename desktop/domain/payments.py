"""From the decision to the settlement: what was granted, allocated, paid, given back and reported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.money import Dong


@dataclass(frozen=True, slots=True)
class Grant:
    """What was decided for one person; `allocated_on` is the day of the allocating decision, None before it."""

    dossier_id: str
    amount: Dong
    decided_on: date
    allocated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """Money paid to one person, with the voucher that proves it."""

    dossier_id: str
    amount: Dong
    paid_on: date
    voucher_number: str = ""
    voucher_on: date | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """One unit's account of an allocation: the last three must add up to the first."""

    unit_name: str
    allocated: Dong
    paid: Dong
    unpaid: Dong
    returned: Dong


@dataclass(frozen=True, slots=True)
class YearReport:
    """The yearly report on payments; `made_on` is None while it was not made."""

    year: int
    made_on: date | None = None


@dataclass(frozen=True)
class Spending:
    """What an office has recorded of grants and payments; grants by dossier id."""

    grants: Mapping[str, Grant] = field(default_factory=dict)
    payments: tuple[Payment, ...] = ()
    settlements: tuple[Settlement, ...] = ()

    def paid_to(self, dossier_id: str) -> tuple[Payment, ...]:
        """Return the payments to one person, in the order recorded."""
        return tuple(each for each in self.payments if each.dossier_id == dossier_id)

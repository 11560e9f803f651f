"""Giving each person of the list the career that the career sheets hold, by number and name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.documents.lists.career_reading import CareerKey, CareerSheet
from desktop.documents.lists.duplicates import key_of
from desktop.documents.lists.faults import CellFault
from desktop.documents.lists.listed import ListedPerson, WaitingCareer
from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod


@dataclass(frozen=True, slots=True)
class CareerSheets:
    """What the career sheets hold; empty where the workbook has none."""

    salary: CareerSheet[SalaryPeriod] = field(default_factory=CareerSheet)
    insurance: CareerSheet[InsurancePeriod] = field(default_factory=CareerSheet)

    def keys(self) -> tuple[CareerKey, ...]:
        """Return whose careers there are, in order of first appearance."""
        return tuple(dict.fromkeys([*self.salary.rows, *self.insurance.rows]))

    def career(self, keys: Iterable[CareerKey], rank: str = "") -> Career:
        """Return the rows under the keys as one career."""
        wanted = list(keys)
        salary = [period for key in wanted if key in self.salary.rows for period in self.salary.rows[key].periods]
        insurance = [
            period for key in wanted if key in self.insurance.rows for period in self.insurance.rows[key].periods
        ]
        return Career(rank, tuple(salary), tuple(insurance))

    def faults(self, key: CareerKey) -> tuple[CellFault, ...]:
        """Return what is wrong in the rows under the key."""
        rows = [sheet[key] for sheet in (self.salary.rows, self.insurance.rows) if key in sheet]
        return tuple(fault for each in rows for fault in each.faults)

    def full_name(self, key: CareerKey) -> str:
        """Return the name as the rows write it."""
        return next(sheet[key].full_name for sheet in (self.salary.rows, self.insurance.rows) if key in sheet)


def join_careers(
    people: list[ListedPerson], sheets: CareerSheets
) -> tuple[tuple[ListedPerson, ...], tuple[WaitingCareer, ...]]:
    """Return the people with their careers, and the careers that match nobody."""
    present = frozenset(sheets.keys())
    if not present:
        return tuple(people), ()
    names = Counter(key_of(listed).folded_name for listed in people)
    claimed: set[CareerKey] = set()
    joined = []
    for listed in people:
        own = [key for key in _possible_keys(listed, names) if key in present]
        claimed.update(own)
        joined.append(_with_career(listed, own, sheets))
    waiting = (_waiting(key, sheets) for key in sheets.keys() if key not in claimed)  # noqa: SIM118 - no mapping
    return tuple(joined), tuple(each for each in waiting if each.career != Career())


def _possible_keys(listed: ListedPerson, names: Counter[str]) -> tuple[CareerKey, ...]:
    """Return number and name; the number alone and the name alone are keys of sheets that lack the other column.

    The name alone tells a person only when nobody else of the list bears it.
    """
    whole = key_of(listed)
    keys = [whole, CareerKey(whole.citizen_id, "")] if whole.citizen_id else []
    if whole.folded_name and names[whole.folded_name] == 1:
        keys.append(CareerKey("", whole.folded_name))
    return tuple(dict.fromkeys(keys))


def _with_career(listed: ListedPerson, keys: list[CareerKey], sheets: CareerSheets) -> ListedPerson:
    if not keys:
        return listed
    faults = tuple(fault for key in keys for fault in sheets.faults(key))
    return replace(listed, career=sheets.career(keys, listed.career.rank), faults=(*listed.faults, *faults))


def _waiting(key: CareerKey, sheets: CareerSheets) -> WaitingCareer:
    return WaitingCareer(key.citizen_id, sheets.full_name(key), sheets.career([key]), sheets.faults(key))

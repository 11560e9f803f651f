"""A list beside the people who are in the round already: new, changed field by field, gone; nothing happens yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.listed import ListedPerson, ListReading
from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.lists.fields import Values, stated_by, values_of
from desktop.services.lists.record_of_reading import ReadPeople, last_read, read_in
from desktop.services.office import Office
from desktop.storage import UnitOfWork


class Standing(StrEnum):
    """What a list does to one person."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LOCKED = "locked"
    """Differs, but was sent: what was sent never changes."""
    GONE = "gone"
    """Came with an earlier version of this list and does not stand in it any more."""


class Origin(StrEnum):
    """How a difference came about, told by what the last import read."""

    FILE = "file"
    """The list changed; here it stands as it was read."""
    EDITED = "edited"
    """It was edited in the program; the list says what it said before."""
    BOTH = "both"
    """Both changed."""
    UNKNOWN = "unknown"
    """No import read this field of this person before."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field as it stands and as the list says it, in the values of the record format; None is empty."""

    field: str
    now: object
    listed: object
    origin: Origin

    @property
    def offered(self) -> bool:
        """Whether it is taken unless somebody says otherwise: nothing typed is lost, nothing is emptied."""
        if self.listed is None:
            return False
        return self.now is None or self.origin is Origin.FILE


@dataclass(frozen=True, slots=True)
class ComparedPerson:
    """One person of the list, the round, or both. `row` is the place in the reading, None for who is gone."""

    standing: Standing
    row: int | None
    listed: ListedPerson | None
    dossier: Dossier | None
    differences: tuple[FieldDifference, ...] = ()
    other_number: bool = False
    """Whether name and birth are the same but the identity numbers are not: it may be somebody else."""

    @property
    def full_name(self) -> str:
        """The name, as the list writes it where it does."""
        source = self.listed or self.dossier
        return source.person.full_name if source else ""


@dataclass(frozen=True, slots=True)
class ListComparison:
    """A list beside a round, in the order of the list; who is gone last. It says nothing of any other round."""

    round_id: str
    people: tuple[ComparedPerson, ...]

    def need_round(self, round_id: str) -> None:
        """Raise Refusal("list.other_round") unless it was this round beside which the list was put."""
        if round_id != self.round_id:
            raise Refusal("list.other_round")

    def of(self, standing: Standing) -> tuple[ComparedPerson, ...]:
        """Return those with whom it is so."""
        return tuple(each for each in self.people if each.standing is standing)

    @property
    def again(self) -> bool:
        """Whether somebody of the list is in the round already."""
        return any(each.dossier is not None for each in self.people)


@dataclass(frozen=True, slots=True)
class Choices:
    """What is taken of a list: rows to add, fields to change by dossier, dossiers to put into the bin."""

    new: frozenset[int]
    fields: Mapping[str, frozenset[str]]
    gone: frozenset[str] = frozenset()

    @classmethod
    def offered(cls, comparison: ListComparison) -> "Choices":
        """Everybody who is new, the changes that lose nothing, nobody who is gone."""
        return cls(
            frozenset(each.row for each in comparison.of(Standing.NEW) if each.row is not None),
            {
                each.dossier.id: frozenset(found.field for found in each.differences if found.offered)
                for each in comparison.of(Standing.CHANGED)
                if each.dossier is not None
            },
        )

    @classmethod
    def only_new(cls, comparison: ListComparison) -> "Choices":
        """Everybody who is new; who is in the round stays as they are."""
        return cls(cls.offered(comparison).new, {})


def compare_list(office: Office, round_id: str, reading: ListReading) -> ListComparison:
    """Put a reading beside the round; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        work.rounds.need(round_id)
        return compared(work, round_id, reading)


def compared(work: UnitOfWork, round_id: str, reading: ListReading) -> ListComparison:
    """Put a reading beside the round, inside a unit of work."""
    dossiers = work.dossiers.of_round(round_id)
    approvals = {each.id: each for each in work.approvals.of_round(round_id)}
    records = work.imports.of_round(round_id)
    before = last_read(records)
    matches = _matched(reading.people, dossiers)
    people = [
        _person(row, listed, matches.get(row), approvals, before, reading.mappings)
        for row, listed in enumerate(reading.people)
    ]
    here = {each.id for each in matches.values()}
    listed_before = _of_this_list([read_in(record) for record in records], here)
    gone = [each for each in dossiers if each.id in listed_before - here]
    return ListComparison(round_id, (*people, *(_gone(each) for each in gone)))


def _matched(people: tuple[ListedPerson, ...], dossiers: Iterable[Dossier]) -> dict[int, Dossier]:
    """Give each row the dossier of its identity number, else the next one of its name and birth."""
    free = {each.id: each for each in dossiers}
    by_number = {each.person.citizen_id: each for each in free.values() if each.person.citizen_id}
    matches: dict[int, Dossier] = {}
    for row, listed in enumerate(people):
        found = by_number.get(listed.person.citizen_id)
        if found is not None and found.id in free:
            matches[row] = free.pop(found.id)
    by_name: dict[tuple[str, str], list[Dossier]] = defaultdict(list)
    for each in free.values():
        by_name[_name_and_birth(each.person.full_name, each.person.birth)].append(each)
    for row, listed in enumerate(people):
        waiting = by_name.get(_name_and_birth(listed.person.full_name, listed.person.birth), [])
        if row not in matches and waiting and listed.person.full_name:
            matches[row] = waiting.pop(0)
    return matches


def _name_and_birth(full_name: str, birth: object) -> tuple[str, str]:
    return fold(full_name), str(birth)


def _person(  # noqa: PLR0913, PLR0917 - all that two sides of a comparison rest on
    row: int,
    listed: ListedPerson,
    dossier: Dossier | None,
    approvals: Mapping[str, Approval],
    before: ReadPeople,
    mappings: tuple[ColumnMapping, ...],
) -> ComparedPerson:
    if dossier is None:
        return ComparedPerson(Standing.NEW, row, listed, None)
    now = values_of(dossier, approvals.get(dossier.approval_id or ""))
    found = _differences(now, stated_by(listed, mappings), before.get(dossier.id, {}))
    numbers = {dossier.person.citizen_id, listed.person.citizen_id} - {""}
    return ComparedPerson(_standing(dossier, found), row, listed, dossier, found, other_number=len(numbers) > 1)


def _standing(dossier: Dossier, found: tuple[FieldDifference, ...]) -> Standing:
    if not found:
        return Standing.SAME
    return Standing.CHANGED if dossier.state in EDITABLE else Standing.LOCKED


def _differences(now: Values, stated: Values, before: Values) -> tuple[FieldDifference, ...]:
    return tuple(
        FieldDifference(field, now[field], value, _origin(now[field], value, before, field))
        for field, value in stated.items()
        if value != now[field] and (value is not None or before.get(field) is not None)
    )


def _origin(now: object, listed: object, before: Values, field: str) -> Origin:
    if field not in before:
        return Origin.UNKNOWN
    if before[field] == now:
        return Origin.FILE
    return Origin.EDITED if before[field] == listed else Origin.BOTH


def _of_this_list(readings: Iterable[ReadPeople], here: set[str]) -> set[str]:
    """Return everybody who came with a list that shares somebody with this one: another office's list shares nobody."""
    return {dossier_id for read in readings if here & read.keys() for dossier_id in read}


def _gone(dossier: Dossier) -> ComparedPerson:
    locked = dossier.state not in {DossierState.DRAFT, DossierState.COMPLETE} or dossier.revision > 1
    return ComparedPerson(Standing.LOCKED if locked else Standing.GONE, None, None, dossier)

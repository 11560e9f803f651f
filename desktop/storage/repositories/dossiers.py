"""Working dossiers: kept with an edition number, so that no save overwrites another unseen."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, and_, delete, func, select

from desktop.domain.dossiers import Dossier, EarlierPayment, Group
from desktop.domain.errors import Refusal
from desktop.domain.findings import Justification
from desktop.domain.names import fold
from desktop.domain.states import EDITABLE, DossierState
from desktop.storage.mapping import (
    Columns,
    built,
    built_children,
    columns_of,
    insert_rows,
    mappings,
    placed,
    update_rows,
)
from desktop.storage.repositories.careers import insert_careers, load_careers, replace_career
from desktop.storage.repositories.dossier_rows import (
    DossierParts,
    content_columns,
    dossier_of,
    new_columns,
    pin_columns,
    pin_of,
)
from desktop.storage.tables.entry import dossier_obstacles, dossiers, earlier_payments, justifications
from desktop.storage.tables.papers import dossier_papers, dossier_pins

T = TypeVar("T")

_KEPT = dossiers.c.discarded_at == ""
_DISCARDABLE = EDITABLE | {DossierState.WITHDRAWN}
_MOST_IDS = 500
_NOBODY: Mapping[str, Dossier] = MappingProxyType({})
_LISTS = (dossier_obstacles, earlier_payments, justifications, dossier_papers, dossier_pins)


class OnTheWay(NamedTuple):
    """How far somebody of a round has come."""

    id: str
    state: DossierState
    group: Group | None


class Dossiers:
    """The dossiers of this office's own rounds."""

    def __init__(self, connection: Connection, stamp: Callable[[], str]) -> None:
        self._connection = connection
        self._stamp = stamp

    def add(self, dossier: Dossier) -> None:
        """Store a new dossier in the state and edition that it has."""
        self.add_all((dossier,))

    def add_all(self, new: Iterable[Dossier]) -> None:
        """Store many new dossiers in a few statements."""
        all_new = tuple(new)
        insert_careers(self._connection, ((dossier.id, dossier.career) for dossier in all_new))
        insert_rows(self._connection, dossiers, [new_columns(dossier) for dossier in all_new])
        self._insert_lists(all_new)

    def get(self, dossier_id: str) -> Dossier | None:
        """Return the dossier, in the bin or not, None when there is none."""
        return next(iter(self._load(dossiers.c.id == dossier_id)), None)

    def need(self, dossier_id: str) -> Dossier:
        """Return the dossier; raises Refusal("record.not_found")."""
        found = self.get(dossier_id)
        if found is None:
            raise Refusal("record.not_found", id=dossier_id)
        return found

    def of_round(self, round_id: str, known: Mapping[str, Dossier] = _NOBODY) -> tuple[Dossier, ...]:
        """Return the round's dossiers in the order of the list, without those in the bin.

        Whoever of `known` (by id, as read before) stands in the store in the same edition is not read again.
        """
        own = and_(dossiers.c.round_id == round_id, _KEPT)
        if not known:
            return self._load(own)
        order = select(dossiers.c.id, dossiers.c.edition).where(own).order_by(dossiers.c.ordinal, dossiers.c.id)
        stand = {row.id: row.edition for row in self._connection.execute(order)}
        others = [key for key, edition in stand.items() if key not in known or known[key].edition != edition]
        if len(others) > _MOST_IDS:
            return self._load(own)
        read = {each.id: each for each in self._load(dossiers.c.id.in_(others))} if others else {}
        return tuple(read[key] if key in read else known[key] for key in stand)

    def on_the_way(self, round_id: str) -> tuple[OnTheWay, ...]:
        """Return of everybody in the round only how far they have come; cheap where the records themselves are long."""
        own = and_(dossiers.c.round_id == round_id, _KEPT)
        asked = select(dossiers.c.id, dossiers.c.state, dossiers.c.beneficiary_group).where(own)
        return tuple(OnTheWay(*row) for row in self._connection.execute(asked))

    def by_name(self, round_id: str) -> tuple[Dossier, ...]:
        """Return the round's dossiers ordered as Vietnamese lists of people are, by given name."""
        return self._load(and_(dossiers.c.round_id == round_id, _KEPT), dossiers.c.name_key)

    def binned(self, round_id: str) -> tuple[Dossier, ...]:
        """Return the round's dossiers that are in the bin."""
        return self._load(and_(dossiers.c.round_id == round_id, ~_KEPT))

    def binned_at(self, round_id: str) -> dict[str, str]:
        """Return by id since when (UTC, RFC 3339) each of those in the bin lies there."""
        own = select(dossiers.c.id, dossiers.c.discarded_at).where(dossiers.c.round_id == round_id, ~_KEPT)
        return {row.id: row.discarded_at for row in self._connection.execute(own)}

    def search(self, round_id: str | None, text: str) -> tuple[Dossier, ...]:
        """Return dossiers that hold every word of `text`, accents and case aside, ordered by given name.

        Looks at name, numbers, workplace and post; in one round, or in all when `round_id` is None.
        """
        words = [dossiers.c.search_folded.contains(word, autoescape=True) for word in fold(text).split()]
        within = [dossiers.c.round_id == round_id] if round_id is not None else []
        return self._load(and_(_KEPT, *within, *words), dossiers.c.name_key)

    def next_ordinal(self, round_id: str) -> int:
        """Return the place after the last one of the round, from 1; places in the bin stay taken."""
        last = select(func.max(dossiers.c.ordinal)).where(dossiers.c.round_id == round_id)
        return (self._connection.execute(last).scalar() or 0) + 1

    def save(self, dossier: Dossier) -> Dossier:
        """Store the content and return the dossier with its new edition.

        Raises Refusal("record.changed_elsewhere") when the stored edition is another one or the dossier is in the
        bin, Refusal("record.not_editable") when its state is past editing. The state itself only moves by
        `UnitOfWork.move`.
        """
        _check_editable(dossier)
        return self.write(dossier, dossier.state)

    def write(self, dossier: Dossier, after: DossierState) -> Dossier:
        """Store the content and the state `after`; for `UnitOfWork.move`, which has checked the move."""
        saved = replace(dossier, state=after, edition=dossier.edition + 1)
        self._update(dossier, content_columns(saved))
        replace_career(self._connection, dossier.id, dossier.career)
        for table in _LISTS:
            self._connection.execute(delete(table).where(table.c.dossier_id == dossier.id))
        self._insert_lists((dossier,))
        return saved

    def write_state(self, dossier: Dossier, after: DossierState) -> Dossier:
        """Store only the state `after`, whatever else differs; return the dossier as stored."""
        self._update(dossier, {"state": after, "edition": dossier.edition + 1})
        return self.need(dossier.id)

    def discard(self, dossier_id: str) -> None:
        """Put the dossier in the bin; raises Refusal("record.not_found") or Refusal("record.not_editable")."""
        dossier = self.need(dossier_id)
        if dossier.state not in _DISCARDABLE:
            raise Refusal("record.not_editable", state=dossier.state.value)
        self._mark(dossier_id, self._stamp())

    def discard_all(self, dossier_ids: Collection[str]) -> None:
        """Put many dossiers in the bin; raises Refusal("record.not_editable") when one of them cannot be."""
        for chunk in _chunks(dossier_ids):
            own = dossiers.c.id.in_(chunk)
            held = select(dossiers.c.state).where(own, dossiers.c.state.not_in(_DISCARDABLE)).limit(1)
            state = self._connection.execute(held).scalar()
            if state is not None:
                raise Refusal("record.not_editable", state=DossierState(state).value)
            update_rows(self._connection, dossiers, own, {"discarded_at": self._stamp()})

    def restore_all(self, dossier_ids: Collection[str]) -> None:
        """Take many dossiers out of the bin."""
        for chunk in _chunks(dossier_ids):
            update_rows(self._connection, dossiers, dossiers.c.id.in_(chunk), {"discarded_at": ""})

    def restore(self, dossier_id: str) -> None:
        """Take the dossier out of the bin; raises Refusal("record.not_found")."""
        self.need(dossier_id)
        self._mark(dossier_id, "")

    def _mark(self, dossier_id: str, discarded_at: str) -> None:
        update_rows(self._connection, dossiers, dossiers.c.id == dossier_id, {"discarded_at": discarded_at})

    def _update(self, dossier: Dossier, columns: dict[str, object]) -> None:
        same = and_(
            dossiers.c.id == dossier.id, dossiers.c.edition == dossier.edition, dossiers.c.state == dossier.state, _KEPT
        )
        if update_rows(self._connection, dossiers, same, columns) != 1:
            raise Refusal("record.changed_elsewhere", name=dossier.person.full_name)

    def _insert_lists(self, new: Iterable[Dossier]) -> None:
        rows: dict[Table, list[Columns]] = {table: [] for table in _LISTS}
        for dossier in new:
            owner = {"dossier_id": dossier.id}
            rows[dossier_obstacles] += placed(owner, [{"obstacle": each} for each in dossier.obstacles])
            rows[earlier_payments] += placed(owner, [columns_of(each) for each in dossier.earlier_payments])
            rows[justifications] += placed(owner, [columns_of(each) for each in dossier.justifications])
            rows[dossier_papers] += placed(owner, [{"approval_id": each} for each in dossier.papers])
            rows[dossier_pins] += placed(owner, [pin_columns(each) for each in dossier.pins])
        for table in _LISTS:
            insert_rows(self._connection, table, rows[table])

    def _load(self, condition: ColumnElement[bool], *order: ColumnElement[object]) -> tuple[Dossier, ...]:
        statement = select(dossiers).where(condition).order_by(*order, dossiers.c.ordinal, dossiers.c.id)
        rows = mappings(self._connection, statement)
        keys = select(dossiers.c.id).where(condition)
        careers = load_careers(self._connection, keys)
        obstacles = self._lists(dossier_obstacles, keys, itemgetter("obstacle"))
        payments = self._lists(earlier_payments, keys, partial(built, EarlierPayment))
        answers = self._lists(justifications, keys, partial(built, Justification))
        papers = self._lists(dossier_papers, keys, itemgetter("approval_id"))
        pins = self._lists(dossier_pins, keys, pin_of)

        def parts(row: RowMapping) -> DossierParts:
            key = (row["id"],)
            career = careers[row["career_id"]]
            return DossierParts(career, obstacles[key], payments[key], answers[key], papers[key], pins[key])

        return tuple(dossier_of(row, parts(row)) for row in rows)

    def _lists(
        self, table: Table, keys: Select[tuple[str]], build: Callable[[RowMapping], T]
    ) -> dict[tuple[str, ...], list[T]]:
        return built_children(self._connection, table, ("dossier_id",), table.c.dossier_id.in_(keys), build)


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    """Return the ids in lists that every database takes in one statement."""
    listed = list(ids)
    return (listed[start : start + _MOST_IDS] for start in range(0, len(listed), _MOST_IDS))


def _check_editable(dossier: Dossier) -> None:
    if dossier.state not in EDITABLE:
        raise Refusal("record.not_editable", state=dossier.state.value)

"""Receipts, drafts that came for advice, and alarms about arrivals."""

from sqlalchemy import ColumnElement, Connection, delete, func, select, true

from desktop.domain.errors import Refusal
from desktop.domain.receipts import ArrivalAlarm, DraftPackage, Receipt
from desktop.storage.mapping import built, columns_of, insert_rows, mappings, update_rows
from desktop.storage.tables.receipts import arrival_alarms, draft_packages, receipts


class Receipts:
    """One receipt for each submission; the database refuses to alter or remove any."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, receipt: Receipt) -> None:
        """Store a receipt; raises Refusal("record.already_there") for a second one or a number used before."""
        insert_rows(self._connection, receipts, [columns_of(receipt)])

    def of(self, submission_id: str) -> Receipt | None:
        """Return the receipt of the submission, None when there is none."""
        return next(iter(self._load(receipts.c.submission_id == submission_id)), None)

    def numbered(self, office_code: str, year: int, number: int) -> Receipt | None:
        """Return the office's receipt with this number, None when there is none."""
        columns = receipts.c
        mine = (columns.office_code == office_code) & (columns.year == year) & (columns.number == number)
        return next(iter(self._load(mine)), None)

    def last_number(self, office_code: str, year: int) -> int:
        """Return the highest number that the office gave in the year, 0 when it gave none."""
        mine = (receipts.c.office_code == office_code) & (receipts.c.year == year)
        return self._connection.execute(select(func.max(receipts.c.number)).where(mine)).scalar() or 0

    def all(self) -> dict[str, Receipt]:
        """Return all receipts by submission."""
        return {each.submission_id: each for each in self._load(true())}

    def _load(self, condition: ColumnElement[bool]) -> tuple[Receipt, ...]:
        statement = select(receipts).where(condition).order_by(receipts.c.year, receipts.c.number)
        return tuple(built(Receipt, row) for row in mappings(self._connection, statement))


class DraftPackages:
    """Drafts that units sent for advice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, draft: DraftPackage) -> None:
        """Store a draft; one id is stored once (else Refusal("record.already_there"))."""
        insert_rows(self._connection, draft_packages, [columns_of(draft)])

    def get(self, draft_id: str) -> DraftPackage | None:
        """Return the draft, None when it is not here."""
        return next(iter(self._load(draft_packages.c.id == draft_id)), None)

    def need(self, draft_id: str) -> DraftPackage:
        """Return the draft; raises Refusal("record.not_found")."""
        found = self.get(draft_id)
        if found is None:
            raise Refusal("record.not_found", id=draft_id)
        return found

    def all(self) -> tuple[DraftPackage, ...]:
        """Return all drafts, the first seen first."""
        return self._load(true())

    def of_round(self, unit_code: str, round_id: str) -> tuple[DraftPackage, ...]:
        """Return the drafts of a unit's round."""
        columns = draft_packages.c
        return self._load((columns.unit_code == unit_code) & (columns.round_id == round_id))

    def remove(self, draft_id: str) -> None:
        """Forget a draft; what is not here is no fault."""
        self._connection.execute(delete(draft_packages).where(draft_packages.c.id == draft_id))

    def _load(self, condition: ColumnElement[bool]) -> tuple[DraftPackage, ...]:
        order = (draft_packages.c.first_seen_at, draft_packages.c.unit_code, draft_packages.c.sequence)
        statement = select(draft_packages).where(condition).order_by(*order)
        return tuple(built(DraftPackage, row) for row in mappings(self._connection, statement))


class ArrivalAlarms:
    """Alarms about arrivals, raised once and looked into by somebody."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, alarm: ArrivalAlarm) -> None:
        """Store an alarm."""
        insert_rows(self._connection, arrival_alarms, [columns_of(alarm)])

    def unseen(self) -> tuple[ArrivalAlarm, ...]:
        """Return those that nobody looked into yet, the oldest first."""
        return self._load(arrival_alarms.c.seen_at == "")

    def all(self) -> tuple[ArrivalAlarm, ...]:
        """Return all, the oldest first."""
        return self._load(true())

    def see(self, alarm_id: str, at: str, by: str, note: str) -> None:
        """Note who looked into the alarm; raises Refusal("record.not_found") when it is not there or seen already."""
        unseen = (arrival_alarms.c.id == alarm_id) & (arrival_alarms.c.seen_at == "")
        if update_rows(self._connection, arrival_alarms, unseen, {"seen_at": at, "seen_by": by, "note": note}) != 1:
            raise Refusal("record.not_found", id=alarm_id)

    def _load(self, condition: ColumnElement[bool]) -> tuple[ArrivalAlarm, ...]:
        statement = select(arrival_alarms).where(condition).order_by(arrival_alarms.c.raised_at, arrival_alarms.c.id)
        return tuple(built(ArrivalAlarm, row) for row in mappings(self._connection, statement))

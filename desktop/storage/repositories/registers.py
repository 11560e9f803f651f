"""Registers: packages that passed, lists that were read in, careers without an owner."""

from collections.abc import Collection
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, func, select

from desktop.domain.careers import Career
from desktop.domain.registers import ImportRecord, PackageEntry, WaitingCareer
from desktop.domain.rounds import Direction
from desktop.storage.mapping import built, columns_of, insert_rows, mappings, update_rows
from desktop.storage.repositories.careers import delete_career, insert_careers, load_careers
from desktop.storage.tables.departures import departures
from desktop.storage.tables.entry import imports, waiting_careers
from desktop.storage.tables.exchanged import packages


class Packages:
    """Every package that was sent or received, for replay checks and receipts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: PackageEntry) -> None:
        """Register a package; one id is registered once (else Refusal("record.already_there"))."""
        insert_rows(self._connection, packages, [columns_of(entry)])

    def get(self, package_id: str) -> PackageEntry | None:
        """Return the entry of the package, None when it never passed here."""
        return next(iter(self._load(select(packages).where(packages.c.package_id == package_id))), None)

    def find_digest(self, digest: str) -> PackageEntry | None:
        """Return the entry of the package whose signed manifest has this digest, None when it never passed here."""
        return next(iter(self._load(select(packages).where(packages.c.digest == digest))), None)

    def last_sequence(self, issuer: str, kind: str, direction: Direction) -> int:
        """Return the highest sequence of the issuer's packages of that kind, 0 when there is none.

        Of what is sent, numbers count that are reserved or were lost on the way.
        """
        passed = self._highest(packages, issuer, kind, packages.c.direction == direction)
        return max(passed, self._highest(departures, issuer, kind)) if direction is Direction.SENT else passed

    def _highest(self, table: Table, issuer: str, kind: str, *more: ColumnElement[bool]) -> int:
        of_kind = (table.c.issuer == issuer, table.c.kind == kind)
        return self._connection.execute(select(func.max(table.c.sequence)).where(*of_kind, *more)).scalar() or 0

    def of_issuer(self, issuer: str) -> tuple[PackageEntry, ...]:
        """Return all the issuer's packages, by kind, direction and sequence."""
        own = select(packages).where(packages.c.issuer == issuer)
        return self._load(own.order_by(packages.c.kind, packages.c.direction, packages.c.sequence))

    def latest(self, most: int, without: Collection[str] = ()) -> tuple[PackageEntry, ...]:
        """Return at most so many of all packages, the one that passed last first; `without` these kinds."""
        wanted = select(packages).where(packages.c.kind.not_in(without))
        return self._load(wanted.order_by(packages.c.first_seen_at.desc(), packages.c.sequence.desc()).limit(most))

    def _load(self, statement: Select[tuple[object, ...]]) -> tuple[PackageEntry, ...]:
        return tuple(built(PackageEntry, row) for row in mappings(self._connection, statement))


class Imports:
    """Lists that were read in, with what was found in them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, record: ImportRecord) -> None:
        """Store the record of an import."""
        insert_rows(self._connection, imports, [columns_of(record)])

    def rewrite_report(self, import_id: str, report_json: str) -> None:
        """Put another report in the place of an import's; nothing else of the record ever changes."""
        update_rows(self._connection, imports, imports.c.id == import_id, {"report_json": report_json})

    def of_round(self, round_id: str) -> tuple[ImportRecord, ...]:
        """Return the round's imports, the oldest first."""
        own = select(imports).where(imports.c.round_id == round_id).order_by(imports.c.imported_at, imports.c.id)
        return tuple(built(ImportRecord, row) for row in mappings(self._connection, own))


class WaitingCareers:
    """Careers of a list whose citizen id matched no dossier yet; one per round and citizen id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, round_id: str, citizen_id: str, full_name: str, career: Career) -> None:
        """Keep the career until its owner is found; replaces one kept before."""
        self.take(round_id, citizen_id)
        career_id = uuid4().hex
        insert_careers(self._connection, ((career_id, career),))
        row = {"round_id": round_id, "citizen_id": citizen_id, "full_name": full_name, "career_id": career_id}
        insert_rows(self._connection, waiting_careers, [row])

    def of_round(self, round_id: str) -> tuple[WaitingCareer, ...]:
        """Return the round's careers without an owner, by citizen id."""
        own = waiting_careers.c.round_id == round_id
        careers = load_careers(self._connection, select(waiting_careers.c.career_id).where(own))
        rows = mappings(self._connection, select(waiting_careers).where(own).order_by(waiting_careers.c.citizen_id))
        return tuple(built(WaitingCareer, row, career=careers[row["career_id"]]) for row in rows)

    def take(self, round_id: str, citizen_id: str) -> Career | None:
        """Remove and return the career that waits for this person, None when none does."""
        own = (waiting_careers.c.round_id == round_id) & (waiting_careers.c.citizen_id == citizen_id)
        kept = load_careers(self._connection, select(waiting_careers.c.career_id).where(own))
        self._connection.execute(delete(waiting_careers).where(own))
        for career_id in kept:
            delete_career(self._connection, career_id)
        return next(iter(kept.values()), None)

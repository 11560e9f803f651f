"""Packages that are about to get their file name, and files that were brought in for packages not yet taken in."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, delete, select

from desktop.domain.registers import Departure
from desktop.storage.mapping import built, columns_of, insert_rows, mappings, upsert
from desktop.storage.tables.departures import departures, staged_files


class Departures:
    """What was reserved for packages on their way out; a row goes when its package is recorded as sent."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, departure: Departure) -> None:
        """Reserve a package's number; one id is reserved once (else Refusal("record.already_there"))."""
        insert_rows(self._connection, departures, [columns_of(departure)])

    def unsettled(self) -> tuple[Departure, ...]:
        """Return those of which nothing is known yet, by kind and sequence."""
        order = (departures.c.kind, departures.c.sequence, departures.c.package_id)
        statement = select(departures).where(departures.c.folder != "").order_by(*order)
        return tuple(built(Departure, row) for row in mappings(self._connection, statement))

    def remove(self, package_id: str) -> None:
        """Forget a reservation: the package is recorded, or surely never had its name."""
        self._connection.execute(delete(departures).where(departures.c.package_id == package_id))

    def give_up(self, departure: Departure) -> None:
        """Keep the number taken, and nothing else of the package."""
        upsert(self._connection, departures, columns_of(replace(departure, folder="")))


class StagedFiles:
    """Digests of files that nothing in the store names yet."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, digests: Iterable[str]) -> None:
        """Note files before they are brought in."""
        insert_rows(self._connection, staged_files, [{"sha256": each} for each in sorted(set(digests) - self.all())])

    def all(self) -> frozenset[str]:
        """Return all digests."""
        return frozenset(self._connection.execute(select(staged_files.c.sha256)).scalars())

    def clear(self, digests: Iterable[str]) -> None:
        """Forget files that are named now, or gone."""
        self._connection.execute(delete(staged_files).where(staged_files.c.sha256.in_(list(digests))))

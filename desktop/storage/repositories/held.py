"""Packages that arrived, verified, and wait: for an earlier one of their sender, or for the rest of their set."""

from sqlalchemy import ColumnElement, Connection, delete, select

from desktop.domain.registers import HeldPackage
from desktop.storage.mapping import built, columns_of, insert_rows, mappings
from desktop.storage.tables.arrivals import held_packages


class HeldPackages:
    """What is held; the files themselves lie in the profile folder, as they came."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, held: HeldPackage) -> None:
        """Remember a package; one id is held once (else Refusal("record.already_there"))."""
        insert_rows(self._connection, held_packages, [columns_of(held)])

    def get(self, package_id: str) -> HeldPackage | None:
        """Return the package, None when it is not held."""
        return next(iter(self._load(held_packages.c.package_id == package_id)), None)

    def find_digest(self, digest: str) -> HeldPackage | None:
        """Return the package whose signed manifest has this digest, None when it is not held."""
        return next(iter(self._load(held_packages.c.digest == digest)), None)

    def all(self) -> tuple[HeldPackage, ...]:
        """Return all, by issuer, kind, sequence and part."""
        return self._load()

    def of_issuer(self, issuer: str, kind: str) -> tuple[HeldPackage, ...]:
        """Return the issuer's packages of that kind, by sequence and part."""
        return self._load(held_packages.c.issuer == issuer, held_packages.c.kind == kind)

    def of_set(self, set_id: str) -> tuple[HeldPackage, ...]:
        """Return the parts of a set that are here, by part."""
        return self._load(held_packages.c.set_id == set_id)

    def remove(self, package_id: str) -> None:
        """Forget a package; what is not held is no fault."""
        self._connection.execute(delete(held_packages).where(held_packages.c.package_id == package_id))

    def _load(self, *where: ColumnElement[bool]) -> tuple[HeldPackage, ...]:
        columns = held_packages.c
        order = (columns.issuer, columns.kind, columns.sequence, columns.part, columns.package_id)
        statement = select(held_packages).where(*where).order_by(*order)
        return tuple(built(HeldPackage, row) for row in mappings(self._connection, statement))

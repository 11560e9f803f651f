"""Packages of subordinate units: what became of each at the parent unit, and which package brought which."""

from sqlalchemy import ColumnElement, Connection, select, true

from desktop.domain.errors import Refusal
from desktop.domain.subordinates import EmbeddedPackage, Standing, SubordinatePackage
from desktop.storage.mapping import built, columns_of, insert_rows, mappings, update_rows
from desktop.storage.tables.subordinates import embedded_packages, subordinate_packages


class SubordinatePackages:
    """Packages that subordinate units sent to this office."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, package: SubordinatePackage) -> None:
        """Remember a package; raises Refusal("record.already_there")."""
        insert_rows(self._connection, subordinate_packages, [columns_of(package)])

    def get(self, package_id: str) -> SubordinatePackage | None:
        """Return the package, None when no subordinate unit sent it here."""
        return next(iter(self._load(subordinate_packages.c.package_id == package_id)), None)

    def all(self) -> tuple[SubordinatePackage, ...]:
        """Return all, by id."""
        return self._load(true())

    def sent_back(self) -> frozenset[str]:
        """Return the ids of the packages that a parent unit sent back: of others here, or of this office there."""
        return frozenset(each.package_id for each in self._load(subordinate_packages.c.standing == Standing.SENT_BACK))

    def judge(self, package: SubordinatePackage) -> None:
        """Write what was made of a package that is here; raises Refusal("record.not_found")."""
        own = subordinate_packages.c.package_id == package.package_id
        if update_rows(self._connection, subordinate_packages, own, columns_of(package)) != 1:
            raise Refusal("record.not_found", id=package.package_id)

    def _load(self, condition: ColumnElement[bool]) -> tuple[SubordinatePackage, ...]:
        statement = select(subordinate_packages).where(condition).order_by(subordinate_packages.c.package_id)
        return tuple(built(SubordinatePackage, row) for row in mappings(self._connection, statement))


class EmbeddedPackages:
    """Which package lay inside which."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, embedded: EmbeddedPackage) -> None:
        """Remember that a package lay in its carrier; raises Refusal("record.already_there")."""
        insert_rows(self._connection, embedded_packages, [columns_of(embedded)])

    def carriers_of(self, package_id: str) -> tuple[EmbeddedPackage, ...]:
        """Return the carriers that brought the package, the first seen first; none for one that came alone."""
        return self._load(embedded_packages.c.package_id == package_id)

    def inside(self, carrier_id: str) -> tuple[EmbeddedPackage, ...]:
        """Return what lay in the carrier, by id."""
        return self._load(embedded_packages.c.carrier_id == carrier_id)

    def _load(self, condition: ColumnElement[bool]) -> tuple[EmbeddedPackage, ...]:
        columns = embedded_packages.c
        statement = select(embedded_packages).where(condition)
        rows = mappings(self._connection, statement.order_by(columns.seen_at, columns.carrier_id, columns.package_id))
        return tuple(built(EmbeddedPackage, row) for row in rows)

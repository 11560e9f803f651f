"""Between frozen dataclasses and rows: columns carry the names of fields."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import Field
from functools import lru_cache
from operator import itemgetter
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy import BigInteger, ColumnElement, Connection, RowMapping, Table, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from desktop.domain.errors import Refusal


class Dataclass(Protocol):
    """Any record of the domain."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Record = TypeVar("Record", bound=Dataclass)
Item = TypeVar("Item")
Columns = dict[str, Any]

_SMALL = 1 << 31
_BIG = 1 << 63


def columns_of(record: Dataclass, *, without: Collection[str] = ()) -> Columns:
    """Return the record's fields as column values, except those kept elsewhere."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__ if name not in without}


def built(kind: type[Record], row: RowMapping, **given: Any) -> Record:
    """Build a record from the columns named like its fields; `given` fields come from elsewhere."""
    names, cells = _named(kind, *given)
    return kind(**dict(zip(names, cells(row), strict=True)), **given)


@lru_cache(maxsize=256)
def _named(kind: type[Dataclass], *given: str) -> tuple[tuple[str, ...], Callable[[RowMapping], tuple[Any, ...]]]:
    """Return the fields that columns hold and what picks them from a row; the same for every row of a long list."""
    names = tuple(name for name in kind.__dataclass_fields__ if name not in given)
    return names, _picker(names)


def _picker(names: tuple[str, ...]) -> Callable[[RowMapping], tuple[Any, ...]]:
    """Return what picks these columns from a row, always as a tuple."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda row: tuple(row[name] for name in names)


def placed(owner: Mapping[str, Any], items: Iterable[Columns]) -> list[Columns]:
    """Return rows of a child table: the owner's key, the place in the list, the item's columns."""
    return [{**owner, "place": place, **item} for place, item in enumerate(items)]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Columns]) -> None:
    """Insert all rows in one statement; no rows is no statement. Raises as `check_storable` does."""
    if rows:
        check_storable(table, rows)
        connection.execute(insert(table), rows)


def update_rows(connection: Connection, table: Table, condition: ColumnElement[bool], columns: Columns) -> int:
    """Set the columns of the rows that the condition selects; return how many. Raises as `check_storable` does."""
    check_storable(table, [columns])
    return connection.execute(update(table).where(condition).values(columns)).rowcount


def check_storable(table: Table, rows: Iterable[Columns]) -> None:
    """Refuse what one of the databases cannot hold, so that all of them hold the same.

    Raises Refusal("record.unstorable") for text with a NUL or half a surrogate pair and for a number beyond its
    column.
    """
    limits = {column.name: _BIG if isinstance(column.type, BigInteger) else _SMALL for column in table.columns}
    for row in rows:
        for name, value in row.items():
            if (isinstance(value, str) and not _is_text(value)) or (
                isinstance(value, int) and not -limits[name] <= value < limits[name]
            ):
                raise Refusal("record.unstorable", field=name)


def _is_text(value: str) -> bool:
    try:
        return b"\0" not in value.encode()
    except UnicodeEncodeError:
        return False


def children(
    connection: Connection, table: Table, owner: tuple[str, ...], condition: ColumnElement[bool]
) -> dict[tuple[Any, ...], list[RowMapping]]:
    """Return the child rows that the condition selects, in their places, by the owner's key."""
    return built_children(connection, table, owner, condition, lambda row: row)


def built_children(
    connection: Connection,
    table: Table,
    owner: tuple[str, ...],
    condition: ColumnElement[bool],
    build: Callable[[RowMapping], Item],
) -> dict[tuple[Any, ...], list[Item]]:
    """Return what `build` makes of the child rows, in their places, by the owner's key.

    No row outlives its building: a long list has so many that keeping them all would be felt.
    """
    found: dict[tuple[Any, ...], list[Item]] = defaultdict(list)
    statement = select(table).where(condition).order_by(*(table.c[name] for name in owner), table.c.place)
    key = _picker(owner)
    for row in connection.execute(statement).mappings():
        found[key(row)].append(build(row))
    return found


def mappings(connection: Connection, statement: Any) -> Sequence[RowMapping]:
    """Run a SELECT and return its rows by column name."""
    return connection.execute(statement).mappings().all()


def upsert(connection: Connection, table: Table, row: Columns) -> None:
    """Insert the row, or replace the columns of the row that has its primary key."""
    check_storable(table, [row])
    dialect_insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    keys = [column.name for column in table.primary_key.columns]
    changed = {name: value for name, value in row.items() if name not in keys}
    statement = dialect_insert(table).values(row).on_conflict_do_update(index_elements=keys, set_=changed)
    connection.execute(statement)

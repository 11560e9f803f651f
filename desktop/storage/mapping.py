"""Between frozen dataclasses and rows: columns carry the names of fields."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite

Record = TypeVar("Record")
Columns = dict[str, Any]


def columns_of(record: Any, *, without: Collection[str] = ()) -> Columns:
    """Return the record's fields as column values, except those kept elsewhere."""
    return {each.name: getattr(record, each.name) for each in fields(record) if each.name not in without}


def built(kind: type[Record], row: RowMapping, **given: Any) -> Record:
    """Build a record from the columns named like its fields; `given` fields come from elsewhere."""
    names = [each.name for each in fields(kind) if each.name not in given]  # type: ignore[arg-type]  # always a dataclass
    return kind(**{name: row[name] for name in names}, **given)


def placed(owner: Mapping[str, Any], items: Iterable[Columns]) -> list[Columns]:
    """Return rows of a child table: the owner's key, the place in the list, the item's columns."""
    return [{**owner, "place": place, **item} for place, item in enumerate(items)]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Columns]) -> None:
    """Insert all rows in one statement; no rows is no statement."""
    if rows:
        connection.execute(insert(table), rows)


def children(
    connection: Connection, table: Table, owner: tuple[str, ...], condition: ColumnElement[bool]
) -> dict[tuple[Any, ...], list[RowMapping]]:
    """Return the child rows that the condition selects, in their places, by the owner's key."""
    found: dict[tuple[Any, ...], list[RowMapping]] = defaultdict(list)
    statement = select(table).where(condition).order_by(*(table.c[name] for name in owner), table.c.place)
    for row in connection.execute(statement).mappings():
        found[tuple(row[name] for name in owner)].append(row)
    return found


def mappings(connection: Connection, statement: Any) -> Sequence[RowMapping]:
    """Run a SELECT and return its rows by column name."""
    return connection.execute(statement).mappings().all()


def upsert(connection: Connection, table: Table, row: Columns) -> None:
    """Insert the row, or replace the columns of the row that has its primary key."""
    dialect_insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    keys = [column.name for column in table.primary_key.columns]
    changed = {name: value for name, value in row.items() if name not in keys}
    statement = dialect_insert(table).values(row).on_conflict_do_update(index_elements=keys, set_=changed)
    connection.execute(statement)

"""The migrations make exactly the tables that the program works with, and both databases hold them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from desktop.storage import open_store
from desktop.storage.engines import file_engine, server_engine
from desktop.storage.formats import FORMAT
from desktop.storage.tables import metadata
from tests.storage.conftest import OpenStore, fixed_now


def _plain(index: dict[str, Any]) -> str:
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return str({**index, "dialect_options": options})


_ASPECTS: dict[str, Callable[[Any, str], object]] = {
    "columns": lambda found, table: {
        column["name"]: (str(column["type"]), column["nullable"], column["default"])
        for column in found.get_columns(table)
    },
    "primary key": lambda found, table: found.get_pk_constraint(table),
    "references": lambda found, table: sorted(map(str, found.get_foreign_keys(table))),
    "indexes": lambda found, table: sorted(map(_plain, found.get_indexes(table))),
    "checks": lambda found, table: sorted(map(str, found.get_check_constraints(table))),
    "unique": lambda found, table: sorted(map(str, found.get_unique_constraints(table))),
}


def _schema_of(engine: Engine) -> dict[tuple[str, str], object]:
    found = inspect(engine)
    tables = [name for name in found.get_table_names() if name != "alembic_version"]
    return {(table, aspect): read(found, table) for table in tables for aspect, read in _ASPECTS.items()}


def _engine_over_nothing(kind: str, request: pytest.FixtureRequest, folder: Path) -> Engine:
    if kind == "sqlite":
        return file_engine(folder / "metadata.db", None)
    return server_engine(request.getfixturevalue("empty_database"))


def test_migrations_from_nothing_make_the_tables_of_the_program(
    open_again: OpenStore, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    migrated = open_again()._engine
    made = _engine_over_nothing(open_again.kind, request, tmp_path)
    metadata.create_all(made)
    assert _schema_of(migrated) == _schema_of(made)
    made.dispose()


def test_alembic_finds_nothing_left_to_migrate(open_again: OpenStore) -> None:
    with open_again()._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_format_is_the_number_of_the_last_migration() -> None:
    folder = Path(open_store.__code__.co_filename).with_name("migrations")
    assert ScriptDirectory(str(folder)).get_heads() == [str(FORMAT)]


def test_no_table_holds_a_number_that_is_not_exact() -> None:
    kinds = {str(column.type) for table in metadata.tables.values() for column in table.columns}
    assert kinds == {"TEXT", "INTEGER", "BIGINT", "BOOLEAN", "DATE", "BLOB"}


def test_an_empty_server_becomes_a_store(empty_database: str, tmp_path: Path) -> None:
    for _ in range(2):
        store = open_store(tmp_path, now=fixed_now, url=empty_database)
        with store.begin() as work:
            work.settings.put("unit", "SYT")
        store.close()

"""Stores to test on: a file, and a real PostgreSQL server, each fresh."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import create_engine, make_url, text

from desktop.storage import Store, open_store
from tests.storage.clusters import cluster, programs

NOW = datetime(2024, 11, 22, 8, 30, tzinfo=UTC)
_NUMBERS = count(1)


def fixed_now() -> datetime:
    return NOW


class OpenStore(Protocol):
    """Opens the test's own store, again at every call, as other programs would."""

    kind: str

    def __call__(self) -> Store: ...


class _FileStores:
    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened: list[Store] = []

    @property
    def url(self) -> str | None:
        return None

    def __call__(self) -> Store:
        self.opened.append(open_store(self.folder, now=fixed_now, url=self.url))
        return self.opened[-1]


class _ServerStores(_FileStores):
    kind = "postgresql"

    def __init__(self, folder: Path, url: str) -> None:
        super().__init__(folder)
        self._url = url

    @property
    def url(self) -> str | None:
        return self._url


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    binaries = programs()
    if binaries is None:
        missing = "PostgreSQL server programs are not installed (package postgresql)"
        if os.environ.get("TINHGIAN_REQUIRE_TOOLS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with cluster(binaries) as url:
        yield url


@pytest.fixture(scope="session")
def server_command(server: str) -> Iterator[Callable[[str], None]]:
    target = make_url(server.format(name="postgres")).set(drivername="postgresql+psycopg")
    engine = create_engine(target, isolation_level="AUTOCOMMIT")

    def run(command: str) -> None:
        with engine.connect() as connection:
            connection.execute(text(command))

    yield run
    engine.dispose()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    open_store(folder, now=fixed_now).close()
    return folder / "tinhgian.db"


@pytest.fixture(scope="session")
def migrated_database(
    server: str, server_command: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory
) -> str:
    server_command("CREATE DATABASE migrated TEMPLATE template0")
    open_store(tmp_path_factory.mktemp("migrated"), now=fixed_now, url=server.format(name="migrated")).close()
    return "migrated"


@pytest.fixture
def empty_database(server: str, server_command: Callable[[str], None]) -> Iterator[str]:
    name = f"empty_{next(_NUMBERS)}"
    server_command(f"CREATE DATABASE {name} TEMPLATE template0")
    yield server.format(name=name)
    server_command(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def open_again(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[_FileStores]:
    folder = tmp_path / "store"
    folder.mkdir()
    if request.param == "sqlite":
        shutil.copyfile(request.getfixturevalue("migrated_file"), folder / "tinhgian.db")
        stores = _FileStores(folder)
    else:
        stores = _ServerStores(folder, request.getfixturevalue("server_database"))
    yield stores
    for store in stores.opened:
        store.close()


@pytest.fixture
def server_database(server: str, server_command: Callable[[str], None], migrated_database: str) -> Iterator[str]:
    name = f"store_{next(_NUMBERS)}"
    server_command(f"CREATE DATABASE {name} TEMPLATE {migrated_database}")
    yield server.format(name=name)
    server_command(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store(open_again: OpenStore) -> Store:
    return open_again()

"""One world of offices for all tests of the room; each test gets its own copy of a good package."""

from pathlib import Path

import pytest

from tests.exchange.builder import World, entries_of, make_package, make_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def good(world: World, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_package(world, tmp_path_factory.mktemp("good")).read_bytes()


@pytest.fixture
def entries(good: bytes) -> dict[str, bytes]:
    return entries_of(good)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test puts the package to be read."""
    return tmp_path / "nop.asice"

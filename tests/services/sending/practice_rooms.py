"""A practice that was set up once; whoever wants one gets a copy."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.services.office import Office
from desktop.services.practice.profile import open_practice
from tests.made_once import made_once
from tests.services.offices import Clock


def place_practice(home: Path, factory: pytest.TempPathFactory) -> None:
    """Put a fresh practice under this home, as if somebody had been in it."""

    def make(folder: Path) -> None:
        open_practice(folder, now=Clock()).close()

    shutil.copytree(made_once(factory, "practice", make), home, dirs_exist_ok=True)


@contextmanager
def practice(home: Path, factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Yield the office of a fresh practice under this home; close it afterwards."""
    place_practice(home, factory)
    office = open_practice(home, now=Clock())
    try:
        yield office
    finally:
        office.close()

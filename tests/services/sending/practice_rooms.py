"""A practice that was set up once; whoever wants one gets a copy."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.services.office import Office
from desktop.services.practice.profile import open_practice
from tests.services.offices import Clock

_made: dict[str, Path] = {}


def place_practice(home: Path, homes: Path) -> None:
    """Put a fresh practice under this home, as if somebody had been in it."""
    if "made" not in _made or not _made["made"].exists():
        first = homes / "practice-once"
        open_practice(first, now=Clock()).close()
        _made["made"] = first
    shutil.copytree(_made["made"], home, dirs_exist_ok=True)


@contextmanager
def practice(home: Path, homes: Path) -> Iterator[Office]:
    """Yield the office of a fresh practice under this home; close it afterwards."""
    place_practice(home, homes)
    office = open_practice(home, now=Clock())
    try:
        yield office
    finally:
        office.close()

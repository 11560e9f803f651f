"""Every test gets its own copy of two offices that are enrolled with each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.packages.offices import Offices, copy_offices, make_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def offices(template: Path, tmp_path: Path) -> Iterator[Offices]:
    made = copy_offices(template, tmp_path / "offices")
    yield made
    made.close()


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Offices]:
    """Offices whose round is computed with invented figures."""
    made = copy_offices(make_template(tmp_path / "template", ("thuc-hanh",)), tmp_path / "offices")
    yield made
    made.close()

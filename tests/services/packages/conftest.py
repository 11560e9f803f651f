"""Every test gets its own copy of two offices that are enrolled with each other."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.rounds.open_round import current_round
from desktop.services.sending.export_submission import export_submission
from tests.services.packages.offices import FINANCE, PASSPHRASE, Offices, copy_offices, make_template


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


@pytest.fixture(scope="session")
def received_folder(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Offices of which the first package was sent and taken in."""
    folder = tmp_path_factory.mktemp("received") / "offices"
    made = copy_offices(template, folder)
    of_round = current_round(made.unit)
    assert of_round is not None
    sent = export_submission(made.unit, of_round.id, made.stick, PASSPHRASE, recipient=FINANCE, plain=True)
    receive_submission(made.finance, sent.package.path)
    made.close()
    shutil.rmtree(made.stick)
    return folder


@pytest.fixture
def taken_in(received_folder: Path, tmp_path: Path) -> Iterator[Offices]:
    made = copy_offices(received_folder, tmp_path / "received")
    yield made
    made.close()

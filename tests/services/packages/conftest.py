"""Every test gets its own copy of two offices that are enrolled with each other."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.prints.print_forms import PrintedList
from desktop.services.rounds.open_round import USUAL_POLICIES, current_round
from desktop.services.sending.export_submission import export_submission
from tests.made_once import made_once
from tests.services.packages.offices import FINANCE, PASSPHRASE, PDF, Offices, copy_offices, make_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _template(tmp_path_factory, "template")


def _template(factory: pytest.TempPathFactory, name: str, policies: tuple[str, ...] = USUAL_POLICIES) -> Path:
    def make(folder: Path) -> None:
        folder.mkdir()
        make_template(folder, policies)

    return made_once(factory, name, make)


@pytest.fixture
def offices(template: Path, tmp_path: Path) -> Iterator[Offices]:
    made = copy_offices(template, tmp_path / "offices")
    yield made
    made.close()


@pytest.fixture
def practice(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Offices]:
    """Offices whose round is computed with invented figures."""
    made = copy_offices(_template(tmp_path_factory, "practice-template", ("thuc-hanh",)), tmp_path / "offices")
    yield made
    made.close()


@pytest.fixture(scope="session")
def received_folder(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Offices of which the first package was sent and taken in."""

    def make(folder: Path) -> None:
        made = copy_offices(template, folder)
        of_round = current_round(made.unit)
        assert of_round is not None
        sent = export_submission(made.unit, of_round.id, made.stick, PASSPHRASE, recipient=FINANCE, plain=True)
        receive_submission(made.finance, sent.package.path)
        made.close()
        shutil.rmtree(made.stick)

    return made_once(tmp_path_factory, "template-received", make)


@pytest.fixture
def taken_in(received_folder: Path, tmp_path: Path) -> Iterator[Offices]:
    made = copy_offices(received_folder, tmp_path / "received")
    yield made
    made.close()


@pytest.fixture
def quick_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the printed list be a page of nothing: what stands on it is tested where it is printed."""

    def print_list(_office: object, _view: object, folder: Path, **_: object) -> PrintedList:
        printed = PrintedList(folder / "bieu-01-danh-sach.pdf", folder / "bieu-01-danh-sach.xlsx")
        printed.pdf.write_bytes(PDF)
        return printed

    monkeypatch.setattr("desktop.services.sending.export_submission.print_proposal_list", print_list)

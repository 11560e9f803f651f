"""Stopped at every step at which the person can stop it, sending and taking in leave nothing behind."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.exchange.errors import Cancelled
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.office import Office, open_office
from desktop.services.rounds.open_round import current_round
from desktop.services.sending.export_submission import export_submission
from tests.faults.state import state_of
from tests.services.packages.offices import FINANCE, PASSPHRASE, UNIT, Clock

Work = Callable[[Office, Path, Callable[[], bool]], object]


def _send(office: Office, usb: Path, cancelled: Callable[[], bool]) -> object:
    of_round = current_round(office)
    assert of_round is not None
    return export_submission(office, of_round.id, usb, PASSPHRASE, recipient=FINANCE, cancelled=cancelled)


def _take_in(office: Office, usb: Path, cancelled: Callable[[], bool]) -> object:
    return receive_submission(office, next(usb.glob("nop-*")), PASSPHRASE, cancelled=cancelled)


@dataclass(frozen=True)
class Case:
    """Work of the office `home` from `stage` on, stopped at every step, or at one of so many where it takes longer."""

    stage: str
    home: str
    work: Work
    stride: int


@pytest.mark.parametrize("case", [Case("ready", UNIT, _send, 3), Case("sent", FINANCE, _take_in, 1)])
def test_stopping_anywhere_leaves_nothing(case: Case, staged: Path, tmp_path: Path) -> None:
    folder = tmp_path / "offices"
    shutil.copytree(staged / case.stage, folder)
    before = state_of(folder)
    office = open_office(folder / case.home, now=Clock())
    asked, steps = 0, 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > steps

    try:
        while not _done(lambda: case.work(office, folder / "usb", cancelled)):
            assert state_of(folder) == before, steps
            assert not list((folder / case.home / "private").iterdir())
            steps, asked = steps + case.stride, 0
    finally:
        office.close()
    assert steps > 5
    assert state_of(folder) != before


def _done(work: Callable[[], object]) -> bool:
    try:
        work()
    except Cancelled:
        return False
    return True

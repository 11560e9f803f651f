"""A number that was reserved for a package of which nothing was recorded: what the next start makes of it."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction
from desktop.services.office import Office, open_office
from desktop.services.rounds.open_round import current_round
from desktop.services.sending import export_submission as exporting
from desktop.system.marks import listening
from tests.services.packages.offices import FINANCE, PASSPHRASE, UNIT, Clock


class Ended(BaseException):
    """As if the program ended: nothing is tidied up for it."""


@pytest.fixture
def folder(staged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A unit's office whose last package lies on the stick without being recorded."""
    offices = tmp_path / "offices"
    shutil.copytree(staged / "ready", offices)
    office = open_office(offices / UNIT, now=Clock())
    with monkeypatch.context() as patch:
        patch.setattr("desktop.services.sending.departures._undo", lambda *_given: None)
        with pytest.raises(Ended), listening(_end_when_in_place):
            _send(office, offices / "usb")
    office.close()
    return offices


def _end_when_in_place(moment: str) -> None:
    if moment == "departure.in_place":
        raise Ended


def _send(office: Office, usb: Path) -> exporting.Sent:
    of_round = current_round(office)
    assert of_round is not None
    return exporting.export_submission(office, of_round.id, usb, PASSPHRASE, recipient=FINANCE)


def _left(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / "usb").iterdir())


def _started(folder: Path) -> tuple[int, list[str]]:
    """Start the program; return the highest number that is taken, and what the log says of departures."""
    office = open_office(folder / UNIT, now=Clock())
    with office.store.begin() as work:
        last = work.packages.last_sequence(UNIT, "nop", Direction.SENT)
        said = [each.action for each in work.audit.all() if each.action.startswith("departure.")]
    office.close()
    return last, said


def test_a_file_that_is_there_is_taken_away_and_its_number_stays_taken(folder: Path) -> None:
    assert _left(folder) == ["nop-TTYT-AN-DUONG-2024-2-001.asice.age"]
    assert _started(folder) == (1, ["departure.taken_back"])
    assert _left(folder) == []
    assert _started(folder) == (1, ["departure.taken_back"])
    office = open_office(folder / UNIT, now=Clock())
    assert _send(office, folder / "usb").submission.sequence == 2
    office.close()


def test_a_stick_that_is_not_plugged_in_is_waited_for(folder: Path) -> None:
    (folder / "usb").rename(folder / "away")
    assert _started(folder) == (1, [])
    (folder / "away").rename(folder / "usb")
    assert _started(folder) == (1, ["departure.taken_back"])
    assert _left(folder) == []


def test_another_file_of_that_name_is_nobodys_business(folder: Path) -> None:
    (path,) = (folder / "usb").iterdir()
    path.write_bytes(b"something else")
    assert _started(folder) == (1, ["departure.lost"])
    assert path.read_bytes() == b"something else"


def test_while_another_program_is_open_nothing_is_settled(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    first = open_office(folder.with_name("copy") / UNIT, now=Clock())
    left = first.folder / "private" / "left"
    left.mkdir(parents=True)
    assert _started(folder.with_name("copy"))[0] == 1
    assert left.exists()
    first.close()
    _started(folder.with_name("copy"))
    assert not left.exists()


def test_a_number_that_another_program_gave_away_is_not_given_twice(staged: Path, tmp_path: Path) -> None:
    shutil.copytree(staged / "ready", tmp_path / "offices")
    usb, other = tmp_path / "offices" / "usb", tmp_path / "other"
    other.mkdir()
    first, second = (open_office(tmp_path / "offices" / UNIT, now=Clock()) for _ in range(2))

    def send_meanwhile(moment: str) -> None:
        if moment == "package.signed" and not list(other.iterdir()):
            (other / "begun").touch()
            _send(second, other)

    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "departure.busy"), listening(send_meanwhile):
        _send(first, usb)
    assert list(usb.iterdir()) == []
    first.close()
    second.close()

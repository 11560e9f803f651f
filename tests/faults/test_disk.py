"""The disk says no: full, for reading only, gone, a file held by another program; at every moment when it can."""

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.exchange.errors import writing_refused
from desktop.system.marks import listening
from desktop.ui.texts import refusal_text
from tests.faults.conftest import Warm
from tests.faults.flows import BY_NAME, Flow, command_of
from tests.faults.state import check_whole, start, state_of
from tests.faults.warm import quiet
from tests.services.packages.offices import FINANCE

_CODES = {
    errno.ENOSPC: {"package.disk_full", "store.disk_full"},
    errno.EROFS: {"package.cannot_write", "store.read_only"},
    errno.EIO: {"package.cannot_write", "store.unreachable"},
    32: {"package.locked", "store.locked"},
}
"""What each failure is called; 32 is what Windows says of a file that another program holds."""
_TOLD_BY_THE_SYSTEM = ("file.", "blob.", "private.", "package.entry", "package.encrypted", "package.closed")
_FLOWS = ("send", "package in", "scan attach", "package open")


def _failure(number: int) -> OSError:
    fault = OSError(number, "no")
    if number == 32:
        fault = OSError(errno.EACCES, "no")
        fault.winerror = number  # type: ignore[attr-defined]  # only Windows has it
    return fault


class Failing:
    """Raises at one moment of a run what the system would; counts the moments at which it could."""

    def __init__(self, at: int, number: int) -> None:
        self._at, self._number = at, number
        self.heard: list[str] = []

    def hear(self, moment: str) -> None:
        if moment.startswith(_TOLD_BY_THE_SYSTEM):
            self.heard.append(moment)
            if len(self.heard) == self._at + 1:
                raise _failure(self._number)


def _moments(flow: Flow, stage: Path, folder: Path) -> list[int]:
    """Return where in a run each kind of moment comes for the first time."""
    shutil.copytree(stage, folder)
    whole = Failing(-1, 0)
    with quiet(), listening(whole.hear):
        assert main(command_of(flow, folder)) == 0
    shutil.rmtree(folder)
    return sorted({whole.heard.index(each) for each in whole.heard})


@pytest.mark.parametrize("name", _FLOWS)
def test_what_the_disk_refuses_is_told_and_changes_nothing(name: str, staged: Path, tmp_path: Path) -> None:
    flow, folder = BY_NAME[name], tmp_path / "offices"
    moments = _moments(flow, staged / flow.stage, folder)
    shutil.copytree(staged / flow.stage, folder)
    before = state_of(folder)
    for turn, at in enumerate(moments):
        number = tuple(_CODES)[turn % len(_CODES)]
        failing = Failing(at, number)
        with quiet() as said, listening(failing.hear):
            assert main(command_of(flow, folder)) == 1, (at, failing.heard[-1])
        error = json.loads(said.getvalue())["error"]
        assert error["code"] in _CODES[number], (at, failing.heard[-1], number)
        assert state_of(folder) == before, (at, failing.heard[-1])
    with quiet():
        assert main(command_of(flow, folder)) == 0
    check_whole(folder / flow.home)


def test_a_stick_that_is_pulled_out_is_told_and_the_package_can_be_written_again(staged: Path, tmp_path: Path) -> None:
    flow = BY_NAME["send"]
    folder, away = tmp_path / "offices", tmp_path / "pulled out"
    shutil.copytree(staged / flow.stage, folder)
    for moment in ("file.opened", "package.encrypted", "package.verified", "departure.reserved", "file.named"):
        heard = []

        def pull_out(came: str, moment: str = moment, heard: list[str] = heard) -> None:
            if came == moment and came not in heard and any((folder / "usb").iterdir()):
                heard.append(came)
                (folder / "usb").rename(away)

        with quiet() as said, listening(pull_out):
            assert main(command_of(flow, folder)) == 1, moment
        assert json.loads(said.getvalue())["error"]["code"].startswith("package."), moment
        away.rename(folder / "usb")
        start(folder / flow.home)
        assert not list((folder / "usb").glob("nop-*[!t]")), moment
    with quiet():
        assert main(command_of(flow, folder)) == 0
    assert len(list((folder / "usb").iterdir())) == 1
    check_whole(folder / flow.home)


@pytest.mark.parametrize("room", [0, 70_000, 110_000])
def test_a_stick_that_is_full(room: int, staged: Path, warm_process: Warm, tmp_path: Path) -> None:
    flow, folder = BY_NAME["send"], tmp_path / "offices"
    shutil.copytree(staged / flow.stage, folder)
    (folder / "usb" / "khac.bin").write_bytes(bytes(4096))
    given = {"folder": str(folder / "usb"), "aside": str(tmp_path / "aside"), "bytes": 8192 + room}
    run = warm_process.ask("small disk", arguments=command_of(flow, folder), **given)
    assert json.loads(run["said"])["error"]["code"] == "package.disk_full"
    assert run["left"] == ["khac.bin"]
    assert run["again"] == 0


@pytest.mark.parametrize("room", [0, 100_000, 300_000])
def test_a_disk_that_is_full_under_the_profile(room: int, staged: Path, warm_process: Warm, tmp_path: Path) -> None:
    flow, folder = BY_NAME["package in"], tmp_path / "offices"
    shutil.copytree(staged / flow.stage, folder)
    home = folder / FINANCE
    taken = sum(-(-each.stat().st_size // 4096) * 4096 for each in home.rglob("*") if each.is_file())
    given = {"folder": str(home), "aside": str(tmp_path / "aside"), "bytes": taken + 40_960 + room}
    run = warm_process.ask("small disk", arguments=command_of(flow, folder), **given)
    assert json.loads(run["said"])["error"]["code"] in {"store.disk_full", "package.disk_full"}
    assert not [each for each in run["left"] if each.startswith(("private", "blobs"))]
    assert run["again"] == 0


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can come to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without rights")
def test_a_folder_that_may_only_be_read(staged: Path, warm_process: Warm, open_folder: Path) -> None:
    flow, folder = BY_NAME["send"], open_folder / "offices"
    shutil.copytree(staged / flow.stage, folder)
    for each in (folder, *folder.rglob("*")):
        os.chown(each, 65534, 65534)
    os.chown(folder / "usb", 0, 0)
    shutil.copytree(staged / flow.stage, open_folder / "before")
    given = {"arguments": command_of(flow, folder), "before": command_of(flow, open_folder / "before")}
    run = warm_process.ask("without rights", **given)
    assert json.loads(run["said"])["error"]["code"] == "package.cannot_write"
    assert list((folder / "usb").iterdir()) == []
    os.chown(folder / "usb", 65534, 65534)
    assert warm_process.ask("without rights", **given)["code"] == 0


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EFBIG, 32])
def test_each_cause_has_words_of_its_own(number: int) -> None:
    words = refusal_text(writing_refused(_failure(number), "nop-A.asice"))
    assert "nop-A.asice" in words
    assert "package." not in words

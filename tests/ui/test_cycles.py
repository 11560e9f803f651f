"""A widget that was left is never freed in a worker's thread."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.cycles import CycleCollector

_LEAVES_WIDGETS_WHILE_WORK_GOES_ON = """
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop.system.crash import CrashReports
from desktop.ui.tasks import Tasks
from tests.ui.recording import RecordingMessages

app = QApplication([])
tasks = Tasks(RecordingMessages(), CrashReports(Path("crashes"), "0", lambda: datetime.now(UTC)))

class Left(QWidget):
    def __init__(self):
        super().__init__()
        self.itself, self.timer = self, QTimer()
        self.timer.start(1000)

def work(progress):
    kept = []
    for _ in range(20_000):
        cycle = []
        cycle.append(cycle)
        kept.append([])

for _ in range(20):
    Left().show()
    app.processEvents()
    tasks.pool(work, title="", done=lambda _: None)
    while tasks.busy:
        app.processEvents()
tasks.finish()
print("alive")
"""


def test_leaving_widgets_while_work_goes_on_does_not_end_the_program(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{_LEAVES_WIDGETS_WHILE_WORK_GOES_ON}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr
    assert "another thread" not in run.stderr


def test_python_collects_by_itself_again_once_the_work_is_done(qtbot: QtBot) -> None:
    owner = QObject()
    cycles = CycleCollector(owner)
    cycles.hold()
    assert not gc.isenabled()
    cycles.release()
    assert gc.isenabled()


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_what_libraries_hold_is_set_apart_and_later_cycles_are_still_collected(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    cycles = CycleCollector(owner)
    cycles.hold()
    for number in range(40):
        monkeypatch.setitem(sys.modules, f"loaded_by_a_worker_{number}", ModuleType("loaded"))
    library = Ring()
    before = gc.get_freeze_count()
    cycles.release()
    apart = gc.get_freeze_count()
    later = weakref.ref(Ring())
    gc.collect()
    cycles.hold()
    cycles.release()
    assert apart > before
    assert all(each is not library for each in gc.get_objects())
    assert later() is None
    assert gc.get_freeze_count() <= apart
    gc.unfreeze()


def test_nothing_is_listed_that_a_worker_may_just_be_making(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of all objects would hold the tuple that a worker is just making: SystemError, and its work was lost."""

    def listed() -> list[object]:
        raise AssertionError

    owner = QObject()
    cycles = CycleCollector(owner)
    monkeypatch.setattr(gc, "get_objects", listed)
    cycles.hold()
    held = [object() for _ in range(700_000)]
    cycles.hold()
    apart = gc.get_freeze_count()
    cycles.release()
    assert apart > 0
    assert len(held) == 700_000
    gc.unfreeze()

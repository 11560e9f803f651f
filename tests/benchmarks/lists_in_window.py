"""Whether the window answers while a long list comes in, goes back and comes again. How to run it: README.md here.

The real pages in the real window, on the offscreen platform, walked as a clerk walks them. A timer beats every few
milliseconds in the window's thread; the longest time between two beats is what a click would have waited. Each gap is
told by the clock and by the processor time that the whole process spent in it: other work on the machine lengthens the
first only.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.rounds import Unit
from desktop.services.office import Identity, Mode, Office, create_office
from desktop.services.rounds.open_round import open_round
from desktop.ui.pages.lists.wizard_frame import CHECK, COLUMNS, RESULT
from desktop.ui.pages.people import PeoplePage
from tests.benchmarks.lists import ROUNDS, resident, with_calamine, write_list
from tests.benchmarks.timing import Measured, Row, tell
from tests.benchmarks.window import Window, wait

AIM, WORST = 0.100, 0.300
"""Seconds for which the window may stand still: as a rule, and at the very most."""
TIMES_CALAMINE = 3
SIZES = (100, 1_000, 10_000)
_BEAT = 2
_PAGES = ("home", "people", "approvals", "checks", "submit")


@dataclass(frozen=True)
class Felt:
    """How a stage felt: what it took, and the longest gaps between two beats, by the clock and by the processor."""

    stage: str
    clock: float
    processor: float
    gap_clock: float
    gap_processor: float
    steps: int
    """Different percents that the bar came by."""
    resident: int
    """MB at its end."""

    @property
    def met(self) -> bool:
        """Whether nobody would have waited longer than may be at the very most."""
        return self.gap_processor <= WORST


class Pulse:
    """Beats in the window's thread, and keeps when, by both clocks."""

    def __init__(self) -> None:
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=_BEAT)
        self._timer.timeout.connect(self.beat)
        self.beats: list[tuple[float, float]] = []

    def beat(self) -> None:
        """Note that the window's thread is free now."""
        self.beats.append((perf_counter(), process_time()))

    def start(self) -> None:
        """Begin anew."""
        self.beats = []
        self.beat()
        self._timer.start()

    def stop(self) -> tuple[float, float]:
        """Beat no more and return the longest gaps, by the clock and by the processor."""
        self.beat()
        self._timer.stop()
        gaps = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(self.beats)]
        return max(each[0] for each in gaps), max(each[1] for each in gaps)


class Walk:
    """A clerk's way of a list into the round, back and forth."""

    def __init__(self, office: Office, folder: Path) -> None:
        self._window = Window(office, folder)
        page = self._window.open("people")
        assert isinstance(page, PeoplePage)
        self._people, self._pulse = page, Pulse()
        self.felt: list[Felt] = []

    def all_of_it(self, path: Path) -> list[Felt]:
        """Take the list in, look at the pages, change somebody, go back and come again."""
        wizard = self._people.wizard
        self._people.take_in()
        self._feel("open the file", lambda: wizard.open(path), lambda: wizard.place == COLUMNS)
        self._feel("read, type, check", wizard.go_on, lambda: wizard.place == CHECK)
        self._feel("judge, store, show", wizard.go_on, lambda: wizard.place == RESULT)
        self._feel("back to the people", wizard.go_on)
        for page in _PAGES:
            self._feel(f"page {page}", lambda page=page: self._window.shell.show_page(page))
        self._feel("page people", lambda: self._window.shell.show_page("people"))
        self._feel("take the list back (Ctrl+Z)", self._command("undo"))
        self._feel("and in again (Ctrl+Y)", self._command("redo"))
        self._feel("change somebody", self._change)
        self._window.close()
        return self.felt

    def _command(self, name: str) -> Callable[[], None]:
        found = next(each for each in self._window.shell.actions() if each.objectName() == name)
        assert isinstance(found, QAction)
        return found.trigger

    def _change(self) -> None:
        shown = self._people.pane.dossier
        assert shown is not None
        self._people.pane.edited.emit(replace(shown, note="Đã sửa"))

    def _feel(self, stage: str, start: Callable[[], object], there: Callable[[], bool] = lambda: True) -> None:
        tasks, percents = self._window.tasks, set()

        def ended() -> bool:
            for job in tasks._jobs:
                reached = job.progress.reached
                percents.add((reached.item.split(" ")[0], 100 * reached.done // max(reached.total, 1)))
            return not tasks.busy and there()

        QTest.qWait(100)
        self._pulse.start()
        clock, processor = perf_counter(), process_time()
        start()
        wait(ended)
        clock, processor = perf_counter() - clock, process_time() - processor
        QTest.qWait(400)
        self.felt.append(Felt(stage, clock, processor, *self._pulse.stop(), len(percents), resident()))


def measure(folder: Path, size: int) -> tuple[float, list[Felt]]:
    """Return what calamine takes for the cells, and how each stage felt for a list of so many people."""
    path = folder / f"{size}.xlsx"
    write_list(path, size)
    peer = min(_processor(path) for _ in range(ROUNDS))
    identity = Identity(Mode.UNIT, Unit("UBH-01", "Ủy ban nhân dân huyện Mẫu"), "Người Lập", "Thủ Trưởng")
    office = create_office(folder / f"{size}", identity, now=lambda: datetime(2024, 9, 3, tzinfo=UTC))
    open_round(office, "Đợt 2 năm 2024", "2024-2")
    felt = Walk(office, folder).all_of_it(path)
    office.close()
    return peer, felt


def _processor(path: Path) -> float:
    began = process_time()
    with_calamine(path)
    return process_time() - began


def tell_felt(size: int, felt: list[Felt]) -> None:
    """Print how each stage felt."""
    print(f"{size} people in the window{'clock s':>16}{'processor s':>13}{'longest gap ms: clock':>23}{'processor':>11}"
          f"{'steps':>7}{'MB':>6}")  # fmt: skip
    for each in felt:
        verdict = "" if each.met else f"  NOT <= {1000 * WORST:.0f}"
        aim = "" if each.gap_processor <= AIM else f"  over the aim of {1000 * AIM:.0f}"
        print(f"  {each.stage:<30}{each.clock:>10.2f}{each.processor:>13.2f}{1000 * each.gap_clock:>23.0f}"
              f"{1000 * each.gap_processor:>11.0f}{each.steps:>7}{each.resident:>6}{verdict or aim}")  # fmt: skip


def rows_of(found: dict[int, tuple[float, list[Felt]]]) -> list[Row]:
    """Return what each stage cost by size, with its slope."""
    stages = [each.stage for each in next(iter(found.values()))[1]]
    peers = [Row("calamine: the same cells", tuple(Measured(size, peer) for size, (peer, _) in found.items()))]
    return peers + [
        Row(stage, tuple(Measured(size, felt[place].processor) for size, (_, felt) in found.items()))
        for place, stage in enumerate(stages)
    ]


def main() -> int:
    """Run it; the exit code is 1 when the window stood still for too long at the largest size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=SIZES[-1], help="the largest size")
    arguments.add_argument("--json", type=Path, default=Path("build/benchmarks/lists_in_window.json"))
    given = arguments.parse_args()
    app = QApplication([])
    found = {}
    with tempfile.TemporaryDirectory(prefix="lists-") as place:
        for size in [each for each in SIZES if each < given.rows] + [given.rows]:
            found[size] = measure(Path(place), size)
            tell_felt(size, found[size][1])
    app.quit()
    tell(rows_of(found), given.json)
    return 0 if all(each.met for each in found[given.rows][1]) else 1


if __name__ == "__main__":
    sys.exit(main())

"""How long the program takes to start, to show each page and to change its colours. How to run it: README.md here.

Each start is a process of its own, as people start it, on the offscreen platform; beside it one that imports Qt and
shows a bare window with an empty table.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TIMES, MEGABYTES = 2, 200
"""The goals: so many times a bare window's start, and so much memory resident."""
_STARTS = 3
_ROOT = Path(__file__).parents[2]


def main() -> int:
    """Run it; the exit code is 1 when a goal is not met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=10_000, help="how many the round on the desk has")
    arguments.add_argument("--json", type=Path, help="where to write the same as JSON")
    arguments.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    arguments.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.bare or given.home:
        print(json.dumps(_bare() if given.bare else _program(given.home)))
        return 0
    with tempfile.TemporaryDirectory(prefix="start-") as place:
        _make_office(Path(place) / "unit", given.people)
        bare = _best("--bare")
        ours = _best("--home", str(Path(place) / "unit"))
    if given.json:
        given.json.write_text(json.dumps({"bare": bare, "program": ours}, ensure_ascii=False), encoding="utf-8")
    return 0 if _tell(bare, ours, given.people) else 1


def _best(*arguments: str) -> dict[str, float]:
    """Start it several times; the quickest counts."""
    command = [sys.executable, "-m", "tests.benchmarks.start", *arguments]
    ran = [subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True) for _ in range(_STARTS)]
    return min((json.loads(each.stdout.splitlines()[-1]) for each in ran), key=lambda found: found["start"])


def _bare() -> dict[str, float]:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget())
    window.show()
    app.processEvents()
    return {"start": process_time(), "megabytes": _resident()}


def _program(home: Path) -> dict[str, float]:
    """Start the program as `run` does; its first page takes input when the events of its showing are done."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import Program
    from desktop.ui.shell import Shell

    app = QApplication([])
    program = Program(app, home)
    program.start()
    app.processEvents()
    found = {"start": process_time(), "megabytes": _resident()}
    shell = program.window
    assert isinstance(shell, Shell)
    for page_id in shell.page_ids[1:]:
        found[f"first show of {page_id}"] = _timed(app, lambda page_id=page_id: shell.show_page(page_id))
    for dark in (True, False):
        found["to dark" if dark else "to light"] = _timed(app, lambda dark=dark: program.theme.apply(app, dark))
    found["megabytes with all pages"] = _resident()
    shell.close()
    program.finish()
    return found


def _timed(app: "QApplication", act: Callable[[], object]) -> float:  # type: ignore[name-defined]  # noqa: F821 - as above
    began = process_time()
    act()
    app.processEvents()
    return process_time() - began


def _resident() -> float:
    """Return the megabytes that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _make_office(home: Path, people: int) -> None:
    """Set up a unit with so many people in its round."""
    from desktop.services.office import create_office
    from desktop.services.rounds.open_round import open_round
    from tests.benchmarks.people import made_people
    from tests.services.offices import UNIT, Clock

    office = create_office(home, UNIT, now=Clock())
    opened = open_round(office, "Đợt 2 năm 2024", "2024-2", deadline=date(2026, 12, 31))
    with office.store.begin() as work:
        work.dossiers.add_all(replace(each, round_id=opened.id, approval_id=None) for each in made_people(people))
    office.close()


def _tell(bare: dict[str, float], ours: dict[str, float], people: int) -> bool:
    times = ours["start"] / bare["start"]
    quick, small = times <= TIMES, ours["megabytes"] <= MEGABYTES
    print(f"a bare window with an empty table: {bare['start']:.2f} s, {bare['megabytes']:.0f} MB")
    print(f"start with {people} people: {ours['start']:.2f} s, {times:.1f} x, <= {TIMES} {_met(quick)}")
    print(f"resident then: {ours['megabytes']:.0f} MB, <= {MEGABYTES} {_met(small)}")
    for work, seconds in ours.items():
        if work not in {"start", "megabytes"}:
            print(f"{work:<40}{seconds:>8.0f} MB" if work.startswith("mega") else f"{work:<40}{seconds:>8.2f} s")
    return quick and small


def _met(met: bool) -> str:
    return "met" if met else "NOT MET"


if __name__ == "__main__":
    sys.exit(main())

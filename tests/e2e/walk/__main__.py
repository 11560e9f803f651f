"""Walk through a clerk's day in a process of its own, which may be ended at any moment.

    python -m tests.e2e.walk SAMPLE FOLDER [--pace 1.0] [--pictures]

FOLDER gets the offices, the package, `journal.jsonl` with every act, and `report.json` when the day is done. Needs a
screen (Xvfb will do). With --pace 1 the hand is as slow as a person.
"""

import argparse
import json
import os
import shutil
import sys
import traceback
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import Program
from tests.e2e.walk.day import Papers, whole_day
from tests.e2e.walk.effort import SECONDS
from tests.e2e.walk.hand import Hand
from tests.e2e.walk.offices import enrol_today
from tests.e2e.walk.pages import Window
from tests.services.offices import FINANCE, UNIT_PASSPHRASE


def main() -> int:
    """Walk; return the exit code."""
    given = _arguments()
    if not (given.folder / "unit").exists():
        enrol_today(given.folder)
    papers = _laid_out(given.sample, given.folder / "giay-to")
    os.chdir(papers.folder)  # where file dialogs open, as they do in the folder used last
    app = QApplication(sys.argv[:1])
    program = Program(app, given.folder / "unit")
    program.start()
    hand = Hand(given.folder / "journal.jsonl", pace=given.pace)
    try:
        package = whole_day(
            Window(program, hand), papers, given.folder, recipient=FINANCE.unit.code, passphrase=UNIT_PASSPHRASE
        )
    except BaseException:  # noqa: BLE001 - whatever it was, it is told here
        traceback.print_exc()  # the program's own hook would only write a report
        _picture(given.folder)
        return 1
    report = {
        "package": str(package),
        "person_seconds": round(hand.effort.person_seconds, 1),
        "machine_seconds": round(hand.seconds, 1),
        "waited_seconds": round(hand.effort.waited, 1),
        "operators": dict(hand.effort.counts),
        "seconds_per_operator": SECONDS,
    }
    (given.folder / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    print(json.dumps(report))
    if program.window:
        program.window.close()
    program.finish()
    return 0


def _picture(folder: Path) -> None:
    """Keep what the screen shows, for whoever looks into why the clerk got stuck."""
    screen = QApplication.primaryScreen()
    screen.grabWindow(0).save(str(folder / "stuck.png"))


def _laid_out(sample: Path, folder: Path) -> Papers:
    """Put the list and the scans into one folder, as they lie on a clerk's desk."""
    folder.mkdir(exist_ok=True)
    for path in [*sample.iterdir(), *(sample / "ban_quet").iterdir()]:
        if path.is_file():
            shutil.copy(path, folder / path.name)
    return Papers.of(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", type=lambda text: Path(text).resolve())
    parser.add_argument("folder", type=lambda text: Path(text).resolve())
    parser.add_argument("--pace", type=float, default=0.0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

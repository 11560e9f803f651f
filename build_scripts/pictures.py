"""Pictures of every page of a profile: pictures.py HOME FOLDER [--dark] [--scale 125] [--english].

Run in a process of its own.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.app import Tools, build_shell
from desktop.services.appraisal.appraise import inbox
from desktop.services.office import Office, open_office
from desktop.system.clock import utc_now
from desktop.system.crash import CrashReports
from desktop.system.interpreter import keep_constants
from desktop.ui.language import Language
from desktop.ui.messages import Messages
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.drafting.page import DraftPage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.translation import speak_to

_SIZE = (1366, 768)
"""The screen in its own points."""
_SETTLE_MS = 400


def main() -> int:
    """Draw the pages; return the exit code."""
    given = _arguments()
    os.environ["QT_SCALE_FACTOR"] = str(given.scale / 100)
    keep_constants()
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app, dark=given.dark)
    speak_to(app, Language.ENGLISH if given.english else Language.VIETNAMESE)
    office = open_office(given.home, now=utc_now)
    messages = Messages()
    tasks = Tasks(messages, CrashReports(given.home / "crash", __version__, utc_now))
    shell = build_shell(office, Tools(theme, messages, tasks))
    shell.resize(*(side * 100 // given.scale for side in _SIZE))
    shell.show()
    given.folder.mkdir(parents=True, exist_ok=True)
    mode = office.identity.mode.value
    shade = (
        ("dark" if given.dark else "light")
        + ("" if given.scale == 100 else f"-{given.scale}")
        + ("-english" if given.english else "")
    )
    for page in shell.page_ids:
        _draw(shell, tasks, office, page, given.folder / f"{mode}-{page}-{shade}.png")
    for name, open_view in _views(shell):
        open_view()
        _grab(shell, tasks, given.folder / f"{mode}-{name}-{shade}.png")
    tasks.finish()
    office.close()
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--english", action="store_true")
    parser.add_argument("--scale", type=int, default=100, help="per cent, as the screen is set in the system")
    return parser.parse_args()


def _draw(shell: Shell, tasks: Tasks, office: Office, page: str, target: Path) -> None:
    shell.show_page(page, _target(office, page))
    _grab(shell, tasks, target)


def _grab(shell: Shell, tasks: Tasks, target: Path) -> None:
    _wait(_SETTLE_MS)
    while tasks.busy:
        _wait(_SETTLE_MS)
    shell.grab().save(str(target))


def _views(shell: Shell) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what stands inside a page until somebody asks: the steps, the trial, a form before it is printed.

    The tabs of drafting are drawn of a profile that holds a draft.
    """
    people = shell.findChild(PeoplePage)
    if people is not None:
        shell.show_page("people")
        people.sides.show_detail()
        yield "why", people.pane.explain
        yield "what-if", people.pane.try_out
        yield "slip", people.print_person
        people.printing.view.close_view()
        yield "wizard", people.bar.import_button.click
    approvals = shell.findChild(ApprovalsPage)
    if approvals is not None:
        shell.show_page("approvals")
        yield "new-document", approvals.add_button.click
    drafting = shell.findChild(DraftPage)
    if drafting is not None and drafting.session.draft is not None:
        shell.show_page("draft")
        for name, tab in (
            ("figures", drafting.figures),
            ("formula", drafting.formulas),
            ("examples", drafting.examples),
        ):
            yield f"draft-{name}", partial(drafting.tabs.setCurrentWidget, tab)
        drafting.tabs.setCurrentWidget(drafting.publish)
        drafting.publish.whom.setCurrentIndex(1)  # made-up people: no open record is computed by a practice pack
        yield "draft-publish", drafting.publish.compare.click
    appraisal = shell.findChild(AppraisalPage)
    if appraisal is not None:
        shell.show_page("appraisal")
        yield "slip", appraisal.print_person


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _target(office: Office, page: str) -> object:
    """Return what the page should show: the appraisal page needs a submission."""
    if page != "appraisal":
        return None
    items = inbox(office)
    return max(items, key=lambda item: item.submission.people).submission.id if items else None


if __name__ == "__main__":
    sys.exit(main())

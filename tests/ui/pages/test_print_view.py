"""The slip before it is printed: shown in the window, saved as a file, left with Escape."""

from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.states import DossierState
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.print_view import PrintStack
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from tests.services.offices import Desks
from tests.ui.dressing import dressed
from tests.ui.pages.conftest import Watched
from tests.ui.pages.entry_desk import Opened
from tests.ui.recording import RecordingMessages

CTRL = Qt.KeyboardModifier.ControlModifier


def take_focus(widget: QWidget, qtbot: QtBot) -> None:
    """Put the keyboard there, as a click into the window does."""
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus, timeout=20_000)


def ready_to_print(stack: PrintStack, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: stack.view.save.isEnabled() and stack.view.preview.canvas.image.width() > 0, timeout=30_000)


def test_ctrl_p_shows_the_slip_and_escape_leads_back(
    mended: Desks, open_desk: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    QTest.keyClick(desk.shell, Qt.Key.Key_P, CTRL)
    stack = desk.people.printing
    ready_to_print(stack, qtbot)
    assert stack.covered
    assert person.person.full_name in stack.view.heading.text()
    desk.messages.paths = (tmp_path / "phieu.pdf",)
    QTest.keyClick(stack.view.preview, Qt.Key.Key_S, CTRL)
    with pikepdf.open(tmp_path / "phieu.pdf") as saved:
        assert len(saved.pages) >= 3
    assert desk.said == "Đã lưu phieu.pdf."
    scratch = stack.view._file
    assert scratch.exists()
    QTest.keyClick(stack.view.preview, Qt.Key.Key_Escape)
    assert not stack.covered
    assert not scratch.exists()


def test_what_stops_the_writing_leads_back(
    qtbot: QtBot, tasks: Tasks, messages: RecordingMessages, theme: object, tmp_path: Path
) -> None:

    stack = PrintStack(QLabel("việc"), tasks, messages, tmp_path)
    qtbot.addWidget(dressed(stack))
    started: list[Progress] = []

    def making(progress: Progress, _path: Path) -> int:
        started.append(progress)
        progress.cancel()
        progress.stop_if_cancelled()
        return 0

    stack.make("Phiếu", "phieu.pdf", making)
    qtbot.waitUntil(lambda: not stack.covered, timeout=20_000)
    assert started


def test_the_appraisal_slip_is_shown_and_no_letter_decides_under_it(
    qtbot: QtBot, received: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = AppraisalPage(received.finance, tasks, messages)
    watched = Watched(page, qtbot)
    qtbot.waitUntil(lambda: page.people.current_record() is not None and not tasks.busy, timeout=20_000)
    take_focus(page.people, qtbot)
    QTest.keyClick(page.people, Qt.Key.Key_P, CTRL)
    ready_to_print(page.printing, qtbot)
    for key in (Qt.Key.Key_A, Qt.Key.Key_T):
        QTest.keyClick(page.printing.view.preview.canvas, key)
    line = page.people.current_record()
    assert line is not None
    with received.finance.store.begin() as work:
        assert work.decisions.of_submission(line.sent.submission_id) == ()
    assert watched.banners == []
    take_focus(page.printing.view.preview.canvas, qtbot)
    QTest.keyClick(page.printing.view.preview, Qt.Key.Key_Escape)
    assert not page.printing.covered
    assert page.bar.isEnabled()
    tasks.finish()


def test_the_register_is_written_into_a_folder(ready: Desks, open_desk: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit", None)
    desk.messages.paths = (tmp_path,)
    desk.submit.register_button.setFocus()
    QTest.keyClick(desk.submit.register_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.banners), timeout=30_000)
    assert "bieu-06-ho-so-kem-theo.pdf" in desk.said
    assert (tmp_path / "bieu-06-ho-so-kem-theo.xlsx").exists()

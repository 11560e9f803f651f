"""A package is opened to read in the window, by keyboard: what it shows, what is saved of it, what is refused."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from desktop.app import Tools, build_shell
from desktop.domain.money import format_dong
from desktop.services.office import Office
from desktop.ui.pages.sending.reopened_dialog import PackageDialog
from desktop.ui.pages.sending.reopening import PackageReopening
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.widgets.looks import Tone
from tests.services.mail import send, submission_in
from tests.services.offices import UNIT_PASSPHRASE, Desks
from tests.services.seen import everything_in
from tests.ui.pages.entry_desk import RETURN, Opened
from tests.ui.recording import RecordingMessages

_WAIT = 60_000
_O = Qt.Key.Key_O


def _private(office: Office) -> list[Path]:
    folder = office.folder / "private"
    return [each for each in folder.rglob("*") if each.is_file()] if folder.exists() else []


def _read(reopening: PackageReopening, tasks: Tasks, qtbot: QtBot) -> PackageDialog:
    qtbot.waitUntil(lambda: reopening.opened is not None and not tasks.busy, timeout=_WAIT)
    dialog = reopening.opened
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=_WAIT)
    return dialog


def _left(dialog: PackageDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _tab_by_keys(dialog: PackageDialog, place: int) -> None:
    bar = dialog.tabs.findChild(QTabBar)
    assert bar is not None
    bar.setFocus()
    while dialog.tabs.currentIndex() != place:
        QTest.keyClick(bar, Qt.Key.Key_Right)


def test_what_was_sent_is_read_and_a_file_is_saved(
    ready: Desks, open_desk: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    package = send(ready, plain=False)
    desk = open_desk(ready.unit)
    desk.shell.show_page("results")
    before = everything_in(ready.unit)
    desk.messages.paths, desk.messages.secret = (package.package.path,), UNIT_PASSPHRASE
    results = desk.results
    results.sent.table.setFocus()
    QTest.keyClick(results.sent.table, RETURN)
    dialog = _read(results.reopening, desk.tasks, qtbot)
    assert package.package.path.name in desk.messages.said[0].title
    assert dialog.verdict.tone is Tone.OK
    assert format_dong(package.submission.total) in dialog.summary.text()
    assert dialog.people.records.rowCount() == package.submission.people
    _tab_by_keys(dialog, 3)
    target = tmp_path / "luu.pdf"
    desk.messages.paths = (target,)
    dialog.files.save_button.setFocus()
    QTest.keyClick(dialog.files.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(dialog.note.text()), timeout=_WAIT)
    chosen = dialog.files.table.current_record()
    assert chosen is not None
    assert target.read_bytes() == ready.unit.store.blobs.path(chosen.sha256).read_bytes()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=_WAIT)
    _left(dialog)
    assert not _private(ready.unit)
    assert everything_in(ready.unit) == before


def test_so_tai_chinh_reads_what_came_from_any_page(
    received: Desks, theme: Theme, tasks: Tasks, messages: RecordingMessages, qtbot: QtBot
) -> None:
    shell = build_shell(received.finance, Tools(theme, messages, tasks))
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=_WAIT)
    messages.paths = (submission_in(received),)
    QTest.keyClick(shell, _O, Qt.KeyboardModifier.ControlModifier)
    found = shell.findChild(PackageReopening, "reopening_by_key")
    dialog = _read(found, tasks, qtbot)
    assert dialog.people.records.rowCount() > 0
    _left(dialog)
    assert not _private(received.finance)


def test_opening_is_stopped_and_leaves_nothing(ready: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    path = send(ready, plain=False).package.path
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    desk.messages.secret = UNIT_PASSPHRASE
    stopped: list[str] = []
    desk.tasks.cancelled.connect(stopped.append)
    desk.submit.reopening.open_file(path)
    for job in desk.tasks._jobs:
        job.progress.cancel()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=_WAIT)
    assert stopped == [f"Mở gói {path.name}"]
    assert desk.submit.reopening.opened is None
    assert not _private(ready.unit)


def test_a_damaged_file_says_so_and_opens_nothing(ready: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    path = send(ready, plain=False).package.path
    path.write_bytes(path.read_bytes()[:-100])
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    desk.messages.paths, desk.messages.secret = (path,), UNIT_PASSPHRASE
    before = everything_in(ready.unit)
    desk.submit.reopen_button.setFocus()
    QTest.keyClick(desk.submit.reopen_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.banners), timeout=_WAIT)
    assert desk.banners[-1].tone is Tone.ERROR
    assert "Không giải mã được gói" in desk.said
    assert desk.submit.reopening.opened is None
    assert everything_in(ready.unit) == before

"""The first start by keyboard: four steps, each of which may be skipped, and the way back from a backup."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.names import fold
from desktop.services.keys.key_backup import backup_state
from desktop.services.keys.own_fingerprint import own_fingerprint
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Mode, Office
from desktop.ui.pages.first_run.window import FirstRun
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import UNIT, Clock, Desks
from tests.ui.keyboard import type_text
from tests.ui.recording import RecordingMessages

PASSPHRASE = "bon tu khong lien quan"  # noqa: S105 - of keys that live as long as a test


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, tasks: Tasks, messages: RecordingMessages) -> Callable[[Path], FirstRun]:
    """Open the window of the first start; the office that comes of it is closed with it."""

    def opened(home: Path) -> FirstRun:
        window = FirstRun(home, Clock(), tasks, messages)
        theme.dress(window)
        qtbot.addWidget(window, before_close_func=_close)
        window.show()
        qtbot.waitUntil(lambda: window.activateWindow() or window.isActiveWindow(), timeout=20_000)
        return window

    def _close(window: FirstRun) -> None:
        tasks.finish()
        if window.office is not None:
            window.office.close()

    return opened


def _fill_office(window: FirstRun, mode: Mode = Mode.UNIT) -> None:
    """Type the office's data with the keyboard alone, from the field that has it."""
    step = window.office_step
    assert step.mode.hasFocus()
    if mode is Mode.FINANCE:
        QTest.keyClick(step.mode, Qt.Key.Key_Down)
    for edit, text in (
        (step.code, UNIT.unit.code),
        (step.name, UNIT.unit.name),
        (step.operator, UNIT.operator),
        (step.head, UNIT.head),
    ):
        while QApplication.focusWidget() is not edit:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        type_text(edit, text)


def _idle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)


def test_four_steps_of_a_unit_by_keyboard(
    qtbot: QtBot, start: Callable[[Path], FirstRun], tasks: Tasks, messages: RecordingMessages, tmp_path: Path
) -> None:
    mail = tmp_path / "mail"
    mail.mkdir()
    messages.paths = (mail,)
    window = start(tmp_path / "home")
    assert window.list.lines[0].text() == "1. Cơ quan và chế độ làm việc"
    _fill_office(window)
    assert not window.skip.isVisible()
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    office = window.office
    assert office is not None
    assert office.identity.unit.code == UNIT.unit.code

    keys = window.current
    assert window.skip.isVisible()
    assert not window.next.isVisible()
    assert "chưa ký" in window.without.text()
    assert keys.key.passphrase.hasFocus()
    type_text(keys.key.passphrase, PASSPHRASE)
    QTest.keyClick(keys.key.passphrase, Qt.Key.Key_Tab)
    assert keys.key.again.hasFocus()
    type_text(keys.key.again, PASSPHRASE)
    QTest.keyClick(keys.key.again, Qt.Key.Key_Return)
    _idle(qtbot, tasks)
    assert window.next.isVisible()
    assert keys.backup.folder.button.hasFocus()
    QTest.keyClick(keys.backup.folder.button, Qt.Key.Key_Space)
    QTest.keyClick(keys.backup.passphrase, Qt.Key.Key_Return)
    _idle(qtbot, tasks)
    assert backup_state(office).current
    assert len(keys.backup.words.text().split()) == 24  # twelve words with their numbers
    QTest.keyClick(keys.backup.print, Qt.Key.Key_Return)
    qtbot.waitUntil(window.prints.view.open.isEnabled, timeout=20_000)
    assert not window.next.isVisible()
    QTest.keyClick(window.prints.view, Qt.Key.Key_Escape)
    assert window.next.isVisible()

    QTest.keyClick(window.next, Qt.Key.Key_Return)
    assert keys.backup.words.text() == ""
    trust = window.current
    QTest.keyClick(trust.request.folder.button, Qt.Key.Key_Space)
    QTest.keyClick(trust.request.passphrase, Qt.Key.Key_Return)
    _idle(qtbot, tasks)
    assert len(list(mail.glob("dangky-*.asice"))) == 1
    assert trust.request.fingerprint.text() == own_fingerprint(office)
    assert "chưa kiểm tra được gói" in window.without.text()

    QTest.keyClick(window.skip, Qt.Key.Key_Return)
    assert "chưa có số liệu" in " ".join(_pills(window))
    assert any("Điều 3 Nghị quyết 07/2024" in each.text() for each in window.current.findChildren(QLabel))
    with qtbot.waitSignal(window.created) as made:
        QTest.keyClick(window.next, Qt.Key.Key_Return)
    assert made.args == [office]


def _pills(window: FirstRun) -> list[str]:
    from desktop.ui.widgets.pill import Pill  # noqa: PLC0415 - only here

    return [pill.text() for pill in window.current.findChildren(Pill)]


def test_everything_skipped_leaves_an_office_that_can_type(
    qtbot: QtBot, start: Callable[[Path], FirstRun], tmp_path: Path
) -> None:
    window = start(tmp_path / "home")
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    assert window.office is None
    assert "Mã đơn vị" in window.office_step.fault.text()
    _fill_office(window)
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    QTest.keyClick(window.skip, Qt.Key.Key_Return)
    QTest.keyClick(window.back, Qt.Key.Key_Return)
    QTest.keyClick(window.back, Qt.Key.Key_Return)
    assert window.current is window.office_step
    assert not window.office_step.code.isEnabled()
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    QTest.keyClick(window.skip, Qt.Key.Key_Return)
    QTest.keyClick(window.skip, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.created):
        QTest.keyClick(window.next, Qt.Key.Key_Return)
    assert window.office is not None
    assert not signing_state(window.office).has_key


def test_so_tai_chinh_makes_key_and_root(
    qtbot: QtBot, start: Callable[[Path], FirstRun], tasks: Tasks, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.paths = (tmp_path,)
    window = start(tmp_path / "home")
    _fill_office(window, Mode.FINANCE)
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    keys = window.current
    for edit in (keys.key.passphrase, keys.key.again):
        type_text(edit, PASSPHRASE)
    QTest.keyClick(keys.key.again, Qt.Key.Key_Return)
    _idle(qtbot, tasks)
    assert not keys.backup.isVisible()  # after the root, both at once
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    trust = window.current
    QTest.keyClick(trust.setup.folder.button, Qt.Key.Key_Space)
    for edit in (trust.setup.root_typed.first, trust.setup.root_typed.again):
        type_text(edit, "mat khau cua goc")
    QTest.keyClick(trust.setup.make, Qt.Key.Key_Return)
    _idle(qtbot, tasks)
    office = window.office
    assert office is not None
    assert signing_state(office).can_sign
    assert trust.backup.isVisible()
    assert len(trust.setup.fingerprint.words.text().split()) == 32


def test_an_office_comes_back_with_key_and_data_from_backup_and_packages(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    start: Callable[[Path], FirstRun],
    tasks: Tasks,
    messages: RecordingMessages,
    sent: Desks,
    tmp_path: Path,
) -> None:
    from desktop.services.keys.key_backup import back_up_keys  # noqa: PLC0415 - only here
    from tests.services.offices import UNIT_PASSPHRASE  # noqa: PLC0415 - only here
    from tests.services.test_key_backup import CODE  # noqa: PLC0415 - only here

    backup = back_up_keys(sent.unit, UNIT_PASSPHRASE, tmp_path, CODE)
    window = start(tmp_path / "home")
    QTest.keyClick(window.restore, Qt.Key.Key_Return)
    fields = window.restore_step.fields
    assert fields.file.button.hasFocus()
    messages.paths = (backup,)
    QTest.keyClick(fields.file.button, Qt.Key.Key_Space)
    type_text(fields.code, fold(CODE))
    for edit in (fields.passphrase.first, fields.passphrase.again):
        type_text(edit, PASSPHRASE)
    QTest.keyClick(fields.passphrase.again, Qt.Key.Key_Return)
    _idle(qtbot, tasks)
    office: Office | None = window.office
    assert office is not None
    assert office.identity == UNIT

    data = window.current
    messages.paths = (sent.mail,)
    QTest.keyClick(data.rebuild.folder.button, Qt.Key.Key_Space)
    type_text(data.rebuild.passphrase, PASSPHRASE)
    QTest.keyClick(data.rebuild.passphrase, Qt.Key.Key_Return)
    _idle(qtbot, tasks)
    assert "1 gói đề nghị" in window.banner.text()
    assert "60 người" in window.banner.text()
    assert "số 2" in data.rebuild.result.text()
    assert window.next.isVisible()
    QTest.keyClick(window.next, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.created):
        QTest.keyClick(window.next, Qt.Key.Key_Return)

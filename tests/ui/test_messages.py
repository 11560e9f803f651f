from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.messages import Messages
from desktop.ui.secret_dialog import SecretDialog
from desktop.ui.text_dialog import TextDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _opened(qtbot: QtBot, window: QWidget, kind: type) -> QWidget:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)))
    return next(each for each in window.findChildren(kind) if each.isVisible())


def test_markup_is_shown_as_typed(qtbot: QtBot, window: QWidget) -> None:
    Messages(window).inform("Ông <b>A</b>", "<img src='x'>")
    box = _opened(qtbot, window, QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert (box.text(), box.informativeText()) == ("Ông <b>A</b>", "<img src='x'>")


@pytest.mark.parametrize(("key", "outcome"), [(Qt.Key.Key_Return, "yes"), (Qt.Key.Key_Escape, "no")])
def test_confirm_answers_to_the_keyboard_once(qtbot: QtBot, window: QWidget, key: Qt.Key, outcome: str) -> None:
    answers: list[str] = []
    Messages(window).confirm(
        "Gửi danh sách", "53 người", yes="Gửi 53 người", done=lambda: answers.append("yes"),
        declined=lambda: answers.append("no"),
    )  # fmt: skip
    box = _opened(qtbot, window, QMessageBox)
    assert "Gửi 53 người" in [button.text() for button in box.buttons()]
    QTest.keyClick(box, key)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [outcome]


def test_error_goes_on_when_read(qtbot: QtBot, window: QWidget) -> None:
    answers: list[str] = []
    Messages(window).error("Chưa nhập được", "Tệp trống.", done=lambda: answers.append("read"))
    QTest.keyClick(_opened(qtbot, window, QMessageBox), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: answers == ["read"])


def test_text_is_asked_for_and_composed(qtbot: QtBot, window: QWidget) -> None:
    answers: list[str] = []
    Messages(window).ask_text("Lý do", "&Vì sao trả lại?", done=answers.append)
    dialog = _opened(qtbot, window, TextDialog)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    edit = dialog.findChild(QPlainTextEdit)
    edit.setFocus()
    assert not dialog._ok.isEnabled()
    edit.insertPlainText("Thie\u0302\u0301u  quyết định\nHS01 ")
    assert dialog._ok.isEnabled()
    dialog._ok.setFocus()
    QTest.keyClick(dialog._ok, " ")
    assert answers == ["Thiếu quyết định\nHS01"]


def test_a_declined_text_is_no_answer(qtbot: QtBot, window: QWidget) -> None:
    Messages(window).ask_text("Lý do", "Vì sao?", done=pytest.fail, text="cũ")
    QTest.keyClick(_opened(qtbot, window, TextDialog), Qt.Key.Key_Escape)


@pytest.fixture
def own_dialogs(qapp: QApplication):
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, on=False)


@pytest.mark.usefixtures("own_dialogs")
def test_a_file_is_chosen_by_keyboard_and_its_folder_remembered(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "danh sách.xlsx").write_bytes(b"x")
    chosen: list[Path] = []
    messages = Messages(window)
    messages.open_file("Chọn danh sách", done=chosen.append, filters="Excel (*.xlsx)", folder=str(tmp_path))
    dialog = _opened(qtbot, window, QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    name.setText("danh sách.xlsx")
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == [tmp_path / "danh sách.xlsx"]
    messages.save_file("Ghi danh sách", done=pytest.fail, name="mới.xlsx")
    qtbot.waitUntil(
        lambda: any(each.acceptMode() is QFileDialog.AcceptMode.AcceptSave for each in window.findChildren(QFileDialog))
    )
    again = next(
        each for each in window.findChildren(QFileDialog) if each.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    )
    assert Path(again.directory().absolutePath()) == tmp_path
    assert again.defaultSuffix() == "xlsx"
    again.reject()


@pytest.mark.usefixtures("own_dialogs")
def test_the_folder_is_the_one_that_was_typed_not_one_on_its_way(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "a" / "in").mkdir(parents=True)
    chosen: list[Path] = []
    Messages(window).choose_folder("Chọn thư mục", done=chosen.append, folder=str(tmp_path))
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    dialog = window.findChildren(QFileDialog)[-1]
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    for typed in (tmp_path / "a", tmp_path / "a" / "in"):
        name.setText(str(typed))
        qtbot.waitUntil(lambda: str(tmp_path / "a") in dialog.selectedFiles())
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == [tmp_path / "a" / "in"]


def test_a_passphrase_is_asked_for_unseen_and_not_kept(qtbot: QtBot, window: QWidget) -> None:
    answers: list[str] = []
    Messages(window).ask_secret("Gói đã mã hóa", "&Mật khẩu của khóa:", done=answers.append)
    dialog = _opened(qtbot, window, SecretDialog)
    edit = dialog.findChild(QLineEdit)
    assert edit is not None
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (answers, dialog.isVisible()) == ([], True)
    QTest.keyClicks(edit, "mat khau")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answers == ["mat khau"])
    assert edit.text() == ""

"""The whole draft as text, for what the other tabs do not edit; read by the same loader, faults by line."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.exchange.container.part_file import part_file, synced
from desktop.rules.pack_limits import MAX_BYTES
from desktop.ui.messages import Messages
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.frames import button, label_for, quiet_label, row_of
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine

_SHOWN_FAULTS = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("TextTab", text)


class TextTab(QWidget):
    """YAML with its first fault; taken over with a button or when the tab is left, and exchanged as a file."""

    def __init__(self, session: DraftSession, messages: Messages) -> None:
        super().__init__()
        self._session, self._messages = session, messages
        self.edit = QPlainTextEdit()
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setAccessibleName(_tr("Bản soạn dạng văn bản YAML"))
        self.edit.setTabChangesFocus(True)
        self.fault = MarkedLine()
        self.apply = button(_tr("&Ghi và kiểm tra"), next_step=True)
        self.go = button(_tr("Tới &dòng lỗi"))
        self.take = button(_tr("&Nhập tệp…"))
        self.give = button(_tr("&Xuất tệp…"))
        self._lay_out()
        self.apply.clicked.connect(self.flush)
        self.go.clicked.connect(self._go)
        self.take.clicked.connect(self._ask_file)
        self.give.clicked.connect(self._ask_target)
        self.setFocusProxy(self.edit)

    def refresh(self) -> None:
        """Show the draft's text and its first fault."""
        draft, fault = self._session.draft, self._session.fault
        self.setEnabled(draft is not None)
        if draft is not None and self.edit.toPlainText() != draft.text:
            place = self.edit.verticalScrollBar().value()
            self.edit.setPlainText(draft.text)
            self.edit.verticalScrollBar().setValue(place)
        self.go.setEnabled(fault is not None and bool(fault.params["line"]))
        faults = "\n".join(refusal_text(each) for each in fault.all[:_SHOWN_FAULTS]) if fault else ""
        said = faults or _tr("Bản soạn đọc được, mọi công thức đúng đơn vị.")
        self.fault.show_text(Tone.ERROR if fault else Tone.OK, said, word=bool(fault))

    def flush(self) -> None:
        """Write what was typed, if anything was."""
        document = self.edit.document()
        if self._session.draft is not None and document.isModified():
            document.setModified(False)
            self._session.set_text(self.edit.toPlainText())

    def _go(self) -> None:
        fault = self._session.fault
        if fault is not None:
            block = self.edit.document().findBlockByNumber(int(fault.params["line"]) - 1)
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            self.edit.setTextCursor(cursor)
            self.edit.centerCursor()
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_file(self) -> None:
        self._messages.open_file(_tr("Nhập bản soạn"), done=self._read, filters=_tr("Gói chính sách (*.yaml *.yml)"))

    def _read(self, path: Path) -> None:
        try:
            self._session.set_text(_text_of(path))
        except Refusal as refusal:
            self._say(refusal)
        except OSError:
            self._say(Refusal("enrolment.file_missing", file=path.name))
        except UnicodeDecodeError:
            self._say(Refusal("pack.not_text", file=path.name, expected="UTF-8"))

    def _ask_target(self) -> None:
        file = self._session.file
        name = f"{file.id}-{file.version}.yaml" if file else "ban-soan.yaml"
        write = partial(self._write, self.edit.toPlainText())
        self._messages.save_file(_tr("Xuất bản soạn"), done=write, name=name, filters="YAML (*.yaml)")

    def _write(self, text: str, path: Path) -> None:
        try:
            with part_file(path) as part, synced(part) as stream:
                stream.write(text.encode("utf-8"))
        except Refusal as refusal:
            self._say(refusal)

    def _say(self, refusal: Refusal) -> None:
        self.fault.show_text(Tone.ERROR, refusal_text(refusal))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(step(self, 2))
        column.addWidget(
            quiet_label(_tr("Mọi phần của gói, kể cả giấy tờ, thời hạn và kiểm tra. Sửa xong thì ghi để kiểm tra."))
        )
        column.addWidget(label_for(self.edit, _tr("Bản soạn dạng văn bản YAML")))
        column.addWidget(self.edit, 1)
        column.addWidget(self.fault)
        column.addLayout(row_of(self, self.apply, self.go, self.take, self.give))


def _text_of(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        raise Refusal("pack.too_large", file=path.name, expected=MAX_BYTES)
    return path.read_bytes().decode("utf-8-sig")

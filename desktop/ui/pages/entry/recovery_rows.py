"""What was being typed when the program was ended: a row for each form, to be taken up or discarded."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.domain.foreign_text import shown
from desktop.services.entry.drafts import Interrupted
from desktop.services.entry.typed_parts import Form, HalfTyped, Part
from desktop.ui.pages.entry.spoken_moment import spoken_moment
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.frames import button, heading, plain_label, quiet_label, row_of
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine


class RecoveryRow(QFrame):
    """Whose record, when, what stood there; two buttons."""

    wanted = Signal(object)
    """`Interrupted` that is to be typed on."""
    unwanted = Signal(object)
    """`Interrupted` that is to be discarded."""

    def __init__(self, found: Interrupted, parent: QWidget | None = None, *, first: bool = False) -> None:
        super().__init__(parent)
        self.found = found
        self.setProperty("panel", "true")
        who = whose(found)
        self.title = heading(who)
        texts = plain_label("\n".join(_said(found.typed, each) for each in found.typed.parts))
        texts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        texts.setAccessibleName(texts.text())
        note = MarkedLine()
        note.show_text(*self._note(found))
        self.take_up = button(self.tr("Nhập tiếp"), next_step=first and not found.gone)
        self.take_up.setEnabled(not found.gone)
        self.take_up.setAccessibleName(self.tr("Nhập tiếp: {who}").format(who=who))
        self.discard = button(self.tr("Bỏ phần nhập dở"), quiet=True)
        self.discard.setAccessibleName(self.tr("Bỏ phần nhập dở: {who}").format(who=who))
        self.take_up.clicked.connect(self._want)
        self.discard.clicked.connect(self._discard)
        column = QVBoxLayout(self)
        for widget in (self.title, texts, note):
            column.addWidget(widget)
        column.addLayout(row_of(self, self.take_up, self.discard))

    def _want(self) -> None:
        self.wanted.emit(self.found)

    def _discard(self) -> None:
        self.unwanted.emit(self.found)

    def _note(self, found: Interrupted) -> tuple[Tone, str]:
        if found.gone:
            text = self.tr("Hồ sơ này đã gửi hoặc đã vào thùng rác nên không nhập tiếp được; chữ ở trên vẫn chép được.")
            return Tone.WARNING, text
        if found.newer:
            return Tone.INFO, self.tr("Hồ sơ đã được lưu sau lúc đó: ô nào có giá trị mới hơn thì giữ giá trị mới.")
        return Tone.PLAIN, ""


class RecoveryRows(QWidget):
    """The rows, or a quiet line where there are none."""

    wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RecoveryRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._none = quiet_label(self.tr("Không có phần nhập dở nào cần lấy lại."))
        self._column.addWidget(self._none)

    def show_found(self, found: Sequence[Interrupted]) -> None:
        """Show these, if they are others than before."""
        if [row.found for row in self.rows] == list(found):
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecoveryRow(each, self, first=place == 0) for place, each in enumerate(found)]
        for row in self.rows:
            row.wanted.connect(self.wanted)
            row.unwanted.connect(self.unwanted)
            self._column.addWidget(row)
        self._none.setVisible(not found)


def whose(found: Interrupted) -> str:
    """Return "Nguyễn Văn A, đang nhập dở lúc 10:32 ngày 27/11/2026"."""
    return message("draft.who", name=name_of_form(found), time=spoken_moment(found.typed.at))


def name_of_form(found: Interrupted) -> str:
    """Return whose record it is, or which form where it is nobody's."""
    forms = {Form.APPROVAL: _tr("Văn bản mới"), Form.ANSWER: _tr("Giải trình")}
    forms |= {Form.REPLY: _tr("Trả lời Sở Tài chính")}
    document = _tr("Văn bản {0}").replace("{0}", shown(found.typed.name)) if found.typed.form is Form.DOCUMENT else ""
    return forms.get(found.typed.form) or document or shown(found.typed.name) or message("ui.nameless")


def _said(typed: HalfTyped, part: Part) -> str:
    if typed.form in {Form.ANSWER, Form.REPLY}:
        return f"“{shown(part.text)}”"
    where = _tr(", dòng {0}").replace("{0}", str(part.row + 1)) if part.row >= 0 else ""
    return f"{field_name(part.field.partition('#')[0])}{where}: “{shown(part.text)}”"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)

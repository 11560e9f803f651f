"""Enter a document of the competent authority."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.pages.papers.proves_choice import ProvesChoice
from desktop.ui.widgets.edits import DateEdit, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.listed_choice import Choice
from desktop.ui.widgets.typed_edit import TypedEdit


@dataclass(frozen=True, slots=True)
class TypedApproval:
    """What was typed."""

    number: str
    issued_on: date | None
    issuer: str
    proves: str = ""


class ApprovalForm(QFrame):
    """Number, day, issuer, what it proves; emits `ready` when the clerk is done."""

    ready = Signal()
    left = Signal()
    """The clerk gave up entering one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.number, self.issued_on, self.issuer = TextEdit(), DateEdit(), TextEdit()
        self.proves = ProvesChoice()
        section = FormSection(self.tr("Văn bản mới"), 2)
        hint = self.tr("Ví dụ 123/QĐ-UBND hoặc 45-QĐ/TU.")
        section.add(LabelledField(self.tr("&Số, ký hiệu"), self.number, need=Need.REQUIRED, help=hint))
        section.add(LabelledField(self.tr("&Ngày ban hành"), self.issued_on, need=Need.REQUIRED))
        section.add(LabelledField(self.tr("&Cơ quan ban hành"), self.issuer, need=Need.REQUIRED))
        section.add(LabelledField(self.tr("Là giấ&y tờ"), self.proves, need=Need.REQUIRED))
        self.button = QPushButton(self.tr("&Ghi văn bản"))
        self.button.clicked.connect(self.ready)
        self.give_up = QPushButton(self.tr("Thôi (Esc)"))
        self.give_up.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Escape"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        column = QVBoxLayout(self)
        column.addWidget(section)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def start(self, kinds: Sequence[Choice] = (), proves: str = "") -> None:
        """Show the empty form with the cursor in its first field; `kinds` is what a document can prove."""
        self.proves.set_choices(kinds)
        self.proves.set_value(proves)
        for editor in (self.number, self.issued_on, self.issuer):
            editor.set_text("")
        self.show()
        self.number.setFocus()

    @property
    def lines(self) -> dict[str, TypedEdit[Any]]:
        """The lines by the names of their fields."""
        return {"approval.number": self.number, "approval.issued_on": self.issued_on, "approval.issuer": self.issuer}

    def typed(self) -> TypedApproval:
        """Return what was typed."""
        return TypedApproval(
            self.number.value() or "", self.issued_on.value(), self.issuer.value() or "", self.proves.value()
        )

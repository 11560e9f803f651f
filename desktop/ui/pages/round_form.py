"""Open a round: name, period, deadline."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Round
from desktop.services.office import Office
from desktop.services.rounds.open_round import all_rounds, change_round, open_round
from desktop.ui.pages.frames import button, row_of
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.edits import DateEdit, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine


class RoundForm(QFrame):
    """A small form on the home page, filled with the next free name; emits `opened` when the round is there."""

    opened = Signal(str)
    """The id of the new round."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._office = office
        today = office.now().date()
        number = 1 + sum(each.period.startswith(f"{today.year}-") for each in all_rounds(office))
        self.name, self.period, self.deadline = TextEdit(), TextEdit(), DateEdit()
        self.name.set_value(f"Đợt {number} năm {today.year}")
        self.period.set_value(f"{today.year}-{number}")
        section = FormSection(message("task.open_round"), 3)
        help_period = self.tr("Chữ và số không dấu, ví dụ 2024-2; dùng trong tên gói.")
        section.add(LabelledField(self.tr("&Tên đợt"), self.name, need=Need.REQUIRED, name="round.name"))
        section.add(
            LabelledField(self.tr("&Kỳ"), self.period, need=Need.REQUIRED, help=help_period, name="round.period")
        )
        section.add(LabelledField(self.tr("&Hạn gửi"), self.deadline, name="round.deadline"))
        self.button = QPushButton(self.tr("&Lập đợt"))
        self.button.setProperty("next", "true")
        self.button.clicked.connect(self._open)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        column = QVBoxLayout(self)
        column.addWidget(section)
        column.addWidget(self.fault)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open(self) -> None:
        try:
            name, period = self.name.value() or "", self.period.value() or ""
            made = open_round(self._office, name, period, deadline=self.deadline.value())
        except Refusal as refusal:
            self.fault.setText(refusal_text(refusal))
            self.fault.show()
            return
        self.opened.emit(made.id)


class ChangeRoundForm(QFrame):
    """Another name or deadline for a round; Escape leaves it as it is."""

    changed = Signal()
    closed = Signal()

    def __init__(self, office: Office, of_round: Round, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._office, self._round = office, of_round
        self.name, self.deadline = TextEdit(), DateEdit()
        self.name.set_value(of_round.name)
        self.deadline.set_value(of_round.deadline)
        section = FormSection(self.tr("Tên và hạn của đợt"), 2)
        section.add(LabelledField(self.tr("Tên đợ&t"), self.name, need=Need.REQUIRED, name="round.name"))
        section.add(LabelledField(self.tr("&Hạn gửi"), self.deadline, name="round.deadline"))
        self.save = button(self.tr("Lư&u"), next_step=True)
        self.cancel = button(self.tr("Thôi (Esc)"), quiet=True)
        self.fault = MarkedLine()
        column = QVBoxLayout(self)
        column.addWidget(section)
        column.addWidget(self.fault)
        column.addLayout(row_of(self, self.save, self.cancel))
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def _save(self) -> None:
        try:
            change_round(self._office, self._round.id, self.name.value() or "", self.deadline.value())
        except Refusal as refusal:
            self.fault.show_text(Tone.ERROR, refusal_text(refusal))
            return
        self.changed.emit()

"""On the sending page, once a package of the round was sent: what the next one is for, and what it would bring."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.services.corrections.correct_sent import withdraw_all
from desktop.services.sending.plan_sending import SendingPlan
from desktop.ui.correction_words import plan_of, purpose_hint
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import button, plain_label, quiet_label, row_of
from desktop.ui.pages_base import Banner
from desktop.ui.texts import message, refusal_text, word
from desktop.ui.widgets.looks import Tone, step

_NAMES = 8
"""How many names of each kind are told."""


class CorrectionBox(QWidget):
    """Hidden while nothing was sent. Says by itself which purpose fits; another can be chosen."""

    changed = Signal()
    """Another purpose was chosen, or people were taken out."""
    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._messages = desk, messages
        self._chosen: Purpose | None = None
        self._plan: SendingPlan | None = None
        self.purposes = QComboBox()
        for each in Purpose:
            self.purposes.addItem(word(each), each)
        self.reason = QLineEdit()
        self.hint, self.counts, self.names = quiet_label(), plain_label(), quiet_label()
        self.withdraw_button: QPushButton = button(_tr("Rút cả &danh sách…"))
        self._lay_out()
        self.purposes.activated.connect(self._choose)
        self.withdraw_button.clicked.connect(self._ask_withdraw)
        self.hide()

    @property
    def purpose(self) -> Purpose | None:
        """The purpose that somebody chose, None while the one that fits is taken."""
        return self._chosen

    def forget(self) -> None:
        """Take the purpose that fits again."""
        self._chosen = None
        self.reason.clear()

    def show_plan(self, plan: SendingPlan | None) -> None:
        """Show what the next package would bring."""
        self._plan = plan
        purpose = plan.purpose if plan else None
        self.setVisible(purpose is not None)
        if plan is None or purpose is None:
            return
        self.purposes.setCurrentIndex(list(Purpose).index(purpose))
        self._mark(plan.suggested)
        self.rows.setRowVisible(self.reason, purpose is Purpose.REPLACE)
        self.hint.setText(purpose_hint(purpose))
        told = plan_of(plan)
        self.counts.setText(_tr("Gói này: {0}.").replace("{0}", told))
        self.names.setText("\n".join(_named(plan)))
        self.names.setVisible(bool(self.names.text()))

    def demand_reason(self) -> bool:
        """Tell whether a reason is still to be typed, and put the keyboard there."""
        missing = self._plan is not None and self._plan.purpose is Purpose.REPLACE and not self.reason.text().strip()
        if missing:
            self.reason.setFocus()
            self.said.emit(Banner(message("correction.reason_missing"), Tone.ERROR))
        return missing

    def _lay_out(self) -> None:
        wide = self.fontMetrics().averageCharWidth()
        self.rows = QFormLayout()
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._add_row(_tr("Mục đích của &gói"), self.purposes, wide * 36)
        self._add_row(_tr("&Lý do thay thế"), self.reason, wide * 60)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addLayout(self.rows)
        for each in (self.hint, self.counts, self.names):
            column.addWidget(each)
        column.addLayout(row_of(self, self.withdraw_button))

    def _add_row(self, label: str, editor: QWidget, width: int) -> None:
        editor.setAccessibleName(label.replace("&", ""))
        editor.setMinimumWidth(width)
        self.rows.addRow(label, editor)

    def _mark(self, suggested: Purpose | None) -> None:
        for place, each in enumerate(Purpose):
            fits = _tr(" (phù hợp)") if each is suggested else ""
            self.purposes.setItemText(place, word(each) + fits)

    def _choose(self, place: int) -> None:
        self._chosen = list(Purpose)[place]
        self.changed.emit()

    def _ask_withdraw(self) -> None:
        label = _tr("Vì sao rút mọi người đã gửi mà chưa có quyết định?")
        self._messages.ask_text(_tr("Rút cả danh sách"), label, done=self._withdraw)

    def _withdraw(self, reason: str) -> None:
        opened = self._desk.round
        if opened is None:
            return
        try:
            people = withdraw_all(self._desk.office, opened.id, reason)
        except Refusal as refusal:
            self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self.forget()
        self._desk.read()
        self.changed.emit()
        text = _tr("Đã rút {0} người. Ký và ghi gói để báo Sở Tài chính.").replace("{0}", str(len(people)))
        self.said.emit(Banner(text, Tone.INFO))


def _named(plan: SendingPlan) -> list[str]:
    """Return a line of names for each thing that is done to people."""
    told = (
        (_tr("Thêm"), [each.person.full_name for each in plan.added]),
        (_tr("Sửa"), [each.person.full_name for each in plan.changed]),
        (_tr("Rút"), [f"{each.full_name} ({each.reason})" for each in plan.withdrawals]),
    )
    return [f"{kind}: {_some(names)}" for kind, names in told if names]


def _some(names: list[str]) -> str:
    more = len(names) - _NAMES
    shown = ", ".join(names[:_NAMES])
    return shown if more <= 0 else _tr("{0} và {1} người khác").format(shown, more)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CorrectionBox", text)

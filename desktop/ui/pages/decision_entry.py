"""Why, and how much: what a decision other than an approval needs, asked in place."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from desktop.domain.foreign_text import shown
from desktop.domain.money import Dong
from desktop.domain.names import compose
from desktop.domain.rounds import Outcome, Reason
from desktop.services.appraisal.received_view import Appraisal
from desktop.ui.pages.field_names import field_names
from desktop.ui.pages.frames import Panel, button, heading, row_of, tell_whole
from desktop.ui.texts import word
from desktop.ui.widgets.edits import MoneyEdit
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import row_height


class DecisionEntry(Panel):
    """Amount (only when adjusted), the field it is about, the reason. Ctrl+Enter decides, Escape gives up."""

    decided = Signal(object, object, object)
    """Outcome, amount (Dong or None), reasons (tuple)."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("DecisionEntry", "Lý do quyết định"), parent)
        self._outcome = Outcome.RETURNED
        self._heading = heading()
        self.amount, self.field, self.reason = MoneyEdit(), QComboBox(), QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(row_height(self.fontMetrics()) * 2)
        self.done = button(self.tr("&Ghi quyết định (Ctrl+Enter)"), next_step=True)
        self.cancel = button(self.tr("Thôi (Esc)"), quiet=True)
        self._amount_field = LabelledField(self.tr("Số tiền t&hẩm định"), self.amount, need=Need.REQUIRED)
        self._fill_fields()
        self._lay_out()
        self.done.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.close_panel)
        self.hide()

    def open_for(self, outcome: Outcome, appraisal: Appraisal) -> None:
        """Ask for what this outcome needs; amount and reason start from the recomputation."""
        self._outcome = outcome
        self._heading.setText(f"{word(outcome)}: {shown(appraisal.sent.full_name, 80)}")
        self._amount_field.setVisible(outcome is Outcome.ADJUSTED)
        self.amount.set_value(appraisal.recomputed_amount)
        self.field.setCurrentIndex(0)
        self.reason.setPlainText("" if outcome is Outcome.REJECTED else self._difference(appraisal))
        self.show()
        self.reason.setFocus()
        self.reason.selectAll()

    def close_panel(self) -> None:
        """Hide and forget what was typed."""
        self.reason.clear()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter decides, Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._decide()
        else:
            super().keyPressEvent(event)

    def _fill_fields(self) -> None:
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setMinimumContentsLength(12)
        tell_whole(self.field)
        self.field.addItem(self.tr("Cả hồ sơ"), "")
        for name, words in field_names().items():
            self.field.addItem(words, name)

    def _lay_out(self) -> None:
        about = LabelledField(self.tr("&Mục"), self.field)
        why = LabelledField(self.tr("&Lý do"), self.reason, need=Need.REQUIRED)
        self.column.addWidget(self._heading)
        self.column.addLayout(row_of(self, self._amount_field, about, stretch=False))
        self.column.addWidget(why)
        self.column.addLayout(row_of(self, self.done, self.cancel))

    def _difference(self, appraisal: Appraisal) -> str:
        differences = (each.first_difference for each in appraisal.comparisons)
        first = next((each for each in differences if each is not None), None)
        if first is None:
            return ""
        none = self.tr("không có")
        sentence = self.tr("{0}: đơn vị khai {1}, tính lại {2}.")
        return sentence.format(first.label, first.left or none, first.right or none)

    def _decide(self) -> None:
        text = compose(self.reason.toPlainText().strip())
        reasons = (Reason(text, field=str(self.field.currentData())),) if text else ()
        amount: Dong | None = self.amount.value() if self._outcome is Outcome.ADJUSTED else None
        self.decided.emit(self._outcome, amount, reasons)

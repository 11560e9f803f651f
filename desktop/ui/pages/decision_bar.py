"""The bar under a person: the four decisions, the way to the next person, the paper; `all` stands under the list."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.rounds import Outcome
from desktop.services.appraisal.received_view import Appraisal
from desktop.ui.pages.frames import button, plain_label, row_of, set_next_step
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone, step, write_as

_KEYS = {
    Outcome.APPROVED: "A",
    Outcome.ADJUSTED: "D",
    Outcome.RETURNED: "B",
    Outcome.REJECTED: "T",
}


class DecisionBar(QWidget):
    """Single letters decide anywhere on `page` except while one types; they do what the buttons do."""

    chosen = Signal(object)
    """The Outcome asked for."""
    undo_asked = Signal()
    moved = Signal(int)
    """-1: the person before, +1: the person after."""
    all_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        words = {
            Outcome.APPROVED: self.tr("Chấp thuận (A)"),
            Outcome.ADJUSTED: self.tr("Điều chỉnh (D)"),
            Outcome.RETURNED: self.tr("Trả lại (B)"),
            Outcome.REJECTED: self.tr("Từ chối (T)"),
        }
        self.outcomes = {each: button(text) for each, text in words.items()}
        self.undo = button(self.tr("Rút quyết định"))
        self.draft_note = plain_label(message("draft.only_to_look"))
        write_as(self.draft_note, Tone.WARNING)
        self.before = button(self.tr("← Người trước"))
        self.after = button(self.tr("Người sau →"))
        self.paper = button(self.tr("Văn bản (F6)"))
        self.all = button(self.tr("Chấp thuận hàng loạt…"))
        self.all.setToolTip(self.tr("Chấp thuận mọi người không có khác biệt, lỗi hay cảnh báo chưa giải trình"))
        self._lay_out()
        self._connect(page)
        self.show_appraisal(None)

    def show_appraisal(self, appraisal: Appraisal | None) -> None:
        """Offer what can be decided of this person; the accent goes to the next step."""
        decided = appraisal is not None and appraisal.decision is not None
        draft = appraisal is not None and appraisal.draft
        self.draft_note.setVisible(draft)
        for outcome, each in self.outcomes.items():
            each.setEnabled(appraisal is not None and not decided and not draft)
            each.setVisible(not decided and not draft)
            set_next_step(each, next_step=appraisal is not None and outcome is _likely(appraisal))
        self.undo.setVisible(decided)

    def listen_to(self, widget: QWidget) -> None:
        """Take the letters from a widget that would keep them: lists search for a name by letter."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Decide by letter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            asked = [each for outcome, each in self.outcomes.items() if event.text().upper() == _KEYS[outcome]]
            for each in asked:
                each.click()
            if asked:
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self.draft_note)
        column.addLayout(row_of(self, *self.outcomes.values(), self.undo))
        column.addLayout(row_of(self, self.before, self.after, self.paper))

    def _connect(self, page: QWidget) -> None:
        for outcome, each in self.outcomes.items():
            each.clicked.connect(lambda _checked=False, outcome=outcome: self.chosen.emit(outcome))
            self._shortcut(_KEYS[outcome], page).activated.connect(each.click)
        for each, keys, by in ((self.before, "Alt+Up", -1), (self.after, "Alt+Down", 1)):
            each.setToolTip(keys)
            each.clicked.connect(lambda _checked=False, by=by: self.moved.emit(by))
            self._shortcut(keys, page).activated.connect(each.click)
        self.undo.clicked.connect(self.undo_asked)
        self.all.clicked.connect(self.all_asked)

    def _shortcut(self, keys: str, page: QWidget) -> QShortcut:
        return QShortcut(QKeySequence(keys), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _likely(appraisal: Appraisal) -> Outcome:
    if appraisal.recomputed_amount is None:
        return Outcome.RETURNED
    return Outcome.APPROVED if appraisal.agrees else Outcome.ADJUSTED

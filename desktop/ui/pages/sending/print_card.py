"""On the signing page: when the list was printed last, what changed since, and printing it anew."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.services.sending.printed_changes import PrintState
from desktop.ui.pages.frames import Panel, button, quiet_label, row_of
from desktop.ui.pages.sending.print_words import change_lines, state_sentence
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.wrapped_list import WrappedList

_MOST_LINES = 200
"""Changes named one by one; whoever has more prints anew without reading them all."""
_SHOWN_LINES = 6
_TARGET = Qt.ItemDataRole.UserRole


class PrintCard(Panel):
    """Enter or a double click on a change goes to its field."""

    jump = Signal(str, str)
    """The dossier's id and the dotted field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Bản in"))
        self.old = False
        """Whether paper and data differ, so that printing anew is the next step."""
        self.line = MarkedLine()
        self.changes = WrappedList()
        self.changes.setAccessibleName(self.tr("Thay đổi từ lần in trước"))
        self.changes.itemActivated.connect(self._go)
        self.more = quiet_label()
        self.print_button = button(self.tr("&In danh sách (Biểu 01)…"))
        self.register_button = button(self.tr("In &bảng kê hồ sơ (Biểu 06)…"))
        for each in (self.line, self.changes, self.more):
            self.column.addWidget(each)
        self.column.addLayout(row_of(self, self.print_button, self.register_button))

    def connect_prints(self, print_list: Callable[[], None], print_register: Callable[[], None]) -> None:
        """Say what the two buttons do."""
        self.print_button.clicked.connect(print_list)
        self.register_button.clicked.connect(print_register)

    def show_state(self, state: PrintState | None) -> None:
        """Show paper beside data; None while there is no list."""
        self.setVisible(state is not None)
        self.old = False
        if state is None:
            return
        self.line.show_text(Tone.OK if state.same else Tone.WARNING, state_sentence(state), word=state.same)
        self.print_button.setText(self.tr("&In lại danh sách…") if self._old(state) else self._first_words())
        self.old = self._old(state)
        self._show_changes(state)

    def _first_words(self) -> str:
        return self.tr("&In danh sách (Biểu 01)…")

    def _old(self, state: PrintState) -> bool:
        return state.printed and not state.same

    def _show_changes(self, state: PrintState) -> None:
        lines = list(change_lines(state))
        self.changes.clear()
        for dossier_id, field, sentence in lines[:_MOST_LINES]:
            item = QListWidgetItem(sentence)
            item.setData(_TARGET, (dossier_id, field))
            self.changes.addItem(item)
        self.changes.setVisible(bool(lines))
        self.changes.setFixedHeight(self._high(min(len(lines), _SHOWN_LINES)))
        self.changes.fit()
        left = len(lines) - _MOST_LINES
        self.more.setText(self.tr("… và {0} thay đổi nữa.").format(left) if left > 0 else "")
        self.more.setVisible(left > 0)

    def _high(self, lines: int) -> int:
        return round(self.fontMetrics().height() * 1.6) * lines + 2 * self.changes.frameWidth()

    def _go(self, item: QListWidgetItem) -> None:
        dossier_id, field = item.data(_TARGET)
        if dossier_id:
            self.jump.emit(dossier_id, field)

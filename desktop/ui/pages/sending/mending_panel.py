"""On the results page: what is asked of whom was returned: each item leads to its field, is ticked off or answered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.domain.foreign_text import shown, shown_lines
from desktop.domain.names import name_sort_key
from desktop.services.sending.to_mend import Mending, ToMend
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.models.table_height import TableHeight
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.frames import Panel, button, plain_label, row_of, set_next_step
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon

_MOST_ROWS, _LEAST_ROWS = 5, 2
_LONGEST = 56
"""Letters of a column; the whole request stands below the table."""
_TONES = {Mending.OPEN: Tone.WARNING, Mending.SENT: Tone.INFO}


class MendingPanel(Panel):
    """Hidden while nobody was returned. Enter goes to the field; in the answer's line Enter answers and goes on.

    What was typed and not answered with yet is kept for each item, whatever row one looks at meanwhile.
    """

    wanted = Signal(object)
    """The `ToMend` whose field to go to."""
    answered = Signal(object, str)
    """The `ToMend` and what is answered; "" takes the answer back."""
    resend = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Yêu cầu khi trả lại"))
        self._typed: dict[str, str] = {}
        """By the key of its item, what stands in the answer's line and is no answer yet."""
        self._offered: ToMend | None = None
        self.line = MarkedLine()
        self.table = self._make_table()
        self._height = TableHeight(self.table, _LEAST_ROWS, _MOST_ROWS)
        self.reply = QLineEdit()
        self.reply.setPlaceholderText(self.tr("Đi cùng gói gửi lại, người thẩm định đọc ngay tại hồ sơ"))
        self.go_button = button(self.tr("Tới ô cần &sửa"))
        self.reply_button = button(self.tr("&Ghi trả lời"))
        self.resend_button = button(self.tr("Gửi &lại ›"))
        self.whole = plain_label()
        self._lay_out()
        self.table.activated_row.connect(self._go)
        self.table.current_row_changed.connect(self._offer)
        self.go_button.clicked.connect(self._go_to_current)
        self.reply_button.clicked.connect(self._answer)
        self.reply.textChanged.connect(self._note_typed)
        self.reply.returnPressed.connect(self._answer)
        self.resend_button.clicked.connect(self.resend)
        self.hide()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("T&rả lời"))
        label.setBuddy(self.reply)
        self.reply.setAccessibleName(self.tr("Trả lời"))
        for each in (self.line, self.table, self.whole):
            self.column.addWidget(each)
        row = row_of(self, self.go_button, label, self.reply, self.reply_button, self.resend_button, stretch=False)
        row.setStretchFactor(self.reply, 1)
        self.column.addLayout(row)

    @property
    def items(self) -> tuple[ToMend, ...]:
        """What is asked for."""
        return self.table_model.rows

    @property
    def unanswered(self) -> tuple[tuple[ToMend, str], ...]:
        """What was typed for items that can still be answered, and is no answer yet."""
        free = (each for each in self.items if each.mending is not Mending.SENT)
        return tuple((each, self._typed[each.key]) for each in free if each.key in self._typed)

    def write(self, item: ToMend, text: str) -> None:
        """Put a text into the answer's line of an item and go there."""
        self.table.choose(item.key)
        self.reply.setText(text)
        self.reply.setFocus()

    def forget_typed(self, item: ToMend) -> None:
        """The answer was written down: what was typed for it is no more."""
        self._typed.pop(item.key, None)

    def show_items(self, items: Sequence[ToMend]) -> None:
        """Show what is asked for; the one that was looked at stays."""
        self.setVisible(bool(items))
        self.table.replace(tuple(items))
        if self.table.current_record() is None and items:
            self.choose_open()
        self.table.fit_columns(_LONGEST)
        self._height.hold(len(items))
        self._say(items)
        self._offer(self.table.current_record())

    def choose_open(self) -> bool:
        """Put the cursor on the next that is still open after the one under it; tell whether there is one."""
        current = self.table.current_record()
        rows = self.items
        start = rows.index(current) + 1 if current in rows else 0
        found = next((each for each in (*rows[start:], *rows[:start]) if not each.done), None)
        chosen = found or (rows[0] if rows and current is None else None)
        if chosen is not None:
            self.table.choose(chosen.key)
        return found is not None

    def _say(self, items: Sequence[ToMend]) -> None:
        left = sum(not each.done for each in items)
        waiting = any(each.done and each.mending is not Mending.SENT for each in items)
        if left:
            told = self.tr("{0} yêu cầu {1} mục, còn {2} mục chưa làm.")
            told = told.format(self._who_asks(items), len(items), left)
            self.line.show_text(Tone.WARNING, told, word=False)
        elif waiting:
            self.line.show_text(Tone.OK, self.tr("Mọi mục đã sửa hoặc trả lời. Gửi lại ở trang Gửi."), word=False)
        else:
            self.line.show_text(Tone.INFO, self.tr("Đã gửi lại, chờ kết quả."), word=False)
        self.resend_button.setVisible(waiting)
        set_next_step(self.resend_button, next_step=not left)
        set_next_step(self.go_button, next_step=bool(left))

    def _who_asks(self, items: Sequence[ToMend]) -> str:
        """Name who returned: not only Sở Tài chính does, a parent unit may, too."""
        names = dict.fromkeys(shown(each.decider) for each in items if not each.done and each.decider)
        return ", ".join(names) or self.tr("Nơi trả hồ sơ")

    def _make_table(self) -> RecordTableView[ToMend]:
        columns = (
            Column[ToMend](
                "mending", self.tr("Việc"), lambda each: word(each.mending),
                decoration=lambda each: mark_icon(_TONES.get(each.mending, Tone.OK), self.palette()),
            ),
            Column[ToMend](
                "name", self.tr("Họ và tên"), lambda each: each.sent.full_name,
                sort=lambda each: name_sort_key(each.sent.full_name),
            ),
            Column[ToMend]("field", self.tr("Mục"), self._field),
            Column[ToMend]("reason", self.tr("Yêu cầu"), lambda each: each.reason.words),
            Column[ToMend]("reply", self.tr("Trả lời"), lambda each: each.reply),
        )  # fmt: skip  # one column, one place
        self.table_model = RecordTableModel(columns, identity=lambda each: each.key)
        return RecordTableView(self.table_model, self.tr("Yêu cầu khi trả lại"))

    def _field(self, item: ToMend) -> str:
        return field_name(item.reason.field) if item.reason.field else self.tr("Cả hồ sơ")

    def _offer(self, item: object) -> None:
        current = item if isinstance(item, ToMend) else None
        free = current is not None and current.mending is not Mending.SENT
        for each in (self.go_button, self.reply, self.reply_button):
            each.setEnabled(free)
        self._offered = None  # what is put in here was not typed
        self.reply.setText(self._typed.get(current.key, current.reply) if current else "")
        self._offered = current
        self.whole.setText(shown_lines(current.reason.words) if current else "")

    def _note_typed(self, text: str) -> None:
        item = self._offered
        if item is None:
            return
        if text.strip() == item.reply:
            self.forget_typed(item)
        else:
            self._typed[item.key] = text

    def _go(self, item: object) -> None:
        if isinstance(item, ToMend) and item.mending is not Mending.SENT:
            self.wanted.emit(item)

    def _go_to_current(self) -> None:
        self._go(self.table.current_record())

    def _answer(self) -> None:
        item = self.table.current_record()
        text = self.reply.text().strip()
        if item is not None and text != item.reply:
            self.answered.emit(item, text)

"""A card beside the record: what was filled, what differs, taken field by field and given back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.dates import BirthDate, format_date
from desktop.domain.foreign_text import shown_lines
from desktop.domain.identity_cards import IdentityCard
from desktop.domain.people import Sex
from desktop.services.entry.card_check import CardLine, CardValue, Match
from desktop.ui.foreign import tooltip
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.frames import come_before
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.marked import MarkedLine


class CardPanel(QWidget):
    """Shows a card or why none could be read; hidden until then. Nothing of it is stored."""

    taken = Signal(object)
    """tuple[str, ...] of the dotted fields that shall be as on the card."""
    taken_back = Signal()
    """What was filled and taken from this card shall be as it was before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = MarkedLine()
        self.address = QLabel()
        self.address.setWordWrap(True)
        self.address.setTextFormat(Qt.TextFormat.PlainText)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        write_as(self.address, Tone.MUTED)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.take_all = QPushButton(self.tr("Lấy tất cả"))
        self.undo = QPushButton(self.tr("Hoàn tác"))
        self.undo.setToolTip(self.tr("Trả các ô lại như trước khi đọc thẻ"))
        self.close_button = QPushButton(self.tr("Đóng"))
        self.take_buttons: list[QPushButton] = []
        self._different: tuple[str, ...] = ()
        self._lay_out()
        self.take_all.clicked.connect(lambda: self.taken.emit(self._different))
        self.undo.clicked.connect(self.taken_back)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_refusal(self, sentence: str) -> None:
        """Say why no card could be read; the record is as it was."""
        self._clear()
        self.line.show_text(Tone.ERROR, sentence)
        self.address.hide()
        self.undo.hide()
        self.show()

    def show_card(self, card: IdentityCard, lines: Sequence[CardLine], filled: Sequence[str], *, strange: bool) -> None:
        """Show how the card stands to the record; `filled` fields were taken, `strange` is another person's card."""
        self._clear()
        self._different = tuple(line.field for line in lines if line.match is Match.DIFFERENT)
        shown = [line for line in lines if line.match in {Match.DIFFERENT, Match.NOT_READ}]
        if shown:
            self._head()
        for place, line in enumerate(shown, 1):
            self._add(place, line)
        come_before(self.take_all, self.take_buttons)
        self._rows.setVisible(bool(shown))
        self.take_all.setVisible(len(self._different) > 1)
        self.undo.setVisible(bool(filled))
        self._say(lines, filled, strange=strange)
        self._say_address(card)
        self.show()

    def _say(self, lines: Sequence[CardLine], filled: Sequence[str], *, strange: bool) -> None:
        parts = []
        if strange:
            parts.append(self.tr("Số và tên trên thẻ đều khác hồ sơ: có thể là thẻ của người khác. Chưa ghi gì."))
        if filled:
            names = ", ".join(field_name(each) for each in filled)
            parts.append(self.tr("Đã ghi theo thẻ: {0}.").replace("{0}", names))
        if self._different and not strange:
            parts.append(self.tr("{0} mục khác với thẻ: so lại rồi chọn.").replace("{0}", str(len(self._different))))
        if all(line.match is Match.SAME for line in lines) and not filled:
            parts.append(self.tr("Hồ sơ khớp với thẻ."))
        tone = Tone.WARNING if self._different else Tone.OK
        self.line.show_text(tone, " ".join(parts), word=bool(self._different))

    def _say_address(self, card: IdentityCard) -> None:
        parts = []
        if card.address:
            parts.append(self.tr("Nơi thường trú trên thẻ (không lưu): {0}").replace("{0}", shown_lines(card.address)))
        if card.issued_on:
            parts.append(self.tr("Ngày cấp: {0}").replace("{0}", format_date(card.issued_on)))
        self.address.setText(". ".join(parts))
        self.address.setVisible(bool(parts))

    def _head(self) -> None:
        for column, title in enumerate((self.tr("Đang ghi"), self.tr("Trên thẻ"))):
            label = QLabel(title)
            write_as(label, Tone.MUTED)
            self._grid.addWidget(label, 0, column)

    def _add(self, place: int, line: CardLine) -> None:
        """Put the field's name above both values: three columns and a button have no room beside a list."""
        name, row = field_name(line.field), 2 * place
        shown = _shown(line.on_card)
        on_card = shown if line.match is Match.DIFFERENT else self.tr("không đọc được")
        title = QLabel(name)
        write_as(title, Tone.MUTED)
        self._grid.addWidget(title, row - 1, 0, 1, 3)
        for column, text in enumerate((_shown(line.recorded) or self.tr("trống"), on_card)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._grid.addWidget(label, row, column)
        if line.match is Match.DIFFERENT:
            button = QPushButton(self.tr("Lấy"))
            button.setToolTip(self.tr("Ghi theo thẻ: {0}").replace("{0}", tooltip(shown)))
            button.setAccessibleName(f"{name}: {button.text()} ({shown})")
            button.clicked.connect(lambda _checked=False, field=line.field: self.taken.emit((field,)))
            self._grid.addWidget(button, row, 2)
            self.take_buttons.append(button)

    def _clear(self) -> None:
        self._different = ()
        self.take_buttons = []
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.hide()
        self.take_all.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_all)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for widget in (self.line, self._rows, self.address):
            column.addWidget(widget)
        column.addLayout(buttons)


def _shown(value: CardValue) -> str:
    if isinstance(value, Sex):
        return word(value)
    return value.shown if isinstance(value, BirthDate) else shown_lines(value or "")

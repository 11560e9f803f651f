"""What stands at a pin, typed in the form of its field."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop.domain.dates import BirthDate, parse_stored_date
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.services.papers.pin_words import BIRTH_FIELDS, DAY_FIELDS, MONTH_FIELDS
from desktop.ui.widgets.edits import BirthEdit, DateEdit, MonthEdit, TextEdit
from desktop.ui.widgets.typed_edit import TypedEdit


class ReadingEdit(QStackedWidget):
    """A line for a day, a birth date, a month or words, whichever the field is."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._birth, self._month, self._words = DateEdit(), BirthEdit(), MonthEdit(), TextEdit()
        for line in (self._words, self._day, self._birth, self._month):
            line.setAccessibleName(self.tr("Đọc được tại chỗ ghim"))
            line.setPlaceholderText(self.tr("tùy chọn"))
            line.committed.connect(self.committed)
            self.addWidget(line)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )  # as high as a line, whatever the style

    def show_reading(self, field: str, reads: str) -> None:
        """Show what was read there; what cannot be read as a date any more is shown as none."""
        line = self._line(field)
        self.setCurrentWidget(line)
        self.setFocusProxy(line)
        line.set_value(_parsed(field, reads) if reads else None)

    def reading(self) -> str:
        """Return what was typed, in the stored form of the field; "" for nothing or what cannot be read."""
        value = self._current().value()
        if value is None:
            return ""
        return value.isoformat() if isinstance(value, date) else str(value)

    def _current(self) -> TypedEdit[Any]:
        line = self.currentWidget()
        assert isinstance(line, TypedEdit)  # noqa: S101 - nothing else was put in
        return line

    def _line(self, field: str) -> TypedEdit[Any]:
        if field in DAY_FIELDS:
            return self._day
        if field in BIRTH_FIELDS:
            return self._birth
        return self._month if field in MONTH_FIELDS else self._words


def _parsed(field: str, reads: str) -> object:
    try:
        if field in DAY_FIELDS:
            return parse_stored_date(reads)
        if field in BIRTH_FIELDS:
            return BirthDate.parse(reads)
        return YearMonth.parse(reads) if field in MONTH_FIELDS else reads
    except Refusal:
        return None

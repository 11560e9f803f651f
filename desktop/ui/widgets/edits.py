"""The fields of a record: names, days, months, numbers, money, choices."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.dates import BirthDate, format_date
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, format_dong, parse_dong
from desktop.domain.months import YearMonth
from desktop.domain.names import compose, written_name
from desktop.domain.people import written_number
from desktop.domain.ratios import format_ratio, parse_ratio
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.reading import WORKING, read_birth, read_date, read_month
from desktop.ui.widgets.typed_edit import TypedEdit

E = TypeVar("E", bound=StrEnum)


class TextEdit(TypedEdit[str]):
    """One line of text, in composed letters and single spaces; an empty line is None."""

    def read(self, text: str) -> str:
        """Return the text as it is kept."""
        return compose(text)

    def show_value(self, value: str) -> str:
        """Return the text."""
        return value

    def explain(self, text: str) -> str:  # noqa: ARG002 - every text can be read
        """Return "": every text can be read."""
        return ""


class NameEdit(TextEdit):
    """The name of a person, capitalised as that of a list is."""

    def read(self, text: str) -> str:
        """Return the name as documents write it."""
        return written_name(text)


class NumberEdit(TextEdit):
    """A number that is no amount: of a card, a book, an account; kept without what stands between its digits."""

    def read(self, text: str) -> str:
        """Return the digits; what has anything else in it as it is typed."""
        return written_number(compose(text))


class DateEdit(TypedEdit[date]):
    """A day, typed as 1/7/24 or 01/07/2024; "7/2024" is the first of July where only a month may be known.

    `years` are those that two digits can be.
    """

    def __init__(self, *, month_allowed: bool = False, years: range = WORKING, parent: QWidget | None = None) -> None:
        self._month_allowed, self._years = month_allowed, years
        super().__init__(parent)

    def read(self, text: str) -> date:
        """Return the day; raises Refusal("date.unreadable")."""
        return read_date(text, month_allowed=self._month_allowed, years=self._years)

    def show_value(self, value: date) -> str:
        """Return dd/MM/yyyy."""
        return format_date(value)

    def explain(self, text: str) -> str:
        """Say that there is no such day and how one is written."""
        if self._month_allowed:
            return self.tr("“{0}” không phải là một ngày. Viết ngày/tháng/năm hoặc tháng/năm.").replace("{0}", text)
        return self.tr("“{0}” không phải là một ngày. Viết ngày/tháng/năm.").replace("{0}", text)


class BirthEdit(TypedEdit[BirthDate]):
    """A birth date of which only the month or the year may be known. `latest_year`: the youngest there can be."""

    def __init__(self, *, latest_year: int = 2008, parent: QWidget | None = None) -> None:
        self._latest_year = latest_year
        super().__init__(parent)

    def read(self, text: str) -> BirthDate:
        """Return the birth date; raises Refusal("date.unreadable"), also for one in the future."""
        found = read_birth(text, self._latest_year)
        if found.day > datetime.now().astimezone().date():
            raise Refusal("date.unreadable", value=text)
        return found

    def show_value(self, value: BirthDate) -> str:
        """Return dd/MM/yyyy, MM/yyyy or yyyy: no more than is known."""
        return value.shown

    def explain(self, text: str) -> str:
        """Say that there is no such date and how one is written."""
        sentence = self.tr("“{0}” không phải là ngày sinh. Viết ngày/tháng/năm, tháng/năm hoặc chỉ năm.")
        return sentence.replace("{0}", text)


class MonthEdit(TypedEdit[YearMonth]):
    """A month, typed as 7/2024 or 7/24."""

    def read(self, text: str) -> YearMonth:
        """Return the month; raises Refusal("month.unreadable")."""
        return read_month(text)

    def show_value(self, value: YearMonth) -> str:
        """Return MM/yyyy."""
        return value.shown

    def explain(self, text: str) -> str:
        """Say that there is no such month and how one is written."""
        return self.tr("“{0}” không phải là một tháng. Viết tháng/năm.").replace("{0}", text)


class RatioEdit(TypedEdit[Fraction]):
    """A coefficient or percent, not negative, with a decimal comma."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> Fraction:
        """Return the number; raises Refusal("number.unreadable"), also for one below zero."""
        ratio = parse_ratio(text)
        if ratio < 0:
            raise Refusal("number.unreadable", value=text)
        return ratio

    def show_value(self, value: Fraction) -> str:
        """Return the number with a decimal comma, to every digit that was typed."""
        return format_ratio(value, 6)

    def explain(self, text: str) -> str:
        """Say that this is no number and how one is written."""
        return self.tr("“{0}” không phải là một số. Viết số với dấu phẩy thập phân.").replace("{0}", text)


class MoneyEdit(TypedEdit[Dong]):
    """An amount in whole đồng, of any size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> Dong:
        """Return the amount; raises Refusal("money.unreadable")."""
        return parse_dong(text)

    def show_value(self, value: Dong) -> str:
        """Return "91.630.786 đ"."""
        return format_dong(value)

    def explain(self, text: str) -> str:
        """Say that this is no amount and how one is written."""
        return self.tr("“{0}” không phải là một số tiền. Viết số đồng, dấu chấm giữa các nhóm ba chữ số.").replace(
            "{0}", text
        )


class ChoiceBox(QComboBox, Generic[E]):
    """One of an enum's members in words, or none yet. The wheel does not change it by accident."""

    committed = Signal()
    """The clerk chose another."""

    def __init__(
        self,
        choices: type[E],
        words: Callable[[E], str],
        *,
        none_word: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._members = tuple(choices)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.addItem(none_word or self.tr("Chưa chọn"))
        for member in self._members:
            self.addItem(words(member))
        self.activated.connect(self._tell)
        self._settled = 0

    def value(self) -> E | None:
        """Return the chosen member, None when nothing is chosen."""
        place = self.currentIndex()
        return self._members[place - 1] if place > 0 else None

    def set_value(self, value: E | None) -> None:
        """Choose this member; does not count as the clerk's change."""
        self._settled = 0 if value is None else self._members.index(value) + 1
        self.setCurrentIndex(self._settled)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next field with Enter."""
        if event.key() in ENTER:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature
            return
        super().keyPressEvent(event)
        self._tell(self.currentIndex())

    def _tell(self, place: int) -> None:
        if place != self._settled:
            self._settled = place
            self.committed.emit()

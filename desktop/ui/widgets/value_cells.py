"""Further kinds of cells: money, whole numbers, days, and one of a few choices."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import format_date
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, group_digits, parse_dong
from desktop.ui.texts import word
from desktop.ui.widgets.period_cells import CellKind
from desktop.ui.widgets.reading import read_date

E = TypeVar("E", bound=StrEnum)
_LAST_STEP = 99
_LEAST_USUAL = 100_000
"""No pay, allowance or base salary of the lists is less: a smaller amount is likely in thousands."""


def money_cell(title: str, explanation: str, *, needed: bool = False, folded: bool = False) -> CellKind:
    """Return a column of amounts in đồng."""
    sentence = _tr("“{0}” không phải là một số tiền. Viết số đồng, dấu chấm giữa các nhóm ba chữ số.")
    fault = _reads(parse_dong, sentence, _tr("Chưa có số tiền. Viết số đồng.") if needed else "")
    doubt = _doubted_money
    return CellKind(title, explanation, fault, _write_money, align_right=True, folded=folded, letters=13, doubt=doubt)


def step_cell(title: str, explanation: str) -> CellKind:
    """Return a folded column of steps in a ladder, 1 to 99."""
    fault = _reads(step_of, _tr("“{0}” không phải là một bậc lương. Viết số từ 1 đến 99."), "")
    return CellKind(title, explanation, fault, align_right=True, folded=True)


def day_cell(title: str, explanation: str) -> CellKind:
    """Return a column of days that may be unknown."""
    fault = _reads(read_date, _tr("“{0}” không phải là một ngày. Viết ngày/tháng/năm."), "")
    return CellKind(title, explanation, fault, lambda text: format_date(read_date(text)), letters=11)


def choice_cell(title: str, explanation: str, none_word: str, members: tuple[StrEnum, ...]) -> CellKind:
    """Return a folded column in which one of the members is chosen; `none_word` leaves the cell empty."""
    words = (none_word, *(word(member) for member in members))

    def fault(text: str) -> str:
        if not text.strip() or text in words[1:]:
            return ""
        sentence = _tr("“{0}” không có trong danh sách. Chọn một trong: {1}.")
        return sentence.replace("{1}", ", ".join(words[1:])).replace("{0}", text)

    return CellKind(title, explanation, fault, folded=True, choices=words, letters=17)


def choice_of(cell: str, members: tuple[E, ...]) -> E | None:
    """Return the member that a cell without fault names, None for an empty one."""
    return next((member for member in members if word(member) == cell), None)


def money_of(cell: str) -> Dong | None:
    """Return the amount in a cell without fault, None in an empty one."""
    return parse_dong(cell) if cell.strip() else None


def show_money(amount: Dong | None) -> str:
    """Return how an amount stands in its cell."""
    return "" if amount is None else group_digits(amount)


def day_of(cell: str) -> date | None:
    """Return the day in a cell without fault, None in an empty one."""
    return read_date(cell) if cell.strip() else None


def step_of(cell: str) -> int:
    """Return the step in a cell; raises Refusal("number.unreadable")."""
    text = cell.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_LAST_STEP)) and int(text) > 0):
        raise Refusal("number.unreadable", value=cell)
    return int(text)


def _reads(read: Callable[[str], Any], sentence: str, when_empty: str) -> Callable[[str], str]:
    def fault(text: str) -> str:
        if not text.strip():
            return when_empty
        try:
            read(text)
        except Refusal:
            return sentence.replace("{0}", text)
        return ""

    return fault


def _doubted_money(text: str) -> str:
    """Say how an amount was read that may have been meant in thousands."""
    try:
        amount = money_of(text)
    except Refusal:
        return ""
    if amount is None or not 0 < amount < _LEAST_USUAL:
        return ""
    sentence = _tr("Đọc là {0} đ. Nếu số liệu tính bằng nghìn đồng thì viết {1}.")
    return sentence.replace("{0}", group_digits(amount)).replace("{1}", group_digits(amount * 1000))


def _write_money(text: str) -> str:
    return group_digits(parse_dong(text))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cells", text)

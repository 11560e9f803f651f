"""How the cells of a form look in a workbook."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook

from desktop.documents.forms.annex import Cell, Kind, Mark
from desktop.domain.money import group_digits

FONT = "Times New Roman"
_RED = "#C00000"
_MONEY = r"[>=1000000000]#\.000\.000\.000;[>=1000000]#\.000\.000;#,##0"
"""Dots between thousands on every machine; below a million the machine's own separator."""
_MONEY_PARTIAL = r'[>=1000000000]#\.000\.000\.000" (*)";[>=1000000]#\.000\.000" (*)";#,##0" (*)"'
_NUMBER = "0.####"


@dataclass(frozen=True)
class Looks:
    """Makes each look once; `body` is the size of the table's text in points."""

    book: Workbook
    body: float

    def plain(self, size: float, **more: Any) -> Any:
        """Return a look for words outside the table."""
        return self.book.add_format({"font_name": FONT, "font_size": size, "valign": "vcenter", **more})

    def heading(self, **more: Any) -> Any:
        """Return the look of the table's head."""
        return self._boxed({"bold": True, "align": "center", "valign": "vcenter", **more})

    def cell(self, cell: Cell, kind: Kind, *, bold: bool = False) -> Any:
        """Return the look of a value in the table."""
        wanted: dict[str, Any] = {"bold": bold or cell.mark in {Mark.BOLD, Mark.PARTIAL}, **_alignment(cell, kind)}
        if cell.mark is Mark.STRUCK:
            wanted |= {"font_strikeout": True, "font_color": _RED}
        return self._boxed(wanted | {"num_format": number_format(cell, kind)})

    def _boxed(self, wanted: dict[str, Any]) -> Any:
        base = {"font_name": FONT, "font_size": self.body, "border": 1, "text_wrap": True, "valign": "top"}
        return self.book.add_format(base | wanted)


def number_format(cell: Cell, kind: Kind) -> str:
    """Return the number format: text stays text, money has dots, halves have a decimal comma."""
    if isinstance(cell.value, str):
        return "@"
    if kind is Kind.CHANGE and isinstance(cell.value, int):
        return _signed(cell.value)
    if kind in {Kind.MONEY, Kind.CHANGE}:
        return _MONEY_PARTIAL if cell.mark is Mark.PARTIAL else _MONEY
    return _NUMBER if kind is Kind.NUMBER and not isinstance(cell.value, int) else "0"


def _signed(amount: int) -> str:
    """Return dots for an amount of this size, with the sign."""
    groups = group_digits(abs(amount)).count(".")
    pattern = "#" + r"\.000" * groups if groups else "0"
    return rf"{pattern};\-{pattern};0"


def _alignment(cell: Cell, kind: Kind) -> dict[str, str]:
    money = kind in {Kind.MONEY, Kind.CHANGE}
    if money and isinstance(cell.value, int):
        return {"align": "right"}
    return {"align": "left" if kind is Kind.TEXT else "center"}

"""The program's own template of a list: a workbook that a clerk fills in and the reader reads without a doubt."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop.documents.lists.values import column_letter
from desktop.domain.errors import Refusal
from desktop.system.resources import shipped_yaml

_HEADER_ROW = 2
"""Rows count from 0; above it stand the title and the hint."""
_EXAMPLE_ROW = 3
_A3, _A4 = 8, 9
_WIDE = 12
"""Columns from which a page needs A3."""
_TEXT_WIDTH, _LETTERS_IN_LINE, _LINE_HEIGHT = 90, 70, 19
"""Of the instructions: width in letters, what is sure to fit into a line whatever the font, height in points."""
_AUTHOR = "Tinh Giản"
_FONT: dict[str, Any] = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "hint": {"italic": True, "font_color": "#5B6470"},
    "header": {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#DCE6F1", "border": 1},
    "example": {"italic": True, "font_color": "#5B6470", "bg_color": "#F7F8FA", "border": 1},
    "cell": {},
    "text": {"num_format": "@"},
    "day": {"num_format": "dd/mm/yyyy"},
    "wrapped": {"text_wrap": True, "valign": "top"},
}


class TemplateColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column: what it is headed, what helps to fill it in, and how its cells are checked while typing."""

    header: str
    width: int
    help: str
    field: str = ""
    example: str | int | float | None = None
    check: str = ""
    list: tuple[str, ...] = ()
    source: tuple[str, int] | None = msgspec.field(default=None, name="from")
    text: bool = False

    @property
    def is_text(self) -> bool:
        """Whether Excel must not make a number or a date of what is typed."""
        return self.text or self.check.startswith("digits") or self.check == "month"


class TemplateSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page; `kind` is a SheetKind, "" for one that is not read."""

    name: str
    kind: str
    columns: tuple[TemplateColumn, ...]


class Instructions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The page that says how to go about it."""

    name: str
    lines: tuple[str, ...]


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole workbook, as the resource describes it."""

    version: int
    title: str
    hint: str
    example: str
    rows: int
    messages: dict[str, str]
    sheets: tuple[TemplateSheet, ...]
    instructions: Instructions


@cache
def template() -> Template:
    """Load the description, once."""
    return msgspec.convert(shipped_yaml("catalogues", "list_template.yaml"), Template)


def write_template(target: Path) -> Path:
    """Write the template to `target` (.xlsx), whole or not at all; raises Refusal("list.template_not_written")."""
    part = target.with_name(f".{uuid4().hex}.xlsx")
    try:
        _write(part)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(target)
    except (OSError, FileCreateError) as problem:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Refusal("list.template_not_written", name=target.name) from problem
    return target


def _write(path: Path) -> None:
    described = template()
    book = xlsxwriter.Workbook(str(path))
    looks = {name: book.add_format(_FONT | look) for name, look in _LOOKS.items()}
    _write_instructions(book.add_worksheet(described.instructions.name), described, looks)
    pages = [(sheet, book.add_worksheet(sheet.name)) for sheet in described.sheets]
    for sheet, page in pages:
        _write_sheet(page, sheet, described, looks)
    pages[0][1].activate()
    book.close()


def _write_instructions(page: Worksheet, described: Template, looks: dict[str, Format]) -> None:
    page.hide_gridlines(2)
    page.set_column(0, 0, _TEXT_WIDTH)
    for row, line in enumerate(described.instructions.lines):
        page.set_row(row, _LINE_HEIGHT * (1 + len(line) // _LETTERS_IN_LINE))
        page.write_string(row, 0, line, looks["title" if row == 0 else "wrapped"])
    page.set_landscape()
    page.set_paper(_A4)


def _write_sheet(page: Worksheet, sheet: TemplateSheet, described: Template, looks: dict[str, Format]) -> None:
    page.write_string(0, 0, described.title if sheet.kind == "list" else sheet.name.upper(), looks["title"])
    page.write_string(1, 0, described.hint, looks["hint"])
    page.set_row(_HEADER_ROW, 48)
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width, looks[_look_of(column)])
        page.write_string(_HEADER_ROW, number, column.header, looks["header"])
        page.write_comment(_HEADER_ROW, number, column.help, {"author": _AUTHOR, "x_scale": 2, "y_scale": 1})
        _write_example(page, number, described.example if number == 0 else column.example, looks["example"], column)
        _check(page, number, column, described)
    page.freeze_panes(_HEADER_ROW + 1, 3 if sheet.kind else 1)
    page.set_landscape()
    page.set_paper(_A3 if len(sheet.columns) > _WIDE else _A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEADER_ROW)


def _look_of(column: TemplateColumn) -> str:
    return "text" if column.is_text else "day" if column.check == "day" else "cell"


def _write_example(page: Worksheet, number: int, value: object, look: Format, column: TemplateColumn) -> None:
    if isinstance(value, str) or column.is_text:
        page.write_string(_EXAMPLE_ROW, number, str(value or ""), look)
    else:
        page.write(_EXAMPLE_ROW, number, value, look)


def _check(page: Worksheet, number: int, column: TemplateColumn, described: Template) -> None:
    """Let Excel warn while typing; nothing is forbidden, the program checks everything anyway."""
    for rule, message in _rules(number, column, described):
        told = {"error_title": described.messages["title"], "error_message": message, "error_type": "warning"}
        page.data_validation(_EXAMPLE_ROW + 1, number, described.rows, number, {**rule, **told, "ignore_blank": True})


def _rules(number: int, column: TemplateColumn, described: Template) -> Iterator[tuple[dict[str, Any], str]]:
    words = described.messages
    first = f"{column_letter(number + 1)}{_EXAMPLE_ROW + 2}"
    if column.list:
        yield {"validate": "list", "source": list(column.list)}, words["list"]
    elif column.source:
        sheet, place = column.source
        letter = column_letter(place + 1)
        yield {"validate": "list", "source": f"='{sheet}'!${letter}${_EXAMPLE_ROW + 2}:${letter}$200"}, words["list"]
    elif column.check == "day":
        bounds = {"minimum": date(1930, 1, 1), "maximum": date(2100, 1, 1)}
        yield {"validate": "date", "criteria": "between", **bounds}, words["day"]
    elif column.check == "number":
        yield {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}, words["number"]
    elif column.check == "whole":
        yield {"validate": "integer", "criteria": ">=", "value": 0}, words["whole"]
    elif column.check == "month":
        yield {"validate": "custom", "value": f'=ISNUMBER(SEARCH("??/????",{first}))'}, words["month"]
    elif column.check:
        digits = int(column.check.removeprefix("digits "))
        yield {"validate": "length", "criteria": "==", "value": digits}, words["digits"].format(digits=digits)

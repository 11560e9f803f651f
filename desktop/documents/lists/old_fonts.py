"""Columns of a workbook that were typed with fonts from before Unicode, and the workbook with them converted."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.documents.lists.old_text import ColumnFont, OldFont, column_font, convert_old_text, is_western
from desktop.documents.lists.values import CellValue
from desktop.documents.lists.workbook import Sheet, Workbook

_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class OldFontColumn:
    """A column (from 0) with text in an old font: how many cells, and some of them before and after converting."""

    sheet: str
    column: int
    font: ColumnFont
    cells: int
    samples: tuple[tuple[str, str], ...]


def old_fonts_in(workbook: Workbook) -> tuple[OldFontColumn, ...]:
    """Return the columns with text in an old font, by sheet and column; nothing is converted."""
    return tuple(found for sheet in workbook.sheets if sheet.visible for found in _of_sheet(sheet))


def with_converted(workbook: Workbook, columns: Collection[OldFontColumn]) -> Workbook:
    """Return the workbook with the text of these columns in Unicode; cells that are Unicode already stay."""
    if not columns:
        return workbook
    fonts: dict[str, dict[int, ColumnFont]] = {}
    for each in columns:
        fonts.setdefault(each.sheet, {})[each.column] = each.font
    sheets = (_converted(sheet, fonts[sheet.name]) if sheet.name in fonts else sheet for sheet in workbook.sheets)
    return replace(workbook, sheets=tuple(sheets))


def _of_sheet(sheet: Sheet) -> Iterator[OldFontColumn]:
    columns = [frozenset(_marked(frozenset(column))) for column in zip(*sheet.rows, strict=True)]
    told = [column_font(texts) for texts in columns]
    whole = _font_of_all(columns, told)
    for number, (texts, own) in enumerate(zip(columns, told, strict=True)):
        font = own or whole
        if font and any(map(font.holds, texts)):
            yield _described(sheet, number, font)


def _marked(values: Iterable[CellValue]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str) and not value.isascii())


def _font_of_all(columns: Sequence[frozenset[str]], told: Sequence[ColumnFont | None]) -> ColumnFont | None:
    """Return the font of a sheet without any Unicode: a column that tells nothing alone was typed with it, too."""
    fonts: Counter[OldFont] = Counter(each.font for each in told if each)
    if not fonts or not all(is_western(text) for texts in columns for text in texts):
        return None
    return ColumnFont(fonts.most_common(1)[0][0], whole=True)


def _described(sheet: Sheet, column: int, font: ColumnFont) -> OldFontColumn:
    cells = [row[column] for row in sheet.rows]
    old = [text for text in cells if isinstance(text, str) and font.holds(text)]
    different = list(dict.fromkeys(old))
    shown = (different[1:] or different)[:_SAMPLES]  # the first is mostly the heading
    samples = tuple((text, convert_old_text(text, font.font)) for text in shown)
    return OldFontColumn(sheet.name, column, font, len(old), samples)


def _converted(sheet: Sheet, fonts: Mapping[int, ColumnFont]) -> Sheet:
    rows = []
    for row in sheet.rows:
        changed = list(row)
        for column, font in fonts.items():
            value = row[column]
            if isinstance(value, str) and font.holds(value):
                changed[column] = convert_old_text(value, font.font)
        rows.append(tuple(changed))
    return replace(sheet, rows=tuple(rows))

"""Finding the header of a hand-made sheet and what its columns mean."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.documents.lists.catalogue import SheetKind, SheetNeeds, catalogue, fold_words
from desktop.documents.lists.header_words import Heading, Matches, match_headings, may_be, may_name, words_in
from desktop.documents.lists.old_text import column_font, convert_old_text
from desktop.documents.lists.values import CellValue, written
from desktop.documents.lists.workbook import Sheet, Workbook
from desktop.domain.errors import Refusal

SEARCHED_ROWS = 60
"""Rows among which a header is looked for."""
DEEPEST_HEADER = 4
_NUMBERING = re.compile(r"\(?\s*(\d{1,2}|[A-Z])\s*\)?\s*(=.*)?\Z")


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What a sheet is and where its fields stand; rows and columns count from 0, as `Sheet.at` takes them.

    Remembered per unit and changed by hand with `dataclasses.replace`. `headers` are the texts that were found,
    for the screen on which the columns are mapped.
    """

    kind: SheetKind
    sheet: str
    first_row: int
    """First row below the header and its numbering."""
    columns: Mapping[str, int]
    headers: tuple[str, ...] = ()
    header_top: int = -1
    """First row of the header; -1 where the columns were named without one."""
    header_depth: int = 0
    """Rows of the header, its numbering not counted."""

    def unused(self) -> tuple[int, ...]:
        """Return the headed columns that no field was found for."""
        return tuple(column for column, text in enumerate(self.headers) if text and column not in self.columns.values())


def recognise_columns(workbook: Workbook) -> tuple[ColumnMapping, ...]:
    """Return the mapping of the best sheet of each kind; raises Refusal list.no_people_sheet without a list."""
    return best_of(workbook, candidates(workbook))


def candidates(workbook: Workbook) -> tuple[tuple[int, ColumnMapping], ...]:
    """Return what each visible sheet would be read as, with how well it fits; sheets of no kind are left out."""
    found = (_best_of(sheet) for sheet in workbook.sheets if sheet.visible)
    return tuple(each for each in found if each)


def best_of(workbook: Workbook, found: Iterable[tuple[int, ColumnMapping]]) -> tuple[ColumnMapping, ...]:
    """Return the best sheet of each kind, of equal ones the first; raises Refusal list.no_people_sheet."""
    best: dict[SheetKind, tuple[int, ColumnMapping]] = {}
    for each in found:
        if each[1].kind not in best or each[0] > best[each[1].kind][0]:
            best[each[1].kind] = each
    if SheetKind.LIST not in best:
        shown = ", ".join(sheet.name for sheet in workbook.sheets)
        raise Refusal("list.no_people_sheet", name=workbook.name, sheets=shown)
    return tuple(best[kind][1] for kind in SheetKind if kind in best)


def _best_of(sheet: Sheet) -> tuple[int, ColumnMapping] | None:
    """Return the best header block of any kind; of equal ones the smallest, then the highest in the sheet."""
    texts = header_texts(sheet, min(len(sheet.rows), SEARCHED_ROWS + DEEPEST_HEADER))
    best: tuple[tuple[int, int, int], SheetKind, Matches] | None = None
    for top, depth in _blocks(texts):
        headings = [Heading.of(levels) for levels in zip(*_spread(texts[top : top + depth]), strict=True)]
        for kind in (each for each in SheetKind if may_be(each, headings)):
            matches = _as_told(match_headings(kind, headings), sheet, top)
            rank = (matches.score, -depth, -top)
            if _is_kind(matches, catalogue().needs[kind]) and (best is None or rank > best[0]):
                best = rank, kind, matches
    if best is None:
        return None
    (score, minus_depth, minus_top), kind, matches = best
    below = -minus_top - minus_depth
    headers = shown_headings(texts[-minus_top:below])
    first = _below_numbering(sheet, _below_merges(sheet, -minus_top, below))
    return score, ColumnMapping(kind, sheet.name, first, matches.columns, headers, -minus_top, -minus_depth)


def recognise_sheet(sheet: Sheet) -> ColumnMapping | None:
    """Return what one sheet would be read as, None when it looks like nothing that is known."""
    found = _best_of(sheet)
    return found[1] if found else None


def columns_under(sheet: Sheet, kind: SheetKind, top: int, depth: int) -> ColumnMapping:
    """Return the columns that a header in these rows names, for a kind that was chosen by hand.

    Without a header (`depth` 0) no column is named and the rows begin at `top`.
    """
    if depth == 0:
        return ColumnMapping(kind, sheet.name, top, {}, ("",) * sheet.width)
    texts = header_texts(sheet, min(len(sheet.rows), top + depth))[top:]
    headings = [Heading.of(levels) for levels in zip(*_spread(texts), strict=True)]
    found = _as_told(match_headings(kind, headings), sheet, top).columns
    return ColumnMapping(
        kind, sheet.name, _below_numbering(sheet, top + depth), found, shown_headings(texts), top, depth
    )


def shown_headings(block: list[list[str]]) -> tuple[str, ...]:
    """Return each column's heading in one text; merged and spread headings stand over all their columns."""
    return tuple(_shown(levels) for levels in zip(*_spread(block), strict=True))


def _blocks(texts: list[list[str]]) -> Iterator[tuple[int, int]]:
    words = [words_in(" ".join(map(fold_words, filter(None, row)))) for row in texts]
    for top, row in enumerate(texts[:SEARCHED_ROWS]):
        if sum(1 for text in row if text) >= 2:
            depths = range(1, min(DEEPEST_HEADER, len(texts) - top) + 1)
            yield from ((top, depth) for depth in depths if may_name(frozenset().union(*words[top : top + depth])))


def header_texts(sheet: Sheet, height: int) -> list[list[str]]:
    """Return the texts of the first rows, merged rectangles filled."""
    grid = [[_text(sheet.at(row, column)) for column in range(sheet.width)] for row in range(height)]
    for merge in sheet.merges:
        for row in range(merge.top, min(merge.bottom + 1, height)):
            for column in range(merge.left, min(merge.right + 1, sheet.width)):
                grid[row][column] = _text(sheet.at(merge.top, merge.left))
    return _in_unicode(grid)


def _in_unicode(grid: list[list[str]]) -> list[list[str]]:
    """Return headings of an old font as they are meant: they only find the columns, nothing of them is stored."""
    font = column_font(text for row in grid for text in row)
    if font is None:
        return grid
    return [[convert_old_text(text, font.font) if font.holds(text) else text for text in row] for row in grid]


def _spread(block: list[list[str]]) -> list[list[str]]:
    """Spread a heading that nobody merged: it stands over the first of its columns, the next ones are empty."""
    spread = [list(row) for row in block]
    for row in range(len(spread) - 1):
        for column in range(1, len(spread[row])):
            bare = not any(spread[above][column] for above in range(row + 1))
            if bare and spread[row + 1][column] and spread[row + 1][column - 1]:
                spread[row][column] = spread[row][column - 1]
    return spread


def _text(value: CellValue) -> str:
    return written(value) if isinstance(value, str) else ""


def _as_told(matches: Matches, sheet: Sheet, top: int) -> Matches:
    """Leave rows of pay what they are where neither the sheet's name nor its title says that they are insured time."""
    if "insured_at" not in matches.columns or _tells_insurance(sheet, top):
        return matches
    kept = {name: column for name, column in matches.columns.items() if name != "insured_at"}
    return replace(matches, columns=kept)


def _tells_insurance(sheet: Sheet, top: int) -> bool:
    titles = (value for row in sheet.rows[:top] for value in row if isinstance(value, str))
    told = [f" {fold_words(text)} " for text in (sheet.name, *titles)]
    return any(f" {words} " in text for text in told for words in catalogue().insured_pay)


def _is_kind(matches: Matches, needs: SheetNeeds) -> bool:
    found = matches.columns.keys()
    ruled_out = bool(needs.none_of) and needs.none_of <= found
    return needs.all_of <= found and bool(needs.one_of & found) and not ruled_out


def _shown(levels: tuple[str, ...]) -> str:
    return " – ".join(dict.fromkeys(text for text in levels if text))


def _below_merges(sheet: Sheet, top: int, below: int) -> int:
    """Return the first row that no heading reaches down to: two rows of header may be told by the upper one alone."""
    reaching = (merge.bottom + 1 for merge in sheet.merges if top <= merge.top < below and merge.left == merge.right)
    return max([below, *(row for row in reaching if row <= top + DEEPEST_HEADER)])


def _below_numbering(sheet: Sheet, row: int) -> int:
    """Skip empty rows and rows such as "(1) (2) (3)" or "A B 1 2" below a header."""
    while row < len(sheet.rows) and _is_blank_or_numbering(sheet.rows[row]):
        row += 1
    return row


def _is_blank_or_numbering(row: tuple[CellValue, ...]) -> bool:
    texts = [written(value) for value in row if value is not None]
    return not texts or (len(texts) > 2 and all(_NUMBERING.match(text) for text in texts))


def filled_down(sheet: Sheet) -> Sequence[Sequence[CellValue]]:
    """Return the rows with each merge within one column filled downwards with its content."""
    filled: list[Sequence[CellValue]] = list(sheet.rows)
    for merge in sheet.merges:
        if merge.left != merge.right or merge.left >= sheet.width:
            continue
        held = sheet.at(merge.top, merge.left)
        for row in range(merge.top + 1, min(merge.bottom + 1, len(filled))):
            filled[row] = [*filled[row][: merge.left], held, *filled[row][merge.left + 1 :]]
    return filled

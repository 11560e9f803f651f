"""What the clerk is told of a workbook as a whole: what is hidden, what was left aside, what else could be meant."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop.documents.lists.catalogue import SheetKind, catalogue, fold_words
from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.values import column_letter
from desktop.documents.lists.workbook import Sheet, Workbook
from desktop.domain.errors import Param

_MOST_NAMED = 12


class RemarkKind(StrEnum):
    """What is told. Each is the code of a sentence."""

    OTHER_LISTS = "list_remark.other_lists"
    HIDDEN_SHEETS = "list_remark.hidden_sheets"
    HIDDEN_COLUMNS = "list_remark.hidden_columns"
    HIDDEN_ROWS = "list_remark.hidden_rows"
    UNUSED_COLUMNS = "list_remark.unused_columns"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know before the list is taken in; `params` fill its sentence."""

    kind: RemarkKind
    params: Mapping[str, Param]


def remarks_on(
    workbook: Workbook, used: Sequence[ColumnMapping], others: Sequence[ColumnMapping], hidden_people: Iterable[int]
) -> tuple[Remark, ...]:
    """Return what to tell of the workbook; `hidden_people` are rows (from 1) about people that are hidden."""
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    rows = sorted(hidden_people)
    found = list(_of_sheets(workbook, used, others))
    for mapping in used:
        found += _of_columns(sheets[mapping.sheet], mapping)
    if rows:
        told: dict[str, Param] = {"sheet": used[0].sheet, "count": len(rows), "rows": _named(map(str, rows))}
        found.append(Remark(RemarkKind.HIDDEN_ROWS, told))
    return tuple(found)


def _of_sheets(workbook: Workbook, used: Sequence[ColumnMapping], others: Sequence[ColumnMapping]) -> Iterator[Remark]:
    if others:
        names = _named(dict.fromkeys(each.sheet for each in others))
        chosen = _named(dict.fromkeys(each.sheet for each in used))
        yield Remark(RemarkKind.OTHER_LISTS, {"sheet": chosen, "others": names})
    hidden = [sheet.name for sheet in workbook.sheets if not sheet.visible and sheet.rows]
    if hidden:
        yield Remark(RemarkKind.HIDDEN_SHEETS, {"sheets": _named(hidden)})


def _of_columns(sheet: Sheet, mapping: ColumnMapping) -> Iterator[Remark]:
    hidden = [column for column in sorted(mapping.columns.values()) if column in sheet.hidden_columns]
    if hidden:
        yield Remark(RemarkKind.HIDDEN_COLUMNS, {"sheet": sheet.name, "columns": _titles(mapping, hidden)})
    filled = (column for column in mapping.unused() if any(row[column] is not None for row in _below(sheet, mapping)))
    unused = [column for column in filled if fold_words(_title(mapping, column)) not in _running_numbers()]
    if unused:
        yield Remark(RemarkKind.UNUSED_COLUMNS, {"sheet": sheet.name, "columns": _titles(mapping, unused)})


@cache
def _running_numbers() -> frozenset[str]:
    """Return how running numbers are headed: nobody misses them where they are not read."""
    columns = catalogue().columns[SheetKind.LIST]
    return frozenset(word for each in columns if each.field == "ordinal" for word in each.words)


def _below(sheet: Sheet, mapping: ColumnMapping) -> Sequence[Sequence[object]]:
    return sheet.rows[mapping.first_row :]


def _titles(mapping: ColumnMapping, columns: Iterable[int]) -> str:
    return _named(f"{column_letter(column + 1)} ({_title(mapping, column)})" for column in columns)


def _title(mapping: ColumnMapping, column: int) -> str:
    return mapping.headers[column] if column < len(mapping.headers) else ""


def _named(names: Iterable[str]) -> str:
    """Return the names in one text, the first dozen and how many more."""
    every = list(names)
    more = f", … (+{len(every) - _MOST_NAMED})" if len(every) > _MOST_NAMED else ""
    return ", ".join(every[:_MOST_NAMED]) + more

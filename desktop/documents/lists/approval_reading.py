"""Reading the cells that name the approving document, apart or in one."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from desktop.documents.lists.cell_dates import DateFrame, parse_day
from desktop.documents.lists.cell_texts import parse_text
from desktop.documents.lists.faults import Answer, Reason
from desktop.documents.lists.listed import ListedApproval
from desktop.documents.lists.row_reading import SheetReading
from desktop.documents.lists.values import CellValue, written

_CELLS = ("approval_number", "approval_date", "approval_issuer")
_NOTHING = (None, None, None)
_IN_ONE = re.compile(
    r"(?:(?:Quyết định|QĐ|Văn bản|VB)\s+)?(?:số\s+)?(?P<number>\S*\d\S*?),?\s+(?:ký\s+)?ngày\s+"
    r"(?P<day>\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4})"
    r"(?:\s*[,;]?\s*(?:của\s+)?(?P<issuer>\D.*))?\Z",
    re.IGNORECASE,
)


def read_approvals(reading: SheetReading, frame: DateFrame) -> tuple[list[str], list[ListedApproval | None]]:
    """Return the numbers as written and the whole documents, row by row; None where a cell is faulty or empty."""
    if reading.source.has("approval_text") and not reading.source.has("approval_number"):
        whole = reading.take("approval_text", partial(_parse_in_one, frame=frame))
        return [each.number if each else "" for each in whole], whole
    numbers = [each or "" for each in reading.take("approval_number", parse_text)]
    empty = _all_empty(reading)
    days = reading.take("approval_date", partial(parse_day, frame=frame), skip=empty)
    issuers = [each or "" for each in reading.take("approval_issuer", parse_text, skip=empty)]
    joined = _joined(reading, zip(reading.rows, numbers, days, issuers, strict=True))
    return numbers, [None if at in empty else each for at, each in enumerate(joined)]


def _all_empty(reading: SheetReading) -> frozenset[int]:
    """Return the places of rows without any approval: each has one fault, at the number, not three."""
    cells = zip(*(reading.cells(name) for name in _CELLS), strict=True)
    return frozenset(place for place, row in enumerate(cells) if row == _NOTHING)


def _joined(
    reading: SheetReading, parts: Iterable[tuple[int, str, date | None, str]]
) -> Iterator[ListedApproval | None]:
    """Yield one object for all rows that name the same document."""
    known: dict[tuple[str, date | None, str], ListedApproval] = {}
    for row, number, day, issuer in parts:
        key = number, day, issuer
        if not number or reading.faulty(row, _CELLS):
            yield None
        else:
            if key not in known:
                known[key] = ListedApproval(number, day, issuer)
            yield known[key]


def _parse_in_one(value: CellValue, frame: DateFrame) -> Answer[ListedApproval]:
    """Read "1967/QĐ-UBND ngày 20/6/2024 của Ủy ban nhân dân quận"."""
    text = written(value)
    if not text:
        return Answer()
    found = _IN_ONE.match(text)
    if found is None:
        return Answer.refuse(Reason.APPROVAL_UNREADABLE)
    day = parse_day(found["day"], frame)
    if day.value is None:
        return Answer(reason=day.reason, params=day.params)
    return Answer(ListedApproval(found["number"], day.value, (found["issuer"] or "").strip()))

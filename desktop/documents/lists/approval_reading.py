"""Reading the cells that name the approving document, apart or in one."""

import re
from functools import partial

from desktop.documents.lists.cell_dates import DateFrame, parse_day
from desktop.documents.lists.cell_texts import parse_text
from desktop.documents.lists.faults import Answer, Reason
from desktop.documents.lists.listed import ListedApproval
from desktop.documents.lists.row_reading import RowReading
from desktop.documents.lists.values import CellValue, written

_CELLS = ("approval_number", "approval_date", "approval_issuer")
_IN_ONE = re.compile(
    r"(?:(?:Quyết định|QĐ|Văn bản|VB)\s+)?(?:số\s+)?(?P<number>\S*\d\S*?),?\s+(?:ký\s+)?ngày\s+"
    r"(?P<day>\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4})"
    r"(?:\s*[,;]?\s*(?:của\s+)?(?P<issuer>\D.*))?\Z",
    re.IGNORECASE,
)


def read_approval(reading: RowReading, frame: DateFrame) -> tuple[str, ListedApproval | None]:
    """Return the number as written and the whole document; None when one of its cells is faulty or empty."""
    before = len(reading.faults)
    if reading.source.has("approval_text") and not reading.source.has("approval_number"):
        approval = reading.take("approval_text", partial(_parse_in_one, frame=frame))
        return (approval.number if approval else ""), approval
    number = reading.take("approval_number", parse_text) or ""
    if _all_empty(reading):
        return "", None
    issued_on = reading.take("approval_date", partial(parse_day, frame=frame))
    issuer = reading.take("approval_issuer", parse_text) or ""
    whole = number and len(reading.faults) == before
    return number, ListedApproval(number, issued_on, issuer) if whole else None


def _all_empty(reading: RowReading) -> bool:
    """A row without any approval has one fault, at the number, not three."""
    return all(reading.source.value(reading.row, name) is None for name in _CELLS)


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

"""What a timeline shows of a career: spans, gaps and overlaps, and their sum in words."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.domain.careers import Attendance, Career, InsurancePeriod, gaps, overlaps
from desktop.domain.months import MonthSpan, YearMonth, format_months, months_covered


class SpanKind(Enum):
    """How a stretch of months is drawn, in the order of the legend."""

    COUNTED = auto()
    HAZARDOUS = auto()
    """Counts, and is hazardous work or in a special area."""
    CASHED = auto()
    """No longer counts: a benefit was taken for it."""
    NOT_COUNTED = auto()
    """Voluntary insurance, or months without pay."""
    GAP = auto()
    OVERLAP = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months drawn in one way, what they are, and which row (from 0) they come from or come after."""

    months: MonthSpan
    kind: SpanKind
    words: str
    row: int = 0


def kind_words(kind: SpanKind) -> str:
    """Return what the legend says of a kind."""
    return {
        SpanKind.COUNTED: _tr("được tính"),
        SpanKind.HAZARDOUS: _tr("nặng nhọc, vùng ĐBKK"),
        SpanKind.CASHED: _tr("đã hưởng chế độ"),
        SpanKind.NOT_COUNTED: _tr("không tính"),
        SpanKind.GAP: _tr("trống"),
        SpanKind.OVERLAP: _tr("trùng"),
    }[kind]


def insurance_stretches(career: Career) -> tuple[Stretch, ...]:
    """Return insured months by what they count as, gaps between any of them, overlaps."""
    rows = tuple(period.months for period in career.insurance)
    found = [
        Stretch(period.months, _insured_as(period), _insured_words(period), row)
        for row, period in enumerate(career.insurance)
    ]
    return (*found, *_faults(rows))


def salary_stretches(career: Career) -> tuple[Stretch, ...]:
    """Return months with a salary, gaps between them, overlaps."""
    rows = tuple(period.months for period in career.salary)
    found = [
        Stretch(
            period.months,
            SpanKind.COUNTED if period.attendance is Attendance.WORKED else SpanKind.NOT_COUNTED,
            _words(period.months),
            row,
        )
        for row, period in enumerate(career.salary)
    ]
    return (*found, *_faults(rows))


def caption(career: Career, leave_month: YearMonth | None = None) -> str:
    """Return "377 tháng", and how many months are missing or given twice; those from leaving on do not count."""
    counted = (before(span, leave_month) for span in career.insured_spans())
    total = months_covered(span for span in counted if span is not None)
    faults = _faults(tuple(period.months for period in career.insurance))
    whole = QCoreApplication.translate("Timeline", "{0} tháng").replace("{0}", str(total))
    parts = [f"{whole} ({format_months(total)})" if total >= 12 else whole]
    for kind, words in (
        (SpanKind.GAP, QCoreApplication.translate("Timeline", "trống {0} tháng")),
        (SpanKind.OVERLAP, QCoreApplication.translate("Timeline", "trùng {0} tháng")),
    ):
        months = months_covered(stretch.months for stretch in faults if stretch.kind is kind)
        parts += [words.replace("{0}", str(months))] if months else []
    return ", ".join(parts)


def before(span: MonthSpan, month: YearMonth | None) -> MonthSpan | None:
    """Return the part of the span that lies before the month."""
    if month is None or span.last < month:
        return span
    return MonthSpan(span.first, month + -1) if span.first < month else None


def _insured_as(period: InsurancePeriod) -> SpanKind:
    if period.cashed:
        return SpanKind.CASHED
    if not period.counts:
        return SpanKind.NOT_COUNTED
    return SpanKind.HAZARDOUS if period.hazardous or period.special_area else SpanKind.COUNTED


def _insured_words(period: InsurancePeriod) -> str:
    kind = _insured_as(period)
    said = "" if kind is SpanKind.COUNTED else f": {kind_words(kind)}"
    employer = f" · {period.employer}" if period.employer else ""
    return f"{_words(period.months)}{employer}{said}"


def _faults(rows: tuple[MonthSpan, ...]) -> tuple[Stretch, ...]:
    empty = QCoreApplication.translate("Timeline", "Trống {0}")
    twice = QCoreApplication.translate("Timeline", "Trùng {0}")
    found = [
        Stretch(gap, SpanKind.GAP, empty.replace("{0}", _words(gap)), _row_before(rows, gap)) for gap in gaps(rows)
    ]
    for left, right, first in overlaps(rows):
        shared = MonthSpan(first, min(rows[left].last, rows[right].last))
        found.append(Stretch(shared, SpanKind.OVERLAP, twice.replace("{0}", _words(shared)), right))
    return tuple(found)


def _row_before(rows: tuple[MonthSpan, ...], gap: MonthSpan) -> int:
    return next(row for row, months in enumerate(rows) if months.last + 1 == gap.first)


def _words(months: MonthSpan) -> str:
    return f"{months.first.shown} – {months.last.shown} ({len(months)})"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)

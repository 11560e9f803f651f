"""What a timeline shows of a career: spans, gaps and overlaps, and their sum in words."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.domain.careers import Career, gaps, overlaps
from desktop.domain.months import MonthSpan, YearMonth, months_covered


class SpanKind(Enum):
    """How a stretch of months is drawn."""

    COUNTED = auto()
    NOT_COUNTED = auto()
    GAP = auto()
    OVERLAP = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months drawn in one way, and what they are."""

    months: MonthSpan
    kind: SpanKind
    words: str


def insurance_stretches(career: Career) -> tuple[Stretch, ...]:
    """Return insured months: those that count, those that do not, gaps between any of them, overlaps."""
    rows = tuple(period.months for period in career.insurance)
    found = [
        Stretch(period.months, SpanKind.COUNTED if period.counts else SpanKind.NOT_COUNTED, _words(period.months))
        for period in career.insurance
    ]
    return (*found, *_faults(rows))


def salary_stretches(career: Career) -> tuple[Stretch, ...]:
    """Return months with a salary, gaps between them, overlaps."""
    rows = tuple(period.months for period in career.salary)
    return (*(Stretch(months, SpanKind.COUNTED, _words(months)) for months in rows), *_faults(rows))


def caption(career: Career, leave_month: YearMonth | None = None) -> str:
    """Return "377 tháng", and how many months are missing or given twice; those from leaving on do not count."""
    counted = (before(span, leave_month) for span in career.insured_spans())
    total = months_covered(span for span in counted if span is not None)
    faults = _faults(tuple(period.months for period in career.insurance))
    parts = [QCoreApplication.translate("Timeline", "{0} tháng").replace("{0}", str(total))]
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


def _faults(rows: tuple[MonthSpan, ...]) -> tuple[Stretch, ...]:
    empty = QCoreApplication.translate("Timeline", "Trống {0}")
    twice = QCoreApplication.translate("Timeline", "Trùng {0}")
    found = [Stretch(gap, SpanKind.GAP, empty.replace("{0}", _words(gap))) for gap in gaps(rows)]
    for left, right, first in overlaps(rows):
        shared = MonthSpan(first, min(rows[left].last, rows[right].last))
        found.append(Stretch(shared, SpanKind.OVERLAP, twice.replace("{0}", _words(shared))))
    return tuple(found)


def _words(months: MonthSpan) -> str:
    return f"{months.first.shown} – {months.last.shown} ({len(months)})"

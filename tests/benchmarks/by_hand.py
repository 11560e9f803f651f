"""Nghị định 29/2023, Điều 5 khoản 1–4 and Điều 7 khoản 1, as a programmer writes it who needs no explanation.

The peer of the engine: the same records, the same exact amounts, the figures in the code, no trace.
"""

from fractions import Fraction
from itertools import pairwise

from desktop.domain.careers import Career
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.months import MonthSpan
from desktop.domain.people import Sex

_BASE = ((2019 * 12 + 6, 1_490_000), (2023 * 12 + 6, 1_800_000), (2024 * 12 + 6, 2_340_000), (10**6, 0))
_FIRST, _LAST = 2023 * 12 + 6, 2025 * 12 + 5


def amount(record: Dossier) -> int | None:  # noqa: PLR0911 - written as one writes it who needs no explanation
    """Return whole đồng, None when the decree gives this person nothing or something is missing."""
    birth, sex, leave_month = record.person.decisive_birth, record.person.sex, record.leave_month
    if record.group is Group.VOLUNTARY or birth is None or sex is None or leave_month is None:
        return None
    leave = leave_month.ordinal
    if not _FIRST <= leave <= _LAST:
        return None
    rows = [row for row in record.career.insurance if row.counts]
    insured = _covered([row.months for row in rows], leave)
    special = _covered([row.months for row in rows if row.hazardous or row.special_area], leave)
    early = _pension(birth.month.ordinal, sex, 0) - leave
    early_if_lowered = _pension(birth.month.ordinal, sex, 60) - leave if special >= 180 else 0
    if record.route is Route.SEVERANCE:
        return _severance(record.career, leave, early, early_if_lowered, insured, special)
    if insured < 240:
        return None
    if special >= 180 and early_if_lowered >= 1:
        early = early_if_lowered
    if early < 24:
        return 0 if early >= 1 else None
    if early > 60:
        return None
    average = _average(record.career, leave, 60)
    months = 3 * _years(early) + 5 + Fraction(1, 2) * max(_years(insured) - 20, 0)
    return None if average is None else _whole(months * average)


def _severance(  # noqa: PLR0917 - as above
    career: Career, leave: int, early: int, lowered: int, insured: int, special: int
) -> int | None:
    if early < 24 or (insured >= 240 and (early <= 60 or (special >= 180 and lowered <= 60))):
        return None
    average = _average(career, leave, min(60, insured))
    current = _average(career, leave, 1)
    if average is None or current is None:
        return None
    return _whole(3 * current + Fraction(3, 2) * _years(insured) * average)


def _pension(birth: int, sex: Sex, lowered: int) -> int:
    first, step, final = (723, 3, 744) if sex is Sex.MALE else (664, 4, 720)
    age = first
    while age < final and (birth + age - lowered) // 12 > 2021 + (age - first) // step:
        age += step
    return birth + age - lowered + 1


def _years(months: int) -> Fraction:
    whole, odd = divmod(months, 12)
    return whole + (Fraction(0) if odd == 0 else Fraction(1, 2) if odd <= 6 else Fraction(1))


def _covered(spans: list[MonthSpan], before: int) -> int:
    total, reached = 0, -1
    for first, last in sorted((span.first.ordinal, span.last.ordinal) for span in spans):
        first_new, last_new = max(first, reached + 1), min(last, before - 1)
        total += max(0, last_new - first_new + 1)
        reached = max(reached, last_new)
    return total


def _average(career: Career, leave: int, months: int) -> Fraction | None:
    total, counted = Fraction(0), 0
    for row in career.salary:
        first, last = max(row.months.first.ordinal, leave - months), min(row.months.last.ordinal, leave - 1)
        if last < first:
            continue
        rank = row.coefficient + row.position_allowance + row.coefficient * row.beyond_frame / 100
        pay = rank * (1 + row.seniority / 100) + row.reserved_difference
        for (start, base), (end, _) in pairwise(_BASE):
            count = min(last + 1, end) - max(first, start)
            if count > 0:
                total, counted = total + count * base * pay, counted + count
    return total / months if counted == months else None


def _whole(exact: Fraction) -> int:
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)

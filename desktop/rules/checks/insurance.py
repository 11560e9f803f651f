"""Social insurance history: gaps, overlaps, totals (catalogue 3.4)."""

from fractions import Fraction

from desktop.domain.careers import Career, gaps, overlaps
from desktop.domain.dossiers import Dossier, Group
from desktop.domain.months import MonthSpan, format_months, months_covered
from desktop.domain.ratios import format_ratio
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits
from desktop.rules.quantities.service import RoundingBand, RoundingTable, insured_months, rounded_years


def no_insurance(case: Case[Dossier]) -> Hits:
    """BH01: there is no insurance row."""
    if not case.subject.career.insurance:
        yield Hit()


def overlapping_rows(case: Case[Dossier]) -> Hits:
    """BH02: two rows hold the same month."""
    for left, right, month in overlaps(_spans(case.subject.career)):
        yield Hit({"thang": month.shown, "a": left + 1, "b": right + 1}, detail=f"{left + 1}-{right + 1}")


def gap_between_rows(case: Case[Dossier]) -> Hits:
    """BH03: months between two rows that no row covers."""
    for gap in gaps(_spans(case.subject.career)):
        yield Hit({"k": len(gap), "tu": gap.first.shown, "den": gap.last.shown}, detail=f"{gap.first}..{gap.last}")


def more_months_than_possible(case: Case[Dossier]) -> Hits:
    """BH04: more insured months than lie between the least working age and the leave."""
    dossier = case.subject
    birth, leave = dossier.person.decisive_birth, dossier.leave_month
    if birth is None or leave is None:
        return
    claimed = max(months_covered(dossier.career.insured_spans()), dossier.declared.insured_months or 0)
    possible = max(0, leave - birth.month - 12 * case.number("min_age_years"))
    if claimed > possible:
        yield Hit({"a": claimed, "b": possible})


def declared_service_differs(case: Case[Dossier]) -> Hits:
    """BH05: the unit's insured time is neither the counted months nor their rounded years."""
    dossier = case.subject
    declared, leave = dossier.declared.insured_months, dossier.leave_month
    if declared is None or leave is None or not dossier.career.insurance:
        return
    counted = insured_months(dossier.career, leave)
    years = rounded_years(counted, _rounding(case))
    off = min(Fraction(abs(declared - counted)), abs(declared - years * 12))
    if off > case.number("tolerance_months"):
        half, whole = case.number("half_year_from"), case.number("whole_year_from")
        shown: dict[str, str | int] = {"a": format_months(declared), "m": counted, "b": format_ratio(years)}
        bands = {"nua": half, "nua_den": whole - 1, "tron": whole}
        yield Hit(shown | bands, detail=f"{declared}-{counted}")


def not_checked_against_book(case: Case[Dossier]) -> Hits:
    """BH06: nobody has confirmed the rows against the insurance book."""
    career = case.subject.career
    if career.insurance and not career.checked_against_book:
        yield Hit()


def too_little_service(case: Case[Dossier]) -> Hits:
    """BH07: fewer insured months than the route asks for; the voluntary group is left to the city's conditions."""
    dossier, leave = case.subject, case.subject.leave_month
    wanted = case.parameters.get(dossier.route.value) if dossier.route else None
    if wanted is None or leave is None or dossier.group is Group.VOLUNTARY or not dossier.career.insurance:
        return
    served = insured_months(dossier.career, leave)
    if served < int(wanted):
        yield Hit({"a": served, "b": wanted})


def cashed_time_counted(case: Case[Dossier]) -> Hits:
    """BH08: months for which a benefit was taken count again: the row is not marked, or another row holds them."""
    rows = case.subject.career.insurance
    counting = [row.months for row in rows if row.counts]
    for number, row in enumerate(rows, start=1):
        counted = row.counts or any(_share_month(row.months, span) for span in counting)
        if (row.cashed or row.cashed_as is not None) and counted:
            benefit = row.cashed_as.value if row.cashed_as else "unknown"
            params: dict[str, str | int] = {"tu": row.months.first.shown, "den": row.months.last.shown}
            yield Hit(params | {"che_do": benefit}, detail=f"{number}:{row.months.first}..{row.months.last}:{benefit}")


def _share_month(left: MonthSpan, right: MonthSpan) -> bool:
    return max(left.first, right.first) <= min(left.last, right.last)


def _spans(career: Career) -> tuple[MonthSpan, ...]:
    return tuple(period.months for period in career.insurance)


def _rounding(case: Case[Dossier]) -> RoundingTable:
    half, whole = case.number("half_year_from"), case.number("whole_year_from")
    none, one_half, one = Fraction(0), Fraction(1, 2), Fraction(1)
    return RoundingTable((RoundingBand(half - 1, none), RoundingBand(whole - 1, one_half), RoundingBand(11, one)))


RULES = (
    DossierRule("BH01", no_insurance),
    DossierRule("BH02", overlapping_rows),
    DossierRule("BH03", gap_between_rows),
    DossierRule("BH04", more_months_than_possible),
    DossierRule("BH05", declared_service_differs),
    DossierRule("BH06", not_checked_against_book),
    DossierRule("BH07", too_little_service),
    DossierRule("BH08", cashed_time_counted),
)

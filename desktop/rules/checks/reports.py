"""Settlement and the yearly report (catalogue 3.10, reporting)."""

from datetime import date

from desktop.domain.dates import format_date
from desktop.domain.findings import Finding
from desktop.domain.money import group_digits
from desktop.rules.checks.rule import Case, Hit, Hits, RoundRule


def settlement_does_not_add_up(case: Case[tuple[Finding, ...]]) -> Hits:
    """BC01: a unit's paid, unpaid and returned money are not together what was allocated."""
    spending = case.context.spending
    for each in spending.settlements if spending else ():
        if each.allocated != each.paid + each.unpaid + each.returned:
            sums = {"a": each.allocated, "b": each.paid, "c": each.unpaid, "d": each.returned}
            shown: dict[str, str | int] = {name: group_digits(amount) for name, amount in sums.items()}
            yield Hit(shown | {"dv": each.unit_name}, detail=each.unit_name)


def yearly_report_missing(case: Case[tuple[Finding, ...]]) -> Hits:
    """BC02: a year's report is not made; said from some days before it is due, and after that."""
    for report in case.context.reports or ():
        due = date(report.year + 1, case.number("due_month"), case.number("due_day"))
        left = (due - case.context.today).days
        if report.made_on is None and left <= case.number("days"):
            detail = f"late:{report.year}" if left < 0 else f"{report.year}"
            yield Hit({"nam": report.year, "han": format_date(due), "k": abs(left)}, detail=detail)


ROUND_RULES = (RoundRule("BC01", settlement_does_not_add_up), RoundRule("BC02", yearly_report_missing))

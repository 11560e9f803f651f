"""The round's deadline (catalogue 3.10)."""

from desktop.domain.dates import format_date
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.rule import Case, Hit, Hits, RoundRule


def deadline_passed(case: Case[tuple[Finding, ...]]) -> Hits:
    """DH01: the deadline is over."""
    deadline = case.context.round.deadline
    if deadline and case.context.today > deadline:
        late = (case.context.today - deadline).days
        yield Hit({"dot": case.context.round.name, "han": format_date(deadline), "k": late})


def deadline_near(case: Case[tuple[Finding, ...]]) -> Hits:
    """DH02: few days are left; says how many errors are left too."""
    deadline = case.context.round.deadline
    if deadline and 0 <= (left := (deadline - case.context.today).days) <= case.number("days"):
        errors = sum(finding.severity is Severity.ERROR for finding in case.subject)
        yield Hit({"k": left, "han": format_date(deadline), "m": errors})


ROUND_RULES = (RoundRule("DH01", deadline_passed), RoundRule("DH02", deadline_near))

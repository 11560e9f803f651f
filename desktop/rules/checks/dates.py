"""Dates that contradict each other, the career or the policy (catalogue 3.2)."""

from desktop.domain.careers import Career
from desktop.domain.dates import Precision, format_date
from desktop.domain.dossiers import Dossier, Group
from desktop.domain.months import YearMonth
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits


def birth_is_not_whole(case: Case[Dossier]) -> Hits:
    """NT02: only the year, or the month and year, of the decisive birth date is known."""
    birth = case.subject.person.decisive_birth
    if birth and birth.precision is not Precision.DAY:
        yield Hit({"muc": birth.precision.value, "ngay": format_date(birth.day)})


def started_too_young(case: Case[Dossier]) -> Hits:
    """NT03: the first month of work is before the month of the least working age."""
    birth = case.subject.person.decisive_birth
    start = career_start(case.subject.career)
    if birth and start and start - birth.month < 12 * case.number("min_age_years"):
        yield Hit({"nbd": start.shown, "tuoi": (start - birth.month) // 12})


def left_before_start(case: Case[Dossier]) -> Hits:
    """NT04: the leave is not after the first day of work."""
    leave = case.subject.leave_on
    start = career_start(case.subject.career)
    if leave and start and leave <= start.first_day:
        yield Hit({"nn": format_date(leave), "nbd": start.shown})


def left_outside_policy(case: Case[Dossier]) -> Hits:
    """NT05: a policy of the round does not hold on the leave date.

    People of the transitional group left before the city's policy came: only the central policy is asked.
    """
    leave = case.subject.leave_on
    if leave is None:
        return
    for policy in case.context.policies:
        asked = policy.central or case.subject.group is not Group.TRANSITIONAL
        if asked and not policy.holds_on(leave):
            until = format_date(policy.effective_to) if policy.effective_to else "open"
            yield Hit(
                {
                    "nn": format_date(leave),
                    "chinh_sach": policy.title,
                    "tu": format_date(policy.effective_from),
                    "den": until,
                },
                detail=policy.id,
            )


def left_within_month(case: Case[Dossier]) -> Hits:
    """NT06: the leave is not on the first day of a month."""
    leave = case.subject.leave_on
    if leave and leave.day != 1:
        yield Hit({"nn": format_date(leave), "thang": YearMonth.of(leave).shown})


def career_start(career: Career) -> YearMonth | None:
    """Return the first month of salary or insurance, None when there is neither."""
    spans = [period.months for period in career.insurance] + [period.months for period in career.salary]
    return min((span.first for span in spans), default=None)


RULES = (
    DossierRule("NT02", birth_is_not_whole),
    DossierRule("NT03", started_too_young),
    DossierRule("NT04", left_before_start),
    DossierRule("NT05", left_outside_policy),
    DossierRule("NT06", left_within_month),
)

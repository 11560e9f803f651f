"""Dates that contradict each other, the career or the policy (catalogue 3.2)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop.domain.careers import Career
from desktop.domain.dates import Precision, format_date
from desktop.domain.dossiers import Dossier, Group
from desktop.domain.months import YearMonth
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits
from desktop.rules.checks.settings import Parameters


def implausible_date(case: Case[Dossier]) -> Hits:
    """NT01: a date is before the first year that can be or too far ahead (a date that does not exist is no date)."""
    span = plausible_years(case.context.today, case.parameters)
    approval = case.context.approval_of(case.subject)
    for name, day in _dates(case.subject).items():
        if day and day.year not in span:
            yield Hit({"gia_tri": format_date(day)}, detail=name, field=name)
    if approval and approval.issued_on and approval.issued_on.year not in span:
        name = "approval.issued_on"
        yield Hit({"gia_tri": format_date(approval.issued_on)}, detail=name, field=name, subject=approval.id)


def plausible_years(today: date, parameters: Parameters) -> range:
    """Return the years that NT01, with these parameters, lets pass."""
    return range(int(parameters["first_year"]), today.year + int(parameters["years_ahead"]) + 1)


def without_implausible_dates(dossier: Dossier, years: range) -> Dossier:
    """Return the dossier as if dates outside the years were not entered: no other check makes sense of them."""
    if all(day is None or day.year in years for day in _dates(dossier).values()):
        return dossier
    person = dossier.person
    birth = person.birth if person.birth and person.birth.day.year in years else None
    on_file = person.birth_on_file if person.birth_on_file and person.birth_on_file.day.year in years else None
    leave = dossier.leave_on if dossier.leave_on and dossier.leave_on.year in years else None
    return replace(dossier, person=replace(person, birth=birth, birth_on_file=on_file), leave_on=leave)


def _dates(dossier: Dossier) -> Mapping[str, date | None]:
    births = {"person.birth": dossier.person.birth, "person.birth_on_file": dossier.person.birth_on_file}
    return {name: birth.day if birth else None for name, birth in births.items()} | {"leave_on": dossier.leave_on}


def birth_is_not_whole(case: Case[Dossier]) -> Hits:
    """NT02: only the year, or the month and year, of the decisive birth date is known."""
    birth = case.subject.person.decisive_birth
    if birth and birth.precision is not Precision.DAY:
        yield Hit({"muc": birth.precision.value, "ngay": format_date(birth.day)}, detail=str(birth))


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
        yield Hit({"nn": format_date(leave), "thang": YearMonth.of(leave).shown}, detail=leave.isoformat())


def left_long_after_list(case: Case[Dossier]) -> Hits:
    """NT07: the leave lies more months ahead of the day the list is made than the round usually looks ahead."""
    leave = case.subject.leave_on
    if leave is None:
        return
    ahead = YearMonth.of(leave) - YearMonth.of(case.context.today)
    if ahead > case.number("months"):
        yield Hit({"nn": format_date(leave), "k": ahead}, detail=leave.isoformat())


def career_start(career: Career) -> YearMonth | None:
    """Return the first month of salary or insurance, None when there is neither."""
    spans = [period.months for period in career.insurance] + [period.months for period in career.salary]
    return min((span.first for span in spans), default=None)


AS_ENTERED_RULES = (DossierRule("NT01", implausible_date),)
RULES = (
    DossierRule("NT02", birth_is_not_whole),
    DossierRule("NT03", started_too_young),
    DossierRule("NT04", left_before_start),
    DossierRule("NT05", left_outside_policy),
    DossierRule("NT06", left_within_month),
    DossierRule("NT07", left_long_after_list),
)

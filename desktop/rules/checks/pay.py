"""Pay as entered: rank, step, percents, amounts (catalogue 3.5)."""

from fractions import Fraction
from itertools import pairwise

from desktop.domain.careers import SalaryPeriod
from desktop.domain.dossiers import Dossier, Route
from desktop.domain.money import Dong, group_digits, round_half_up
from desktop.domain.months import MonthSpan
from desktop.domain.ratios import format_ratio
from desktop.rules.checks.amounts import step_value
from desktop.rules.checks.papers import SALARY_RISE, has_paper
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits
from desktop.rules.lookups import Ladder
from desktop.rules.quantities.base_salaries import BaseSalaryTable

_MAY_COUNT = ("public_service", "professional_incentive", "professional_duty")


def last_pay(dossier: Dossier) -> SalaryPeriod | None:
    """Return the pay of the month before the leave, else of the last months entered; None without any."""
    leave = dossier.leave_month
    found = dossier.career.salary_in(leave + -1) if leave else None
    return found or max(dossier.career.salary, key=lambda period: period.months.last, default=None)


def _ranked(case: Case[Dossier]) -> tuple[SalaryPeriod, Ladder] | None:
    """Return the last pay and its rank's ladder: earlier months may have been in another rank."""
    pay, ladder = last_pay(case.subject), case.context.tables.ladder_of(case.subject.career.rank)
    return (pay, ladder) if pay and ladder and pay.contract_pay is None else None


def coefficient_of_no_step(case: Case[Dossier]) -> Hits:
    """LG01: the rank's ladder has no such coefficient."""
    ranked = _ranked(case)
    if ranked and ranked[0].coefficient not in ranked[1].coefficients:
        pay, ladder = ranked
        steps = "; ".join(format_ratio(each) for each in ladder.coefficients)
        yield Hit({"hs": format_ratio(pay.coefficient), "ngach": case.subject.career.rank, "ds": steps})


def step_of_another_coefficient(case: Case[Dossier]) -> Hits:
    """LG02: the step of the rank's ladder has another coefficient."""
    ranked = _ranked(case)
    if ranked is None or ranked[0].step is None:
        return
    pay, ladder = ranked
    right = ladder.at(pay.step or 0)
    if right != pay.coefficient:
        shown = "unknown" if right is None else format_ratio(right)
        rank = case.subject.career.rank
        yield Hit({"b": pay.step or 0, "ngach": rank, "hs_dung": shown, "hs": format_ratio(pay.coefficient)})


def beyond_frame_not_due(case: Case[Dossier]) -> Hits:
    """LG03: a beyond-frame percent that the law's sequence lacks, or below the last step of a known ladder."""
    pay, ranked = last_pay(case.subject), _ranked(case)
    if pay is None or not pay.beyond_frame:
        return
    last_step = ranked is None or pay.coefficient == ranked[1].coefficients[-1]
    first, yearly = _beyond_frame_sequence(case, ranked[1] if ranked else None)
    in_sequence = pay.beyond_frame >= first and (pay.beyond_frame - first) % yearly == 0
    if not (last_step and in_sequence):
        percents = {"pt": pay.beyond_frame, "dau": first, "them": yearly}
        yield Hit({name: format_ratio(value) for name, value in percents.items()}, detail=str(pay.beyond_frame))


def _beyond_frame_sequence(case: Case[Dossier], ladder: Ladder | None) -> tuple[Fraction, Fraction]:
    """Return the first percent and the yearly one: the ladder's own, else the catalogue's."""
    own = ladder.beyond_frame if ladder else None
    if own and own.yearly > 0:
        return own.first, own.yearly
    return Fraction(case.number("first_percent")), Fraction(case.number("yearly_percent"))


def seniority_twice(case: Case[Dossier]) -> Hits:
    """LG04: the seniority allowance is entered in percent and in đồng."""
    for number, period in enumerate(case.subject.career.salary, start=1):
        if period.seniority and period.seniority_amount is not None:
            yield Hit({"dong": number}, detail=f"{number}")


def pay_that_does_not_count(case: Case[Dossier]) -> Hits:
    """LG05: the last pay holds an allowance that no policy of the round counts."""
    pay, definitions = last_pay(case.subject), case.context.tables.counted_pay
    if pay is None or not definitions:
        return
    counted = {item for each in definitions for item in each.items}
    cite = definitions[0].citation
    for item in _MAY_COUNT:
        if getattr(pay, item) and item not in counted:
            yield Hit({"khoan": item, "can_cu": cite}, detail=f"{item}:{getattr(pay, item)}")
    if pay.other_allowance:
        name = pay.other_allowance_name or "other"
        yield Hit({"khoan": name, "can_cu": cite}, detail=f"other_allowance:{name}:{pay.other_allowance}")


def base_salary_of_another_time(case: Case[Dossier]) -> Hits:
    """LG06: the base salary that the unit used holds in no month of the row."""
    table = case.context.tables.base_salaries
    for number, period in enumerate(case.subject.career.salary, start=1):
        holding = _base_salaries_in(period.months, table) if table and period.base_salary else ()
        if holding and period.base_salary not in holding:
            shown = {"dung": group_digits(int(holding[-1])), "sai": group_digits(int(period.base_salary or 0))}
            yield Hit({"thang": period.months.last.shown} | shown, detail=f"{number}")


def _base_salaries_in(months: MonthSpan, table: BaseSalaryTable) -> tuple[Fraction, ...]:
    """Return the base salaries of the months, oldest first; none when the table begins after the first of them."""
    ends = [first for first, _ in table.rows[1:]]
    rows = zip(table.rows, [*ends, None], strict=False)
    covered = bool(table.rows) and table.rows[0][0] <= months.first
    holding = [value for (first, value), end in rows if first <= months.last and (end is None or end > months.first)]
    return tuple(holding) if covered else ()


def stated_salary_differs(case: Case[Dossier]) -> Hits:
    """LG07: the unit's monthly salary is not the computed one."""
    stated, computed = case.subject.declared.monthly_salary, step_value(case, "current_salary")
    if stated is None or computed is None:
        return
    counted = Dong(round_half_up(computed))
    if abs(counted - stated) > case.number("tolerance_dong"):
        off = group_digits(Dong(abs(counted - stated)))
        yield Hit({"a": group_digits(counted), "b": group_digits(stated), "c": off}, detail=f"{counted}-{stated}")


def salary_out_of_range(case: Case[Dossier]) -> Hits:
    """LG08: an amount typed in đồng is lower than wages can be, or a salary higher than salaries are.

    The allowance of commune part-timers is no wage and may be lower.
    """
    pay = last_pay(case.subject)
    typed = [each for each in (pay.contract_pay if pay else None, case.subject.declared.monthly_salary) if each]
    computed = step_value(case, "current_salary")
    high = [*typed, *([Dong(round_half_up(computed))] if computed else [])]
    least, most = case.number("least_dong"), case.number("most_dong")
    low = [] if case.subject.route is Route.COMMUNE_PART_TIMER else [each for each in typed if each < least]
    odd = [*low, *(each for each in high if each > most)]
    if odd:
        yield Hit({"gia_tri": f"{group_digits(odd[0])} đ"}, detail=str(odd[0]))


def raised_before_leaving(case: Case[Dossier]) -> Hits:
    """LG09: the coefficient rose shortly before the leave, and the decision on that is not among the papers."""
    leave, rows = case.subject.leave_month, case.subject.career.salary
    if leave is None or has_paper(case.subject, case.context, SALARY_RISE):
        return
    in_order = sorted(rows, key=lambda period: period.months.first)
    for before, after in pairwise(in_order):
        months = leave - after.months.first
        if _raised(before.coefficient, after.coefficient) and 0 < months <= case.number("months"):
            yield Hit({"ngay": after.months.first.shown, "k": months}, detail=str(after.months.first))


def _raised(before: Fraction, after: Fraction) -> bool:
    return 0 < before < after


RULES = (
    DossierRule("LG01", coefficient_of_no_step),
    DossierRule("LG02", step_of_another_coefficient),
    DossierRule("LG03", beyond_frame_not_due),
    DossierRule("LG04", seniority_twice),
    DossierRule("LG05", pay_that_does_not_count),
    DossierRule("LG06", base_salary_of_another_time),
    DossierRule("LG07", stated_salary_differs),
    DossierRule("LG08", salary_out_of_range),
    DossierRule("LG09", raised_before_leaving),
)

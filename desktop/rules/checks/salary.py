"""Salary history (catalogue 3.5)."""

from desktop.domain.careers import Career
from desktop.domain.dossiers import Dossier
from desktop.domain.months import YearMonth
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits
from desktop.rules.quantities.salary import averaged_months
from desktop.rules.quantities.service import spans_before


def months_without_salary(case: Case[Dossier]) -> Hits:
    """LG10: the months that the average runs over are not all in the salary history."""
    career, leave = case.subject.career, case.subject.leave_month
    if not career.salary or not career.insurance or leave is None:
        return
    wanted = _wanted_months(career, leave, case.number("months"))
    lacking = [month for month in wanted if career.salary_in(month) is None]
    if lacking:
        numbers: dict[str, str | int] = {"n": len(wanted), "m": len(wanted) - len(lacking)}
        yield Hit(numbers | {"thang_thieu": lacking[0].shown}, detail=f"{lacking[0]}:{len(lacking)}")


def _wanted_months(career: Career, leave: YearMonth, months: int) -> tuple[YearMonth, ...]:
    """Return the months averaged and the one before the leave, whose salary is the current one, in order."""
    averaged = averaged_months(career, leave, months) if spans_before(career.insured_spans(), leave) else ()
    before = leave + -1
    return averaged if averaged and averaged[-1] == before else (*averaged, before)


RULES = (DossierRule("LG10", months_without_salary),)

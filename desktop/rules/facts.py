"""Facts of the record as quantities: what it says, or Missing with the field that it lacks."""

from enum import StrEnum
from fractions import Fraction

from desktop.domain.dates import Precision
from desktop.domain.months import YearMonth
from desktop.rules.quantities import conventions
from desktop.rules.quantities.missing import Missing
from desktop.rules.scope import Determined
from desktop.rules.trace import Value
from desktop.rules.values import Values


def fact(value: Value | None, field: str, label: str) -> Determined:
    """Return what the record says; raises Missing when it does not."""
    if value is None:
        raise Missing("rules.field_missing", field, label=label)
    return Determined(value)


def birth_month(scope: Values) -> Determined:
    """Return the birth month, by the pack's convention where only the year is known."""
    birth = scope.dossier.person.decisive_birth
    if birth is None or birth.precision is not Precision.YEAR:
        return fact(birth.month if birth else None, "person.birth", "ngày sinh")
    convention = scope.pack.conventions.unknown_birth
    month = YearMonth.of(conventions.birth_day(birth, convention.rule))
    return Determined(month, citation=convention.citation, note=convention.note)


def birth_on(scope: Values) -> Determined:
    """Return the day of birth, by the pack's convention where it is not known."""
    birth = scope.dossier.person.decisive_birth
    if birth is None:
        raise Missing("rules.field_missing", "person.birth", label="ngày sinh")
    convention = scope.pack.conventions.unknown_birth
    citation = None if birth.precision is Precision.DAY else convention.citation
    return Determined(conventions.birth_day(birth, convention.rule), citation=citation)


def reason(scope: Values) -> Determined:
    """Return the case of downsizing that the record chose from the pack's list."""
    reason = next((each for each in scope.pack.reasons if each.id == scope.dossier.reason), None)
    if reason is None:
        raise Missing("rules.field_missing", "reason", label="lý do nghỉ")
    return Determined(reason.id, citation=reason.citation, shown=reason.label)


def obstacle_count(scope: Values) -> Determined:
    """Return how many of the pack's obstacles the record holds."""
    known = {each.id: each.label for each in scope.pack.obstacles}
    held = [known[each] for each in scope.dossier.obstacles if each in known]
    return Determined(len(held), substituted="; ".join(held))


def choice(value: StrEnum | None, field: str, label: str) -> Determined:
    """Return what the record chose; raises Missing when it did not."""
    return fact(None if value is None else value.value, field, label)


def leave_month(scope: Values) -> Determined:
    """Return the month that the leave counts for, by the pack's convention."""
    leave_on, convention = scope.dossier.leave_on, scope.pack.conventions.leave_month
    month = conventions.leave_month(leave_on, convention.rule) if leave_on else None
    if month is None:
        raise Missing("rules.field_missing", "leave_on", label="thời điểm nghỉ")
    return Determined(month, citation=convention.citation, note=convention.note)


def pay_item(scope: Values, name: str) -> Determined:
    """Return one item of pay of the month before leaving."""
    before: YearMonth = scope.month("leave_month") + -1
    period = scope.dossier.career.salary_in(before)
    if period is None:
        raise Missing("rules.salary_month_missing", "career.salary", month=before.shown)
    values: dict[str, Fraction] = {
        "coefficient": period.coefficient,
        "position_coefficient": period.position_allowance,
    }
    return Determined(values[name])

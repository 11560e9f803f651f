"""Ages and service as quantities: each value alone, and with its words."""

from collections.abc import Callable

from desktop.domain.careers import Career
from desktop.domain.months import YearMonth, format_months
from desktop.domain.people import Sex
from desktop.rules.asking import age_on, leave_day, years_of
from desktop.rules.policy import Sourced
from desktop.rules.quantities import retirement, service
from desktop.rules.quantities.conventions import AgeStart
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.quantities.retirement import Roadmap
from desktop.rules.quantities.service import RoundingTable
from desktop.rules.scope import Determined, Quantity
from desktop.rules.showing import show_moment
from desktop.rules.trace import Unit, Value
from desktop.rules.values import Values, plain


def _roadmap(scope: Values) -> Sourced[Roadmap]:
    if scope.pack.roadmap is None:
        raise Undetermined("rules.table_missing", table="lộ trình tuổi nghỉ hưu")
    return scope.pack.roadmap


def _lowered(scope: Values) -> int:
    return scope.whole(scope.lowered_by) if scope.lowered_by else 0


def _retirement_age(scope: Values) -> int:
    table, birth, sex, lowered = _roadmap(scope), scope.month("birth_month"), scope.value("sex"), _lowered(scope)
    known, key = scope.retirement_ages, (birth.ordinal, sex, lowered)
    if key not in known:
        known[key] = retirement.retirement_age(birth, Sex(str(sex)), table.content, lowered)
    return known[key]


def _retirement_age_in_words(scope: Values) -> Determined:
    table, birth, sex = _roadmap(scope), scope.month("birth_month"), scope.value("sex")
    age, lowered = _retirement_age(scope), _lowered(scope)
    less = f", trừ {format_months(lowered)}" if lowered else ""
    words = f"Lộ trình: {show_moment(str(sex))} sinh {birth.shown}{less}"
    return Determined(age, table.label, words, table.citation, table.provenance, table.note, format_months(age))


def _pension_month(scope: Values) -> YearMonth:
    return scope.month("birth_month") + (scope.whole("retirement_age") + 1)


def _pension_month_in_words(scope: Values) -> Determined:
    table, birth, age = _roadmap(scope), scope.month("birth_month"), scope.whole("retirement_age")
    words = f"{birth.shown} + {format_months(age)} + 1 tháng"
    formula = "Tháng sinh + tuổi nghỉ hưu + 1 tháng"
    return Determined(_pension_month(scope), formula, words, table.citation, table.provenance)


def _early_months(scope: Values) -> int:
    return retirement.early_months(scope.month("pension_month"), scope.month("leave_month"))


def _early_months_in_words(scope: Values) -> Determined:
    pension, leave = scope.month("pension_month"), scope.month("leave_month")
    return Determined(_early_months(scope), "Tháng hưởng lương hưu − tháng nghỉ", f"{pension.shown} − {leave.shown}")


def _table(scope: Values, name: str) -> Sourced[RoundingTable]:
    table = scope.pack.rounding.get(name)
    if table is None:
        raise Undetermined("rules.table_missing", table="bảng quy tròn tháng lẻ")
    return table


def years_quantity(name: str, label: str, months: str, *, lowered: bool) -> Quantity:
    """Return the quantity of years that the pack's convention makes of a quantity of months."""

    def value(scope: Values) -> Value:
        table = _table(scope, name)
        return plain(service.rounded_years(scope.whole(months), table.content))

    def determine(scope: Values) -> Determined:
        table = _table(scope, name)
        return years_of(scope.whole(months), table)

    return Quantity(name, label, Unit.YEARS, determine, lowered=lowered, value=value)


def _age_on_leave(scope: Values) -> Determined:
    leave = scope.month("leave_month")
    by_day = scope.pack.conventions.age.rule is AgeStart.BIRTH_DAY
    return age_on(scope, leave_day(scope) if by_day else leave)


def _insured_months(scope: Values) -> int:
    leave = scope.month("leave_month")
    return service.insured_months(scope.dossier.career, leave)


def _insured_months_in_words(scope: Values) -> Determined:
    months, leave = _insured_months(scope), scope.month("leave_month")
    spans = service.spans_before(scope.dossier.career.insured_spans(), leave)
    listed = " + ".join(f"{span.first.shown}–{span.last.shown} ({len(span)})" for span in spans)
    rule = "Số tháng đóng bảo hiểm xã hội bắt buộc trước tháng nghỉ, chưa hưởng chế độ một lần; mỗi tháng tính một lần"
    return Determined(months, rule, listed)


def _marked(name: str, label: str, count: Callable[[Career, YearMonth], int]) -> Quantity:
    def value(scope: Values) -> int:
        return count(scope.dossier.career, scope.month("leave_month"))

    return Quantity(name, label, Unit.MONTHS, lambda scope: Determined(value(scope)), value=value)


_EARLY = "early_months"
RECKONED = (
    Quantity(
        "retirement_age", "Tuổi nghỉ hưu", Unit.MONTHS, _retirement_age_in_words, lowered=True, value=_retirement_age
    ),
    Quantity(
        "pension_month",
        "Tháng bắt đầu hưởng lương hưu",
        Unit.MONTH,
        _pension_month_in_words,
        lowered=True,
        value=_pension_month,
    ),
    Quantity(
        _EARLY, "Số tháng nghỉ trước tuổi", Unit.MONTHS, _early_months_in_words, lowered=True, value=_early_months
    ),
    Quantity(
        "remaining_months",
        "Số tháng còn lại đến tuổi hưởng lương hưu",
        Unit.MONTHS,
        _early_months_in_words,
        lowered=True,
        value=_early_months,
    ),
    years_quantity("early_years", "Số năm nghỉ trước tuổi (quy tròn)", _EARLY, lowered=True),
    Quantity("age_on_leave", "Tuổi khi nghỉ", Unit.MONTHS, _age_on_leave),
    Quantity(
        "insured_months",
        "Số tháng đóng bảo hiểm xã hội bắt buộc",
        Unit.MONTHS,
        _insured_months_in_words,
        value=_insured_months,
    ),
    years_quantity("insured_years", "Số năm đóng bảo hiểm xã hội (quy tròn)", "insured_months", lowered=False),
    _marked("hazardous_months", "Số tháng làm nghề nặng nhọc, độc hại, nguy hiểm", service.hazardous_months),
    _marked("special_area_months", "Số tháng làm việc ở vùng đặc biệt khó khăn", service.special_area_months),
    _marked(
        "lowered_age_months",
        "Số tháng làm nghề hoặc ở vùng được hưởng tuổi nghỉ hưu thấp hơn",
        service.lowered_age_months,
    ),
)
"""Quantities of age and service."""

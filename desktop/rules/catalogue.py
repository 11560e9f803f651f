"""The quantities that every pack's formulas can name: facts of the record, ages, service. Salaries come from packs."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from desktop.domain.dossiers import Group, Route
from desktop.domain.months import YearMonth, format_months
from desktop.domain.people import ManagementLevel, Sex
from desktop.domain.ratios import format_ratio
from desktop.rules.formulas.units import OF_UNIT, Dimension
from desktop.rules.policy import PolicyPack, Sourced
from desktop.rules.quantities import retirement, service
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.quantities.retirement import Roadmap
from desktop.rules.salaries import base_salary_quantity, salary_quantity
from desktop.rules.scope import Determined, Quantity, Scope
from desktop.rules.showing import show_moment
from desktop.rules.trace import Unit, Value

FACTS = ("sex", "birth_month", "leave_on", "leave_month")
"""What every trace begins with."""
STANDARD = ("pension_month", "early_months", "early_years", "insured_months", "insured_years")
"""Quantities that every computation's trace holds, whether or not a formula names them; salaries besides."""


def quantities_of(pack: PolicyPack) -> Mapping[str, Quantity]:
    """Return what formulas of this pack can name, besides parameters and components."""
    salaries = {name: salary_quantity(name, definition) for name, definition in pack.salaries.items()}
    return {**_QUANTITIES, **salaries}


def _fact(value: Value | None, field: str, label: str) -> Determined:
    if value is None:
        raise Missing("rules.field_missing", field, label=label)
    return Determined(value)


def _birth_month(scope: Scope) -> Determined:
    birth = scope.dossier.person.decisive_birth
    return _fact(birth.month if birth else None, "person.birth", "ngày sinh")


def _choice(value: StrEnum | None, field: str, label: str) -> Determined:
    return _fact(None if value is None else value.value, field, label)


def _roadmap(scope: Scope) -> Sourced[Roadmap]:
    if scope.pack.roadmap is None:
        raise Undetermined("rules.table_missing", table="lộ trình tuổi nghỉ hưu")
    return scope.pack.roadmap


def _retirement_age(scope: Scope) -> Determined:
    table = _roadmap(scope)
    birth, sex = scope.month("birth_month"), Sex(str(scope.value("sex")))
    lowered = int(scope.number(scope.lowered_by)) if scope.lowered_by else 0
    age = retirement.retirement_age(birth, sex, table.content, lowered)
    less = f", trừ {format_months(lowered)}" if lowered else ""
    words = f"Lộ trình: {show_moment(sex.value)} sinh {birth.shown}{less}"
    return Determined(age, table.label, words, table.citation, table.provenance, table.note, format_months(age))


def _pension_month(scope: Scope) -> Determined:
    birth, age = scope.month("birth_month"), int(scope.number("retirement_age"))
    table = _roadmap(scope)
    return Determined(
        birth + age + 1,
        "Tháng sinh + tuổi nghỉ hưu + 1 tháng",
        f"{birth.shown} + {format_months(age)} + 1 tháng",
        table.citation,
        table.provenance,
    )


def _early_months(scope: Scope) -> Determined:
    pension, leave = scope.month("pension_month"), scope.month("leave_month")
    months = retirement.early_months(pension, leave)
    return Determined(months, "Tháng hưởng lương hưu − tháng nghỉ", f"{pension.shown} − {leave.shown}")


def _leave_month(scope: Scope) -> Determined:
    return _fact(scope.dossier.leave_month, "leave_on", "thời điểm nghỉ")


def _years(scope: Scope, name: str, months_name: str) -> Determined:
    table = scope.pack.rounding.get(name)
    if table is None:
        raise Undetermined("rules.table_missing", table="bảng quy tròn tháng lẻ")
    months = int(scope.number(months_name))
    years = service.rounded_years(months, table.content)
    whole, odd = divmod(months, 12)
    words = f"{months} tháng = {whole} năm, lẻ {odd} tháng tính {format_ratio(years - whole)} năm"
    return Determined(years, table.label, words, table.citation, table.provenance, table.note)


def _age_on_leave(scope: Scope) -> Determined:
    birth, leave = scope.month("birth_month"), scope.month("leave_month")
    age = retirement.age_on(birth, leave)
    return Determined(
        age, "Tháng nghỉ − tháng liền sau tháng sinh", f"{leave.shown} − {(birth + 1).shown}", shown=format_months(age)
    )


def _insured_months(scope: Scope) -> Determined:
    leave = scope.month("leave_month")
    months = service.insured_months(scope.dossier.career, leave)
    spans = service.spans_before(scope.dossier.career.insured_spans(), leave)
    listed = " + ".join(f"{span.first.shown}–{span.last.shown} ({len(span)})" for span in spans)
    rule = "Số tháng đóng bảo hiểm xã hội bắt buộc trước tháng nghỉ, chưa hưởng chế độ một lần; mỗi tháng tính một lần"
    return Determined(months, rule, listed)


def _marked_months(scope: Scope, name: str) -> Determined:
    count = {
        "hazardous_months": service.hazardous_months,
        "special_area_months": service.special_area_months,
        "lowered_age_months": service.lowered_age_months,
    }[name]
    return Determined(count(scope.dossier.career, scope.month("leave_month")))


def _pay_item(scope: Scope, name: str) -> Determined:
    before: YearMonth = scope.month("leave_month") + -1
    period = scope.dossier.career.salary_in(before)
    if period is None:
        raise Missing("rules.salary_month_missing", "career.salary", month=before.shown)
    values: dict[str, Fraction] = {
        "coefficient": period.coefficient,
        "position_coefficient": period.position_allowance,
    }
    return Determined(values[name])


_LIST = (
    Quantity(
        "sex", "Giới tính", Unit.TEXT, lambda s: _choice(s.dossier.person.sex, "person.sex", "giới tính"), tuple(Sex)
    ),
    Quantity("birth_month", "Tháng sinh", Unit.MONTH, _birth_month),
    Quantity(
        "leave_on",
        "Thời điểm nghỉ",
        Unit.DATE,
        lambda s: _fact(s.dossier.leave_on, "leave_on", "thời điểm nghỉ"),
    ),
    Quantity("leave_month", "Tháng nghỉ", Unit.MONTH, _leave_month),
    Quantity(
        "approved_on",
        "Ngày văn bản phê duyệt",
        Unit.DATE,
        lambda s: _fact(s.approved_on, "approval_id", "ngày văn bản phê duyệt"),
    ),
    Quantity(
        "group",
        "Nhóm đối tượng",
        Unit.TEXT,
        lambda s: _choice(s.dossier.group, "group", "nhóm đối tượng"),
        tuple(Group),
    ),
    Quantity("route", "Cách nghỉ", Unit.TEXT, lambda s: _choice(s.dossier.route, "route", "cách nghỉ"), tuple(Route)),
    Quantity(
        "management",
        "Diện quản lý",
        Unit.TEXT,
        lambda s: _choice(s.dossier.person.management_level, "person.management_level", "diện quản lý"),
        tuple(ManagementLevel),
    ),
    Quantity("retirement_age", "Tuổi nghỉ hưu", Unit.MONTHS, _retirement_age, lowered=True),
    Quantity("pension_month", "Tháng bắt đầu hưởng lương hưu", Unit.MONTH, _pension_month, lowered=True),
    Quantity("early_months", "Số tháng nghỉ trước tuổi", Unit.MONTHS, _early_months, lowered=True),
    Quantity("remaining_months", "Số tháng còn lại đến tuổi hưởng lương hưu", Unit.MONTHS, _early_months, lowered=True),
    Quantity(
        "early_years",
        "Số năm nghỉ trước tuổi (quy tròn)",
        Unit.YEARS,
        lambda s: _years(s, "early_years", "early_months"),
        lowered=True,
    ),
    Quantity("age_on_leave", "Tuổi khi nghỉ", Unit.MONTHS, _age_on_leave),
    Quantity("insured_months", "Số tháng đóng bảo hiểm xã hội bắt buộc", Unit.MONTHS, _insured_months),
    Quantity(
        "insured_years",
        "Số năm đóng bảo hiểm xã hội (quy tròn)",
        Unit.YEARS,
        lambda s: _years(s, "insured_years", "insured_months"),
    ),
    Quantity(
        "hazardous_months",
        "Số tháng làm nghề nặng nhọc, độc hại, nguy hiểm",
        Unit.MONTHS,
        lambda s: _marked_months(s, "hazardous_months"),
    ),
    Quantity(
        "special_area_months",
        "Số tháng làm việc ở vùng đặc biệt khó khăn",
        Unit.MONTHS,
        lambda s: _marked_months(s, "special_area_months"),
    ),
    Quantity(
        "lowered_age_months",
        "Số tháng làm nghề hoặc ở vùng được hưởng tuổi nghỉ hưu thấp hơn",
        Unit.MONTHS,
        lambda s: _marked_months(s, "lowered_age_months"),
    ),
    Quantity("coefficient", "Hệ số lương trước khi nghỉ", Unit.RATIO, lambda s: _pay_item(s, "coefficient")),
    Quantity(
        "position_coefficient",
        "Hệ số phụ cấp chức vụ trước khi nghỉ",
        Unit.RATIO,
        lambda s: _pay_item(s, "position_coefficient"),
    ),
    base_salary_quantity(),
)
_QUANTITIES = {quantity.id: quantity for quantity in _LIST}
BUILT_IN = frozenset(_QUANTITIES)
"""Ids that a pack cannot use for its own parameters, salaries and components."""
FROM_ROADMAP = frozenset(quantity.id for quantity in _LIST if quantity.lowered)
"""Quantities that need the retirement-age roadmap."""


def units_of_built_in() -> Mapping[str, Dimension]:
    """Return the unit of every quantity that a formula can name in any pack."""
    return {
        quantity.id: replace(OF_UNIT[quantity.unit], choices=tuple(map(str, quantity.choices))) for quantity in _LIST
    }

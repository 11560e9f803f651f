"""The quantities that every pack's formulas can name: facts of the record, ages, service. Salaries come from packs."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from desktop.domain.dates import Precision
from desktop.domain.dossiers import Group, Route
from desktop.domain.months import YearMonth, format_months
from desktop.domain.people import Employment, ManagementLevel, Sex
from desktop.rules.asking import age_on, asked_quantity, leave_day, value_quantity, years_of
from desktop.rules.formulas.units import OF_UNIT, Dimension
from desktop.rules.policy import PolicyPack, Sourced
from desktop.rules.quantities import conventions, retirement, service
from desktop.rules.quantities.conventions import AgeStart
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
    values = {name: value_quantity(rule) for name, rule in pack.values.items()}
    known = {**_QUANTITIES, **salaries, **values}
    for name, node in pack.asked.items():
        known[name] = asked_quantity(node, pack, known)
    return known


def _fact(value: Value | None, field: str, label: str) -> Determined:
    if value is None:
        raise Missing("rules.field_missing", field, label=label)
    return Determined(value)


def _birth_month(scope: Scope) -> Determined:
    birth = scope.dossier.person.decisive_birth
    if birth is None or birth.precision is not Precision.YEAR:
        return _fact(birth.month if birth else None, "person.birth", "ngày sinh")
    convention = scope.pack.conventions.unknown_birth
    month = YearMonth.of(conventions.birth_day(birth, convention.rule))
    return Determined(month, citation=convention.citation, note=convention.note)


def _birth_on(scope: Scope) -> Determined:
    birth = scope.dossier.person.decisive_birth
    if birth is None:
        raise Missing("rules.field_missing", "person.birth", label="ngày sinh")
    convention = scope.pack.conventions.unknown_birth
    citation = None if birth.precision is Precision.DAY else convention.citation
    return Determined(conventions.birth_day(birth, convention.rule), citation=citation)


def _reason(scope: Scope) -> Determined:
    reason = next((each for each in scope.pack.reasons if each.id == scope.dossier.reason), None)
    if reason is None:
        raise Missing("rules.field_missing", "reason", label="lý do nghỉ")
    return Determined(reason.id, citation=reason.citation, shown=reason.label)


def _obstacle_count(scope: Scope) -> Determined:
    known = {each.id: each.label for each in scope.pack.obstacles}
    held = [known[each] for each in scope.dossier.obstacles if each in known]
    return Determined(len(held), substituted="; ".join(held))


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
    leave_on, convention = scope.dossier.leave_on, scope.pack.conventions.leave_month
    month = conventions.leave_month(leave_on, convention.rule) if leave_on else None
    found = _fact(month, "leave_on", "thời điểm nghỉ")
    return replace(found, citation=convention.citation, note=convention.note)


def _years(scope: Scope, name: str, months_name: str) -> Determined:
    table = scope.pack.rounding.get(name)
    if table is None:
        raise Undetermined("rules.table_missing", table="bảng quy tròn tháng lẻ")
    return years_of(scope.number(months_name), table)


def _age_on_leave(scope: Scope) -> Determined:
    leave = scope.month("leave_month")
    if scope.pack.conventions.age.rule is AgeStart.BIRTH_DAY:
        return age_on(scope, leave_day(scope))
    return age_on(scope, leave)


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
    Quantity("birth_on", "Ngày sinh", Unit.DATE, _birth_on),
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
    Quantity(
        "employment",
        "Loại cán bộ",
        Unit.TEXT,
        lambda s: _choice(s.dossier.person.employment, "person.employment", "loại cán bộ"),
        tuple(Employment),
    ),
    Quantity("reason", "Lý do nghỉ", Unit.TEXT, _reason),
    Quantity("obstacle_count", "Số dấu hiệu không thuộc diện áp dụng", Unit.COUNT, _obstacle_count),
    Quantity(
        "claims_lower_age",
        "Đề nghị tính theo tuổi nghỉ hưu thấp hơn",
        Unit.FLAG,
        lambda s: Determined(s.dossier.claims_lower_age),
    ),
    Quantity(
        "reduced_capacity",
        "Bị suy giảm khả năng lao động",
        Unit.FLAG,
        lambda s: Determined(s.dossier.reduced_capacity),
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
DAYS = ("leave_on", "approved_on", "birth_on", "leave_month", "birth_month")
"""Quantities that parameters can be dated by."""
BUILT_IN = frozenset(_QUANTITIES)
"""Ids that a pack cannot use for its own parameters, salaries and components."""
FROM_ROADMAP = frozenset(quantity.id for quantity in _LIST if quantity.lowered)
"""Quantities that need the retirement-age roadmap."""


def units_of_built_in() -> Mapping[str, Dimension]:
    """Return the unit of every quantity that a formula can name in any pack."""
    return {
        quantity.id: replace(OF_UNIT[quantity.unit], choices=tuple(map(str, quantity.choices))) for quantity in _LIST
    }

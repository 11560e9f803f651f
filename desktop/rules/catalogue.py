"""The quantities that every pack's formulas can name: facts of the record, ages, service. Salaries come from packs."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.dossiers import Group, Route
from desktop.domain.people import Employment, ManagementLevel, Sex
from desktop.rules import facts
from desktop.rules.asking import asked_quantity, value_quantity
from desktop.rules.formulas.units import OF_UNIT, Dimension
from desktop.rules.policy import PolicyPack
from desktop.rules.reckoning import RECKONED
from desktop.rules.salaries import base_salary_quantity, salary_quantity
from desktop.rules.scope import Determined, Quantity
from desktop.rules.trace import Unit

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


QUANTITIES = (
    Quantity(
        "sex",
        "Giới tính",
        Unit.TEXT,
        lambda s: facts.choice(s.dossier.person.sex, "person.sex", "giới tính"),
        tuple(Sex),
    ),
    Quantity("birth_month", "Tháng sinh", Unit.MONTH, facts.birth_month),
    Quantity(
        "leave_on",
        "Thời điểm nghỉ",
        Unit.DATE,
        lambda s: facts.fact(s.dossier.leave_on, "leave_on", "thời điểm nghỉ"),
    ),
    Quantity("birth_on", "Ngày sinh", Unit.DATE, facts.birth_on),
    Quantity("leave_month", "Tháng nghỉ", Unit.MONTH, facts.leave_month),
    Quantity(
        "approved_on",
        "Ngày văn bản phê duyệt",
        Unit.DATE,
        lambda s: facts.fact(s.approved_on, "approval_id", "ngày văn bản phê duyệt"),
    ),
    Quantity(
        "group",
        "Nhóm đối tượng",
        Unit.TEXT,
        lambda s: facts.choice(s.dossier.group, "group", "nhóm đối tượng"),
        tuple(Group),
    ),
    Quantity(
        "route", "Cách nghỉ", Unit.TEXT, lambda s: facts.choice(s.dossier.route, "route", "cách nghỉ"), tuple(Route)
    ),
    Quantity(
        "management",
        "Diện quản lý",
        Unit.TEXT,
        lambda s: facts.choice(s.dossier.person.management_level, "person.management_level", "diện quản lý"),
        tuple(ManagementLevel),
    ),
    Quantity(
        "employment",
        "Loại cán bộ",
        Unit.TEXT,
        lambda s: facts.choice(s.dossier.person.employment, "person.employment", "loại cán bộ"),
        tuple(Employment),
    ),
    Quantity("reason", "Lý do nghỉ", Unit.TEXT, facts.reason),
    Quantity("obstacle_count", "Số dấu hiệu không thuộc diện áp dụng", Unit.COUNT, facts.obstacle_count),
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
    *RECKONED,
    Quantity("coefficient", "Hệ số lương trước khi nghỉ", Unit.RATIO, lambda s: facts.pay_item(s, "coefficient")),
    Quantity(
        "position_coefficient",
        "Hệ số phụ cấp chức vụ trước khi nghỉ",
        Unit.RATIO,
        lambda s: facts.pay_item(s, "position_coefficient"),
    ),
    base_salary_quantity(),
)
"""All of them, in the order in which a reader meets them."""
_QUANTITIES = {quantity.id: quantity for quantity in QUANTITIES}
DAYS = ("leave_on", "approved_on", "birth_on", "leave_month", "birth_month")
"""Quantities that parameters can be dated by."""
BUILT_IN = frozenset(_QUANTITIES)
"""Ids that a pack cannot use for its own parameters, salaries and components."""
FROM_ROADMAP = frozenset(quantity.id for quantity in QUANTITIES if quantity.lowered)
"""Quantities that need the retirement-age roadmap."""


def units_of_built_in() -> Mapping[str, Dimension]:
    """Return the unit of every quantity that a formula can name in any pack."""
    return {
        quantity.id: replace(OF_UNIT[quantity.unit], choices=tuple(map(str, quantity.choices)))
        for quantity in QUANTITIES
    }

"""Groups, conditions, components and cases of a pack, from file to policy."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from desktop.rules import pack_file as written
from desktop.rules.compile_values import months_parameter
from desktop.rules.compiling import Compiler
from desktop.rules.formulas.tree import names_in
from desktop.rules.formulas.units import DONG, FLAG, OF_UNIT, Dimension, Sort
from desktop.rules.pack_salaries import MoneyRounding
from desktop.rules.policy import Case, Component, Exclusion, GroupScope, MoneyRule, Parameter, Rule, ValueRule
from desktop.rules.yaml_lines import Path

Names = Mapping[str, Dimension]
TOTAL = "total"


def groups(compiler: Compiler) -> tuple[GroupScope, ...]:
    """Return the groups covered, with their dates of leaving; raises PackError("pack.dates_not_rising")."""
    compiler.distinct(tuple(group.id.value for group in compiler.file.groups), "groups")
    check_dates(compiler, compiler.file.effective_from, compiler.file.effective_to, ())
    return tuple(_group(compiler, group, ("groups", index)) for index, group in enumerate(compiler.file.groups))


def _group(compiler: Compiler, group: written.CoveredGroup, path: Path) -> GroupScope:
    first = group.effective_from or compiler.file.effective_from
    last = group.effective_to or compiler.file.effective_to
    if group.effective_from or group.effective_to:
        check_dates(compiler, first, last, path)
    return GroupScope(group.id, group.label, first, last, compiler.cite(group.cite, path))


def check_dates(compiler: Compiler, first: date, last: date | None, path: Path) -> None:
    """Check that an end does not come before its beginning."""
    if last is not None and last < first:
        compiler.tell(compiler.error("pack.dates_not_rising", (*path, "effective_to"), first.isoformat()))


def exclusions(compiler: Compiler) -> tuple[Exclusion, ...]:
    """Return the groups excluded; raises PackError("pack.duplicate_id") when one is covered as well."""
    excluded = compiler.file.excluded_groups
    covered = frozenset(group.id.value for group in compiler.file.groups)
    compiler.distinct(tuple(group.id.value for group in excluded), "excluded_groups", covered)
    return tuple(
        Exclusion(group.id, group.reason, compiler.cite(group.cite, ("excluded_groups", index)))
        for index, group in enumerate(excluded)
    )


def values(compiler: Compiler, names: Names) -> Mapping[str, ValueRule]:
    """Return the values on the way by id; each may name those before it."""
    found: dict[str, ValueRule] = {}
    for index, each in enumerate(compiler.file.values):
        path: Path = ("values", index)
        seen = {**names, **{name: OF_UNIT[value.unit] for name, value in found.items()}}
        found[each.id] = ValueRule(
            each.id,
            each.label,
            each.unit,
            compiler.formula(each.formula, (*path, "formula"), seen, OF_UNIT[each.unit]),
            _value_rounding(compiler, each, path),
            compiler.cite(each.cite, path),
        )
        compiler.named(each.id, (found[each.id].formula,), path)
    return found


def _value_rounding(compiler: Compiler, each: written.NamedValue, path: Path) -> tuple[Fraction, str] | None:
    if each.rounding is None:
        return None
    if OF_UNIT[each.unit].sort is not Sort.NUMBER or each.rounding.to <= 0:
        written_to = str(each.rounding.to)
        wanted = "số lớn hơn 0, cho giá trị là số"
        raise compiler.error("pack.wrong_value", (*path, "rounding", "to"), wanted, found=written_to)
    return each.rounding.to, each.rounding.mode


def conditions(compiler: Compiler, names: Names) -> Mapping[str, Rule]:
    """Return the conditions by id."""
    found = {}
    for index, each in enumerate(compiler.file.conditions):
        path: Path = ("conditions", index)
        found[each.id] = Rule(
            each.id,
            each.label,
            compiler.formula(each.formula, (*path, "formula"), names, FLAG),
            compiler.sentence(each.yes, (*path, "yes"), names),
            compiler.sentence(each.no, (*path, "no"), names),
            compiler.cite(each.cite, path),
        )
    return found


def components(compiler: Compiler, names: Names) -> Mapping[str, Component]:
    """Return the components by id; each may name those before it."""
    found: dict[str, Component] = {}
    for index, each in enumerate(compiler.file.components):
        path: Path = ("components", index)
        seen = {**names, **dict.fromkeys(found, DONG)}
        found[each.id] = Component(
            each.id,
            each.label,
            compiler.formula(each.formula, (*path, "formula"), seen, DONG),
            compiler.formula(each.when, (*path, "when"), seen, FLAG) if each.when else None,
            money_rule(each.rounding) if each.rounding else None,
            compiler.cite(each.cite, path),
        )
        formulas = (found[each.id].formula, found[each.id].when)
        compiler.named(each.id, tuple(formula for formula in formulas if formula is not None), path)
    return found


def money_rule(rounding: MoneyRounding) -> MoneyRule:
    """Return how đồng are rounded."""
    return MoneyRule(rounding.to, rounding.mode)


class Cases:
    """The cases of a pack, put together from conditions and components."""

    def __init__(
        self,
        compiler: Compiler,
        names: Names,
        rules: Mapping[str, Rule],
        items: Mapping[str, Component],
        known: Mapping[str, Parameter],
    ) -> None:
        self._compiler = compiler
        self._names = names
        self._rules = rules
        self._items = items
        self._parameters = known

    def all(self) -> tuple[Case, ...]:
        """Return the cases in the pack's order."""
        cases = self._compiler.file.cases
        self._compiler.distinct(tuple(case.id for case in cases), "cases")
        return tuple(self._case(case, ("cases", index)) for index, case in enumerate(cases))

    def _case(self, case: written.CaseRule, path: Path) -> Case:
        compiler = self._compiler
        self._covered(case, path)
        self._once(case, path)
        items = self._components(case, path)
        with_items = {**self._names, **{item.id: DONG for item in items}}
        return Case(
            case.id,
            case.label,
            case.groups,
            case.routes,
            compiler.formula(case.when, (*path, "when"), self._names, FLAG) if case.when else None,
            months_parameter(compiler, case.lowered_by, self._parameters, (*path, "lowered_by")),
            self._conditions(case, path),
            items,
            compiler.formula(case.total, (*path, TOTAL), {**with_items, TOTAL: DONG}, DONG) if case.total else None,
            case.note,
            compiler.cite(case.cite, path),
        )

    def _covered(self, case: written.CaseRule, path: Path) -> None:
        covered = {group.id.value: group for group in self._compiler.file.groups}
        for index, group in enumerate(case.groups):
            self._compiler.known(group.value, covered, (*path, "groups", index))

    def _once(self, case: written.CaseRule, path: Path) -> None:
        """Check that nothing is named twice: an item named twice would be paid twice."""
        for key in ("groups", "routes", "conditions", "components"):
            names = getattr(case, key)
            for index, name in enumerate(names):
                if name in names[:index]:
                    found = str(getattr(name, "value", name))
                    self._compiler.tell(self._compiler.error("pack.named_twice", (*path, key, index), found=found))

    def _conditions(self, case: written.CaseRule, path: Path) -> tuple[Rule, ...]:
        compiler = self._compiler
        return tuple(
            self._rules[compiler.known(name, self._rules, (*path, "conditions", index))]
            for index, name in enumerate(case.conditions)
        )

    def _components(self, case: written.CaseRule, path: Path) -> tuple[Component, ...]:
        items: list[Component] = []
        for index, name in enumerate(case.components):
            place = (*path, "components", index)
            item = self._items[self._compiler.known(name, self._items, place)]
            self._after(item, items, place)
            items.append(item)
        return tuple(items)

    def _after(self, item: Component, before: list[Component], path: Path) -> None:
        """Check that what a component names of other components comes before it in the case."""
        named = {*names_in(item.formula), *(names_in(item.when) if item.when else ())} & set(self._items)
        absent = sorted(named - {each.id for each in before})
        if absent:
            raise self._compiler.error("pack.component_order", path, absent[0], found=item.id)

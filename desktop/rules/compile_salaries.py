"""Salary bases and conventions of a pack, from file to policy."""

from collections.abc import Mapping
from typing import TypeAlias, TypeVar

from desktop.rules import pack_conventions
from desktop.rules import pack_salaries as written
from desktop.rules.compile_rules import money_rule
from desktop.rules.compile_values import months_parameter, sure
from desktop.rules.compiling import Compiler
from desktop.rules.policy import Convention, Conventions, Parameter, SalaryDefinition, Sourced
from desktop.rules.quantities.conventions import AgeStart, LeaveMonth, UnknownBirth
from desktop.rules.quantities.pay_items import PERCENT_ITEMS, PayItem, SalaryBase
from desktop.rules.yaml_lines import Path


def salaries(compiler: Compiler, known: Mapping[str, Parameter]) -> Mapping[str, Sourced[SalaryDefinition]]:
    """Return the salary bases by id.

    Raises PackError: pack.salary_months, pack.table_missing, pack.duplicate_id, pack.percent_item,
    pack.percent_cycle.
    """
    found = {}
    for index, each in enumerate(compiler.file.salary_bases):
        path: Path = ("salary_bases", index)
        content = SalaryDefinition(
            _base(compiler, each, path),
            _months(compiler, each, known, path),
            each.over is written.Over.WHOLE_PERIOD,
            money_rule(each.rounding) if each.rounding else None,
        )
        if content.base.of_base_salary and not compiler.file.tables.base_salary:
            raise compiler.error("pack.table_missing", path, "tables.base_salary")
        citation, provenance = compiler.cite(each.cite, path), sure(compiler, each.provenance, path)
        found[each.id] = Sourced(each.id, each.label, content, citation, provenance, each.note)
    return found


def _base(compiler: Compiler, each: written.SalaryBaseDefinition, path: Path) -> SalaryBase:
    shares: dict[PayItem, tuple[PayItem, ...]] = {}
    items: list[PayItem] = []
    for index, item in enumerate(each.items):
        place = (*path, "items", index)
        counted = item if isinstance(item, PayItem) else item.item
        if counted in items:
            raise compiler.error("pack.duplicate_id", place, found=counted.value)
        items.append(counted)
        if not isinstance(item, PayItem):
            shares[counted] = _shares(compiler, item, place)
    base = SalaryBase(frozenset(items), shares, each.unpaid_leave, each.sick_leave)
    for item in shares:
        _no_cycle(compiler, item, base, (), (*path, "items"))
    return base


def _shares(compiler: Compiler, item: written.PercentItem, path: Path) -> tuple[PayItem, ...]:
    if item.item not in PERCENT_ITEMS:
        raise compiler.error("pack.percent_item", (*path, "item"), ", ".join(sorted(PERCENT_ITEMS)), found=item.item)
    if PayItem.CONTRACT_PAY in item.percent_of:
        raise compiler.error("pack.percent_item", (*path, "percent_of"), PayItem.RANK.value, found=PayItem.CONTRACT_PAY)
    return item.percent_of


def _no_cycle(compiler: Compiler, item: PayItem, base: SalaryBase, above: tuple[PayItem, ...], path: Path) -> None:
    if item in above:
        raise compiler.error("pack.percent_cycle", path, found=item.value)
    if item in PERCENT_ITEMS:
        for share in base.shares(item):
            _no_cycle(compiler, share, base, (*above, item), path)


def _months(compiler: Compiler, each: written.SalaryBaseDefinition, known: Mapping[str, Parameter], path: Path) -> str:
    if (each.over is written.Over.LAST_MONTHS) != (each.months is not None):
        raise compiler.error("pack.salary_months", (*path, "over"), written.Over.LAST_MONTHS.value)
    return months_parameter(compiler, each.months, known, (*path, "months"))


def conventions(compiler: Compiler) -> Conventions:
    """Return how the pack counts; what it does not say is counted as the decrees on downsizing do."""
    written_down = compiler.file.conventions
    leave, birth, age = written_down.leave_month, written_down.unknown_birth, written_down.age
    usual = Conventions()
    return Conventions(
        _convention(compiler, leave, leave.counts_as, "leave_month") if leave else usual.leave_month,
        _convention(compiler, birth, UnknownBirth(birth.month, birth.day), "unknown_birth")
        if birth
        else usual.unknown_birth,
        _convention(compiler, age, age.counted_from, "age") if age else usual.age,
    )


T = TypeVar("T", LeaveMonth, UnknownBirth, AgeStart)
_Written: TypeAlias = (
    pack_conventions.LeaveMonthConvention | pack_conventions.UnknownBirthConvention | pack_conventions.AgeConvention
)


def _convention(compiler: Compiler, each: _Written, rule: T, key: str) -> Convention[T]:
    citation = compiler.cite(each.cite, ("conventions", key)) if each.cite else None
    return Convention(rule, citation, each.note)

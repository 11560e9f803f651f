"""Tables of a pack, from file to policy: roadmap, base salaries, rounding, ladders, levels, provinces, units."""

from collections.abc import Mapping
from fractions import Fraction

from desktop.domain.months import YearMonth
from desktop.rules import pack_tables as written
from desktop.rules.compile_rules import check_dates
from desktop.rules.compile_values import dated, sure
from desktop.rules.compiling import Compiler
from desktop.rules.lookups import ApprovingLevel, BeyondFrame, Ladder, UnitPeriod
from desktop.rules.policy import DatedFigure, Sourced
from desktop.rules.quantities.base_salaries import BaseSalaryTable
from desktop.rules.quantities.retirement import Roadmap, RoadmapLine
from desktop.rules.quantities.service import RoundingBand, RoundingTable
from desktop.rules.trace import Unit
from desktop.rules.yaml_lines import Path

_IN_YEARS = 240
"""Ages below are years, not months: nobody retires under 20."""


def roadmap(compiler: Compiler) -> Sourced[Roadmap] | None:
    """Return the retirement-age roadmap, None when the pack has none; gathers PackError("pack.roadmap_wrong")."""
    table = compiler.file.tables.roadmap
    if table is None:
        return None
    path = ("tables", "roadmap")
    content = Roadmap(_line(compiler, table.male, (*path, "male")), _line(compiler, table.female, (*path, "female")))
    citation, provenance = compiler.cite(table.cite, path), sure(compiler, table.provenance, path)
    return Sourced("roadmap", "Lộ trình tuổi nghỉ hưu", content, citation, provenance, table.note)


def _line(compiler: Compiler, line: written.AgeLine, path: Path) -> RoadmapLine:
    if (
        line.first_age < _IN_YEARS
        or line.first_age > line.final_age
        or (line.yearly_step == 0 and line.first_age != line.final_age)
    ):
        compiler.tell(compiler.error("pack.roadmap_wrong", path))
    return RoadmapLine(line.first_year, line.first_age, line.yearly_step, line.final_age)


def base_salary(compiler: Compiler) -> tuple[BaseSalaryTable, tuple[DatedFigure, ...]]:
    """Return the base salaries, and the same with their sources."""
    path = ("tables", "base_salary")
    figures = dated(compiler, compiler.file.tables.base_salary, path, Unit.DONG_PER_MONTH)
    rows = []
    for index, figure in enumerate(figures):
        if not isinstance(figure.value, Fraction):
            raise compiler.error("pack.value_missing", (*path, index))  # the table has no use for an open one
        if figure.first.day != 1:
            first = figure.first.replace(day=1).isoformat()
            compiler.tell(compiler.error("pack.base_salary_day", (*path, index, "from"), first))
        rows.append((YearMonth.of(figure.first), figure.value))
    return BaseSalaryTable(tuple(rows)), figures


def rounding_tables(compiler: Compiler) -> Mapping[str, Sourced[RoundingTable]]:
    """Return the rounding tables by their own ids; raises PackError("pack.bands_wrong")."""
    tables = compiler.file.tables.rounding
    compiler.distinct(tuple(table.id for table in tables), "tables")
    return {table.id: _rounding(compiler, table, index) for index, table in enumerate(tables)}


def rounding(compiler: Compiler, tables: Mapping[str, Sourced[RoundingTable]]) -> Mapping[str, Sourced[RoundingTable]]:
    """Return the rounding table of each quantity in years."""
    wanted = compiler.file.conventions
    chosen = {"early_years": wanted.early_years, "insured_years": wanted.insured_years}
    compiler.used_tables.update(table for table in chosen.values() if table is not None)
    return {
        name: tables[compiler.known(table, tables, ("conventions", name))]
        for name, table in chosen.items()
        if table is not None
    }


def _rounding(compiler: Compiler, table: written.Rounding, index: int) -> Sourced[RoundingTable]:
    path: Path = ("tables", "rounding", index)
    limits, years = [band.up_to for band in table.bands], [band.years for band in table.bands]
    in_order = limits == sorted(set(limits)) and limits[-1] == 11 and years == sorted(years)
    if not in_order or years[0] < 0 or years[-1] > 1:
        compiler.tell(compiler.error("pack.bands_wrong", (*path, "bands")))
    content = RoundingTable(tuple(RoundingBand(band.up_to, band.years) for band in table.bands))
    citation, provenance = compiler.cite(table.cite, path), sure(compiler, table.provenance, path)
    return Sourced(table.id, table.label, content, citation, provenance, table.note)


def ladders(compiler: Compiler) -> tuple[Sourced[Ladder], ...]:
    """Return the ladders; raises PackError("pack.not_rising") or PackError("pack.duplicate_id")."""
    listed = compiler.file.tables.ladders
    compiler.distinct(tuple(each.id for each in listed), "tables")
    return tuple(_ladder(compiler, each, ("tables", "ladders", index)) for index, each in enumerate(listed))


def _ladder(compiler: Compiler, each: written.Ladder, path: Path) -> Sourced[Ladder]:
    if list(each.coefficients) != sorted(set(each.coefficients)) or each.coefficients[0] <= 0:
        raise compiler.error("pack.not_rising", (*path, "coefficients"), found=each.id)
    beyond = each.beyond_frame
    content = Ladder(
        each.ranks,
        each.coefficients,
        BeyondFrame(beyond.first, beyond.yearly, beyond.after_months) if beyond else None,
    )
    citation, provenance = compiler.cite(each.cite, path), sure(compiler, each.provenance, path)
    return Sourced(each.id, each.label, content, citation, provenance, each.note)


def approving_levels(compiler: Compiler) -> tuple[ApprovingLevel, ...]:
    """Return who approves, by management level; each level once."""
    listed = compiler.file.tables.management_levels
    compiler.distinct(tuple(each.level.value for each in listed), "tables")
    return tuple(
        ApprovingLevel(
            each.level, each.approvers, compiler.cite(each.cite, path), sure(compiler, each.provenance, path)
        )
        for index, each in enumerate(listed)
        for path in [("tables", "management_levels", index)]
    )


def provinces(compiler: Compiler) -> Mapping[str, str]:
    """Return the names of provinces by code; each code once."""
    listed = compiler.file.tables.provinces
    compiler.distinct(tuple(each.code for each in listed), "tables")
    return {each.code: each.name for each in listed}


def units(compiler: Compiler) -> tuple[UnitPeriod, ...]:
    """Return the units with their time and successors; raises PackError("pack.dates_not_rising")."""
    return tuple(
        _unit(compiler, each, ("tables", "units", index)) for index, each in enumerate(compiler.file.tables.units)
    )


def _unit(compiler: Compiler, each: written.UnitPeriod, path: Path) -> UnitPeriod:
    if each.effective_from is not None:
        check_dates(compiler, each.effective_from, each.effective_to, path)
    citation, provenance = compiler.cite(each.cite, path), sure(compiler, each.provenance, path)
    return UnitPeriod(each.name, each.effective_from, each.effective_to, each.successors, citation, provenance)

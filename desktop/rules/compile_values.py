"""Parameters, tables and salary bases of a pack, from file to policy."""

from collections.abc import Mapping
from datetime import date

from desktop.domain.months import YearMonth
from desktop.rules import pack_values as written
from desktop.rules.compiling import Compiler
from desktop.rules.formulas.units import OF_UNIT, Sort
from desktop.rules.pack_file import PackKind
from desktop.rules.policy import DatedFigure, Parameter, SalaryDefinition, Sourced
from desktop.rules.quantities.retirement import Roadmap, RoadmapLine
from desktop.rules.quantities.salary import BaseSalaryTable, SalaryBase
from desktop.rules.quantities.service import RoundingBand, RoundingTable
from desktop.rules.trace import Provenance, Unit
from desktop.rules.yaml_lines import Path


def parameters(compiler: Compiler) -> Mapping[str, Parameter]:
    """Return the parameters by id."""
    found = {}
    for index, each in enumerate(compiler.file.parameters):
        path: Path = ("parameters", index)
        if OF_UNIT[each.unit].sort is not Sort.NUMBER:
            numeric = ", ".join(unit.value for unit in Unit if OF_UNIT[unit].sort is Sort.NUMBER)
            raise compiler.error("pack.wrong_value", (*path, "unit"), numeric)
        figures = dated(compiler, each.values, (*path, "values"))
        found[each.id] = Parameter(each.id, each.label, each.unit, figures)
    return found


def dated(compiler: Compiler, values: tuple[written.DatedValue, ...], path: Path) -> tuple[DatedFigure, ...]:
    """Return dated figures, oldest first.

    Raises PackError: pack.dates_not_rising, pack.value_missing, pack.value_of_open, pack.invented_figure.
    """
    _rising(compiler, tuple(value.first for value in values), path)
    return tuple(_figure(compiler, value, (*path, index)) for index, value in enumerate(values))


def _rising(compiler: Compiler, dates: tuple[date, ...], path: Path) -> None:
    for index in range(1, len(dates)):
        if dates[index] <= dates[index - 1]:
            raise compiler.error("pack.dates_not_rising", (*path, index, "from"), dates[index - 1].isoformat())


def _figure(compiler: Compiler, value: written.DatedValue, path: Path) -> DatedFigure:
    is_open = value.provenance is Provenance.OPEN
    if is_open and value.value is not None:
        raise compiler.error("pack.value_of_open", (*path, "value"))
    if not is_open and value.value is None:
        raise compiler.error("pack.value_missing", path)
    provenance = sure(compiler, value.provenance, path)
    return DatedFigure(value.first, value.value, compiler.cite(value.cite, path), provenance, value.note)


def sure(compiler: Compiler, provenance: Provenance, path: Path) -> Provenance:
    """Return the provenance; raises PackError("pack.invented_figure") outside packs of practice."""
    if provenance is Provenance.INVENTED and compiler.file.kind is not PackKind.PRACTICE:
        raise compiler.error("pack.invented_figure", (*path, "provenance"), PackKind.PRACTICE.value)
    return provenance


def roadmap(compiler: Compiler) -> Sourced[Roadmap] | None:
    """Return the retirement-age roadmap, None when the pack has none."""
    table = compiler.file.tables.roadmap
    if table is None:
        return None
    path = ("tables", "roadmap")
    content = Roadmap(_line(table.male), _line(table.female))
    citation, provenance = compiler.cite(table.cite, path), sure(compiler, table.provenance, path)
    return Sourced("roadmap", "Lộ trình tuổi nghỉ hưu", content, citation, provenance, table.note)


def _line(line: written.AgeLine) -> RoadmapLine:
    return RoadmapLine(line.first_year, line.first_age, line.yearly_step, line.final_age)


def base_salary(compiler: Compiler) -> tuple[BaseSalaryTable, tuple[DatedFigure, ...]]:
    """Return the base salaries, and the same with their sources."""
    path = ("tables", "base_salary")
    figures = dated(compiler, compiler.file.tables.base_salary, path)
    rows = []
    for index, figure in enumerate(figures):
        if figure.value is None:
            raise compiler.error("pack.value_missing", (*path, index))
        rows.append((YearMonth.of(figure.first), figure.value))
    return BaseSalaryTable(tuple(rows)), figures


def rounding(compiler: Compiler) -> Mapping[str, Sourced[RoundingTable]]:
    """Return the rounding table of each quantity in years; raises PackError("pack.bands_wrong")."""
    tables = compiler.file.tables.rounding
    compiler.distinct(tuple(table.id for table in tables), "tables")
    found = {table.id: _rounding(compiler, table, index) for index, table in enumerate(tables)}
    wanted = compiler.file.conventions
    chosen = {"early_years": wanted.early_years, "insured_years": wanted.insured_years}
    return {
        name: found[compiler.known(table, found, ("conventions", name))]
        for name, table in chosen.items()
        if table is not None
    }


def _rounding(compiler: Compiler, table: written.Rounding, index: int) -> Sourced[RoundingTable]:
    path: Path = ("tables", "rounding", index)
    limits = [band.up_to for band in table.bands]
    if limits != sorted(set(limits)) or limits[-1] != 11:
        raise compiler.error("pack.bands_wrong", (*path, "bands"))
    content = RoundingTable(tuple(RoundingBand(band.up_to, band.years) for band in table.bands))
    citation, provenance = compiler.cite(table.cite, path), sure(compiler, table.provenance, path)
    return Sourced(table.id, table.label, content, citation, provenance, table.note)


def salaries(compiler: Compiler, known: Mapping[str, Parameter]) -> Mapping[str, Sourced[SalaryDefinition]]:
    """Return the salary bases by id; raises PackError("pack.salary_months") or PackError("pack.table_missing")."""
    found = {}
    for index, each in enumerate(compiler.file.salary_bases):
        path: Path = ("salary_bases", index)
        if not compiler.file.tables.base_salary:
            raise compiler.error("pack.table_missing", path, "tables.base_salary")
        months = _months(compiler, each, known, path)
        content = SalaryDefinition(SalaryBase(frozenset(each.items)), months)
        citation, provenance = compiler.cite(each.cite, path), sure(compiler, each.provenance, path)
        found[each.id] = Sourced(each.id, each.label, content, citation, provenance, each.note)
    return found


def _months(compiler: Compiler, each: written.SalaryBaseDefinition, known: Mapping[str, Parameter], path: Path) -> str:
    if (each.over is written.Over.LAST_MONTHS) != (each.months is not None):
        raise compiler.error("pack.salary_months", (*path, "over"), written.Over.LAST_MONTHS.value)
    return months_parameter(compiler, each.months, known, (*path, "months"))


def months_parameter(compiler: Compiler, name: str | None, known: Mapping[str, Parameter], path: Path) -> str:
    """Return the id of a parameter in months, "" for none; raises PackError("pack.unit_mismatch")."""
    if name is None:
        return ""
    compiler.known(name, known, path)
    if known[name].unit is not Unit.MONTHS:
        found, wanted = OF_UNIT[known[name].unit], OF_UNIT[Unit.MONTHS]
        raise compiler.error("pack.unit_mismatch", path, str(wanted), found=str(found), formula=name)
    return name

"""Parameters and dated figures of a pack, from file to policy."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from desktop.rules import pack_values as written
from desktop.rules.compiling import Compiler
from desktop.rules.formulas.units import OF_UNIT, Sort
from desktop.rules.pack_file import PackKind
from desktop.rules.policy import DatedFigure, Parameter
from desktop.rules.trace import Provenance, Unit
from desktop.rules.yaml_lines import Path

_MONEY = frozenset({Unit.DONG, Unit.DONG_PER_MONTH, Unit.DONG_PER_YEAR})
_WITH_VALUES = tuple(unit.value for unit in Unit if OF_UNIT[unit].sort in {Sort.NUMBER, Sort.DATE})


def parameters(compiler: Compiler, days: tuple[str, ...]) -> Mapping[str, Parameter]:
    """Return the parameters by id; `days` are the quantities by which they can be dated."""
    found = {}
    for index, each in enumerate(compiler.file.parameters):
        path: Path = ("parameters", index)
        if OF_UNIT[each.unit].sort not in {Sort.NUMBER, Sort.DATE}:
            raise compiler.error("pack.wrong_value", (*path, "unit"), ", ".join(_WITH_VALUES), found=each.unit.value)
        compiler.known(each.dated_by, dict.fromkeys(days), (*path, "dated_by"))
        figures = dated(compiler, each.values, (*path, "values"), each.unit)
        found[each.id] = Parameter(each.id, each.label, each.unit, figures, each.dated_by)
    return found


def dated(
    compiler: Compiler, values: tuple[written.DatedValue, ...], path: Path, unit: Unit
) -> tuple[DatedFigure, ...]:
    """Return dated figures, oldest first.

    Gathers PackError: pack.dates_not_rising, pack.value_missing, pack.value_of_open, pack.dong_not_whole,
    pack.invented_figure; raises PackError("pack.value_of_other_unit").
    """
    _rising(compiler, tuple(value.first for value in values), path)
    return tuple(_figure(compiler, value, (*path, index), unit) for index, value in enumerate(values))


def _rising(compiler: Compiler, dates: tuple[date, ...], path: Path) -> None:
    for index in range(1, len(dates)):
        if dates[index] <= dates[index - 1]:
            fault = compiler.error("pack.dates_not_rising", (*path, index, "from"), dates[index - 1].isoformat())
            compiler.tell(fault)


def _figure(compiler: Compiler, value: written.DatedValue, path: Path, unit: Unit) -> DatedFigure:
    key, other = ("day", "value") if unit is Unit.DATE else ("value", "day")
    known = value.day if unit is Unit.DATE else value.value
    is_open = value.provenance is Provenance.OPEN
    if getattr(value, other) is not None:
        raise compiler.error("pack.value_of_other_unit", (*path, other), key, found=other, unit=unit.value)
    if is_open and known is not None:
        compiler.tell(compiler.error("pack.value_of_open", (*path, key)))
    if not is_open and known is None:
        compiler.tell(compiler.error("pack.value_missing", path))
    if isinstance(known, Fraction) and unit in _MONEY:
        _tell_not_whole(compiler, known, (*path, key))
    provenance = sure(compiler, value.provenance, path)
    return DatedFigure(value.first, known, compiler.cite(value.cite, path), provenance, value.note)


def _tell_not_whole(compiler: Compiler, value: Fraction, path: Path) -> None:
    """Say that đồng are whole, and what was meant if the point was to group thousands: 1.490 is 1490, 10.000 10000."""
    written = compiler.written(path)
    if value.denominator == 1 and "." not in written:
        return
    whole, part = divmod(value * 1000, 1000)
    meant = f"{whole}{part.numerator:03d}" if part.denominator == 1 else str(whole)
    compiler.tell(compiler.error("pack.dong_not_whole", path, meant, found=written))


def sure(compiler: Compiler, provenance: Provenance, path: Path) -> Provenance:
    """Return the provenance; gathers PackError("pack.invented_figure") outside packs of practice."""
    if provenance is Provenance.INVENTED and compiler.file.kind is not PackKind.PRACTICE:
        fault = compiler.error("pack.invented_figure", (*path, "provenance"), PackKind.PRACTICE.value)
        compiler.tell(fault)
    return provenance


def months_parameter(compiler: Compiler, name: str | None, known: Mapping[str, Parameter], path: Path) -> str:
    """Return the id of a parameter in months, "" for none; raises PackError("pack.unit_mismatch")."""
    if name is None:
        return ""
    compiler.known(name, known, path)
    if known[name].unit is not Unit.MONTHS:
        found, wanted = OF_UNIT[known[name].unit], OF_UNIT[Unit.MONTHS]
        raise compiler.error("pack.unit_mismatch", path, str(wanted), found=str(found), formula=name)
    return name

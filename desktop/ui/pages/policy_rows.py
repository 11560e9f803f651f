"""A pack as rows: every figure and table with its source, and how surely it is known."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import format_date
from desktop.rules.policy import Parameter, PolicyPack
from desktop.rules.quantities.retirement import RoadmapLine
from desktop.rules.quantities.service import RoundingTable
from desktop.rules.showing import NOT_KNOWN, show
from desktop.rules.trace import Citation, Provenance, Unit


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One figure. `value` is as people read it; `open` tells that the law's figure is not known."""

    key: str
    kind: str
    label: str
    value: str
    first: str
    citation: Citation
    provenance: Provenance
    note: str = ""

    @property
    def open(self) -> bool:
        """Whether the figure is not known."""
        return self.provenance is Provenance.OPEN


def rows_of(pack: PolicyPack) -> tuple[PolicyRow, ...]:
    """Return what is open first, then the figures, tables, papers and deadlines in the pack's order."""
    rows = [*_figures(pack), *_base_salary(pack), *_tables(pack), *_papers(pack), *_deadlines(pack)]
    return tuple(sorted(rows, key=lambda row: not row.open))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Policy", text)


def _figures(pack: PolicyPack) -> list[PolicyRow]:
    return [row for parameter in pack.parameters.values() for row in _parameter(parameter)]


def _parameter(parameter: Parameter) -> list[PolicyRow]:
    return [
        PolicyRow(
            f"{parameter.id}/{figure.first}",
            _tr("Mức"),
            parameter.label,
            NOT_KNOWN if figure.value is None else show(figure.value, parameter.unit),
            format_date(figure.first),
            figure.citation,
            figure.provenance,
            figure.note,
        )
        for figure in parameter.figures
    ]


def _base_salary(pack: PolicyPack) -> list[PolicyRow]:
    return [
        PolicyRow(
            f"base_salary/{figure.first}",
            _tr("Mức"),
            _tr("Mức lương cơ sở"),
            NOT_KNOWN if figure.value is None else show(figure.value, Unit.DONG_PER_MONTH),
            format_date(figure.first),
            figure.citation,
            figure.provenance,
            figure.note,
        )
        for figure in pack.base_salary_sources
    ]


def _tables(pack: PolicyPack) -> list[PolicyRow]:
    rows = []
    if pack.roadmap is not None:
        lines = (("nam", pack.roadmap.content.male), ("nữ", pack.roadmap.content.female))
        shown = "; ".join(f"{sex} {_roadmap_line(line)}" for sex, line in lines)
        rows.append(_table("roadmap", pack.roadmap.label, shown, pack.roadmap.citation, pack.roadmap.provenance))
    for name, table in pack.rounding.items():
        rows.append(_table(name, table.label, _bands(table.content), table.citation, table.provenance))
    for name, salary in pack.salaries.items():
        rows.append(_table(name, salary.label, _tr("cách tính"), salary.citation, salary.provenance))
    return rows


def _table(key: str, label: str, value: str, citation: Citation, provenance: Provenance) -> PolicyRow:
    return PolicyRow(f"table/{key}", _tr("Bảng"), label, value, "", citation, provenance)


def _roadmap_line(line: RoadmapLine) -> str:
    first, last = _age(line.first_age), _age(line.final_age)
    rise = _tr("mỗi năm thêm {0} tháng").replace("{0}", str(line.yearly_step))
    return f"{first} ({line.first_year}), {rise}, {last} ({line.last_year})"


def _age(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} tuổi {rest} tháng" if rest else f"{years} tuổi"


def _bands(table: RoundingTable) -> str:
    return "; ".join(f"≤ {band.up_to} tháng: {show(Fraction(band.years), Unit.YEARS)}" for band in table.bands)


def _papers(pack: PolicyPack) -> list[PolicyRow]:
    needed = (_tr("không bắt buộc"), _tr("bắt buộc"))
    return [
        PolicyRow(
            f"paper/{each.id}", _tr("Giấy tờ"), each.label, needed[each.required], "", each.citation, each.provenance
        )
        for each in pack.papers
    ]


def _deadlines(pack: PolicyPack) -> list[PolicyRow]:
    rows = []
    for each in pack.deadlines:
        month, day = each.yearly or (0, 0)
        due = format_date(each.due) if each.due else _tr("hằng năm, {0}").replace("{0}", f"{day:02d}/{month:02d}")
        key = f"deadline/{each.id}"
        rows.append(PolicyRow(key, _tr("Thời hạn"), each.label, due, "", each.citation, each.provenance, each.note))
    return rows

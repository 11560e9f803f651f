"""The items of the last month's pay: which count, how much each is (Biểu 03, section IV)."""

from fractions import Fraction

from desktop.documents.forms.slip_model import SalaryLine
from desktop.domain.careers import SalaryPeriod
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong, round_half_up
from desktop.domain.ratios import format_ratio
from desktop.rules.policy import PolicyPack, SalaryDefinition, Sourced
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.quantities.salary import PayItem, base_salary

_NO_BASE = "không thuộc căn cứ"


def salary_lines(pack: PolicyPack, dossier: Dossier) -> tuple[SalaryLine, ...]:
    """Return the items of the month before leaving under the pack's first salary base; () when there is no such month.

    Amounts are each rounded to whole đồng for reading; the computation itself rounds nothing here.
    """
    leave, definition = dossier.leave_month, next(iter(pack.salaries.values()), None)
    period = dossier.career.salary_in(leave + -1) if leave else None
    if leave is None or period is None or definition is None:
        return ()
    try:
        base = base_salary(leave + -1, pack.base_salary)
    except Undetermined:
        return ()
    lines = [_line(item, period, base, definition) for item in PayItem]
    return (*(each for each in lines if each is not None), *_others(period, base))


def _line(
    item: PayItem, period: SalaryPeriod, base: Fraction, definition: Sourced[SalaryDefinition]
) -> SalaryLine | None:
    name, ratio, coefficient = _of(item, period)
    if not coefficient:
        return None
    counts = item in definition.content.base.items
    amount = Dong(round_half_up(coefficient * base))
    why = str(definition.citation) if counts else _NO_BASE
    return SalaryLine(name, ratio, Dong(int(base)), amount, counts, why)


def _of(item: PayItem, period: SalaryPeriod) -> tuple[str, str, Fraction]:
    """Return the item's name, its figure as shown, and what it is as a multiple of the base salary."""
    beyond = period.coefficient * period.beyond_frame / 100
    raised = period.coefficient + period.position_allowance + beyond
    return {
        PayItem.RANK: ("Hệ số lương", format_ratio(period.coefficient), period.coefficient),
        PayItem.POSITION: ("Phụ cấp chức vụ", format_ratio(period.position_allowance), period.position_allowance),
        PayItem.BEYOND_FRAME: ("Thâm niên vượt khung", _percent(period.beyond_frame), beyond),
        PayItem.SENIORITY: ("Thâm niên nghề", _percent(period.seniority), raised * period.seniority / 100),
        PayItem.RESERVED: (
            "Chênh lệch bảo lưu",
            format_ratio(period.reserved_difference),
            period.reserved_difference,
        ),
    }[item]


def _percent(value: Fraction) -> str:
    return f"{format_ratio(value)} %"


def _others(period: SalaryPeriod, base: Fraction) -> tuple[SalaryLine, ...]:
    """Return the items that no salary base counts."""
    if not period.other_allowance:
        return ()
    name = period.other_allowance_name or "Phụ cấp khác"
    amount = Dong(round_half_up(period.other_allowance * base))
    ratio = format_ratio(period.other_allowance)
    return (SalaryLine(name, ratio, Dong(int(base)), amount, counts=False, citation=_NO_BASE),)

"""The items of the last month's pay: which count, how much each is (Biểu 03, section IV)."""

from dataclasses import replace
from fractions import Fraction

from desktop.documents.forms.slip_model import SalaryLine
from desktop.domain.careers import SalaryPeriod
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong, round_half_up
from desktop.domain.ratios import format_ratio
from desktop.rules.policy import PolicyPack, SalaryDefinition, Sourced
from desktop.rules.quantities.base_salaries import base_salary
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.quantities.pay import contracted, counted_items, item_pay, percent_in
from desktop.rules.quantities.pay_items import PERCENT_ITEMS, PayItem

_NAMES = {
    PayItem.RANK: "Hệ số lương",
    PayItem.POSITION: "Phụ cấp chức vụ",
    PayItem.BEYOND_FRAME: "Thâm niên vượt khung",
    PayItem.SENIORITY: "Thâm niên nghề",
    PayItem.RESERVED: "Chênh lệch bảo lưu",
    PayItem.PUBLIC_SERVICE: "Phụ cấp công vụ",
    PayItem.PROFESSIONAL_INCENTIVE: "Phụ cấp ưu đãi nghề",
    PayItem.PROFESSIONAL_DUTY: "Phụ cấp trách nhiệm nghề",
    PayItem.CONTRACT_PAY: "Lương theo hợp đồng",
}
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
        base = Fraction(base_salary(leave + -1, pack.base_salary))
    except Undetermined:
        return ()
    lines = (_line(item, period, base, definition) for item in PayItem)
    return (*(each for each in lines if each is not None), *_others(period, base))


def _line(
    item: PayItem, period: SalaryPeriod, base: Fraction, definition: Sourced[SalaryDefinition]
) -> SalaryLine | None:
    content = definition.content.base
    counts = item in counted_items(period, content)
    # what does not count is still shown, as a percent of what does
    whole = content if counts else replace(content, items=content.items | {item})
    pay = item_pay(item, period, whole)
    if not pay.coefficient and not pay.dong:
        return None
    contract = item is PayItem.RANK and contracted(period, content)
    return SalaryLine(
        item=_NAMES[PayItem.CONTRACT_PAY if contract else item],
        ratio=_ratio(item, period, pay.coefficient),
        base_salary=Dong(int(base)) if pay.coefficient else None,
        amount=Dong(round_half_up(pay.at(base))),
        counts=counts,
        citation=str(definition.citation) if counts else _NO_BASE,
    )


def _ratio(item: PayItem, period: SalaryPeriod, coefficient: Fraction) -> str:
    """Return the figure as the record has it: a percent, a coefficient, "" for what is given in đồng."""
    if item in PERCENT_ITEMS and percent_in(item, period):
        return f"{format_ratio(percent_in(item, period))} %"
    return format_ratio(coefficient) if coefficient else ""


def _others(period: SalaryPeriod, base: Fraction) -> tuple[SalaryLine, ...]:
    """Return the items that no salary base counts."""
    if not period.other_allowance:
        return ()
    name = period.other_allowance_name or "Phụ cấp khác"
    amount = Dong(round_half_up(period.other_allowance * base))
    ratio = format_ratio(period.other_allowance)
    return (SalaryLine(name, ratio, Dong(int(base)), amount, counts=False, citation=_NO_BASE),)

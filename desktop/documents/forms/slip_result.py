"""Section VI of the calculation slip: how it was rounded, what was capped, the items and their sum."""

from reportlab.platypus import Flowable, Spacer

from desktop.documents.forms.blocks import text
from desktop.documents.forms.fonts import BOLD, ITALIC
from desktop.documents.forms.grid import grid, strong
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_trace import source, worked
from desktop.documents.forms.wording import OPEN
from desktop.domain.money import Dong, format_dong
from desktop.domain.money_words import dong_in_words
from desktop.rules.showing import NOT_DETERMINED
from desktop.rules.trace import Computation, Step

_ROUNDED = ("early_years", "insured_years", "total")
"""Steps in which something is rounded, capped or raised to a floor."""


def result_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section VI: the roundings, the items with their amounts, and the sum of what could be determined."""
    applied = [each for each in form.computations if each.applies]
    rows = [row for computation in applied for row in _result(computation)]
    head = ("Khoản", "Số tiền", "Căn cứ; độ tin cậy")
    table = [grid(head, (70, 35, 60), rows, width)] if rows else []
    return [*_roundings(applied, width), *table, *(text(line, 11, font=BOLD) for line in _sum(form))]


def _roundings(applied: list[Computation], width: float) -> list[Flowable]:
    steps = dict.fromkeys(step for each in applied for step in _rounded(each))
    if not steps:
        return [text("Không có bước làm tròn nào.", 10, font=ITALIC)]
    rows = [(step.label, worked(step), strong(step.shown), source(step.citation, step.provenance)) for step in steps]
    head = ("Làm tròn, trần, sàn", "Cách làm", "Kết quả", "Căn cứ; độ tin cậy")
    return [grid(head, (32, 64, 30, 40), rows, width), Spacer(0, 4)]


def _rounded(computation: Computation) -> list[Step]:
    found = (computation.step(name) for name in _ROUNDED)
    return [step for step in found if step is not None and step.value is not None]


def _result(computation: Computation) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [
        (each.label, strong(_amount(each.amount)), source(each.citation, each.provenance))
        for each in computation.components
    ]
    total = _lacking(computation) if computation.total is None else format_dong(computation.total)
    return [*rows, (strong(f"Cộng: {computation.title}"), strong(total), "")]


def _lacking(computation: Computation) -> str:
    """Return the words that stand in for a sum: never 0, and never "not known" where the answer is no."""
    if computation.missing or (computation.eligible and not computation.open_values):
        return NOT_DETERMINED
    return OPEN if computation.eligible else "không đủ điều kiện"


def _undetermined(computation: Computation) -> bool:
    return computation.eligible or bool(computation.missing)


def _amount(amount: Dong | None) -> str:
    return OPEN if amount is None else format_dong(amount)


def _sum(form: CalculationSlip) -> list[str]:
    applied = [each for each in form.computations if each.applies]
    known = [each.total for each in applied if each.total is not None]
    open_values = dict.fromkeys(value for each in applied for value in each.open_values)
    notes = [f"Chưa gồm: {value.label} – {OPEN}: {value.citation}." for value in open_values]
    if not known:
        return (
            [f"Tổng cộng: {NOT_DETERMINED}.", *notes]
            if any(_undetermined(each) for each in applied)
            else ["Tổng cộng: không có khoản nào được hưởng."]
        )
    total = Dong(sum(known))
    return [f"Tổng cộng: {format_dong(total)}.", f"Bằng chữ: {dong_in_words(total)}.", *notes]

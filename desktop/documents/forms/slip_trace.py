"""Sections V and VI of the calculation slip: every step with its source, and the result."""

from reportlab.platypus import Flowable, Paragraph, Spacer

from desktop.documents.forms.blocks import leading, text
from desktop.documents.forms.fonts import BOLD, ITALIC
from desktop.documents.forms.grid import grid, strong
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_words import PROVENANCE
from desktop.documents.forms.wording import OPEN
from desktop.domain.money import Dong, format_dong
from desktop.domain.money_words import dong_in_words
from desktop.rules.showing import NOT_DETERMINED
from desktop.rules.trace import Citation, Computation, Provenance, Step


def trace_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section V: a table of steps for each policy."""
    found: list[Flowable] = []
    for place, computation in enumerate(form.computations, 1):
        found += [leading(f"V.{place}. {computation.title}", 11, font=BOLD), _version(computation)]
        found += [text(line, 10) for line in _standing(computation)]
        if computation.trace:
            found.append(_steps(computation, width))
        found.append(Spacer(0, 6))
    return found or [text("Chưa có phép tính nào cho hồ sơ này.", 10)]


def _version(computation: Computation) -> Paragraph:
    policy = computation.policy
    words = f"Gói chính sách {policy.id} phiên bản {policy.version}, mã băm {policy.sha256[:12]}; bộ tính"
    return leading(f"{words} {computation.engine_version}.", 9, font=ITALIC)


def _standing(computation: Computation) -> list[str]:
    """Say whether the policy applies and whether the person is eligible, and why."""
    failed = [condition.reason for condition in computation.conditions if not condition.holds]
    if not computation.applies:
        return [f"Không áp dụng cho hồ sơ này: {' '.join(failed)}"]
    if computation.missing:
        return ["Hồ sơ còn thiếu số liệu; các bước chưa xác định được ghi rõ lý do trong bảng.", *failed]
    return [] if computation.eligible else [f"Không đủ điều kiện: {' '.join(failed)}"]


def _steps(computation: Computation, width: float) -> Flowable:
    head = ("Bước", "Diễn giải", "Công thức và thay số", "Kết quả", "Điều khoản; độ tin cậy")
    rows = [_step(place, step) for place, step in enumerate(computation.trace, 1)]
    return grid(head, (11, 38, 64, 28, 40), rows, width)


def _step(place: int, step: Step) -> tuple[object, ...]:
    return (str(place), step.label, _worked(step), strong(step.shown), _source(step.citation, step.provenance))


def _worked(step: Step) -> str:
    numbers = f"= {step.substituted}" if step.substituted else ""
    return "\n".join(line for line in (step.formula, numbers, step.reason) if line)


def _source(citation: Citation | None, provenance: Provenance | None) -> str:
    parts = (str(citation) if citation else "", f"({PROVENANCE[provenance]})" if provenance else "")
    return "\n".join(part for part in parts if part)


def result_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section VI: the items with their amounts, and the sum of what could be determined."""
    rows = [row for computation in form.computations if computation.applies for row in _result(computation)]
    head = ("Khoản", "Số tiền", "Căn cứ; độ tin cậy")
    where = "Cách làm tròn, mức trần, mức sàn (nếu có) nằm trong các bước của mục V."
    table = [grid(head, (70, 35, 60), rows, width)] if rows else []
    return [text(where, 10, font=ITALIC), *table, *(text(line, 11, font=BOLD) for line in _sum(form))]


def _result(computation: Computation) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [
        (each.label, strong(_amount(each.amount)), _source(each.citation, each.provenance))
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

"""Section V of the calculation slip: every step with its source, the appraising office's result beside it."""

from reportlab.platypus import Flowable, Paragraph, Spacer

from desktop.documents.forms.blocks import leading, text
from desktop.documents.forms.fonts import BOLD, ITALIC
from desktop.documents.forms.grid import grid, strong
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_words import PROVENANCE, difference_words
from desktop.rules.compare import StepComparison, compare
from desktop.rules.trace import Citation, Computation, Provenance, Step


def trace_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section V: a table of steps for each policy."""
    found: list[Flowable] = []
    for place, computation in enumerate(form.computations, 1):
        found += [leading(f"V.{place}. {computation.title}", 11, font=BOLD), _version(computation)]
        found += [text(line, 10) for line in _standing(computation)]
        if computation.trace:
            found.append(_table(computation, form.appraisal_of(computation), width))
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


def _table(computation: Computation, appraised: Computation | None, width: float) -> Flowable:
    return _steps(computation, width) if appraised is None else _both(computation, appraised, width)


def _steps(computation: Computation, width: float) -> Flowable:
    head = ("Bước", "Diễn giải", "Công thức và thay số", "Đơn vị tính", "Điều khoản; độ tin cậy")
    rows = [_step(place, step) for place, step in enumerate(computation.trace, 1)]
    return grid(head, (11, 38, 64, 28, 40), rows, width)


def _step(place: int, step: Step) -> tuple[object, ...]:
    return (str(place), step.label, worked(step), strong(step.shown), source(step.citation, step.provenance))


def _both(declared: Computation, appraised: Computation, width: float) -> Flowable:
    """Return the steps of both offices; the first that differs is named, those it changes are said to follow."""
    head = ("Bước", "Diễn giải", "Công thức và thay số", "Đơn vị tính", "Sở TC thẩm định", "Chênh lệch", "Điều khoản")
    compared = compare(declared, appraised)
    first = compared.first_difference
    rows = [
        _pair(place, row, declared.step(row.id), appraised.step(row.id), first=row is first)
        for place, row in enumerate(compared.rows, 1)
    ]
    return grid(head, (10, 28, 46, 25, 25, 20, 28), rows, width)


def _pair(
    place: int, row: StepComparison, declared: Step | None, appraised: Step | None, *, first: bool
) -> tuple[object, ...]:
    known = appraised or declared
    assert known is not None  # noqa: S101 - the row came from one of the two
    said = strong(f"khác từ đây\n{difference_words(row, declared, appraised)}") if first else None
    return (
        str(place), row.label, worked(known), row.left or "–", strong(row.right or "–"),
        said or difference_words(row, declared, appraised), source(known.citation, known.provenance),
    )  # fmt: skip  # the columns in their order


def worked(step: Step) -> str:
    """Return the formula in words, the same with numbers, and why."""
    numbers = f"= {step.substituted}" if step.substituted else ""
    return "\n".join(line for line in (step.formula, numbers, step.reason) if line)


def source(citation: Citation | None, provenance: Provenance | None) -> str:
    """Return the article and how surely it is known."""
    parts = (str(citation) if citation else "", f"({PROVENANCE[provenance]})" if provenance else "")
    return "\n".join(part for part in parts if part)

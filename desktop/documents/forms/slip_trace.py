"""Section V of the calculation slip: every step with its source, the appraising office's result beside it."""

from dataclasses import dataclass
from typing import TypeAlias

from reportlab.platypus import Flowable, Paragraph, Spacer

from desktop.documents.forms.blocks import leading, room, text
from desktop.documents.forms.fonts import BOLD, ITALIC
from desktop.documents.forms.grid import grid, strong
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_words import PROVENANCE, difference_words
from desktop.rules.compare import StepComparison, compare
from desktop.rules.trace import Citation, Computation, Provenance, Step


def trace_section(form: CalculationSlip, width: float) -> list[Flowable]:
    """Section V: a table of steps for each policy; what a policy shares with one above is named, not told again."""
    found: list[Flowable] = []
    told: set[_Steps] = set()
    for place, computation in enumerate(form.computations, 1):
        found += [room(), leading(f"V.{place}. {computation.title}", 11, font=BOLD), _version(computation)]
        found += [text(line, 10) for line in _standing(computation)]
        if computation.trace:
            found += _table(computation, form.appraisal_of(computation), told, width)
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


_Steps: TypeAlias = tuple[Step | None, Step | None]
"""A step as the unit has it and as the appraising office has it."""


def _table(computation: Computation, appraised: Computation | None, told: set[_Steps], width: float) -> list[Flowable]:
    pairs = _pairs(computation, appraised)
    fresh = [each for each in pairs if each.steps not in told]
    shared = [each.label for each in pairs if each.steps in told]
    table = _both(fresh, width) if appraised is not None else _steps(fresh, width)
    told.update(each.steps for each in fresh)
    if not shared:
        return [table]
    return [text(f"Giống các mục trên, không ghi lại: {'; '.join(shared)}.", 9, font=ITALIC), table]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A step of both offices, its place in the whole trace; `first` where they part."""

    place: int
    row: StepComparison
    steps: _Steps
    first: bool

    @property
    def label(self) -> str:
        return self.row.label

    @property
    def known(self) -> Step:
        """The appraising office's step, else the unit's."""
        declared, appraised = self.steps
        found = appraised or declared
        assert found is not None  # noqa: S101 - the row came from one of the two
        return found


def _pairs(declared: Computation, appraised: Computation | None) -> list[_Pair]:
    compared = compare(declared, appraised or declared)
    first = compared.first_difference
    return [
        _Pair(place, row, (declared.step(row.id), appraised.step(row.id) if appraised else None), row is first)
        for place, row in enumerate(compared.rows, 1)
    ]


def _steps(pairs: list[_Pair], width: float) -> Flowable:
    head = ("Bước", "Diễn giải", "Công thức và thay số", "Đơn vị tính", "Điều khoản; độ tin cậy")
    return grid(head, (13, 38, 62, 28, 40), [_step(each.place, each.known) for each in pairs], width)


def _step(place: int, step: Step) -> tuple[object, ...]:
    return (str(place), step.label, worked(step), strong(step.shown), source(step.citation, step.provenance))


def _both(pairs: list[_Pair], width: float) -> Flowable:
    """Return the steps of both offices; the first that differs is named, those it changes are said to follow."""
    head = ("Bước", "Diễn giải", "Công thức và thay số", "Đơn vị tính", "Sở TC thẩm định", "Chênh lệch", "Điều khoản")
    return grid(head, (13, 28, 46, 25, 25, 21, 28), [_two(each) for each in pairs], width)


def _two(pair: _Pair) -> tuple[object, ...]:
    row, known = pair.row, pair.known
    difference = difference_words(row, *pair.steps)
    return (
        str(pair.place), row.label, worked(known), row.left or "–", strong(row.right or "–"),
        strong(f"khác từ đây\n{difference}") if pair.first else difference, source(known.citation, known.provenance),
    )  # fmt: skip  # the columns in their order


def worked(step: Step) -> str:
    """Return the formula in words, the same with numbers, and why."""
    numbers = f"= {step.substituted}" if step.substituted else ""
    return "\n".join(line for line in (step.formula, numbers, step.reason) if line)


def source(citation: Citation | None, provenance: Provenance | None) -> str:
    """Return the article and how surely it is known."""
    parts = (str(citation) if citation else "", f"({PROVENANCE[provenance]})" if provenance else "")
    return "\n".join(part for part in parts if part)

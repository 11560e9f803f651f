"""Two computations of one dossier, step by step: where they part is named."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.trace import Computation, Step


class StepStatus(StrEnum):
    """How a step stands on the two sides."""

    SAME = "same"
    DIFFERS = "differs"
    DUE_TO_ABOVE = "due_to_above"
    """The values differ because an input, further up, differs."""
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"


@dataclass(frozen=True, slots=True)
class StepComparison:
    """One step on both sides; a side that has no such step shows ""."""

    id: str
    label: str
    left: str
    right: str
    status: StepStatus


@dataclass(frozen=True, slots=True)
class TraceComparison:
    """All steps in order, and the first that differs by itself; None when all are the same."""

    rows: tuple[StepComparison, ...]

    @property
    def first_difference(self) -> StepComparison | None:
        """The first step that differs for a reason of its own, else the first that one side lacks."""
        differing = (row for row in self.rows if row.status is StepStatus.DIFFERS)
        one_sided = (row for row in self.rows if row.status is not StepStatus.SAME)
        return next(differing, None) or next(one_sided, None)


def compare(declared: Computation, recomputed: Computation) -> TraceComparison:
    """Compare the unit's computation (left) with the appraiser's (right), by step ids and values."""
    left = {step.id: step for step in declared.trace}
    right = {step.id: step for step in recomputed.trace}
    unequal: set[str] = set()
    rows = []
    for name in _order(declared, recomputed):
        row = _row(left.get(name), right.get(name), unequal)
        if row.status is not StepStatus.SAME:
            unequal.add(name)
        rows.append(row)
    return TraceComparison(tuple(rows))


def _order(declared: Computation, recomputed: Computation) -> tuple[str, ...]:
    """Return the steps of the recomputed trace, those of only the declared one before what stands after them."""
    right = [step.id for step in recomputed.trace]
    placed = list(right)
    at = 0
    for step in declared.trace:
        if step.id in right:
            at = placed.index(step.id) + 1
        else:
            placed.insert(at, step.id)
            at += 1
    return tuple(placed)


def _row(left: Step | None, right: Step | None, unequal: set[str]) -> StepComparison:
    if left is None or right is None:
        return _one_sided(left, right)
    status = StepStatus.SAME
    if left.value != right.value:
        above = unequal.intersection((*left.inputs, *right.inputs))
        status = StepStatus.DUE_TO_ABOVE if above else StepStatus.DIFFERS
    return StepComparison(right.id, right.label, left.shown, right.shown, status)


def _one_sided(left: Step | None, right: Step | None) -> StepComparison:
    present = left or right
    assert present is not None  # noqa: S101 - the step came from one of the sides
    status = StepStatus.ONLY_LEFT if right is None else StepStatus.ONLY_RIGHT
    shown = (present.shown, "") if right is None else ("", present.shown)
    return StepComparison(present.id, present.label, *shown, status)

"""The months that an average salary runs over, as runs of equal pay and equal base salary."""

from dataclasses import dataclass
from fractions import Fraction

from desktop.domain.dossiers import Dossier
from desktop.domain.months import MonthSpan
from desktop.rules.policy import PolicyPack
from desktop.rules.quantities.salary import SalarySegment, averaged_months, segments
from desktop.rules.salaries import pay_in_words
from desktop.rules.trace import Citation, Computation


@dataclass(frozen=True, slots=True)
class SalaryRun:
    """`count` months with the same pay; `pay` in words without the base salary, đồng exact."""

    months: MonthSpan
    count: int
    pay: str
    base_salary: Fraction
    monthly: Fraction

    @property
    def sum(self) -> Fraction:
        """What these months add to the average, in đồng."""
        return self.monthly * self.count


@dataclass(frozen=True, slots=True)
class SalaryMonths:
    """An average salary month by month: its runs, oldest first, and by what right."""

    id: str
    label: str
    runs: tuple[SalaryRun, ...]
    average: Fraction
    citation: Citation

    @property
    def count(self) -> int:
        """How many months there are."""
        return sum(run.count for run in self.runs)

    @property
    def sum(self) -> Fraction:
        """All months together, in đồng."""
        return sum((run.sum for run in self.runs), Fraction(0))


def salary_months(pack: PolicyPack, dossier: Dossier, computation: Computation) -> tuple[SalaryMonths, ...]:
    """Return the averages that the computation holds, those that could be determined; nothing is raised."""
    found = (_of(pack, dossier, computation, name) for name in pack.salaries)
    return tuple(each for each in found if each is not None)


def _of(pack: PolicyPack, dossier: Dossier, computation: Computation, name: str) -> SalaryMonths | None:
    definition = pack.salaries[name]
    content, leave = definition.content, dossier.leave_month
    average = _number(computation, name)
    length = _number(computation, content.months) if content.months else None
    if average is None or length is None or leave is None:
        return None
    months = averaged_months(dossier.career, leave, int(length))
    parts = segments(dossier.career, months, content.base, pack.base_salary)
    runs = tuple(_run(part, pay_in_words(part.period, content.base)) for part in parts)
    return SalaryMonths(name, definition.label, runs, average, definition.citation)


def _number(computation: Computation, name: str) -> Fraction | None:
    step = computation.step(name)
    return Fraction(step.value) if step is not None and isinstance(step.value, int | Fraction) else None


def _run(part: SalarySegment, pay: str) -> SalaryRun:
    return SalaryRun(part.months, part.count, pay, part.base_salary, part.monthly)

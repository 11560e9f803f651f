"""The months that an average salary runs over, as runs of equal pay and equal base salary."""

from dataclasses import dataclass
from fractions import Fraction

from desktop.domain.dossiers import Dossier
from desktop.domain.months import MonthSpan
from desktop.rules.policy import PolicyPack, SalaryDefinition
from desktop.rules.quantities.pay import pay_of
from desktop.rules.quantities.pay_items import SalaryBase
from desktop.rules.quantities.salary import Months, SalarySegment, all_insured_months, averaged_spans, segments
from desktop.rules.salaries import dong_in_words, pay_in_words
from desktop.rules.trace import Citation, Computation


@dataclass(frozen=True, slots=True)
class SalaryRun:
    """`count` months with the same pay; `pay` in words without the base salary, đồng exact."""

    months: MonthSpan
    count: int
    pay: str
    base_salary: Fraction | None
    """None where the pay is given in đồng, `pay` then says how it adds up."""
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
    """Return the averages that the computation holds, those that could be determined.

    The computation must be of this dossier under this pack; then nothing is raised.
    """
    found = (_of(pack, dossier, computation, name) for name in pack.salaries)
    return tuple(each for each in found if each is not None)


def _of(pack: PolicyPack, dossier: Dossier, computation: Computation, name: str) -> SalaryMonths | None:
    definition = pack.salaries[name]
    average = _number(computation, name)
    months = None if average is None else _months(definition.content, dossier, computation)
    if average is None or months is None:
        return None
    parts = segments(dossier.career, months, definition.content.base, pack.base_salary)
    runs = tuple(_run(part, definition.content.base) for part in parts)
    return SalaryMonths(name, definition.label, runs, average, definition.citation)


def _months(content: SalaryDefinition, dossier: Dossier, computation: Computation) -> Months | None:
    """Return the months that the average runs over, None where it is the pay of one month."""
    leave, career = dossier.leave_month, dossier.career
    length = _number(computation, content.months) if content.months else None
    if leave is None or not (content.whole_period or length is not None):
        return None
    return all_insured_months(career, leave) if length is None else averaged_spans(career, leave, int(length))


def _number(computation: Computation, name: str) -> Fraction | None:
    step = computation.step(name)
    return Fraction(step.value) if step is not None and isinstance(step.value, int | Fraction) else None


def _run(part: SalarySegment, base: SalaryBase) -> SalaryRun:
    in_dong = bool(pay_of(part.period, base).dong)
    words = dong_in_words(part.period, base, part.base_salary) if in_dong else pay_in_words(part.period, base)
    return SalaryRun(part.months, part.count, words, None if in_dong else Fraction(part.base_salary), part.monthly)

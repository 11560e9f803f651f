"""Running the golden cases of a pack."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, EarlierPayment
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, round_half_up
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import Person
from desktop.rules.evaluate import compute
from desktop.rules.own_checks import failed_checks
from desktop.rules.pack_examples import Example, ExampleAnswer, ExampleInsurance, ExampleRecord, ExampleSalary
from desktop.rules.pack_values import NUMBER
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Computation, Step, Unit

_MONEY = frozenset({Unit.DONG, Unit.DONG_PER_MONTH, Unit.DONG_PER_YEAR})


RECORD = "record"
"""The step of a failure when the made-up person cannot be."""
_IMPOSSIBLE = {
    "date.unreadable": "ngày {value} không có thật",
    "month.span_backwards": "tháng đầu {first} sau tháng cuối {last}",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """The first thing of an example that came out otherwise."""

    step: str
    expected: str
    found: str


def first_failure(pack: PolicyPack, example: Example, others: Sequence[PolicyPack] = ()) -> Failure | None:
    """Compute the example and return the first difference, None when everything is as it says."""
    try:
        record = dossier_of(example.record)
    except Refusal as refusal:
        return Failure(RECORD, "", _impossible(refusal))
    stated = {name: Dong(amount) for name, amount in example.record.other_amounts.items()}
    found = compute(pack, record, approved_on=example.record.approved_on, others=others, stated=stated)
    answered = (*_compared(found, example.expect), *_own_checks(pack, record, example, others))
    failure = next((each for each in answered if each.expected != each.found), None)
    return None if failure is None else _explained(failure, found)


def _impossible(refusal: Refusal) -> str:
    """Return what of the record cannot be, in words."""
    words = _IMPOSSIBLE.get(refusal.code)
    return str(refusal) if words is None else words.format(**refusal.params)


def _explained(failure: Failure, computed: Computation) -> Failure:
    """Add to what came out why there is no value, or why the person is not eligible."""
    why = _why(failure.step, computed)
    if not why:
        return failure
    return replace(failure, found=f"{failure.found} ({why})" if failure.found else why)


def _why(name: str, computed: Computation) -> str:
    step = computed.step(name)
    if step is not None and step.reason and (step.value is None or step.value is False):
        return step.reason
    refused = " ".join(condition.reason for condition in computed.conditions if not condition.holds)
    return refused if name in {"applies", "eligible"} or step is None else ""


def _own_checks(pack: PolicyPack, record: Dossier, example: Example, others: Sequence[PolicyPack]) -> Iterator[Failure]:
    wanted = example.expect.own_checks
    if wanted is not None:
        stated = {name: Dong(amount) for name, amount in example.record.other_amounts.items()}
        failed = failed_checks(pack, record, approved_on=example.record.approved_on, others=others, stated=stated)
        found = (each.check.code for each in failed)
        yield Failure("own_checks", ", ".join(sorted(wanted)), ", ".join(sorted(found)))


def dossier_of(record: ExampleRecord) -> Dossier:
    """Return the made-up person's dossier; raises Refusal for impossible dates and spans."""
    person = Person(
        full_name="Người trong ví dụ",
        sex=record.sex,
        birth=BirthDate.parse(record.birth),
        management_level=record.management_level,
        employment=record.employment,
    )
    career = Career(
        rank=record.rank,
        salary=tuple(_salary(row) for row in record.salary),
        insurance=tuple(_insurance(row) for row in record.insurance),
    )
    return Dossier(
        "",
        "",
        1,
        person,
        record.group,
        record.route,
        record.leave_on,
        career,
        reason=record.reason,
        obstacles=record.obstacles,
        claims_lower_age=record.claims_lower_age,
        reduced_capacity=record.reduced_capacity,
        earlier_payments=tuple(
            EarlierPayment(each.policy, Dong(each.amount), each.paid_on) for each in record.earlier_payments
        ),
    )


def _span(row: ExampleSalary | ExampleInsurance) -> MonthSpan:
    return MonthSpan(YearMonth.parse(row.first), YearMonth.parse(row.last))


def _salary(row: ExampleSalary) -> SalaryPeriod:
    return SalaryPeriod(
        _span(row),
        row.coefficient,
        row.position_allowance,
        row.beyond_frame,
        row.seniority,
        row.reserved_difference,
        row.step,
        row.public_service,
        row.professional_incentive,
        row.professional_duty,
        None if row.contract_pay is None else Dong(row.contract_pay),
        None if row.seniority_amount is None else Dong(row.seniority_amount),
        attendance=row.attendance,
    )


def _insurance(row: ExampleInsurance) -> InsurancePeriod:
    return InsurancePeriod(_span(row), "", row.compulsory, row.cashed, row.hazardous, row.special_area, row.cashed_as)


def _compared(found: Computation, answer: ExampleAnswer) -> Iterator[Failure]:
    yield Failure("applies", _flag(answer.applies), _flag(found.applies))
    for name, expected in answer.values.items():
        step = found.step(name)
        yield Failure(name, _canonical(expected), _value(step) if step else _no_step(found))
    yield Failure("eligible", _flag(answer.eligible), _flag(found.eligible))
    opened = (value.parameter for value in found.open_values)
    yield Failure("open", ", ".join(sorted(answer.open)), ", ".join(sorted(opened)))
    yield Failure("total", _amount(answer.total), _amount(found.total))


def _no_step(found: Computation) -> str:
    """Say why a name has no value: only where something was computed is the name itself at fault."""
    return "không có bước nào tên này" if found.eligible else ""


def _flag(value: bool) -> str:  # noqa: FBT001 - words for the value itself
    return "true" if value else "false"


def _amount(value: int | None) -> str:
    return "" if value is None else str(value)


def _canonical(expected: str) -> str:
    """Write "0.50" and "1/2" alike, as `_value` does."""
    return str(Fraction(expected)) if NUMBER.match(expected) else expected


def _value(step: Step | None) -> str:
    if step is None or step.value is None:
        return ""
    if isinstance(step.value, bool):
        return _flag(step.value)
    if isinstance(step.value, int | Fraction):
        return str(round_half_up(Fraction(step.value)) if step.unit in _MONEY else Fraction(step.value))
    return step.value.isoformat() if isinstance(step.value, date) else str(step.value)

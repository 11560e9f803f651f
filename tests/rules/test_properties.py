"""What must hold of every pack and every record, whatever the figures are."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.domain.careers import Career, SalaryPeriod
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Route
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import Sex
from desktop.rules.catalogue import quantities_of
from desktop.rules.evaluate import compute
from desktop.rules.examples import dossier_of
from desktop.rules.formulas.checking import check, unit_of
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.formulas.parser import parse
from desktop.rules.formulas.units import DONG, OF_UNIT, Dimension
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from desktop.rules.quantities.service import rounded_years
from desktop.rules.trace import Computation, Unit
from desktop.services.formats.records_out import canonical
from desktop.services.formats.results import result_part
from tests.rules.records import ROOT, dossier, insured, pay, true_people
from tests.rules.replay import CannotReplay, Replay, replayed
from tests.rules.toy import component, parameter, toy_pack, toy_text

POLICIES = ROOT / "resources" / "policies"
FILES = sorted(path.name for path in POLICIES.glob("*.yaml"))
LEAVE = YearMonth(2024, 11)


@cache
def shipped(name: str) -> PolicyPack:
    return load_pack((POLICIES / name).read_bytes(), name)


def examples_of(pack: PolicyPack) -> Iterator[tuple[Dossier, date | None]]:
    for example in pack.examples:
        yield dossier_of(example.record), example.record.approved_on


def vocabulary(pack: PolicyPack) -> set[str]:
    quantities = (each.label for each in quantities_of(pack).values())
    return {*quantities, *(each.label for each in pack.parameters.values()), *pack.labels.values()}


# --- The trace gives the same amount again ---


@pytest.mark.parametrize("name", FILES)
def test_every_trace_of_a_shipped_pack_gives_its_values_again(name: str) -> None:
    pack = shipped(name)
    paid = 0
    for record, approved_on in [*((record, None) for record, _ in true_people()), *examples_of(pack)]:
        found = compute(pack, record, approved_on=approved_on)
        again = replayed(found, vocabulary(pack))
        if found.total is not None:
            assert "total" in again
            paid += found.total > 0
    assert paid > 0 or pack.open_parameters()


@pytest.mark.parametrize("name", ["early_years", "months_per_early_year", "average_salary"])
def test_a_trace_whose_figure_was_changed_does_not_give_its_total_again(name: str) -> None:
    pack = shipped("nd29-2023.yaml")
    found = compute(pack, true_people()[0][0])
    step = found.step(name)
    assert step is not None
    value = step.value
    assert isinstance(value, int | Fraction)
    changed = msgspec.structs.replace(step, value=value + 1, substituted="")
    forged = replace(found, trace=tuple(changed if each is step else each for each in found.trace))
    assert Replay(found, vocabulary(pack)).value("total") == found.total
    with pytest.raises(CannotReplay):
        replayed(forged, vocabulary(pack))


FAMILIES = [
    "k * pay * early_years",
    "min(k * pay * early_years, 10 * pay)",
    "max(k * pay * early_years - 4 * pay, 0)",
    "clamp(k * pay * early_years, 2 * pay, 9 * pay)",
    "band(early_months; 12: 1, 24: 2, 40: 3, else: 4) * pay",
    "if(early_months <= 24 and insured_years > 20, 2, 3) * pay * k / k",
    "if(early_months > 24 or not (insured_years > 20), 2, 3) * pay",
    "tiered(insured_years; 20: 5 flat, then 0.5) * pay",
    "tiered(early_years; 1: 2, 2: 1 flat, then 3) * pay",
    "percent(30) * pay * early_months",
    "round_to(1 * pay * early_years, 700, up) + round_to(2 * pay * early_months, 700, half_up)",
]


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(FAMILIES), st.sampled_from([Fraction(0), Fraction(7, 3)]), st.fractions(1, 12, max_denominator=99),
    st.integers(0, 60), st.integers(0, 40),
)  # fmt: skip
def test_every_family_of_formulas_is_told_completely(
    formula: str, figure: Fraction, coefficient: Fraction, birth: int, service: int
) -> None:
    pack = _family(formula, str(figure))
    record = _record(birth, service, coefficient)
    found = compute(pack, record)
    assume(found.total is not None)
    assert "total" in replayed(found, vocabulary(pack))


@cache
def _family(formula: str, figure: str) -> PolicyPack:
    text = toy_text([parameter("k", "months/year", figure)], [component("c", formula)])
    if "k *" not in formula and "k /" not in formula:
        text = toy_text([], [component("c", formula)])
    return load_pack(text.encode(), "toy.yaml")


def _record(birth: int, service: int, coefficient: Fraction = Fraction(3)) -> Dossier:
    """A man born up to 60 months after 01/1963, insured for up to 40 months less than since 01/1990."""
    born = YearMonth(1963, 1) + birth
    return dossier(
        birth=f"{born}-15",
        salary=(pay("2010-01", "2024-10", str(coefficient)),),
        insurance=(insured(str(YearMonth(1990, 1) + service), "2024-10"),),
    )


# --- The same question has the same answer ---


def answer(found: Computation) -> bytes:
    return canonical(result_part(found))


@pytest.mark.parametrize("name", FILES)
def test_the_same_question_has_the_same_bytes_for_answer(name: str) -> None:
    pack = shipped(name)
    again = load_pack((POLICIES / name).read_bytes(), name)
    for record, approved_on in examples_of(pack):
        first = answer(compute(pack, record, approved_on=approved_on))
        assert first == answer(compute(again, record, approved_on=approved_on))


_DIGEST = """
import hashlib
from tests.rules.test_properties import FILES, answer, examples_of, shipped
from desktop.rules.evaluate import compute
found = hashlib.sha256()
for name in FILES:
    for record, approved_on in examples_of(shipped(name)):
        found.update(answer(compute(shipped(name), record, approved_on=approved_on)))
print(found.hexdigest())
"""


def test_the_answer_does_not_hang_on_the_order_of_hashes() -> None:
    seen = set()
    for seed in ("0", "4711"):
        run = subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        seen.add(run.stdout.strip())
    assert len(seen) == 1
    assert len(seen.pop()) == 64


def test_the_answer_does_not_hang_on_the_order_of_keys_in_the_pack() -> None:
    text = toy_text([parameter("k", "months/year", "3")], [component("c", "k * pay * early_years")])
    turned = yaml.dump(_turned(yaml.load(text, Loader=yaml.BaseLoader)), allow_unicode=True, sort_keys=False)  # noqa: S506
    first, other = (load_pack(each.encode(), "toy.yaml") for each in (text, turned))
    assert first.ref.sha256 != other.ref.sha256
    left, right = (replace(compute(pack, dossier()), policy=first.ref) for pack in (first, other))
    assert answer(left) == answer(right)


def _turned(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _turned(plain[key]) for key in reversed(plain)}
    return [_turned(each) for each in plain] if isinstance(plain, list) else plain


# --- More never pays less ---

PAYING = ["nd29-2023.yaml", "thuc-hanh.yaml"]
ROUTES = [Route.EARLY_RETIREMENT, Route.SEVERANCE]


def _person(sex: Sex, birth: YearMonth, months: int, route: Route, coefficient: Fraction) -> Dossier:
    span = MonthSpan(LEAVE + -months, LEAVE + -1)
    career = Career(
        salary=(SalaryPeriod(span, coefficient),), insurance=(replace(insured("2000-01", "2000-01"), months=span),)
    )
    person = replace(dossier().person, sex=sex, birth=BirthDate.parse(str(birth)))
    return replace(dossier(), person=person, route=route, career=career)


def _case(found: Computation) -> object:
    step = found.step("case")
    return None if step is None else step.value


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(PAYING), sex=st.sampled_from(Sex), route=st.sampled_from(ROUTES), younger=st.integers(0, 200),
    months=st.integers(120, 480), coefficient=st.fractions(2, 10, max_denominator=50),
)  # fmt: skip
def test_one_more_month_early_never_pays_less(
    *, name: str, sex: Sex, route: Route, younger: int, months: int, coefficient: Fraction
) -> None:
    birth = YearMonth(1963 if sex is Sex.MALE else 1968, 1) + younger
    found = [compute(shipped(name), _person(sex, born, months, route, coefficient)) for born in (birth, birth + 1)]
    totals = [each.total for each in found]
    assume(None not in totals)
    assume(_case(found[0]) == _case(found[1]))
    assert totals[0] <= totals[1]  # type: ignore[operator]


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(PAYING), sex=st.sampled_from(Sex), route=st.sampled_from(ROUTES), younger=st.integers(0, 200),
    months=st.integers(60, 480), coefficient=st.fractions(2, 10, max_denominator=50),
)  # fmt: skip
def test_one_more_month_insured_never_pays_less(
    *, name: str, sex: Sex, route: Route, younger: int, months: int, coefficient: Fraction
) -> None:
    birth = YearMonth(1963 if sex is Sex.MALE else 1968, 1) + younger
    found = [
        compute(shipped(name), _person(sex, birth, service, route, coefficient)) for service in (months, months + 1)
    ]
    totals = [each.total for each in found]
    assume(None not in totals)
    assume(_case(found[0]) == _case(found[1]))
    assert totals[0] <= totals[1]  # type: ignore[operator]


# --- Odd months ---

HALF_FROM_ONE = {0: "0", 1: "1/2", 6: "1/2", 7: "1", 11: "1", 12: "1", 32: "3", 50: "9/2"}
"""X1: from 1 to 6 months half a year, more than 6 a whole one."""
HALF_FROM_THREE = {0: "0", 2: "0", 3: "1/2", 6: "1/2", 7: "1", 11: "1", 12: "1", 14: "1", 15: "3/2"}
"""Less than 3 months nothing, from 3 to 6 half a year, more than 6 a whole one."""


@pytest.mark.parametrize("name", FILES)
def test_rounding_tables_of_shipped_packs_are_one_of_the_two_of_the_law(name: str) -> None:
    tables = shipped(name).rounding
    assert tables
    for table in tables.values():
        found = [
            all(rounded_years(months, table.content) == Fraction(years) for months, years in wanted.items())
            for wanted in (HALF_FROM_ONE, HALF_FROM_THREE)
        ]
        assert sum(found) == 1, table.id


# --- Units ---

EXPONENTS = {
    "dong_": (Unit.DONG, (1, 0, 0)),
    "pay_": (Unit.DONG_PER_MONTH, (1, -1, 0)),
    "yearly_": (Unit.DONG_PER_YEAR, (1, 0, -1)),
    "months_": (Unit.MONTHS, (0, 1, 0)),
    "years_": (Unit.YEARS, (0, 0, 1)),
    "rate_": (Unit.MONTHS_PER_YEAR, (0, 1, -1)),
    "ratio_": (Unit.RATIO, (0, 0, 0)),
}
NAMES: dict[str, Dimension] = {name: OF_UNIT[unit] for name, (unit, _) in EXPONENTS.items()}
Power = tuple[int, int, int]


@st.composite
def products(draw: st.DrawFn, *, numbers: bool = False) -> tuple[str, Power]:
    """A product or quotient of names, and the unit that it must have."""
    text, power = "", (0, 0, 0)
    for place in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(EXPONENTS)))
        sign = 1 if place == 0 else draw(st.sampled_from([1, -1]))
        text += ("" if place == 0 else " * " if sign == 1 else " / ") + name
        power = tuple(a + sign * b for a, b in zip(power, EXPONENTS[name][1], strict=True))  # type: ignore[assignment]
    if numbers and draw(st.booleans()):
        text = f"{draw(st.integers(1, 99))} * {text}"
    return text, power


def accepted(formula: str) -> bool:
    try:
        unit_of(parse(formula), NAMES)
    except FormulaError as fault:
        assert fault.code == "pack.unit_mismatch"  # noqa: PT017 - the other answer is that it is accepted
        return False
    return True


JOINED = ["{0} + {1}", "{0} - {1}", "min({0}, {1})", "max({1}, {0})", "if({0} > {1}, 1, 2)", "clamp({0}, {1}, {1})",
          "if(ratio_ > 1, {0}, {1})", "band({0}; {1}: 1)", "round_to({0}, {1}, up)",
          "tiered(ratio_; 1: {0} flat, 2: {1} flat)"]  # fmt: skip


@settings(max_examples=300)
@given(st.sampled_from(JOINED), products(), products())
def test_two_units_are_joined_only_where_they_are_the_same(
    joined: str, left: tuple[str, Power], right: tuple[str, Power]
) -> None:
    assert accepted(joined.format(left[0], right[0])) == (left[1] == right[1])


@settings(max_examples=300)
@given(st.sampled_from(JOINED), products(numbers=True), products(numbers=True))
def test_numbers_never_turn_months_into_money(joined: str, left: tuple[str, Power], right: tuple[str, Power]) -> None:
    """A number may stand for months or years of its own, never for đồng."""
    if accepted(joined.format(left[0], right[0])):
        assert left[1][0] == right[1][0]


@settings(max_examples=200)
@given(st.lists(products(), min_size=1, max_size=5))
def test_a_component_of_a_mixed_sum_is_never_accepted(terms: list[tuple[str, Power]]) -> None:
    formula = " + ".join(text for text, _ in terms)
    money = all(power == (1, 0, 0) for _, power in terms)
    try:
        check(parse(formula), NAMES, DONG)
    except FormulaError:
        assert not money, formula
    else:
        assert money, formula


def test_a_pack_with_a_mixed_sum_does_not_load() -> None:
    with pytest.raises(Exception, match="unit_mismatch") as refused:
        toy_pack([], [component("c", "1 * pay + early_months")])
    assert refused.type.__name__ == "PackError"

"""What if: the record's own values give its own answer, later months carry on, and every flip is named."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.dossiers import Group, Route
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import Sex
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from desktop.services.amounts.compute_support import support_for
from desktop.services.amounts.simulate import (
    ASSUMED,
    AssumedBaseSalary,
    Variation,
    base_salary_held,
    simulate,
    vary,
)
from desktop.services.amounts.turning_points import (
    MonthAnswer,
    PolicyAnswer,
    Standing,
    Turn,
    month_answer,
    months_ahead,
    months_around,
    turning_points,
)
from desktop.services.policies.shelf import load_shelf
from desktop.system.resources import resource
from desktop.ui.what_if_words import reason_sentence, turning_sentence
from tests.rules.records import dossier, insured, pay, true_people
from tests.rules.toy import component, toy_text

SHELF = load_shelf(resource("policies"))
CENTRAL = SHELF.of(["nd29-2023"])
USUAL = SHELF.of(["nd29-2023", "hai-phong-nq07-2024"])
PRACTICE = SHELF.of(["thuc-hanh"])

births = st.builds(lambda year, month: f"{year}-{month:02d}", st.integers(1961, 1975), st.integers(1, 12))
leaves = st.builds(date, st.integers(2023, 2026), st.integers(1, 12), st.integers(1, 28))


@given(births, leaves, st.sampled_from(Sex), st.sampled_from(Group), st.sampled_from(Route))
@settings(max_examples=40, deadline=None)
def test_with_nothing_changed_the_answer_is_the_ordinary_one(
    birth: str, leave: date, sex: Sex, group: Group, route: Route
) -> None:
    of = replace(dossier(sex, birth, group=group, route=route), leave_on=leave)
    ordinary = support_for(of, None, USUAL)
    own = Variation(leave_month=of.leave_month, group=of.group, route=of.route, coefficient=Fraction(3))
    for variation in (Variation(), own):
        tried = simulate(of, None, USUAL, variation)
        assert tried.dossier == of
        assert tried.support == ordinary
        assert tried.carried_on == 0


@pytest.mark.parametrize("place", range(0, 60, 7))
def test_the_own_month_of_the_strip_is_the_ordinary_answer(place: int) -> None:
    of = true_people()[place][0]
    assert of.leave_month
    own = MonthSpan(of.leave_month, of.leave_month)
    (answer,) = months_ahead(of, None, USUAL, Variation(), own)
    assert answer == month_answer(of.leave_month, support_for(of, None, USUAL).computations)


@given(births, st.integers(-36, 36))
@settings(max_examples=40, deadline=None)
def test_an_earlier_month_is_never_fewer_years_early(birth: str, offset: int) -> None:
    of = dossier(birth=birth)
    assert of.leave_month
    month = of.leave_month + offset
    tried = (simulate(of, None, PRACTICE, Variation(leave_month=each)) for each in (month, month + 1))
    earlier, later = (each.support.computations[0].step("early_months") for each in tried)
    assert earlier is not None
    assert later is not None
    assert isinstance(earlier.value, int)
    assert later.value == earlier.value - 1


def test_a_later_month_carries_pay_and_insurance_on_and_says_so() -> None:
    of = dossier()
    tried = simulate(of, None, PRACTICE, Variation(leave_month=YearMonth(2025, 3)))
    assert tried.carried_on == 4
    assert tried.dossier.career.salary[-1].months.last == YearMonth(2025, 2)
    assert tried.dossier.career.insurance[-1].months.last == YearMonth(2025, 2)
    assert tried.support.amount is not None


def test_what_ended_before_the_recorded_leave_is_not_carried_on() -> None:
    of = dossier(salary=(pay("2010-01", "2020-12", "2.67"), pay("2021-01", "2024-10", "3.00")),
                 insurance=(insured("1993-01", "1999-12"), insured("2001-01", "2024-10")))  # fmt: skip
    later = vary(of, Variation(leave_month=YearMonth(2025, 6))).career
    assert [str(each.months.last) for each in later.salary] == ["2020-12", "2025-05"]
    assert [str(each.months.last) for each in later.insurance] == ["1999-12", "2025-05"]


def test_an_earlier_month_leaves_the_career_as_it_is() -> None:
    of = dossier()
    earlier = vary(of, Variation(leave_month=YearMonth(2024, 2)))
    assert earlier.career == of.career
    assert earlier.leave_on == date(2024, 2, 1)


def test_the_recorded_day_stays_in_its_own_month() -> None:
    of = replace(dossier(), leave_on=date(2024, 11, 15))
    assert vary(of, Variation(leave_month=YearMonth(2024, 11))).leave_on == date(2024, 11, 15)


def test_another_coefficient_counts_in_the_period_that_ends_the_career() -> None:
    of = dossier(salary=(pay("2010-01", "2020-12", "2.67"), pay("2021-01", "2024-10", "3.00")))
    varied = vary(of, Variation(coefficient=Fraction("3.33")))
    assert [each.coefficient for each in varied.career.salary] == [Fraction("2.67"), Fraction("3.33")]
    assert of.career.salary[-1].coefficient == 3


def test_an_assumed_base_salary_says_that_it_is_assumed() -> None:
    assumed = AssumedBaseSalary(YearMonth(2024, 1), Dong(3_000_000))
    tried = simulate(dossier(), None, CENTRAL, Variation(base_salary=assumed))
    ordinary = simulate(dossier(), None, CENTRAL, Variation())
    step = tried.support.computations[0].step("base_salary.2024-01")
    assert step is not None
    assert (step.value, step.citation) == (3_000_000, ASSUMED)
    assert tried.support.amount is not None
    assert ordinary.support.amount is not None
    assert tried.support.amount > ordinary.support.amount


def test_a_pack_that_rests_on_another_is_tried_with_the_same_base_salary() -> None:
    top_up = toy_text([], [component("c", "60% * amount_of(nd29-2023.total)")])
    text = top_up.replace("kind: central", "kind: city\nneeds: [nd29-2023]")
    pack = load_pack(text.encode(), "toy.yaml", CENTRAL)
    tried = Variation(base_salary=AssumedBaseSalary(YearMonth(2024, 1), Dong(3_000_000)))
    beside = simulate(dossier(), None, (*CENTRAL, pack), tried).support.computations[1]
    alone = simulate(dossier(), None, (pack,), tried).support.computations[0]
    assert alone.total == beside.total
    assert alone.total != simulate(dossier(), None, (pack,), Variation()).support.amount


def test_the_strip_tries_the_same_base_salary_in_every_month() -> None:
    of, tried = dossier(), Variation(base_salary=AssumedBaseSalary(YearMonth(2024, 1), Dong(3_000_000)))
    months = MonthSpan(YearMonth(2024, 10), YearMonth(2024, 11))
    answers = months_ahead(of, None, CENTRAL, tried, months)
    single = (simulate(of, None, CENTRAL, replace(tried, leave_month=month)).support for month in months)
    assert [each.amount for each in answers] == [each.amount for each in single]


def test_the_packs_are_left_as_they_are() -> None:
    before = CENTRAL[0].base_salary
    simulate(dossier(), None, CENTRAL, Variation(base_salary=AssumedBaseSalary(YearMonth(2024, 1), Dong(1))))
    assert CENTRAL[0].base_salary is before


def test_the_base_salary_in_force_is_told_with_its_first_month() -> None:
    assert base_salary_held(CENTRAL, YearMonth(2024, 10)) == AssumedBaseSalary(YearMonth(2024, 7), Dong(2_340_000))
    assert base_salary_held(CENTRAL, YearMonth(2001, 1)) is None


def test_the_strip_stays_within_what_the_packs_cover() -> None:
    span = months_around(CENTRAL, YearMonth(2024, 11))
    assert (str(span.first), str(span.last)) == ("2023-07", "2025-06")
    assert str(months_around(USUAL, YearMonth(2024, 11)).last) == "2027-11"


def test_a_month_outside_all_packs_is_still_looked_at() -> None:
    assert YearMonth(2030, 1) in months_around(CENTRAL, YearMonth(2030, 1))


def strip(packs: tuple[PolicyPack, ...]) -> tuple[MonthAnswer, ...]:
    of = dossier()
    assert of.leave_month
    return months_ahead(of, None, packs, Variation(), MonthSpan(YearMonth(2024, 8), YearMonth(2025, 8)))


def test_each_flip_is_named_with_its_month_and_its_reason() -> None:
    points = turning_points(strip(CENTRAL))
    assert (str(points[-1].month), points[-1].turn) == ("2025-07", Turn.LOST)
    said = turning_sentence(points[-1])
    assert said.startswith("Từ tháng 07/2025: không còn đủ điều kiện theo Nghị định 29/2023/NĐ-CP.")
    assert "15/06/2025" in said


def test_months_between_two_flips_are_all_alike() -> None:
    answers = strip(USUAL)
    flips = {each.month for each in turning_points(answers)}
    for before, after in pairwise(answers):
        if after.month not in flips:
            assert [each.standing for each in before.answers] == [each.standing for each in after.answers]
            assert [each.case for each in before.answers] == [each.case for each in after.answers]


def answer(standing: Standing, case: str = "") -> MonthAnswer:
    told = PolicyAnswer("toy", "Luật mẫu", standing, None, case, ("Lý do.",))
    return MonthAnswer(YearMonth(2024, 1), None, (told,))


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (Standing.NOT_ELIGIBLE, Standing.OPEN, Turn.GAINED),
        (Standing.OPEN, Standing.NOT_COVERED, Turn.LOST),
        (Standing.UNDETERMINED, Standing.GRANTED, Turn.DETERMINED),
        (Standing.GRANTED, Standing.UNDETERMINED, Turn.OTHER_REASON),
        (Standing.NOT_ELIGIBLE, Standing.NOT_COVERED, Turn.OTHER_REASON),
    ],
)
def test_not_being_able_to_say_is_no_loss(before: Standing, after: Standing, turn: Turn) -> None:
    (point,) = turning_points((answer(before), answer(after)))
    assert point.turn is turn
    assert "01/2024" in turning_sentence(point)
    assert ("không còn đủ điều kiện" in turning_sentence(point)) == (turn is Turn.LOST)


def test_another_case_of_the_same_law_is_a_flip() -> None:
    (point,) = turning_points((answer(Standing.GRANTED, "Khoản 1"), answer(Standing.GRANTED, "Khoản 2")))
    assert point.turn is Turn.OTHER_CASE
    assert "Khoản 2" in turning_sentence(point)


def test_what_is_open_is_said_and_never_a_number() -> None:
    open_month = strip(USUAL)[3].answers[1]
    assert open_month.standing is Standing.OPEN
    assert open_month.amount is None
    assert "Chưa có số liệu: Điều 3 Nghị quyết 07/2024/NQ-HĐND." in reason_sentence(open_month)


class Stopped(Exception):
    """Somebody asked to stop."""


def test_the_walk_along_the_months_can_be_stopped() -> None:
    seen: list[int] = []

    def look() -> None:
        seen.append(len(seen))
        if len(seen) > 2:
            raise Stopped

    of = dossier()
    with pytest.raises(Stopped):
        months_ahead(of, None, CENTRAL, Variation(), MonthSpan(YearMonth(2024, 1), YearMonth(2024, 12)), look)
    assert len(seen) == 3

"""The shipped packs against the law's own tables, from decree to decree, and their golden cases as a whole."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

import pytest

from desktop.domain.dossiers import Dossier, EarlierPayment, Group, Route
from desktop.domain.money import Dong
from desktop.domain.months import YearMonth
from desktop.domain.people import Sex
from desktop.rules.evaluate import compute
from desktop.rules.examples import dossier_of
from desktop.rules.pack import load_pack
from desktop.rules.pack_file import PackKind
from desktop.rules.policy import PolicyPack
from desktop.rules.quantities.retirement import pension_month, retirement_age
from desktop.rules.trace import Computation, Provenance
from tests.rules.records import ROOT, dossier, insured, pay
from tests.rules.test_quantities import SEX, appendix_rows

POLICIES = sorted((ROOT / "resources" / "policies").glob("*.yaml"))
NAMES = [path.stem for path in POLICIES]
LAST_OF_ND29 = date(2025, 6, 15)
BASE_SALARIES = ((2019, 1_490_000), (2023, 1_800_000), (2024, 2_340_000), (2026, 2_530_000))
"""Each from 1 July of the year."""


@cache
def pack(name: str) -> PolicyPack:
    path = ROOT / "resources" / "policies" / f"{name}.yaml"
    return load_pack(path.read_bytes(), path.name)


@cache
def answers(name: str) -> tuple[Computation, ...]:
    """Return what a pack answers for each of its golden cases."""
    examples = pack(name).examples
    return tuple(compute(pack(name), dossier_of(each.record), approved_on=each.record.approved_on) for each in examples)


def lowered_by(of: PolicyPack) -> int:
    months = {case.lowered_by for case in of.cases} - {""}
    figures = [figure.value for name in months for figure in of.parameters[name].figures]
    assert all(isinstance(value, Fraction) for value in figures)
    return int(Fraction(str(figures[0]))) if figures else 60


@pytest.mark.parametrize("name", NAMES)
def test_each_roadmap_gives_every_row_of_both_appendices(name: str) -> None:
    table = pack(name).roadmap
    assert table is not None
    for appendix, _, row in appendix_rows():
        less = lowered_by(pack(name)) if appendix == "II" else 0
        birth, sex = YearMonth.parse(row["birth_month_from"]), SEX[row["sex"]]
        age = 12 * int(row["retirement_age_years"]) + int(row["retirement_age_months"])
        assert retirement_age(birth, sex, table.content, less) == age, (appendix, row)
        offset = row["pension_month"].removeprefix("birth+").removesuffix(" months")
        printed = birth + int(offset) if "birth" in row["pension_month"] else YearMonth.parse(offset)
        assert pension_month(birth, sex, table.content, less) == printed, (appendix, row)


@pytest.mark.parametrize("name", NAMES)
def test_base_salaries_are_those_of_the_decrees(name: str) -> None:
    found = tuple((figure.first, figure.value) for figure in pack(name).base_salary_sources)
    history = tuple((date(year, 7, 1), Fraction(amount)) for year, amount in BASE_SALARIES)
    last = pack(name).effective_to
    assert found == tuple(row for row in history if last is None or last >= row[0])
    assert all(figure.provenance is Provenance.VERIFIED for figure in pack(name).base_salary_sources)


def leaving(day: date, group: Group = Group.DOWNSIZING) -> Dossier:
    """A man with 24 or 25 months to his pension and twenty years of service, on every day of that summer."""
    record = dossier(Sex.MALE, "1965-08-10", salary=(pay("2018-01", "2025-12", "4.00"),), group=group)
    career = replace(record.career, insurance=(insured("2005-05", "2025-12"),))
    return replace(record, leave_on=day, career=career)


def test_one_decree_and_only_one_covers_each_day_of_leaving() -> None:
    day = date(2025, 5, 20)
    while day < date(2025, 7, 20):
        record = leaving(day)
        covered = {name: compute(pack(name), record).applies for name in ("nd29-2023", "nd154-2025")}
        assert covered == {"nd29-2023": day <= LAST_OF_ND29, "nd154-2025": day > LAST_OF_ND29}, day
        day += timedelta(days=1)


def test_the_last_day_and_the_first_day_pay_by_their_own_decree() -> None:
    last, first = leaving(LAST_OF_ND29), leaving(LAST_OF_ND29 + timedelta(days=1))
    average = Fraction(4 * (37 * 1_490_000 + 12 * 1_800_000 + 11 * 2_340_000), 60)
    assert compute(pack("nd29-2023"), last).total == round(average * (3 * 2 + 5 + Fraction(1, 4)))
    assert compute(pack("nd154-2025"), first).total == 4 * 2_340_000 * (5 * 2 + 5) + 4 * 2_340_000 // 4


def test_cases_settled_under_the_old_decree_and_unpaid_are_computed_anew() -> None:
    record = leaving(LAST_OF_ND29, Group.TRANSITIONAL)
    old, new = compute(pack("nd29-2023"), record), compute(pack("nd154-2025"), record)
    assert old.total is not None
    assert new.total == 4 * 2_340_000 * (5 * 2 + 5) + 4 * 2_340_000 // 4
    assert new.step("case").value == "article_6_2"  # type: ignore[union-attr]
    paid = replace(record, earlier_payments=(EarlierPayment("nd29-2023", old.total),))
    difference = compute(pack("nd154-2025"), paid)
    assert difference.step("case").value == "difference_6_2"  # type: ignore[union-attr]
    assert difference.total == new.total - old.total


def test_what_was_paid_under_another_policy_is_not_taken_off() -> None:
    record = leaving(LAST_OF_ND29, Group.TRANSITIONAL)
    other = replace(record, earlier_payments=(EarlierPayment("hcmc-nq50-2024", Dong(5_000_000)),))
    assert compute(pack("nd154-2025"), other).total == compute(pack("nd154-2025"), record).total


def test_people_of_the_new_decree_are_no_transitional_cases() -> None:
    found = compute(pack("nd154-2025"), leaving(LAST_OF_ND29 + timedelta(days=1), Group.TRANSITIONAL))
    assert not found.applies
    assert "thời gian áp dụng" in found.conditions[0].reason


@pytest.mark.parametrize("name", NAMES)
def test_golden_cases_reach_every_case(name: str) -> None:
    seen = {step.value for found in answers(name) if (step := found.step("case"))}
    assert seen == {case.id for case in pack(name).cases}


ONLY_CHOSEN = {
    "nd29-2023": {"two_years_early"},
    "nd154-2025": {"two_years_early"},
}
"""Conditions that `when` of their cases answers already: who fails them comes under another case."""


@pytest.mark.parametrize("name", NAMES)
def test_golden_cases_give_every_reason_for_yes_and_no(name: str) -> None:
    listed = {rule.id for case in pack(name).cases for rule in case.conditions}
    given = {condition.id: set() for condition in _conditions(name)}
    for condition in _conditions(name):
        given[condition.id].add(condition.holds)
    assert {each for each in listed if True in given.get(each, ())} == listed
    assert {each for each in listed if False in given.get(each, ())} == listed - ONLY_CHOSEN.get(name, set())


def _conditions(name: str) -> list:  # type: ignore[type-arg]
    return [condition for found in answers(name) for condition in found.conditions]


@pytest.mark.parametrize("name", NAMES)
def test_golden_cases_meet_both_sexes_and_every_group_excluded(name: str) -> None:
    records = [example.record for example in pack(name).examples]
    assert {record.sex for record in records} == set(Sex)
    excluded = {each.group for each in pack(name).exclusions}
    assert excluded <= {record.group for record in records}
    for found in answers(name):
        for condition in found.conditions:
            assert condition.reason.strip(), found


@pytest.mark.parametrize("name", NAMES)
def test_golden_cases_reach_every_open_figure(name: str) -> None:
    reached = {value.parameter for found in answers(name) for value in found.open_values}
    assert reached == {value.parameter for value in pack(name).open_parameters()}
    assert all(found.total is None for found in answers(name) if found.open_values)


@pytest.mark.parametrize(
    ("name", "months"),
    [
        ("nd29-2023", {23, 24, 25, 30, 31, 60, 61, 120, 121}),
        ("nd154-2025", {23, 24, 25, 30, 31, 60, 61}),
        ("hcmc-nq50-2024", {23, 24, 31, 61, 120, 121}),
    ],
)
def test_golden_cases_stand_on_each_side_of_the_limits(name: str, months: set[int]) -> None:
    early = {step.value for found in answers(name) if (step := found.step("early_months"))}
    insured_for = {step.value for found in answers(name) if (step := found.step("insured_months"))}
    assert months <= early
    assert {179, 180, 239, 240} <= insured_for


def test_only_practice_holds_invented_figures_and_press_figures_stay_reported() -> None:
    for name in NAMES:
        figures = [figure for each in pack(name).parameters.values() for figure in each.figures]
        invented = {figure.provenance for figure in figures} & {Provenance.INVENTED}
        assert bool(invented) is (pack(name).kind is PackKind.PRACTICE)
    own = [
        figure.provenance
        for each in pack("nd154-2025").parameters.values()
        for figure in each.figures
        if "154/2025" in figure.citation.document
    ]
    assert set(own) == {Provenance.REPORTED, Provenance.DERIVED, Provenance.OPEN}


def test_recalled_figures_warn_whoever_gets_an_amount_by_them() -> None:
    record = leaving(LAST_OF_ND29)
    moved = compute(pack("nd29-2023"), replace(record, route=Route.TRANSFER))
    assert moved.total is not None
    assert {item.provenance for item in moved.components} == {Provenance.RECALLED}
    warned = [warning for warning in moved.warnings if "Điều 6" in warning]
    assert len(warned) == 2


def test_contract_pay_stands_for_the_rank_and_others_read_as_before() -> None:
    usual = compute(pack("nd154-2025"), leaving(date(2025, 7, 1))).step("current_salary")
    assert usual is not None
    assert usual.formula.endswith("+ chênh lệch bảo lưu] × mức lương cơ sở")
    assert "hợp đồng" not in usual.formula
    row = replace(pay("2018-01", "2025-12", "0", position_allowance="0.5"), contract_pay=Dong(8_000_000))
    record = leaving(date(2025, 7, 1))
    contract = replace(record, career=replace(record.career, salary=(row,)))
    paid = compute(pack("nd154-2025"), contract).step("current_salary")
    assert paid is not None
    assert paid.value == 8_000_000 + 2_340_000 // 2
    assert "lương theo hợp đồng" in paid.formula
    assert "hệ số lương" not in paid.formula

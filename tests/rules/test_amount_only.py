"""The amount alone and the amount with its trace are the same, over made-up people and laws."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.careers import Attendance
from desktop.domain.dossiers import Dossier, EarlierPayment, Group, Route
from desktop.domain.money import Dong
from desktop.domain.people import Sex
from desktop.rules.amount_only import amount
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from tests.rules.records import ROOT, dossier, insured, pay, true_people
from tests.rules.toy import component, parameter, toy_text

POLICIES = ROOT / "resources" / "policies"
CENTRAL = load_pack((POLICIES / "nd29-2023.yaml").read_bytes(), "nd29-2023.yaml")
FORMULAS = (
    "k * pay * early_years",
    "min(0.5 * early_months, 12) * pay",
    "tiered(insured_years; 10: 0.5, 30: 1, then 2) * pay",
    "band(early_months; 12: 1, 24: 2, else: 4) * average",
    'if(sex = \\"female\\", 2, 1) * pay / early_months',
    "max(amount_of(nd29-2023.total), 3 * pay)",
    'if(eligible_for(\\"nd29-2023\\"), 2, 1) * whole',
    'max(6 * pay - already_paid(\\"old\\"), 0)',
    "years(early_months_by(12), thirds) * 2 * pay",
    "if(approved_on < leave_on, halved, pay) * 2",
    "base_salary_on(approved_on) * 2 * hazardous_months",
    "age_on(leave_on) * pay / 100",
    "unknown * pay",
)
BASES = """\
  - id: average
    label: Bình quân
    items: [rank, position, seniority, reserved, beyond_frame]
    over: last_months
    months: n
    cite: {document: toy_law}
    provenance: verified
  - id: whole
    label: Cả quá trình
    items: [rank, {item: public_service, percent_of: [rank, position]}, contract_pay]
    over: whole_period
    sick_leave: month_before_leave
    unpaid_leave: left_out
    rounding: {to: 10}
    cite: {document: toy_law}
    provenance: verified
values:
  - id: halved
    label: Nửa
    unit: dong/month
    formula: pay / 2
    rounding: {to: 7, mode: down}
    cite: {document: toy_law}
"""


def law(formula: str) -> PolicyPack:
    opened = parameter("unknown", "months", "", "open")
    parameters = [parameter("k", "months/year", "3"), parameter("n", "months", "60"), opened]
    items = [
        component("first", formula),
        component("second", "first / 3", "when: early_months > 24"),
        component("third", "k * pay * early_years + 2 * (average + whole + halved)", "rounding: {to: 100, mode: up}"),
        component("fourth", "if(early_months > 999, unknown, 0) * pay"),
    ]
    needs = "nd29-2023" in formula
    text = toy_text(parameters, items, '"clamp(total, 2 * pay, 90 * pay)"').replace("groups:\n", f"{BASES}groups:\n", 1)
    text = text.replace("- {from: 2000-01-01, value: 1000", "- {from: 1990-01-01, value: 1000")
    if needs:
        text = text.replace("kind: central", "kind: city\nneeds: [nd29-2023]")
    return load_pack(text.encode(), "toy.yaml", (CENTRAL,) if needs else ())


LAWS = tuple(law(formula) for formula in FORMULAS)
RATIOS = st.fractions(0, 12, max_denominator=99)


@st.composite
def people(draw: st.DrawFn) -> Dossier:
    begun, changed = draw(st.integers(1990, 2014)), draw(st.integers(2015, 2023))
    until, since = draw(st.integers(1, 9)), draw(st.integers(1, 12))
    first = pay(f"{begun}-03", f"{changed}-0{until}", str(draw(RATIOS)), seniority=str(draw(RATIOS)))
    second = replace(
        pay(f"{changed}-{since:02d}", "2026-12", str(draw(RATIOS)), public_service=str(draw(RATIOS))),
        contract_pay=draw(st.none() | st.integers(0, 9_000).map(Dong)),
        attendance=draw(st.sampled_from(Attendance)),
        position_allowance=draw(RATIOS),
    )
    rows = draw(st.lists(st.integers(1990, 2023), max_size=3))
    record = dossier(
        draw(st.sampled_from(Sex)),
        draw(st.sampled_from(["1965-06-03", "1966", "1970-02", "1968-12-31"])),
        draw(st.dates(date(2021, 1, 1), date(2027, 12, 31))).isoformat(),
        draw(st.sampled_from([(first, second), (second,), (second, first), ()])),
        tuple(insured(f"{year}-01", f"{year + 3}-05", hazardous=year % 2 == 0) for year in rows),
        draw(st.sampled_from(Group)),
        draw(st.sampled_from(Route)),
    )
    paid = draw(st.lists(st.builds(EarlierPayment, st.sampled_from(["old", "other"]), st.integers(0, 9**6).map(Dong))))
    return replace(record, earlier_payments=tuple(paid))


@settings(max_examples=80, deadline=None)
@given(people(), st.sampled_from(LAWS), st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)))
def test_over_made_up_people_and_laws(record: Dossier, pack: PolicyPack, approved_on: date | None) -> None:
    record = record if record.group is not Group.VOLUNTARY else replace(record, group=Group.DOWNSIZING)
    assert amount(pack, record, approved_on=approved_on) == compute(pack, record, approved_on=approved_on).total


@pytest.mark.parametrize("number", range(len(FORMULAS)), ids=FORMULAS)
def test_each_law_pays_somebody_or_says_that_it_is_open(number: int) -> None:
    """Keeps the laws above from being refused for everybody, which would compare nothing."""
    record = dossier(salary=(pay("1993-01", "2024-10", "3.33", position_allowance="0.4"),))
    found = compute(LAWS[number], record, approved_on=date(2024, 10, 1))
    assert (found.total is None) == ("unknown" in FORMULAS[number])
    assert found.total == amount(LAWS[number], record, approved_on=date(2024, 10, 1))


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*.yaml")), ids=lambda path: path.stem)
def test_over_the_shipped_packs(path: Path) -> None:
    pack = load_pack(path.read_bytes(), path.name, (CENTRAL,))
    for record, _ in true_people():
        assert amount(pack, record) == compute(pack, record).total


def test_stated_amounts_and_packs_given_later() -> None:
    pack = LAWS[FORMULAS.index("max(amount_of(nd29-2023.total), 3 * pay)")]
    record = dossier(salary=(pay("1993-01", "2024-10", "3.33"),))
    stated = {"nd29-2023.total": Dong(40_000)}
    found = compute(pack, record, stated=stated)
    assert found.total == amount(pack, record, stated=stated)
    assert found.step("first").value == Fraction(40_000)  # type: ignore[union-attr]
    assert amount(pack, record, others=(CENTRAL,)) == compute(pack, record, others=(CENTRAL,)).total

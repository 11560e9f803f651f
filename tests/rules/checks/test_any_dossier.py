"""Whatever is typed, the checks answer: no crash, stable keys, gaps and overlaps counted right."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.careers import Career, CashedBenefit, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate, Precision
from desktop.domain.dossiers import Declared, Dossier, EarlierPayment, Group, Route
from desktop.domain.evidence import EvidencePin, Rectangle
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.payments import Grant, Payment, Spending
from desktop.domain.people import BirthBasis, ManagementLevel, Person, Sex
from desktop.rules.checks.catalogue import placeholders
from desktop.rules.checks.engine import check_dossier, has_entry_error, is_complete
from desktop.rules.checks.law_tables import tables_of
from desktop.rules.checks.of_packs import catalogue_of, settings_of
from desktop.rules.own_checks import compute_and_check
from tests.rules.checks.situations import APPROVAL, CATALOGUE, DOSSIER, ND29, NEIGHBOUR, around, found, person

_DAYS = st.dates()
_MONTHS = st.builds(YearMonth, st.integers(1900, 2200), st.integers(1, 12))
_SPANS = st.tuples(_MONTHS, _MONTHS).map(lambda pair: MonthSpan(min(pair), max(pair)))
_BIRTHS = st.builds(BirthDate, st.dates(date(1940, 1, 1), date(2030, 1, 1)) | _DAYS, st.sampled_from(Precision))
_RATIOS = st.fractions(-10, 10, max_denominator=100)
_DIGITS = st.text("0123456789", min_size=12, max_size=12)
_PEOPLE = st.builds(
    Person,
    full_name=st.text(max_size=20),
    sex=st.none() | st.sampled_from(Sex),
    birth=st.none() | _BIRTHS,
    citizen_id=st.text(max_size=13) | _DIGITS,
    birth_on_file=st.none() | _BIRTHS,
    birth_basis=st.sampled_from(BirthBasis),
    insurance_number=st.text(max_size=11),
    management_level=st.none() | st.sampled_from(ManagementLevel),
)
_MONEY = st.none() | st.integers(-(10**6), 10**12).map(Dong)
_PAY = st.builds(
    SalaryPeriod,
    _SPANS,
    _RATIOS,
    beyond_frame=_RATIOS,
    seniority=_RATIOS,
    step=st.none() | st.integers(-1, 20),
    public_service=_RATIOS,
    contract_pay=_MONEY,
    seniority_amount=_MONEY,
    other_allowance=_RATIOS,
    other_allowance_name=st.text(max_size=5),
    base_salary=_MONEY,
)
_INSURED = st.builds(
    InsurancePeriod,
    _SPANS,
    compulsory=st.booleans(),
    cashed=st.booleans(),
    hazardous=st.booleans(),
    cashed_as=st.none() | st.sampled_from(CashedBenefit),
)
_CAREERS = st.builds(
    Career,
    rank=st.sampled_from(("", "A1", "b", "lạ")),
    salary=st.lists(_PAY, max_size=3).map(tuple),
    insurance=st.lists(_INSURED, max_size=4).map(tuple),
)
_NUMBERS = st.none() | st.integers(-5, 900)
_PAYMENTS = st.builds(
    EarlierPayment, st.sampled_from(("NQ 27/2019", "khác", "")), st.integers(-5, 10**9).map(Dong), st.none() | _DAYS
)
_TYPED_DAYS = st.dates(date(1940, 1, 1), date(2030, 1, 1)) | _DAYS
_WHOLE_PAGE = Rectangle(Fraction(0), Fraction(0), Fraction(1), Fraction(1))
_PINS = st.sampled_from(("", "x", "2024-11-01")).map(
    lambda reads: EvidencePin("d9", "leave_on", "a" * 64, 1, _WHOLE_PAGE, reads)
)
_DOSSIERS = st.builds(
    Dossier,
    id=st.just("d9"),
    round_id=st.just("r1"),
    ordinal=st.integers(1, 99),
    person=_PEOPLE,
    group=st.none() | st.sampled_from(Group),
    route=st.none() | st.sampled_from(Route),
    leave_on=st.none() | _TYPED_DAYS,
    career=_CAREERS,
    approval_id=st.sampled_from((None, APPROVAL.id, "none")),
    declared=st.builds(Declared, insured_months=_NUMBERS, early_months=_NUMBERS, monthly_salary=_MONEY, amount=_MONEY),
    reason=st.sampled_from(("", "organisational_review", "lạ")),
    obstacles=st.lists(st.sampled_from(("pregnancy", "lạ")), max_size=2, unique=True).map(tuple),
    claims_lower_age=st.booleans(),
    reduced_capacity=st.booleans(),
    assessed_month=st.none() | _MONTHS,
    earlier_payments=st.lists(_PAYMENTS, max_size=2).map(tuple),
    pins=st.lists(_PINS, max_size=2).map(tuple),
)

_UNDER_ND29 = replace(
    around(),
    catalogue=catalogue_of(CATALOGUE, (ND29,)),
    settings=settings_of((ND29,)),
    tables=tables_of((ND29,)),
    opinions={},
    spending=Spending({"d9": Grant("d9", Dong(1), date(2024, 1, 1))}, (Payment("d9", Dong(2), date(2023, 1, 1)),)),
)


@given(_DOSSIERS)
@settings(max_examples=150, deadline=None)
def test_every_dossier_gets_an_answer_that_can_be_read(dossier: Dossier) -> None:
    answer, failed = compute_and_check(ND29, dossier)
    context = replace(_UNDER_ND29, dossiers=(DOSSIER, NEIGHBOUR, dossier))
    around_it = context.computed_anew({dossier.id: (answer,)}, {dossier.id: failed})
    findings = check_dossier(dossier, around_it)
    own = [each for each in findings if each.subject == dossier.id]
    assert has_entry_error(dossier, around_it) is not is_complete(own, around_it.catalogue)
    assert len({finding.key for finding in findings}) == len(findings)
    for finding in findings:
        entered = "".join(str(value) for value in finding.params.values())
        if not placeholders(entered):
            assert not placeholders(context.catalogue.message(finding) + context.catalogue.fix(finding))


@given(st.integers(1900, 2099), st.sampled_from(Sex), st.integers(0, 999), st.integers(0, 999_999))
def test_a_number_made_by_the_rule_of_the_cards_agrees_with_sex_and_birth(
    year: int, sex: Sex, province: int, rest: int
) -> None:
    fourth = (year - 1900) // 100 * 2 + (sex is Sex.FEMALE)
    holder = person(
        citizen_id=f"{province:03d}{fourth}{year % 100:02d}{rest:06d}", sex=sex, birth=BirthDate(date(year, 5, 4))
    )
    context = around(holder)
    assert not found(context, "DD01")
    assert not found(context, "DD03")
    assert not found(context, "DD04")


@given(st.integers(1, 200), st.integers(1, 200), st.integers(1, 60))
def test_the_months_between_two_rows_are_counted(before: int, after: int, apart: int) -> None:
    first = YearMonth(1970, 1)
    rows = (_row(first, before), _row(first + before + apart, after))
    findings = found(around(replace(DOSSIER, career=replace(DOSSIER.career, insurance=rows))), "BH03")
    assert [(finding.params["k"], finding.detail) for finding in findings] == [
        (apart, f"{first + before}..{first + (before + apart - 1)}")
    ]


@given(st.integers(2, 200), st.integers(1, 200), st.data())
def test_rows_that_share_a_month_are_named_with_its_first(before: int, after: int, data: st.DataObject) -> None:
    first = YearMonth(1970, 1)
    shared = first + data.draw(st.integers(0, before - 1))
    rows = (_row(first, before), _row(shared, after))
    findings = found(around(replace(DOSSIER, career=replace(DOSSIER.career, insurance=rows))), "BH02")
    assert [finding.params for finding in findings] == [{"thang": shared.shown, "a": 1, "b": 2}]


def _row(first: YearMonth, months: int) -> InsurancePeriod:
    return InsurancePeriod(MonthSpan(first, first + months + -1))

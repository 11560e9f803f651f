"""What is written in the formats reads back equal, whatever it holds."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.approvals import Approval, ApprovalKind
from desktop.domain.careers import Attendance, Career, CashedBenefit, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate, Precision
from desktop.domain.dossiers import Declared, Dossier, EarlierPayment, Group, Route
from desktop.domain.errors import Refusal
from desktop.domain.evidence import GRAIN, EvidencePin, Rectangle
from desktop.domain.findings import Justification
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.names import compose
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Person, Sex
from desktop.domain.rounds import PolicyRef
from desktop.rules.trace import Citation, ComponentAmount, Computation, Condition, OpenValue, Provenance, Step, Unit
from desktop.services.formats.exact import exact_text, value_of, value_part
from desktop.services.formats.record import ApprovalPart, RecordPart
from desktop.services.formats.records_in import approval_of, decode_record, dossier_of
from desktop.services.formats.records_out import approval_part, canonical, record_digest, record_part
from desktop.services.formats.result import ResultPart
from desktop.services.formats.results import computation_of, result_part

MANY = settings(max_examples=40, deadline=None)

texts = st.text(st.characters(codec="utf-8"), max_size=20)
composed = texts.map(compose)
identifiers = st.from_regex(r"[A-Za-z0-9._-]{1,64}", fullmatch=True)
digests = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
months = st.builds(YearMonth, st.integers(1900, 2200), st.integers(1, 12))
spans = st.tuples(months, months).map(lambda pair: MonthSpan(min(pair), max(pair)))
ratios = st.fractions(-1000, 1000, max_denominator=10_000)
counts = st.integers(-(2**53), 2**53)
amounts = st.integers(0, 10**15 - 1).map(Dong)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


@st.composite
def births(draw: st.DrawFn) -> BirthDate:
    precision = draw(st.sampled_from(Precision))
    day = draw(days)
    month = day.month if precision is not Precision.YEAR else 1
    return BirthDate(date(day.year, month, day.day if precision is Precision.DAY else 1), precision)


people = st.builds(
    Person,
    full_name=composed,
    sex=maybe(st.sampled_from(Sex)),
    birth=maybe(births()),
    citizen_id=texts,
    birth_on_file=maybe(births()),
    birth_basis=st.sampled_from(BirthBasis),
    birth_basis_reason=texts,
    insurance_number=texts,
    post=texts,
    workplace=texts,
    qualification=texts,
    employment=maybe(st.sampled_from(Employment)),
    management_level=maybe(st.sampled_from(ManagementLevel)),
    bank_account=texts,
    bank_name=texts,
)
salaries = st.builds(
    SalaryPeriod,
    spans,
    *(ratios,) * 5,
    step=maybe(st.integers(1, 99)),
    public_service=ratios,
    professional_incentive=ratios,
    professional_duty=ratios,
    contract_pay=maybe(amounts),
    seniority_amount=maybe(amounts),
    other_allowance=ratios,
    other_allowance_name=texts,
    attendance=st.sampled_from(Attendance),
    base_salary=maybe(amounts),
)
insured = st.builds(
    InsurancePeriod, spans, texts, *(st.booleans(),) * 4, cashed_as=maybe(st.sampled_from(CashedBenefit))
)
payments = st.builds(EarlierPayment, texts, amounts, maybe(days), texts, st.booleans())
careers = st.builds(
    Career,
    rank=texts,
    salary=st.lists(salaries, max_size=3).map(tuple),
    insurance=st.lists(insured, max_size=3).map(tuple),
    checked_against_book=st.booleans(),
)
approvals = st.builds(
    Approval,
    id=identifiers,
    round_id=st.just(""),
    number=texts,
    issued_on=maybe(days),
    issuer=texts,
    kind=st.sampled_from(ApprovalKind),
    summary=texts,
    attachments=st.lists(digests, max_size=2).map(tuple),
    proves=texts,
    to_check=texts,
)
places = st.tuples(*[st.integers(0, GRAIN - 1)] * 2, *[st.integers(1, GRAIN)] * 2).map(
    lambda four: Rectangle(
        *(Fraction(start, GRAIN) for start in four[:2]),
        *(Fraction(min(size, GRAIN - start), GRAIN) for start, size in zip(four[:2], four[2:], strict=True)),
    )
)
pins = st.builds(EvidencePin, st.just(""), texts, digests, st.integers(1, 100_000), places, texts)
dossiers = st.builds(
    Dossier,
    id=identifiers,
    round_id=st.just("r"),
    ordinal=counts,
    person=people,
    group=maybe(st.sampled_from(Group)),
    route=maybe(st.sampled_from(Route)),
    leave_on=maybe(days),
    career=careers,
    declared=st.builds(
        Declared,
        maybe(counts),
        maybe(ratios),
        maybe(ratios),
        maybe(counts),
        maybe(ratios),
        maybe(amounts),
        maybe(amounts),
    ),
    note=texts,
    reason=texts,
    obstacles=st.lists(texts, max_size=2).map(tuple),
    claims_lower_age=st.booleans(),
    reduced_capacity=st.booleans(),
    assessed_month=maybe(months),
    earlier_payments=st.lists(payments, max_size=2).map(tuple),
    justifications=st.lists(st.builds(Justification, texts, texts, texts, texts), max_size=2).map(tuple),
    revision=st.integers(1, 1000),
    papers=st.lists(identifiers, max_size=2).map(tuple),
    pins=st.lists(pins, max_size=2).map(tuple),
).map(lambda dossier: replace(dossier, pins=tuple(replace(pin, dossier_id=dossier.id) for pin in dossier.pins)))
citations = st.builds(Citation, texts, texts, texts, texts)
values = st.booleans() | counts | ratios | days | months | texts
computations = st.builds(
    Computation,
    policy=st.builds(PolicyRef, identifiers, texts, digests),
    title=texts,
    engine_version=texts,
    practice=st.booleans(),
    applies=st.booleans(),
    eligible=st.booleans(),
    conditions=st.lists(st.builds(Condition, texts, st.booleans(), texts, maybe(citations)), max_size=2).map(tuple),
    components=st.lists(
        st.builds(
            ComponentAmount, texts, texts, maybe(counts.map(Dong)), maybe(citations), st.sampled_from(Provenance)
        ),
        max_size=2,
    ).map(tuple),
    total=maybe(counts.map(Dong)),
    open_values=st.lists(st.builds(OpenValue, texts, texts, citations), max_size=2).map(tuple),
    missing=st.lists(texts, max_size=2).map(tuple),
    warnings=st.lists(texts, max_size=2).map(tuple),
    trace=st.lists(
        st.builds(
            Step,
            id=texts,
            label=texts,
            unit=st.sampled_from(Unit),
            value=maybe(values),
            shown=texts,
            formula=texts,
            substituted=texts,
            citation=maybe(citations),
            provenance=maybe(st.sampled_from(Provenance)),
            inputs=st.lists(texts, max_size=2).map(tuple),
            reason=texts,
        ),
        max_size=3,
    ).map(tuple),
)


@MANY
@given(dossiers, st.none() | approvals)
def test_a_dossier_comes_back_from_its_record(dossier: Dossier, approval: Approval | None) -> None:
    resting = replace(dossier, approval_id=approval.id if approval else None)
    text = canonical(record_part(resting, approval))
    record = decode_record(text)
    assert dossier_of(record, round_id="r") == resting
    assert (approval_of(record.approval) if record.approval else None) == approval
    assert canonical(record) == text


@MANY
@given(computations)
def test_a_computation_comes_back_from_its_result(computation: Computation) -> None:
    text = canonical(result_part(computation))
    assert computation_of(msgspec.json.decode(text, type=ResultPart)) == computation


@MANY
@given(approvals)
def test_an_approval_comes_back_from_its_part(approval: Approval) -> None:
    text = canonical(approval_part(approval))
    assert approval_of(msgspec.json.decode(text, type=ApprovalPart)) == approval


@MANY
@given(values)
def test_a_value_comes_back_with_its_kind(value: object) -> None:
    back = value_of(value_part(value))  # type: ignore[arg-type]  # the strategy draws what a step can hold
    assert back == value
    assert isinstance(back, bool) == isinstance(value, bool)


@MANY
@given(st.fractions())
def test_an_exact_number_is_written_without_loss(number: Fraction) -> None:
    assert Fraction(exact_text(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(333, 100), "3.33"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(63, 61), "63/61"),
        (Fraction(5), "5"),
        (Fraction(1, 8), "0.125"),
    ],
)
def test_a_decimal_is_written_where_it_is_exact(number: Fraction, text: str) -> None:
    assert exact_text(number) == text


def _record(**changed: object) -> dict[str, object]:
    return {"id": "p1", "person": {"full_name": "Vũ An"}, **changed}


@pytest.mark.parametrize(
    "record",
    [
        _record(unknown=1),
        _record(id=""),
        _record(id="dấu"),
        _record(revision=0),
        _record(leave_on="01/11/2024"),
        _record(leave_on="٢٠٢٤-١١-٠١"),
        _record(group="everybody"),
        _record(declared={"coefficient": 3.33}),
        _record(declared={"coefficient": "1/0"}),
        _record(person={}),
        _record(note="x" * 20_001),
        [],
    ],
)
def test_what_is_not_in_the_format_is_refused(record: object) -> None:
    with pytest.raises(Refusal) as refused:
        decode_record(msgspec.json.encode(record))
    assert refused.value.code == "format.record_invalid"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"id": "p1"'])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        decode_record(content)
    assert refused.value.code == "format.record_invalid"


def test_a_record_digest_depends_on_every_field() -> None:
    plain = msgspec.convert(_record(), RecordPart)
    assert record_digest(plain) == record_digest(decode_record(canonical(plain)))
    assert record_digest(plain) != record_digest(msgspec.structs.replace(plain, note=" "))


GOLDEN_RECORD = (Path(__file__).parents[2] / "golden" / "record-format-1.json").read_bytes()
GOLDEN_DIGEST = "4fd4ead44bff293e609f4d5fa0d96694f3c8e367de75b8c64e541914c6c06b06"


def test_a_record_of_the_first_release_keeps_its_text_and_digest() -> None:
    record = decode_record(GOLDEN_RECORD)
    assert canonical(record) == GOLDEN_RECORD
    assert record_digest(record) == GOLDEN_DIGEST
    assert record.approval is not None
    rebuilt = record_part(dossier_of(record), approval_of(record.approval))
    assert canonical(rebuilt) == GOLDEN_RECORD


def test_what_came_later_is_left_out_where_it_says_nothing_and_counts_where_it_says_something() -> None:
    dossier = dossier_of(decode_record(GOLDEN_RECORD))
    plain = record_part(dossier, None)
    for changed in (
        replace(dossier, reason="redundant_post"),
        replace(dossier, claims_lower_age=True),
        replace(dossier, declared=replace(dossier.declared, amount=Dong(0))),
        replace(dossier, earlier_payments=(EarlierPayment("", Dong(0)),)),
    ):
        part = record_part(changed, None)
        assert record_digest(part) != record_digest(plain)
        assert dossier_of(decode_record(canonical(part))) == replace(changed, approval_id=None)

"""The formula language: reading, units, exact values, words."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.formulas.checking import check
from desktop.rules.formulas.evaluation import evaluate
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.formulas.parser import MAX_TREE, parse
from desktop.rules.formulas.tree import names_in
from desktop.rules.formulas.units import CALENDAR_MONTH, DATE, DONG, FLAG, OF_UNIT, TEXT, Dimension
from desktop.rules.formulas.words import in_words
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.showing import REASONS
from desktop.rules.trace import Unit, Value

UNITS: dict[str, Dimension] = {
    "pay": OF_UNIT[Unit.DONG_PER_MONTH],
    "months": OF_UNIT[Unit.MONTHS],
    "years": OF_UNIT[Unit.YEARS],
    "rate": OF_UNIT[Unit.MONTHS_PER_YEAR],
    "share": OF_UNIT[Unit.RATIO],
    "money": DONG,
    "day": DATE,
    "start": CALENDAR_MONTH,
    "flag": FLAG,
    "sex": Dimension(TEXT.sort, choices=("male", "female")),
}
VALUES: dict[str, Value] = {
    "pay": Fraction(1000),
    "months": 26,
    "years": Fraction(5, 2),
    "rate": Fraction(3),
    "share": Fraction(1, 3),
    "money": Fraction(500),
    "day": date(2024, 11, 1),
    "start": YearMonth(2024, 11),
    "flag": True,
    "sex": "male",
}


def value(text: str) -> Value:
    return evaluate(parse(text), VALUES.__getitem__)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("12 / 4 / 3", 1),
        ("-2 * -3", 6),
        ("1 / 3 + 1 / 3 + 1 / 3", 1),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("50% * 8", 4),
        ("percent(25) * 8", 2),
        ("not 1 > 2 and flag", True),
        ("1 = 2 or 3 <> 4", True),
        ("true_ish", None),
        ("if(months > 24, 1, 2)", 1),
        ("clamp(5, 1, 3)", 3),
        ("band(months; 24: 1, 60: 2)", 2),
        ("tiered(25; 20: 5 flat, then 0.5)", Fraction(15, 2)),
        ("tiered(20; 20: 5 flat, then 0.5)", 5),
        ("tiered(0; 20: 5 flat, then 0.5)", 0),
        ("tiered(15; 10: 1, 20: 2)", 20),
        ("tiered(30; 10: 1, 20: 2)", 30),
        ("round_to(1234.5, 1, half_up)", 1235),
        ("round_to(1234.5, 100, down)", 1200),
        ("round_to(1234.5, 100, up)", 1300),
        ("start + 3", YearMonth(2025, 2)),
        ("start - month(2024, 7)", 4),
        ("months_between(month(2024, 7), day)", 4),
        ("max(day, date(2025, 6, 16))", date(2025, 6, 16)),
        ('sex = "male"', True),
    ],
)
def test_values(text: str, expected: Value | None) -> None:
    if expected is None:
        assert names_in(parse(text)) == (text,)
    else:
        assert value(text) == expected


def test_only_the_needed_branch_is_looked_up() -> None:
    asked: list[str] = []

    def look(name: str) -> Value:
        asked.append(name)
        return VALUES[name]

    evaluate(parse("if(flag, pay, money) * 1"), look)
    evaluate(parse("flag or months > 1"), look)
    assert asked == ["flag", "pay", "flag"]


@pytest.mark.parametrize("text", ["1 / (2 - 2)", "round_to(1, 0, up)"])
def test_division_by_zero_is_refused(text: str) -> None:
    with pytest.raises(Undetermined, match="division_by_zero"):
        value(text)


def test_a_value_beyond_the_last_band_is_refused() -> None:
    with pytest.raises(Undetermined, match="band_not_covered"):
        value("band(61; 24: 1, 60: 2)")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("rate * pay * years", DONG),
        ("3 * pay * years", DONG),
        ("pay * months", DONG),
        ("if(months <= 24, 12, 6) * pay", DONG),
        ("min(max(money, 6 * pay), 1000000)", DONG),
        ("share * money", DONG),
        ("money / 2 + 60% * money", DONG),
        ("tiered(years; 20: 5 flat, then 0.5) * pay", DONG),
        ("tiered(years; 20: rate) * pay", DONG),
        ("months_between(start, day) * pay", DONG),
        ("start + months >= month(2025, 1)", FLAG),
        ("months / years <= rate and not flag", FLAG),
        ('sex <> "female"', FLAG),
        ("day >= date(2025, 6, 16)", FLAG),
    ],
)
def test_units_that_fit(text: str, wanted: Dimension) -> None:
    check(parse(text), UNITS, wanted)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("money + months", "tháng", "đồng"),
        ("pay * years", "đồng·năm/tháng", "đồng"),
        ("pay * years * months", "đồng·năm", "đồng"),
        ("pay", "đồng/tháng", "đồng"),
        ("2 * pay + 3 * months", "tháng", "đồng/tháng"),
        ("3 * months", "tháng", "đồng"),
        ("share", "không có đơn vị", "đồng"),
        ("60% * pay", "đồng/tháng", "đồng"),
        ("if(months, 1, 2) * pay", "tháng", "đúng hoặc sai"),
        ("if(months > years, 1, 2) * pay", "tháng", "năm"),
        ("day * pay", "ngày", "số"),
        ("if(day > start, 1, 2) * pay", "ngày", "tháng lịch"),
        ("min(money, months)", "đồng", "tháng"),
        ("band(months; years: 1) * pay", "năm", "tháng"),
        ("sex", "chữ", "đồng"),
        ("flag + money", "đúng hoặc sai", "số"),
    ],
)
def test_units_that_do_not_fit_are_both_named(text: str, left: str, right: str) -> None:
    with pytest.raises(FormulaError) as refused:
        check(parse(text), UNITS, DONG)
    assert refused.value.code == "pack.unit_mismatch"
    assert {str(refused.value.params["found"]), str(refused.value.params["expected"])} == {left, right}


_NUMERIC = [name for name, unit in UNITS.items() if unit.sort == DONG.sort]


@given(st.sampled_from(_NUMERIC), st.sampled_from(_NUMERIC), st.sampled_from(["+", "-"]))
def test_mixed_sums_are_refused_and_equal_ones_are_not(left: str, right: str, sign: str) -> None:
    tree = parse(f"{left} {sign} {right}")
    if UNITS[left] == UNITS[right]:
        check(tree, UNITS, UNITS[left])
    else:
        with pytest.raises(FormulaError, match="unit_mismatch"):
            check(tree, UNITS, UNITS[left])


@given(st.sampled_from(_NUMERIC), st.sampled_from(_NUMERIC))
def test_multiplying_and_dividing_by_the_same_keeps_the_unit(left: str, right: str) -> None:
    check(parse(f"{left} * {right} / {right}"), UNITS, UNITS[left])


def test_a_choice_that_does_not_exist_is_refused() -> None:
    with pytest.raises(FormulaError) as refused:
        check(parse('sex = "femal"'), UNITS, FLAG)
    assert refused.value.code == "pack.unknown_choice"
    assert refused.value.params["expected"] == "male, female"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("1 +", 4),
        ("(1", 3),
        ("1 2", 3),
        ("a $ b", 3),
        ("min(1)", 1),
        ("if(a, b)", 1),
        ("date(2024, 2, 30)", 1),
        ("month(2024, 13)", 1),
        ("round_to(1, 2, sideways)", 16),
        ("band(x)", 7),
        ("tiered(x; then 2)", 16),
        ("max", 1),
        ("", 1),
        ('"open', 1),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(text: str, column: int) -> None:
    with pytest.raises(FormulaError) as refused:
        parse(text)
    assert refused.value.code == "pack.formula_syntax"
    assert refused.value.params["column"] == column
    assert refused.value.params["expected"]


@pytest.mark.parametrize("text", ["(" * 200 + "1" + ")" * 200, "1" + "+1" * 900, "9" * 40, "a" * 3000, "-" * 500 + "1"])
def test_formulas_are_bounded(text: str) -> None:
    with pytest.raises(FormulaError, match="formula_too_large"):
        parse(text)


def test_the_longest_chain_allowed_can_be_evaluated_and_worded() -> None:
    tree = parse("1" + "+1" * (MAX_TREE - 1))
    assert evaluate(tree, VALUES.__getitem__) == MAX_TREE
    assert in_words(tree, str).count("1") == MAX_TREE


@given(st.text(max_size=80))
def test_no_text_crashes_the_parser(text: str) -> None:
    refused = None
    try:
        parse(text)
    except FormulaError as error:
        refused = error
    assert refused is None or {"found", "expected"} <= refused.params.keys()


_NAMES = [*UNITS, "1", "0.5", '"male"', "month(2024, 7)"]
_SIGNS = ["+", "-", "*", "/", "(", ")", ",", ";", ":", "%", "<=", "=", "and", "or", "not", "then", "else", "flat", "up"]
_WORDS = st.sampled_from([*_NAMES, *_SIGNS, "if(", "min(", "band(", "tiered(", "round_to(", "months_between("])


@given(st.lists(_WORDS, max_size=14))
def test_what_passes_reading_and_units_can_be_evaluated(words: list[str]) -> None:
    try:
        tree = parse(" ".join(words))
        check(tree, UNITS, FLAG)
    except FormulaError:
        return
    in_words(tree, str)
    answer: object
    try:
        answer = evaluate(tree, VALUES.__getitem__)
    except Refusal as refused:
        answer = refused.code in REASONS or refused.code
    assert isinstance(answer, bool)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(a + b) * c", "(a + b) × c"),
        ("a - (b - c)", "a − (b − c)"),
        ("a / (b * c)", "a ÷ (b × c)"),
        ("a >= 2 and not b", "a ≥ 2 và không phải b"),
        ("if(a, 1, 0.5)", "(nếu a thì 1, nếu không thì 0,5)"),
        ("60% * a", "60% × a"),
        ("min(a, b)", "số nhỏ nhất trong (a; b)"),
        ("clamp(a, 1, 2)", "(a, không thấp hơn 1, không cao hơn 2)"),
        ("tiered(a; 20: 5 flat, then 0.5)", "(tính theo a: đến 20 được 5; mỗi đơn vị tiếp theo được 0,5)"),
        ("band(a; 24: 1, else: 2)", "(tính theo a: đến 24 được 1; mức còn lại 2)"),
        ("round_to(a, 1000, down)", "(a, làm tròn xuống theo 1000)"),
        ("a >= date(2025, 6, 16)", "a ≥ 16/06/2025"),
        ('a = "female"', "a = nữ"),
    ],
)
def test_formulas_in_words(text: str, words: str) -> None:
    assert in_words(parse(text), str) == words

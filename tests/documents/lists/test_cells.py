"""Parsers of single cells: every accepted form reads back, nothing crashes, nothing doubtful passes."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.documents.lists.cell_dates import DateFrame, parse_birth, parse_day, parse_leave, parse_month
from desktop.documents.lists.cell_numbers import parse_coefficient, parse_duration, parse_percent
from desktop.documents.lists.cell_texts import (
    parse_account,
    parse_case,
    parse_choice,
    parse_citizen_id,
    parse_insurance_number,
    parse_mark,
    parse_name,
    parse_text,
)
from desktop.documents.lists.faults import Answer, Correction, Reason
from desktop.documents.lists.values import BrokenCell, column_letter, column_number
from desktop.domain.dates import BirthDate, Precision
from desktop.domain.dossiers import Group, Route
from desktop.domain.months import YearMonth, format_months

FRAME = DateFrame(leave_year=2024)
PARSERS: tuple[Callable[[Any], Answer[Any]], ...] = (
    lambda value: parse_birth(value, FRAME),
    lambda value: parse_birth(value, DateFrame()),
    lambda value: parse_leave(value, FRAME),
    lambda value: parse_day(value, FRAME),
    lambda value: parse_month(value, FRAME),
    parse_coefficient,
    parse_percent,
    parse_duration,
    parse_name,
    parse_account,
    parse_citizen_id,
    parse_insurance_number,
    parse_case,
    lambda value: parse_choice("sex", value),
    parse_mark,
    parse_text,
)
days = some.dates(date(1930, 1, 1), date(2099, 12, 31))
recent = some.dates(date(2000, 1, 1), date(2079, 12, 31))
contents = some.one_of(
    some.none(),
    some.text(),
    some.text(alphabet="0123456789/-., năm tháng%"),
    some.integers(),
    some.floats(),
    some.booleans(),
    some.dates(),
    some.builds(BrokenCell, some.text()),
)


def _forms(day: date) -> tuple[object, ...]:
    return (
        day,
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f" {day.day} - {day.month} - {day.year} ",
        f"{day.day}.{day.month}.{day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        day.isoformat(),
        f"{day.isoformat()} 00:00:00",
        (day - date(1899, 12, 30)).days,
        float((day - date(1899, 12, 30)).days),
        str((day - date(1899, 12, 30)).days),
    )


@given(days, some.integers(0, 10))
def test_a_date_in_any_accepted_form_reads_back(day: date, form: int) -> None:
    written = _forms(day)[form]
    assert parse_day(written, FRAME).value == day
    assert parse_leave(written, FRAME).value == day
    assert parse_birth(written, FRAME).value == BirthDate(day)
    assert parse_month(written, FRAME).value == YearMonth.of(day)


@given(recent)
def test_a_short_year_of_a_leave_is_of_this_century_and_noted(day: date) -> None:
    answer = parse_leave(f"{day.day}/{day.month}/{day.year % 100:02d}", FRAME)
    assert (answer.value, answer.correction) == (day, Correction.CENTURY)


@given(some.dates(date(1925, 1, 1), date(2006, 12, 31)))
def test_a_short_birth_year_never_makes_a_child(day: date) -> None:
    value = parse_birth(f"{day.day}/{day.month}/{day.year % 100:02d}", FRAME).value
    assert value is None or (value.day.year % 100 == day.year % 100 and value.day.year <= 2006)
    if day.year >= 1907 and day.year < 2000 and day.year % 100 > 6:
        assert value == BirthDate(day)


def test_a_short_birth_year_without_anything_to_measure_it_by_is_not_guessed() -> None:
    assert parse_birth("21/8/67", DateFrame()).reason is Reason.CENTURY_UNKNOWN
    assert parse_birth("21/8/67", DateFrame(), century_hint=1967).value == BirthDate(date(1967, 8, 21))


@pytest.mark.parametrize("text", ["07/2024", "7/2024", "tháng 7 năm 2024", "T7/2024", "2024-07", "7-2024", "07.2024"])
def test_month_and_year_of_leaving_mean_the_first_of_the_month(text: str) -> None:
    answer = parse_leave(text, FRAME)
    assert (answer.value, answer.correction) == (date(2024, 7, 1), Correction.FIRST_OF_MONTH)
    assert parse_month(text, FRAME) == Answer(YearMonth(2024, 7))
    assert parse_day(text, FRAME).reason is Reason.DAY_NOT_GIVEN


@pytest.mark.parametrize(
    ("text", "precision"), [("06/1965", Precision.MONTH), ("1965", Precision.YEAR), (1965, Precision.YEAR)]
)
def test_a_birth_date_keeps_what_is_known_of_it(text: object, precision: Precision) -> None:
    value = parse_birth(text, FRAME).value  # type: ignore[arg-type]  # a cell's content
    assert value is not None
    assert (value.day.year, value.precision) == (1965, precision)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/02/2024", Reason.NO_SUCH_DAY),
        ("12/25/1970", Reason.NO_SUCH_DAY),
        ("00/01/2024", Reason.NO_SUCH_DAY),
        ("01/01/0204", Reason.DATE_IMPLAUSIBLE),
        ("khoảng 2024", Reason.DATE_UNREADABLE),
        ("đầu năm 2024", Reason.DATE_UNREADABLE),
        ("1/2", Reason.DATE_UNREADABLE),
        (20241101, Reason.DATE_UNREADABLE),
        (45000.5, Reason.DATE_UNREADABLE),
        (True, Reason.DATE_UNREADABLE),
    ],
)
def test_a_doubtful_date_has_a_reason(text: object, reason: Reason) -> None:
    answer = parse_day(text, FRAME)  # type: ignore[arg-type]  # a cell's content
    assert (answer.value, answer.reason) == (None, reason)


def test_day_numbers_of_an_old_macintosh_count_from_1904() -> None:
    assert parse_day(45597 - 1462, DateFrame(starts_in_1904=True)).value == date(2024, 11, 1)


@pytest.mark.parametrize("text", ["13/2018", "8/18", "nay", "2018", "31/02/2018", ""])
def test_a_doubtful_month_is_no_month(text: str) -> None:
    assert parse_month(text, FRAME).value is None


@given(contents)
def test_no_content_crashes_a_parser_and_none_gives_value_and_reason(content: Any) -> None:
    for parse in PARSERS:
        answer = parse(content)
        assert answer.value is None or answer.reason is None


@given(some.integers(0, 200_000))
def test_a_coefficient_reads_back_exactly_from_every_form(scaled: int) -> None:
    number = Fraction(scaled, 10_000)
    text = f"{scaled // 10_000}.{scaled % 10_000:04d}"
    for written in (text, text.replace(".", ","), f" {text} ", float(text)):
        assert parse_coefficient(written) == Answer(number)


def test_noise_of_single_precision_is_put_right_and_noted() -> None:
    assert parse_coefficient(3.3299999237060547) == Answer(Fraction(333, 100), Correction.BINARY_NOISE)
    assert parse_coefficient(0.1 + 0.2) == Answer(Fraction(3, 10))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("4.9.8", Reason.NUMBER_UNREADABLE),
        ("3,3,3", Reason.NUMBER_UNREADABLE),
        ("3.33 (bậc 4)", Reason.NUMBER_UNREADABLE),
        ("²", Reason.NUMBER_UNREADABLE),
        (float("nan"), Reason.NUMBER_UNREADABLE),
        (date(2024, 3, 3), Reason.NUMBER_UNREADABLE),
        ("3,12345", Reason.NUMBER_NOT_EXACT),
        (3.12345, Reason.NUMBER_NOT_EXACT),
        (333, Reason.NUMBER_IMPLAUSIBLE),
        ("-3,33", Reason.NUMBER_IMPLAUSIBLE),
    ],
)
def test_a_doubtful_coefficient_has_a_reason(value: Any, reason: Reason) -> None:
    answer = parse_coefficient(value)
    assert (answer.value, answer.reason) == (None, reason)


def test_percents_in_their_forms() -> None:
    assert parse_percent(5) == parse_percent("5") == parse_percent("5%") == parse_percent("5 %") == Answer(Fraction(5))
    assert parse_percent(0.05) == Answer(Fraction(5), Correction.PERCENT_FORMAT)
    assert parse_percent("-") == Answer()
    assert parse_percent(101).reason is Reason.NUMBER_IMPLAUSIBLE


@given(some.integers(0, 720))
def test_a_length_of_time_reads_back(months: int) -> None:
    years, odd = divmod(months, 12)
    for text in (f"{years} năm {odd:02d} tháng", f"{years} năm, {odd} tháng", f"{years}n{odd}t", format_months(months)):
        assert parse_duration(text) == Answer(months)


@pytest.mark.parametrize("text", ["khoảng 30 năm", "30", "31,5", "5 năm 14 tháng", "trên 20 năm", "31-05", "30 năm lẻ"])
def test_a_vague_length_of_time_is_not_exact(text: str) -> None:
    assert parse_duration(text).reason is Reason.DURATION_NOT_EXACT


def test_a_bare_number_of_months_is_understood_only_under_such_a_header() -> None:
    assert parse_duration(377, counts_months=True) == Answer(377)
    assert parse_duration(377).reason is Reason.DURATION_NOT_EXACT


@given(some.integers(10**9, 10**11 - 1))
def test_an_excel_number_has_lost_its_leading_zero(number: int) -> None:
    answer = parse_citizen_id(float(number))
    if number >= 10**10:
        assert answer == Answer(f"0{number}", Correction.LEADING_ZERO)
    else:
        assert answer.reason is Reason.CITIZEN_ID_DIGITS


def test_two_lost_zeros_are_restored_only_when_the_birth_year_agrees() -> None:
    birth = BirthDate(date(1967, 8, 21))
    assert parse_citizen_id(1067448363, (birth,)).value == "001067448363"
    assert parse_citizen_id(1068448363, (birth,)).value is None


@pytest.mark.parametrize("text", ["031 065 095 119", "031.065.095.119", "'031065095119", "031065-095119"])
def test_separators_in_a_citizen_id_are_taken_out(text: str) -> None:
    assert parse_citizen_id(text) == Answer("031065095119", Correction.SEPARATORS)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("03106773750", Reason.CITIZEN_ID_DIGITS),
        ("0310677375021", Reason.CITIZEN_ID_DIGITS),
        ("031067737", Reason.CITIZEN_ID_DIGITS),
        ("3.1067E+10", Reason.CITIZEN_ID_UNREADABLE),
        ("03106773750O", Reason.CITIZEN_ID_UNREADABLE),
        ("０３１０６７７３７５０２", Reason.CITIZEN_ID_UNREADABLE),
        (31067737502.5, Reason.CITIZEN_ID_UNREADABLE),
        (float("inf"), Reason.CITIZEN_ID_UNREADABLE),
    ],
)
def test_a_doubtful_citizen_id_has_a_reason(value: Any, reason: Reason) -> None:
    answer = parse_citizen_id(value)
    assert (answer.value, answer.reason) == (None, reason)


@pytest.mark.parametrize("value", ["Nguyễn Văn A2", "Nguyễn", "NguyÔn V¨n An", 5, "Nguyễn; An"])
def test_what_is_no_name_is_not_taken_for_one(value: Any) -> None:
    assert parse_name(value).reason is Reason.NOT_A_NAME


def test_names_get_their_written_form() -> None:
    assert parse_name("  DƯƠNG  ĐỨC THẮNG ") == Answer("Dương Đức Thắng", Correction.NAME_WRITTEN_FORM)
    assert parse_name("Dương Đức Thắng") == Answer("Dương Đức Thắng")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghỉ hưu trước tuổi", (Group.DOWNSIZING, Route.EARLY_RETIREMENT)),
        ("NGHỈ HƯU TRƯỚC TUỔI (Điều 5)", (Group.DOWNSIZING, Route.EARLY_RETIREMENT)),
        ("Nghỉ hưu trước tuổi theo Điều 5 Nghị định 29", (Group.DOWNSIZING, Route.EARLY_RETIREMENT)),
        ("Thôi việc ngay", (Group.DOWNSIZING, Route.SEVERANCE)),
        ("Tự nguyện nghỉ công tác trước tuổi", (Group.VOLUNTARY, Route.EARLY_RETIREMENT)),
    ],
)
def test_routes_by_their_wording(text: str, expected: tuple[Group, Route]) -> None:
    assert parse_case(text) == Answer(expected)


@pytest.mark.parametrize("text", ["Tự nguyện", "Nghỉ", "tự nguyện nghỉ hưu trước tuổi hoặc thôi việc ngay"])
def test_an_unclear_route_is_not_guessed(text: str) -> None:
    assert parse_case(text).reason is Reason.CASE_UNKNOWN


def test_marks() -> None:
    assert [parse_mark(each).value for each in ("x", "X", "có", 1, True, "không", 0, "", None, "-")] == [
        True, True, True, True, True, False, False, None, None, None,
    ]  # fmt: skip
    assert parse_mark("chưa rõ").reason is Reason.MARK_UNKNOWN


@given(some.integers(1, 16_384))
def test_column_letters_read_back(column: int) -> None:
    assert column_number(column_letter(column)) == column


def test_every_day_of_a_century_has_one_meaning() -> None:
    start = date(1930, 1, 1)
    for offset in range(0, 36_500, 97):
        day = start + timedelta(days=offset)
        assert parse_day(f"{day.day}/{day.month}/{day.year}", FRAME).value == day


def test_an_account_loses_what_stands_between_its_digits_alone() -> None:
    assert parse_account(" 0031 000-123.456 ") == Answer("0031000123456")
    assert parse_account("VA 0031 000") == Answer("VA 0031 000")
    assert parse_account(" ") == Answer()

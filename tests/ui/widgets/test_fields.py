"""Fields: what is typed is read, what cannot be read stays and is marked, Enter goes on."""

import calendar
from contextlib import suppress
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.dates import BirthDate
from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.months import YearMonth
from desktop.domain.people import Sex
from desktop.ui.widgets.edits import BirthEdit, ChoiceBox, DateEdit, MoneyEdit, MonthEdit, RatioEdit, TextEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.reading import LEAVING, read_birth, read_date, read_month
from desktop.ui.widgets.typed_edit import TypedEdit
from tests.ui.keyboard import type_text


@pytest.mark.parametrize("text", ["1/7/24", "01/07/2024", "1-7-2024", "1.7.24", "010724", "01072024", " 1 / 7 / 2024 "])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2024, 7, 1)


@pytest.mark.parametrize(
    "text", ["31/02/2024", "7/2024", "2024-07-01", "1/7/924", "hôm nay", "1/7", "0/1/2024", "１/７/２４"]
)
def test_a_day_is_never_guessed(text: str) -> None:
    with pytest.raises(Refusal, match=r"date\.unreadable"):
        read_date(text)


def test_a_month_is_its_first_day_only_where_that_is_allowed() -> None:
    assert read_date("7/2024", month_allowed=True) == date(2024, 7, 1)


@pytest.mark.parametrize(
    ("text", "stored"), [("6/1965", "1965-06"), ("1965", "1965"), ("3/6/65", "1965-06-03"), ("3/6/05", "2005-06-03")]
)
def test_a_birth_date_keeps_no_more_than_is_known(text: str, stored: str) -> None:
    assert read_birth(text, latest_year=2006) == BirthDate.parse(stored)


def test_a_two_digit_birth_year_does_not_make_a_child() -> None:
    assert read_birth("3/6/07", latest_year=2006) == BirthDate.parse("1907-06-03")


@pytest.mark.parametrize(
    ("text", "month"), [("7/24", "2024-07"), ("07/2024", "2024-07"), ("1/93", "1993-01"), ("071999", "1999-07")]
)
def test_a_month_is_read_as_people_write_it(text: str, month: str) -> None:
    assert read_month(text) == YearMonth.parse(month)


def test_two_digits_of_a_year_are_what_the_field_can_be() -> None:
    assert (read_date("1/7/69"), read_month("3/69")) == (date(1969, 7, 1), YearMonth(1969, 3))
    assert read_date("1/7/26", years=LEAVING) == date(2026, 7, 1)
    with pytest.raises(Refusal, match=r"date\.unreadable"):
        read_date("1/7/69", years=LEAVING)
    assert read_date("1/7/1969", years=LEAVING) == date(1969, 7, 1)


def test_nobody_is_born_in_the_future(qtbot: QtBot) -> None:
    edit = BirthEdit()
    qtbot.addWidget(edit)
    tomorrow = datetime.now().astimezone().date() + timedelta(days=1)
    for text in ("2069", f"{tomorrow:%d/%m/%Y}"):
        edit.set_text(text)
        assert (edit.value(), "không phải là ngày sinh" in edit.problem) == (None, True)
    edit.set_text("1/7/69")
    assert edit.value() == BirthDate.parse("1969-07-01")


@pytest.mark.parametrize("text", ["13/2024", "2024", "7-", "7/1/2024", "nay", "45474", "7/2024/"])
def test_a_month_is_never_guessed(text: str) -> None:
    with pytest.raises(Refusal, match=r"month\.unreadable"):
        read_month(text)


EDITS = [
    (DateEdit, "1/7/24", date(2024, 7, 1), "01/07/2024"),
    (BirthEdit, "6/65", BirthDate.parse("1965-06"), "06/1965"),
    (MonthEdit, "7/24", YearMonth(2024, 7), "07/2024"),
    (RatioEdit, "4.98", Fraction("4.98"), "4,98"),
    (MoneyEdit, "3000000000", 3_000_000_000, "3.000.000.000 đ"),
    (TextEdit, " Nguyễn  Văn A ", "Nguyễn Văn A", "Nguyễn Văn A"),
]


@pytest.mark.parametrize(("kind", "typed", "value", "written"), EDITS)
def test_typing_and_enter_commits_once(
    qtbot: QtBot, kind: type[TypedEdit[object]], typed: str, value: object, written: str
) -> None:
    edit = kind()
    qtbot.addWidget(edit)
    committed: list[object] = []
    edit.committed.connect(lambda: committed.append(edit.value()))
    type_text(edit, typed)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.editingFinished.emit()
    assert committed == [value]
    assert edit.text() == written


@pytest.mark.parametrize(("kind", "typed", "value", "written"), EDITS)
def test_a_value_put_in_is_no_change_of_the_clerk(
    qtbot: QtBot, kind: type[TypedEdit[object]], typed: str, value: object, written: str
) -> None:
    edit = kind()
    qtbot.addWidget(edit)
    with qtbot.assertNotEmitted(edit.committed):
        edit.set_value(value)
        edit.commit()
    assert (edit.value(), edit.text()) == (value, written)
    edit.set_value(None)
    assert (edit.value(), edit.text(), edit.problem) == (None, "", "")


@pytest.mark.parametrize("kind", [DateEdit, BirthEdit, MonthEdit, RatioEdit, MoneyEdit])
def test_what_cannot_be_read_stays_and_is_marked(qtbot: QtBot, kind: type[TypedEdit[object]]) -> None:
    edit = kind()
    qtbot.addWidget(edit)
    type_text(edit, "-7 năm")
    assert not edit.problem  # not while one types
    with qtbot.waitSignals([edit.committed, edit.problem_changed]):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "-7 năm"
    assert edit.value() is None
    assert "-7 năm" in edit.problem
    assert edit.accessibleDescription() == edit.problem
    assert len(edit.actions()) == 1
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert not edit.problem
    assert edit.actions() == []


def test_the_mark_of_what_cannot_be_read_is_always_the_same(qtbot: QtBot) -> None:
    """Made anew each time, PySide takes one for deleted sooner or later: the line of a form lives all day."""
    edit = DateEdit()
    qtbot.addWidget(edit)
    marks = []
    for text in ("31/02/2024", "30/02/2024"):
        edit.set_text(text)
        marks += edit.actions()
        edit.set_text("")
        assert edit.actions() == []
    assert marks == edit.findChildren(QAction) * 2


def test_a_negative_number_is_refused(qtbot: QtBot) -> None:
    edit = RatioEdit()
    qtbot.addWidget(edit)
    edit.set_text("-3,33")
    assert edit.value() is None
    assert edit.problem


def test_enter_goes_to_the_next_field(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    first, second, third = TextEdit(), ChoiceBox(Sex, lambda sex: sex.value), DateEdit()
    for edit in (first, second, third):
        column.addWidget(edit)
    with qtbot.waitExposed(whole):
        whole.show()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Enter)
    assert third.hasFocus()


def test_a_choice_is_made_by_keyboard_and_told_once(qtbot: QtBot) -> None:
    box = ChoiceBox(Sex, lambda sex: {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}[sex])
    qtbot.addWidget(box)
    assert box.value() is None
    with qtbot.waitSignal(box.committed):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value() is Sex.MALE
    with qtbot.assertNotEmitted(box.committed):
        box.set_value(Sex.FEMALE)
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Nữ"


def test_a_label_says_the_need_in_words_too(qtbot: QtBot) -> None:
    edit = TextEdit()
    field = LabelledField(
        "&Họ và tên", edit, need=Need.REQUIRED, help="Như trên thẻ căn cước.", name="person.full_name"
    )
    qtbot.addWidget(field)
    assert edit.accessibleName() == "Họ và tên, bắt buộc"
    assert edit.objectName() == "person.full_name"


def test_f1_shows_the_help_and_is_the_windows_from_then_on(qtbot: QtBot) -> None:
    edit, other, chart = TextEdit(), TextEdit(), []
    window = QWidget()
    column = QVBoxLayout(window)
    field = LabelledField("&Họ và tên", edit, help="Như trên thẻ căn cước.")
    for each in (field, LabelledField("&Ghi chú", other)):
        column.addWidget(each)
    QShortcut(QKeySequence("F1"), window).activated.connect(lambda: chart.append("shown"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.activateWindow() or window.isActiveWindow())
    edit.setFocus()
    closed = field.sizeHint().height()
    qtbot.keyClick(edit, Qt.Key.Key_F1)
    assert (field.sizeHint().height() > closed, chart) == (True, [])
    qtbot.keyClick(edit, Qt.Key.Key_F1)
    assert chart == ["shown"]
    other.setFocus()
    assert field.sizeHint().height() == closed
    qtbot.keyClick(other, Qt.Key.Key_F1)
    assert chart == ["shown", "shown"]


def test_a_finding_stands_below_the_field_until_taken_back(qtbot: QtBot) -> None:
    edit = DateEdit()
    field = LabelledField("&Ngày nghỉ", edit)
    qtbot.addWidget(field)
    field.show_finding(Severity.WARNING, "Không phải ngày 01.")
    assert (field.line.text(), field.line.tone) == ("Cảnh báo: Không phải ngày 01.", Tone.WARNING)
    assert edit.accessibleDescription() == field.line.text()
    edit.set_text("32/1/2024")
    assert field.line.tone is Tone.ERROR
    edit.set_value(date(2024, 1, 31))
    assert field.line.tone is Tone.WARNING
    field.clear_finding()
    assert field.line.isHidden()


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    short, year = f"{day:%y}", f"{day.year:04d}"
    forms = (
        f"{day.day}/{day.month}/{short}",
        f"{day:%d/%m}/{year}",
        f"{day.day}.{day.month}.{year}",
        f"{day.day}-{day.month}-{year}",
        f"{day:%d%m}{short}",
        f"{day:%d%m}{year}",
        f"{day.day} {day.month} {year}",
    )
    assert {read_date(each) for each in forms} == {day}
    assert read_date(f"{day.month}/{year}", month_allowed=True) == day.replace(day=1)


@given(st.integers(1950, 2049), st.integers(1, 12))
def test_a_month_is_read_however_it_is_written(year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    forms = (
        f"{month}/{year}",
        f"{month:02d}/{year % 100:02d}",
        f"{month:02d}{year}",
        f"T{month}/{year}",
        f"tháng {month} năm {year}",
        f"Tháng {month}/{year}",
        f"{year}-{month:02d}",
        f"{month}.{year}",
        f"01/{month:02d}/{year}",
        f"{last}/{month}/{year}",
    )
    assert {read_month(each) for each in forms} == {YearMonth(year, month)}


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_days_and_months(text: str) -> None:
    for read in (read_date, read_month):
        with suppress(Refusal):
            read(text)

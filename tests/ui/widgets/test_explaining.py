"""Why: every step with its source in words, the months of the average, conditions, what is open; copied as text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.months import YearMonth
from desktop.rules.compare import compare
from desktop.rules.salary_months import salary_months
from desktop.services.amounts.turning_points import MonthAnswer, PolicyAnswer, Standing
from desktop.ui.what_if_words import standing_words
from desktop.ui.widgets.comparison_view import ComparisonView
from desktop.ui.widgets.month_strip import MonthStrip
from desktop.ui.widgets.steps_view import StepsView
from tests.ui import samples


@pytest.fixture
def steps(qtbot: QtBot) -> StepsView:
    made = StepsView()
    qtbot.addWidget(made)
    made.resize(420, 320)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_step_says_by_what_right_and_how_surely(steps: StepsView) -> None:
    steps.show_computation(samples.computation())
    text = steps.toPlainText()
    for place, step in enumerate(samples.computation().trace, 1):
        assert f"{place}. {step.label}" in text
    for words in ("theo trí nhớ, cần kiểm tra", "theo nguồn đưa lại", "đã đối chiếu văn bản", "theo hồ sơ"):
        assert words in text
    assert "tính từ các bước trên" in text


def test_conditions_say_why_yes(steps: StepsView) -> None:
    steps.show_computation(samples.computation())
    text = steps.toPlainText()
    for condition in samples.computation().conditions:
        assert f"Đạt: {condition.reason}" in text


def test_conditions_say_why_no(steps: StepsView) -> None:
    refused = samples.computation(dossier=samples.with_birth("1968-01"))
    steps.show_computation(refused)
    failed = [each for each in refused.conditions if not each.holds]
    assert failed
    assert all(f"Không đạt: {each.reason}" in steps.toPlainText() for each in failed)


def test_what_is_open_is_listed_with_its_article_and_no_number(steps: StepsView) -> None:
    steps.show_computation(samples.computation("hai-phong-nq07-2024"))
    text = steps.toPlainText()
    assert "chưa có số liệu Điều 3 Nghị quyết 07/2024/NQ-HĐND" in text
    assert "Tổng số tiền 0" not in text


def test_the_months_of_the_average_are_shown_as_runs(steps: StepsView) -> None:
    computation = samples.computation()
    months = salary_months(samples.pack("nd29-2023"), samples.DOSSIER, computation)
    steps.show_computation(computation, months)
    text = steps.toPlainText()
    assert months
    for run in months[0].runs:
        assert f"{run.months.first.shown} – {run.months.last.shown}: {run.count} tháng" in text
    assert "× lương cơ sở 1.490.000" in text
    assert f"Cộng {months[0].count} tháng" in text


def test_the_whole_explanation_can_be_copied_by_button_and_by_keys(steps: StepsView) -> None:
    steps.show_computation(samples.computation())
    steps.copy_all()
    whole = QGuiApplication.clipboard().text()
    assert "Tổng số tiền" in whole
    QGuiApplication.clipboard().clear()
    QTest.keyClick(steps, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(steps, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Tổng số tiền" in QGuiApplication.clipboard().text()


def test_explained_anew_it_stays_where_it_was_read(steps: StepsView) -> None:
    steps.show_computation(samples.computation())
    steps.verticalScrollBar().setValue(300)
    steps.show_computation(samples.computation(dossier=samples.with_birth("1970-11-17")))
    assert steps.verticalScrollBar().value() == 300
    steps.show_computation(samples.computation("thuc-hanh"))
    assert steps.verticalScrollBar().value() == 0


def test_below_the_comparison_stands_how_each_office_came_to_the_step(qtbot: QtBot) -> None:
    declared = samples.computation()
    computed = samples.computation(dossier=samples.with_birth("1970-11-17"))
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_comparison(compare(declared, computed), sides=(declared, computed))
    assert view.table is not None
    view.table.choose("early_months")
    left, right = (each.step("early_months") for each in (declared, computed))
    assert left is not None
    assert right is not None
    assert f"Khai: {left.substituted} = {left.shown}" in view.working.text()
    assert f"Tính lại: {right.substituted} = {right.shown}" in view.working.text()


def month(number: int, standing: Standing, amount: int | None) -> MonthAnswer:
    told = PolicyAnswer("toy", "Luật mẫu", standing, None, "", ())
    return MonthAnswer(YearMonth(2024, number), amount, (told,))


@pytest.fixture
def strip(qtbot: QtBot) -> MonthStrip:
    made = MonthStrip(standing_words)
    qtbot.addWidget(made)
    made.resize(240, 100)
    answers = (
        month(1, Standing.NOT_ELIGIBLE, None),
        month(2, Standing.GRANTED, 1_000_000),
        month(3, Standing.GRANTED, 900_000),
        month(4, Standing.OPEN, None),
    )
    made.show_answers(answers, YearMonth(2024, 2), frozenset({YearMonth(2024, 2)}))
    made.choose(YearMonth(2024, 2))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_keys_choose_a_month_and_readers_hear_what_it_gives(strip: MonthStrip, qtbot: QtBot) -> None:
    strip.setFocus()
    with qtbot.waitSignal(strip.month_chosen) as chosen:
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert chosen.args == [YearMonth(2024, 3)]
    assert strip.accessibleName().endswith("Tháng 03/2024: 900.000 đ")
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert "chưa có số liệu" in strip.accessibleName()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert strip.chosen == YearMonth(2024, 1)
    assert "không đủ điều kiện" in strip.accessibleName()


def test_the_ends_of_the_strip_hold(strip: MonthStrip) -> None:
    for _ in range(9):
        QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.chosen == YearMonth(2024, 1)


def test_the_mouse_chooses_too(strip: MonthStrip) -> None:
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() * 5 // 8, 20))
    assert strip.chosen == YearMonth(2024, 3)


def test_bars_differ_by_more_than_colour(strip: MonthStrip) -> None:
    picture = strip.grab().toImage()
    wide = picture.width() // 4

    def inked(place: int) -> int:
        ground = picture.pixelColor(place * wide + 3, 3)
        rows = range(3, picture.height() * 2 // 3)
        return sum(picture.pixelColor(place * wide + wide // 2, row) != ground for row in rows)

    assert inked(0) < inked(3) < inked(2)


def test_an_empty_strip_takes_keys_without_complaint(qtbot: QtBot) -> None:
    made = MonthStrip(standing_words)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.chosen is None


def test_a_person_without_a_salary_is_explained_all_the_same(steps: StepsView) -> None:
    bare = replace(samples.DOSSIER, career=replace(samples.CAREER, salary=()))
    computation = samples.computation(dossier=bare)
    steps.show_computation(computation, salary_months(samples.pack("nd29-2023"), bare, computation))
    assert "chưa xác định được" in steps.toPlainText().lower()

"""What goes wrong while a policy is drafted: half typed figures, mistyped passphrases, comparisons out of date."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.app import Tools
from desktop.ui.pages.drafting.page import DraftPage
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import FINANCE_PASSPHRASE, Desks
from tests.services.policies import INVENTED
from tests.ui.keyboard import type_text
from tests.ui.pages.test_policy_story import Window, begin_draft, policy_window
from tests.ui.recording import RecordingMessages

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, enrolled: Desks, theme: Theme, messages: RecordingMessages, tasks: Tasks) -> Iterator[Window]:
    made = policy_window(enrolled.finance, Tools(theme, messages, tasks))
    qtbot.addWidget(made.shell)
    yield made
    tasks.finish()


@pytest.fixture
def page(window: Window) -> DraftPage:
    return begin_draft(window)


def test_the_keyboard_stands_in_the_figures_of_a_draft_just_begun(page: DraftPage) -> None:
    assert page.figures.table.hasFocus()
    QTest.keyClick(page.figures.table, Key.Key_Return)
    assert page.figures.form.value.hasFocus()


def test_the_keyboard_stands_on_the_one_button_while_there_is_no_draft(window: Window) -> None:
    window.shell.show_page("draft")
    page = window.shell.page
    assert isinstance(page, DraftPage)
    assert page.empty.button.hasFocus()
    assert not page.drafts.isVisible()


def test_the_form_of_a_figure_is_as_wide_as_its_place(page: DraftPage) -> None:
    (area,) = [each for each in page.figures.findChildren(QScrollArea) if each.widget() is page.figures.form]
    assert page.figures.form.width() <= area.viewport().width()


def test_a_figure_half_typed_is_there_after_another_tab_was_looked_at(window: Window, page: DraftPage) -> None:
    form = page.figures.form
    window.fill(form.value, "12345000")
    window.fill(form.cite.clause, "9")
    page.tabs.setCurrentWidget(page.formulas)
    page.tabs.setCurrentWidget(page.figures)
    assert form.value.text().replace(".", "") == "12345000"
    assert form.cite.clause.text() == "9"
    QTest.keyClick(page.figures.table, Key.Key_Down)
    assert form.cite.clause.text() != "9"


@pytest.mark.qt_log_ignore(r"This plugin does not support (raise\(\)|grabbing the keyboard)", extend=True)
def test_several_words_of_a_label_become_its_name(window: Window, page: DraftPage) -> None:
    page.tabs.setCurrentWidget(page.formulas)
    edit = page.formulas.edit
    before = edit.toPlainText()
    window.fill(edit, f"{before} + luong binh qu")
    assert edit.offered()
    edit.insert_name("average_salary")
    assert edit.toPlainText() == f"{before} + average_salary"
    type_text(edit, " * early_ye")
    edit.insert_name("early_years")
    assert edit.toPlainText() == f"{before} + average_salary * early_years"


def test_a_failing_case_speaks_in_words_of_the_pack(window: Window, page: DraftPage) -> None:
    form = page.figures.form
    label = form.name.text()
    window.fill(form.value, f"{INVENTED}")
    window.choose(form.provenance, "đã đối chiếu văn bản")
    window.press(form.enter)
    page.tabs.setCurrentWidget(page.examples)
    tab = page.examples
    failed = next(run for run in tab.table.records.records() if run.failure and run.failure.step == "open")
    tab.table.choose(failed.example.id)
    assert label in tab.detail.text()
    assert "support_" not in tab.detail.text()


def test_a_comparison_is_of_the_draft_as_it_stands(window: Window, page: DraftPage) -> None:
    page.tabs.setCurrentWidget(page.publish)
    tab = page.publish
    assert tab.impact._not_compared.isVisible()
    window.press(tab.compare)
    window.wait()
    assert not tab.impact._not_compared.isVisible()
    assert tab.impact.title.isVisible()
    window.fill(tab.version, "7.0")
    QTest.keyClick(tab.version, Key.Key_Return)
    assert tab.impact._not_compared.isVisible()
    assert not tab.impact.title.isVisible()


def test_a_mistyped_passphrase_can_be_typed_again(
    window: Window, page: DraftPage, enrolled: Desks, messages: RecordingMessages
) -> None:
    page.tabs.setCurrentWidget(page.publish)
    tab = page.publish
    messages.paths = (enrolled.mail,)
    window.press(tab.folder.button)
    window.fill(tab.passphrase, "khong-phai-mat-khau")
    QTest.keyClick(tab.passphrase, Key.Key_Return)
    window.until(lambda: "Mật khẩu" in tab.ready.text())
    window.wait()
    window.fill(tab.passphrase, FINANCE_PASSPHRASE)
    QTest.keyClick(tab.passphrase, Key.Key_Return)
    window.wait_told("Đã công bố")
    window.wait()


def test_what_a_low_window_needs_is_in_sight(window: Window, page: DraftPage) -> None:
    window.shell.resize(1093, 614)
    form = page.figures.form
    window.until(lambda: page.figures.height() < 614)
    for button in (form.enter, form.add):
        assert button.visibleRegion().boundingRect().size() == button.size()
    page.tabs.setCurrentWidget(page.formulas)
    edit = page.formulas.edit
    window.until(edit.isVisible)
    assert edit.visibleRegion().boundingRect().height() == edit.height()
    page.tabs.setCurrentWidget(page.examples)
    birth = page.examples.birth
    assert birth.fontMetrics().horizontalAdvance("00/00/0000") < birth.width()


def test_a_comparison_of_nobody_says_so(window: Window, page: DraftPage) -> None:
    page.tabs.setCurrentWidget(page.publish)
    window.press(page.publish.compare)
    window.wait()
    assert "không có ai" in page.publish.impact.totals.text()

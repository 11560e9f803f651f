"""Appraising by keyboard, on what the sample unit really sent."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.rounds import Direction, Outcome
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.tasks import Tasks
from tests.services.offices import Desks
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, received: Desks, tasks: Tasks, messages: RecordingMessages) -> Iterator[AppraisalPage]:
    made = AppraisalPage(received.finance, tasks, messages)
    made.watched = Watched(made, qtbot)
    qtbot.waitUntil(lambda: made.people.current_record() is not None and not tasks.busy, timeout=20_000)
    yield made
    tasks.finish()


def _states(office: Office) -> dict[str, DossierState]:
    with office.store.begin() as work:
        (submission,) = work.submissions.all(Direction.RECEIVED)
        return {each.dossier_id: each.state for each in work.submissions.dossiers(submission.id)}


def _press(page: AppraisalPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.people, key, modifier)


def test_the_oldest_package_opens_and_the_first_person_is_under_appraisal(page: AppraisalPage, received: Desks) -> None:
    line = page.people.current_record()
    assert line is not None
    assert page.people.records.rowCount() == 60
    assert _states(received.finance)[line.sent.dossier_id] is DossierState.UNDER_APPRAISAL
    assert line.sent.full_name == page.person.name.text()
    assert page.papers.preview.canvas.image.width() > 0
    assert "Nghị quyết 07/2024" in page.person.notes.toPlainText()
    assert "chưa có số liệu" in page.person.notes.toPlainText()


def test_a_letter_approves_and_the_banner_takes_it_back(
    page: AppraisalPage, received: Desks, messages: RecordingMessages
) -> None:
    line = page.people.current_record()
    assert line is not None
    _press(page, Qt.Key.Key_A)
    assert _states(received.finance)[line.sent.dossier_id] is DossierState.APPROVED
    assert page.watched.banners == [f"Chấp thuận: {line.sent.full_name}"]
    assert not page.bar.outcomes[Outcome.APPROVED].isVisible()
    messages.text = "Nhầm người"
    page.watched.last.act()
    assert _states(received.finance)[line.sent.dossier_id] is DossierState.UNDER_APPRAISAL
    assert page.bar.outcomes[Outcome.APPROVED].isVisible()


def test_a_return_asks_why_in_place_and_keeps_field_and_words(page: AppraisalPage, received: Desks) -> None:
    line = page.people.current_record()
    assert line is not None
    _press(page, Qt.Key.Key_B)
    assert page.entry.isVisible()
    page.entry.field.setCurrentIndex(page.entry.field.findData("career.insurance"))
    QTest.keyClick(page.entry.reason, Qt.Key.Key_Return, CTRL)
    assert page.watched.tones == ["error"]
    assert _states(received.finance)[line.sent.dossier_id] is DossierState.UNDER_APPRAISAL
    page.entry.reason.insertPlainText("Thiếu sổ BHXH bản sao")
    QTest.keyClick(page.entry.reason, Qt.Key.Key_Return, CTRL)
    assert not page.entry.isVisible()
    assert _states(received.finance)[line.sent.dossier_id] is DossierState.RETURNED
    assert "Quá trình đóng BHXH: Thiếu sổ BHXH bản sao" in page.person.notes.toPlainText()


def test_an_adjustment_to_the_declared_amount_is_refused_with_its_sentence(page: AppraisalPage) -> None:
    line = page.people.current_record()
    assert line is not None
    _press(page, Qt.Key.Key_D)
    assert page.entry.amount.value() == line.recomputed
    page.entry.reason.insertPlainText("Tính lại")
    QTest.keyClick(page.entry.reason, Qt.Key.Key_Return, CTRL)
    assert page.watched.tones == ["error"]
    assert "bằng số đề nghị" in page.watched.banners[0]
    assert page.entry.isVisible()


def test_escape_gives_up_and_letters_go_on_deciding(page: AppraisalPage) -> None:
    _press(page, Qt.Key.Key_T)
    QTest.keyClick(page.entry.reason, Qt.Key.Key_A)
    assert page.entry.reason.toPlainText() == "a"
    QTest.keyClick(page.entry.reason, Qt.Key.Key_Escape)
    assert not page.entry.isVisible()
    assert page.bar.isVisible()
    assert page.watched.banners == []


def test_next_and_previous_by_keyboard(page: AppraisalPage) -> None:
    first = page.person.name.text()
    _press(page, Qt.Key.Key_Down, ALT)
    second = page.person.name.text()
    assert second != first
    _press(page, Qt.Key.Key_Up, ALT)
    assert page.person.name.text() == first


def test_all_without_a_difference_are_approved_after_count_and_total_are_confirmed(
    qtbot: QtBot, page: AppraisalPage, received: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page.bar.all.click()
    qtbot.waitUntil(lambda: bool(page.watched.banners), timeout=30_000)
    (asked,) = [each for each in messages.said if each.kind == "confirm"]
    approved = [state for state in _states(received.finance).values() if state is DossierState.APPROVED]
    assert approved
    assert asked.text.startswith(f"{len(approved)} người không có khác biệt")
    assert page.watched.banners[0].startswith(f"Đã chấp thuận {len(approved)} người, ")


def test_a_narrow_window_shows_the_paper_instead_of_the_list(qtbot: QtBot, page: AppraisalPage) -> None:
    page.resize(page.minimumSizeHint().width(), page.height())
    qtbot.waitUntil(lambda: page.folding.tight)
    assert page.people.isVisible()
    assert not page.papers.isVisible()
    qtbot.waitUntil(lambda: page.activateWindow() or page.people.setFocus() or page.people.hasFocus(), timeout=20_000)
    _press(page, Qt.Key.Key_F6)
    assert page.papers.isVisible()
    assert not page.people.isVisible()
    page.bar.paper.click()
    assert page.people.isVisible()


def test_a_wide_window_shows_all_three_and_folds_the_paper_away(qtbot: QtBot, page: AppraisalPage) -> None:
    page.resize(page.minimumSizeHint().width() * 2, page.height())
    qtbot.waitUntil(lambda: not page.folding.tight)
    assert page.people.isVisible()
    assert page.papers.isVisible()
    page.bar.paper.click()
    assert page.people.isVisible()
    assert not page.papers.isVisible()

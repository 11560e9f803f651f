"""The unit's way through the window: open a round, take the list in, papers, answers, sending, the decision."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.findings import Severity
from desktop.domain.rounds import Outcome, Reason
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import decide, decide_clean
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.ui.pages.lists.wizard_frame import CHECK, COLUMNS, RESULT
from tests.services.mail import received_view
from tests.services.mending import OURS
from tests.services.offices import FINANCE_PASSPHRASE, UNIT_PASSPHRASE, Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, retype


def test_a_round_is_opened_from_home_by_keyboard_and_the_list_taken_in(
    enrolled: Desks, open_desk: Opened, qtbot: QtBot
) -> None:
    desk = open_desk(enrolled.unit)
    button = next(each for each in desk.home.findChildren(QAbstractButton) if "Lập đợt" in each.text().replace("&", ""))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert desk.desk.round is not None
    desk.messages.paths = (OURS.workbook,)
    desk.shell.show_page("people")
    QTest.keyClick(desk.people.bar.import_button, Qt.Key.Key_Space)
    wizard = desk.people.wizard
    QTest.keyClick(wizard.file_step.zone.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.place == COLUMNS, timeout=20_000)
    QTest.keyClick(wizard, RETURN, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.place == CHECK, timeout=20_000)
    QTest.keyClick(wizard, RETURN, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.place == RESULT, timeout=20_000)
    people = len(OURS.truth["people"])
    assert desk.people.count()[0] == people
    assert f"{people} người" in wizard.result_step.told.text()
    QTest.keyClick(wizard.result_step.cells_button, Qt.Key.Key_Space)
    assert desk.shell.page is desk.checks
    assert desk.checks.unread.cells.count() == len(desk.desk.contents.unread)


def test_a_binned_person_comes_back(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    QTest.keyClick(desk.people.bar.remove_button, Qt.Key.Key_Space)
    assert desk.desk.view.dossier(person.id) is None
    assert desk.banners[-1].undo
    desk.act()
    assert desk.desk.view.dossier(person.id) is not None
    assert desk.people.pane.dossier.id == person.id


def test_a_scan_is_attached_shown_taken_off_and_put_back(mended_desk: EntryDesk, qtbot: QtBot) -> None:
    desk = mended_desk
    desk.shell.show_page("approvals")
    page = desk.approvals
    approval = page.table.current_record()
    with qtbot.waitSignal(page.changed, timeout=20_000):
        page._attach_all([OURS.folder / "ban_quet" / "QD_412.pdf"])
    qtbot.waitUntil(lambda: page.preview._rendered is not None, timeout=20_000)
    assert "Đã gắn QD_412.pdf" in desk.said
    QTest.keyClick(page.detach_button, Qt.Key.Key_Space)
    assert not desk.desk.view.approvals[approval.id].attachments
    assert page.preview._rendered is None
    desk.act()
    assert desk.desk.view.approvals[approval.id].attachments


def test_a_warning_is_answered_for_everybody_of_the_same_code(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    desk.shell.show_page("checks")
    shown = next(
        each for each in desk.desk.shown(desk.desk.contents.findings) if each.finding.severity is Severity.WARNING
    )
    code = shown.finding.code
    desk.checks.list.justify_requested.emit(shown)
    assert desk.checks.text.hasFocus()
    desk.checks.text.setText("Đã đối chiếu sổ.")
    QTest.keyClick(desk.checks.all, Qt.Key.Key_Space)
    unanswered = {each.code for each in desk.desk.contents.open_ones if each.severity is Severity.WARNING}
    assert code not in unanswered


def test_sending_says_what_holds_it_back(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    desk.shell.show_page("submit")
    assert not desk.submit.send_button.isEnabled()
    assert "lỗi chưa sửa" in desk.submit.obstacles.text()
    assert "chưa giải trình" in desk.submit.obstacles.text()


def test_a_round_is_sent_and_the_decision_taken_in(ready: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    assert not desk.submit.obstacles.isVisible()
    desk.messages.paths = (ready.mail,)
    desk.submit.recipient.setText("STC-HP")
    retype(desk.submit.passphrase, UNIT_PASSPHRASE)
    with qtbot.waitSignal(desk.submit.changed, timeout=60_000):
        QTest.keyClick(desk.submit.passphrase, RETURN)
    assert "Đã ghi nop-" in desk.said
    assert "Chép gói này cho Sở Tài chính." in desk.said
    assert desk.submit.passphrase.text() == ""
    assert "đã được gửi" in desk.submit.obstacles.text()
    assert desk.submit.after.open_button.hasFocus()
    assert desk.submit.after.folder == ready.mail
    assert "gói số 1, 60 người" in desk.submit.after.what.text()
    returned = _decide(ready)
    desk.messages.paths = tuple(ready.mail.glob("tra-*.asice.age"))
    desk.messages.secret = UNIT_PASSPHRASE
    desk.shell.show_page("results")
    with qtbot.waitSignal(desk.results.changed, timeout=60_000):
        QTest.keyClick(desk.results.receive_button, Qt.Key.Key_Space)
    assert desk.stored(returned).state is DossierState.RETURNED
    row = next(each for each in desk.results.table_model.rows if each.sent.dossier_id == returned)
    desk.results.table.choose(row.key)
    QTest.keyClick(desk.results.reopen_button, Qt.Key.Key_Space)
    assert desk.shell.page is desk.people
    assert desk.people.pane.form.leave_on.isEnabled()
    assert desk.stored(returned).revision == 2


def _decide(desks: Desks) -> str:
    (package,) = desks.mail.glob("nop-*.asice.age")
    receive_submission(desks.finance, package, FINANCE_PASSPHRASE)
    received = received_view(desks)
    returned = next(each for each in received.document.people if each.amount).record.id
    reason = Reason("Bổ sung tờ rời sổ BHXH.", code="BH06", field="career.insurance")
    decide(desks.finance, received, returned, Outcome.RETURNED, reasons=(reason,))
    decide_clean(desks.finance, received)
    export_decision(desks.finance, received, desks.mail, FINANCE_PASSPHRASE)
    return returned


@pytest.mark.parametrize("narrow", [False, True])
def test_every_page_is_named_reachable_and_its_mnemonics_do_not_clash(listed_desk: EntryDesk, *, narrow: bool) -> None:
    desk = listed_desk
    desk.shell.resize(*((1000, 614) if narrow else (1366, 768)))
    for page in desk.pages:
        desk.shell.show_page(page.page_id)
        inputs = [each for each in page.findChildren(QWidget) if _takes_focus(each)]
        nameless = [each for each in inputs if not _name_of(each)]
        assert not nameless, (page.page_id, nameless)
        assert not _clashes(page), page.page_id
        assert not _out_of_reach(desk, page, inputs), page.page_id


def _takes_focus(widget: QWidget) -> bool:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTableView)
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return isinstance(widget, kinds) and tabbed and widget.isVisible() and widget.isEnabled()


def _name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _clashes(page: QWidget) -> list[str]:
    labels = [each for each in page.findChildren(QLabel) if each.buddy() is not None]
    texts = [each.text() for each in (*labels, *page.findChildren(QAbstractButton)) if each.isVisible()]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    return sorted(text for text in texts if "&" in text and keys.count(text[text.index("&") + 1].lower()) > 1)


def _out_of_reach(desk: EntryDesk, page: QWidget, inputs: list[QWidget]) -> list[str]:
    reached: set[QWidget] = set()
    page.setFocus()
    for _ in range(len(inputs) + 60):
        desk.shell.focusNextPrevChild(True)
        focus = desk.shell.focusWidget()
        if focus is not None:
            reached.add(focus)
    return [_name_of(each) for each in inputs if each not in reached]

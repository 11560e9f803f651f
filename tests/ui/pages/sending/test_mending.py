"""The results page: what was asked is answered and walked through by keyboard, until the list can go again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.rounds import Outcome, Reason
from desktop.services.appraisal.appraise import decide
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.sending.to_mend import Mending
from tests.services.mail import answer, received_view
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, Opened


def test_each_reason_is_answered_or_leads_to_its_field(received: Desks, open_desk: Opened) -> None:
    seen = received_view(received)
    person = next(each for each in seen.document.people if each.amount).record
    reasons = (Reason("Bổ sung tờ rời.", code="BH06", field="career.insurance"), Reason("Xem lại.", field="leave_on"))
    decide(received.finance, seen, person.id, Outcome.RETURNED, reasons=reasons)
    receive_decision(received.unit, answer(received, seen).path)

    desk = open_desk(received.unit)
    desk.shell.show_page("results")
    panel = desk.results.mending
    assert panel.table.hasFocus()
    assert f"{received.finance.identity.unit.name} yêu cầu 2 mục, còn 2 mục" in panel.line.text()
    assert "1 trả lại" in desk.results.summary.text()
    panel.reply.setFocus()
    panel.reply.setText("Đã bổ sung.")
    QTest.keyClick(panel.reply, RETURN)
    assert [each.mending for each in panel.items] == [Mending.ANSWERED, Mending.OPEN]
    assert panel.reply.hasFocus()
    assert panel.reply.text() == ""
    desk.act()  # taken back
    assert panel.items[0].mending is Mending.OPEN

    panel.table.choose(panel.items[0].key)
    panel.reply.setText("Viết dở, xem hồ sơ đã.")
    panel.table.choose(panel.items[1].key)
    assert panel.reply.text() == ""
    desk.results.refresh(None)
    panel.table.choose(panel.items[0].key)
    assert panel.reply.text() == "Viết dở, xem hồ sơ đã."
    panel.table.choose(panel.items[1].key)
    panel.table.setFocus()
    QTest.keyClick(panel.table, RETURN)
    assert desk.shell.page is desk.people
    assert [each.reply for each in panel.items] == ["Viết dở, xem hồ sơ đã.", ""]
    assert desk.people.pane.dossier.id == person.id
    assert desk.people.pane.form.leave_on.isEnabled()

    desk.shell.show_page("results")
    desk.results.only_other.setFocus()
    QTest.keyClick(desk.results.only_other, Qt.Key.Key_Space)
    assert len(desk.results.table_model.rows) == 1

    panel.table.choose(panel.items[0].key)
    panel.reply.setText("Đang viết dở")
    (half,) = desk.results.typing()
    assert [each.text for each in half.parts] == ["Đang viết dở"]
    panel.reply.setText(panel.items[0].reply)
    assert desk.results.typing()[0].parts == ()
    assert desk.results.take_up(half) == ()
    assert (panel.reply.text(), panel.reply.hasFocus()) == ("Đang viết dở", True)

"""Beside the form stands what was decided of the person and what is still asked; totals count what was granted."""

from PySide6.QtCore import Qt

from desktop.domain.money import Dong, format_dong
from desktop.domain.rounds import Outcome, Reason
from desktop.services.appraisal.appraise import decide
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.ui.widgets.looks import Tone
from tests.services.mail import answer, received_view
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import EntryDesk, Opened

_WHY = Reason("Bảng lương thiếu 2 tháng.", code="TL01", field="career.salary")


def _amount(desk: EntryDesk, dossier_id: str) -> tuple[str, str | None]:
    """Return what the list shows as somebody's amount, and what it says of it to who listens."""
    records = desk.people.table.records
    index = records.index(records.row_of(dossier_id), desk.people.table.column_keys.index("amount"))
    return index.data(), index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_the_decision_stands_above_the_form(received: Desks, open_desk: Opened) -> None:
    seen = received_view(received)
    returned, adjusted, rejected, waiting = [each for each in seen.document.people if each.amount][:4]
    less = Dong((adjusted.amount or 0) - 1_000_000)
    decide(received.finance, seen, returned.record.id, Outcome.RETURNED, reasons=(_WHY,))
    decide(received.finance, seen, adjusted.record.id, Outcome.ADJUSTED, amount=less, reasons=(_WHY,))
    decide(received.finance, seen, rejected.record.id, Outcome.REJECTED, reasons=(_WHY,))
    before = open_desk(received.unit).desk.contents.total
    receive_decision(received.unit, answer(received, seen).path)

    desk = open_desk(received.unit)
    who, bar = received.finance.identity.unit.name, desk.people.decision
    assert desk.desk.contents.total == before - 1_000_000 - (rejected.amount or 0)
    asked = format_dong(Dong(adjusted.amount or 0))
    assert _amount(desk, adjusted.record.id) == (format_dong(less), f"Đề nghị {asked}, được duyệt {format_dong(less)}")
    assert _amount(desk, rejected.record.id)[0] == format_dong(Dong(0))
    assert _amount(desk, waiting.record.id)[1] is None
    desk.shell.show_page("people", (adjusted.record.id, ""))
    assert f"{who} điều chỉnh còn {format_dong(less)}" in bar.line.text()
    assert "TL01: Bảng lương thiếu 2 tháng." in bar.line.text()
    desk.shell.show_page("people", (rejected.record.id, ""))
    assert (bar.line.tone, who in bar.line.text()) == (Tone.ERROR, True)
    desk.shell.show_page("people", (waiting.record.id, ""))
    assert bar.isHidden()

    desk.shell.show_page("people", (returned.record.id, ""))
    assert "Bảng lương thiếu 2 tháng." in bar.line.text()
    assert not bar.answer_button.isHidden()
    bar.answer_button.click()
    assert desk.shell.page is desk.results
    assert desk.results.mending.reply.hasFocus()
    assert desk.results.mending.table.current_record().sent.dossier_id == returned.record.id

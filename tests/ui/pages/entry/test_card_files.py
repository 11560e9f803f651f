"""A card is read from a chosen photo and from a scan that is attached already."""

from pathlib import Path

import segno
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.states import DossierState
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import Opened


def photo(folder: Path, number: str, name: str, birth: str) -> Path:
    """Write the photo of a card of this person."""
    path = folder / "the.png"
    segno.make(f"{number}||{name}|{birth}|Nam|Hải Phòng|01012022", error="m").save(str(path), scale=5, border=6)
    return path


def test_the_card_of_a_photo_is_laid_beside_the_record(mended: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    desk.messages.paths = (photo(mended.mail, person.person.citizen_id, person.person.full_name, "01011969"),)
    panel = desk.people.pane.form.cards.panel
    desk.people.cards.ask()
    qtbot.waitUntil(panel.isVisible, timeout=20_000)
    birth = next(each for each in panel.take_buttons if "Ngày sinh" in each.accessibleName())
    QTest.keyClick(birth, Qt.Key.Key_Space)
    saved = desk.stored(person.id).person
    assert saved.birth is not None
    assert saved.birth.shown == "01/01/1969"
    assert saved.full_name == person.person.full_name


def test_attached_scans_are_offered_and_say_when_they_hold_no_card(
    ready: Desks, open_desk: Opened, qtbot: QtBot
) -> None:
    desk = open_desk(ready.unit)
    view = desk.desk.view
    assert view is not None
    person = next(each for each in view.dossiers if (paper := view.approval_of(each)) and paper.attachments)
    desk.show_person(person.id)
    cards = desk.people.pane.form.cards
    cards._menu.aboutToShow.emit()
    texts = [each.text() for each in cards._menu.actions()]
    name = view.attachments[view.approval_of(person).attachments[0]].name
    assert name in texts
    cards._menu.actions()[texts.index(name)].trigger()
    qtbot.waitUntil(cards.panel.isVisible, timeout=20_000)
    assert "Chưa thấy mã QR" in cards.panel.line.text()
    assert desk.stored(person.id).person == person.person

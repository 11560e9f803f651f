"""The form of a person by itself: cards, two birth dates, what is needed, help."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.approvals import BIRTH_PAPER, Approval
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Group
from desktop.domain.people import BirthBasis, Person, Sex
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import check_round
from desktop.services.entry.copying import IDENTITY
from desktop.services.entry.dotted_fields import field_value
from desktop.ui.pages.entry.card_pictures import picture_in
from desktop.ui.pages.person_form import PersonForm
from desktop.ui.theme import Theme
from desktop.ui.widgets.labelled_field import Need
from tests.domain.test_identity_cards import TEXT
from tests.rules.checks.situations import CATALOGUE, DOSSIER, around

EMPTY = Dossier("d1", "r1", 1)
PAPER = Approval("p1", "r1", "12-TB/QU", date(2024, 5, 2), "Quận ủy", proves=BIRTH_PAPER)
RETURN = Qt.Key.Key_Return


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> Iterator[PersonForm]:
    made = PersonForm()
    theme.dress(made)
    made.edited.connect(lambda: made.seen.append(made.value()))
    made.seen = []
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.deleteLater()


def show(form: PersonForm, dossier: Dossier = EMPTY) -> None:
    form.show_dossier(dossier, (PAPER,), locked=False)


def scan_into(widget: QWidget, text: str = TEXT) -> None:
    """Type as a scanner does, of which the keyboard that it plays has no Vietnamese letters."""
    for letter in text:
        QTest.keyClick(QGuiApplication.focusObject(), letter if letter.isascii() else "?")
    QTest.keyClick(QGuiApplication.focusObject(), RETURN)


def person_of(form: PersonForm) -> Person:
    shown = form.value()
    assert shown is not None
    return shown.person


def test_a_card_fills_an_empty_record_as_one_change_and_is_taken_back(form: PersonForm) -> None:
    show(form)
    form.cards.take_text(TEXT)
    assert person_of(form) == Person("Nguyễn Thị Thuở Xa", Sex.FEMALE, BirthDate(date(1970, 9, 17)), "031170505924")
    assert len(form.seen) == 1
    assert "Ngô Quyền" in form.cards.panel.address.text()
    QTest.keyClick(form.cards.panel.undo, Qt.Key.Key_Space)
    assert person_of(form) == Person()


def test_what_differs_stands_side_by_side_and_is_taken_one_by_one(form: PersonForm) -> None:
    wrong = Person("Nguyễn Thị Thưở Xa", Sex.FEMALE, BirthDate(date(1970, 9, 7)), "031170505924")
    show(form, replace(EMPTY, person=wrong))
    form.cards.take_text(TEXT)
    panel = form.cards.panel
    assert person_of(form) == wrong
    assert form.seen == []
    assert len(panel.take_buttons) == 2
    assert "2 mục" in panel.line.text()
    QTest.keyClick(panel.take_buttons[1], Qt.Key.Key_Space)
    assert person_of(form) == replace(wrong, birth=BirthDate(date(1970, 9, 17)))
    QTest.keyClick(panel.undo, Qt.Key.Key_Space)
    assert person_of(form) == wrong


def test_another_persons_card_fills_nothing_and_says_so(form: PersonForm) -> None:
    show(form, replace(EMPTY, person=Person("Trần Văn Ánh", citizen_id="031065000123")))
    form.cards.take_text(TEXT)
    assert "người khác" in form.cards.panel.line.text()
    assert person_of(form).birth is None


def test_a_hostile_code_changes_nothing_and_is_said(form: PersonForm) -> None:
    show(form)
    form.cards.take_text("031170505924|" + "x" * 5000)
    assert "600" in form.cards.panel.line.text()
    assert person_of(form) == Person()
    assert form.seen == []


@pytest.mark.parametrize("field", ["person.post", "person.citizen_id", "leave_on", "note"])
def test_a_scanner_may_type_into_any_line_which_keeps_its_text(form: PersonForm, field: str) -> None:
    show(form)
    editor = form._fields[field].editor
    editor.setFocus()
    QTest.keyClicks(editor, "7 ")
    scan_into(editor)
    assert editor.text() == "7 "
    assert editor.hasFocus()
    filled = person_of(form)
    assert filled.birth == BirthDate(date(1970, 9, 17))
    assert filled.citizen_id == ("7" if field == "person.citizen_id" else "031170505924")
    assert (filled.sex, filled.full_name) == (None, "")  # garbled: not guessed


def test_a_scanner_may_type_into_a_choice_or_a_table(form: PersonForm) -> None:
    show(form)
    form.leave.route.setFocus()
    scan_into(form.leave.route)
    assert form.value().route is None
    assert person_of(form).citizen_id == "031170505924"
    show(form, replace(EMPTY, id="d2"))
    form.salary.add_row()
    scan_into(form.salary.grid)
    assert person_of(form).citizen_id == "031170505924"
    assert form.salary.value() == ()
    assert form.salary.faults() == ()


def test_digits_typed_by_hand_go_where_they_are_typed(form: PersonForm) -> None:
    show(form)
    editor = form._texts["person.citizen_id"]
    editor.setFocus()
    QTest.keyClicks(editor, "0311705059240|1")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert not form.cards.keys.catching or "|" not in editor.text()
    form.cards.keys.end()
    show(form, replace(EMPTY, id="d2"))
    editor.setFocus()
    QTest.keyClicks(editor, "031170505924")
    QTest.keyClick(editor, RETURN)
    assert person_of(form).citizen_id == "031170505924"


def test_a_scanner_that_sends_no_enter_ends_by_itself(form: PersonForm, qtbot: QtBot) -> None:
    show(form)
    form._texts["person.post"].setFocus()
    form.cards.keys._pause.setInterval(0)
    with qtbot.waitSignal(form.cards.keys.scanned):
        QTest.keyClicks(form._texts["person.post"], "031170505924|")
    assert "không đủ các phần" in form.cards.panel.line.text()


def test_a_card_may_be_pasted_into_any_line(form: PersonForm) -> None:
    show(form)
    QGuiApplication.clipboard().setText(TEXT)
    editor = form._texts["person.post"]
    editor.setFocus()
    QTest.keySequence(editor, "Ctrl+V")
    assert editor.text() == ""
    assert person_of(form).full_name == "Nguyễn Thị Thuở Xa"


def test_a_card_may_be_pasted_with_the_mouse(form: PersonForm) -> None:
    show(form, replace(EMPTY, person=Person(post="Kế toán")))
    QGuiApplication.clipboard().setText(TEXT)
    editor = form._texts["person.post"]
    editor.selectAll()
    editor.paste()  # what the menu of the line does
    assert editor.text() == "Kế toán"
    assert person_of(form).full_name == "Nguyễn Thị Thuở Xa"


def test_the_photo_of_a_card_may_be_dropped(tmp_path: Path) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / "the.JPG"))])
    assert picture_in(dragged) == tmp_path / "the.JPG"
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / "danh sách.xlsx"))])
    assert picture_in(dragged) is None


def test_the_second_birth_date_is_folded_until_it_is_needed(form: PersonForm) -> None:
    show(form)
    births = form.person.births
    assert not births.on_file.isVisible()
    QTest.keyClick(births.unfold, Qt.Key.Key_Space)
    assert births.on_file.isVisible()
    two = replace(EMPTY, id="d2", person=Person(birth_on_file=BirthDate(date(1965, 1, 1))))
    show(form)
    show(form, replace(EMPTY, id="d3"))
    assert not births.on_file.isVisible()
    show(form, two)
    assert births.on_file.isVisible()


def test_basis_reason_and_paper_are_chosen_and_asked_for(form: PersonForm) -> None:
    show(form, replace(EMPTY, papers=("other",)))
    form.go_to("person.birth_on_file")
    births = form.person.births
    QTest.keyClicks(births.on_file, "3/6/65")
    QTest.keyClick(births.on_file, RETURN)
    form.show_needs(form.value())
    assert form._fields["person.birth_basis_reason"].need is Need.OPTIONAL
    births.basis.setFocus()
    QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Down)
    form.show_needs(form.value())
    assert form._fields["person.birth_basis_reason"].need is Need.REQUIRED
    QTest.keyClicks(births.reason, "Theo ly lich")
    QTest.keyClick(births.reason, RETURN)
    QTest.keyClick(births.paper.choice, Qt.Key.Key_Down)
    shown = form.value()
    assert shown.person.decisive_birth == BirthDate(date(1965, 6, 3))
    assert shown.person.birth_basis is BirthBasis.FILE
    assert shown.person.birth_basis_reason == "Theo ly lich"
    assert shown.papers == ("other", "p1")
    heard = []
    form.go.connect(lambda page, target: heard.append((page, target)))
    QTest.keyClick(births.paper.more, Qt.Key.Key_Space)
    assert heard == [("approvals", None)]


def test_a_field_becomes_required_with_the_group(form: PersonForm) -> None:
    show(form)
    field = form._fields["person.management_level"]
    assert field.need is Need.OPTIONAL
    form.show_needs(replace(EMPTY, group=Group.VOLUNTARY))
    assert field.need is Need.REQUIRED
    assert "bắt buộc, vì thuộc nhóm tự nguyện" in field.editor.accessibleName()


def test_what_is_missing_is_listed_and_leads_there(form: PersonForm) -> None:
    show(form)
    findings = check_round(
        around(replace(DOSSIER, person=replace(DOSSIER.person, sex=None), leave_on=None)), Stage.ENTRY
    )
    form.show_findings(tuple(each for each in findings if each.subject == DOSSIER.id), CATALOGUE)
    assert form.missing.needed == ("person.sex", "leave_on")
    form.missing.go.emit("leave_on")
    assert form.leave_on.hasFocus()


def test_the_help_of_the_field_with_the_cursor_cites_its_article(form: PersonForm) -> None:
    show(form)
    form.show_articles({"person.sex": "Điều 4 Nghị định thử nghiệm"})
    form.person.sex.setFocus()
    assert "Điều 4 Nghị định thử nghiệm" in form.help_line.text()
    form.leave_on.setFocus()
    assert "Phụ lục I" in form.help_line.text()


def test_every_field_belongs_to_one_person_or_can_be_taken_from_another(form: PersonForm) -> None:
    shared = [name for name in form.fields if name not in IDENTITY]
    assert {"papers.birth", "career.checked_against_book"}.isdisjoint(shared)
    for name in shared:
        field_value(EMPTY, name)  # raises where the record has no such field


def test_the_tick_that_the_book_was_compared_is_a_field_to_go_to(form: PersonForm) -> None:
    show(form)
    form.go_to("career.checked_against_book")
    assert form.career.checked.hasFocus()


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("citizen_id", "031 067 989 291", "031067989291"),
        ("citizen_id", "031067-989.291", "031067989291"),
        ("citizen_id", "C1234 567", "C1234 567"),
        ("insurance_number", "3112 345 678", "3112345678"),
        ("bank_account", "0031 000-123.456", "0031000123456"),
        ("bank_account", "VA 0031 000", "VA 0031 000"),
        ("full_name", "nguyễn văn an", "Nguyễn Văn An"),
        ("full_name", "NGUYỄN  VĂN AN", "Nguyễn Văn An"),
        ("full_name", "H'Hen Niê Kđăm", "H'Hen Niê Kđăm"),
    ],
)
def test_names_and_numbers_are_kept_as_lists_keep_them(form: PersonForm, field: str, typed: str, kept: str) -> None:
    show(form)
    line = form.person.texts[field]
    line.setFocus()
    QGuiApplication.clipboard().setText(typed)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, RETURN)
    assert (line.text(), getattr(person_of(form), field)) == (kept, kept)
    assert getattr(form.seen[-1].person, field) == kept


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ("KS1", ("HD", "KS1", "KS2")),
        ("KS3", ("HD", "KS3", "KS2")),
        ("KS2", ("KS2", "HD", "KS1")),
        ("", ("HD", "KS2")),
    ],
)
def test_choosing_a_birth_paper_takes_no_other_one_away(form: PersonForm, chosen: str, left: tuple[str, ...]) -> None:
    papers = tuple(replace(PAPER, id=f"KS{place}") for place in (1, 2, 3))
    form.show_dossier(replace(EMPTY, papers=("HD", "KS1", "KS2")), papers, locked=False)
    box = form.person.births.paper
    assert box.value() == "KS1"
    box.set_value(chosen)
    assert form.value().papers == left
    form.show_dossier(form.value(), papers, locked=False)
    assert box.value() == (chosen or "KS2")


def test_a_first_birth_paper_joins_what_is_there(form: PersonForm) -> None:
    form.show_dossier(replace(EMPTY, papers=("HD",)), (PAPER,), locked=False)
    form.person.births.paper.set_value(PAPER.id)
    assert form.value().papers == ("HD", PAPER.id)

"""What stands half typed, in a real store: kept, left, cut off, answered."""

from dataclasses import replace

from desktop.services.entry.drafts import (
    Interrupted,
    forget_interrupted,
    interrupted_drafts,
    keep_drafts,
    left_drafts,
    put_back_interrupted,
)
from desktop.services.entry.edit_dossier import discard_dossier, save_dossier
from desktop.services.entry.typed_parts import Form, HalfTyped, Part, set_aside_cut_off
from desktop.services.entry.unread import unread_cells
from desktop.services.office import Office
from tests.services.entry.records import people
from tests.services.offices import Desks


def typed(about: str, text: str = "17/09/19", edition: int = 0) -> HalfTyped:
    return HalfTyped(Form.PERSON, about, (Part("person.birth", text, "17/09/1970"),), "Cũ", edition)


def set_aside_interrupted(office: Office) -> tuple[Interrupted, ...]:
    set_aside_cut_off(office.store)
    return interrupted_drafts(office)


def test_what_was_cut_off_is_asked_about_with_name_and_time(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    keep_drafts(office, [typed(person.id, edition=person.edition)])
    assert interrupted_drafts(office) == ()
    (found,) = set_aside_interrupted(office)
    assert found.typed.parts == typed(person.id).parts
    assert (found.typed.name, found.typed.at) == (person.person.full_name, office.stamp())
    assert (found.round_id, found.newer, found.gone) == (mended.round.id, False, False)
    assert set_aside_interrupted(office) == (found,)
    assert len(unread_cells(office, mended.round.id)) == len({*unread_cells(office, mended.round.id)})


def test_newer_typing_takes_the_place_of_nothing_that_waits_for_an_answer(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    keep_drafts(office, [typed(person.id)])
    set_aside_interrupted(office)
    keep_drafts(office, [replace(typed(person.id, "1"), parts=())])
    assert [each.typed.parts[0].text for each in interrupted_drafts(office)] == ["17/09/19"]


def test_a_record_that_changed_or_went_since_is_told(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    keep_drafts(office, [typed(person.id, edition=person.edition)])
    save_dossier(office, replace(person, note="khác"))
    (found,) = set_aside_interrupted(office)
    assert (found.newer, found.gone) == (True, False)
    discard_dossier(office, person.id)
    assert [each.gone for each in interrupted_drafts(office)] == [True]


def test_what_was_discarded_can_be_asked_about_again(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    keep_drafts(office, [typed(person.id, edition=person.edition)])
    (found,) = set_aside_interrupted(office)
    forget_interrupted(office, found.subject, "discarded")
    assert interrupted_drafts(office) == ()
    put_back_interrupted(office, found)
    assert interrupted_drafts(office) == (found,)
    with office.store.begin() as work:
        assert [each.action for each in work.audit.all()][-2:] == ["draft.discarded", "draft.put_back"]
        assert work.audit.verify() is None


def test_what_was_left_in_order_is_not_asked_about(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    keep_drafts(office, [replace(typed(person.id, "32/13/2020"), left=True)])
    assert set_aside_interrupted(office) == ()
    assert [each.parts[0].text for each in left_drafts(office)] == ["32/13/2020"]


def test_a_draft_without_parts_is_forgotten(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    keep_drafts(office, [typed(person.id)])
    keep_drafts(office, [HalfTyped(Form.PERSON, person.id, ())])
    assert set_aside_interrupted(office) == ()

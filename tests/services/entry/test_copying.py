"""Copies in a real store: what comes along, what never does, and from whom."""

from dataclasses import replace

import pytest

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.services.entry.copying import (
    FIELDS,
    IDENTITY,
    Portion,
    bring_from_earlier,
    copy_to,
    find_earlier,
    origin_of,
)
from desktop.services.entry.dotted_fields import changed_fields
from desktop.services.entry.edit_dossier import discard_dossier, new_dossier, save_dossier
from desktop.services.entry.edits import take_back
from desktop.services.entry.sticky import STICKABLE, begin_person, stick, sticky_fields
from desktop.services.office import Office
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import read_round
from tests.services.entry.records import people, stored
from tests.services.offices import Desks


def test_nothing_of_ones_identity_can_be_copied_or_stay() -> None:
    copied = {field for fields in FIELDS.values() for field in fields}
    assert not (copied | set(STICKABLE)) & IDENTITY


@pytest.mark.parametrize("portion", Portion)
def test_a_portion_comes_along_and_nothing_else(mended: Desks, portion: Portion) -> None:
    office, source = mended.unit, people(mended)[0]
    target = new_dossier(office, mended.round.id)
    edit = copy_to(office, target, source, [portion])
    changed = set(changed_fields(target, stored(office, target.id)))
    assert changed
    assert changed <= {*FIELDS[portion]}
    origin = origin_of(office, target.id)
    assert origin is not None
    assert (origin.name, origin.round_name) == (source.person.full_name, mended.round.name)
    take_back(office, edit)
    assert not changed_fields(target, stored(office, target.id))


def test_the_amount_is_computed_anew(mended: Desks) -> None:
    office, (source, target, *_) = mended.unit, people(mended)
    copy_to(office, target, source, [Portion.SALARY])
    view = read_round(office, mended.round.id)
    now = stored(office, target.id)
    assert now.career.salary == source.career.salary
    assert view.supports[target.id].computations[0].policy
    assert now.person == target.person


def second_round(office: Office) -> str:
    return open_round(office, "Đợt 3 năm 2024", "2024-3").id


def test_somebody_of_an_earlier_round_is_found_without_accents_and_comes_as_a_new_record(mended: Desks) -> None:
    office, source, before = mended.unit, people(mended)[0], mended.round
    later = second_round(office)
    found = find_earlier(office, later, source.person.citizen_id)
    assert [(each.dossier.id, each.round.id, each.here) for each in found] == [(source.id, before.id, False)]
    (brought,) = bring_from_earlier(office, later, [source.id])
    assert brought.person == source.person
    assert brought.career.salary == source.career.salary
    assert (brought.leave_on, brought.approval_id, brought.justifications) == (None, None, ())
    assert (brought.id != source.id, brought.round_id, brought.revision) == (True, later, 1)
    assert origin_of(office, brought.id).round_name == before.name  # type: ignore[union-attr]  # it was copied
    assert [each.here for each in find_earlier(office, later, source.person.citizen_id)] == [True]
    with pytest.raises(Refusal, match=r"copy\.already_here"):
        bring_from_earlier(office, later, [source.id])


def test_who_was_in_several_rounds_is_offered_and_brought_once_as_the_newest_has_them(mended: Desks) -> None:
    office, (source, other, *_) = mended.unit, people(mended)
    second = second_round(office)
    newer = {each.person.citizen_id: each for each in bring_from_earlier(office, second, [source.id, other.id])}
    nameless = save_dossier(
        office, replace(newer[other.person.citizen_id], person=replace(other.person, citizen_id=""))
    )
    third = open_round(office, "Đợt 4 năm 2024", "2024-4").id
    wanted = [source.person.citizen_id, fold(other.person.full_name)]
    found = {each.dossier.id for words in wanted for each in find_earlier(office, third, words)}
    assert newer[source.person.citizen_id].id in found
    assert source.id not in found
    assert {nameless.after.id, other.id} <= found  # one has a number and one has none: nobody can say that they are one
    both = [source.id, newer[source.person.citizen_id].id]
    (brought,) = bring_from_earlier(office, third, both)
    assert origin_of(office, brought.id).round_name == "Đợt 3 năm 2024"  # type: ignore[union-attr]  # it was copied


def test_nobody_in_the_bin_of_an_earlier_round_is_offered(mended: Desks) -> None:
    office, source = mended.unit, people(mended)[0]
    discard_dossier(office, source.id)
    assert find_earlier(office, second_round(office), source.person.citizen_id) == ()


def test_what_stays_is_remembered_and_begins_the_next_person(mended: Desks) -> None:
    office, source, opened = mended.unit, people(mended)[0], mended.round.id
    assert sticky_fields(office) == frozenset()
    assert changed_fields(Dossier("", "", 0), begin_person(office, opened, source)) == {}
    stick(office, "person.workplace", stays=True)
    assert stick(office, "approval_id", stays=True) == {"person.workplace", "approval_id"}
    begun = stored(office, begin_person(office, opened, source).id)
    assert (begun.person.workplace, begun.approval_id) == (source.person.workplace, source.approval_id)
    assert begun.person.full_name == ""
    assert stick(office, "approval_id", stays=False) == {"person.workplace"}
    with pytest.raises(ValueError, match="citizen_id"):
        stick(office, "person.citizen_id", stays=True)

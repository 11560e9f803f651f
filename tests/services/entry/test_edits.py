"""Edits of real records, back and forth."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.dossiers import Dossier, Group
from desktop.domain.errors import Refusal
from desktop.domain.people import Sex
from desktop.domain.states import DossierState
from desktop.services.entry.dotted_fields import changed_fields, with_fields
from desktop.services.entry.edit_dossier import (
    discard_dossier,
    discard_dossiers,
    new_dossier,
    restore_dossiers,
    save_dossier,
)
from desktop.services.entry.edits import Edit, edit_dossier, take_back, take_over
from desktop.services.entry.history import History
from desktop.services.entry.unread import TypedRow, typed_rows
from desktop.services.office import Office
from desktop.services.rounds.round_view import read_round
from tests.services.entry.records import people, stored
from tests.services.offices import Desks

CHANGES: dict[str, Callable[[int], object]] = {
    "person.full_name": lambda number: f"Người {number}",
    "person.sex": lambda number: (None, Sex.FEMALE, Sex.MALE)[number % 3],
    "career.rank": lambda number: f"01.00{number}",
    "leave_on": lambda number: date(2024, 1 + number, 1),
    "group": lambda number: (None, *Group)[number % 3],
    "note": lambda number: "x" * number,
}


def content(dossier: Dossier) -> Dossier:
    return replace(dossier, edition=0)


def edit(office: Office, dossier_id: str, **values: object) -> Edit:
    fields = {name.replace("__", "."): value for name, value in values.items()}
    return edit_dossier(office, with_fields(stored(office, dossier_id), fields))


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 5)), min_size=1, max_size=6))
def test_undoing_every_edit_leads_to_the_start_and_redoing_to_the_end(
    mended: Desks, sequence: list[tuple[str, int]]
) -> None:
    office, history = mended.unit, History()
    start = stored(office, new_dossier(office, mended.round.id).id)
    for field, number in sequence:
        changed = with_fields(stored(office, start.id), {field: CHANGES[field](number)})
        done = edit_dossier(office, changed)
        history.done(field, lambda done=done: take_back(office, done), lambda done=done: take_over(office, done))
    end = stored(office, start.id)
    while history.undo():
        pass
    assert content(stored(office, start.id)) == content(start)
    while history.redo():
        pass
    assert content(stored(office, start.id)) == content(end)


def test_a_field_goes_back_alone_and_the_state_follows(mended: Desks) -> None:
    office = mended.unit
    person = next(each for each in people(mended) if each.state is DossierState.COMPLETE)
    done = edit(office, person.id, leave_on=None)
    assert stored(office, person.id).state is DossierState.DRAFT
    edit(office, person.id, note="khác")
    assert take_back(office, done).state is DossierState.COMPLETE
    assert changed_fields(person, stored(office, person.id)) == {"note": (person.note, "khác")}


def test_several_are_put_away_together_or_nobody_is(mended: Desks) -> None:
    office = mended.unit
    people = read_round(office, mended.round.id).dossiers[:3]
    with office.store.begin() as work:
        work.move(people[2], DossierState.SENT, office.operator)
    with pytest.raises(Refusal, match=r"record\.not_editable"):
        discard_dossiers(office, [each.id for each in people])
    assert {each.id for each in people} <= {each.id for each in read_round(office, mended.round.id).dossiers}
    discard_dossiers(office, [each.id for each in people[:2]])
    assert not {each.id for each in people[:2]} & {each.id for each in read_round(office, mended.round.id).dossiers}
    restore_dossiers(office, [each.id for each in people[:2]])
    assert {each.id for each in people} <= {each.id for each in read_round(office, mended.round.id).dossiers}


def test_what_was_changed_elsewhere_since_is_refused_and_stays(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    done = edit(office, person.id, person__post="Kế toán")
    edit(office, person.id, person__post="Thủ quỹ")
    with pytest.raises(Refusal, match=r"record\.changed_since"):
        take_back(office, done)
    assert stored(office, person.id).person.post == "Thủ quỹ"


def test_nobody_in_the_bin_is_changed(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    done = edit(office, person.id, note="khác")
    discard_dossier(office, person.id)
    with pytest.raises(Refusal, match=r"record\.changed_elsewhere"):
        take_back(office, done)


def test_a_row_that_could_not_be_read_goes_and_comes_with_its_edit(mended: Desks) -> None:
    office, person = mended.unit, people(mended)[0]
    row = TypedRow("career.salary", 0, ("13/2010",), "tháng", known=False)
    done = edit_dossier(office, person, unread=(row,))
    assert (done.fields, done.tables) == ((), ("career.salary",))
    take_back(office, done)
    assert typed_rows(office, person.id) == ()
    take_over(office, done)
    assert typed_rows(office, person.id) == (row,)


def test_a_career_that_was_claimed_waits_again_after_going_back(mended: Desks) -> None:
    office, person, opened = mended.unit, people(mended)[0], mended.round.id
    with office.store.begin() as work:
        work.waiting_careers.put(opened, "031170505924", "Nguyễn Thị Thử", person.career)
    added = new_dossier(office, opened)
    edit(office, added.id, person__full_name="Nguyễn Thị Thử")
    done = edit(office, added.id, person__citizen_id="031170505924")
    assert done.claimed_career
    assert take_back(office, done).career.insurance == ()
    with office.store.begin() as work:
        assert [each.citizen_id for each in work.waiting_careers.of_round(opened)] == ["031170505924"]
    assert take_over(office, done).career.insurance == person.career.insurance
    take_back(office, done)
    other = new_dossier(office, opened)
    got = with_fields(other, {"person.full_name": "Nguyễn Thị Thử", "person.citizen_id": "031170505924"})
    save_dossier(office, got)
    with pytest.raises(Refusal, match=r"record\.changed_since"):
        take_over(office, done)

"""Taking in a list tells how far it is, and stopped half-way it has left nothing."""

from collections.abc import Callable

import pytest

from desktop.domain.errors import Refusal
from desktop.services.entry.edit_dossier import new_dossier
from desktop.services.lists.comparison import Choices, ListComparison, compare_list
from desktop.services.lists.import_list import ListPreview, preview_list, take_in_list
from desktop.services.lists.preparing import prepare_list
from desktop.services.lists.taking_back import ListAct
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import read_round
from tests.services.mending import OURS
from tests.services.offices import Desks
from tests.services.seen import everything_in

Told = tuple[int, int, str]


def _stop_after(looks: int) -> Callable[[], bool]:
    """Return a check that lets so many looks pass and then asks to stop."""
    seen = iter(range(looks))
    return lambda: next(seen, None) is None


def test_reading_and_taking_in_tell_how_far_they_are(enrolled: Desks) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    told: list[Told] = []
    preview = preview_list(OURS.workbook, progress=lambda *each: told.append(each))
    assert told[0] == (0, 0, OURS.workbook.name)
    assert (60, 60, preview.reading.people[0].sheet) in told
    told.clear()
    take_in_list(enrolled.unit, opened.id, preview, progress=lambda *each: told.append(each))
    assert told[0][:2] == (0, 60)
    assert told[-1][:2] == (60, 60)


@pytest.mark.parametrize("looks", [0, 1, 3])
def test_reading_stops_when_asked(looks: int) -> None:
    with pytest.raises(Refusal) as stopped:
        preview_list(OURS.workbook, cancelled=_stop_after(looks))
    assert stopped.value.code == "list.cancelled"


@pytest.mark.parametrize("looks", [0, 1, 2])
def test_a_list_that_was_stopped_left_nothing(enrolled: Desks, looks: int) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    preview = preview_list(OURS.workbook)
    before = everything_in(enrolled.unit)
    with pytest.raises(Refusal) as stopped:
        take_in_list(enrolled.unit, opened.id, preview, cancelled=_stop_after(looks))
    assert stopped.value.code == "list.cancelled"
    assert everything_in(enrolled.unit) == before
    assert len(take_in_list(enrolled.unit, opened.id, preview).dossiers) == 60


def _compared(desks: Desks, round_id: str, preview: ListPreview) -> tuple[ListComparison, Choices]:
    found = compare_list(desks.unit, round_id, preview.reading)
    return found, Choices.offered(found)


@pytest.mark.parametrize("looks", [0, 1, 2, 4])
def test_judging_and_checking_stop_when_asked_and_have_stored_nothing(enrolled: Desks, looks: int) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    found, choices = _compared(enrolled, opened.id, preview_list(OURS.workbook))
    before = everything_in(enrolled.unit)
    with pytest.raises(Refusal) as stopped:
        prepare_list(enrolled.unit, opened.id, found, choices, cancelled=_stop_after(looks))
    assert stopped.value.code == "list.cancelled"
    assert everything_in(enrolled.unit) == before


@pytest.mark.parametrize("looks", [0, 1, 2])
def test_storing_what_was_prepared_stops_when_asked(enrolled: Desks, looks: int) -> None:
    opened, preview = open_round(enrolled.unit, "Đợt 1", "2024-1"), preview_list(OURS.workbook)
    found, choices = _compared(enrolled, opened.id, preview)
    prepared = prepare_list(enrolled.unit, opened.id, found, choices)
    before = everything_in(enrolled.unit)
    with pytest.raises(Refusal):
        take_in_list(enrolled.unit, opened.id, preview, found, choices, prepared=prepared, cancelled=_stop_after(looks))
    assert everything_in(enrolled.unit) == before


def test_what_was_foreseen_is_what_is_there_afterwards(enrolled: Desks) -> None:
    opened, preview = open_round(enrolled.unit, "Đợt 1", "2024-1"), preview_list(OURS.workbook)
    found, choices = _compared(enrolled, opened.id, preview)
    prepared = prepare_list(enrolled.unit, opened.id, found, choices)
    taken = take_in_list(enrolled.unit, opened.id, preview, found, choices, prepared=prepared)
    stored = read_round(enrolled.unit, opened.id)
    assert prepared.foreseen is not None
    assert prepared.foreseen.dossiers == stored.dossiers == taken.dossiers
    assert prepared.foreseen.findings() == stored.findings()


def test_what_changed_since_it_was_prepared_is_judged_anew(enrolled: Desks) -> None:
    opened, preview = open_round(enrolled.unit, "Đợt 1", "2024-1"), preview_list(OURS.workbook)
    found, choices = _compared(enrolled, opened.id, preview)
    prepared = prepare_list(enrolled.unit, opened.id, found, choices)
    between = new_dossier(enrolled.unit, opened.id)
    taken = take_in_list(enrolled.unit, opened.id, preview, found, choices, prepared=prepared)
    assert [each.ordinal for each in taken.dossiers] == list(range(between.ordinal + 1, between.ordinal + 61))


@pytest.mark.parametrize("way", ["back", "forth"])
def test_going_back_and_forth_stops_when_asked(enrolled: Desks, way: str) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    act = ListAct(enrolled.unit, opened.id, take_in_list(enrolled.unit, opened.id, preview_list(OURS.workbook)))
    if way == "forth":
        act.undo()
    before = everything_in(enrolled.unit)
    go = act.undo_ahead if way == "back" else act.redo_ahead
    with pytest.raises(Refusal) as stopped:
        go(cancelled=_stop_after(0))
    assert stopped.value.code == "list.cancelled"
    assert everything_in(enrolled.unit) == before
    go()
    assert len(read_round(enrolled.unit, opened.id).dossiers) == (0 if way == "back" else 60)

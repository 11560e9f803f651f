"""Taking in a list tells how far it is, and stopped half-way it has left nothing."""

from collections.abc import Callable

import pytest

from desktop.domain.errors import Refusal
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.rounds.open_round import open_round
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

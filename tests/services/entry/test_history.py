"""The history of acts: by example, and any sequence back and forth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.services.entry.history import History


class Sheet:
    """Named values whose changes are told to a history; an act refuses where the value is not as it left it."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.history = History()

    def put(self, name: str, value: int) -> None:
        before = self.values.get(name, 0)
        self.values[name] = value
        self.history.done(name, lambda: self._move(name, value, before), lambda: self._move(name, before, value))

    def _move(self, name: str, expected: int, wanted: int) -> None:
        if self.values[name] != expected:
            raise Refusal("record.changed_since", name=name)
        self.values[name] = wanted


puts = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5)), max_size=12)


@given(puts)
def test_undoing_all_leads_to_the_start_and_redoing_all_to_the_end(sequence: list[tuple[str, int]]) -> None:
    sheet = Sheet()
    states = [dict.fromkeys("abc", 0)]
    for name, value in sequence:
        sheet.put(name, value)
        states.append({**states[-1], name: value})
    for expected in reversed(states[:-1]):
        assert sheet.history.undo() is not None
        assert {**dict.fromkeys("abc", 0), **sheet.values} == expected
    assert sheet.history.undo() is None
    for expected in states[1:]:
        assert sheet.history.redo() is not None
        assert {**dict.fromkeys("abc", 0), **sheet.values} == expected
    assert sheet.history.redo() is None


@given(st.lists(st.one_of(st.tuples(st.sampled_from("abc"), st.integers(0, 5)), st.sampled_from(("undo", "redo")))))
def test_any_way_back_and_forth_ends_where_a_list_of_states_says(ways: list[tuple[str, int] | str]) -> None:
    sheet, states, at = Sheet(), [dict.fromkeys("abc", 0)], 0
    for way in ways:
        if way == "undo":
            assert (sheet.history.undo() is None) == (at == 0)
            at = max(0, at - 1)
        elif way == "redo":
            assert (sheet.history.redo() is None) == (at == len(states) - 1)
            at = min(len(states) - 1, at + 1)
        else:
            name, value = way
            sheet.put(str(name), int(value))
            states, at = [*states[: at + 1], {**states[at], str(name): int(value)}], at + 1
        assert {**dict.fromkeys("abc", 0), **sheet.values} == states[at]


def test_what_was_changed_elsewhere_is_refused_and_let_go() -> None:
    sheet = Sheet()
    sheet.put("a", 1)
    sheet.put("b", 2)
    sheet.values["b"] = 7
    with pytest.raises(Refusal):
        sheet.history.undo()
    assert sheet.values == {"a": 1, "b": 7}
    assert sheet.history.to_undo is not None
    assert sheet.history.to_undo.label == "a"


def test_a_refusal_that_passes_can_be_tried_again() -> None:
    history, full = History(), [True]

    def back() -> None:
        if full:
            raise Refusal("store.disk_full", place="tinhgian.db")

    history.done("a", back, back)
    with pytest.raises(Refusal):
        history.undo()
    full.clear()
    assert history.undo() is not None


def test_an_older_act_can_be_taken_back_alone() -> None:
    sheet = Sheet()
    sheet.put("a", 1)
    older = sheet.history.to_undo
    sheet.put("b", 2)
    assert older is not None
    assert sheet.history.take_back(older) is older
    assert sheet.values == {"a": 0, "b": 2}
    assert sheet.history.take_back(older) is None


def test_watchers_are_told_and_the_oldest_is_let_go() -> None:
    history, told = History(limit=2), []
    history.watch(lambda: told.append(history.to_undo.label if history.to_undo else ""))
    for name in "abc":
        history.done(name, int, int)
    history.undo()
    history.undo()
    assert told == ["a", "b", "c", "b", ""]
    history.forget()
    assert history.to_redo is None

"""Two versions of a toy law over the same people."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import PolicyRef
from desktop.rules.evaluate import compute
from desktop.rules.policy import PolicyPack
from desktop.services.policies.compare_policies import ChangeKind, Subject, compare_policies
from desktop.services.policies.open_people import example_people
from desktop.services.policies.shelf import load_shelf
from desktop.system.resources import resource
from tests.rules.records import dossier, insured, pay
from tests.rules.toy import component, parameter, toy_pack


def _law(value: str, provenance: str = "verified") -> PolicyPack:
    return toy_pack([parameter("amount", "dong", value, provenance)], [component("item", "amount")])


def _person(name: str, leave_on: date = date(2024, 11, 1)) -> Subject:
    made = dossier(salary=(pay("2020-01", "2024-10", "3"),), insurance=(insured("2000-01", "2024-10"),))
    return Subject(name, name, "xứ Không Có", replace(made, leave_on=leave_on))


SHELF = load_shelf(resource("policies"))
EARLY = _person("sớm")
LATE = _person("muộn", date(2031, 1, 1))


def test_everybody_who_gets_another_amount_is_named_the_largest_change_first() -> None:
    impact = compare_policies([_law("100")], [_law("250")], [EARLY, LATE])
    (change,) = impact.changes
    assert (change.name, change.kind, change.difference) == ("sớm", ChangeKind.MORE, 150)
    assert (impact.people, impact.total_before, impact.total_after, impact.difference) == (2, 100, 250, 150)


def test_what_becomes_known_is_no_rise_from_nothing() -> None:
    impact = compare_policies([_law("", "open")], [_law("250")], [EARLY])
    assert [change.kind for change in impact.changes] == [ChangeKind.BECOMES_KNOWN]
    assert impact.changes[0].before.amount is None
    assert (impact.changes[0].before.open, impact.still_open) == (True, 0)


def test_what_becomes_open_and_stays_open_is_counted() -> None:
    back = compare_policies([_law("250")], [_law("", "open")], [EARLY])
    assert (back.count(ChangeKind.BECOMES_OPEN), back.still_open) == (1, 1)
    same = compare_policies([_law("", "open")], [_law("", "open")], [EARLY])
    assert (same.changes, same.still_open) == ((), 1)


def test_a_condition_that_changes_gains_and_loses() -> None:
    strict = _law("100")
    (case,) = strict.cases
    loose = replace(strict, cases=(replace(case, conditions=()),), ref=PolicyRef("toy", "2", "f" * 64))
    assert compare_policies([strict], [loose], [LATE]).count(ChangeKind.GAINS) == 1
    assert compare_policies([loose], [strict], [LATE]).count(ChangeKind.LOSES) == 1


def test_a_law_that_is_new_here_is_compared_with_nothing() -> None:
    impact = compare_policies([], [_law("100")], [EARLY])
    assert (impact.before, impact.count(ChangeKind.GAINS)) == (None, 1)


def test_progress_is_told_and_cancel_stops() -> None:
    told: list[tuple[int, int]] = []
    people = [EARLY] * 130
    compare_policies([_law("1")], [_law("2")], people, progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 130), (64, 130), (128, 130), (130, 130)]
    with pytest.raises(Refusal, match=r"policy\.comparison_cancelled"):
        compare_policies([_law("1")], [_law("2")], people, cancelled=lambda: len(told) > 3)


@pytest.mark.parametrize("policy_id", [pack.id for pack in SHELF.packs])
def test_what_is_compared_is_what_a_computation_with_all_its_steps_says(policy_id: str) -> None:
    pack, others = SHELF.pack(policy_id), SHELF.others(policy_id)
    people = [person for each in SHELF.packs for person in example_people(each)]
    assert len(people) > 40
    for person in people:
        change = compare_policies([pack], [pack], [person], others=others)
        found = compute(pack, person.dossier, approved_on=person.approved_on, others=others)
        due = found.applies and found.eligible
        assert (change.total_before, change.still_open) == (
            (found.total or 0) if due else 0,
            int(due and bool(found.open_values)),
        ), person.id

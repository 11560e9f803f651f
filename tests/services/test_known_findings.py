"""Findings that are handed on from reading to reading are those that looking at everybody anew would find."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Round
from desktop.services.entry.edit_dossier import discard_dossier, new_dossier, save_dossier
from desktop.services.papers.edit_approval import attach_scan
from desktop.services.papers.links import give_paper
from desktop.services.papers.register import enter_document
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import RoundView, read_round
from tests.services.mending import OURS
from tests.services.offices import Desks

Change = Callable[[Desks, tuple[Dossier, ...]], object]


def _with_person(desks: Desks, dossier: Dossier, **fields: object) -> None:
    save_dossier(desks.unit, replace(dossier, person=replace(dossier.person, **fields)))


def _attach(desks: Desks, people: tuple[Dossier, ...]) -> None:
    scan = next(each for each in sorted(OURS.workbook.parent.rglob("*.pdf")))
    attach_scan(desks.unit, people[0].approval_id or "", scan)


def _attach_elsewhere(desks: Desks, people: tuple[Dossier, ...]) -> None:
    _attach(desks, people)
    scan = next(each for each in sorted(OURS.workbook.parent.rglob("*.pdf")))
    later = Round("later", "Đợt 9", "2024-9", desks.round.policies, desks.round.opened_on)
    with desks.unit.store.begin() as work:
        if work.rounds.get(later.id) is None:
            work.rounds.add(later)
    paper = enter_document(desks.unit, later.id, number="99/QĐ", issued_on=None, issuer="")
    attach_scan(desks.unit, paper.id, scan)


def _give(desks: Desks, people: tuple[Dossier, ...]) -> None:
    paper = enter_document(desks.unit, desks.round.id, number="12/QĐ", issued_on=None, issuer="", proves="")
    give_paper(desks.unit, paper.id, (people[3].id,))


_CHANGES: dict[str, Change] = {
    "a field": lambda desks, people: save_dossier(desks.unit, replace(people[0], leave_on=None)),
    "a number that another one has": lambda desks, people: _with_person(
        desks, people[0], citizen_id=people[9].person.citizen_id
    ),
    "an account that another one has": lambda desks, people: _with_person(
        desks, people[0], bank_account=people[9].person.bank_account
    ),
    "a name and birth that another one has": lambda desks, people: _with_person(
        desks, people[0], full_name=people[9].person.full_name, birth=people[9].person.birth
    ),
    "somebody gone": lambda desks, people: discard_dossier(desks.unit, people[4].id),
    "somebody new": lambda desks, _people: new_dossier(desks.unit, desks.round.id),
    "a scan on a document of many": _attach,
    "a document of one": _give,
    "the same file in another round": _attach_elsewhere,
    "nothing": lambda _desks, _people: None,
}


def _same(handed_on: RoundView, anew: RoundView) -> None:
    assert handed_on.dossiers == anew.dossiers
    assert handed_on.approvals == anew.approvals
    assert handed_on.findings() == anew.findings()


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_what_is_handed_on_is_what_is_found_anew(listed: Desks, change: Change) -> None:
    before = read_round(listed.unit, listed.round.id)
    before.findings()
    opened = listed.round.id
    change(listed, before.dossiers)
    after = read_round(listed.unit, opened, before)
    _same(after, read_round(listed.unit, opened))
    change(listed, after.dossiers)
    _same(read_round(listed.unit, opened, after), read_round(listed.unit, opened))


def test_only_whom_a_change_concerns_is_looked_at_again(listed: Desks) -> None:
    before = read_round(listed.unit, listed.round.id)
    before.findings()
    save_dossier(listed.unit, replace(before.dossiers[7], note="Đã sửa."))
    after = read_round(listed.unit, listed.round.id, before)
    kept = [new is old for new, old in zip(after.dossiers, before.dossiers, strict=True)]
    assert kept.count(False) == 1
    old = {id(each) for each in before.findings()}
    anew = {each.subject for each in after.findings() if id(each) not in old}
    papers = {"", *after.approvals, *after.attachments}
    assert anew - papers <= {after.dossiers[7].id}


def test_another_round_is_not_taken_for_the_one_before(listed: Desks) -> None:
    before = read_round(listed.unit, listed.round.id)
    before.findings()
    other: Round = open_round(listed.unit, "Đợt 3", "2024-3")
    new_dossier(listed.unit, other.id)
    _same(read_round(listed.unit, other.id, before), read_round(listed.unit, other.id))


def test_a_look_that_was_given_up_leaves_what_was_known(listed: Desks) -> None:
    before = read_round(listed.unit, listed.round.id)

    def give_up(place: int, _total: int) -> None:
        if place == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        before.look_over(give_up)
    told: list[int] = []
    before.look_over(lambda place, _total: told.append(place))
    assert told == list(range(1, len(before.dossiers) + 1))
    assert before.findings() == read_round(listed.unit, listed.round.id).findings()

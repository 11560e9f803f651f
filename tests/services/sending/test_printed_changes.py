"""What was printed is remembered whole, so that what changed since can be told per person and field."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import discard_dossier, justify, new_dossier, save_dossier
from desktop.services.prints.print_forms import print_proposal_list
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.going_list import people_on_list, print_going_list, state_of_print
from desktop.services.sending.plan_sending import plan_sending
from desktop.services.sending.printed_changes import PrintChange, PrintState
from desktop.services.sending.words_of_list import short_hash, spoken_list
from tests.documents.forms.tools import pdf_text
from tests.services.offices import Desks


def _view(desks: Desks) -> RoundView:
    return read_round(desks.unit, desks.round.id)


def _state(desks: Desks, *, only_complete: bool = False) -> PrintState:
    return state_of_print(desks.unit, plan_sending(desks.unit, _view(desks), only_complete=only_complete))


def test_what_changed_since_the_print_is_told_per_person_and_field(ready: Desks, tmp_path: Path) -> None:
    assert not _state(ready).printed
    view = _view(ready)
    printed = print_proposal_list(ready.unit, view, tmp_path)
    before = _state(ready)
    assert before.same
    assert short_hash(before.digest) in pdf_text(printed.pdf)
    assert len(spoken_list(before.digest)) == 6

    changed, removed = view.dossiers[0], view.dossiers[2]
    save_dossier(ready.unit, replace(changed, leave_on=date(2024, 12, 1)))
    discard_dossier(ready.unit, removed.id)
    added = new_dossier(ready.unit, ready.round.id)
    now = _state(ready)
    assert not now.same
    kinds = {each.dossier_id: each.change for each in now.changes}
    assert kinds == {
        changed.id: PrintChange.CHANGED,
        added.id: PrintChange.ADDED,
        removed.id: PrintChange.REMOVED,
    }
    (one,) = (each for each in now.changes if each.dossier_id == changed.id)
    assert [(each.field, each.before, each.after) for each in one.fields] == [
        ("leave_on", str(changed.leave_on), "2024-12-01")
    ]
    assert one.amount_before != one.amount_after

    print_proposal_list(ready.unit, _view(ready), tmp_path)
    assert _state(ready).same


def test_an_answer_stands_on_the_list_but_one_about_the_round_does_not(ready: Desks, tmp_path: Path) -> None:
    view = _view(ready)
    print_proposal_list(ready.unit, view, tmp_path)
    warning = next(each for each in view.findings() if each.severity == "W")
    about_round = replace(warning, code="TT06", subject="")
    justify(ready.unit, [warning.subject], [about_round], "Đã in lại.")
    assert _state(ready).same
    justify(ready.unit, [warning.subject], [warning], "Giải trình khác.")
    (changed,) = _state(ready).changes
    assert [each.field for each in changed.fields] == ["justifications"]


def test_only_the_last_print_is_kept(ready: Desks, tmp_path: Path) -> None:
    def blobs() -> int:
        return sum(1 for each in ready.unit.store.blobs.folder.glob("??/*") if each.is_file())

    before = blobs()
    print_proposal_list(ready.unit, _view(ready), tmp_path)
    assert blobs() == before + 1
    save_dossier(ready.unit, replace(_view(ready).dossiers[0], leave_on=date(2024, 12, 1)))
    print_proposal_list(ready.unit, _view(ready), tmp_path)
    assert blobs() == before + 1


def test_the_print_of_those_who_go_is_compared_with_those_who_go(listed: Desks, tmp_path: Path) -> None:
    plan = plan_sending(listed.unit, _view(listed), only_complete=True)
    people = people_on_list(plan)
    assert {each.state for each in people} == {DossierState.COMPLETE}
    assert len(people) < len(plan.view.dossiers)
    print_going_list(listed.unit, plan, tmp_path)
    assert _state(listed, only_complete=True).same
    assert {each.change for each in _state(listed).changes} == {PrintChange.ADDED}
    # TT06 speaks of those on paper: the others being entered on make it no other list
    view = _view(listed)
    assert not [each for each in view.findings() if each.code == "TT06"]
    save_dossier(listed.unit, replace(people[0], leave_on=date(2024, 12, 1)))
    assert [each for each in _view(listed).findings() if each.code == "TT06"]

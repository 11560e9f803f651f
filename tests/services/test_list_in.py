"""A unit's list comes in: good rows whole, faulty rows as drafts, nothing guessed, nobody twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.entry.unread import unread_cells
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.office import Office
from desktop.services.rounds.open_round import open_round
from tests.services.mending import GIVEN, OURS, dossier_of, mend_all
from tests.services.offices import Desks
from tests.services.seen import everything_in


def _people(office: Office, round_id: str) -> tuple[Dossier, ...]:
    with office.store.begin() as work:
        return work.dossiers.of_round(round_id)


def _lost(dossier: Dossier) -> set[str]:
    """Return which of the fields that the samples spoil are empty."""
    held = {
        "citizen_id": dossier.person.citizen_id,
        "sex": dossier.person.sex,
        "birth": dossier.person.birth,
        "leave_on": dossier.leave_on,
        "approval": dossier.approval_id,
        "coefficient": dossier.declared.coefficient,
        "insured_months": dossier.declared.insured_months,
        "salary": dossier.career.salary,
        "insurance": dossier.career.insurance,
    }
    return {field for field, value in held.items() if not value}


LOST = {
    "citizen id has 11 digits": {"citizen_id", "salary", "insurance"},
    "same citizen id as another row": {"citizen_id", "salary", "insurance"},
    "leaving date missing": {"leave_on"},
    "coefficient is not a number": {"coefficient"},
    "insured time is not exact": {"insured_months"},
    "birth date in both sex columns": {"sex", "birth"},
    "no such day": {"approval"},
}


def test_seven_faulty_rows_are_drafts_and_the_other_53_complete(listed: Desks) -> None:
    people = _people(listed.unit, listed.round.id)
    states = [each.state for each in people]
    assert (states.count(DossierState.DRAFT), states.count(DossierState.COMPLETE)) == (7, 53)
    spoiled = {
        dossier_of(listed.unit, listed.round.id, OURS, each["citizen_id"]).id for each in OURS.truth["dirty_cells"]
    }
    assert {each.id for each in people if each.state is DossierState.DRAFT} == spoiled


def test_nothing_is_guessed_into_a_faulty_cell(listed: Desks) -> None:
    found = {
        each["why"]: _lost(dossier_of(listed.unit, listed.round.id, OURS, each["citizen_id"]))
        for each in OURS.truth["dirty_cells"]
    }
    assert found == LOST


def test_nothing_is_lost_from_a_good_row(listed: Desks) -> None:
    complete = [each for each in _people(listed.unit, listed.round.id) if each.state is DossierState.COMPLETE]
    assert [_lost(each) for each in complete] == [set()] * 53


def test_unread_cells_are_remembered_until_their_person_is_mended(listed: Desks) -> None:
    round_id = listed.round.id
    assert len(unread_cells(listed.unit, round_id)) == 7
    mend_all(listed.unit, round_id, OURS)
    assert unread_cells(listed.unit, round_id) == ()


def test_the_workbook_is_kept_byte_for_byte(listed: Desks) -> None:
    round_id = listed.round.id
    with listed.unit.store.begin() as work:
        (record,) = work.imports.of_round(round_id)
    with listed.unit.store.blobs.open(record.sha256) as kept:
        assert kept.read() == OURS.workbook.read_bytes()


def test_true_values_complete_everybody_and_a_mended_number_claims_the_waiting_career(listed: Desks) -> None:
    round_id = listed.round.id
    saved = mend_all(listed.unit, round_id, OURS)
    assert [each.before.state for each in saved if each.before] == [DossierState.DRAFT] * 7
    assert [each.after.state for each in saved] == [DossierState.COMPLETE] * 7
    whose = [each["why"] for each in OURS.truth["dirty_cells"]]
    assert {why for why, each in zip(whose, saved, strict=True) if each.claimed_career} == {
        "citizen id has 11 digits",
        "same citizen id as another row",
    }
    assert [_lost(each.after) for each in saved] == [set()] * 7
    with listed.unit.store.begin() as work:
        assert work.waiting_careers.of_round(round_id) == ()


def test_a_number_under_another_name_claims_no_career(listed: Desks) -> None:
    (dirty,) = (each for each in OURS.truth["dirty_cells"] if each["why"] == "citizen id has 11 digits")
    dossier = dossier_of(listed.unit, listed.round.id, OURS, dirty["citizen_id"])
    wrong = replace(dossier.person, full_name="Người Nào Khác", citizen_id=dirty["citizen_id"])
    saved = save_dossier(listed.unit, replace(dossier, person=wrong))
    assert not saved.claimed_career
    assert saved.after.career.salary == ()


@pytest.mark.parametrize("mend_first", [False, True], ids=["as it came", "after mending"])
def test_the_same_list_again_adds_nobody(listed: Desks, mend_first: bool) -> None:
    if mend_first:
        mend_all(listed.unit, listed.round.id, OURS)
    before = _people(listed.unit, listed.round.id)
    again = take_in_list(listed.unit, listed.round.id, preview_list(OURS.workbook))
    assert again.dossiers == ()
    assert len(again.known) == 60
    assert _people(listed.unit, listed.round.id) == before


def test_the_given_list_comes_in_with_the_cells_that_are_dirty_in_the_file(enrolled: Desks) -> None:
    opened = open_round(enrolled.unit, "Đợt 1", "2024-1")
    taken = take_in_list(enrolled.unit, opened.id, preview_list(GIVEN.workbook))
    assert (taken.complete, taken.drafts, len(taken.faults), len(taken.approvals)) == (54, 6, 6, 5)


@pytest.mark.parametrize("content", [b"", b"khong phai Excel", b"PK\x03\x04 cut off"])
def test_what_is_no_workbook_is_refused_and_changes_nothing(enrolled: Desks, tmp_path: Path, content: bytes) -> None:
    open_round(enrolled.unit, "Đợt 1", "2024-1")
    before = everything_in(enrolled.unit)
    path = tmp_path / "danh_sach.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        preview_list(path)
    assert refused.value.code.startswith("list.")
    assert everything_in(enrolled.unit) == before


def test_a_list_for_a_round_that_is_not_there_is_refused_whole(enrolled: Desks) -> None:
    before = everything_in(enrolled.unit)
    with pytest.raises(Refusal) as refused:
        take_in_list(enrolled.unit, "no-such-round", preview_list(OURS.workbook))
    assert refused.value.code == "record.not_found"
    assert everything_in(enrolled.unit)["rows"] == before["rows"]

"""One document for many people, what it proves, and what each person still lacks."""

from dataclasses import replace

import pytest

from desktop.domain.approvals import Approval
from desktop.domain.dates import BirthDate
from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.services.appraisal.received_view import appraisal_of
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.papers.edit_approval import attach_scan
from desktop.services.papers.kinds import own_papers, paper_kinds
from desktop.services.papers.links import give_paper, has_paper, put_back, take_paper
from desktop.services.papers.needed import PaperStanding, lacking, papers_of
from desktop.services.papers.register import change_document, enter_document, remove_document, restore_document
from desktop.services.prints.print_register import attachment_register
from desktop.services.rounds.round_view import RoundView, read_round
from tests.rules.checks.situations import CATALOGUE
from tests.services.mail import received_view, send, submission_in
from tests.services.mending import OURS, answer_all
from tests.services.offices import Desks

SCAN = sorted((OURS.folder / "ban_quet").glob("*.pdf"))[0]


def view_of(desks: Desks) -> RoundView:
    return read_round(desks.unit, desks.round.id)


def entered(desks: Desks, proves: str = "insurance_record") -> Approval:
    return enter_document(
        desks.unit, desks.round.id, number="12/XN-BHXH", issued_on=None, issuer="BHXH thành phố", proves=proves
    )


def test_one_document_is_given_to_many_taken_back_and_undone(ready: Desks) -> None:
    book, people = entered(ready), [each.id for each in view_of(ready).dossiers[:20]]
    given = give_paper(ready.unit, book.id, people)
    assert len(given.after) == 20
    assert give_paper(ready.unit, book.id, people[:3]).after == ()
    assert sum(has_paper(each, book.id) for each in view_of(ready).dossiers) == 20
    taken = take_paper(ready.unit, book.id, people[:5])
    assert sum(has_paper(each, book.id) for each in view_of(ready).dossiers) == 15
    put_back(ready.unit, taken)
    put_back(ready.unit, given)
    assert not any(has_paper(each, book.id) for each in view_of(ready).dossiers)


def test_a_decision_becomes_the_basis_only_of_who_has_none(ready: Desks) -> None:
    decision = entered(ready, "")
    first, second = view_of(ready).dossiers[:2]
    before = first.approval_id
    assert before is not None
    lost = take_paper(ready.unit, before, [first.id])
    assert lost.after[0].approval_id is None
    assert lost.after[0].state is DossierState.DRAFT
    give_paper(ready.unit, decision.id, [first.id, second.id])
    one, other = view_of(ready).dossiers[:2]
    assert (one.approval_id, one.papers) == (decision.id, ())
    assert (other.approval_id, other.papers) == (second.approval_id, (decision.id,))


def test_what_people_rest_on_stays_a_decision(ready: Desks) -> None:
    approval = next(iter(view_of(ready).approvals.values()))
    with pytest.raises(Refusal) as refused:
        change_document(ready.unit, replace(approval, proves="insurance_record"))
    assert (refused.value.code, refused.value.params["people"]) == ("paper.rests_on_it", 12)


def test_what_to_look_for_is_put_in_as_the_pack_says_and_can_be_changed(ready: Desks) -> None:
    book = entered(ready)
    assert book.to_check == "Các giai đoạn đóng bắt buộc, giai đoạn đã hưởng chế độ một lần."
    before, after = change_document(ready.unit, replace(book, to_check="Trang 4 của sổ ", summary="Xác nhận"))
    assert (before.to_check, after.to_check) == (book.to_check, "Trang 4 của sổ")


def test_a_document_of_nobody_is_taken_out_and_put_back_and_one_that_is_used_stays(ready: Desks) -> None:
    book = entered(ready)
    attach_scan(ready.unit, book.id, SCAN)
    removed = remove_document(ready.unit, book.id)
    assert book.id not in view_of(ready).approvals
    restore_document(ready.unit, removed)
    assert view_of(ready).approvals[book.id] == removed
    give_paper(ready.unit, book.id, [view_of(ready).dossiers[0].id])
    with pytest.raises(Refusal, match=r"approval\.in_use"):
        remove_document(ready.unit, book.id)
    row = next(each for each in attachment_register(ready.unit, view_of(ready)).rows if each.number == book.number)
    assert (row.kind, row.extract) == (
        "Sổ bảo hiểm xã hội hoặc tờ rời xác nhận thời gian đóng",
        book.to_check,
    )


def test_a_person_needs_what_the_packs_list_and_has_it_once_it_is_scanned(ready: Desks) -> None:
    book, dossier = entered(ready), view_of(ready).dossiers[0]

    def standing() -> dict[str, PaperStanding]:
        view = view_of(ready)
        return {each.kind.id: each.standing for each in papers_of(view, view.dossiers[0])}

    assert standing() == {
        "": PaperStanding.THERE,
        "insurance_record": PaperStanding.USUAL,
        "salary_decisions": PaperStanding.USUAL,
    }
    give_paper(ready.unit, book.id, [dossier.id])
    assert standing()["insurance_record"] is PaperStanding.NO_FILE
    attach_scan(ready.unit, book.id, SCAN)
    assert standing()["insurance_record"] is PaperStanding.THERE
    assert lacking(view_of(ready), view_of(ready).dossiers[0]) == ()


def test_two_birth_dates_and_reduced_capacity_ask_for_their_proofs(ready: Desks) -> None:
    view = view_of(ready)
    dossier = view.dossiers[0]
    other = replace(dossier.person, birth_on_file=BirthDate.parse("1969-01-02"))
    asking = replace(dossier, person=other, reduced_capacity=True)
    missing = {each.kind.id for each in papers_of(view, asking) if each.standing is PaperStanding.MISSING}
    assert missing == {"birth_proof", "medical_conclusion"}


def test_checks_that_ask_for_a_paper_are_in_the_catalogue_of_checks() -> None:
    assert {each.source for each in own_papers()} <= set(CATALOGUE.entries)
    ids = [each.id for each in paper_kinds(())]
    assert len(ids) == len(set(ids))
    assert ids[0] == ""


def test_papers_travel_with_their_files_and_what_they_prove(ready: Desks) -> None:
    book, dossier = entered(ready), view_of(ready).dossiers[0]
    attach_scan(ready.unit, book.id, SCAN)
    give_paper(ready.unit, book.id, [dossier.id])
    answer_all(ready.unit, ready.round.id)  # one file is two papers now (HS06)
    send(ready)
    receive_submission(ready.finance, submission_in(ready))
    appraisal = appraisal_of(ready.finance, received_view(ready), dossier.id)
    assert [each.proves for each in appraisal.papers] == ["", "insurance_record"]
    assert appraisal.papers[1].to_check == book.to_check
    sent = {each.kind.id: each.standing for each in appraisal.lines}
    assert sent["insurance_record"] is PaperStanding.THERE

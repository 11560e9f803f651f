"""Decisions: bound to what was looked at, refused where they cannot stand, undone but never edited."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Outcome, Reason
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import clean_people, decide, decide_clean, inbox, open_appraisal, undo_decision
from desktop.services.appraisal.received_view import ReceivedView, read_received
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.rounds.round_view import build_view, read_round
from desktop.services.sending.submission_document import submission_document
from tests.services.mail import answer, received_view, small_document, without_scans, write_submission
from tests.services.offices import Desks, copied
from tests.services.seen import everything_in

WHY = (Reason("Sổ BHXH ghi khác.", "BH03", "career.insurance"),)


@pytest.fixture
def seen(received: Desks) -> ReceivedView:
    return received_view(received)


def _with_amount(seen: ReceivedView) -> str:
    return next(each.record.id for each in seen.document.people if each.amount is not None)


def _without_amount(seen: ReceivedView) -> str:
    return next(each.record.id for each in seen.document.people if each.amount is None)


def _declared(seen: ReceivedView, dossier_id: str) -> Dong:
    amount = seen.submitted(dossier_id).amount
    assert amount is not None
    return Dong(amount)


def _refused(desks: Desks, seen: ReceivedView, dossier_id: str, outcome: Outcome, **options: object) -> str:
    """Return the code of the refusal; no decision may have been made."""
    with pytest.raises(Refusal) as refused:
        decide(desks.finance, seen, dossier_id, outcome, **options)  # type: ignore[arg-type]  # options are decide's
    with desks.finance.store.begin() as work:
        assert [each for each in work.decisions.of_submission(seen.submission.id) if not each.undone_at] == []
    return refused.value.code


def _state(desks: Desks, seen: ReceivedView, dossier_id: str) -> DossierState:
    with desks.finance.store.begin() as work:
        sent = work.submissions.dossier(seen.submission.id, dossier_id)
    assert sent is not None
    return sent.state


def test_looking_at_somebody_puts_them_under_appraisal_with_both_sides_the_same(
    received: Desks, seen: ReceivedView
) -> None:
    person = _with_amount(seen)
    appraisal = open_appraisal(received.finance, seen, person)
    assert appraisal.sent.state is DossierState.UNDER_APPRAISAL
    assert appraisal.agrees
    assert appraisal.declared == appraisal.recomputed
    assert [each.first_difference for each in appraisal.comparisons] == [None, None]
    assert len(appraisal.attachments) == 1
    assert (appraisal.earlier, appraisal.changed, appraisal.decision) == ((), (), None)
    assert open_appraisal(received.finance, seen, person).sent.state is DossierState.UNDER_APPRAISAL


@pytest.mark.parametrize(
    ("outcome", "change", "reasons"),
    [
        (Outcome.APPROVED, None, ()),
        (Outcome.ADJUSTED, -1000, WHY),
        (Outcome.RETURNED, None, WHY),
        (Outcome.REJECTED, None, WHY),
    ],
)
def test_a_decision_is_bound_to_the_record_looked_at(
    received: Desks, seen: ReceivedView, outcome: Outcome, change: int | None, reasons: tuple[Reason, ...]
) -> None:
    person = _with_amount(seen)
    declared = _declared(seen, person)
    amount = None if change is None else Dong(declared + change)
    decided = decide(received.finance, seen, person, outcome, amount=amount, reasons=reasons)
    assert decided.record_sha256 == seen.submitted(person).record_sha256
    assert decided.amount == (declared if outcome is Outcome.APPROVED else amount)
    assert _state(received, seen, person) is outcome.state
    (item,) = inbox(received.finance)
    assert item.undecided == 59


@pytest.mark.parametrize("outcome", [Outcome.ADJUSTED, Outcome.RETURNED, Outcome.REJECTED])
@pytest.mark.parametrize("reasons", [(), (Reason("  "),)], ids=["none", "blank"])
def test_without_a_reason_nothing_is_adjusted_returned_or_rejected(
    received: Desks, seen: ReceivedView, outcome: Outcome, reasons: tuple[Reason, ...]
) -> None:
    assert _refused(received, seen, _with_amount(seen), outcome, reasons=reasons) == "appraisal.reason_missing"


@pytest.mark.parametrize("amount", [None, Dong(-1)])
def test_an_adjustment_needs_an_amount(received: Desks, seen: ReceivedView, amount: Dong | None) -> None:
    code = _refused(received, seen, _with_amount(seen), Outcome.ADJUSTED, amount=amount, reasons=WHY)
    assert code == "appraisal.amount_missing"


def test_an_adjustment_to_the_same_amount_is_none(received: Desks, seen: ReceivedView) -> None:
    person = _with_amount(seen)
    same = _declared(seen, person)
    assert _refused(received, seen, person, Outcome.ADJUSTED, amount=same, reasons=WHY) == "appraisal.amount_same"


@pytest.mark.parametrize("outcome", [Outcome.APPROVED, Outcome.RETURNED, Outcome.REJECTED])
def test_only_an_adjustment_takes_an_amount(received: Desks, seen: ReceivedView, outcome: Outcome) -> None:
    code = _refused(received, seen, _with_amount(seen), outcome, amount=Dong(1), reasons=WHY)
    assert code == "appraisal.amount_not_needed"


@pytest.mark.parametrize(("outcome", "amount"), [(Outcome.APPROVED, None), (Outcome.ADJUSTED, Dong(1_000_000))])
def test_somebody_whose_management_level_is_not_known_can_be_neither_approved_nor_adjusted(
    received: Desks, seen: ReceivedView, outcome: Outcome, amount: Dong | None
) -> None:
    code = _refused(received, seen, _without_amount(seen), outcome, amount=amount, reasons=WHY)
    assert code == "appraisal.nothing_due"


def test_somebody_of_whom_nothing_is_determined_can_be_returned(received: Desks, seen: ReceivedView) -> None:
    assert decide(received.finance, seen, _without_amount(seen), Outcome.RETURNED, reasons=WHY).amount is None


def test_only_finance_decides(received: Desks, seen: ReceivedView) -> None:
    with pytest.raises(Refusal) as refused:
        decide(received.unit, seen, _with_amount(seen), Outcome.APPROVED)
    assert refused.value.code == "appraisal.not_here"


def test_somebody_who_is_not_in_the_submission_is_not_found(received: Desks, seen: ReceivedView) -> None:
    assert _refused(received, seen, "nobody", Outcome.APPROVED) == "record.not_found"


def test_a_decision_stands_until_it_is_undone_with_a_reason(received: Desks, seen: ReceivedView) -> None:
    person = _with_amount(seen)
    first = decide(received.finance, seen, person, Outcome.RETURNED, reasons=WHY)
    with pytest.raises(Refusal) as refused:
        decide(received.finance, seen, person, Outcome.APPROVED)
    assert refused.value.code == "appraisal.already_decided"
    before = everything_in(received.finance)
    with pytest.raises(Refusal) as refused:
        undo_decision(received.finance, first.id, " ")
    assert refused.value.code == "state.reason_missing"
    assert everything_in(received.finance) == before
    undo_decision(received.finance, first.id, "Bấm nhầm người")
    assert _state(received, seen, person) is DossierState.UNDER_APPRAISAL
    second = decide(received.finance, seen, person, Outcome.APPROVED)
    with received.finance.store.begin() as work:
        history = [each.reason for each in work.history.of(person) if each.reason]
        assert work.decisions.get(second.id) == second
    assert history == ["Bấm nhầm người"]


def test_a_decision_that_is_not_there_cannot_be_undone(received: Desks) -> None:
    with pytest.raises(Refusal) as refused:
        undo_decision(received.finance, "no-such", "lý do")
    assert refused.value.code == "record.not_found"


def test_a_decision_that_was_sent_is_not_undone(received: Desks, seen: ReceivedView) -> None:
    decided = decide(received.finance, seen, _with_amount(seen), Outcome.APPROVED)
    answer(received, seen)
    with pytest.raises(Refusal) as refused:
        undo_decision(received.finance, decided.id, "Muộn rồi")
    assert refused.value.code == "appraisal.already_sent"


def test_everybody_clean_is_approved_at_once_and_only_they(received: Desks, seen: ReceivedView) -> None:
    clean = clean_people(received.finance, seen)
    assert set(clean) == {each.record.id for each in seen.document.people if each.amount is not None}
    decided = decide_clean(received.finance, seen)
    assert {each.dossier_id: each.amount for each in decided} == {each: _declared(seen, each) for each in clean}
    with pytest.raises(Refusal) as refused:
        decide_clean(received.finance, seen)
    assert refused.value.code == "appraisal.nobody_clean"


def _take_in(desks: Desks, document: SubmissionDocument) -> ReceivedView:
    got = receive_submission(desks.finance, write_submission(desks, document, sequence=1))
    return read_received(desks.finance, got.submission.id)


def _asking_for_more(submitted: SubmittedRecord) -> SubmittedRecord:
    """Declare one đồng too many in the sum and in the step that gives it."""
    assert submitted.amount is not None
    nd29 = submitted.results[0]
    assert nd29.total is not None
    *steps, last = nd29.trace
    assert last.value is not None
    value = msgspec.structs.replace(last.value, text=str(nd29.total + 1))
    more = msgspec.structs.replace(
        nd29, total=nd29.total + 1, trace=(*steps, msgspec.structs.replace(last, value=value))
    )
    return msgspec.structs.replace(submitted, amount=submitted.amount + 1, results=(more, *submitted.results[1:]))


def test_one_dong_too_many_is_seen_at_its_step_and_not_approved(mended: Desks) -> None:
    seen = _take_in(mended, small_document(mended, _asking_for_more))
    person = seen.document.people[0].record.id
    appraisal = open_appraisal(mended.finance, seen, person)
    difference = appraisal.comparisons[0].first_difference
    assert difference is not None
    assert difference.id == "total"
    assert not appraisal.agrees
    assert clean_people(mended.finance, seen) == ()
    assert _refused(mended, seen, person, Outcome.APPROVED) == "appraisal.approved_differs"
    right = appraisal.recomputed_amount
    adjusted = decide(mended.finance, seen, person, Outcome.ADJUSTED, amount=right, reasons=WHY)
    assert adjusted.amount == _declared(seen, person) - 1


@pytest.fixture
def practised(mended_folder: Path, tmp_path: Path) -> Iterator[tuple[Desks, ReceivedView]]:
    """A submission computed with the practice pack, taken in."""
    with copied(mended_folder, tmp_path / "desks") as desks:
        view = read_round(desks.unit, desks.round.id)
        practice = replace(view.round, policies=("thuc-hanh",))
        invented = build_view(desks.unit, practice, view.dossiers[:1], view.approvals, view.attachments)
        document = submission_document(desks.unit, invented, invented.dossiers)
        yield desks, _take_in(desks, without_scans(document))


@pytest.mark.parametrize(
    ("outcome", "amount"),
    [(Outcome.APPROVED, None), (Outcome.ADJUSTED, Dong(1)), (Outcome.RETURNED, None), (Outcome.REJECTED, None)],
)
def test_nothing_is_decided_with_invented_figures(
    practised: tuple[Desks, ReceivedView], outcome: Outcome, amount: Dong | None
) -> None:
    desks, seen = practised
    person = seen.document.people[0].record.id
    assert seen.document.people[0].amount is not None
    assert _refused(desks, seen, person, outcome, amount=amount, reasons=WHY) == "appraisal.practice"
    assert clean_people(desks.finance, seen) == ()
    (item,) = inbox(desks.finance)
    assert item.practice


def test_a_decision_keeps_its_reasons(received: Desks, seen: ReceivedView) -> None:
    decided = decide(received.finance, seen, _with_amount(seen), Outcome.RETURNED, reasons=WHY)
    assert _stored(received, decided) == decided


def _stored(desks: Desks, decision: Decision) -> Decision | None:
    with desks.finance.store.begin() as work:
        return work.decisions.get(decision.id)

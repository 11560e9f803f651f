"""Deciding: on what was signed, under the law as known, once, and never on invented figures."""

from dataclasses import replace

import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.people import ManagementLevel
from desktop.domain.rounds import Outcome, Reason
from desktop.domain.states import DossierState
from desktop.rules.compare import StepStatus
from desktop.services.amounts.compute_support import determined_amount
from desktop.services.appraisal.appraise import clean_people, decide, decide_clean, inbox, open_appraisal, undo_decision
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of, read_received
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.result import ValuePart
from desktop.services.formats.results import computation_of
from tests.services.packages.offices import OTHER, PERSON, VOLUNTEER, Offices

WHY = (Reason("Hệ số lương chưa đúng quyết định", "TL01", "career.salary"),)


def _receive(offices: Offices, people: tuple[str, ...] = (PERSON,), **options: object) -> ReceivedView:
    submission = receive_submission(offices.finance, offices.send(people, **options)).submission
    return read_received(offices.finance, submission.id)


def _id_of(received: ReceivedView, name: str) -> str:
    return next(each.record.id for each in received.document.people if each.record.person.full_name == name)


def _refused(offices: Offices, received: ReceivedView, name: str, outcome: Outcome, **options: object) -> str:
    before = _states(offices, received)
    with pytest.raises(Refusal) as raised:
        decide(offices.finance, received, _id_of(received, name), outcome, **options)  # type: ignore[arg-type]
    assert _states(offices, received) == before
    return raised.value.code


def _states(offices: Offices, received: ReceivedView) -> dict[str, DossierState]:
    with offices.finance.store.begin() as work:
        return {each.full_name: each.state for each in work.submissions.dossiers(received.submission.id)}


def _declaring(less: int) -> object:
    """Return a change with which the unit declares the first person's amount and salary step lower than they are."""

    def changed(document: SubmissionDocument) -> SubmissionDocument:
        first = _lowered(document.people[0], less)
        people = (first, *document.people[1:])
        return msgspec.structs.replace(document, people=people, total=sum(each.amount or 0 for each in people))

    return changed


def _lowered(submitted: SubmittedRecord, less: int) -> SubmittedRecord:
    result = submitted.results[0]
    assert result.total is not None
    at = next(place for place, step in enumerate(result.trace) if step.id == "current_salary")
    step = msgspec.structs.replace(result.trace[at], value=ValuePart(kind="exact", text="1"), shown="1 đ")
    trace = (*result.trace[:at], step, *result.trace[at + 1 :])
    result = msgspec.structs.replace(result, total=result.total - less, trace=trace)
    results = (result, *submitted.results[1:])
    amount = determined_amount(computation_of(each) for each in results)
    return msgspec.structs.replace(submitted, results=results, amount=amount)


def test_the_inbox_shows_where_people_stand_and_since_when(offices: Offices) -> None:
    received = _receive(offices, (PERSON, OTHER))
    open_appraisal(offices.finance, received, _id_of(received, PERSON))
    offices.clock.at = offices.clock.at.replace(day=28)
    (item,) = inbox(offices.finance)
    assert item.states == {DossierState.UNDER_APPRAISAL: 1, DossierState.RECEIVED: 1}
    assert (item.undecided, item.age_days, item.practice, item.notices) == (2, 7, False, ())


def test_declared_and_recomputed_stand_side_by_side(offices: Offices) -> None:
    received = _receive(offices, (PERSON, VOLUNTEER))
    appraisal = open_appraisal(offices.finance, received, _id_of(received, PERSON))
    assert appraisal.sent.state is DossierState.UNDER_APPRAISAL
    assert appraisal.declared == appraisal.recomputed
    assert [each.first_difference for each in appraisal.comparisons] == [None, None]
    assert appraisal.approval is not None
    assert appraisal.approval.number == "12/QĐ-UBND"
    assert [each.name for each in appraisal.attachments] == ["Quyết định 12.pdf"]
    assert {each.finding_key for each in appraisal.dossier.justifications} == {
        each.key for each in appraisal.findings if each.severity == "W"
    }


def test_the_first_step_that_differs_is_named(offices: Offices) -> None:
    received = _receive(offices, change=_declaring(1_000_000))
    appraisal = appraisal_of(offices.finance, received, _id_of(received, PERSON))
    first = appraisal.comparisons[0].first_difference
    assert first is not None
    assert (first.id, first.left, first.status) == ("current_salary", "1 đ", StepStatus.DIFFERS)
    assert not appraisal.agrees


def test_a_pack_that_the_unit_gave_no_result_of_differs_in_every_step(offices: Offices) -> None:
    def without_second(document: SubmissionDocument) -> SubmissionDocument:
        people = tuple(msgspec.structs.replace(each, results=each.results[:1]) for each in document.people)
        return msgspec.structs.replace(document, people=people)

    received = _receive(offices, change=without_second)
    appraisal = appraisal_of(offices.finance, received, _id_of(received, PERSON))
    assert len(appraisal.comparisons) == len(appraisal.recomputed) == 2
    assert {row.status for row in appraisal.comparisons[1].rows} == {StepStatus.ONLY_RIGHT}
    assert clean_people(offices.finance, received) == ()


def test_approval_gives_the_amount_on_which_both_agree(offices: Offices) -> None:
    received = _receive(offices)
    decision = decide(offices.finance, received, _id_of(received, PERSON), Outcome.APPROVED)
    appraisal = appraisal_of(offices.finance, received, decision.dossier_id)
    assert decision.amount == appraisal.sent.amount == appraisal.recomputed_amount
    assert decision.record_sha256 == appraisal.sent.record_sha256
    assert appraisal.decision == decision
    assert _states(offices, received) == {PERSON: DossierState.APPROVED}


def test_what_differs_is_adjusted_with_a_reason_and_not_approved(offices: Offices) -> None:
    received = _receive(offices, change=_declaring(1_000_000))
    amount = appraisal_of(offices.finance, received, _id_of(received, PERSON)).recomputed_amount
    assert amount is not None
    declared = Dong(amount - 1_000_000)
    assert _refused(offices, received, PERSON, Outcome.APPROVED) == "appraisal.approved_differs"
    assert _refused(offices, received, PERSON, Outcome.ADJUSTED, amount=amount) == "appraisal.reason_missing"
    assert _refused(offices, received, PERSON, Outcome.ADJUSTED, reasons=WHY) == "appraisal.amount_missing"
    assert (
        _refused(offices, received, PERSON, Outcome.ADJUSTED, amount=declared, reasons=WHY) == "appraisal.amount_same"
    )
    decision = decide(offices.finance, received, _id_of(received, PERSON), Outcome.ADJUSTED, amount=amount, reasons=WHY)
    assert (decision.amount, decision.reasons) == (amount, WHY)


def test_returning_needs_words_and_no_amount(offices: Offices) -> None:
    received = _receive(offices)
    blank = (Reason("  "),)
    assert _refused(offices, received, PERSON, Outcome.RETURNED, reasons=blank) == "appraisal.reason_missing"
    assert _refused(offices, received, PERSON, Outcome.REJECTED) == "appraisal.reason_missing"
    given = {"amount": Dong(1), "reasons": WHY}
    assert _refused(offices, received, PERSON, Outcome.RETURNED, **given) == "appraisal.amount_not_needed"
    decided = decide(offices.finance, received, _id_of(received, PERSON), Outcome.RETURNED, reasons=(*WHY, *blank))
    assert (decided.amount, decided.reasons) == (None, WHY)


def test_no_amount_is_given_where_the_law_is_open(offices: Offices) -> None:
    received = _receive(offices, (VOLUNTEER,))
    appraisal = appraisal_of(offices.finance, received, _id_of(received, VOLUNTEER))
    assert appraisal.recomputed_amount is None
    assert _refused(offices, received, VOLUNTEER, Outcome.APPROVED) == "appraisal.nothing_determined"
    given = {"amount": Dong(1_000_000), "reasons": WHY}
    assert _refused(offices, received, VOLUNTEER, Outcome.ADJUSTED, **given) == "appraisal.nothing_determined"
    assert decide(offices.finance, received, appraisal.sent.dossier_id, Outcome.RETURNED, reasons=WHY).amount is None


def test_no_amount_is_given_where_the_law_gives_none(offices: Offices) -> None:
    offices.edit(
        VOLUNTEER, lambda one: replace(one, person=replace(one.person, management_level=ManagementLevel.OTHER))
    )
    received = _receive(offices, (VOLUNTEER,))
    assert _refused(offices, received, VOLUNTEER, Outcome.APPROVED) == "appraisal.nothing_due"


def test_nothing_is_decided_on_invented_figures(practice: Offices) -> None:
    received = _receive(practice)
    for outcome in Outcome:
        assert _refused(practice, received, PERSON, outcome, reasons=WHY) == "appraisal.practice"
    with pytest.raises(Refusal) as raised:
        decide_clean(practice.finance, received)
    assert raised.value.code == "appraisal.practice"
    assert inbox(practice.finance)[0].practice


def test_a_decision_is_made_once_and_undone_with_a_reason(offices: Offices) -> None:
    received = _receive(offices)
    dossier_id = _id_of(received, PERSON)
    first = decide(offices.finance, received, dossier_id, Outcome.APPROVED)
    assert _refused(offices, received, PERSON, Outcome.REJECTED, reasons=WHY) == "appraisal.already_decided"
    with pytest.raises(Refusal) as raised:
        undo_decision(offices.finance, first.id, " ")
    assert raised.value.code == "state.reason_missing"
    undo_decision(offices.finance, first.id, "Nhầm người")
    assert _states(offices, received) == {PERSON: DossierState.UNDER_APPRAISAL}
    second = decide(offices.finance, received, dossier_id, Outcome.REJECTED, reasons=WHY)
    with offices.finance.store.begin() as work:
        assert [each.id for each in work.decisions.of_submission(received.submission.id)] == [second.id]
        assert [each.undone_at != "" for each in work.decisions.of_dossier(dossier_id)] == [True, False]
        assert "Nhầm người" in [each.reason for each in work.history.of(dossier_id)]
        assert work.audit.verify() is None


def test_only_sound_and_equal_people_are_approved_together(offices: Offices) -> None:
    received = _receive(offices, (PERSON, OTHER, VOLUNTEER), change=_declaring(1_000_000))
    (decision,) = decide_clean(offices.finance, received)
    assert decision.dossier_id == _id_of(received, OTHER)
    states = _states(offices, received)
    assert states[OTHER] is DossierState.APPROVED
    assert DossierState.APPROVED not in {states[PERSON], states[VOLUNTEER]}
    with pytest.raises(Refusal) as raised:
        decide_clean(offices.finance, received)
    assert raised.value.code == "appraisal.nobody_clean"


def test_a_warning_without_an_answer_is_looked_at_by_hand(offices: Offices) -> None:
    offices.edit(OTHER, lambda one: replace(one, justifications=()))
    received = _receive(offices, (PERSON, OTHER))
    assert clean_people(offices.finance, received) == (_id_of(received, PERSON),)


def test_another_version_of_the_law_is_looked_at_by_hand(offices: Offices) -> None:
    received = _receive(offices)
    offices.alter_policy("nd29-2023")
    assert clean_people(offices.finance, read_received(offices.finance, received.submission.id)) == ()


def test_a_record_changed_behind_the_program_is_not_decided_on(offices: Offices) -> None:
    received = _receive(offices)
    person = received.document.people[0]
    forged = msgspec.structs.replace(person, record_sha256="0" * 64)
    document = msgspec.structs.replace(received.document, people=(forged,))
    assert _refused(offices, replace(received, document=document), PERSON, Outcome.APPROVED) == "appraisal.changed"


def test_nobody_is_granted_support_twice(offices: Offices) -> None:
    first = _receive(offices, remember=False)
    again = _receive(offices, remember=False)
    decide(offices.finance, first, _id_of(first, PERSON), Outcome.APPROVED)
    assert _refused(offices, again, PERSON, Outcome.APPROVED) == "appraisal.granted_before"
    assert clean_people(offices.finance, again) == ()
    decide(offices.finance, again, _id_of(again, PERSON), Outcome.REJECTED, reasons=WHY)


def test_a_unit_does_not_decide(offices: Offices) -> None:
    received = _receive(offices)
    for act in (
        lambda: decide(offices.unit, received, _id_of(received, PERSON), Outcome.APPROVED),
        lambda: decide_clean(offices.unit, received),
        lambda: undo_decision(offices.unit, "x", "y"),
    ):
        with pytest.raises(Refusal) as raised:
            act()
        assert raised.value.code == "appraisal.not_here"

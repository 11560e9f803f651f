"""Decisions on their way: signed, bound to what was sent, taken in whole or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Direction, Outcome, Reason
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import InReplyTo
from desktop.services.appraisal import export_decision as exporting
from desktop.services.appraisal.appraise import decide, undo_decision
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of, read_received
from desktop.services.arrivals.receive_decision import DecisionReceived, receive_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.corrections.correct_sent import reopen
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.formats.packages import DecidedRecord, DecisionDocument
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, VOLUNTEER, Offices

WHY = (Reason("Thiếu quyết định nâng lương", "HS01", "career.salary"),)


def _received(offices: Offices, people: tuple[str, ...], **options: Any) -> ReceivedView:
    submission = receive_submission(offices.finance, offices.send(people, **options)).submission
    return read_received(offices.finance, submission.id)


def _decide(
    offices: Offices, received: ReceivedView, name: str, outcome: Outcome, amount: int | None = None
) -> Decision:
    dossier_id = next(each.record.id for each in received.document.people if each.record.person.full_name == name)
    reasons = () if outcome is Outcome.APPROVED else WHY
    given = None if amount is None else Dong(amount)
    return decide(offices.finance, received, dossier_id, outcome, amount=given, reasons=reasons)


def _export(offices: Offices, received: ReceivedView, **options: Any) -> Path:
    return export_decision(offices.finance, received, offices.stick, PASSPHRASE, plain=True, **options).path


def _states(offices: Offices) -> dict[str, tuple[DossierState, DossierState]]:
    """Return for each person at the unit the state of the working record and of the sent one."""
    found = {}
    with offices.unit.store.begin() as work:
        for submission in work.submissions.all(Direction.SENT):
            for sent in work.submissions.dossiers(submission.id):
                found[sent.full_name] = (work.dossiers.need(sent.dossier_id).state, sent.state)
    return found


def _refused(offices: Offices, path: Path) -> Refusal:
    before = _states(offices)
    with pytest.raises(Refusal) as raised:
        receive_decision(offices.unit, path)
    assert _states(offices) == before
    with offices.unit.store.begin() as work:
        assert not any(each.direction is Direction.RECEIVED for each in work.packages.of_issuer("STC"))
    return raised.value


def _outcomes(received: DecisionReceived) -> list[Outcome]:
    return [each.outcome for each in received.decisions]


def test_every_person_moves_as_decided_and_reasons_arrive(offices: Offices) -> None:
    received = _received(offices, (PERSON, OTHER, VOLUNTEER))
    approved = _decide(offices, received, PERSON, Outcome.APPROVED)
    _decide(offices, received, OTHER, Outcome.ADJUSTED, 100_000_000)
    _decide(offices, received, VOLUNTEER, Outcome.RETURNED)
    arrived = receive_decision(offices.unit, _export(offices, received))
    offices.reopen()
    assert not arrived.already
    assert sorted(_outcomes(arrived)) == [Outcome.ADJUSTED, Outcome.APPROVED, Outcome.RETURNED]
    assert {name: own for name, (own, _) in _states(offices).items()} == {
        PERSON: DossierState.APPROVED,
        OTHER: DossierState.ADJUSTED,
        VOLUNTEER: DossierState.RETURNED,
    }
    assert all(own is sent for own, sent in _states(offices).values())
    with offices.unit.store.begin() as work:
        kept = work.decisions.of_submission(received.submission.id)
        assert {each.amount for each in kept} == {approved.amount, 100_000_000, None}
        assert [each.reasons for each in kept if each.outcome is Outcome.RETURNED] == [WHY]
        assert work.audit.verify() is None


def test_the_undecided_stay_behind_and_follow_later(offices: Offices) -> None:
    received = _received(offices, (PERSON, OTHER))
    _decide(offices, received, PERSON, Outcome.APPROVED)
    receive_decision(offices.unit, _export(offices, received))
    assert _states(offices)[OTHER] == (DossierState.SENT, DossierState.SENT)
    with pytest.raises(Refusal) as raised:
        _export(offices, received)
    assert raised.value.code == "decision.nothing_to_send"
    _decide(offices, received, OTHER, Outcome.REJECTED)
    assert _outcomes(receive_decision(offices.unit, _export(offices, received))) == [Outcome.REJECTED]


def test_the_same_package_again_changes_nothing(offices: Offices) -> None:
    received = _received(offices, (PERSON,))
    _decide(offices, received, PERSON, Outcome.APPROVED)
    path = _export(offices, received)
    first = receive_decision(offices.unit, path)
    again = receive_decision(offices.unit, path)
    assert again.already
    assert again.decisions == first.decisions


def test_a_lost_package_is_sent_once_more_and_both_may_arrive(offices: Offices) -> None:
    received = _received(offices, (PERSON, OTHER))
    _decide(offices, received, PERSON, Outcome.APPROVED)
    lost = _export(offices, received)
    _decide(offices, received, OTHER, Outcome.RETURNED)
    receive_decision(offices.unit, lost)
    receive_decision(offices.unit, _export(offices, received, again=True))
    assert [own for own, _ in _states(offices).values()] == [DossierState.APPROVED, DossierState.RETURNED]


def test_a_sent_decision_is_not_undone(offices: Offices) -> None:
    received = _received(offices, (PERSON,))
    decision = _decide(offices, received, PERSON, Outcome.APPROVED)
    _export(offices, received)
    with pytest.raises(Refusal) as raised:
        undo_decision(offices.finance, decision.id, "Nhầm")
    assert raised.value.code == "appraisal.already_sent"


def test_a_returned_record_comes_again_as_a_linked_version(offices: Offices) -> None:
    first = _received(offices, (PERSON, OTHER))
    returned = _decide(offices, first, PERSON, Outcome.RETURNED)
    receive_decision(offices.unit, _export(offices, first))
    draft = reopen(offices.unit, returned.dossier_id, "Sửa theo yêu cầu")
    save_dossier(offices.unit, replace(draft, note="Đã bổ sung quyết định nâng lương"))
    second = _received(offices, (PERSON,), supersedes=first.submission.id)
    appraisal = appraisal_of(offices.finance, second, returned.dossier_id)
    assert (appraisal.sent.revision, [each.revision for each in appraisal.earlier]) == (2, [1])
    assert appraisal.changed == ("note",)
    assert appraisal.earlier[0].state is DossierState.RETURNED
    _decide(offices, second, PERSON, Outcome.APPROVED)
    receive_decision(offices.unit, _export(offices, second))
    assert _states(offices)[PERSON] == (DossierState.APPROVED, DossierState.APPROVED)


def test_an_answer_to_something_else_is_refused(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    received = _received(offices, (PERSON,))
    _decide(offices, received, PERSON, Outcome.APPROVED)
    other = InReplyTo(received.submission.id, "0" * 64)
    monkeypatch.setattr(exporting, "InReplyTo", lambda *_: other)
    assert _refused(offices, _export(offices, received)).code == "package.unknown_submission"


def test_a_decision_reaches_only_the_unit_that_sent(offices: Offices) -> None:
    received = _received(offices, (PERSON,), remember=False)
    _decide(offices, received, PERSON, Outcome.APPROVED)
    assert _refused(offices, _export(offices, received)).code == "package.unknown_submission"


def test_the_finance_office_takes_no_decisions_in(offices: Offices) -> None:
    received = _received(offices, (PERSON,))
    _decide(offices, received, PERSON, Outcome.APPROVED)
    with pytest.raises(Refusal) as raised:
        receive_decision(offices.finance, _export(offices, received))
    assert raised.value.code == "receive.not_here"


_replace = msgspec.structs.replace
Change = Callable[[DecisionDocument], DecisionDocument]


def _first(**changes: Any) -> Change:
    def changed(document: DecisionDocument) -> DecisionDocument:
        decisions: tuple[DecidedRecord, ...] = (_replace(document.decisions[0], **changes), *document.decisions[1:])
        return _replace(document, decisions=decisions, total=sum(each.amount or 0 for each in decisions))

    return changed


HOSTILE: dict[str, tuple[Change, str]] = {
    "another record": (_first(record_sha256="0" * 64), "package.unknown_submission"),
    "another revision": (_first(revision=2), "package.unknown_submission"),
    "a stranger": (_first(dossier_id="nobody"), "package.unknown_submission"),
    "another digest": (lambda one: _replace(one, submission_digest="0" * 64), "package.unknown_submission"),
    "approved with another amount": (_first(amount=1), "package.document_invalid"),
    "approved without an amount": (_first(amount=None), "package.document_invalid"),
    "returned without a reason": (_first(outcome=Outcome.RETURNED, amount=None), "package.document_invalid"),
    "another total": (lambda one: _replace(one, total=1), "package.document_invalid"),
    "a person twice": (
        lambda one: _replace(one, decisions=one.decisions * 2, total=one.total * 2),
        "package.document_invalid",
    ),
    "another office": (lambda one: _replace(one, unit=_replace(one.unit, code="SNV")), "package.document_invalid"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_decision_that_contradicts_what_was_sent_is_refused(
    offices: Offices, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    change, code = HOSTILE[name]
    received = _received(offices, (PERSON, OTHER))
    _decide(offices, received, PERSON, Outcome.APPROVED)
    made = exporting._document
    monkeypatch.setattr(exporting, "_document", lambda *given: change(made(*given)))
    assert _refused(offices, _export(offices, received)).code == code


def test_a_failure_after_writing_leaves_no_package_and_nothing_sent(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = _received(offices, (PERSON,))
    _decide(offices, received, PERSON, Outcome.APPROVED)

    def full(*_: object) -> None:
        raise Refusal("store.disk_full", place="D:")

    with monkeypatch.context() as broken:
        broken.setattr(exporting, "_remember", full)
        with pytest.raises(Refusal):
            _export(offices, received)
    assert not list(offices.stick.glob("tra-*"))
    assert _export(offices, received).name == "tra-STC-2024-2-001.asice"


def test_wrong_passphrase_sends_nothing(offices: Offices) -> None:
    received = _received(offices, (PERSON,))
    _decide(offices, received, PERSON, Outcome.APPROVED)
    with pytest.raises(Refusal) as raised:
        export_decision(offices.finance, received, offices.stick, "sai")
    assert raised.value.code == "key.wrong_passphrase"
    with offices.finance.store.begin() as work:
        assert [each.sent_in for each in work.decisions.of_submission(received.submission.id)] == [""]

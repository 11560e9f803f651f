"""What was decided comes back to the unit whole or not at all, and only for what the unit sent."""

import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Outcome, Reason
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import InReplyTo, PackageContents
from desktop.exchange.container.reader import read_package
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind
from desktop.services.appraisal.appraise import decide
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import ReceivedView
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.formats.packages import DecisionDocument
from desktop.services.formats.records_out import canonical
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.rounds.round_view import read_round
from tests.services.mail import answer, submission_in
from tests.services.offices import FINANCE, FINANCE_PASSPHRASE, UNIT, UNIT_PASSPHRASE, Desks
from tests.services.seen import everything_in

WHY = (Reason("Thiếu xác nhận thời gian đóng BHXH.", "BH03", "career.insurance"),)


def decide_four(desks: Desks, seen: ReceivedView) -> dict[Outcome, str]:
    """Decide on four people, one each way; return the dossier ids by outcome."""
    known = [each for each in seen.document.people if each.amount is not None]
    whom = {outcome: submitted.record.id for outcome, submitted in zip(Outcome, known, strict=False)}
    decide(desks.finance, seen, whom[Outcome.APPROVED], Outcome.APPROVED)
    decide(desks.finance, seen, whom[Outcome.ADJUSTED], Outcome.ADJUSTED, amount=Dong(90_000_000), reasons=WHY)
    decide(desks.finance, seen, whom[Outcome.RETURNED], Outcome.RETURNED, reasons=WHY)
    decide(desks.finance, seen, whom[Outcome.REJECTED], Outcome.REJECTED, reasons=WHY)
    return whom


def _states(desks: Desks) -> dict[str, DossierState]:
    return {each.id: each.state for each in read_round(desks.unit, desks.round.id).dossiers}


def _refused(desks: Desks, path: Path) -> Refusal:
    """Return why the decisions are refused; nothing may have changed at the unit."""
    before = everything_in(desks.unit)
    with pytest.raises(Refusal) as refused:
        receive_decision(desks.unit, path)
    assert everything_in(desks.unit) == before
    return refused.value


def test_each_person_moves_as_decided_and_reasons_arrive(received: Desks, seen: ReceivedView) -> None:
    whom = decide_four(received, seen)
    written = answer(received, seen)
    got = receive_decision(received.unit, written.path)
    assert (got.already, got.submission.id) == (False, seen.submission.id)
    assert {each.outcome: each.dossier_id for each in got.decisions} == whom
    states = _states(received)
    assert {outcome: states[person] for outcome, person in whom.items()} == {each: each.state for each in Outcome}
    assert list(states.values()).count(DossierState.SENT) == 56
    with received.finance.store.begin() as work:
        theirs = work.decisions.of_submission(seen.submission.id)
    with received.unit.store.begin() as work:
        ours = work.decisions.of_submission(seen.submission.id)
    assert {each.sent_in for each in theirs} == {written.package_id}
    plain = [(each.id, each.outcome, each.amount, each.reasons, each.record_sha256) for each in ours]
    assert plain == [(each.id, each.outcome, each.amount, each.reasons, each.record_sha256) for each in theirs]


def test_the_same_answer_twice_changes_nothing(received: Desks, seen: ReceivedView) -> None:
    decide_four(received, seen)
    path = answer(received, seen).path
    first = receive_decision(received.unit, path)
    before = everything_in(received.unit)
    again = receive_decision(received.unit, Path(shutil.copy(path, received.mail / "lai.asice")))
    assert again.already
    assert again.decisions == first.decisions
    assert everything_in(received.unit) == before


def test_a_changed_byte_is_refused_and_nobody_moves(received: Desks, seen: ReceivedView) -> None:
    decide_four(received, seen)
    path = answer(received, seen).path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)
    assert _refused(received, path).code.startswith("package.")


def test_each_office_takes_only_its_own_side(received: Desks, seen: ReceivedView) -> None:
    decide_four(received, seen)
    path = answer(received, seen).path
    with pytest.raises(Refusal) as refused:
        receive_decision(received.finance, path)
    assert refused.value.code == "receive.not_here"
    with pytest.raises(Refusal) as refused:
        export_decision(received.unit, seen, received.mail, UNIT_PASSPHRASE)
    assert refused.value.code == "appraisal.not_here"
    assert _refused(received, submission_in(received)).code.startswith("package.")


def test_without_a_new_decision_there_is_nothing_to_send(received: Desks, seen: ReceivedView) -> None:
    with pytest.raises(Refusal) as refused:
        answer(received, seen)
    assert refused.value.code == "decision.nothing_to_send"
    decide_four(received, seen)
    answer(received, seen)
    with pytest.raises(Refusal) as refused:
        answer(received, seen)
    assert refused.value.code == "decision.nothing_to_send"


def test_the_rest_follows_in_a_second_answer(received: Desks, seen: ReceivedView) -> None:
    whom = decide_four(received, seen)
    receive_decision(received.unit, answer(received, seen).path)
    later = next(each.record.id for each in seen.document.people if each.record.id not in whom.values())
    decide(received.finance, seen, later, Outcome.RETURNED, reasons=WHY)
    got = receive_decision(received.unit, answer(received, seen).path)
    assert [each.dossier_id for each in got.decisions] == [later]
    assert _states(received)[later] is DossierState.RETURNED


Spoil = Callable[[DecisionDocument], DecisionDocument]


def _written_by_finance(desks: Desks, seen: ReceivedView, spoil: Spoil) -> Path:
    """Write a signed answer whose content was spoiled before signing."""
    cited = InReplyTo(seen.submission.id, seen.submission.digest)
    honest = read_package(answer(desks, seen).path, trust_of(desks.unit), now=desks.unit.now())
    document = spoil(msgspec.json.decode(honest.document_bytes, type=DecisionDocument))
    contents = PackageContents(
        kind=PackageKind.DECISION,
        issuer_unit=FINANCE.unit.code,
        recipient_unit=UNIT.unit.code,
        period="2024-2",
        sequence=7,
        document=canonical(document),
        created_at=desks.finance.now(),
        app_version=__version__,
        trust_version=trust_of(desks.finance).version,
        in_reply_to=cited,
    )
    target = desks.mail / f"viet-{uuid.uuid4().hex}.asice"
    write_package(target, contents, open_signer(desks.finance, FINANCE_PASSPHRASE))
    return target


def _approval(document: DecisionDocument, **changed: object) -> DecisionDocument:
    """Return the document with something changed in the one decision that approves."""
    changed_decisions = tuple(
        msgspec.structs.replace(each, **changed) if each.outcome is Outcome.APPROVED else each
        for each in document.decisions
    )
    return msgspec.structs.replace(document, decisions=changed_decisions)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda document: msgspec.structs.replace(document, submission_id="la"), "package.unknown_submission"),
        (lambda document: msgspec.structs.replace(document, submission_digest="0" * 64), "package.unknown_submission"),
        (lambda document: _approval(document, record_sha256="0" * 64), "package.unknown_submission"),
        (lambda document: _approval(document, dossier_id="la"), "package.unknown_submission"),
        (lambda document: _approval(document, outcome=Outcome.RETURNED, amount=None), "package.document_invalid"),
        (lambda document: _approval(document, amount=None), "package.document_invalid"),
        (lambda document: _approval(document, amount=-5), "package.document_invalid"),
        (lambda document: _approval(document, revision=9), "package.unknown_submission"),
        (
            lambda document: msgspec.structs.replace(document, decisions=document.decisions * 2),
            "package.document_invalid",
        ),
    ],
    ids=["submission", "digest", "record", "person", "no reason", "no amount", "negative", "revision", "twice"],
)
def test_an_answer_to_something_else_or_against_itself_is_refused(
    received: Desks, seen: ReceivedView, spoil: Spoil, code: str
) -> None:
    decide_four(received, seen)
    assert _refused(received, _written_by_finance(received, seen, spoil)).code == code

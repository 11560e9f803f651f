"""Take in what Sở Tài chính decided: every person moves as decided, reasons and recomputed steps are kept."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Direction, Reason, Submission
from desktop.exchange.container.reader import VerifiedPackage, read_package
from desktop.exchange.kinds import PackageKind
from desktop.services.appraise import NEEDS_REASON, WITH_AMOUNT
from desktop.services.enrolment import trust_of
from desktop.services.formats.packages import DecidedRecord, DecisionDocument
from desktop.services.office import Mode, Office
from desktop.services.receive_package import entry_of, register_number
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class DecisionReceived:
    """What was decided of a submission. `already` tells that it was here before and nothing changed."""

    submission: Submission
    decisions: tuple[Decision, ...]
    already: bool


def receive_decision(office: Office, path: Path) -> DecisionReceived:
    """Take a decision package in whole or not at all.

    Raises Refusal: receive.not_here, package.unknown_submission (it answers nothing that was sent from here, or
    something else than was sent), package.replay_differs, package.stale, package.document_invalid, PackageError.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("receive.not_here")
    package = read_package(
        path,
        trust_of(office),
        now=office.now(),
        recipient=office.identity.unit.code,
        expected_kind=PackageKind.DECISION,
    )
    document = _document(package)
    _check_document(document, path.name)
    already = register_number(office, package) is not None
    with office.store.begin() as work:
        submission = _answered(work, package, document)
        decisions = tuple(_decision(document, each) for each in document.decisions)
        if not already:
            _check_records(work, package, submission, decisions)
            _commit(office, work, package, decisions)
    return DecisionReceived(submission, decisions, already)


def _document(package: VerifiedPackage) -> DecisionDocument:
    try:
        return msgspec.json.decode(package.document_bytes, type=DecisionDocument)
    except msgspec.DecodeError as fault:
        raise Refusal("package.document_invalid", file=package.path.name, where=str(fault)) from None


def _check_document(document: DecisionDocument, name: str) -> None:
    """Refuse what `appraise.decide` would not have made."""
    seen: set[str] = set()
    for number, decided in enumerate(document.decisions, start=1):
        fault = "dossier_id" if decided.dossier_id in seen else _fault_of(decided)
        if fault:
            raise Refusal("package.document_invalid", file=name, where=f"decisions[{number}].{fault}")
        seen.add(decided.dossier_id)


def _fault_of(decided: DecidedRecord) -> str:
    """Return the field that contradicts the outcome, "" when none does."""
    if decided.outcome in WITH_AMOUNT:
        wrong_amount = decided.amount is None or decided.amount < 0
    else:
        wrong_amount = decided.amount is not None
    if wrong_amount:
        return "amount"
    reasoned = any(reason.text.strip() for reason in decided.reasons)
    return "" if reasoned or decided.outcome not in NEEDS_REASON else "reasons"


def _answered(work: UnitOfWork, package: VerifiedPackage, document: DecisionDocument) -> Submission:
    """Return the submission that the package answers, as id and digest agree in envelope, document and store."""
    cited = package.envelope.in_reply_to
    submission = work.submissions.get(document.submission_id)
    if (
        cited is None
        or submission is None
        or submission.direction is not Direction.SENT
        or cited.package_id != submission.id
        or cited.asic_manifest_sha256 != submission.digest
        or document.submission_digest != submission.digest
    ):
        raise Refusal("package.unknown_submission", file=package.path.name)
    return submission


def _check_records(
    work: UnitOfWork, package: VerifiedPackage, submission: Submission, decisions: tuple[Decision, ...]
) -> None:
    for decision in decisions:
        sent = work.submissions.dossier(submission.id, decision.dossier_id)
        if sent is None or (sent.revision, sent.record_sha256) != (decision.revision, decision.record_sha256):
            raise Refusal("package.unknown_submission", file=package.path.name)


def _commit(office: Office, work: UnitOfWork, package: VerifiedPackage, decisions: tuple[Decision, ...]) -> None:
    author = package.signer.common_name
    for decision in decisions:
        work.decisions.add(decision)
        work.move_sent(decision.submission_id, decision.dossier_id, decision.outcome.state, author)
        work.move(work.dossiers.need(decision.dossier_id), decision.outcome.state, author)
    digest, _ = office.store.blobs.put_bytes(package.document_bytes)
    work.settings.put(f"document.{package.envelope.package_id}", digest)
    work.packages.add(entry_of(office, package, Direction.RECEIVED))
    work.audit.append(office.operator, "decision.received", package.envelope.package_id, {"people": len(decisions)})


def _decision(document: DecisionDocument, decided: DecidedRecord) -> Decision:
    return Decision(
        id=decided.decision_id,
        submission_id=document.submission_id,
        dossier_id=decided.dossier_id,
        revision=decided.revision,
        record_sha256=decided.record_sha256,
        outcome=decided.outcome,
        amount=None if decided.amount is None else Dong(decided.amount),
        reasons=tuple(Reason(each.text, each.code, each.field) for each in decided.reasons),
        author=decided.author,
        at=decided.at,
    )

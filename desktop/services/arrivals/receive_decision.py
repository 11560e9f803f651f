"""Take in what Sở Tài chính decided: every person moves as decided, reasons and recomputed steps are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import msgspec

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Direction, Outcome, Reason, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.appraisal.answering import check_answerer, note_sent_back
from desktop.services.appraisal.decision_check import NEEDS_REASON, WITH_AMOUNT
from desktop.services.arrivals.arrival_order import Place, demand_turn, judged, note_haste, place_of
from desktop.services.arrivals.receive_package import register_received
from desktop.services.corrections.chain import chain_of, version_in
from desktop.services.corrections.join_chain import settle_version
from desktop.services.formats.packages import DecidedRecord, DecisionDocument
from desktop.services.office import Mode, Office
from desktop.services.parent_units.pass_on import is_to_pass_on, note_decisions
from desktop.services.recovery.left_overs import staging
from desktop.services.sending.sealing import opened
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class DecisionReceived:
    """What was decided of a submission. `already` tells that it was here before and nothing changed."""

    submission: Submission
    decisions: tuple[Decision, ...]
    already: bool
    names: Mapping[str, str]
    """The names of everybody of the submission, by dossier id."""
    passed_on: bool = False
    """Whether it is for a subordinate unit, to which the file goes on as it is."""


def receive_decision(office: Office, path: Path, passphrase: str = "") -> DecisionReceived:
    """Take a decision package in whole or not at all; an encrypted one takes the passphrase of this office's key.

    Raises Refusal: receive.not_here, package.unknown_submission (it answers nothing that was sent from here, or
    something else than was sent), package.replay_differs, package.stale, package.document_invalid, KeyRefusal,
    PackageError.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("receive.not_here")
    with opened(office, path, passphrase, kind=PackageKind.DECISION) as package:
        return take_in_decision(office, package)


def take_in_decision(office: Office, package: VerifiedPackage, reason: str = "") -> DecisionReceived:
    """As `receive_decision`, for a package that was opened and verified."""
    passed_on = is_to_pass_on(office, package)
    document = decision_document(package)
    demand_turn(package, judged(office, package), reason)
    digest = sha256(package.document_bytes).hexdigest()
    with staging(office.store, (digest,)):
        office.store.blobs.put_bytes(package.document_bytes)
        with office.store.begin() as work:
            work.staged_files.clear((digest,))
            place = place_of(work, package)
            already = place is Place.HERE
            submission = _answered(work, package, document, Direction.RECEIVED if passed_on else Direction.SENT)
            check_answerer(work, package, document, submission)
            rows = _decided_records(work, package, submission, document.decisions)
            decisions = tuple(_decision(package, row, each) for row, each in zip(rows, document.decisions, strict=True))
            if not already:
                _check_amounts(package, rows, decisions)
                note_haste(office, work, package, place, reason)
                if passed_on:
                    note_decisions(work, decisions, package.signer.common_name)
                else:
                    _commit(work, package, rows, decisions)
                    note_sent_back(work, package, submission.id, decisions)
                _register(office, work, package, decisions)
                work.settings.put(f"document.{package.envelope.package_id}", digest)
            names = {each.dossier_id: each.full_name for each in (*work.submissions.dossiers(submission.id), *rows)}
    return DecisionReceived(submission, decisions, already, names, passed_on)


def decision_document(package: VerifiedPackage) -> DecisionDocument:
    """Return what a verified decision package says; raises Refusal("package.document_invalid")."""
    file = package.path.name
    try:
        document = msgspec.json.decode(package.document_bytes, type=DecisionDocument)
    except msgspec.DecodeError as fault:
        raise Refusal("package.document_invalid", file=file, where=str(fault)) from None
    if document.unit.code != package.envelope.issuer.unit_code:
        raise Refusal("package.document_invalid", file=file, where="unit.code")
    _check_document(document, file)
    return document


def _check_document(document: DecisionDocument, file: str) -> None:
    """Refuse what `appraise.decide` would not have made."""
    seen: set[str] = set()
    for number, decided in enumerate(document.decisions, start=1):
        fault = "dossier_id" if decided.dossier_id in seen else _fault_of(decided)
        if fault:
            raise Refusal("package.document_invalid", file=file, where=f"decisions[{number}].{fault}")
        seen.add(decided.dossier_id)
    if document.total != sum(each.amount or 0 for each in document.decisions):
        raise Refusal("package.document_invalid", file=file, where="total")


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


def _answered(
    work: UnitOfWork, package: VerifiedPackage, document: DecisionDocument, direction: Direction
) -> Submission:
    """Return the submission that the package answers, as id and digest agree in envelope, document and store."""
    cited = package.envelope.in_reply_to
    submission = work.submissions.get(document.submission_id)
    if (
        cited is None
        or submission is None
        or submission.direction is not direction
        or cited.package_id != submission.id
        or cited.asic_manifest_sha256 != submission.digest
        or document.submission_digest != submission.digest
    ):
        raise Refusal("package.unknown_submission", file=package.path.name)
    return submission


def _decided_records(
    work: UnitOfWork, package: VerifiedPackage, submission: Submission, decisions: tuple[DecidedRecord, ...]
) -> tuple[SentDossier, ...]:
    """Return the records as sent, one for each decision; what was looked at must be exactly what was sent.

    They are in the submission that the package answers or in one before it in its chain, in the last that holds them.
    """
    chain = chain_of(work, submission).up_to(submission)
    found = (version_in(work, chain, each.dossier_id, each.revision, each.record_sha256) for each in decisions)
    rows = tuple(each for each in found if each is not None)
    if len(rows) != len(decisions):
        raise Refusal("package.unknown_submission", file=package.path.name)
    return rows


def _check_amounts(package: VerifiedPackage, rows: tuple[SentDossier, ...], decisions: tuple[Decision, ...]) -> None:
    for decision, sent in zip(decisions, rows, strict=True):
        if decision.outcome is Outcome.APPROVED and decision.amount != sent.amount:
            raise Refusal("package.document_invalid", file=package.path.name, where="decisions.amount")


def _commit(
    work: UnitOfWork,
    package: VerifiedPackage,
    sent: tuple[SentDossier, ...],
    decisions: tuple[Decision, ...],
) -> None:
    author = package.signer.common_name
    for decision, record in zip(decisions, sent, strict=True):
        if not _came_before(work, package, decision):
            work.decisions.add(decision)
            settle_version(work, decision, record)
            _move(work, decision, record, author)


def _register(office: Office, work: UnitOfWork, package: VerifiedPackage, decisions: tuple[Decision, ...]) -> None:
    register_received(office, work, package)
    work.audit.append(office.operator, "decision.received", package.envelope.package_id, {"people": len(decisions)})


def _came_before(work: UnitOfWork, package: VerifiedPackage, decision: Decision) -> bool:
    """Tell whether a package sent again brings the decision once more; it must say the same."""
    known = work.decisions.get(decision.id)
    if known is not None and replace(known, sent_in=decision.sent_in) != decision:
        raise Refusal("package.document_invalid", file=package.path.name, where="decision_id")
    return known is not None


def _move(work: UnitOfWork, decision: Decision, record: SentDossier, author: str) -> None:
    """Move the working record, unless it was taken back in the meantime; the decision is kept either way."""
    dossier = work.dossiers.need(decision.dossier_id)
    if dossier.state is DossierState.SENT and dossier.revision == record.revision:
        reason = "; ".join(each.text for each in decision.reasons)
        work.move(dossier, decision.outcome.state, author, reason)


def _decision(package: VerifiedPackage, row: SentDossier, decided: DecidedRecord) -> Decision:
    return Decision(
        id=decided.decision_id,
        submission_id=row.submission_id,
        dossier_id=decided.dossier_id,
        revision=decided.revision,
        record_sha256=decided.record_sha256,
        outcome=decided.outcome,
        amount=None if decided.amount is None else Dong(decided.amount),
        reasons=tuple(Reason(each.text, each.code, each.field) for each in decided.reasons),
        author=decided.author,
        at=decided.at,
        sent_in=package.envelope.package_id,
    )

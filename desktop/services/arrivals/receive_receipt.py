"""Take in a receipt: it must be about something that was really sent from here, and say exactly that."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import msgspec

from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.receipts import Receipt
from desktop.domain.rounds import Direction, Submission
from desktop.exchange.container.contents import parse_utc
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.arrival_order import Place, demand_turn, judged, note_haste, place_of
from desktop.services.arrivals.receive_package import register_received
from desktop.services.corrections.chain import chains_of, purpose_of
from desktop.services.formats.receipt import ReceiptDocument
from desktop.services.office import Mode, Office
from desktop.services.prints.print_receipt import keep_document
from desktop.services.recovery.left_overs import staging
from desktop.services.sending.sealing import opened
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReceiptReceived:
    """A receipt that came; `already` tells that nothing changed, `shareable` that it names nobody."""

    receipt: Receipt
    submission: Submission
    already: bool
    shareable: bool


@dataclass(frozen=True, slots=True)
class SentPackage:
    """A submission that was sent from here, with the receipt for it; None while none has come."""

    submission: Submission
    receipt: Receipt | None
    purpose: Purpose | None = None
    """What it does to the package before it; None for the original of a chain."""
    original: Submission | None = None
    """The package that its chain began with, None for that one itself."""


def sent_packages(office: Office) -> tuple[SentPackage, ...]:
    """Return what this unit sent and whether it was received, the last sent first."""
    with office.store.begin() as work:
        receipts = work.receipts.all()
        sent = work.submissions.all(Direction.SENT)
        purposes = {each.id: purpose_of(each, work.corrections.get(each.id)) for each in sent}
    originals = {each: chain.original for each, chain in chains_of(sent).items()}
    return tuple(
        SentPackage(
            each,
            receipts.get(each.id),
            purposes[each.id],
            originals[each.id] if originals[each.id].id != each.id else None,
        )
        for each in reversed(sent)
    )


def receive_receipt(office: Office, path: Path, passphrase: str = "") -> ReceiptReceived:
    """Take a receipt in; an encrypted one takes the passphrase of this office's key.

    Raises Refusal: receive.not_here, package.unknown_submission, package.document_invalid, receipt.differs,
    package.replay_differs (an alarm is kept), package.waits, KeyRefusal, PackageError.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("receive.not_here")
    own = office.identity.unit.code
    with opened(office, path, passphrase, kind=PackageKind.RECEIPT, recipient=own) as package:
        return take_in_receipt(office, package)


def take_in_receipt(office: Office, package: VerifiedPackage, reason: str = "") -> ReceiptReceived:
    """As `receive_receipt`, for a package that was opened and verified."""
    document = receipt_document(package)
    demand_turn(package, judged(office, package), reason)
    digest = sha256(package.document_bytes).hexdigest()
    with staging(office.store, (digest,)), office.store.begin() as work:
        work.staged_files.clear((digest,))
        place = place_of(work, package)
        submission = _acknowledged(work, package, document)
        receipt = _receipt(document)
        known = _known(work, package, receipt)
        if place is not Place.HERE:
            note_haste(office, work, package, place, reason)
            _commit(office, work, package, receipt, known=known is not None)
    return ReceiptReceived(known or receipt, submission, place is Place.HERE, document.people is None)


def receipt_document(package: VerifiedPackage) -> ReceiptDocument:
    """Return what a verified receipt package says; raises Refusal("package.document_invalid")."""
    try:
        document = msgspec.json.decode(package.document_bytes, type=ReceiptDocument)
    except msgspec.DecodeError as fault:
        raise _invalid(package, str(fault)) from None
    if document.office.code != package.envelope.issuer.unit_code:
        raise _invalid(package, "office.code")
    for where, moment in (("first_received_at", document.first_received_at), ("issued_at", document.issued_at)):
        if not _is_moment(moment):
            raise _invalid(package, where)
    return document


def _is_moment(text: str) -> bool:
    try:
        parse_utc(text)
    except ValueError:
        return False
    return True


def _acknowledged(work: UnitOfWork, package: VerifiedPackage, document: ReceiptDocument) -> Submission:
    """Return the submission, as id and digest agree in envelope, document and store, and all that is said of it."""
    cited = package.envelope.in_reply_to
    submission = work.submissions.get(document.submission_id)
    if (
        cited is None
        or submission is None
        or submission.direction is not Direction.SENT
        or (cited.package_id, cited.asic_manifest_sha256) != (submission.id, submission.digest)
        or document.submission_digest != submission.digest
    ):
        raise Refusal("package.unknown_submission", file=package.path.name)
    _check_said(work, package, document, submission)
    return submission


def _check_said(work: UnitOfWork, package: VerifiedPackage, document: ReceiptDocument, submission: Submission) -> None:
    said = {
        "unit.code": document.unit.code == submission.unit.code,
        "sequence": document.sequence == submission.sequence,
        "period": document.period == submission.period == package.envelope.period,
        "people_count": document.people_count == submission.people,
        "total": document.total == submission.total,
        "people": document.people is None or _people(document) == _sent_people(work, submission),
    }
    for where, holds in said.items():
        if not holds:
            raise _invalid(package, where)


def _people(document: ReceiptDocument) -> list[tuple[str, int, str]]:
    return sorted((each.dossier_id, each.revision, each.record_sha256) for each in document.people or ())


def _sent_people(work: UnitOfWork, submission: Submission) -> list[tuple[str, int, str]]:
    sent = work.submissions.dossiers(submission.id)
    return sorted((each.dossier_id, each.revision, each.record_sha256) for each in sent)


def _known(work: UnitOfWork, package: VerifiedPackage, receipt: Receipt) -> Receipt | None:
    """Return the receipt that is here already, in whichever form; what comes must say the same."""
    known = work.receipts.of(receipt.submission_id)
    if known is not None and replace(known, issued_by=receipt.issued_by) != receipt:
        raise Refusal("receipt.differs", file=package.path.name, known=known.label, number=receipt.label)
    numbered = work.receipts.numbered(receipt.office_code, receipt.year, receipt.number)
    if known is None and numbered is not None:
        raise _invalid(package, "number")
    return known


def _receipt(document: ReceiptDocument) -> Receipt:
    return Receipt(
        submission_id=document.submission_id,
        office_code=document.office.code,
        office_name=document.office.name,
        year=document.year,
        number=document.number,
        submission_digest=document.submission_digest,
        first_seen_at=document.first_received_at,
        issued_at=document.issued_at,
        issued_by=document.issued_by,
        people=document.people_count,
        total=Dong(document.total),
    )


def _commit(office: Office, work: UnitOfWork, package: VerifiedPackage, receipt: Receipt, *, known: bool) -> None:
    if not known:
        work.receipts.add(receipt)
    keep_document(office, work, receipt, package.document_bytes)
    register_received(office, work, package)
    work.audit.append(office.operator, "receipt.received", receipt.submission_id, {"number": receipt.label})


def _invalid(package: VerifiedPackage, where: str) -> Refusal:
    return Refusal("package.document_invalid", file=package.path.name, where=where)

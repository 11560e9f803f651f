"""Give a signed receipt for a submission: one number for good, in a full form and in one that can be shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.domain.receipts import Receipt
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, SentDossier, Submission
from desktop.exchange.container.contents import InReplyTo, PackageContents, WrittenPackage
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind, package_file_name
from desktop.exchange.signing.signer import Signer
from desktop.services.formats.receipt import RECEIPT_FORMAT, ReceiptDocument, ReceivedPerson
from desktop.services.formats.records_out import canonical
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Mode, Office
from desktop.services.prints.print_receipt import keep_document, print_receipt
from desktop.services.recovery.left_overs import staging
from desktop.services.sending.departures import departed, departing, send_along, taking_back
from desktop.services.sending.sealing import private_folder, seal_for, write_addressed
from desktop.services.sending.submission_document import unit_part
from desktop.storage import UnitOfWork

SHAREABLE_MARK = "nhan-chia-se"
"""How the file's name of the form that can be shared begins."""


@dataclass(frozen=True, slots=True)
class ReceiptFiles:
    """What was written for one submission: the packages of both forms, and each of them on paper."""

    receipt: Receipt
    full: WrittenPackage
    shareable: WrittenPackage
    printed: tuple[Path, Path]

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files, the packages first."""
        return self.full.path, self.shareable.path, *self.printed


def make_receipt(
    office: Office, submission_id: str, folder: Path, passphrase: str, *, plain: bool = False
) -> ReceiptFiles:
    """Write the receipt of a received submission into the folder, as two packages and two prints.

    The number is given once; made again (the first was lost) the receipt says the same under the same number. The
    full form is encrypted to the unit unless `plain` is asked or the unit has no key; the other never is. Raises
    Refusal: receipt.not_here, receipt.draft, record.not_found, submission.file_exists, those of keys, trust,
    packages and forms. When it raises nothing has changed.
    """
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("receipt.not_here")
    signer = open_signer(office, passphrase)
    given = _given(office, submission_id)
    kept = canonical(given.document)
    with private_folder(office) as scratch, taking_back(office) as written:
        written.append(full := _write_full(office, given, folder, signer, passphrase, plain=plain))
        written.append(shareable := _write_shareable(office, given, folder, signer))
        for document in (given.document, shareable_of(given.document)):
            printed = print_receipt(document, scratch, practice=given.practice)
            written.append(send_along(office, printed, folder / printed.name))
        with staging(office.store, (sha256(kept).hexdigest(),)):
            _remember(office, given, kept, written)
    return ReceiptFiles(given.receipt, full, shareable, (written[2].path, written[3].path))


def without_receipt(office: Office) -> tuple[Submission, ...]:
    """Return the received submissions that no receipt was given for, the first received first."""
    with office.store.begin() as work:
        given = work.receipts.all()
        return tuple(each for each in work.submissions.all(Direction.RECEIVED) if each.id not in given)


def shareable_of(document: ReceiptDocument) -> ReceiptDocument:
    """Return the receipt without anything that names a person."""
    return msgspec.structs.replace(document, issued_by="", people=None)


@dataclass(frozen=True, slots=True)
class _Given:
    submission: Submission
    receipt: Receipt
    document: ReceiptDocument
    sequence: int
    practice: bool
    trust_version: int


def _given(office: Office, submission_id: str) -> _Given:
    unit = office.identity.unit
    with office.store.begin() as work:
        submission = _received(work, submission_id)
        receipt = work.receipts.of(submission_id) or _numbered(office, work, submission)
        people = work.submissions.dossiers(submission_id)
        last = work.packages.last_sequence(unit.code, PackageKind.RECEIPT.value, Direction.SENT)
    practice = {pack.id for pack in office.shelf.packs if pack.practice}
    invented = any(each.id in practice for each in submission.policies)
    document = _document(office, submission, receipt, people)
    return _Given(submission, receipt, document, last + 1, invented, trust_of(office).version)


def _received(work: UnitOfWork, submission_id: str) -> Submission:
    if work.draft_packages.get(submission_id) is not None:
        raise Refusal("receipt.draft")
    submission = work.submissions.need(submission_id)
    if submission.direction is not Direction.RECEIVED:
        raise Refusal("record.not_found", id=submission_id)
    return submission


def _numbered(office: Office, work: UnitOfWork, submission: Submission) -> Receipt:
    """Return a receipt with the next number of the year; it counts as given once it is stored."""
    unit, year = office.identity.unit, office.now().astimezone().year
    return Receipt(
        submission_id=submission.id,
        office_code=unit.code,
        office_name=unit.name,
        year=year,
        number=work.receipts.last_number(unit.code, year) + 1,
        submission_digest=submission.digest,
        first_seen_at=submission.first_seen_at,
        issued_at=office.stamp(),
        issued_by=office.operator,
        people=submission.people,
        total=submission.total,
    )


def _document(
    office: Office, submission: Submission, receipt: Receipt, people: tuple[SentDossier, ...]
) -> ReceiptDocument:
    return ReceiptDocument(
        format=RECEIPT_FORMAT,
        number=receipt.number,
        year=receipt.year,
        office=unit_part(office.identity.unit),
        unit=unit_part(submission.unit),
        submission_id=submission.id,
        submission_digest=submission.digest,
        sequence=submission.sequence,
        period=submission.period,
        round_name=submission.round_name,
        first_received_at=receipt.first_seen_at,
        issued_at=receipt.issued_at,
        issued_by=receipt.issued_by,
        people_count=receipt.people,
        total=receipt.total,
        people=tuple(_person(each) for each in people),
    )


def _person(sent: SentDossier) -> ReceivedPerson:
    return ReceivedPerson(
        dossier_id=sent.dossier_id,
        revision=sent.revision,
        full_name=sent.full_name,
        citizen_id=sent.citizen_id,
        record_sha256=sent.record_sha256,
    )


def _contents(office: Office, given: _Given, document: ReceiptDocument, sequence: int) -> PackageContents:
    submission = given.submission
    return PackageContents(
        kind=PackageKind.RECEIPT,
        issuer_unit=office.identity.unit.code,
        recipient_unit=submission.unit.code,
        period=submission.period,
        sequence=sequence,
        document=canonical(document),
        created_at=office.now(),
        app_version=__version__,
        trust_version=given.trust_version,
        in_reply_to=InReplyTo(submission.id, submission.digest),
        policies=submission.policies,
    )


def _write_full(  # noqa: PLR0913 - what a package is written with
    office: Office, given: _Given, folder: Path, signer: Signer, passphrase: str, *, plain: bool
) -> WrittenPackage:
    contents = _contents(office, given, given.document, given.sequence)
    return write_addressed(office, folder, contents, signer, seal_for(office, passphrase, contents, plain=plain))


def _write_shareable(office: Office, given: _Given, folder: Path, signer: Signer) -> WrittenPackage:
    contents = _contents(office, given, shareable_of(given.document), given.sequence + 1)
    name = package_file_name(contents.kind, contents.issuer_unit, contents.period, contents.sequence)
    target = folder / name.replace(PackageKind.RECEIPT.value, SHAREABLE_MARK, 1)
    if target.exists():
        raise Refusal("submission.file_exists", file=target.name)
    return departing(
        office, folder, contents, lambda before: write_package(target, contents, signer, before_naming=before)
    )


def _remember(office: Office, given: _Given, document: bytes, written: Sequence[WrittenPackage]) -> None:
    receipt = given.receipt
    with office.store.begin() as work:
        if work.receipts.of(receipt.submission_id) is None:
            work.receipts.add(receipt)
        keep_document(office, work, receipt, document)
        work.staged_files.clear((sha256(document).hexdigest(),))
        for sequence, each in enumerate(written[:2], start=given.sequence):
            work.packages.add(_entry(office, each, sequence))
        departed(work, *written)
        work.audit.append(office.operator, "receipt.given", receipt.submission_id, {"number": receipt.label})


def _entry(office: Office, written: WrittenPackage, sequence: int) -> PackageEntry:
    return PackageEntry(
        package_id=written.package_id,
        kind=PackageKind.RECEIPT.value,
        issuer=office.identity.unit.code,
        sequence=sequence,
        digest=written.digest,
        direction=Direction.SENT,
        file_name=written.path.name,
        first_seen_at=office.stamp(),
        signer=office.operator,
    )

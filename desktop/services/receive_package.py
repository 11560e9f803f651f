"""Take in a submission: verify before parse, stage before commit, one transaction, then visible."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.domain.approvals import Attachment, ScanFlag
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, PolicyRef, SentDossier, Submission, Unit
from desktop.domain.states import DossierState
from desktop.exchange.container.reader import VerifiedPackage, read_package
from desktop.exchange.kinds import PackageKind
from desktop.services.enrolment import trust_of
from desktop.services.formats.packages import (
    AttachmentPart,
    FindingPart,
    SubmissionDocument,
    SubmittedRecord,
    UnitPart,
)
from desktop.services.formats.records_in import approval_of, dossier_of, round_of
from desktop.services.formats.records_out import canonical, record_digest
from desktop.services.formats.results import computation_of
from desktop.services.office import Mode, Office
from desktop.storage import UnitOfWork

Progress = Callable[[int, int], None]
CancelCheck = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Received:
    """What arrived. `already` tells that it was here before and nothing changed.

    `missing` are numbers of the sender's earlier packages that have not arrived; `other_policies` packs of which
    the sender used another version than this office holds.
    """

    submission: Submission
    already: bool
    missing: tuple[int, ...] = ()
    other_policies: tuple[str, ...] = ()


def verify_package(office: Office, path: Path) -> VerifiedPackage:
    """Read and verify a package of any kind from a known office; changes nothing. Raises PackageError."""
    return read_package(path, trust_of(office), now=office.now())


def receive_submission(
    office: Office, path: Path, *, progress: Progress | None = None, cancelled: CancelCheck | None = None
) -> Received:
    """Take a submission in whole or not at all.

    Raises Refusal: receive.not_here, package.replay_differs, package.stale, package.document_invalid, those of
    trust, and PackageError. When it raises nothing has changed.
    """
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("receive.not_here")
    package = read_package(
        path,
        trust_of(office),
        now=office.now(),
        recipient=office.identity.unit.code,
        expected_kind=PackageKind.SUBMISSION,
        progress=progress,
        cancelled=cancelled,
    )
    known = _known(office, package)
    if known is not None:
        return Received(known, already=True)
    document = read_submission_document(package.document_bytes, path.name)
    _check_document(package, document)
    _stage(office, package)
    return _commit(office, package, document)


def register_number(office: Office, package: VerifiedPackage) -> PackageEntry | None:
    """Return the entry when this very package was taken in before.

    Raises Refusal: package.replay_differs (same id or number, other content), package.stale (an older number).
    """
    envelope = package.envelope
    with office.store.begin() as work:
        entry = work.packages.get(envelope.package_id)
        last = work.packages.last_sequence(envelope.issuer.unit_code, envelope.kind.value, Direction.RECEIVED)
    if entry is not None and entry.digest == package.digest:
        return entry
    if entry is not None or envelope.sequence == last:
        raise Refusal("package.replay_differs", file=package.path.name, number=envelope.sequence)
    if envelope.sequence < last:
        raise Refusal("package.stale", file=package.path.name, number=envelope.sequence, last=last)
    return None


def read_submission_document(content: bytes, name: str) -> SubmissionDocument:
    """Read the business document strictly; raises Refusal("package.document_invalid")."""
    try:
        return msgspec.json.decode(content, type=SubmissionDocument)
    except msgspec.DecodeError as fault:
        raise Refusal("package.document_invalid", file=name, where=str(fault)) from None


def unit_of(part: UnitPart) -> Unit:
    """Return the office that a part describes."""
    return Unit(part.code, part.name, part.parent, part.budget_code, part.place)


def entry_of(office: Office, package: VerifiedPackage, direction: Direction) -> PackageEntry:
    """Return the register's line for a package."""
    envelope = package.envelope
    return PackageEntry(
        package_id=envelope.package_id,
        kind=envelope.kind.value,
        issuer=envelope.issuer.unit_code,
        sequence=envelope.sequence,
        digest=package.digest,
        direction=direction,
        file_name=package.path.name,
        first_seen_at=office.stamp(),
        signer=package.signer.common_name,
    )


def _known(office: Office, package: VerifiedPackage) -> Submission | None:
    entry = register_number(office, package)
    if entry is None:
        return None
    with office.store.begin() as work:
        return work.submissions.need(entry.package_id)


def _check_document(package: VerifiedPackage, document: SubmissionDocument) -> None:
    """Hold the document against its envelope and itself; every record must build and hash to what it says."""
    name = package.path.name
    if document.unit.code != package.envelope.issuer.unit_code:
        raise Refusal("package.document_invalid", file=name, where="unit.code")
    enclosed = {each.sha256 for each in package.enclosures}
    listed = {each.sha256 for each in document.attachments}
    used = {sha256 for approval in document.approvals for sha256 in approval.attachments}
    if not used <= listed <= enclosed:
        raise Refusal("package.document_invalid", file=name, where="attachments")
    with _placing(name, "round"):
        round_of(document.round, ())
    for number, approval in enumerate(document.approvals, start=1):
        with _placing(name, f"approvals[{number}]"):
            approval_of(approval)
    seen: set[str] = set()
    for number, submitted in enumerate(document.people, start=1):
        _check_record(submitted, name, number)
        if submitted.record.id in seen:
            raise Refusal("package.document_invalid", file=name, where=f"people[{number}].record.id")
        seen.add(submitted.record.id)


def _check_record(submitted: SubmittedRecord, name: str, number: int) -> None:
    if record_digest(submitted.record) != submitted.record_sha256:
        raise Refusal("package.document_invalid", file=name, where=f"people[{number}].record_sha256")
    with _placing(name, f"people[{number}]"):
        dossier_of(submitted.record)
        if submitted.record.approval:
            approval_of(submitted.record.approval)
        for result in submitted.results:
            computation_of(result)


@contextmanager
def _placing(name: str, where: str) -> Iterator[None]:
    """Say of what cannot be built where in the document it stands."""
    try:
        yield
    except Refusal as fault:
        raise Refusal("package.document_invalid", file=name, where=f"{where}: {fault.code}") from fault


def _stage(office: Office, package: VerifiedPackage) -> None:
    """Bring attachments and document into the blobs; what a crash leaves there is swept later."""
    with tempfile.TemporaryDirectory(prefix="tinhgian-") as scratch:
        for number, enclosure in enumerate(package.enclosures):
            copy = Path(scratch) / f"{number}"
            package.extract(enclosure, copy)
            office.store.blobs.put_file(copy)
            copy.unlink()
    office.store.blobs.put_bytes(package.document_bytes)


def _commit(office: Office, package: VerifiedPackage, document: SubmissionDocument) -> Received:
    submission = _submission(office, package, document)
    with office.store.begin() as work:
        missing = _missing(work, submission)
        for part in document.attachments:
            work.attachments.add(_attachment(part))
        work.submissions.add(submission, tuple(_received(submission.id, each) for each in document.people))
        work.packages.add(entry_of(office, package, Direction.RECEIVED))
        digest, _ = office.store.blobs.put_bytes(package.document_bytes)
        work.settings.put(f"document.{submission.id}", digest)
        work.audit.append(office.operator, "submission.received", submission.id, {"people": submission.people})
    return Received(submission, already=False, missing=missing, other_policies=_other_policies(office, document))


def _submission(office: Office, package: VerifiedPackage, document: SubmissionDocument) -> Submission:
    envelope = package.envelope
    return Submission(
        id=envelope.package_id,
        direction=Direction.RECEIVED,
        round_id=document.round.id,
        round_name=document.round.name,
        period=envelope.period,
        unit=unit_of(document.unit),
        sequence=envelope.sequence,
        supersedes=envelope.supersedes,
        policies=tuple(PolicyRef(each.id, each.version, each.sha256) for each in document.policies),
        created_at=envelope.created_at,
        first_seen_at=office.stamp(),
        digest=package.digest,
        file_name=package.path.name,
        signer=package.signer.common_name,
        people=len(document.people),
        total=Dong(sum(each.amount or 0 for each in document.people)),
    )


def _received(submission_id: str, submitted: SubmittedRecord) -> SentDossier:
    record = submitted.record
    return SentDossier(
        submission_id=submission_id,
        dossier_id=record.id,
        revision=record.revision,
        ordinal=record.ordinal,
        full_name=record.person.full_name,
        citizen_id=record.person.citizen_id,
        record=canonical(record).decode("utf-8"),
        record_sha256=submitted.record_sha256,
        amount=None if submitted.amount is None else Dong(submitted.amount),
        state=DossierState.RECEIVED,
        findings=tuple(_finding(each) for each in submitted.findings),
    )


def _finding(part: FindingPart) -> Finding:
    return Finding(part.code, part.severity, part.subject, part.field, dict(part.params), part.detail, part.pack)


def _attachment(part: AttachmentPart) -> Attachment:
    flags = tuple(ScanFlag(flag.fault, flag.page, flag.measure) for flag in part.flags)
    return Attachment(part.sha256, part.name, part.media_type, part.size, part.pages, flags)


def _missing(work: UnitOfWork, submission: Submission) -> tuple[int, ...]:
    """Return the numbers between the sender's last package here and this one."""
    last = work.packages.last_sequence(submission.unit.code, PackageKind.SUBMISSION.value, Direction.RECEIVED)
    return tuple(range(last + 1, submission.sequence))


def _other_policies(office: Office, document: SubmissionDocument) -> tuple[str, ...]:
    held = {pack.id: pack.ref.sha256 for pack in office.shelf.packs}
    return tuple(each.id for each in document.policies if held.get(each.id) != each.sha256)

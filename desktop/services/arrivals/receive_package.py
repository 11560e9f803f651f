"""Take in a submission: verify before parse, stage before commit, one transaction, then visible."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from desktop.domain.approvals import Attachment, ScanFlag
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.names import compose
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, SentDossier, Submission, Unit
from desktop.domain.states import DossierState
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.arrival_notices import Notice, missing_numbers, notices_of
from desktop.services.arrivals.arrival_order import Place, demand_turn, first_seen_at, judged, note_haste, place_of
from desktop.services.arrivals.drafts_here import replace_drafts
from desktop.services.arrivals.files_elsewhere import register_files
from desktop.services.arrivals.receive_embedded import all_in, check_may_receive, keep_whole, note_arrival
from desktop.services.arrivals.refuse_plain import refuse_plain
from desktop.services.arrivals.submission_check import checked_submission
from desktop.services.corrections.correction_check import linked
from desktop.services.corrections.join_chain import as_they_stand, join
from desktop.services.formats.packages import (
    AttachmentPart,
    FindingPart,
    SubmissionDocument,
    SubmittedRecord,
    UnitPart,
)
from desktop.services.formats.records_out import canonical
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office
from desktop.services.policies.keep_packs import keep_packs
from desktop.services.recovery.left_overs import staging
from desktop.services.sending.sealing import check_party, is_sealed, opened, opened_any
from desktop.storage import UnitOfWork
from desktop.system.marks import mark

Progress = Callable[[int, int], None]
CancelCheck = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Received:
    """What arrived. `already` tells that it was here before and nothing changed.

    `missing` are numbers of the sender's earlier packages that have not arrived; `other_policies` packs of which
    the sender used another version than this office holds; `notices` say these and more in sentences.
    """

    submission: Submission
    already: bool
    missing: tuple[int, ...] = ()
    other_policies: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    embedded: tuple[Submission, ...] = ()
    """Those of subordinate units that lay inside."""


def verify_package(office: Office, path: Path, passphrase: str = "") -> VerifiedPackage | VerifiedPart:
    """Read and verify a package of any kind, or one of several parts, from a known office; changes nothing.

    An encrypted one takes the passphrase, and must be from this office or for it. A trust package must be one that
    this office could take into force. Raises PackageError, KeyRefusal.
    """
    with opened_any(office, path, passphrase) as package:
        if is_sealed(path):
            check_party(office, package)
        if package.envelope.kind is PackageKind.TRUST:
            trust_of(office).accept(path, now=office.now())
        return package


def verify_for_us(
    office: Office,
    path: Path,
    passphrase: str = "",
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> VerifiedPackage:
    """Read and verify a package that is for this office, or for everybody; changes nothing.

    Raises PackageError, KeyRefusal, Refusal of trust.
    """
    own = office.identity.unit.code
    with opened(office, path, passphrase, recipient=own, progress=progress, cancelled=cancelled) as package:
        return package


def receive_submission(  # noqa: PLR0913 - the last three are options, given by name
    office: Office,
    path: Path,
    passphrase: str = "",
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
    reason: str = "",
) -> Received:
    """Take a submission in whole or not at all; an encrypted one takes the passphrase of this office's key.

    With it come the packages inside it, in the same transaction. One that continues a package that is not here is
    taken in only for a `reason`, which is written down. Raises Refusal: receive.not_here, package.waits,
    package.replay_differs (an alarm is kept), package.stale, package.document_invalid, package.revision_differs,
    subordinate.nested, those of trust and keys, and PackageError. When it raises nothing else has changed.
    """
    check_may_receive(office)
    refuse_plain(office, path)
    arrival = opened(
        office,
        path,
        passphrase,
        kind=PackageKind.SUBMISSION,
        recipient=office.identity.unit.code,
        progress=progress,
        cancelled=cancelled,
    )
    with arrival as package:
        return take_in_submission(office, package, reason)


def take_in_submission(office: Office, package: VerifiedPackage, reason: str = "") -> Received:
    """As `receive_submission`, for a package that was opened and verified."""
    check_may_receive(office)
    place = judged(office, package)
    demand_turn(package, place, reason)
    if place is Place.HERE:
        with office.store.begin() as work:
            return _received(office, work, work.submissions.need(package.envelope.package_id), already=True)
    for each in package.embedded:
        together = each.envelope.supersedes in {one.envelope.package_id for one in package.embedded}
        demand_turn(each, Place.TAKE if together else judged(office, each), reason)
    checked = [(each, checked_submission(each, SubmissionDocument)) for each in all_in(package)]
    with staging(office.store, _digests_of(package)):
        container = keep_whole(office, package)
        ready = [(each, document, stage(office, each)) for each, document in checked]
        with office.store.begin() as work:
            place = place_of(work, package)
            if place is not Place.HERE:
                note_haste(office, work, package, place, reason)
                for each, document, digest in ready:
                    if place_of(work, each) is not Place.HERE:
                        _commit(office, work, each, document, digest)
                note_arrival(office, work, package, container)
            name_staged(work, package)
            return _received(office, work, work.submissions.need(package.envelope.package_id), already=False)


def unit_of(part: UnitPart) -> Unit:
    """Return the office that a part describes."""
    return Unit(part.code, part.name, part.parent, part.budget_code, part.place)


def register_received(office: Office, work: UnitOfWork, package: VerifiedPackage) -> None:
    """Put a package that is being taken in into the register, of one in parts every part; it waits no more."""
    for each in package.parts or (package,):
        held = work.held.get(each.envelope.package_id)
        entry = entry_of(office, each, Direction.RECEIVED, held.arrived_at if held else "")
        work.packages.add(replace(entry, file_name=held.file_name) if held else entry)
    release(work, package)


def release(work: UnitOfWork, package: VerifiedPackage) -> None:
    """Let a package that was taken in wait no more, none of its parts."""
    for each in package.parts or (package,):
        work.held.remove(each.envelope.package_id)


def entry_of(
    office: Office, package: VerifiedPackage | VerifiedPart, direction: Direction, first_seen: str = ""
) -> PackageEntry:
    """Return the register's line for a package, first seen now unless told otherwise."""
    envelope = package.envelope
    return PackageEntry(
        package_id=envelope.package_id,
        kind=envelope.kind.value,
        issuer=envelope.issuer.unit_code,
        sequence=envelope.sequence,
        digest=package.digest,
        direction=direction,
        file_name=package.path.name,
        first_seen_at=first_seen or office.stamp(),
        signer=package.signer.common_name,
    )


def _received(office: Office, work: UnitOfWork, submission: Submission, *, already: bool) -> Received:
    return Received(
        submission,
        already,
        missing=missing_numbers(work, submission),
        other_policies=tuple(each.id for each in office.shelf.other_than(submission.policies)),
        notices=notices_of(office, work, submission),
        embedded=tuple(work.submissions.need(each.package_id) for each in work.embedded.inside(submission.id)),
    )


@contextmanager
def staged(office: Office, package: VerifiedPackage) -> Iterator[str]:
    """Bring attachments and document into the blobs; give the document's digest.

    The transaction in the block names them, and says so with `name_staged`; if it fails they are taken out.
    """
    with staging(office.store, _digests_of(package)):
        yield stage(office, package)


def stage(office: Office, package: VerifiedPackage) -> str:
    """Bring attachments and document into the blobs, straight from the package; return the document's digest."""
    for enclosure in package.enclosures:
        with package.content(enclosure) as content:
            office.store.blobs.put_stream(content, package.path.name, enclosure.sha256)
        mark("receiving.file_staged")
    digest, _ = office.store.blobs.put_bytes(package.document_bytes)
    mark("receiving.document_staged")
    return digest


def name_staged(work: UnitOfWork, package: VerifiedPackage) -> None:
    """Note that the files of a package are named by what was taken in with it."""
    work.staged_files.clear(_digests_of(package))


def _digests_of(package: VerifiedPackage) -> set[str]:
    """Return the digests of all that a package and those inside it bring."""
    together = (package, *package.embedded)
    documents = {sha256(each.document_bytes).hexdigest() for each in together}
    return documents | {enclosure.sha256 for each in together for enclosure in each.enclosures}


def _commit(
    office: Office, work: UnitOfWork, package: VerifiedPackage, document: SubmissionDocument, digest: str
) -> None:
    first_seen = first_seen_at(office, work, package)
    submission = _submission(package, document, first_seen)
    sent = sent_dossiers(submission.id, document)
    _check_revisions(work, package, sent)
    link = linked(work, package, document)
    for part in document.attachments:
        work.attachments.add(attachment_of(part))
    work.submissions.add(submission, as_they_stand(link, sent))
    join(office, work, link, submission, document)
    register_received(office, work, package)
    replace_drafts(office, work, submission.unit.code, submission.round_id, submission.id)
    work.settings.put(f"document.{submission.id}", digest)
    register_files(work, submission.id, document)
    keep_packs(office, work, submission.policies)
    work.audit.append(office.operator, "submission.received", submission.id, {"people": submission.people})


def _check_revisions(work: UnitOfWork, package: VerifiedPackage, sent: tuple[SentDossier, ...]) -> None:
    """What was sent never changes: a revision that is known must be the same again, a changed one has a new number."""
    issuer = package.envelope.issuer.unit_code
    if not work.packages.last_sequence(issuer, package.envelope.kind.value, Direction.RECEIVED):
        return
    arriving = {each.dossier_id: each for each in sent}
    for known in work.submissions.versions_among(tuple(arriving), issuer):
        each = arriving[known.dossier_id]
        newer = known.revision > each.revision
        if newer or (known.revision == each.revision and known.record_sha256 != each.record_sha256):
            file = package.path.name
            raise Refusal("package.revision_differs", file=file, name=each.full_name, revision=each.revision)


def _submission(package: VerifiedPackage, document: SubmissionDocument, first_seen: str) -> Submission:
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
        policies=envelope.policies,
        created_at=envelope.created_at,
        first_seen_at=first_seen,
        digest=package.digest,
        file_name=package.path.name,
        signer=package.signer.common_name,
        people=len(document.people),
        total=Dong(document.total),
    )


def sent_dossiers(submission_id: str, document: SubmissionDocument) -> tuple[SentDossier, ...]:
    """Return the people of a submission as they are kept."""
    return tuple(_sent_dossier(submission_id, each) for each in document.people)


def _sent_dossier(submission_id: str, submitted: SubmittedRecord) -> SentDossier:
    record = submitted.record
    return SentDossier(
        submission_id=submission_id,
        dossier_id=record.id,
        revision=record.revision,
        ordinal=record.ordinal,
        full_name=compose(record.person.full_name),
        citizen_id=record.person.citizen_id,
        record=canonical(record).decode("utf-8"),
        record_sha256=submitted.record_sha256,
        amount=None if submitted.amount is None else Dong(submitted.amount),
        state=DossierState.RECEIVED,
        findings=tuple(_finding(each) for each in submitted.findings),
    )


def _finding(part: FindingPart) -> Finding:
    return Finding(part.code, part.severity, part.subject, part.field, dict(part.params), part.detail, part.pack)


def attachment_of(part: AttachmentPart) -> Attachment:
    """Return the file that a part describes."""
    flags = tuple(ScanFlag(flag.fault, flag.page, flag.measure) for flag in part.flags)
    return Attachment(part.sha256, part.name, part.media_type, part.size, part.pages, flags)

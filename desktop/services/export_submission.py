"""Send a round: check, print, pack, sign, and remember exactly what was sent."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop import __version__
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.rounds import Direction, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import Enclosure, PackageContents, WrittenPackage
from desktop.exchange.container.sealed import Seal
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.signer import Signer
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.enrolment import open_signer, trust_of
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_out import canonical
from desktop.services.keep_packs import keep_packs
from desktop.services.office import Mode, Office
from desktop.services.print_forms import PrintedList, print_proposal_list
from desktop.services.round_view import RoundView, read_round
from desktop.services.sealing import seal_for, take_back, write_addressed
from desktop.services.sent_register import register_sent
from desktop.services.submission_document import submission_document

Progress = Callable[[int, int], None]
CancelCheck = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands between a round and its sending."""

    people: tuple[Dossier, ...]
    """Who would go: complete and not sent yet."""
    drafts: tuple[Dossier, ...]
    errors: tuple[Finding, ...]
    unanswered: tuple[Finding, ...]
    total: Dong
    open_people: int
    """People of whom something is still open in the law."""

    @property
    def ready(self) -> bool:
        """Whether the round can go as it is."""
        return bool(self.people) and not (self.drafts or self.errors or self.unanswered)


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission on its way: the package, and what it holds."""

    package: WrittenPackage
    submission: Submission


def readiness(view: RoundView, *, only_complete: bool = False) -> Readiness:
    """Say what would go and what holds it back; with `only_complete` drafts stay behind and hold nothing back."""
    people = tuple(each for each in view.dossiers if each.state is DossierState.COMPLETE)
    drafts = tuple(each for each in view.dossiers if each.state is DossierState.DRAFT)
    going = _subjects(view, people)
    found = tuple(each for each in view.findings(Stage.PACKING) if each.subject in going)
    amounts = [view.supports[each.id].amount or 0 for each in people]
    return Readiness(
        people=people,
        drafts=() if only_complete else drafts,
        errors=blocking(found),
        unanswered=unjustified(found, people),
        total=Dong(sum(amounts)),
        open_people=sum(bool(view.supports[each.id].open_values) for each in people),
    )


def export_submission(  # noqa: PLR0913 - the last four are options, given by name
    office: Office,
    round_id: str,
    folder: Path,
    passphrase: str,
    *,
    recipient: str,
    only_complete: bool = False,
    plain: bool = False,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> Sent:
    """Write the signed package into the folder; then, and only then, everybody in it counts as sent.

    It is encrypted to the recipient unless `plain` is asked or the trust pack holds no key of the recipient.

    Raises Refusal: submission.not_here, submission.nobody, submission.drafts, submission.errors,
    submission.unanswered, and those of keys, trust, packages and forms. When it raises nothing has changed.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("submission.not_here")
    signer = open_signer(office, passphrase)
    view = read_round(office, round_id)
    ready = readiness(view, only_complete=only_complete)
    _refuse_unready(ready)
    with tempfile.TemporaryDirectory(prefix="tinhgian-") as scratch:
        document = submission_document(office, view, ready.people)
        printed = print_proposal_list(office, view, Path(scratch), people=ready.people)
        contents = _contents(office, view, document, printed, recipient)
        parcel = _Parcel(view, document, contents, folder, seal_for(office, passphrase, contents, plain=plain))
        return _send(office, parcel, signer, progress=progress, cancelled=cancelled)


@dataclass(frozen=True)
class _Parcel:
    view: RoundView
    document: SubmissionDocument
    contents: PackageContents
    folder: Path
    seal: Seal | None


def _send(
    office: Office, parcel: _Parcel, signer: Signer, *, progress: Progress | None, cancelled: CancelCheck | None
) -> Sent:
    written = write_addressed(
        office, parcel.folder, parcel.contents, signer, parcel.seal, progress=progress, cancelled=cancelled
    )
    submission = _submission(office, parcel, written)
    try:
        _remember(office, parcel, submission, written)
    except BaseException:
        take_back(written)
        raise
    return Sent(written, submission)


def _refuse_unready(ready: Readiness) -> None:
    if ready.drafts:
        raise Refusal("submission.drafts", count=len(ready.drafts), first=ready.drafts[0].person.full_name)
    if not ready.people:
        raise Refusal("submission.nobody")
    if ready.errors:
        raise Refusal("submission.errors", count=len(ready.errors), code=ready.errors[0].code)
    if ready.unanswered:
        raise Refusal("submission.unanswered", count=len(ready.unanswered), code=ready.unanswered[0].code)


def _subjects(view: RoundView, people: tuple[Dossier, ...]) -> set[str]:
    """Return the ids that findings about these people, their papers and files bear; "" is the round itself."""
    approvals = {each.approval_id for each in people if each.approval_id}
    files = {sha256 for each in approvals if each in view.approvals for sha256 in view.approvals[each].attachments}
    return {each.id for each in people} | approvals | files | {""}


def _contents(
    office: Office, view: RoundView, document: SubmissionDocument, printed: PrintedList, recipient: str
) -> PackageContents:
    unit = office.identity.unit.code
    with office.store.begin() as work:
        sequence = work.packages.last_sequence(unit, PackageKind.SUBMISSION.value, Direction.SENT) + 1
        previous = work.submissions.latest_for_round(view.round.id)
    return PackageContents(
        kind=PackageKind.SUBMISSION,
        issuer_unit=unit,
        recipient_unit=recipient,
        period=view.round.period,
        sequence=sequence,
        document=canonical(document),
        created_at=office.now(),
        app_version=__version__,
        trust_version=trust_of(office).version,
        supersedes=previous.id if previous else None,
        policies=tuple(pack.ref for pack in view.packs),
        enclosures=_enclosures(office, document, printed),
    )


def _enclosures(office: Office, document: SubmissionDocument, printed: PrintedList) -> tuple[Enclosure, ...]:
    scans = [
        Enclosure(office.store.blobs.path(each.sha256), each.name, each.media_type, each.sha256, "approval")
        for each in document.attachments
    ]
    sha256, _ = office.store.blobs.put_file(printed.pdf)
    form = Enclosure(printed.pdf, "Biểu 01 - danh sách đề nghị.pdf", "application/pdf", sha256, "print")
    return (*scans, form)


def _submission(office: Office, parcel: _Parcel, written: WrittenPackage) -> Submission:
    view, contents, document = parcel.view, parcel.contents, parcel.document
    return Submission(
        id=written.package_id,
        direction=Direction.SENT,
        round_id=view.round.id,
        round_name=view.round.name,
        period=view.round.period,
        unit=office.identity.unit,
        sequence=contents.sequence,
        supersedes=contents.supersedes,
        policies=contents.policies,
        created_at=office.stamp(),
        first_seen_at=office.stamp(),
        digest=written.digest,
        file_name=written.path.name,
        signer=office.operator,
        people=len(document.people),
        total=Dong(document.total),
    )


def _remember(office: Office, parcel: _Parcel, submission: Submission, written: WrittenPackage) -> None:
    document = parcel.document
    with office.store.begin() as work:
        work.submissions.add(submission, tuple(_sent_dossier(submission.id, each) for each in document.people))
        for each in document.people:
            work.move(work.dossiers.need(each.record.id), DossierState.SENT, office.operator)
        register_sent(office, work, parcel.contents, written)
        keep_packs(office, work, submission.policies)
        work.audit.append(office.operator, "submission.sent", submission.id, {"people": submission.people})


def _sent_dossier(submission_id: str, submitted: SubmittedRecord) -> SentDossier:
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
        state=DossierState.SENT,
    )

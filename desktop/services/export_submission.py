"""Send a round: check, print, pack, sign, and remember exactly what was sent."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from desktop import __version__
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, Submission
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import Enclosure, PackageContents, WrittenPackage
from desktop.exchange.container.sealed import Seal
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.signer import Signer
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.departures import depart, sending
from desktop.services.enrolment import open_signer, trust_of
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import canonical
from desktop.services.office import Mode, Office
from desktop.services.print_forms import PrintedList, print_proposal_list
from desktop.services.round_view import RoundView, read_round
from desktop.services.sealing import private_folder, seal_for
from desktop.services.sent_records import SentSubmission
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
    with sending(office), private_folder(office) as scratch:
        view = read_round(office, round_id)
        ready = readiness(view, only_complete=only_complete)
        _refuse_unready(ready)
        document = submission_document(office, view, ready.people)
        printed = print_proposal_list(office, view, scratch, people=ready.people)
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
    recorded: list[Submission] = []

    def payload(entry: PackageEntry) -> SentSubmission:
        recorded.append(_submission(office, parcel, entry))
        editions = {each.id: each.edition for each in parcel.view.dossiers}
        return SentSubmission(recorded[0], parcel.document, editions)

    written = depart(
        office,
        parcel.folder,
        parcel.contents,
        signer,
        parcel.seal,
        payload_of=payload,
        progress=progress,
        cancelled=cancelled,
    )
    return Sent(written, recorded[0])


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
    digest = sha256(printed.pdf.read_bytes()).hexdigest()
    form = Enclosure(printed.pdf, "Biểu 01 - danh sách đề nghị.pdf", "application/pdf", digest, "print")
    return (*scans, form)


def _submission(office: Office, parcel: _Parcel, entry: PackageEntry) -> Submission:
    view, contents, document = parcel.view, parcel.contents, parcel.document
    return Submission(
        id=entry.package_id,
        direction=Direction.SENT,
        round_id=view.round.id,
        round_name=view.round.name,
        period=view.round.period,
        unit=office.identity.unit,
        sequence=contents.sequence,
        supersedes=contents.supersedes,
        policies=contents.policies,
        created_at=office.stamp(),
        first_seen_at=entry.first_seen_at,
        digest=entry.digest,
        file_name=entry.file_name,
        signer=entry.signer,
        people=len(document.people),
        total=Dong(document.total),
    )

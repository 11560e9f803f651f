"""Send a round: check, print, pack, sign, and remember exactly what was sent."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from desktop import __version__
from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Direction, SentDossier, Submission, Unit
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import Enclosure, PackageContents, WrittenPackage
from desktop.exchange.container.sealed import Seal
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.signer import Signer
from desktop.services.appraisal.answering import note_recipient
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_out import canonical
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Mode, Office
from desktop.services.parent_units.subordinates import SubordinateItem
from desktop.services.policies.keep_packs import keep_packs
from desktop.services.prints.print_forms import PrintedList, print_proposal_list
from desktop.services.rounds.readiness import Readiness
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.departures import taking_back
from desktop.services.sending.embed_packages import embedded_enclosures, note_sent_along, packages_to_embed
from desktop.services.sending.numbering import next_number
from desktop.services.sending.plan_sending import (
    SendingPlan,
    has_nothing_own,
    plan_sending,
    with_correction,
    with_shared_answers,
)
from desktop.services.sending.recipients import addressed
from desktop.services.sending.remember_sent import remember_sent
from desktop.services.sending.sealing import private_folder, seal_for, write_addressed
from desktop.services.sending.sent_register import register_sent
from desktop.services.sending.submission_document import submission_document

Progress = Callable[[int, int], None]
CancelCheck = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission on its way: the package, and what it holds."""

    package: WrittenPackage
    submission: Submission
    recipient: Unit
    embedded: tuple[SubordinateItem, ...] = ()
    """The packages of subordinate units that went along."""


def export_submission(  # noqa: PLR0913 - the last six are options, given by name
    office: Office,
    round_id: str,
    folder: Path,
    passphrase: str,
    *,
    recipient: str,
    only_complete: bool = False,
    purpose: Purpose | None = None,
    reason: str = "",
    plain: bool = False,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> Sent:
    """Write the signed package into the folder; then, and only then, everybody in it counts as sent.

    It is encrypted to the recipient unless `plain` is asked or the recipient enrolled before there were such keys.
    From a parent unit the packages that it took in go along; then it may have nobody of its own. What follows another
    package of the round is a correction, for the `purpose` given or the one that fits; to replace the list takes a
    `reason`.

    Raises Refusal: submission.not_here, submission.nobody, submission.drafts, submission.errors,
    submission.unanswered, submission.asked, correction.nothing_sent, correction.nothing_changed,
    correction.reason_missing, and those of `addressed`, keys, packages and forms. When it raises nothing has changed.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("submission.not_here")
    signer = open_signer(office, passphrase)
    to = addressed(office, recipient, plain=plain)
    plan = plan_sending(office, read_round(office, round_id), purpose, only_complete=only_complete)
    going = packages_to_embed(office, to.code)
    if going and purpose is None and has_nothing_own(plan):
        plan = replace(plan, chain=None, purpose=None)  # a carrier follows nothing, and nothing follows it
    else:
        _refuse_plan(plan, reason)
    with private_folder(office) as scratch:
        printed = _printed(office, plan, scratch)  # the list as it lies on paper: answers of others came later
        plan = with_shared_answers(plan)
        document = with_correction(submission_document(office, plan.view, plan.ready.people), plan, reason)
        files = (*_enclosures(office, document, printed), *embedded_enclosures(office, going))
        contents = _contents(office, plan, document, files, to.code)
        seal = seal_for(office, passphrase, contents, plain=plain)
        parcel = _Parcel(plan, reason, document, contents, folder, seal, to, going)
        return _send(office, parcel, signer, progress=progress, cancelled=cancelled)


@dataclass(frozen=True)
class _Parcel:
    plan: SendingPlan
    reason: str
    document: SubmissionDocument
    contents: PackageContents
    folder: Path
    seal: Seal | None
    to: Unit
    going: tuple[SubordinateItem, ...]


def _send(
    office: Office, parcel: _Parcel, signer: Signer, *, progress: Progress | None, cancelled: CancelCheck | None
) -> Sent:
    written = write_addressed(
        office, parcel.folder, parcel.contents, signer, parcel.seal, progress=progress, cancelled=cancelled
    )
    submission = _submission(office, parcel, written)
    with taking_back(office, written):
        _remember(office, parcel, submission, written)
    return Sent(written, submission, parcel.to, parcel.going)


def _printed(office: Office, plan: SendingPlan, folder: Path) -> PrintedList | None:
    """Print the list of those who go, None where nobody does."""
    people = plan.ready.people
    return print_proposal_list(office, plan.view, folder, people=people) if people else None


def _refuse_plan(plan: SendingPlan, reason: str) -> None:
    if plan.purpose is not Purpose.WITHDRAW:
        _refuse_unready(plan.ready)
    if not plan.may_go:
        raise Refusal("correction.nothing_changed", round=plan.view.round.name)
    if plan.purpose is Purpose.REPLACE and not reason.strip():
        raise Refusal("correction.reason_missing")


def _refuse_unready(ready: Readiness) -> None:
    if ready.drafts:
        raise Refusal("submission.drafts", count=len(ready.drafts), first=ready.drafts[0].person.full_name)
    if not ready.people:
        raise Refusal("submission.nobody")
    if ready.errors:
        raise Refusal("submission.errors", count=ready.faults, code=ready.errors[0].code)
    if ready.unanswered:
        raise Refusal("submission.unanswered", count=len(ready.unanswered), code=ready.unanswered[0].code)
    if ready.asked:
        raise Refusal("submission.asked", count=len(ready.asked), first=ready.asked[0].person.full_name)


def _contents(
    office: Office, plan: SendingPlan, document: SubmissionDocument, files: tuple[Enclosure, ...], recipient: str
) -> PackageContents:
    unit = office.identity.unit.code
    with office.store.begin() as work:
        sequence = next_number(work, unit, PackageKind.SUBMISSION)
    return PackageContents(
        kind=PackageKind.SUBMISSION,
        issuer_unit=unit,
        recipient_unit=recipient,
        period=plan.view.round.period,
        sequence=sequence,
        document=canonical(document),
        created_at=office.now(),
        app_version=__version__,
        trust_version=trust_of(office).version,
        supersedes=plan.chain.head.id if plan.chain else None,
        policies=tuple(pack.ref for pack in plan.view.packs),
        enclosures=files,
    )


def _enclosures(office: Office, document: SubmissionDocument, printed: PrintedList | None) -> tuple[Enclosure, ...]:
    scans = [
        Enclosure(office.store.blobs.path(each.sha256), each.name, each.media_type, each.sha256, "approval")
        for each in document.attachments
    ]
    if printed is None:
        return tuple(scans)
    digest = sha256(printed.pdf.read_bytes()).hexdigest()
    form = Enclosure(printed.pdf, "Biểu 01 - danh sách đề nghị.pdf", "application/pdf", digest, "print")
    return (*scans, form)


def _submission(office: Office, parcel: _Parcel, written: WrittenPackage) -> Submission:
    view, contents, document = parcel.plan.view, parcel.contents, parcel.document
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
        work.submissions.add(submission, tuple(sent_dossier(submission.id, each) for each in document.people))
        remember_sent(office, work, parcel.plan, submission, parcel.reason)
        register_sent(office, work, parcel.contents, written)
        note_sent_along(office, work, submission.id, parcel.going)
        note_recipient(work, submission.id, parcel.contents.recipient_unit or "")
        keep_packs(office, work, submission.policies)
        work.audit.append(office.operator, "submission.sent", submission.id, {"people": submission.people})


def sent_dossier(submission_id: str, submitted: SubmittedRecord) -> SentDossier:
    """Return the dossier as its sender keeps it."""
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

"""Send decisions back: one signed package that answers one submission."""

from pathlib import Path

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Decision, Direction
from desktop.exchange.container.contents import InReplyTo, PackageContents, WrittenPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.enrolment import open_signer, trust_of
from desktop.services.formats.packages import DECISION_FORMAT, DecidedRecord, DecisionDocument, ReasonPart
from desktop.services.formats.records_out import canonical
from desktop.services.formats.results import result_part
from desktop.services.office import Mode, Office
from desktop.services.received_view import ReceivedView, refuse_draft
from desktop.services.sealing import seal_for, take_back, write_addressed
from desktop.services.sent_register import register_sent
from desktop.services.submission_document import unit_part


def export_decision(  # noqa: PLR0913 - the last two are options, given by name
    office: Office, received: ReceivedView, folder: Path, passphrase: str, *, again: bool = False, plain: bool = False
) -> WrittenPackage:
    """Write every decision of the submission that was not sent yet; people without one are left for later.

    With `again` those sent before go once more, under a new number: for a package that was lost on its way. The
    package is encrypted to the unit unless `plain` is asked or the trust pack holds no key of the unit.

    Raises Refusal: appraisal.not_here, appraisal.draft, decision.nothing_to_send, submission.file_exists, and those
    of keys, trust and packages. When it raises nothing has changed.
    """
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("appraisal.not_here")
    refuse_draft(received)
    signer = open_signer(office, passphrase)
    decisions, sequence = _to_send(office, received.submission.id, again=again)
    if not decisions:
        raise Refusal("decision.nothing_to_send")
    contents = _contents(office, received, decisions, sequence)
    written = write_addressed(office, folder, contents, signer, seal_for(office, passphrase, contents, plain=plain))
    try:
        _remember(office, received, decisions, contents, written)
    except BaseException:
        take_back(written)
        raise
    return written


def _to_send(office: Office, submission_id: str, *, again: bool) -> tuple[tuple[Decision, ...], int]:
    with office.store.begin() as work:
        standing = work.decisions.of_submission(submission_id)
        decisions = tuple(each for each in standing if again or not each.sent_in)
        last = work.packages.last_sequence(office.identity.unit.code, PackageKind.DECISION.value, Direction.SENT)
    return decisions, last + 1


def _contents(
    office: Office, received: ReceivedView, decisions: tuple[Decision, ...], sequence: int
) -> PackageContents:
    submission = received.submission
    return PackageContents(
        kind=PackageKind.DECISION,
        issuer_unit=office.identity.unit.code,
        recipient_unit=submission.unit.code,
        period=submission.period,
        sequence=sequence,
        document=canonical(_document(office, received, decisions)),
        created_at=office.now(),
        app_version=__version__,
        trust_version=trust_of(office).version,
        in_reply_to=InReplyTo(submission.id, submission.digest),
        policies=tuple(pack.ref for pack in received.view.packs),
    )


def _document(office: Office, received: ReceivedView, decisions: tuple[Decision, ...]) -> DecisionDocument:
    return DecisionDocument(
        format=DECISION_FORMAT,
        submission_id=received.submission.id,
        submission_digest=received.submission.digest,
        unit=unit_part(office.identity.unit),
        decisions=tuple(_decided(received, each) for each in decisions),
        total=sum(each.amount or 0 for each in decisions),
    )


def _decided(received: ReceivedView, decision: Decision) -> DecidedRecord:
    support = received.view.supports[decision.dossier_id]
    return DecidedRecord(
        decision_id=decision.id,
        dossier_id=decision.dossier_id,
        revision=decision.revision,
        record_sha256=decision.record_sha256,
        outcome=decision.outcome,
        amount=decision.amount,
        reasons=tuple(ReasonPart(text=each.text, code=each.code, field=each.field) for each in decision.reasons),
        author=decision.author,
        at=decision.at,
        results=tuple(result_part(each) for each in support.computations),
    )


def _remember(
    office: Office,
    received: ReceivedView,
    decisions: tuple[Decision, ...],
    contents: PackageContents,
    written: WrittenPackage,
) -> None:
    with office.store.begin() as work:
        work.decisions.mark_sent([each.id for each in decisions], written.package_id)
        register_sent(office, work, contents, written)
        work.audit.append(office.operator, "decision.sent", received.submission.id, {"people": len(decisions)})

"""Send decisions back: one signed package that answers one submission."""

from pathlib import Path

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Decision, Direction, Submission
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import InReplyTo, PackageContents, WrittenPackage
from desktop.exchange.kinds import PackageKind
from desktop.services.appraisal.received_view import ReceivedView, refuse_draft
from desktop.services.corrections.chain import chain_of
from desktop.services.formats.packages import DECISION_FORMAT, DecidedRecord, DecisionDocument, ReasonPart
from desktop.services.formats.records_out import canonical
from desktop.services.formats.results import result_part
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Mode, Office
from desktop.services.parent_units.subordinates import carriers_of
from desktop.services.sending.departures import taking_back
from desktop.services.sending.sealing import seal_for, write_addressed
from desktop.services.sending.sent_register import register_sent
from desktop.services.sending.submission_document import unit_part
from desktop.storage import UnitOfWork

_GONE = frozenset({DossierState.SUPERSEDED, DossierState.WITHDRAWN})


def export_decision(  # noqa: PLR0913 - the last two are options, given by name
    office: Office, received: ReceivedView, folder: Path, passphrase: str, *, again: bool = False, plain: bool = False
) -> WrittenPackage:
    """Write every decision of the submission that was not sent yet; people without one are left for later.

    With `again` those sent before go once more, under a new number: for a package that was lost on its way. The
    package is encrypted to the unit unless `plain` is asked or the trust pack holds no key of the unit; what came
    through a parent unit is encrypted to that one too, which passes the file on as it is.

    It cites the newest package of the chain, whichever of them the people are in.

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
    contents = decision_contents(office, received, decisions, sequence)
    through = [each.carrier_unit for each in carriers_of(office, received.submission.id)]
    seal = seal_for(office, passphrase, contents, plain=plain, also=through)
    written = write_addressed(office, folder, contents, signer, seal)
    with taking_back(office, written):
        _remember(office, received, decisions, contents, written)
    return written


def to_be_told(work: UnitOfWork, submission_id: str, *, again: bool = False) -> tuple[Decision, ...]:
    """Return the decisions that the unit is not told yet, or all; none on a version in whose place another came."""
    gone = {each.dossier_id for each in work.submissions.dossiers(submission_id) if each.state in _GONE}
    standing = work.decisions.of_submission(submission_id)
    return tuple(each for each in standing if each.dossier_id not in gone and (again or not each.sent_in))


def _to_send(office: Office, submission_id: str, *, again: bool) -> tuple[tuple[Decision, ...], int]:
    with office.store.begin() as work:
        decisions = to_be_told(work, submission_id, again=again)
        last = work.packages.last_sequence(office.identity.unit.code, PackageKind.DECISION.value, Direction.SENT)
    return decisions, last + 1


def decision_contents(
    office: Office,
    received: ReceivedView,
    decisions: tuple[Decision, ...],
    sequence: int,
    cited: Submission | None = None,
) -> PackageContents:
    """Return what a package with these decisions says; it cites the newest of the chain unless another is `cited`."""
    submission = received.submission
    head = cited or _head(office, submission)
    return PackageContents(
        kind=PackageKind.DECISION,
        issuer_unit=office.identity.unit.code,
        recipient_unit=submission.unit.code,
        period=submission.period,
        sequence=sequence,
        document=canonical(_document(office, received, decisions, head)),
        created_at=office.now(),
        app_version=__version__,
        trust_version=trust_of(office).version,
        in_reply_to=InReplyTo(head.id, head.digest),
        policies=tuple(pack.ref for pack in received.view.packs),
    )


def _head(office: Office, submission: Submission) -> Submission:
    """Return the newest package of the chain that is here: the answer says that it was seen."""
    with office.store.begin() as work:
        return chain_of(work, submission).head


def _document(
    office: Office, received: ReceivedView, decisions: tuple[Decision, ...], head: Submission
) -> DecisionDocument:
    return DecisionDocument(
        format=DECISION_FORMAT,
        submission_id=head.id,
        submission_digest=head.digest,
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

"""Putting back what packages say: only what is missing; what a package does not hold cannot come back."""

from dataclasses import dataclass, field, replace
from typing import Final

from desktop.domain.corrections import Correction, Withdrawal
from desktop.domain.dossiers import Dossier, StateChange
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, SentDossier, Submission
from desktop.domain.states import EDITABLE, DossierState
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import PackageKind, package_file_name
from desktop.exchange.signing.age_header import ENDING
from desktop.services.arrivals.receive_package import attachment_of, unit_of
from desktop.services.corrections.chain import Chain, chains_of, live_rows
from desktop.services.formats.correction import CorrectionPart
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_in import approval_of, dossier_of, round_of
from desktop.services.office import Office
from desktop.services.policies.keep_packs import keep_packs
from desktop.services.sending.export_submission import sent_dossier
from desktop.storage import UnitOfWork

_MAY_BE_TAKEN_OUT: Final = frozenset({DossierState.SENT, DossierState.RETURNED})


@dataclass(frozen=True, slots=True)
class OwnSubmission:
    """A submission of this unit, verified; its scans are among the blobs already."""

    package: VerifiedPackage
    document: SubmissionDocument
    sealed: bool

    @property
    def file_name(self) -> str:
        """The name that it was written under, whatever a copy is called."""
        envelope = self.package.envelope
        if self.package.parts:
            return self.package.path.name
        plain = package_file_name(envelope.kind, envelope.issuer.unit_code, envelope.period, envelope.sequence)
        return plain + ENDING if self.sealed else plain


def demand_no_conflict(work: UnitOfWork, own: OwnSubmission) -> None:
    """Refuse a submission that cannot come back beside what is here.

    Raises Refusal: package.replay_differs, round.period_taken, rebuild.conflict.
    """
    if _known(work, own):
        return
    part = own.document.round
    rounds = work.rounds.all()
    taken = next((each for each in rounds if each.period.lower() == part.period.lower() and each.id != part.id), None)
    if taken is not None:
        raise Refusal("round.period_taken", period=part.period, name=taken.name)
    for each in own.document.people:
        here = work.dossiers.get(each.record.id)
        if here is not None and here.state in EDITABLE and here.revision <= each.record.revision:
            number = own.package.envelope.sequence
            raise Refusal("rebuild.conflict", name=here.person.full_name, number=number)


def _known(work: UnitOfWork, own: OwnSubmission) -> bool:
    envelope = own.package.envelope
    entry = work.packages.get(envelope.package_id)
    if entry is not None and entry.digest == own.package.digest:
        return True
    sent = work.submissions.of_unit(envelope.issuer.unit_code, Direction.SENT)
    if entry is not None or envelope.sequence in {each.sequence for each in sent}:
        raise Refusal("package.replay_differs", file=own.package.path.name, number=envelope.sequence)
    return False


@dataclass
class PuttingBack:
    """One rebuilding: which approvals came back in it, so that a newer package may say more of them than an older."""

    office: Office
    _approvals: set[str] = field(default_factory=set)

    def put_back(self, own: OwnSubmission) -> bool:
        """Put a submission back, the oldest first; return False when it is here already."""
        with self.office.store.begin() as work:
            if _known(work, own):
                return False
            document = own.document
            if work.rounds.get(document.round.id) is None:
                work.rounds.add(round_of(document.round, tuple(each.id for each in document.policies)))
            for part in document.attachments:
                work.attachments.add(attachment_of(part))
            work.staged_files.clear({each.sha256 for each in own.package.enclosures})
            self._put_approvals(work, document)
            self._put_submission(work, own)
        return True

    def _put_approvals(self, work: UnitOfWork, document: SubmissionDocument) -> None:
        for part in document.approvals:
            approval = approval_of(part, round_id=document.round.id)
            if part.id in self._approvals:
                work.approvals.save(approval)
            elif work.approvals.get(part.id) is None:
                work.approvals.add(approval)
                self._approvals.add(part.id)

    def _put_submission(self, work: UnitOfWork, own: OwnSubmission) -> None:
        submission = _submission(own)
        work.submissions.add(submission, _sent(own))
        for entry in _entries(own, submission):
            work.packages.add(entry)
        for each in own.document.people:
            _put_dossier(work, dossier_of(each.record, round_id=own.document.round.id), submission)
        if isinstance(own.document.correction, CorrectionPart):
            _put_correction(work, submission, own.document.correction)
        keep_packs(self.office, work, submission.policies)


def _put_dossier(work: UnitOfWork, sent: Dossier, submission: Submission) -> None:
    """Add the working record, or bring it to the version that was sent later."""
    here = work.dossiers.get(sent.id)
    if here is None:
        work.dossiers.add(replace(sent, state=DossierState.SENT))
    elif sent.revision <= here.revision:
        return
    else:
        work.dossiers.write(replace(sent, state=here.state, edition=here.edition), DossierState.SENT)
    work.history.add(
        StateChange(
            sent.id,
            sent.revision,
            DossierState.COMPLETE,
            DossierState.SENT,
            submission.signer,
            submission.created_at,
        )
    )


def _put_correction(work: UnitOfWork, submission: Submission, part: CorrectionPart) -> None:
    taken = tuple(Withdrawal(each.dossier_id, each.revision, each.full_name, each.reason) for each in part.withdrawn)
    previous = submission.supersedes or part.original_id
    correction = Correction(submission.id, part.purpose, part.original_id, previous, part.reason, taken)
    work.corrections.add(correction)
    _take_out(work, submission, correction)


def _take_out(work: UnitOfWork, submission: Submission, correction: Correction) -> None:
    for each in correction.withdrawals:
        here = work.dossiers.get(each.dossier_id)
        if here is not None and here.revision == each.revision and here.state in _MAY_BE_TAKEN_OUT:
            work.move(here, DossierState.WITHDRAWN, submission.signer, each.reason)


def close_versions(work: UnitOfWork, unit_code: str) -> None:
    """Close the versions in whose place others came, and those that were taken out, once all packages are back."""
    chains = chains_of(work.submissions.of_unit(unit_code, Direction.SENT))
    for chain in dict.fromkeys(chains.values()):
        for each in chain.submissions[1:]:
            correction, before = work.corrections.get(each.id), chain.before(each)
            if correction is not None and before is not None:
                _close(work, before, each, correction)
                _take_out(work, each, correction)  # whose own package was found only now


def _close(work: UnitOfWork, before: Chain, submission: Submission, correction: Correction) -> None:
    rows = live_rows(work, before)
    again = [rows[each.dossier_id] for each in work.submissions.dossiers(submission.id) if each.dossier_id in rows]
    for row in again:
        if row.state is DossierState.SENT:
            work.submissions.move(row.submission_id, row.dossier_id, DossierState.SUPERSEDED)
    taken_out = [rows[each.dossier_id] for each in correction.withdrawals if each.dossier_id in rows]
    for row in taken_out:
        if row.state in _MAY_BE_TAKEN_OUT:
            work.submissions.move(row.submission_id, row.dossier_id, DossierState.WITHDRAWN)


def _submission(own: OwnSubmission) -> Submission:
    envelope, document = own.package.envelope, own.document
    return Submission(
        id=envelope.package_id,
        direction=Direction.SENT,
        round_id=document.round.id,
        round_name=document.round.name,
        period=envelope.period,
        unit=unit_of(document.unit),
        sequence=envelope.sequence,
        supersedes=envelope.supersedes,
        policies=envelope.policies,
        created_at=envelope.created_at,
        first_seen_at=envelope.created_at,
        digest=own.package.digest,
        file_name=own.file_name,
        signer=document.prepared_by,
        people=len(document.people),
        total=Dong(document.total),
    )


def _sent(own: OwnSubmission) -> tuple[SentDossier, ...]:
    return tuple(sent_dossier(own.package.envelope.package_id, each) for each in own.document.people)


def _entries(own: OwnSubmission, submission: Submission) -> list[PackageEntry]:
    """Return the register's lines: of a package in parts one for each."""
    return [
        PackageEntry(
            package_id=each.envelope.package_id,
            kind=PackageKind.SUBMISSION.value,
            issuer=submission.unit.code,
            sequence=submission.sequence,
            digest=each.digest,
            direction=Direction.SENT,
            file_name=each.path.name if own.package.parts else submission.file_name,
            first_seen_at=submission.first_seen_at,
            signer=submission.signer,
        )
        for each in own.package.parts or (own.package,)
    ]

"""Putting back what packages say: only what is missing; what a package does not hold cannot come back."""

from dataclasses import dataclass, field, replace

from desktop.domain.dossiers import Dossier, StateChange
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, SentDossier, Submission
from desktop.domain.states import EDITABLE, DossierState
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import PackageKind, package_file_name
from desktop.exchange.signing.age_header import ENDING
from desktop.services.export_submission import sent_dossier
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_in import approval_of, dossier_of, round_of
from desktop.services.keep_packs import keep_packs
from desktop.services.office import Office
from desktop.services.receive_package import attachment_of, unit_of
from desktop.storage import UnitOfWork


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
        plain = package_file_name(envelope.kind, envelope.issuer.unit_code, envelope.period, envelope.sequence)
        return plain + ENDING if self.sealed else plain


@dataclass
class PuttingBack:
    """One rebuilding: which approvals and dossiers came back in it, so that a newer version may replace an older."""

    office: Office
    work: UnitOfWork
    _approvals: set[str] = field(default_factory=set)
    _dossiers: set[str] = field(default_factory=set)

    def put_back(self, own: OwnSubmission) -> bool:
        """Put a submission back, the oldest first; return False when it is here already.

        Raises Refusal: package.replay_differs, round.period_taken, rebuild.conflict.
        """
        if self._known(own):
            return False
        self._put_round(own.document)
        for part in own.document.attachments:
            self.work.attachments.add(attachment_of(part))
        self._put_approvals(own.document)
        submission = _submission(own)
        self.work.submissions.add(submission, _sent(own))
        self.work.packages.add(_entry(submission))
        for each in own.document.people:
            record = each.record
            self._put_dossier(dossier_of(record, round_id=own.document.round.id), submission)
        keep_packs(self.office, self.work, submission.policies)
        return True

    def _known(self, own: OwnSubmission) -> bool:
        envelope = own.package.envelope
        entry = self.work.packages.get(envelope.package_id)
        if entry is not None and entry.digest == own.package.digest:
            return True
        issuer, kind = envelope.issuer.unit_code, envelope.kind.value
        taken = [each.sequence for each in self.work.packages.of_issuer(issuer) if each.kind == kind]
        if entry is not None or envelope.sequence in taken:
            raise Refusal("package.replay_differs", file=own.package.path.name, number=envelope.sequence)
        return False

    def _put_round(self, document: SubmissionDocument) -> None:
        if self.work.rounds.get(document.round.id) is not None:
            return
        period = document.round.period
        taken = next((each for each in self.work.rounds.all() if each.period.lower() == period.lower()), None)
        if taken is not None:
            raise Refusal("round.period_taken", period=period, name=taken.name)
        self.work.rounds.add(round_of(document.round, tuple(each.id for each in document.policies)))

    def _put_approvals(self, document: SubmissionDocument) -> None:
        for part in document.approvals:
            approval = approval_of(part, round_id=document.round.id)
            if part.id in self._approvals:
                self.work.approvals.save(approval)
            elif self.work.approvals.get(part.id) is None:
                self.work.approvals.add(approval)
                self._approvals.add(part.id)

    def _put_dossier(self, sent: Dossier, submission: Submission) -> None:
        here = self.work.dossiers.get(sent.id)
        if here is None:
            self.work.dossiers.add(replace(sent, state=DossierState.SENT))
        elif sent.revision <= here.revision and here.state not in EDITABLE:
            return
        elif here.state in EDITABLE:
            raise Refusal("rebuild.conflict", name=here.person.full_name, number=submission.sequence)
        else:
            self.work.dossiers.write(replace(sent, state=here.state, edition=here.edition), DossierState.SENT)
        moved = StateChange(
            sent.id,
            sent.revision,
            DossierState.COMPLETE,
            DossierState.SENT,
            submission.signer,
            submission.created_at,
        )
        self.work.history.add(moved)


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


def _entry(submission: Submission) -> PackageEntry:
    return PackageEntry(
        package_id=submission.id,
        kind=PackageKind.SUBMISSION.value,
        issuer=submission.unit.code,
        sequence=submission.sequence,
        digest=submission.digest,
        direction=Direction.SENT,
        file_name=submission.file_name,
        first_seen_at=submission.first_seen_at,
        signer=submission.signer,
    )

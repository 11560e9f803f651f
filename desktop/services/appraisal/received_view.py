"""A received dossier beside what this office computes from it: declared, recomputed, the first step that differs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256

import msgspec

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.names import compose
from desktop.domain.rounds import Decision, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Catalogue, Stage
from desktop.rules.compare import TraceComparison, compare
from desktop.rules.trace import Computation
from desktop.services.amounts.compute_support import Support
from desktop.services.arrivals.files_elsewhere import files_elsewhere
from desktop.services.arrivals.other_submissions import StatedAmounts, arrival_of, people_elsewhere
from desktop.services.corrections.differences import FieldChange, differences, last_decided
from desktop.services.formats.draft import DraftDocument
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_in import approval_of, dossier_of, round_of
from desktop.services.formats.records_out import canonical
from desktop.services.formats.results import computation_of
from desktop.services.office import Office
from desktop.services.papers.needed import PaperLine, papers_of
from desktop.services.papers.pins import documents_of
from desktop.services.rounds.round_view import RoundView, build_view
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Everything the appraiser looks at for one person. `comparisons` go pack by pack, as `recomputed` does.

    `intact` tells that the record stored is still the one whose digest was signed.
    """

    submission: Submission
    sent: SentDossier
    dossier: Dossier
    approval: Approval | None
    attachments: tuple[Attachment, ...]
    declared: tuple[Computation, ...]
    recomputed: tuple[Computation, ...]
    comparisons: tuple[TraceComparison, ...]
    findings: tuple[Finding, ...]
    """What this office's own check finds now."""
    decision: Decision | None
    earlier: tuple[SentDossier, ...]
    """Revisions sent before this one, oldest first."""
    changed: tuple[str, ...]
    """Dotted fields that changed since the revision before."""
    elsewhere: tuple[SentDossier, ...] = ()
    """Every version of this dossier in other submissions of the unit, oldest first."""
    changes: tuple[FieldChange, ...] = ()
    """What stood in the fields of `changed`, and what stands in them."""
    decided_before: Decision | None = None
    """What was decided of an earlier version of this dossier, the last that stands."""
    intact: bool = True
    draft: bool = False
    """Whether it is of a draft: looked at, never decided."""
    papers: tuple[Approval, ...] = ()
    """The person's documents: the approval first, then their other papers; `attachments` are the files of all."""
    view: RoundView | None = field(default=None, repr=False, compare=False)
    """The submission as recomputed here."""
    catalogue: Catalogue | None = None
    """The catalogue of checks in which the findings are worded, as the packs change it."""

    @property
    def recomputed_amount(self) -> Dong | None:
        """What this office's computation gives, None when nothing could be determined."""
        return Support(self.recomputed).amount

    @property
    def lines(self) -> tuple[PaperLine, ...]:
        """The papers that are needed, and which are there; worked out when asked, as only one person is looked at."""
        return papers_of(self.view, self.dossier) if self.view else ()

    @property
    def agrees(self) -> bool:
        """Whether the declared amount is the recomputed one."""
        return self.sent.amount == self.recomputed_amount

    @property
    def practice(self) -> bool:
        """Whether an invented pack took part on either side."""
        return any(each.practice for each in (*self.declared, *self.recomputed))


@dataclass(frozen=True)
class ReceivedView:
    """A received submission, recomputed once."""

    submission: Submission
    document: SubmissionDocument
    view: RoundView
    draft: bool = False
    """Whether it is a draft for advice, of which nothing may be decided."""
    found: tuple[Finding, ...] | None = None
    """What the checks found, where they ran already."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What this office's own checks find in the whole submission, up to appraisal."""
        return self.view.findings(Stage.APPRAISAL) if self.found is None else self.found

    def submitted(self, dossier_id: str) -> SubmittedRecord:
        """Return a record as sent; raises Refusal("record.not_found")."""
        found = next((each for each in self.document.people if each.record.id == dossier_id), None)
        if found is None:
            raise Refusal("record.not_found", id=dossier_id)
        return found


def read_received(office: Office, submission_id: str) -> ReceivedView:
    """Read a submission and recompute it with exactly the packs that it was sent with.

    A pack that is not here is stood in for by the version that holds here; the notices of the submission say so.
    Raises Refusal("record.not_found") or ("policy.not_on_shelf").
    """
    with office.store.begin() as work:
        submission = work.submissions.need(submission_id)
        digest = work.settings.get(f"document.{submission_id}")
    if digest is None:
        raise Refusal("record.not_found", id=submission_id)
    with office.store.blobs.open(digest) as stream:
        document = msgspec.json.decode(stream.read(), type=SubmissionDocument)
    return ReceivedView(submission, document, rebuilt(office, submission, document))


def appraisal_of(office: Office, received: ReceivedView, dossier_id: str) -> Appraisal:
    """Put declared and recomputed side by side for one person; raises Refusal("record.not_found")."""
    submission = received.submission
    submitted = received.submitted(dossier_id)
    with office.store.begin() as work:
        sent = sent_dossier(work, received, dossier_id)
        decisions = work.decisions.of_submission(submission.id)
        versions = work.submissions.versions(dossier_id, submission.unit.code)
        before = last_decided(work, submission.id, versions)
    if sent is None:
        raise Refusal("record.not_found", id=dossier_id)
    dossier = received.view.dossier(dossier_id) or dossier_of(submitted.record)
    approval = received.view.approval_of(dossier)
    papers = documents_of(received.view, dossier)
    declared = tuple(computation_of(each) for each in submitted.results)
    recomputed = received.view.supports[dossier_id].computations
    earlier = tuple(each for each in versions if each.revision < sent.revision)
    elsewhere = tuple(each for each in versions if each.submission_id != submission.id)
    return Appraisal(
        submission=submission,
        sent=sent,
        dossier=dossier,
        approval=approval,
        attachments=_files(received.view, papers),
        declared=declared,
        recomputed=recomputed,
        comparisons=_compared(declared, recomputed),
        findings=_own_findings(received, dossier, papers),
        decision=next((each for each in decisions if each.dossier_id == dossier_id), None),
        earlier=earlier,
        changed=_changed_fields(earlier[-1].record, sent.record) if earlier else (),
        changes=differences(earlier[-1].record, sent.record) if earlier else (),
        decided_before=before,
        elsewhere=elsewhere,
        draft=received.draft,
        papers=papers,
        view=received.view,
        catalogue=received.view.catalogue,
        intact=_digest(sent.record) == sent.record_sha256 == submitted.record_sha256,
    )


def sent_dossier(work: UnitOfWork, received: ReceivedView, dossier_id: str) -> SentDossier | None:
    """Return a person as sent; of a draft nothing is stored, so it is made from what came."""
    if not received.draft:
        return work.submissions.dossier(received.submission.id, dossier_id)
    people = (each for each in sent_dossiers(work, received) if each.dossier_id == dossier_id)
    return next(people, None)


def sent_dossiers(work: UnitOfWork, received: ReceivedView) -> tuple[SentDossier, ...]:
    """Return everybody as sent, in the order of the list."""
    if not received.draft:
        return work.submissions.dossiers(received.submission.id)
    incomplete = received.document.incomplete if isinstance(received.document, DraftDocument) else ()
    people = received.document.people
    return tuple(_drafted(received.submission.id, each, complete=each.record.id not in incomplete) for each in people)


def refuse_draft(received: ReceivedView) -> None:
    """Raise Refusal("appraisal.draft") for a draft: nothing of it is decided, counted, sent back or printed as such."""
    if received.draft:
        raise Refusal("appraisal.draft")


def rebuilt(
    office: Office,
    submission: Submission,
    document: SubmissionDocument,
    files: Mapping[str, Attachment] | None = None,
) -> RoundView:
    """Return the round as it was sent, with what this office knows beside it; `files` None: as the store has them."""
    of_round = round_of(document.round, tuple(each.id for each in submission.policies))
    dossiers = tuple(_as_sent(each, of_round.id) for each in document.people)
    approvals = {each.id: approval_of(each, round_id=of_round.id) for each in document.approvals}
    with office.store.begin() as work:
        if files is None:
            stored = work.attachments.of([each.sha256 for each in document.attachments])
            files = {each.sha256: each for each in stored}
        elsewhere = people_elsewhere(work, submission, dossiers)
        arrival = arrival_of(work, submission, document)
    packs = office.shelf.sent_with(submission.policies)
    view = build_view(office, of_round, dossiers, approvals, files, packs=packs)
    context = replace(
        view.context,
        unit_code=submission.unit.code,
        unit_name=submission.unit.name,
        elsewhere=elsewhere,
        files_elsewhere=files_elsewhere(office, submission, document),
        arrival=arrival,
        policies_here={pack.id: pack.version for pack in (*office.shelf.packs, *packs)},
        stated=StatedAmounts(document, view.supports),
        stated_total=Dong(document.total),
    )
    return replace(view, context=context)


def _drafted(draft_id: str, submitted: SubmittedRecord, *, complete: bool) -> SentDossier:
    record = submitted.record
    return SentDossier(
        submission_id=draft_id,
        dossier_id=record.id,
        revision=record.revision,
        ordinal=record.ordinal,
        full_name=compose(record.person.full_name),
        citizen_id=record.person.citizen_id,
        record=canonical(record).decode("utf-8"),
        record_sha256=submitted.record_sha256,
        amount=None if submitted.amount is None else Dong(submitted.amount),
        state=DossierState.COMPLETE if complete else DossierState.DRAFT,
    )


def _as_sent(submitted: SubmittedRecord, round_id: str) -> Dossier:
    return replace(dossier_of(submitted.record, round_id=round_id), state=DossierState.SENT)


def _files(view: RoundView, papers: tuple[Approval, ...]) -> tuple[Attachment, ...]:
    digests = dict.fromkeys(sha256 for each in papers for sha256 in each.attachments)
    return tuple(view.attachments[each] for each in digests if each in view.attachments)


def _compared(declared: tuple[Computation, ...], recomputed: tuple[Computation, ...]) -> tuple[TraceComparison, ...]:
    """Compare pack by pack; where the sender did not say what a pack gives, every step is on one side only."""
    theirs = {each.policy.id: each for each in declared}
    return tuple(compare(theirs.get(each.policy.id) or replace(each, trace=()), each) for each in recomputed)


def _own_findings(received: ReceivedView, dossier: Dossier, papers: tuple[Approval, ...]) -> tuple[Finding, ...]:
    files = (sha256 for each in papers for sha256 in each.attachments)
    about = {dossier.id, received.submission.id, *(each.id for each in papers), *files}
    return tuple(each for each in received.findings if each.subject in about)


def _digest(record: str) -> str:
    return sha256(record.encode("utf-8")).hexdigest()


def _changed_fields(before: str, after: str) -> tuple[str, ...]:
    old, new = msgspec.json.decode(before), msgspec.json.decode(after)
    return tuple(_differing(old, new, ""))


def _differing(old: object, new: object, path: str) -> list[str]:
    """Return the dotted paths at which two JSON values differ; lists count as one value."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return [path] if old != new and path not in {"revision", "justifications"} else []
    keys = dict.fromkeys((*old, *new))
    return [
        found for key in keys for found in _differing(old.get(key), new.get(key), f"{path}.{key}" if path else str(key))
    ]

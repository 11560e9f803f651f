"""The list as Sở Tài chính would have it before it: built, read back, recomputed and checked in memory.

Nothing is signed, written or sent. What only Sở Tài chính can know stays unknown: whom other units ask for, and what
it received of this unit that this machine has forgotten.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import msgspec

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding, Severity
from desktop.domain.money import Dong
from desktop.domain.rounds import Direction, Submission
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import blocking, check_round, unjustified
from desktop.services.appraisal.received_view import ReceivedView, rebuilt
from desktop.services.arrivals.other_submissions import people_elsewhere
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_out import canonical
from desktop.services.office import Office
from desktop.services.papers.files_of_rounds import files_that_were_sent
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.submission_document import submission_document

Progress = Callable[[int, int], None]

NOT_SENT = "not-sent"
"""Stands for the id of the package that does not exist."""


@dataclass(frozen=True, slots=True)
class CheckedAsAppraiser:
    """What the appraiser's checks find beyond those that run while one enters; `checked_at` UTC, RFC 3339."""

    received: ReceivedView
    findings: tuple[Finding, ...]
    people: int
    checked_at: str


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One person on the appraiser's list; `worst` is the worst that nobody answered, of the person, paper, files."""

    dossier_id: str
    full_name: str
    amount: Dong | None
    agrees: bool
    """Whether the recomputed amount is the declared one."""
    worst: Severity | None


def preview_lines(received: ReceivedView) -> tuple[PreviewLine, ...]:
    """Return everybody of the list, in its order."""
    open_ones = (*blocking(received.findings), *unjustified(received.findings, received.view.dossiers))
    about: dict[str, list[Severity]] = defaultdict(list)
    for finding in open_ones:
        about[finding.subject].append(finding.severity)
    return tuple(_line(received, each, about) for each in received.document.people)


def _line(received: ReceivedView, submitted: SubmittedRecord, about: Mapping[str, list[Severity]]) -> PreviewLine:
    record = submitted.record
    own = (record.approval.id if record.approval else "", *(record.papers or ()))
    papers = [received.view.approvals[each] for each in own if each in received.view.approvals]
    subjects = {record.id, *(each.id for each in papers), *(sha256 for each in papers for sha256 in each.attachments)}
    found = [severity for subject in subjects for severity in about.get(subject, ())]
    amount = None if submitted.amount is None else Dong(submitted.amount)
    agrees = received.view.supports[record.id].amount == amount
    worst = next((each for each in Severity if each in found), None)
    return PreviewLine(record.id, record.person.full_name, amount, agrees, worst)


def as_appraiser(
    office: Office, view: RoundView, people: tuple[Dossier, ...], progress: Progress | None = None
) -> ReceivedView:
    """Return what the appraiser would open for a list of these people; `progress` may raise to give up.

    Raises Refusal("policy.not_on_shelf").
    """
    document = _read_back(submission_document(office, view, people))
    submission = _submission(office, view, document)
    with office.store.begin() as work:
        own = people_elsewhere(work, submission, people, Direction.SENT)
        papers = tuple(view.approvals[each.id] for each in document.approvals)
        sent = files_that_were_sent(work, submission.unit, view.round.id, papers, people)
    seen = rebuilt(office, submission, document, files=view.attachments)
    earlier = tuple(each for each in own if each.round_name != view.round.name)
    known, files = (*seen.context.elsewhere, *earlier), (*seen.context.files_elsewhere, *sent)
    seen = replace(seen, context=replace(seen.context, elsewhere=known, files_elsewhere=files))
    looked = _counted(progress, len(people))
    for place, each in enumerate(seen.dossiers, start=1):
        seen.supports[each.id]
        looked(place, 0)
    found = check_round(seen.context, Stage.APPRAISAL, lambda place, total: looked(total, place))
    return ReceivedView(submission, document, seen, draft=True, found=found)


def _counted(progress: Progress | None, people: int) -> Progress:
    """Return what is told how many were computed and how many checked: two halves of one bar."""

    def looked(computed: int, checked: int) -> None:
        if progress:
            progress(computed + checked, 2 * people)

    return looked


def check_as_appraiser(
    office: Office, view: RoundView, people: tuple[Dossier, ...], progress: Progress | None = None
) -> CheckedAsAppraiser:
    """Run all checks up to appraisal over the list as it would travel; raises as `as_appraiser`."""
    received = as_appraiser(office, view, people, progress)
    later = tuple(_here(each) for each in received.findings if _is_later(received, each))
    return CheckedAsAppraiser(received, later, len(people), office.stamp())


def _is_later(received: ReceivedView, finding: Finding) -> bool:
    return received.view.catalogue.stage(finding) is Stage.APPRAISAL


def _here(finding: Finding) -> Finding:
    """What is about the package is about the round here, which has none yet."""
    return replace(finding, subject="") if finding.subject == NOT_SENT else finding


def _read_back(document: SubmissionDocument) -> SubmissionDocument:
    return msgspec.json.decode(canonical(document), type=SubmissionDocument)


def _submission(office: Office, view: RoundView, document: SubmissionDocument) -> Submission:
    return Submission(
        id=NOT_SENT,
        direction=Direction.SENT,
        round_id=view.round.id,
        round_name=view.round.name,
        period=view.round.period,
        unit=office.identity.unit,
        sequence=0,
        supersedes=None,
        policies=tuple(pack.ref for pack in view.packs),
        created_at=office.stamp(),
        first_seen_at=office.stamp(),
        digest="",
        file_name=view.round.name,
        signer=office.operator,
        people=len(document.people),
        total=Dong(document.total),
    )

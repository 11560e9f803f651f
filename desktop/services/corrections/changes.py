"""What a correction adds, changes and takes out, person by person and field by field, before and after it is in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from msgspec import UnsetType

from desktop.domain.corrections import Purpose, Withdrawal
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.services.corrections.chain import Chain, chain_of, live_rows, purpose_of, standing_decisions
from desktop.services.corrections.differences import FieldChange, differences
from desktop.services.corrections.join_chain import TAKEN_OUT, unchanged
from desktop.services.formats.packages import SubmissionDocument
from desktop.storage import UnitOfWork


class Change(StrEnum):
    """What a package does to one person."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    DECIDED_BEFORE = "decided_before"
    """The package wants to take out somebody who was decided already: the decision stands."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One person. `before` and `after` are the versions; papers are names of files."""

    dossier_id: str
    full_name: str
    change: Change
    before: SentDossier | None = None
    after: SentDossier | None = None
    fields: tuple[FieldChange, ...] = ()
    papers_added: tuple[str, ...] = ()
    papers_removed: tuple[str, ...] = ()
    decided: Decision | None = None
    """What was decided of the version before."""
    reason: str = ""
    """Why they are taken out."""


@dataclass(frozen=True, slots=True)
class SubmissionChanges:
    """What a submission does to the chain before it; `people` in the order of the list, then those taken out."""

    unit_name: str
    file_name: str
    purpose: Purpose
    reason: str
    original: Submission
    previous: Submission
    people: tuple[PersonChange, ...]
    total_before: Dong
    total_after: Dong

    def of(self, change: Change) -> tuple[PersonChange, ...]:
        """Return those whom it does this to."""
        return tuple(each for each in self.people if each.change is change)

    @property
    def to_look_at(self) -> tuple[PersonChange, ...]:
        """Everybody who is not the same."""
        return tuple(each for each in self.people if each.change is not Change.SAME)


@dataclass(frozen=True, slots=True)
class Arriving:
    """What a package brings, stored or not."""

    unit_name: str
    file_name: str
    purpose: Purpose
    reason: str
    people: tuple[SentDossier, ...]
    withdrawn: tuple[Withdrawal, ...]
    names: Mapping[str, str]
    """Names of its files, by SHA-256."""


def changes_of(work: UnitOfWork, submission_id: str) -> SubmissionChanges | None:
    """Return what a submission that is here did, None for an original; raises Refusal("record.not_found")."""
    submission = work.submissions.need(submission_id)
    before = chain_of(work, submission).before(submission)
    correction = work.corrections.get(submission_id)
    purpose = purpose_of(submission, correction)
    if before is None or purpose is None:
        return None
    arriving = Arriving(
        unit_name=submission.unit.name,
        file_name=submission.file_name,
        purpose=purpose,
        reason=correction.reason if correction else "",
        people=work.submissions.dossiers(submission_id),
        withdrawn=correction.withdrawals if correction else (),
        names={},
    )
    return compared(work, before, arriving)


def arriving(document: SubmissionDocument, people: tuple[SentDossier, ...], file_name: str) -> Arriving | None:
    """Return what a verified package would bring, None for an original."""
    correction = document.correction
    if isinstance(correction, UnsetType):
        return None
    taken = (Withdrawal(each.dossier_id, each.revision, each.full_name, each.reason) for each in correction.withdrawn)
    return Arriving(
        unit_name=document.unit.name,
        file_name=file_name,
        purpose=correction.purpose,
        reason=correction.reason,
        people=people,
        withdrawn=tuple(taken),
        names={each.sha256: each.name for each in document.attachments},
    )


def compared(work: UnitOfWork, before: Chain, arriving: Arriving) -> SubmissionChanges:
    """Put what arrives beside the chain before it."""
    rows = live_rows(work, before)
    names = _file_names(work, arriving, rows.values())
    decisions = standing_decisions(work, before)
    decided = {row.dossier_id: decisions.get((row.submission_id, row.dossier_id)) for row in rows.values()}
    people = [_person(rows.get(each.dossier_id), each, names, decided) for each in arriving.people]
    people += [_taken_out(rows.get(each.dossier_id), each, decided) for each in arriving.withdrawn]
    counted = [row for row in rows.values() if row.state is not DossierState.WITHDRAWN or _told_now(row, arriving)]
    out = {each.dossier_id for each in people if each.change is Change.WITHDRAWN}
    brought = {each.dossier_id for each in arriving.people}
    kept = [row for row in counted if row.dossier_id not in out | brought]
    return SubmissionChanges(
        unit_name=arriving.unit_name,
        file_name=arriving.file_name,
        purpose=arriving.purpose,
        reason=arriving.reason,
        original=before.original,
        previous=before.head,
        people=tuple(people),
        total_before=_sum(counted),
        total_after=_sum((*kept, *arriving.people)),
    )


def _told_now(row: SentDossier, arriving: Arriving) -> bool:
    """Tell whether somebody is out because of this very package, and so was in before it."""
    return any((each.dossier_id, each.revision) == (row.dossier_id, row.revision) for each in arriving.withdrawn)


def _sum(rows: Iterable[SentDossier]) -> Dong:
    return Dong(sum(row.amount or 0 for row in rows))


def _person(
    before: SentDossier | None, after: SentDossier, names: Mapping[str, str], decided: Mapping[str, Decision | None]
) -> PersonChange:
    if before is None:
        papers = _named(_files(after), names)
        return PersonChange(after.dossier_id, after.full_name, Change.ADDED, after=after, papers_added=papers)
    if unchanged(before, after):
        return PersonChange(after.dossier_id, after.full_name, Change.SAME, before, after)
    old, new = _files(before), _files(after)
    return PersonChange(
        dossier_id=after.dossier_id,
        full_name=after.full_name,
        change=Change.CHANGED,
        before=before,
        after=after,
        fields=differences(before.record, after.record),
        papers_added=_named((each for each in new if each not in old), names),
        papers_removed=_named((each for each in old if each not in new), names),
        decided=decided.get(after.dossier_id),
    )


def _taken_out(row: SentDossier | None, taken: Withdrawal, decided: Mapping[str, Decision | None]) -> PersonChange:
    granted = row is not None and row.state not in TAKEN_OUT | {DossierState.WITHDRAWN}
    change = Change.DECIDED_BEFORE if granted or not taken.applied else Change.WITHDRAWN
    return PersonChange(
        taken.dossier_id,
        taken.full_name,
        change,
        before=row,
        decided=decided.get(taken.dossier_id),
        reason=taken.reason,
    )


def _file_names(work: UnitOfWork, arriving: Arriving, rows: Iterable[SentDossier]) -> dict[str, str]:
    known = sorted({each for row in (*rows, *arriving.people) for each in _files(row)} - set(arriving.names))
    return {each.sha256: each.name for each in work.attachments.of(known)} | dict(arriving.names)


def _named(files: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(each, each[:12]) for each in files)


def _files(row: SentDossier) -> tuple[str, ...]:
    approval = msgspec.json.decode(row.record).get("approval")
    return tuple(approval.get("attachments", ())) if approval else ()

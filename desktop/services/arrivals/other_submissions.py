"""What Sở Tài chính knows beside a submission: its people elsewhere, its place in the order of packages."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from desktop.domain.arrivals import Arrival, StatedAmount, SubmittedElsewhere
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.domain.names import fold
from desktop.domain.rounds import Direction, SentDossier, Submission
from desktop.rules.checks.context import account_number
from desktop.rules.compare import compare
from desktop.rules.trace import Computation
from desktop.services.amounts.compute_support import Support
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.record import RecordPart
from desktop.services.formats.records_in import dossier_of
from desktop.services.formats.results import computation_of
from desktop.storage import UnitOfWork
from desktop.storage.repositories.submissions import SentName


def people_elsewhere(
    work: UnitOfWork, submission: Submission, people: Iterable[Dossier], among: Direction = Direction.RECEIVED
) -> tuple[SubmittedElsewhere, ...]:
    """Return those of other submissions who may be one of these people, each dossier in its last version."""
    mine = _Likeness(submission, people)
    last: dict[tuple[str, str], tuple[Submission, SentName]] = {}
    others = {each.id: each for each in work.submissions.all(among)}
    for name in work.submissions.names(among):
        other = others[name.submission_id]
        if mine.may_be(other, name):
            last[other.unit.code, name.dossier_id] = (other, name)
    found = ((other, work.submissions.dossier(other.id, name.dossier_id)) for other, name in last.values())
    return tuple(_elsewhere(other, sent) for other, sent in found if sent is not None)


class _Likeness:
    """Which names and numbers the people of a submission have."""

    def __init__(self, submission: Submission, people: Iterable[Dossier]) -> None:
        listed = tuple(people)
        self._unit = submission.unit.code
        self._ids = {each.id for each in listed}
        self._numbers = {each.person.citizen_id for each in listed if each.person.citizen_id}
        self._names = {fold(each.person.full_name) for each in listed if each.person.full_name}

    def may_be(self, other: Submission, name: SentName) -> bool:
        """Tell whether they may be one of these people; another revision of a dossier that is here is no other."""
        same = other.unit.code == self._unit and name.dossier_id in self._ids
        return not same and (name.citizen_id in self._numbers or fold(name.full_name) in self._names)


def _elsewhere(submission: Submission, sent: SentDossier) -> SubmittedElsewhere:
    person = dossier_of(msgspec.json.decode(sent.record, type=RecordPart)).person
    return SubmittedElsewhere(
        dossier_id=sent.dossier_id,
        full_name=sent.full_name,
        citizen_id=sent.citizen_id,
        birth=person.birth,
        unit_code=submission.unit.code,
        unit_name=submission.unit.name,
        round_name=submission.round_name,
        state=sent.state,
        amount=sent.amount,
        bank_account=account_number(person.bank_account),
    )


def arrival_of(work: UnitOfWork, submission: Submission, document: SubmissionDocument) -> Arrival:
    """Return what is known of a package that was verified and taken in.

    Of one that came through a parent unit no revision is missed: that unit may have sent it back.
    """
    revisions = [each.record.revision for each in document.people]
    through = work.embedded.carriers_of(submission.id)
    missing = [] if through else [each for each in document.people if not _follows(work, submission, each)]
    revision = max((each.record.revision for each in missing), default=max(revisions, default=1))
    return Arrival(
        package_id=submission.id,
        unit_name=submission.unit.name,
        number=submission.file_name,
        revision=revision,
        missing_revision=revision - 1 if missing else None,
        policies=submission.policies,
        made_at=submission.created_at,
    )


def _follows(work: UnitOfWork, submission: Submission, submitted: SubmittedRecord) -> bool:
    """Tell whether a record is the first revision, or the one before it arrived."""
    record = submitted.record
    if record.revision <= 1:
        return True
    versions = work.submissions.versions(record.id, submission.unit.code)
    return any(each.revision == record.revision - 1 for each in versions)


class StatedAmounts(Mapping[str, StatedAmount]):
    """What a submission asks for; steps are compared only for whom a check asks."""

    def __init__(self, document: SubmissionDocument, supports: Mapping[str, Support]) -> None:
        self._submitted = {each.record.id: each for each in document.people}
        self._supports = supports
        self._known: dict[str, StatedAmount] = {}

    def __getitem__(self, dossier_id: str) -> StatedAmount:
        if dossier_id not in self._known:
            self._known[dossier_id] = self._stated(self._submitted[dossier_id])
        return self._known[dossier_id]

    def _stated(self, submitted: SubmittedRecord) -> StatedAmount:
        support = self._supports[submitted.record.id]
        if submitted.amount == support.amount:
            return StatedAmount(support.amount)
        theirs = {each.policy.id: each for each in map(computation_of, submitted.results)}
        labels = (_first_label(theirs.get(ours.policy.id), ours) for ours in support.computations)
        amount = None if submitted.amount is None else Dong(submitted.amount)
        return StatedAmount(amount, next((label for label in labels if label), ""))

    def __iter__(self) -> Iterator[str]:
        return iter(self._submitted)

    def __len__(self) -> int:
        return len(self._submitted)


def _first_label(theirs: Computation | None, ours: Computation) -> str:
    """Return the label of the first step that differs, "" when none does or nothing was said of this pack."""
    difference = compare(theirs, ours).first_difference if theirs else None
    return difference.label if difference else ""

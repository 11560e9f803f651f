"""The chain that a submission and its corrections make, and who stands in it in which version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.corrections import Correction, Purpose
from desktop.domain.rounds import Decision, Direction, SentDossier, Submission
from desktop.storage import UnitOfWork
from desktop.storage.repositories.submissions import SentVersion


@dataclass(frozen=True, slots=True)
class Chain:
    """Submissions of one round that follow each other, the original first; never empty."""

    submissions: tuple[Submission, ...]

    @property
    def original(self) -> Submission:
        """The first; when its own predecessor is missing here, `whole` is False."""
        return self.submissions[0]

    @property
    def head(self) -> Submission:
        """The last that is here."""
        return self.submissions[-1]

    @property
    def whole(self) -> bool:
        """Whether the first one follows nothing."""
        return self.original.supersedes is None

    @property
    def first_seen_at(self) -> str:
        """When the original was first seen, UTC, RFC 3339: what counts for deadlines, whatever was corrected later."""
        return self.original.first_seen_at

    def up_to(self, submission: Submission) -> "Chain":
        """Return the chain as it was when this submission was its last."""
        place = [each.id for each in self.submissions].index(submission.id)
        return Chain(self.submissions[: place + 1])

    def before(self, submission: Submission) -> "Chain | None":
        """Return the chain before this submission, None for the first."""
        place = [each.id for each in self.submissions].index(submission.id)
        return Chain(self.submissions[:place]) if place else None


def chains_of(submissions: Iterable[Submission]) -> dict[str, Chain]:
    """Return the chain of each submission by its id; all are of one direction.

    Of two that follow the same one, which only an earlier program could write, the first stands in its chain.
    """
    known = {each.id: each for each in submissions}
    latest_first = sorted(known.values(), key=lambda each: -each.sequence)
    followed = {each.supersedes: each for each in latest_first if _follows(each, known)}
    starts = (each for each in known.values() if followed.get(each.supersedes) is not each)
    chains = (Chain(tuple(_run(start, followed))) for start in starts)
    return {each.id: chain for chain in chains for each in chain.submissions}


def chain_of(work: UnitOfWork, submission: Submission) -> Chain:
    """Return the chain that a submission stands in; what a parent unit sent back is followed by nothing."""
    sent_back = work.subordinates.sent_back() - {submission.id}
    of_unit = work.submissions.of_unit(submission.unit.code, submission.direction)
    return chains_of(each for each in of_unit if each.id not in sent_back)[submission.id]


def latest_of_round(work: UnitOfWork, round_id: str) -> Submission | None:
    """Return what the next package of an own round follows, None for the first.

    What a parent unit sent back counts no more, and a carrier of other units' packages is no list of the round.
    """
    sent_back = work.subordinates.sent_back()
    own = (each for each in work.submissions.all(Direction.SENT) if each.round_id == round_id)
    lists = [each for each in own if each.id not in sent_back and (each.people or each.supersedes)]
    return max(lists, key=lambda each: each.sequence, default=None)


def live_rows(work: UnitOfWork, chain: Chain) -> dict[str, SentDossier]:
    """Return by dossier the version that counts: the one in the last submission of the chain that holds it."""
    return {row.dossier_id: row for each in chain.submissions for row in work.submissions.dossiers(each.id)}


def live_versions(work: UnitOfWork, chain: Chain) -> dict[str, SentVersion]:
    """As `live_rows`, without the records: cheap for long lists."""
    return {row.dossier_id: row for each in chain.submissions for row in work.submissions.sent_versions(each.id)}


def standing_decisions(work: UnitOfWork, chain: Chain) -> dict[tuple[str, str], Decision]:
    """Return the decisions that stand in a chain, by submission and dossier."""
    found = (decision for each in chain.submissions for decision in work.decisions.of_submission(each.id))
    return {(each.submission_id, each.dossier_id): each for each in found}


def version_in(
    work: UnitOfWork, chain: Chain, dossier_id: str, revision: int, record_sha256: str
) -> SentDossier | None:
    """Return a person's version as the last submission of the chain that holds it has it, None when none does."""
    rows = (work.submissions.dossier(each.id, dossier_id) for each in reversed(chain.submissions))
    return next((row for row in rows if row and (row.revision, row.record_sha256) == (revision, record_sha256)), None)


def purpose_of(submission: Submission, correction: Correction | None) -> Purpose | None:
    """Return what a submission is for, None for an original; what follows without saying so adds to it."""
    if correction is not None:
        return correction.purpose
    return None if submission.supersedes is None else Purpose.SUPPLEMENT


def _follows(submission: Submission, known: Mapping[str, Submission]) -> bool:
    """A package names one of the same unit that has a lower number, so that no chain turns back on itself."""
    before = known.get(submission.supersedes or "")
    return before is not None and before.unit.code == submission.unit.code and before.sequence < submission.sequence


def _run(start: Submission, followed: Mapping[str | None, Submission]) -> Iterable[Submission]:
    current: Submission | None = start
    while current is not None:
        yield current
        current = followed.get(current.id)

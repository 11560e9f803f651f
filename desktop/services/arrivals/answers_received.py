"""What came back of a round: each person's decision, and what the appraising office computed."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from desktop.domain.rounds import Decision, Direction, Submission
from desktop.rules.trace import Computation
from desktop.services.formats.packages import DecisionDocument
from desktop.services.formats.results import computation_of
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Answered:
    """The decision on one version of a dossier; `computations` are the appraising office's, () where not known."""

    decision: Decision
    computations: tuple[Computation, ...]


def answers_of_round(office: Office, round_id: str) -> dict[tuple[str, int], Answered]:
    """Return what was decided of the people of a round, by dossier id and revision."""
    with office.store.begin() as work:
        sent = [each for each in work.submissions.all(Direction.SENT) if each.round_id == round_id]
        decisions = [each for one in sent for each in work.decisions.of_submission(one.id)]
        digests = _digests(work, decisions)
    documents = [_document(office, each) for each in digests]
    computed = {
        (each.dossier_id, each.record_sha256): each.results for document in documents for each in document.decisions
    }
    return {
        (each.dossier_id, each.revision): Answered(
            each, tuple(map(computation_of, computed.get((each.dossier_id, each.record_sha256), ())))
        )
        for each in decisions
    }


def decision_documents(office: Office, submission: Submission) -> tuple[DecisionDocument, ...]:
    """Return the decision packages that answer a submission, as they came."""
    with office.store.begin() as work:
        digests = _digests(work, work.decisions.of_submission(submission.id))
    return tuple(_document(office, each) for each in digests)


def _digests(work: UnitOfWork, decisions: Iterable[Decision]) -> tuple[str, ...]:
    packages = dict.fromkeys(each.sent_in for each in decisions if each.sent_in)
    found = (work.settings.get(f"document.{package}") for package in packages)
    return tuple(digest for digest in found if digest)


def _document(office: Office, digest: str) -> DecisionDocument:
    with office.store.blobs.open(digest) as stream:
        return msgspec.json.decode(stream.read(), type=DecisionDocument)

"""Hold a correction against the chain that is here: nothing is corrected that never came, or is not the sender's."""

from dataclasses import dataclass

from msgspec import UnsetType

from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction, Submission
from desktop.domain.states import WAITING, DossierState
from desktop.exchange.container.envelope import Envelope
from desktop.exchange.container.reader import VerifiedPackage
from desktop.services.corrections.chain import Chain, chain_of, live_versions
from desktop.services.formats.correction import CorrectionPart, WithdrawnPart
from desktop.services.formats.packages import SubmissionDocument
from desktop.storage import UnitOfWork
from desktop.storage.repositories.submissions import SentVersion

ALLOCATED = frozenset({DossierState.ALLOCATED, DossierState.PAID, DossierState.SETTLED})
"""Past the appraisal: no package brings these people again; the unit takes the decision in first."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a package joins: the chain before it, and who stands in it by dossier id."""

    chain: Chain
    rows: dict[str, SentVersion]


def contradiction(envelope: Envelope, document: SubmissionDocument) -> str:
    """Return the part of a correction that contradicts the rest of its package, "" when none does."""
    correction = document.correction
    if isinstance(correction, UnsetType):
        return "" if document.people else "people"
    if envelope.supersedes is None:
        return "correction"
    if bool(document.people) == (correction.purpose is Purpose.WITHDRAW):
        return "people"
    out = [each.dossier_id for each in correction.withdrawn]
    if len(set(out)) != len(out) or not {each.record.id for each in document.people}.isdisjoint(out):
        return "correction.withdrawn"
    unexplained = any(not each.reason.strip() for each in correction.withdrawn)
    if unexplained or (correction.purpose is Purpose.WITHDRAW and not out):
        return "correction.withdrawn"
    first = correction.original_id == envelope.supersedes
    return "correction.original_digest" if first and correction.original_digest != correction.previous_digest else ""


def linked(work: UnitOfWork, package: VerifiedPackage, document: SubmissionDocument) -> Link | None:
    """Return where a submission joins what is here, None for an original.

    One of an earlier program, which names a predecessor and says nothing of it, joins where it can. Raises Refusal:
    correction.previous_missing, correction.other_unit, correction.other_round, correction.digest_differs,
    correction.chain_gap, correction.original_differs, correction.fork, correction.not_in_chain,
    correction.version_differs, correction.people_missing, correction.already_allocated.
    """
    correction = document.correction
    previous = work.submissions.get(package.envelope.supersedes or "")
    if isinstance(correction, UnsetType):
        return _joined(work, package, previous)
    file = package.path.name
    if previous is None:
        raise Refusal("correction.previous_missing", file=file)
    link = _link(work, package, document, previous)
    _check_original(link.chain, correction, file)
    _check_people(link, document, correction, file)
    return link


def _joined(work: UnitOfWork, package: VerifiedPackage, previous: Submission | None) -> Link | None:
    if previous is None or not _received_from(previous, package.envelope.issuer.unit_code):
        return None
    chain = chain_of(work, previous)
    return Link(chain, live_versions(work, chain))


def _link(work: UnitOfWork, package: VerifiedPackage, document: SubmissionDocument, previous: Submission) -> Link:
    file = package.path.name
    if not _received_from(previous, package.envelope.issuer.unit_code):
        raise Refusal("correction.other_unit", file=file)
    if previous.round_id != document.round.id:
        raise Refusal("correction.other_round", file=file, round=previous.round_name)
    chain = chain_of(work, previous)
    if chain.head.id != previous.id:
        raise Refusal("correction.fork", file=file, other=chain.head.file_name)
    return Link(chain, live_versions(work, chain))


def _received_from(previous: Submission, unit_code: str) -> bool:
    return previous.direction is Direction.RECEIVED and previous.unit.code == unit_code


def _check_original(chain: Chain, correction: CorrectionPart, file: str) -> None:
    if not chain.whole:
        raise Refusal("correction.chain_gap", file=file, first=chain.original.file_name)
    if correction.original_id != chain.original.id:
        raise Refusal("correction.original_differs", file=file, original=chain.original.file_name)
    if (correction.original_digest, correction.previous_digest) != (chain.original.digest, chain.head.digest):
        raise Refusal("correction.digest_differs", file=file)


def _check_people(link: Link, document: SubmissionDocument, correction: CorrectionPart, file: str) -> None:
    for part in correction.withdrawn:
        _check_withdrawn(link.rows.get(part.dossier_id), part, file)
    for each in document.people:
        before = link.rows.get(each.record.id)
        if before and before.state in ALLOCATED:
            raise Refusal("correction.already_allocated", file=file, name=before.full_name)
    if correction.purpose is Purpose.REPLACE:
        _check_nobody_forgotten(link, document, correction, file)


def _check_withdrawn(row: SentVersion | None, part: WithdrawnPart, file: str) -> None:
    if row is None or row.state is DossierState.WITHDRAWN:
        raise Refusal("correction.not_in_chain", file=file, name=part.full_name)
    if (row.revision, row.record_sha256) != (part.revision, part.record_sha256):
        raise Refusal("correction.version_differs", file=file, name=row.full_name, revision=part.revision)


def _check_nobody_forgotten(link: Link, document: SubmissionDocument, correction: CorrectionPart, file: str) -> None:
    """A replacement that leaves somebody out would take them away without a word."""
    named = {each.record.id for each in document.people} | {each.dossier_id for each in correction.withdrawn}
    forgotten = [row for row in link.rows.values() if row.state in WAITING and row.dossier_id not in named]
    if forgotten:
        raise Refusal("correction.people_missing", file=file, count=len(forgotten), first=forgotten[0].full_name)

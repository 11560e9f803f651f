"""Where else among the submissions that were received the files of one are attached (check HS06).

Of each submission a short register of its files is kept, so that of all the others only those are read that hold one
of the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from desktop.domain.approvals import Approval
from desktop.domain.arrivals import FileElsewhere
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction, Submission
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.record import ApprovalPart
from desktop.services.formats.records_in import approval_of
from desktop.services.office import Office
from desktop.services.papers.files_of_rounds import ASKS_NO_MORE
from desktop.storage import UnitOfWork

_REGISTER = "files_in."
_ENOUGH = 16
"""Letters of a digest that the register holds: it only tells which documents are worth reading."""


class _Known(msgspec.Struct):
    id: str


class _Person(msgspec.Struct):
    citizen_id: str = ""


class _Record(msgspec.Struct):
    id: str
    person: _Person
    approval: _Known | None = None
    papers: tuple[str, ...] = ()


class _Submitted(msgspec.Struct):
    record: _Record


class _Document(msgspec.Struct):
    """Of a stored submission only which documents its people have; the rest is not even read."""

    approvals: tuple[ApprovalPart, ...]
    people: tuple[_Submitted, ...]


def register_files(work: UnitOfWork, submission_id: str, document: SubmissionDocument | _Document) -> None:
    """Keep which files are in a submission."""
    work.settings.put(f"{_REGISTER}{submission_id}", " ".join(sorted(_marks(_files(document.approvals)))))


def files_elsewhere(office: Office, submission: Submission, document: SubmissionDocument) -> tuple[FileElsewhere, ...]:
    """Return the documents of other submissions that hold a file of this one, the first received first.

    They count while they are somebody's: in the last version that came, and not taken out or rejected. Who is in this
    submission too, in whatever version, is looked at there.
    """
    files = _files(document.approvals)
    own = {(submission.unit.code, each.record.id) for each in document.people}
    found: list[FileElsewhere] = []
    for other, there in _sharing(office, submission, _marks(files)) if files else ():
        with office.store.begin() as work:
            users = _users(work, other, there)
        counting = {key: who - own for key, who in users.items()}
        found += _found(other, there, files, counting)
    return tuple(found)


def _files(approvals: Iterable[ApprovalPart]) -> frozenset[str]:
    return frozenset(sha256 for each in approvals for sha256 in each.attachments)


def _marks(files: Iterable[str]) -> frozenset[str]:
    return frozenset(each[:_ENOUGH] for each in files)


def _sharing(office: Office, submission: Submission, marks: frozenset[str]) -> list[tuple[Submission, _Document]]:
    """Return the other submissions in which perhaps one of these files is, each with its document."""
    with office.store.begin() as work:
        registers = work.settings.under(_REGISTER)
        others = [each for each in work.submissions.all(Direction.RECEIVED) if each.id != submission.id]
    sharing = (each for each in others if each.id not in registers or not marks.isdisjoint(registers[each.id].split()))
    read = [(each, _read(office, each.id)) for each in sharing]
    with office.store.begin() as work:
        for other, document in read:
            if document is not None and other.id not in registers:
                register_files(work, other.id, document)
    return [(other, document) for other, document in read if document is not None]


def _read(office: Office, submission_id: str) -> _Document | None:
    """Read what a submission says; None where its document is gone or damaged, as opening that one will tell."""
    with office.store.begin() as work:
        digest = work.settings.get(f"document.{submission_id}")
    if digest is None:
        return None
    try:
        with office.store.blobs.open(digest) as stream:
            return msgspec.json.decode(stream.read(), type=_Document)
    except Refusal as refusal:
        if refusal.code in {"blob.missing", "blob.changed"}:
            return None
        raise


def _users(work: UnitOfWork, submission: Submission, document: _Document) -> dict[str, set[tuple[str, str]]]:
    """Return by document whose it is, those alone whose version in this submission counts."""
    ids = [each.record.id for each in document.people]
    last = {each.dossier_id: each for each in work.submissions.versions_among(ids, submission.unit.code)}
    users: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for record in (each.record for each in document.people):
        version = last.get(record.id)
        if version and version.submission_id == submission.id and version.state not in ASKS_NO_MORE:
            for paper in (record.approval.id if record.approval else "", *record.papers):
                users[paper].add((submission.unit.code, record.id))
    return users


def _found(
    submission: Submission, document: _Document, files: frozenset[str], users: Mapping[str, set[tuple[str, str]]]
) -> Iterable[FileElsewhere]:
    numbers = {each.record.id: each.record.person.citizen_id for each in document.people}
    for part in document.approvals:
        if users.get(part.id):
            people = frozenset(numbers[each] for _, each in users[part.id]) - {""}
            for sha256 in dict.fromkeys(each for each in part.attachments if each in files):
                yield _elsewhere(submission, approval_of(part), sha256, people)


def _elsewhere(submission: Submission, document: Approval, sha256: str, people: frozenset[str]) -> FileElsewhere:
    return FileElsewhere(sha256, document, submission.unit.code, submission.unit.name, submission.round_name, people)

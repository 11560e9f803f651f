"""Where else among the submissions that were received the files of one are attached (check HS06).

Of each submission a short register of its files is kept, so that of all the others only those are read that hold one
of the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

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


@dataclass(frozen=True, slots=True)
class _Other:
    """Another submission and what it says."""

    submission: Submission
    document: _Document


def register_files(work: UnitOfWork, submission_id: str, document: SubmissionDocument | _Document) -> None:
    """Keep which files are in a submission."""
    work.settings.put(f"{_REGISTER}{submission_id}", " ".join(sorted(_marks(_files(document.approvals)))))


def files_elsewhere(office: Office, submission: Submission, document: SubmissionDocument) -> tuple[FileElsewhere, ...]:
    """Return the documents of other submissions that hold a file of this one, the first received first.

    They count while they are somebody's: in the last version that came, and not taken out or rejected. Who is in this
    submission too, in whatever version, is looked at there.
    """
    files = _files(document.approvals)
    sharing = _sharing(office, submission, _marks(files)) if files else []
    here = {(submission.unit.code, each.record.id) for each in document.people}
    with office.store.begin() as work:
        return tuple(found for each in sharing for found in _found(work, each, files, here))


def _files(approvals: Iterable[ApprovalPart]) -> frozenset[str]:
    return frozenset(sha256 for each in approvals for sha256 in each.attachments)


def _marks(files: Iterable[str]) -> frozenset[str]:
    return frozenset(each[:_ENOUGH] for each in files)


def _sharing(office: Office, submission: Submission, marks: frozenset[str]) -> list[_Other]:
    """Return the other submissions in which perhaps one of these files is."""
    with office.store.begin() as work:
        registers, documents = work.settings.under(_REGISTER), work.settings.under("document.")
        received = work.submissions.all(Direction.RECEIVED)
    others = [each for each in received if each.id != submission.id and each.id in documents]
    sharing = (each for each in others if each.id not in registers or marks.intersection(registers[each.id].split()))
    read = [_Other(each, document) for each in sharing if (document := _read(office, documents[each.id])) is not None]
    new = [each for each in read if each.submission.id not in registers]
    if new:
        with office.store.begin() as work:
            for each in new:
                register_files(work, each.submission.id, each.document)
    return read


def _read(office: Office, digest: str) -> _Document | None:
    """Read what a submission says; None where its document is gone or damaged, as opening that one will tell."""
    try:
        with office.store.blobs.open(digest) as stream:
            return msgspec.json.decode(stream.read(), type=_Document)
    except Refusal as refusal:
        if refusal.code in {"blob.missing", "blob.changed"}:
            return None
        raise


def _found(
    work: UnitOfWork, other: _Other, files: frozenset[str], here: Collection[tuple[str, str]]
) -> Iterator[FileElsewhere]:
    submission = other.submission
    users = _users(work, other, {each.id for each in other.document.approvals if files.intersection(each.attachments)})
    for part in other.document.approvals:
        people = {number for dossier, number in users[part.id] if (submission.unit.code, dossier) not in here}
        for sha256 in dict.fromkeys(part.attachments) if people else ():
            if sha256 in files:
                unit, numbers = submission.unit, frozenset(people - {""})
                yield FileElsewhere(sha256, approval_of(part), unit.code, unit.name, submission.round_name, numbers)


def _users(work: UnitOfWork, other: _Other, papers: Collection[str]) -> Mapping[str, list[tuple[str, str]]]:
    """Return by document whose it is, dossier and citizen number, those alone whose version here counts."""
    users: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for record in (each.record for each in other.document.people):
        own = (record.approval.id if record.approval else "", *record.papers)
        for paper in set(own).intersection(papers):
            users[paper].append((record.id, record.person.citizen_id))
    counting = _counting(work, other.submission, {dossier for each in users.values() for dossier, _ in each})
    return defaultdict(list, {paper: [each for each in who if each[0] in counting] for paper, who in users.items()})


def _counting(work: UnitOfWork, submission: Submission, dossiers: Iterable[str]) -> set[str]:
    """Return those whose last version is the one in this submission, and asks for something."""
    versions = work.submissions.versions_among(sorted(dossiers), submission.unit.code)
    last = {each.dossier_id: each for each in versions}.values()
    return {each.dossier_id for each in last if each.submission_id == submission.id and each.state not in ASKS_NO_MORE}

"""Hold a submission's document against its envelope and against itself, before anything of it is kept."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import msgspec
from msgspec import UnsetType

from desktop.domain.errors import Refusal
from desktop.domain.rounds import PolicyRef
from desktop.exchange.container.reader import VerifiedPackage
from desktop.services.amounts.compute_support import determined_amount
from desktop.services.corrections.correction_check import contradiction
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.record import ApprovalPart, RecordPart
from desktop.services.formats.records_in import approval_of, dossier_of, round_of
from desktop.services.formats.records_out import record_digest
from desktop.services.formats.results import computation_of

Document = TypeVar("Document", bound=SubmissionDocument)


def checked_submission(package: VerifiedPackage, form: type[Document]) -> Document:
    """Return the document of a verified submission or draft, if every part of it can be believed and shown.

    Raises Refusal("package.document_invalid"), whose `where` names the part.
    """
    with _naming(package.path.name):
        document = _decoded(package.document_bytes, form)
        _check_round(package, document)
        _check_attachments(package, document)
        _check_approvals(document)
        _check_people(document)
        _check_correction(package, document)
    return document


class _Invalid(Exception):
    """A part that does not hold; the argument names it."""


@contextmanager
def _naming(file: str) -> Iterator[None]:
    try:
        yield
    except _Invalid as fault:
        raise Refusal("package.document_invalid", file=file, where=str(fault)) from fault.__cause__


def _decoded(content: bytes, form: type[Document]) -> Document:
    try:
        return msgspec.json.decode(content, type=form)
    except msgspec.DecodeError as fault:
        raise _Invalid(str(fault)) from None


def _check_round(package: VerifiedPackage, document: SubmissionDocument) -> None:
    envelope = package.envelope
    _demand(document.unit.code == envelope.issuer.unit_code, "unit.code")
    _demand(document.round.period == envelope.period, "round.period")
    _demand(_refs(document) == envelope.policies, "policies")
    with _building("round"):
        round_of(document.round, ())


def _refs(document: SubmissionDocument) -> tuple[PolicyRef, ...]:
    return tuple(PolicyRef(each.id, each.version, each.sha256) for each in document.policies)


def _check_attachments(package: VerifiedPackage, document: SubmissionDocument) -> None:
    enclosed = {(each.sha256, each.size, each.media_type) for each in package.enclosures}
    for number, part in enumerate(document.attachments, start=1):
        _demand((part.sha256, part.size, part.media_type) in enclosed, f"attachments[{number}]")
    _demand(len({each.sha256 for each in document.attachments}) == len(document.attachments), "attachments")


def _check_approvals(document: SubmissionDocument) -> None:
    listed = {each.sha256 for each in document.attachments}
    for number, part in enumerate(document.approvals, start=1):
        _demand(listed.issuperset(part.attachments), "attachments")
        with _building(f"approvals[{number}]"):
            approval_of(part)
    _demand(len({each.id for each in document.approvals}) == len(document.approvals), "approvals")


def _check_people(document: SubmissionDocument) -> None:
    refs = _refs(document)
    known = {each.id: each for each in document.approvals}
    seen: set[str] = set()
    for number, submitted in enumerate(document.people, start=1):
        where = f"people[{number}]"
        _demand(submitted.record.id not in seen, f"{where}.record.id")
        seen.add(submitted.record.id)
        _demand(submitted.record.approval in {None, *document.approvals}, f"{where}.approval")
        _check_papers(submitted.record, known, where)
        _check_record(submitted, refs, where)
    _demand(document.total == sum(each.amount or 0 for each in document.people), "total")


def _check_papers(record: RecordPart, known: Mapping[str, ApprovalPart], where: str) -> None:
    """The person's papers are documents of the package, and pins are on files of the package."""
    papers = record.papers or ()
    _demand(len(set(papers)) == len(papers) and known.keys() >= set(papers), f"{where}.papers")
    files = {sha256 for part in known.values() for sha256 in part.attachments}
    _demand(all(pin.sha256 in files for pin in record.pins or ()), f"{where}.pins")


def _check_correction(package: VerifiedPackage, document: SubmissionDocument) -> None:
    carrier = bool(package.embedded) and isinstance(document.correction, UnsetType)
    fault = contradiction(package.envelope, document) if document.people or not carrier else ""
    _demand(not fault, fault)


def _check_record(submitted: SubmittedRecord, refs: Collection[PolicyRef], where: str) -> None:
    """The record is the one that was hashed, can be built, and its amount is the sum of what its results say."""
    _demand(record_digest(submitted.record) == submitted.record_sha256, f"{where}.record_sha256")
    with _building(where):
        dossier_of(submitted.record)
        declared = [computation_of(each) for each in submitted.results]
    _demand(all(each.policy in refs for each in declared), f"{where}.results")
    _demand(len({each.policy.id for each in declared}) == len(declared), f"{where}.results")
    _demand(submitted.amount == determined_amount(declared), f"{where}.amount")


@contextmanager
def _building(where: str) -> Iterator[None]:
    """Say which part it was that could not be built."""
    try:
        yield
    except Refusal as fault:
        part = f"{where}: {fault.code}"
        raise _Invalid(part) from fault


def _demand(holds: bool, where: str) -> None:  # noqa: FBT001 - the condition is all that it is about
    if not holds:
        raise _Invalid(where)

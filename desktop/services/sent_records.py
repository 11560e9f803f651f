"""What is recorded once a package is in its place, by kind; kept as JSON meanwhile, should the program end before."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from desktop.domain.errors import Param, Refusal
from desktop.domain.money import Dong
from desktop.domain.receipts import Receipt
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, PolicyRef, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.kinds import PackageKind
from desktop.rules.pack import load_pack
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.records_out import canonical
from desktop.services.keep_packs import keep_packs, let_hold
from desktop.services.office import Office
from desktop.services.print_receipt import keep_document
from desktop.storage import UnitOfWork


class SentSubmission(msgspec.Struct, frozen=True):
    """A submission to record. `editions` are those of the people's records as they were read, by dossier id."""

    submission: Submission
    document: SubmissionDocument
    editions: dict[str, int]


class SentDecisions(msgspec.Struct, frozen=True):
    """Decisions to record as sent, by id."""

    submission_id: str
    decisions: tuple[str, ...]


class PublishedPolicy(msgspec.Struct, frozen=True):
    """A pack to let hold: its exact text, and how much in it is open."""

    ref: PolicyRef
    text: str
    open_figures: int


class RecordedDraft(msgspec.Struct, frozen=True):
    """A draft: nothing is recorded of it but that it went."""


class GivenReceipt(msgspec.Struct, frozen=True):
    """A receipt to record as given, with the document of its full form; None goes with the form that can be shared."""

    receipt: Receipt | None
    document: str = ""


Payload = SentSubmission | SentDecisions | PublishedPolicy | RecordedDraft | GivenReceipt
Recorder = Callable[[Office, UnitOfWork, PackageEntry, bytes, Path], None]


def entry_of_sent(office: Office, kind: PackageKind, sequence: int, written: WrittenPackage) -> PackageEntry:
    """Return the register's line for a package of this office."""
    return PackageEntry(
        package_id=written.package_id,
        kind=kind.value,
        issuer=office.identity.unit.code,
        sequence=sequence,
        digest=written.digest,
        direction=Direction.SENT,
        file_name=written.path.name,
        first_seen_at=office.stamp(),
        signer=office.operator,
    )


def record_sent(office: Office, work: UnitOfWork, entry: PackageEntry, payload: bytes, path: Path) -> None:
    """Record a package, which lies at `path`, as sent, with all that follows from it.

    Raises Refusal when records changed meanwhile.
    """
    _RECORDERS[entry.kind](office, work, entry, payload, path)
    work.packages.add(entry)


def _record_submission(office: Office, work: UnitOfWork, _entry: PackageEntry, payload: bytes, _path: Path) -> None:
    sent = msgspec.json.decode(payload, type=SentSubmission)
    submission, people = sent.submission, sent.document.people
    work.submissions.add(submission, tuple(_sent_dossier(submission.id, each) for each in people))
    for each in people:
        _move(office, work, each, sent.editions[each.record.id])
    keep_packs(office, work, submission.policies)
    work.audit.append(office.operator, "submission.sent", submission.id, {"people": submission.people})


def _move(office: Office, work: UnitOfWork, submitted: SubmittedRecord, edition: int) -> None:
    dossier = work.dossiers.need(submitted.record.id)
    if dossier.edition != edition:
        raise Refusal("record.changed_elsewhere", name=dossier.person.full_name)
    work.move(dossier, DossierState.SENT, office.operator)


def _sent_dossier(submission_id: str, submitted: SubmittedRecord) -> SentDossier:
    record = submitted.record
    return SentDossier(
        submission_id=submission_id,
        dossier_id=record.id,
        revision=record.revision,
        ordinal=record.ordinal,
        full_name=record.person.full_name,
        citizen_id=record.person.citizen_id,
        record=canonical(record).decode("utf-8"),
        record_sha256=submitted.record_sha256,
        amount=None if submitted.amount is None else Dong(submitted.amount),
        state=DossierState.SENT,
    )


def _record_decisions(office: Office, work: UnitOfWork, entry: PackageEntry, payload: bytes, _path: Path) -> None:
    sent = msgspec.json.decode(payload, type=SentDecisions)
    standing = {each.id for each in work.decisions.of_submission(sent.submission_id)}
    for undone in set(sent.decisions) - standing:
        raise Refusal("decision.not_standing", id=undone)
    work.decisions.mark_sent(sent.decisions, entry.package_id)
    work.audit.append(office.operator, "decision.sent", sent.submission_id, {"people": len(sent.decisions)})


def _record_policy(office: Office, work: UnitOfWork, entry: PackageEntry, payload: bytes, path: Path) -> None:
    published = msgspec.json.decode(payload, type=PublishedPolicy)
    ref, content = published.ref, published.text.encode("utf-8")
    kept, _ = office.store.blobs.put_file(path)
    work.settings.put(f"package.{entry.package_id}", kept)
    pack = load_pack(content, f"{ref.id}.yaml", office.shelf.others(ref.id))
    let_hold(office, work, pack, content, entry.package_id)
    detail: dict[str, Param] = {"version": ref.version, "sha256": ref.sha256, "open": published.open_figures}
    work.audit.append(office.operator, "policy.published", ref.id, detail)


def _record_draft(office: Office, work: UnitOfWork, entry: PackageEntry, _payload: bytes, _path: Path) -> None:
    work.audit.append(office.operator, "draft.sent", entry.package_id, {"number": entry.sequence})


def _record_receipt(office: Office, work: UnitOfWork, _entry: PackageEntry, payload: bytes, _path: Path) -> None:
    given = msgspec.json.decode(payload, type=GivenReceipt)
    if given.receipt is None:
        return
    if work.receipts.of(given.receipt.submission_id) is None:
        work.receipts.add(given.receipt)
    keep_document(office, work, given.receipt, given.document.encode("utf-8"))
    work.audit.append(office.operator, "receipt.given", given.receipt.submission_id, {"number": given.receipt.label})


_RECORDERS: Final[Mapping[str, Recorder]] = MappingProxyType(
    {
        PackageKind.SUBMISSION.value: _record_submission,
        PackageKind.DECISION.value: _record_decisions,
        PackageKind.POLICY.value: _record_policy,
        PackageKind.DRAFT.value: _record_draft,
        PackageKind.RECEIPT.value: _record_receipt,
    }
)

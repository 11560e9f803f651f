"""The register of approvals: enter a document, attach scans, say whom it covers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from desktop.documents.scans import inspect_scan, require_accepted
from desktop.domain.approvals import Approval, ApprovalKind, Attachment, ScanFlag
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.services.entry.edit_dossier import settle_state
from desktop.services.office import Office
from desktop.services.papers.waiting_list import WAITING, drop, settle_waiting
from desktop.services.recovery.left_overs import staging_file
from desktop.services.rounds.round_view import round_view
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class ScanAttached:
    """A scan that was taken in; `flags` are the faults to justify or scan again, `known` that it was there before.

    `held` says that the very document had it already: nothing was changed.
    """

    approval: Approval
    attachment: Attachment
    flags: tuple[ScanFlag, ...]
    known: bool
    held: bool = False


def add_approval(  # noqa: PLR0913 - each is a field of the document
    office: Office,
    round_id: str,
    *,
    number: str,
    issued_on: date | None,
    issuer: str,
    kind: ApprovalKind = ApprovalKind.DECISION,
    summary: str = "",
) -> Approval:
    """Enter a document of the competent authority; raises Refusal("record.not_found")."""
    approval = Approval(uuid4().hex, round_id, compose(number), issued_on, compose(issuer), kind, compose(summary))
    with office.store.begin() as work:
        work.rounds.need(round_id)
        work.approvals.add(approval)
        work.audit.append(office.operator, "approval.added", approval.id)
    return approval


def save_approval(office: Office, approval: Approval) -> Approval:
    """Save what was changed of a document."""
    tidy = replace(approval, number=compose(approval.number), issuer=compose(approval.issuer))
    with office.store.begin() as work:
        work.approvals.save(tidy)
        work.audit.append(office.operator, "approval.saved", approval.id)
    return tidy


def remove_approval(office: Office, approval_id: str) -> None:
    """Take a document that covers nobody out of the register; raises Refusal("approval.in_use")."""
    with office.store.begin() as work:
        work.approvals.remove(approval_id)
        work.audit.append(office.operator, "approval.removed", approval_id)


def attach_scan(office: Office, approval_id: str, path: Path) -> ScanAttached:
    """Look at a scan and attach it; one with a refusing fault is refused and changes nothing.

    Raises Refusal: scan.<fault> (scan.empty, scan.not_what_it_says, scan.password, scan.unreadable, scan.too_large),
    record.not_found, blob.source_unreadable.
    """
    report = inspect_scan(path, name=path.name)
    require_accepted(report, name=compose(path.name))
    with staging_file(office.store, path) as (sha256, size), office.store.begin() as work:
        attachment = Attachment(sha256, compose(path.name), report.media_type, size, report.pages, report.flags)
        known = bool(work.attachments.of([sha256]))
        work.staged_files.clear([sha256])
        work.attachments.add(attachment)
        before = work.approvals.need(approval_id)
        approval = with_file(before, sha256)
        if approval != before:
            work.approvals.save(approval)
            drop(work, WAITING, sha256)
            work.audit.append(office.operator, "scan.attached", approval_id, {"sha256": sha256})
    return ScanAttached(approval, attachment, report.flags, known, held=approval == before)


def detach_scan(office: Office, approval_id: str, sha256: str) -> Approval:
    """Take a file off a document; its bytes stay, and where no other document has it, it waits for one."""
    with office.store.begin() as work:
        approval = work.approvals.need(approval_id)
        bare = replace(approval, attachments=tuple(each for each in approval.attachments if each != sha256))
        work.approvals.save(bare)
        settle_waiting(work, [sha256])
        work.audit.append(office.operator, "scan.detached", approval_id, {"sha256": sha256})
    return bare


def reattach_scan(office: Office, approval_id: str, sha256: str) -> Approval:
    """Put a file that was taken off back on its document; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        if not work.attachments.of([sha256]):
            raise Refusal("record.not_found", id=sha256)
        approval = with_file(work.approvals.need(approval_id), sha256)
        work.approvals.save(approval)
        drop(work, WAITING, sha256)
        work.audit.append(office.operator, "scan.attached", approval_id, {"sha256": sha256})
    return approval


def link_people(office: Office, approval_id: str, dossier_ids: Iterable[str]) -> tuple[Dossier, ...]:
    """Say that a document covers these people; returns those that changed."""
    with office.store.begin() as work:
        approval = work.approvals.need(approval_id)
        linked = [_link(work, each, approval) for each in dossier_ids]
        view = round_view(office, work, work.rounds.need(approval.round_id))
        work.audit.append(office.operator, "approval.linked", approval_id, {"people": len(linked)})
        return tuple(settle_state(office, work, dossier, view) for dossier in linked)


def _link(work: UnitOfWork, dossier_id: str, approval: Approval) -> Dossier:
    dossier = work.dossiers.need(dossier_id)
    if dossier.round_id != approval.round_id:
        raise Refusal("approval.other_round", number=approval.number)
    return work.dossiers.save(replace(dossier, approval_id=approval.id))


def with_file(approval: Approval, sha256: str) -> Approval:
    """Return the document with the file at the end, once."""
    if sha256 in approval.attachments:
        return approval
    return replace(approval, attachments=(*approval.attachments, sha256))

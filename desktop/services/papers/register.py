"""The register of documents: enter one with all that is said of it, change it, take it back."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from desktop.domain.approvals import Approval, ApprovalKind
from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.services.entry.edit_dossier import settle_state
from desktop.services.office import Office
from desktop.services.papers.kinds import kind_of
from desktop.services.papers.waiting_list import settle_waiting
from desktop.services.rounds.round_view import round_view


def enter_document(  # noqa: PLR0913 - each is a field of the document
    office: Office,
    round_id: str,
    *,
    number: str,
    issued_on: date | None,
    issuer: str,
    proves: str = "",
    kind: ApprovalKind | None = None,
) -> Approval:
    """Enter a document; what to look for in it is put in as the pack or the program's own list says.

    Raises Refusal: record.not_found.
    """
    with office.store.begin() as work:
        of_round = work.rounds.need(round_id)
        verify = kind_of(proves, office.shelf.of(of_round.policies)).verify
        approval = Approval(
            id=uuid4().hex,
            round_id=round_id,
            number=compose(number),
            issued_on=issued_on,
            issuer=compose(issuer),
            kind=kind or (ApprovalKind.OTHER if proves else ApprovalKind.DECISION),
            proves=proves,
            to_check=verify if proves else "",
        )
        work.approvals.add(approval)
        work.audit.append(office.operator, "approval.added", approval.id)
    return approval


def change_document(office: Office, changed: Approval) -> tuple[Approval, Approval]:
    """Keep what is said of a document; returns it as it was and as it is. Its files are left as they are.

    People rest on decisions and consents only: one that people rest on stays one. What everybody under it needs is
    judged anew. Raises Refusal: record.not_found, paper.rests_on_it.
    """
    with office.store.begin() as work:
        before = work.approvals.need(changed.id)
        people = [each for each in work.dossiers.of_round(before.round_id) if each.approval_id == changed.id]
        if changed.proves and people:
            raise Refusal("paper.rests_on_it", number=before.number, people=len(people))
        after = _tidy(replace(changed, attachments=before.attachments))
        if after == before:
            return before, before
        work.approvals.save(after)
        work.audit.append(office.operator, "approval.saved", after.id)
        view = round_view(office, work, work.rounds.need(after.round_id))
        for dossier in people:
            settle_state(office, work, dossier, view)
    return before, after


def remove_document(office: Office, approval_id: str) -> Approval:
    """Take a document that is nobody's out of the register; returns it as it was. Its scans wait for another one.

    Raises Refusal: record.not_found, approval.in_use.
    """
    with office.store.begin() as work:
        removed = work.approvals.need(approval_id)
        work.approvals.remove(approval_id)
        settle_waiting(work, removed.attachments)
        work.audit.append(office.operator, "approval.removed", approval_id)
    return removed


def restore_document(office: Office, removed: Approval) -> Approval:
    """Put a document back that was taken out, with its files; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        work.rounds.need(removed.round_id)
        work.approvals.add(removed)
        settle_waiting(work, removed.attachments)
        work.audit.append(office.operator, "approval.added", removed.id)
    return removed


def put_document_back(office: Office, left: Approval, wanted: Approval) -> tuple[Approval, Approval]:
    """Say of a document again what `wanted` says, if it is still as the change left it.

    Raises Refusal as `change_document`, and record.changed_since.
    """
    with office.store.begin() as work:
        now = work.approvals.need(wanted.id)
    if replace(now, attachments=left.attachments) != left:
        raise Refusal("record.changed_since", name=now.number)
    return change_document(office, wanted)


def _tidy(approval: Approval) -> Approval:
    return replace(
        approval,
        number=compose(approval.number).strip(),
        issuer=compose(approval.issuer).strip(),
        summary=compose(approval.summary).strip(),
        to_check=compose(approval.to_check).strip(),
    )

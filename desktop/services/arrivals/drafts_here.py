"""The drafts that are here for advice: listed, deleted, and gone once something newer of the round came."""

from desktop.domain.receipts import DraftPackage
from desktop.services.office import Office
from desktop.storage import UnitOfWork


def drop_draft(office: Office, draft_id: str) -> None:
    """Delete a draft; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        draft = work.draft_packages.need(draft_id)
        _forget(work, draft)
        work.audit.append(office.operator, "draft.dropped", draft_id, {"number": draft.sequence})


def received_drafts(office: Office) -> tuple[DraftPackage, ...]:
    """Return the drafts that are here, the first received first."""
    with office.store.begin() as work:
        return work.draft_packages.all()


def replace_drafts(office: Office, work: UnitOfWork, unit_code: str, round_id: str, by: str) -> int:
    """Let the drafts of a unit's round go because the package `by` came; return how many went."""
    older = work.draft_packages.of_round(unit_code, round_id)
    for each in older:
        _forget(work, each)
        work.audit.append(office.operator, "draft.replaced", each.id, {"by": by})
    return len(older)


def _forget(work: UnitOfWork, draft: DraftPackage) -> None:
    """Remove a draft; its document and scans go at the next start, but for those that something else names."""
    work.draft_packages.remove(draft.id)
    work.staged_files.add((draft.document, *draft.files.split()))

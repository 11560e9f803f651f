"""Documents that an import entered and that went with it when it was taken back.

They cannot be deleted: people in the bin rest on them, and come back with them. So they are noted, and are left out of
the round for as long as nobody in it has them and no file is attached to them.
"""

from collections.abc import Iterable

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.storage import UnitOfWork


def leave_out(work: UnitOfWork, round_id: str, made: Iterable[Approval]) -> None:
    """Note the documents that an import made, those that nobody changed since."""
    now = {each.id: each for each in work.approvals.of_round(round_id)}
    same = [each.id for each in made if now.get(each.id) == each]
    _put(work, round_id, [*left_out(work, round_id), *same])


def bring_back(work: UnitOfWork, round_id: str, made: Iterable[Approval]) -> None:
    """Forget what was noted of these documents."""
    again = {each.id for each in made}
    _put(work, round_id, [each for each in left_out(work, round_id) if each not in again])


def papers_here(work: UnitOfWork, round_id: str, people: Iterable[Dossier]) -> tuple[Approval, ...]:
    """Return the documents of the round whose people these are, without those that are left out."""
    papers, noted = work.approvals.of_round(round_id), set(left_out(work, round_id))
    if not noted:
        return papers
    used = {paper for each in people for paper in (each.approval_id, *each.papers)}
    return tuple(each for each in papers if each.id not in noted or each.id in used or each.attachments)


def left_out(work: UnitOfWork, round_id: str) -> list[str]:
    """Return the ids of the documents that were noted; one that somebody has again is in the round all the same."""
    return (work.settings.get(_key(round_id)) or "").split()


def _put(work: UnitOfWork, round_id: str, ids: Iterable[str]) -> None:
    work.settings.put(_key(round_id), " ".join(dict.fromkeys(ids)))


def _key(round_id: str) -> str:
    return f"papers_left_out.{round_id}"

"""Where else in this office's rounds the files of a round are attached (check HS06)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from desktop.domain.approvals import Approval
from desktop.domain.arrivals import FileElsewhere
from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Direction, Unit
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.papers.left_out import left_out
from desktop.storage import UnitOfWork
from desktop.storage.repositories.papers import PaperUser

ASKS_NO_MORE = frozenset({DossierState.REJECTED, DossierState.WITHDRAWN, DossierState.SUPERSEDED})
"""Of a document that only such people have nothing is asked for any more."""


def files_of_other_rounds(
    work: UnitOfWork, unit: Unit, round_id: str, papers: Collection[Approval], people: Iterable[Dossier]
) -> tuple[FileElsewhere, ...]:
    """Return the documents of the office's other rounds that hold a file which can still be exchanged in this one.

    What was sent from here is not asked about again: the later document is, and Sở Tài chính is told of both.
    """
    open_ones = _open_papers(papers, people)
    files = _files(each for each in papers if each.id in open_ones)
    others = work.approvals.sharing_files(round_id) if files else ()
    users = _users(work, others)
    counting = (each for each in others if _counts(work, each, users[each.id]))
    return tuple(_found(work, unit, counting, users, files))


def files_that_were_sent(
    work: UnitOfWork, unit: Unit, round_id: str, papers: Iterable[Approval], going: Iterable[Dossier]
) -> tuple[FileElsewhere, ...]:
    """Return the documents that went from here with others than those who go now, and hold a file of `papers`.

    As they are now; that is what this office can know of what Sở Tài chính has.
    """
    files, gone = _files(papers), {each.dossier_id for each in work.submissions.names(Direction.SENT)}
    gone -= {each.id for each in going}
    others = (*work.approvals.of_round(round_id), *work.approvals.sharing_files(round_id)) if files and gone else ()
    others = tuple(each for each in others if not files.isdisjoint(each.attachments))
    users = _users(work, others, among=gone)
    return tuple(_found(work, unit, (each for each in others if _living(users[each.id])), users, files))


def _open_papers(papers: Iterable[Approval], people: Iterable[Dossier]) -> set[str]:
    """Return the documents that somebody has who can be changed, and those that are nobody's."""
    owned, open_ones = set[str](), set[str]()
    for each in people:
        own = {each.approval_id or "", *each.papers}
        owned |= own
        if each.state in EDITABLE:
            open_ones |= own
    return open_ones | ({each.id for each in papers} - owned)


def _files(papers: Iterable[Approval]) -> frozenset[str]:
    return frozenset(sha256 for each in papers for sha256 in each.attachments)


def _users(
    work: UnitOfWork, papers: Iterable[Approval], among: Collection[str] | None = None
) -> dict[str, list[PaperUser]]:
    found: dict[str, list[PaperUser]] = defaultdict(list)
    for user in work.approvals.users([each.id for each in papers]):
        if among is None or user.dossier_id in among:
            found[user.approval_id].append(user)
    return found


def _living(users: Iterable[PaperUser]) -> list[PaperUser]:
    return [each for each in users if not each.binned and each.state not in ASKS_NO_MORE]


def _counts(work: UnitOfWork, paper: Approval, users: list[PaperUser]) -> bool:
    """Tell whether a document is in use, or was entered and waits for its people."""
    return bool(_living(users)) or (not users and paper.id not in left_out(work, paper.round_id))


def _found(
    work: UnitOfWork,
    unit: Unit,
    papers: Iterable[Approval],
    users: dict[str, list[PaperUser]],
    files: frozenset[str],
) -> Iterator[FileElsewhere]:
    """Yield each file of each document, the rounds in the order in which they were opened."""
    places = {each.id: (place, each.name) for place, each in enumerate(work.rounds.all())}
    for paper in sorted(papers, key=lambda each: places[each.round_id]):
        people = frozenset(each.citizen_id for each in _living(users[paper.id])) - {""}
        for sha256 in dict.fromkeys(each for each in paper.attachments if each in files):
            yield FileElsewhere(sha256, paper, unit.code, unit.name, places[paper.round_id][1], people)

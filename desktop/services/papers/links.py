"""Say whose documents are whose: one document for many people at once, and back again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.services.entry.edit_dossier import settle_state
from desktop.services.office import Office
from desktop.services.rounds.round_view import round_view
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class PapersChanged:
    """People whose documents or pins are others now, as they were before and as they are; for undo and the views."""

    before: tuple[Dossier, ...]
    after: tuple[Dossier, ...]

    def turned(self) -> "PapersChanged":
        """Return the change that leads back."""
        return PapersChanged(self.after, self.before)


def has_paper(dossier: Dossier, approval_id: str) -> bool:
    """Whether the document is this person's: the one they rest on, or another paper of theirs."""
    return dossier.approval_id == approval_id or approval_id in dossier.papers


def give_paper(office: Office, approval_id: str, dossier_ids: Iterable[str]) -> PapersChanged:
    """Say that the document is these people's too; who has it already stays untouched.

    A decision or consent becomes what somebody rests on who rests on none yet, and a further paper of everybody else:
    nobody's basis is exchanged without a word. Raises Refusal: record.not_found, record.not_editable,
    approval.other_round.
    """
    with office.store.begin() as work:
        approval = work.approvals.need(approval_id)
        people = [_need(work, each, approval) for each in dossier_ids]
        wanting = [each for each in people if not has_paper(each, approval_id)]
        return _keep(office, work, approval, [(each, _with(each, approval)) for each in wanting], "paper.given")


def take_paper(office: Office, approval_id: str, dossier_ids: Iterable[str]) -> PapersChanged:
    """Say that the document is no longer these people's. Raises as `give_paper`."""
    with office.store.begin() as work:
        approval = work.approvals.need(approval_id)
        people = [_need(work, each, approval) for each in dossier_ids]
        having = [each for each in people if has_paper(each, approval_id)]
        return _keep(office, work, approval, [(each, _without(each, approval_id)) for each in having], "paper.taken")


def put_back(office: Office, changed: PapersChanged) -> tuple[Dossier, ...]:
    """Give these people the documents and pins that they had before; whatever else was typed since stays.

    Raises Refusal: record.not_found, record.not_editable, and record.changed_since when somebody's documents or pins
    are others now than the change left them.
    """
    with office.store.begin() as work:
        pairs = [(work.dossiers.need(each.id), each) for each in changed.before]
        for (now, _), left in zip(pairs, changed.after, strict=True):
            if _papers(now) != _papers(left):
                raise Refusal("record.changed_since", name=now.person.full_name)
        saved = [
            work.dossiers.save(
                replace(now, approval_id=before.approval_id, papers=before.papers, pins=before.pins),
            )
            for now, before in pairs
        ]
        for dossier in saved:
            work.audit.append(office.operator, "paper.put_back", dossier.id)
        return _settled(office, work, saved)


def _papers(dossier: Dossier) -> tuple[object, ...]:
    return dossier.approval_id, dossier.papers, dossier.pins


def _need(work: UnitOfWork, dossier_id: str, approval: Approval) -> Dossier:
    dossier = work.dossiers.need(dossier_id)
    if dossier.round_id != approval.round_id:
        raise Refusal("approval.other_round", number=approval.number)
    return dossier


def _with(dossier: Dossier, approval: Approval) -> Dossier:
    if not approval.proves and dossier.approval_id is None:
        return replace(dossier, approval_id=approval.id)
    return replace(dossier, papers=(*dossier.papers, approval.id))


def _without(dossier: Dossier, approval_id: str) -> Dossier:
    rests_on = None if dossier.approval_id == approval_id else dossier.approval_id
    return replace(dossier, approval_id=rests_on, papers=tuple(each for each in dossier.papers if each != approval_id))


def _keep(
    office: Office, work: UnitOfWork, approval: Approval, pairs: list[tuple[Dossier, Dossier]], act: str
) -> PapersChanged:
    saved = [work.dossiers.save(after) for _, after in pairs]
    if saved:
        work.audit.append(office.operator, act, approval.id, {"people": len(saved)})
    return PapersChanged(tuple(before for before, _ in pairs), _settled(office, work, saved))


def _settled(office: Office, work: UnitOfWork, saved: list[Dossier]) -> tuple[Dossier, ...]:
    """Move each between draft and complete as the findings say, looking at the round once."""
    if not saved:
        return ()
    view = round_view(office, work, work.rounds.need(saved[0].round_id))
    return tuple(settle_state(office, work, each, view) for each in saved)

"""Change a dossier: save, answer a warning, put into the bin and take out again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import uuid4

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Justification, Severity
from desktop.domain.names import fold
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.entry.unread import TypedRow, holds_back, keep_typed
from desktop.services.office import Office
from desktop.services.rounds.round_view import RoundView, complete, judge_dossier, round_view
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class DossierSaved:
    """What a save changed: the dossier before (None when new) and after, for undo and for the views."""

    before: Dossier | None
    after: Dossier
    claimed_career: bool = False


def new_dossier(office: Office, round_id: str) -> Dossier:
    """Add an empty draft at the end of the round; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        of_round = work.rounds.need(round_id)
        dossier = Dossier(uuid4().hex, of_round.id, work.dossiers.next_ordinal(of_round.id))
        work.dossiers.add(dossier)
        work.audit.append(office.operator, "dossier.added", dossier.id)
    return dossier


def save_dossier(
    office: Office, changed: Dossier, *, unread: Iterable[TypedRow] | None = None, known: RoundView | None = None
) -> DossierSaved:
    """Save what was typed; a career that waited for this identity number is taken in.

    `unread` are the rows of the career that were typed and cannot be read, None when nobody looked at them now. What
    is `known` of the round as read before is not read again.
    The state follows the findings: complete when no error of entry and no such row is left, draft otherwise. Raises
    Refusal:
    record.not_found, record.changed_elsewhere, record.not_editable.
    """
    with office.store.begin() as work:
        before = work.dossiers.need(changed.id)
        claimed = _claim_career(work, before, replace(changed, state=before.state))
        saved = work.dossiers.save(claimed)
        if unread is not None:
            keep_typed(work, saved.id, unread)
        after = settle_state(office, work, saved, round_view(office, work, work.rounds.need(saved.round_id), known))
        work.audit.append(office.operator, "dossier.saved", after.id, {"revision": after.revision})
    return DossierSaved(before, after, claimed.career != changed.career)


def settle_state(office: Office, work: UnitOfWork, dossier: Dossier, view: RoundView | None = None) -> Dossier:
    """Move an editable dossier between draft and complete as its findings say."""
    view = view or round_view(office, work, work.rounds.need(dossier.round_id))
    _, findings = judge_dossier(view, dossier)
    found = complete(view, tuple(each for each in findings if each.subject == dossier.id))
    whole = found and not holds_back(work, dossier)
    if whole and dossier.state is DossierState.DRAFT:
        return work.move(dossier, DossierState.COMPLETE, office.operator)
    if not whole and dossier.state is DossierState.COMPLETE:
        return work.move(dossier, DossierState.DRAFT, office.operator, "checks")
    return dossier


def justify(office: Office, dossier_ids: Iterable[str], findings: Iterable[Finding], text: str) -> tuple[Dossier, ...]:
    """Answer warnings with one text; people whom none of them concerns stay untouched. Returns who was answered for.

    Raises Refusal: justification.empty, justification.not_allowed, record.not_found, record.not_editable.
    """
    if not text.strip():
        raise Refusal("justification.empty")
    warnings = tuple(findings)
    refused = next((each for each in warnings if each.severity is not Severity.WARNING), None)
    if refused:
        raise Refusal("justification.not_allowed", code=refused.code)
    with office.store.begin() as work:
        elsewhere = {each.subject for each in warnings if _is_record(work, each.subject)}
        people = [work.dossiers.need(each) for each in dossier_ids]
        typed = [(each, _answered(office, each, warnings, text, elsewhere)) for each in people]
        answered = [work.dossiers.save(after) for before, after in typed if after != before]
        for dossier in answered:
            work.audit.append(office.operator, "dossier.justified", dossier.id)
    return tuple(answered)


def discard_dossier(office: Office, dossier_id: str) -> None:
    """Put a dossier that was never sent into the bin; raises Refusal("record.not_editable")."""
    discard_dossiers(office, (dossier_id,))


def discard_dossiers(office: Office, dossier_ids: Iterable[str]) -> None:
    """Put dossiers that were never sent into the bin, all or none; raises Refusal("record.not_editable")."""
    with office.store.begin() as work:
        for dossier_id in dossier_ids:
            dossier = work.dossiers.need(dossier_id)
            if dossier.state not in EDITABLE or dossier.revision > 1:
                raise Refusal("record.not_editable", state=dossier.state.value)
            work.dossiers.discard(dossier_id)
            work.audit.append(office.operator, "dossier.binned", dossier_id)


def restore_dossier(office: Office, dossier_id: str) -> Dossier:
    """Take a dossier out of the bin."""
    with office.store.begin() as work:
        work.dossiers.restore(dossier_id)
        work.audit.append(office.operator, "dossier.restored", dossier_id)
        return work.dossiers.need(dossier_id)


def restore_dossiers(office: Office, dossier_ids: Iterable[str]) -> None:
    """Take dossiers out of the bin, all or none; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        for dossier_id in dossier_ids:
            work.dossiers.restore(dossier_id)
            work.audit.append(office.operator, "dossier.restored", dossier_id)


def _is_record(work: UnitOfWork, subject: str) -> bool:
    return work.dossiers.get(subject) is not None or work.approvals.get(subject) is not None


def _answered(office: Office, dossier: Dossier, warnings: tuple[Finding, ...], text: str, records: set[str]) -> Dossier:
    """Answer what is about this person and their paper, and about files and the round, which nobody else holds."""
    own = {dossier.id, dossier.approval_id}
    mine = [each for each in warnings if each.subject in own or each.subject not in records]
    keys = {each.key for each in mine}
    kept = tuple(each for each in dossier.justifications if each.finding_key not in keys)
    new = tuple(Justification(each.key, text.strip(), office.operator, office.stamp()) for each in mine)
    return replace(dossier, justifications=kept + new)


def _claim_career(work: UnitOfWork, before: Dossier, changed: Dossier) -> Dossier:
    """Give the dossier the career of the list that bears its identity number and name, if it has none yet."""
    number = changed.person.citizen_id
    empty = not changed.career.salary and not changed.career.insurance
    if not empty or not number or number == before.person.citizen_id:
        return changed
    waiting = work.waiting_careers.of_round(changed.round_id)
    name = fold(changed.person.full_name)
    mine = next((each for each in waiting if each.citizen_id == number and fold(each.full_name) == name), None)
    if mine is None:
        return changed
    work.waiting_careers.take(changed.round_id, number)
    rank = changed.career.rank or mine.career.rank
    return replace(changed, career=replace(mine.career, rank=rank))

"""Take up again what was sent, or take people out of it: what was sent stays, a later package says what changed."""

from dataclasses import replace

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.corrections.chain import chain_of, latest_of_round, live_versions
from desktop.services.entry.edit_dossier import settle_state
from desktop.services.office import Office
from desktop.storage import UnitOfWork
from desktop.storage.repositories.submissions import SentVersion

REOPENED = frozenset({DossierState.SENT, DossierState.RETURNED, DossierState.WITHDRAWN})
"""Who can be taken up again as the next revision."""
_MAY_GO = EDITABLE | {DossierState.SENT, DossierState.RETURNED}


def sent_rows(work: UnitOfWork, round_id: str) -> dict[str, SentVersion]:
    """Return by dossier id the version that was sent last in the round; nothing when nothing was sent."""
    latest = latest_of_round(work, round_id)
    return live_versions(work, chain_of(work, latest)) if latest else {}


def reopen(office: Office, dossier_id: str, reason: str) -> Dossier:
    """Take up somebody who was sent, returned or taken out again as the next revision; what was sent stays.

    Raises Refusal: state.reason_missing, state.not_allowed (decided, or never sent), record.not_found.
    """
    with office.store.begin() as work:
        dossier = work.dossiers.need(dossier_id)
        if dossier.state not in REOPENED:
            raise Refusal("state.not_allowed", current=dossier.state.value, wanted=DossierState.DRAFT.value)
        row = sent_rows(work, dossier.round_id).get(dossier_id)
        draft = work.move(dossier, DossierState.DRAFT, office.operator, reason)
        sent = row.revision if row else dossier.revision
        reopened = work.dossiers.save(replace(draft, revision=sent + 1))
        work.audit.append(office.operator, "dossier.reopened", dossier_id, {"revision": reopened.revision})
        return settle_state(office, work, reopened)


def withdraw_person(office: Office, dossier_id: str, reason: str) -> Dossier:
    """Take out somebody who was sent; the next package tells the receiver.

    Raises Refusal: withdraw.reason_missing, withdraw.never_sent, withdraw.decided, withdraw.already,
    record.not_found.
    """
    with office.store.begin() as work:
        return _withdraw(office, work, work.dossiers.need(dossier_id), reason)


def withdraw_all(office: Office, round_id: str, reason: str) -> tuple[Dossier, ...]:
    """Take out everybody who was sent in the round and is not decided, all or nobody.

    Raises Refusal: withdraw.reason_missing, withdraw.nobody.
    """
    with office.store.begin() as work:
        rows = sent_rows(work, round_id)
        people = [each for each in work.dossiers.of_round(round_id) if each.id in rows and each.state in _MAY_GO]
        if not people:
            raise Refusal("withdraw.nobody")
        return tuple(_withdraw(office, work, each, reason) for each in people)


def _withdraw(office: Office, work: UnitOfWork, dossier: Dossier, reason: str) -> Dossier:
    name = dossier.person.full_name
    if not reason.strip():
        raise Refusal("withdraw.reason_missing", name=name)
    if dossier.state is DossierState.WITHDRAWN:
        raise Refusal("withdraw.already", name=name)
    if dossier.id not in sent_rows(work, dossier.round_id):
        raise Refusal("withdraw.never_sent", name=name)
    if dossier.state not in _MAY_GO:
        raise Refusal("withdraw.decided", name=name)
    withdrawn = work.move(dossier, DossierState.WITHDRAWN, office.operator, reason.strip())
    work.audit.append(office.operator, "dossier.withdrawn", dossier.id, {"reason": reason.strip()})
    return withdrawn


def keep_in(office: Office, dossier_id: str) -> Dossier:
    """Take a withdrawal back that no package has told yet: the person stands where they stood before.

    Raises Refusal("withdraw.told") once it was sent (then `reopen` enters the person again), record.not_found.
    """
    with office.store.begin() as work:
        dossier = work.dossiers.need(dossier_id)
        row = sent_rows(work, dossier.round_id).get(dossier_id)
        if dossier.state is not DossierState.WITHDRAWN or row is None or row.state is DossierState.WITHDRAWN:
            raise Refusal("withdraw.told", name=dossier.person.full_name)
        before = work.history.of(dossier_id)[-1].before
        target = before if before in {DossierState.SENT, DossierState.RETURNED} else DossierState.DRAFT
        kept = work.move(dossier, target, office.operator, "withdrawal taken back")
        work.audit.append(office.operator, "dossier.kept_in", dossier_id)
        return settle_state(office, work, kept)


def withdrawal_reason(work: UnitOfWork, dossier_id: str) -> str:
    """Return why somebody was taken out last, "" for whom nobody took out."""
    moves = [each for each in work.history.of(dossier_id) if each.after is DossierState.WITHDRAWN]
    return moves[-1].reason if moves else ""


def was_told(office: Office, dossier: Dossier) -> bool:
    """Tell whether a package has told already that this person is taken out."""
    with office.store.begin() as work:
        row = sent_rows(work, dossier.round_id).get(dossier.id)
    return row is not None and row.state is DossierState.WITHDRAWN

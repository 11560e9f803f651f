"""What stands half typed in a form: kept in the store within seconds, and asked about after an end without warning."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec

from desktop.domain.states import EDITABLE
from desktop.services.entry.typed_parts import INTERRUPTED, TYPING, Form, HalfTyped, under
from desktop.services.office import Office
from desktop.storage import UnitOfWork
from desktop.system.marks import mark

AT_MOST_SECONDS = 5
"""What was typed longer ago than this is in the store (product US2)."""
LOOK_EVERY_SECONDS: float = 2
"""So often the forms are looked at; the rest of the time is the disk's. Tests that end the program make it shorter."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """What was cut off. `newer` tells that its record was saved since, `gone` that it cannot be typed into now."""

    subject: str
    typed: HalfTyped
    round_id: str = ""
    newer: bool = False
    gone: bool = False


def keep_drafts(office: Office, changed: Iterable[HalfTyped]) -> None:
    """Keep these drafts; one without parts is forgotten. Raises the refusals of the store."""
    with office.store.begin() as work:
        for typed in changed:
            if typed.parts:
                work.drafts.put(TYPING + typed.key, _text(replace(typed, at=office.stamp())))
            else:
                work.drafts.remove(TYPING + typed.key)
        mark("draft.keeping")
    mark("draft.kept")


def left_drafts(office: Office) -> tuple[HalfTyped, ...]:
    """Return what stood unread in the forms when the window was closed."""
    with office.store.begin() as work:
        return tuple(typed for draft, typed in under(work, TYPING) if typed.left)


def interrupted_drafts(office: Office) -> tuple[Interrupted, ...]:
    """Return what was cut off and nobody answered for yet, the newest first."""
    with office.store.begin() as work:
        found = [_judged(work, draft.subject, typed) for draft, typed in under(work, INTERRUPTED)]
    return tuple(sorted(found, key=lambda each: each.typed.at, reverse=True))


def forget_interrupted(office: Office, subject: str, act: str) -> None:
    """Forget what was taken up or discarded; `act` says which in the audit chain."""
    with office.store.begin() as work:
        work.drafts.remove(subject)
        work.audit.append(office.operator, f"draft.{act}", subject.removeprefix(INTERRUPTED))


def put_back_interrupted(office: Office, found: Interrupted) -> None:
    """Ask again about what was discarded."""
    with office.store.begin() as work:
        work.drafts.put(found.subject, _text(found.typed))
        work.audit.append(office.operator, "draft.put_back", found.subject.removeprefix(INTERRUPTED))


def _judged(work: UnitOfWork, subject: str, typed: HalfTyped) -> Interrupted:
    if typed.form is Form.DOCUMENT:
        document = work.approvals.get(typed.about)
        return Interrupted(subject, typed, document.round_id if document else "", gone=document is None)
    if typed.form is not Form.PERSON:
        known = work.rounds.get(typed.about) is not None
        return Interrupted(subject, typed, typed.about, gone=not known)
    dossier = work.dossiers.get(typed.about)
    if dossier is None:
        return Interrupted(subject, typed, gone=True)
    gone = dossier.id in work.dossiers.binned_at(dossier.round_id) or dossier.state not in EDITABLE
    named = replace(typed, name=dossier.person.full_name or typed.name)
    return Interrupted(subject, named, dossier.round_id, dossier.edition != typed.edition, gone)


def _text(typed: HalfTyped) -> str:
    return msgspec.json.encode(typed).decode("utf-8")

"""What stands half typed in a form: kept in the store within seconds, and asked about after an end without warning.

While one types, the draft of a form lies under `typing/<kind>/<about>`. A window that is closed in order marks what
could not be read as left: it comes back by itself. What a start finds without that mark was cut off: it is set aside
under `interrupted/…` until the clerk takes it up or discards it, so that newer typing cannot take its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from desktop.domain.registers import Draft
from desktop.domain.states import EDITABLE
from desktop.services.office import Office
from desktop.storage import UnitOfWork
from desktop.system.marks import mark

AT_MOST_SECONDS = 5
"""What was typed longer ago than this is in the store (product US2)."""
LOOK_EVERY_SECONDS = 2
"""So often the forms are looked at; the rest of the time is the disk's."""

_TYPING = "typing/"
_INTERRUPTED = "interrupted/"


class Form(StrEnum):
    """Which form is typed in."""

    PERSON = "person"
    APPROVAL = "approval"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one field. `shown` is what the field said before, `open` that the cursor was still in it.

    For a cell of a table `row` and `column` count from 0, else they are -1.
    """

    field: str
    text: str
    shown: str = ""
    open: bool = True
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stands in a form and not yet in the record `about` (a dossier, a round, a finding)."""

    form: Form
    about: str
    parts: tuple[Part, ...]
    name: str = ""
    """Whose record it is, as it was called then."""
    edition: int = 0
    """The edition of the record that it was typed over; a form without a record has none."""
    at: str = ""
    """When it was kept, UTC, RFC 3339."""
    left: bool = False
    """Whether the window was closed in order."""

    @property
    def key(self) -> str:
        """What tells this form from every other."""
        return f"{self.form.value}/{self.about}"


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
                work.drafts.put(_TYPING + typed.key, _text(replace(typed, at=office.stamp())))
            else:
                work.drafts.remove(_TYPING + typed.key)
        mark("draft.keeping")
    mark("draft.kept")


def left_drafts(office: Office) -> tuple[HalfTyped, ...]:
    """Return what stood unread in the forms when the window was closed."""
    with office.store.begin() as work:
        return tuple(typed for draft, typed in _under(work, _TYPING) if typed.left)


def set_aside_interrupted(office: Office) -> tuple[Interrupted, ...]:
    """At the start: put what was cut off aside and return all that waits for an answer, the newest first."""
    with office.store.begin() as work:
        for draft, typed in _under(work, _TYPING):
            if not typed.left:
                work.drafts.put(f"{_INTERRUPTED}{typed.key}/{typed.at}", draft.text)
                work.drafts.remove(draft.subject)
        return _interrupted(work)


def interrupted_drafts(office: Office) -> tuple[Interrupted, ...]:
    """Return what was cut off and nobody answered for yet, the newest first."""
    with office.store.begin() as work:
        return _interrupted(work)


def forget_interrupted(office: Office, subject: str, act: str) -> None:
    """Forget what was taken up or discarded; `act` says which in the audit chain."""
    with office.store.begin() as work:
        work.drafts.remove(subject)
        work.audit.append(office.operator, f"draft.{act}", subject.removeprefix(_INTERRUPTED))


def put_back_interrupted(office: Office, found: Interrupted) -> None:
    """Ask again about what was discarded."""
    with office.store.begin() as work:
        work.drafts.put(found.subject, _text(found.typed))
        work.audit.append(office.operator, "draft.put_back", found.subject.removeprefix(_INTERRUPTED))


def _interrupted(work: UnitOfWork) -> tuple[Interrupted, ...]:
    found = [_judged(work, draft.subject, typed) for draft, typed in _under(work, _INTERRUPTED)]
    return tuple(sorted(found, key=lambda each: each.typed.at, reverse=True))


def _judged(work: UnitOfWork, subject: str, typed: HalfTyped) -> Interrupted:
    if typed.form is not Form.PERSON:
        known = work.rounds.get(typed.about) is not None
        return Interrupted(subject, typed, typed.about, gone=not known)
    dossier = work.dossiers.get(typed.about)
    if dossier is None:
        return Interrupted(subject, typed, gone=True)
    kept = {each.id for each in work.dossiers.of_round(dossier.round_id)}
    gone = dossier.id not in kept or dossier.state not in EDITABLE
    named = replace(typed, name=dossier.person.full_name or typed.name)
    return Interrupted(subject, named, dossier.round_id, dossier.edition != typed.edition, gone)


def _under(work: UnitOfWork, prefix: str) -> list[tuple[Draft, HalfTyped]]:
    return [
        (draft, msgspec.json.decode(draft.text, type=HalfTyped))
        for draft in work.drafts.all()
        if draft.subject.startswith(prefix)
    ]


def _text(typed: HalfTyped) -> str:
    return msgspec.json.encode(typed).decode("utf-8")

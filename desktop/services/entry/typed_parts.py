"""What stands half typed in a form, as it lies in the store; and what the start does with what was cut off.

While one types, the draft of a form lies under `typing/<form>/<about>`. A window that is closed in order marks what
could not be read as left: it comes back by itself. What a start finds without that mark was cut off: it is set aside
under `interrupted/…` until the clerk takes it up or discards it, so that newer typing cannot take its place.
"""

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from desktop.domain.registers import Draft
from desktop.storage import Store, UnitOfWork

TYPING = "typing/"
INTERRUPTED = "interrupted/"


class Form(StrEnum):
    """Which form is typed in."""

    PERSON = "person"
    APPROVAL = "approval"
    """A document that is not in the register yet; `about` is the round."""
    DOCUMENT = "document"
    ANSWER = "answer"
    """A justification; `about` is the round."""
    REPLY = "reply"
    """An answer to what Sở Tài chính asked for; `about` is the round."""


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


def under(work: UnitOfWork, prefix: str) -> list[tuple[Draft, HalfTyped]]:
    """Return the drafts whose subject begins like this, with what they say."""
    return [
        (draft, msgspec.json.decode(draft.text, type=HalfTyped))
        for draft in work.drafts.all()
        if draft.subject.startswith(prefix)
    ]


def set_aside_cut_off(store: Store) -> None:
    """At the start of the only program that has the profile: put aside what was being typed when the last one ended."""
    with store.begin() as work:
        for draft, typed in under(work, TYPING):
            if not typed.left:
                work.drafts.put(f"{INTERRUPTED}{typed.key}/{typed.at}", draft.text)
                work.drafts.remove(draft.subject)

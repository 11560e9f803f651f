"""Who returned somebody: Sở Tài chính, or the parent unit that the package went through."""

import msgspec

from desktop.domain.rounds import Decision
from desktop.services.office import Office
from desktop.storage import UnitOfWork


class _Unit(msgspec.Struct):
    name: str


class _Document(msgspec.Struct):
    """Of the document that brought a decision only whose it is."""

    unit: _Unit


def decider_of(office: Office, work: UnitOfWork, decision: Decision) -> str:
    """Return the name of the office that decided, "" where its document is not here any more."""
    digest = work.settings.get(f"document.{decision.sent_in}") if decision.sent_in else ""
    if not digest or not office.store.blobs.has(digest):
        return ""
    with office.store.blobs.open(digest) as document:
        return msgspec.json.decode(document.read(), type=_Document).unit.name

"""Acts on papers and pins in the window's one history: named, taken back with Ctrl+Z, done again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.domain.approvals import Approval
from desktop.domain.foreign_text import shown
from desktop.services.entry.history import Act, Step
from desktop.services.papers.edit_approval import ScanAttached
from desktop.services.papers.exchange_files import FilesExchanged, take_back, turned
from desktop.services.papers.held_files import FilesHeld, held_since, hold_again
from desktop.services.papers.links import PapersChanged, put_back
from desktop.services.papers.register import put_document_back, remove_document, restore_document
from desktop.ui.pages.desk import Desk
from desktop.ui.texts import message


def note_papers(desk: Desk, label: str, changed: PapersChanged) -> Step:
    """Note that papers or pins of people were changed; `label` goes on from "Hoàn tác: "."""
    back, again = partial(put_back, desk.office, changed), partial(put_back, desk.office, changed.turned())
    where = changed.after[0].id if len(changed.after) == 1 else ""
    return desk.history.done(label, back, again, where=where)


def note_document(desk: Desk, label: str, before: Approval, after: Approval) -> Step:
    """Note that what is said of a document was changed."""
    acts: list[Act] = [partial(put_document_back, desk.office, *pair) for pair in ((after, before), (before, after))]
    return desk.history.done(label, *acts)


def note_removal(desk: Desk, label: str, removed: Approval) -> Step:
    """Note that a document was taken out of the register."""
    back, again = partial(restore_document, desk.office, removed), partial(remove_document, desk.office, removed.id)
    return desk.history.done(label, back, again)


def note_added(desk: Desk, added: Approval, given: PapersChanged | None) -> Step:
    """Note that a document was entered, for the people whom it was given to at once."""

    def back() -> None:
        if given is not None:
            put_back(desk.office, given)
        remove_document(desk.office, added.id)

    def again() -> None:
        restore_document(desk.office, added)
        if given is not None:
            put_back(desk.office, given.turned())

    return desk.history.done(message("undo.approval_added", number=added.number), back, again)


def note_files(desk: Desk, label: str, changed: FilesHeld) -> Step:
    """Note that files were put onto a document or taken off."""
    acts: list[Act] = [partial(hold_again, desk.office, each) for each in (changed, changed.turned())]
    return desk.history.done(label, *acts)


def note_attached(desk: Desk, attached: Sequence[ScanAttached]) -> Step | None:
    """Note that files were attached to a document, as one step; None where it had all of them."""
    changed = held_since(attached)
    if changed is None:
        return None
    new = [each for each in attached if not each.held]
    number = new[-1].approval.number
    if len(new) == 1:
        return note_files(desk, attached_label(new[0].attachment.name, number), changed)
    told = QCoreApplication.translate("PaperActs", "gắn {count} tệp vào {number}")
    return note_files(desk, told.format(count=len(new), number=number), changed)


def attached_label(name: str, number: str) -> str:
    """Return "gắn QD_12.pdf vào 12/QĐ-UBND"."""
    told = QCoreApplication.translate("PaperActs", "gắn {name} vào {number}")
    return told.format(name=shown(name), number=number)


def note_exchange(desk: Desk, label: str, done: FilesExchanged) -> Step:
    """Note that documents hold other files in the place of those they had."""
    back, again = partial(take_back, desk.office, done), partial(take_back, desk.office, turned(done))
    return desk.history.done(label, back, again)

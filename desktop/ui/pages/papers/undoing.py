"""Acts on papers and pins in the window's one history: named, taken back from the banner or with Ctrl+Z, done again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.entry.history import Act, Step
from desktop.services.papers.links import PapersChanged, put_back
from desktop.services.papers.register import put_document_back, remove_document, restore_document
from desktop.ui.pages.desk import Desk
from desktop.ui.pages_base import Banner
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone

Say = Callable[[Banner | None], object]


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


def undo_banner(desk: Desk, step: Step, text: str, say: Say, renew: Callable[[], object]) -> Banner:
    """Return the banner that tells of the act and takes it back; `renew` shows everything as it is then."""

    def take_back() -> None:
        try:
            desk.history.take_back(step)
        except Refusal as refusal:
            say(Banner(refusal_text(refusal), Tone.ERROR))
        else:
            say(None)
        renew()

    return Banner(text, Tone.OK, QCoreApplication.translate("PaperActs", "&Hoàn tác"), take_back, undo=True)

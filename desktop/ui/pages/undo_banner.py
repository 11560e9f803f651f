"""What was done, told with the way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Refusal
from desktop.services.entry.history import Step
from desktop.ui.pages.desk import Desk
from desktop.ui.pages_base import Banner
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone

Say = Callable[[Banner | None], object]


def undo_banner(  # noqa: PLR0913, PLR0917 - what is told, how, and who shows it
    desk: Desk,
    done: Step | Sequence[Step],
    text: str,
    say: Say,
    renew: Callable[[], object],
    tone: Tone = Tone.OK,
) -> Banner:
    """Return the banner that tells of an act, or of several, and takes all that it tells of back.

    `renew` shows everything as it is then.
    """
    steps = (done,) if isinstance(done, Step) else tuple(done)

    def take_back() -> None:
        try:
            for step in reversed(steps):
                desk.history.take_back(step)
        except Refusal as refusal:
            say(Banner(refusal_text(refusal), Tone.ERROR))
        else:
            say(None)
        renew()

    return Banner(text, tone, QCoreApplication.translate("UndoBanner", "&Hoàn tác"), take_back, undo=True)

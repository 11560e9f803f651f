"""What was done, told with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Refusal
from desktop.services.entry.history import Step
from desktop.ui.pages.desk import Desk
from desktop.ui.pages_base import Banner
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone

Say = Callable[[Banner | None], object]


def undo_banner(  # noqa: PLR0913, PLR0917 - what is told, how, and who shows it
    desk: Desk, step: Step, text: str, say: Say, renew: Callable[[], object], tone: Tone = Tone.OK
) -> Banner:
    """Return the banner that tells of the act and takes it back; `renew` shows everything as it is then."""

    def take_back() -> None:
        try:
            desk.history.take_back(step)
        except Refusal as refusal:
            say(Banner(refusal_text(refusal), Tone.ERROR))
        else:
            say(None)
        renew()

    return Banner(text, tone, QCoreApplication.translate("UndoBanner", "&Hoàn tác"), take_back, undo=True)

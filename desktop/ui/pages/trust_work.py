"""How the steps of trust are run: away from the window, told in a banner; and what they print."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Refusal
from desktop.ui.pages.print_view import Making
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone

T = TypeVar("T")


class TrustWork(QObject):
    """Runs one step and tells how it went; `done` is emitted after what the step itself wants."""

    told = Signal(object)
    """A Banner."""
    done = Signal()
    printed = Signal(str, str, object)
    """Title, file name and `Making` of a sheet to be shown before it is printed."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.tasks = tasks

    def run(self, title: str, work: Callable[[], T], finished: Callable[[T], str]) -> None:
        """Run `work`; `finished` takes its answer and returns the sentence to tell, "" for none."""
        self.follow(title, lambda _progress: work(), finished)

    def follow(self, title: str, work: Callable[[Progress], T], finished: Callable[[T], str]) -> None:
        """As `run`, for work that tells how far it is and can be stopped."""

        def settle(answer: T) -> None:
            sentence = finished(answer)
            if sentence:
                self.told.emit(Banner(sentence, Tone.OK))
            self.done.emit()

        self.tasks.database(work, title=title, done=settle, failed=self.refuse, owner=self)

    def show_print(self, title: str, name: str, making: Making) -> None:
        """Show a sheet before it is printed."""
        self.printed.emit(title, name, making)

    def refuse(self, refusal: Refusal) -> None:
        """Say why a step was not done."""
        self.told.emit(Banner(refusal_text(refusal), Tone.ERROR))

"""How the steps of trust are run: away from the window, told in a banner."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Refusal
from desktop.ui.pages_base import Banner
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone

T = TypeVar("T")


class TrustWork(QObject):
    """Runs one step and tells how it went; `done` is emitted after what the step itself wants."""

    told = Signal(object)
    """A Banner."""
    done = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.tasks = tasks

    def run(self, title: str, work: Callable[[], T], finished: Callable[[T], str]) -> None:
        """Run `work`; `finished` takes its answer and returns the sentence to tell, "" for none."""

        def settle(answer: T) -> None:
            sentence = finished(answer)
            if sentence:
                self.told.emit(Banner(sentence, Tone.OK))
            self.done.emit()

        self.tasks.database(lambda _progress: work(), title=title, done=settle, failed=self.refuse, owner=self)

    def refuse(self, refusal: Refusal) -> None:
        """Say why a step was not done."""
        self.told.emit(Banner(refusal_text(refusal), Tone.ERROR))

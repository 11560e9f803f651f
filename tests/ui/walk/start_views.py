"""The first start step by step, keys before there are any, practice."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from desktop.domain.rounds import Unit
from desktop.services.office import Identity, Mode
from desktop.ui.pages.first_run.window import FirstRun
from desktop.ui.pages.sending.practice_coach import PracticeCoach
from desktop.ui.pages.sending.practice_strip import PracticeStrip
from desktop.ui.shell import Shell
from tests.services.offices import UNIT
from tests.ui.walk.view import View

NEW_FINANCE = Identity(Mode.FINANCE, Unit("STC-MOI", "Sở Tài chính"), "Vũ Thị Thẩm")


def first_steps(window: FirstRun) -> Iterator[View]:
    """The steps after the office's data, each skipped."""
    step = window.office_step

    def at(place: int) -> Callable[[], QWidget]:
        def show() -> QWidget:
            if window.office is None:
                step.code.setText(UNIT.unit.code)
                step.name.setText(UNIT.unit.name)
                step.operator.setText(UNIT.operator)
                step.head.setText(UNIT.head)
                window.next.click()
            window._go(place)
            return window

        return show

    for place, name in enumerate(("office", "keys", "trust", "policy")):
        yield View(f"first-run/{place + 1}-{name}", window, at(place))


def new_trust_views(shell: Shell, mode: Mode) -> Iterator[View]:
    """The page of keys and certificates before there are any."""

    def show() -> QWidget:
        shell.show_page("trust")
        return shell.page

    yield View(f"new-{mode.value}/trust", shell, show)


def practice_views(shell: Shell) -> Iterator[View]:
    """Practice with its coach beside the pages, and its strip above them."""

    def beside(kind: type[QWidget]) -> Callable[[], QWidget]:
        def show() -> QWidget:
            shell.show_page("people")
            return shell.findChild(kind)

        return show

    def home() -> QWidget:
        shell.show_page("home")
        return shell.page

    yield View("practice/home", shell, home)
    yield View("practice/coach", shell, beside(PracticeCoach))
    yield View("practice/strip", shell, beside(PracticeStrip))

"""Pages that are made when somebody goes there: named before as they are then, and never seen on the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Tools, build_shell
from desktop.ui.pages_base import LaterPage, Page
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import Desks
from tests.ui.recording import RecordingMessages


class _Page(Page):
    page_id, title, icon_name = "people", "Đối tượng", "people"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[object] = []
        self.found = ""
        self.dressed = bool(self.window().styleSheet())
        QVBoxLayout(self).addWidget(QLineEdit())

    def refresh(self, changed: object) -> None:
        self.told.append(changed)

    def count(self) -> tuple[int, bool]:
        return 7, False


class _Home(_Page):
    page_id, title, icon_name = "home", "Việc cần làm", "home"


class _Counted:
    def __init__(self) -> None:
        self.people = 3

    def __call__(self) -> tuple[int, bool]:
        return self.people, True


@pytest.fixture
def counted() -> _Counted:
    return _Counted()


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme, counted: _Counted) -> Shell:
    def later(kind: type[_Page], count: Callable[[], tuple[int, bool]]) -> LaterPage:
        return LaterPage(kind.page_id, kind.title, kind.icon_name, kind, count)

    made = Shell("Sở Y tế", [later(_Home, lambda: (0, False)), later(_Page, counted)], theme)
    qtbot.addWidget(made)
    made.show()
    return made


def _said(shell: Shell, page_id: str) -> str:
    return shell._rail.item(page_id).accessibleName()


def test_a_page_is_made_once_when_somebody_goes_there(shell: Shell, qtbot: QtBot) -> None:
    assert shell.findChildren(_Page) == [shell.page]
    made: list[Page] = []
    shell.tell_of_pages(made.append)
    shell.show_page("people")
    shell.show_page("home")
    shell.show_page("people")
    assert made == [shell.need("home"), shell.page]
    assert shell.page_ids == ("home", "people")


def test_a_page_has_the_theme_while_it_is_made(shell: Shell) -> None:
    assert shell.need("home").dressed
    assert shell.need("people").dressed


def test_the_rail_counts_for_a_page_that_is_not_there(shell: Shell, counted: _Counted, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _said(shell, "people") == "Đối tượng, 3, có việc đang chờ")
    counted.people = 4
    shell.refresh()
    qtbot.waitUntil(lambda: _said(shell, "people") == "Đối tượng, 4, có việc đang chờ")
    page = shell.need("people")
    assert _said(shell, "people") == "Đối tượng, 7"
    assert page.told == []


class _Windows(QObject):
    """Notes each window that comes to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("mode", ["unit", "finance"])
def test_a_page_is_as_it_was_named_and_no_part_of_it_is_seen_before_it_is_in_its_place(  # noqa: PLR0917 - fixtures
    mode: str, mended: Desks, theme: Theme, messages: RecordingMessages, tasks: Tasks, qtbot: QtBot, qapp: QApplication
) -> None:
    shell = build_shell(getattr(mended, mode), Tools(theme, messages, tasks))
    qtbot.addWidget(shell)
    with qtbot.waitExposed(shell):
        shell.show()
    windows = _Windows()
    qapp.installEventFilter(windows)
    for page_id in shell.page_ids:
        offered = shell._offered[page_id]
        page = shell.need(page_id)
        shell.show_page(page_id)
        named = (offered.page_id, offered.title, offered.icon_name, offered.at_foot)
        assert (page.page_id, page.title, page.icon_name, page.at_foot) == named
        if page_id != "home":  # which is there from the start
            assert offered.count() == page.count(), page_id
    qapp.removeEventFilter(windows)
    assert windows.seen == []

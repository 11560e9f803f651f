"""How the window was left: its place, the columns of lists, the splitters; kept in the profile folder."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.models.table import RecordTableView
from desktop.ui.pages_base import Page

_WINDOW = "window/geometry"


class Remembered:
    """Keeps only what a person arranged: what nobody touched follows the screen and the content.

    A file that cannot be read or written changes nothing else: the window then opens as it was made.
    """

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        self._moved: set[str] = set()
        """Splitters that somebody moved while this window was open."""

    def take_up(self, window: QWidget) -> bool:
        """Put the window where it was left, and what is on it; False when its own place is not known."""
        for page in window.findChildren(Page):
            self.arrange(page)
        place = self._state(_WINDOW)
        return place is not None and window.restoreGeometry(place)

    def arrange(self, page: Page) -> None:
        """Arrange the page's parts as they were left."""
        for key, table in _tables(page):
            state = self._state(key)
            if state is not None:
                table.restore_layout(bytes(state.data()))
        for key, splitter in _splitters(page):
            state = self._state(key)
            if state is not None:
                splitter.restoreState(state)
            splitter.splitterMoved.connect(partial(self._note, key))

    def keep(self, window: QWidget) -> None:
        """Remember how the window is left."""
        self._settings.setValue(_WINDOW, window.saveGeometry())
        for page in window.findChildren(Page):
            self._keep_page(page)
        self._settings.sync()

    def _keep_page(self, page: Page) -> None:
        for key, table in _tables(page):
            if table.arranged:
                self._settings.setValue(key, QByteArray(table.layout_state()))
        for key, splitter in _splitters(page):
            if key in self._moved:
                self._settings.setValue(key, splitter.saveState())

    def _note(self, key: str, *_where: int) -> None:
        self._moved.add(key)

    def _state(self, key: str) -> QByteArray | None:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else None


def _tables(page: Page) -> Iterator[tuple[str, RecordTableView[Any]]]:
    """Return the lists by page, place and columns: those of another version have another key."""
    for place, table in enumerate(page.findChildren(RecordTableView)):
        yield f"{page.page_id}/{place}-{'-'.join(table.column_keys)}", table


def _splitters(page: Page) -> Iterator[tuple[str, QSplitter]]:
    for place, splitter in enumerate(page.findChildren(QSplitter)):
        yield f"{page.page_id}/splitter-{place}-{splitter.count()}", splitter

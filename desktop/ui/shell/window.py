"""The main window; knows pages, not services."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.pages_base import Banner, Changed, LaterPage, Page
from desktop.ui.shell.banner_bar import BannerBar
from desktop.ui.shell.key_chart import KeyChart
from desktop.ui.shell.page_area import PageArea
from desktop.ui.shell.rail import Rail, RailArea
from desktop.ui.shell.status_strip import StatusStrip
from desktop.ui.shell.title_strip import TitleStrip
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message
from desktop.ui.theme import Theme
from desktop.ui.widgets.mnemonics import KeysOnAlt, settle_keys

_NARROW_LETTERS = 100
"""A window of fewer letters has no room for words on the rail."""


class Shell(QMainWindow):
    """Title strip, rail, pages, banner, status. `title` is the office's name; page ids must differ.

    What one page changes, every page is told; the first page is shown first. Pages that are to be made later are made
    when somebody goes there, or something needs them.
    """

    search_requested = Signal(str)
    round_chosen = Signal(str)
    closing = Signal()
    """The window is still as it was left."""
    page_made = Signal(object)
    """`Page`: it is in its place now."""

    def __init__(
        self,
        title: str,
        pages: Sequence[Page | LaterPage],
        theme: Theme,
        *,
        tasks: Tasks | None = None,
        searchable: bool = True,
    ) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self._tasks = tasks
        self._offered = {page.page_id: page for page in pages}
        self._pages: dict[str, Page] = {}
        """Those that are there."""
        self._been: list[str] = []
        self._places: dict[Page, PageArea] = {}
        self._keys = KeysOnAlt(self)
        self._more_keys: list[tuple[str, str]] = []
        self._undo_keys: tuple[tuple[str, str], ...] = (("Ctrl+Z", self.tr("Hoàn tác việc vừa báo")),)
        self._to_tell: dict[str, Changed | None] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._tell_next)
        self._strip = TitleStrip(title, theme)
        self._strip.search.setVisible(searchable)
        self._searchable = searchable
        self._rail = Rail(pages, theme)
        self._stack = QStackedWidget()
        self._banner = BannerBar(theme)
        self._status = StatusStrip(theme)
        self.setWindowTitle(self.tr("{unit} – Tinh Giản").format(unit=title))
        self._lay_out()
        self._connect()
        self._bind_keys(pages)
        for page in pages:
            if isinstance(page, Page):
                self.need(page.page_id)
            else:
                self._to_tell[page.page_id] = None  # what it counts is looked at when the window is there
        self._shown = self.need(pages[0].page_id)
        self.show_page(pages[0].page_id)
        self._next.start()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._shown

    @property
    def page_ids(self) -> tuple[str, ...]:
        """The pages in the order of the rail."""
        return tuple(self._offered)

    def need(self, page_id: str) -> Page:
        """Return a page, made now if nothing needed it yet. Raises KeyError for an unknown page."""
        if page_id not in self._pages:
            self._take_in(self._offered[page_id])
        return self._pages[page_id]

    def tell_of_pages(self, hear: Callable[[Page], object]) -> None:
        """Tell of each page that is there, and of each that will be."""
        for page in self._pages.values():
            hear(page)
        self.page_made.connect(hear)

    def show_page(self, page_id: str, target: object = None) -> None:
        """Show a page and in it the target, if one is given. Raises KeyError for an unknown page."""
        page = self.need(page_id)
        self._tell(page_id)
        page.catch_up()
        if page is not self.page:
            self.page.leave()
            self._been.append(self.page.page_id)
        self._shown = page
        self._stack.setCurrentWidget(self._places[page])
        self._rail.show_current(page_id)
        self._status.show_text(page.status())
        page.take_focus()
        if target is not None:
            page.arrive(target)
        settle_keys(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look after the keys from now on."""
        super().showEvent(event)
        self._keys.watch()
        settle_keys(self)

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if self._been:
            self.show_page(self._been.pop())
            self._been.pop()

    def set_banner(self, banner: Banner | None) -> None:
        """Show a message over the pages, or none."""
        self._banner.show_banner(banner)

    @property
    def banner_undoes(self) -> bool:
        """Whether a banner is shown that offers to take something back."""
        return self._banner.undoes

    def act_on_banner(self) -> None:
        """Do what the banner offers."""
        self._banner.act()

    def take_undo_commands(self, commands: Sequence[QAction]) -> None:
        """Show undo and redo in the title strip; from now on they have the keys."""
        self._banner.leave_undo_key()
        self._strip.add_commands(commands)
        self.addActions(commands)
        self._undo_keys = (
            ("Ctrl+Z", self.tr("Hoàn tác việc vừa làm")),
            ("Ctrl+Y", self.tr("Làm lại việc vừa hoàn tác")),
        )

    def add_key(self, key: str, meaning: str, act: Callable[[], object]) -> None:
        """Let a key do something on every page; the chart of keys says what."""
        QShortcut(QKeySequence(key), self).activated.connect(act)
        self._more_keys.append((key, meaning))

    def set_unit(self, unit: str) -> None:
        """Show another name of the office."""
        self._strip.set_unit(unit)

    def set_rounds(self, rounds: Sequence[tuple[str, str]], current: str) -> None:
        """Offer the rounds as (id, name); nothing is signalled."""
        self._strip.set_rounds(rounds, current)

    def refresh(self, changed: Changed | None = None) -> None:
        """Tell every page that something changed (None: all of it) and show counts and status anew.

        The page that is shown hears it at once, the others one after the other, while the window lives.
        """
        self.page.refresh(changed)
        self.refresh_others(changed)
        self._update()

    def refresh_others(self, changed: Changed | None = None) -> None:
        """Tell every page but the one that is shown, one after the other, while the window lives."""
        others = (each for each in self._offered if each != self.page.page_id)
        for page_id in others:
            self._to_tell[page_id] = None if page_id in self._to_tell else changed
        self._next.start()

    def _tell_next(self) -> None:
        if self._to_tell:
            self._tell(next(iter(self._to_tell)))
            self._next.start()

    def _tell(self, page_id: str) -> None:
        """Tell a page of what changed; of one that is not there only what it counts is looked at."""
        if page_id in self._to_tell:
            changed = self._to_tell.pop(page_id)
            if page_id in self._pages:
                self._pages[page_id].put_off(changed)
            self._rail.show_count(self._pages.get(page_id, self._offered[page_id]))

    def open_below_search(self, menu: QMenu) -> None:
        """Open what the search found below its field."""
        search = self._strip.search
        menu.popup(search.mapToGlobal(search.rect().bottomLeft()))

    def show_keys(self) -> None:
        """Open the chart of keys."""
        general = (
            ("Ctrl+1 … 9", self.tr("Tới mục thứ nhất … thứ chín bên trái")),
            *([("Ctrl+K", self.tr("Tìm người, số quyết định"))] if self._searchable else []),
            ("Alt+←", self.tr("Về mục vừa xem")),
            *self._undo_keys,
            *self._more_keys,
            ("F1", self.tr("Bảng phím tắt này")),
        )
        own = self.page.keys()
        groups = [(self.tr("Mọi nơi"), general), *([(self.page.title, own)] if own else [])]
        KeyChart(groups, self).open()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the page the room of the rail's words where the window is narrow, as on a small screen at 200 %."""
        super().resizeEvent(event)
        self._rail.fold(folded=self.width() < self._theme.metrics.letter * _NARROW_LETTERS)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Save what is half typed and let slow work end."""
        self.page.leave()
        self.closing.emit()
        if self._tasks:
            self._tasks.finish()
        self._to_tell.clear()  # nobody looks at these pages any more
        self._next.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self._banner)
        right.addWidget(self._stack, 1)
        if self._tasks:
            right.addWidget(self._tasks.strip)
        right.addWidget(self._status)
        below = QHBoxLayout()
        below.addWidget(RailArea(self._rail))
        below.addLayout(right, 1)
        whole = QVBoxLayout()
        whole.addWidget(self._strip)
        whole.addLayout(below, 1)
        for layout in (right, below, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        centre = QWidget()
        centre.setLayout(whole)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_page)
        self._strip.search_requested.connect(self.search_requested)
        self._strip.search_left.connect(self._focus_page)
        self._strip.round_chosen.connect(self.round_chosen)
        self._strip.theme_toggled.connect(self._toggle_theme)
        self._strip.help_requested.connect(self.show_keys)
        if self._tasks:
            self._tasks.cancelled.connect(self._say_cancelled)

    def _bind_keys(self, pages: Sequence[Page | LaterPage]) -> None:
        for place, page in enumerate(pages[:9], start=1):
            QShortcut(QKeySequence(f"Ctrl+{place}"), self).activated.connect(self._rail.item(page.page_id).click)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self._focus_search)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_keys)

    def _take_in(self, offered: Page | LaterPage) -> None:
        area = PageArea(self._stack)
        self._stack.addWidget(area)
        page = offered if isinstance(offered, Page) else offered.make(area.viewport())
        area.hold(page)
        self._pages[page.page_id], self._places[page] = page, area
        self._to_tell.pop(page.page_id, None)
        page.changed.connect(partial(self._hear, page))
        page.updated.connect(self._update)
        page.go.connect(self.show_page)
        page.banner.connect(self.set_banner)
        self._rail.show_count(page)
        self.page_made.emit(page)

    def _hear(self, page: Page, changed: Changed) -> None:
        if changed.shown and page.isVisible():
            self.refresh_others(changed)
            self._update()
        else:
            self.refresh(changed)

    def _update(self) -> None:
        for page in self._pages.values():
            self._rail.show_count(page)
        self._status.show_text(self.page.status())

    def _focus_search(self) -> None:
        if self._searchable:
            self._strip.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._strip.search.selectAll()

    def _focus_page(self) -> None:
        self.page.take_focus()

    def _say_cancelled(self, title: str) -> None:
        self.set_banner(Banner(message("ui.task_cancelled", title=title)))

    def _toggle_theme(self) -> None:
        self._theme.apply(cast("QApplication", QApplication.instance()), not self._theme.dark)

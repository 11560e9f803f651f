"""A paper, page by page. It changes only when the person at the screen changes it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.errors import Refusal
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.full_height import FullHeight
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.page_canvas import PageCanvas
from desktop.ui.widgets.page_places import Mark, in_floats, seen, unturned
from desktop.ui.widgets.page_rendering import Render, RenderedPage, Run

__all__ = ["PagePreview", "Render", "RenderedPage", "Run"]

_MOST_PIXELS_WIDE = 4000
"""A page is not rendered wider than this; 4000 pixels of an A4 page are 480 dpi."""
_ZOOM_STEP = 1.25
_SHARE_OF_VIEW, _NEAREST = 0.45, 2.0
"""So much of the view's width a place takes when one looks at it, if that needs no more zoom than the second."""
_WAIT_BEFORE_RENDERING = 120
"""Milliseconds in which a window being dragged wider settles."""
_LEAST_LINES = 5
"""Less than so many lines of height show nothing of a page."""


class PagePreview(QWidget):
    """Page Up and Page Down turn pages; zoom, turn and place are kept from page to page and from paper to paper."""

    page_changed = Signal(int)
    """The page now shown, from 0."""
    zoomed = Signal(float)
    """The zoom is another now; 1.0 fits the width."""

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._render: Render | None = None
        self._count = self._page = self._asked = self._turns = 0
        self._zoom = 1.0
        self._rendered: RenderedPage | None = None
        self._marks: tuple[Mark, ...] = ()
        self._chosen = ""
        self._looked_for: QRectF | None = None
        self._kept: QRectF | None = None
        self._canvas = PageCanvas()
        self._caption, self._place = QLabel(), QLabel()
        self._buttons: dict[str, QPushButton] = {}
        self._settle = QTimer(self, singleShot=True, interval=_WAIT_BEFORE_RENDERING)
        self._settle.timeout.connect(self._ask)
        self._canvas.resized.connect(self._fit_again)
        self._canvas.zoom_requested.connect(self._zoom_by)
        self._canvas.moved_by_hand.connect(self._stay)
        self._lay_out()
        self.clear()

    def set_source(self, page_count: int, render: Render, caption: str = "", page: int = 0) -> None:
        """Show another paper, at this page; zoom and turn stay."""
        self._count, self._render, self._rendered = page_count, render, None
        self._keep_place()
        self._canvas.show_message("")
        self._page = min(max(page, 0), max(page_count - 1, 0))
        self._looked_for = None
        self._offer_marks()
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        self._canvas.setAccessibleName(caption or self.tr("Trang văn bản"))
        self._ask()

    def clear(self, message: str = "") -> None:
        """Show no paper, and say why."""
        self._count, self._render, self._rendered, self._looked_for = 0, None, None, None
        self._asked += 1
        self.show_marks(())
        self._caption.setVisible(False)
        self._canvas.show_message(message or self.tr("Chưa chọn văn bản nào để xem."))
        self._offer()

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """1.0 fits the width."""
        return self._zoom

    @property
    def canvas(self) -> PageCanvas:
        """The surface on which the page is drawn."""
        return self._canvas

    def show_marks(self, marks: Sequence[Mark], chosen: str = "") -> None:
        """Show these marks, each on its page; the page itself does not move."""
        self._marks, self._chosen = tuple(marks), chosen
        self._offer_marks()

    def look_at(self, mark: Mark) -> None:
        """Turn to the mark's page and come near enough to read what stands there; the one mark stands out."""
        self._chosen = mark.key
        self.go_to(mark.page)
        self._offer_marks()
        self._looked_for = in_floats(mark.place)
        wide = seen(self._looked_for, self._turns).width()
        self.set_zoom(min(max(_SHARE_OF_VIEW / max(wide, 0.01), 1.0), _NEAREST))
        self._ask()

    def begin_mark(self) -> None:
        """Take a new place in hand, to be moved with the arrows and kept with Enter."""
        if self._count and self._canvas.marks.may_draw:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self._canvas.marks.start(unturned(self._canvas.seen_part(), self._turns))

    def go_to(self, page: int) -> None:
        """Turn to this page, from 0; nothing happens beyond the ends."""
        if 0 <= page < self._count and page != self._page:
            self._page, self._looked_for = page, None
            self._offer_marks()
            self._keep_place()
            self._ask()
            self.page_changed.emit(page)

    def set_zoom(self, zoom: float) -> None:
        """Show the page so large; 1.0 fits the width."""
        bounded = min(max(zoom, 0.25), 8.0)
        if bounded == self._zoom:
            return
        self._zoom = bounded
        self._word_fit()
        self._show_rendered()
        self._settle.start()
        self.zoomed.emit(bounded)

    def fit_width(self) -> None:
        """Show the whole width."""
        self.set_zoom(1.0)

    def fit_page(self) -> None:
        """Show the whole page."""
        size, room = self._canvas.shown_size(), self._canvas.viewport().size()
        if not size.isEmpty():
            self.set_zoom(self._zoom * min(room.width() / size.width(), room.height() / size.height()))

    def show_turn(self, *, offered: bool) -> None:
        """Offer to turn the view, or not where the pages themselves are turned."""
        self._buttons["turn"].setVisible(offered)

    def turn(self) -> None:
        """Turn the view a quarter clockwise; the paper itself stays as it is."""
        self._turns = (self._turns + 1) % 4
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn pages, zoom with Ctrl and + - 0."""
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageUp: self._previous,
            Qt.Key.Key_PageDown: self._next,
            Qt.Key.Key_Plus: self._nearer,
            Qt.Key.Key_Minus: self._farther,
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            actions = {
                Qt.Key.Key_Plus: self._nearer,
                Qt.Key.Key_Equal: self._nearer,
                Qt.Key.Key_Minus: self._farther,
                Qt.Key.Key_0: self.fit_width,
                Qt.Key.Key_9: self.fit_page,
            }
        action = actions.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _lay_out(self) -> None:
        buttons = FullHeight()
        bar = FlowRow(self)
        bar.setSpacing(step(self, 1))
        self._add_button(bar, "previous", "‹", self.tr("Trang trước (Page Up)"), self._previous)
        bar.addWidget(self._place)
        self._add_button(bar, "next", "›", self.tr("Trang sau (Page Down)"), self._next)
        self._add_button(bar, "farther", "−", self.tr("Thu nhỏ (Ctrl+−)"), self._farther)
        self._add_button(bar, "nearer", "+", self.tr("Phóng to (Ctrl++)"), self._nearer)
        self._add_button(bar, "fit", self.tr("Vừa ngang"), self.tr("Vừa chiều ngang (Ctrl+0)"), self._fit)
        self._add_button(bar, "turn", self.tr("Xoay"), self.tr("Xoay một góc vuông khi xem"), self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        self._caption.setWordWrap(True)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setMinimumWidth(1)  # names of files have no spaces to break at
        write_as(self._place, Tone.MUTED)
        column.addWidget(self._caption)
        column.addWidget(self._canvas, 1)
        buttons.setLayout(bar)
        self._canvas.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)
        column.addWidget(buttons)
        self.setFocusProxy(self._canvas)

    def _add_button(self, bar: QLayout, name: str, text: str, tip: str, act: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(act)
        self._buttons[name] = button
        bar.addWidget(button)

    def _fit(self) -> None:
        """Show the whole width, and the whole page once the width is shown."""
        if self._zoom == 1.0:
            self.fit_page()
        else:
            self.fit_width()

    def _word_fit(self) -> None:
        whole = self._zoom == 1.0
        text = self.tr("Cả trang") if whole else self.tr("Vừa ngang")
        tip = self.tr("Vừa cả trang (Ctrl+9)") if whole else self.tr("Vừa chiều ngang (Ctrl+0)")
        self._buttons["fit"].setText(text)
        self._buttons["fit"].setToolTip(tip)
        self._buttons["fit"].setAccessibleName(tip)

    def _previous(self) -> None:
        self.go_to(self._page - 1)

    def _next(self) -> None:
        self.go_to(self._page + 1)

    def _nearer(self) -> None:
        self._zoom_by(1)

    def _farther(self) -> None:
        self._zoom_by(-1)

    def _zoom_by(self, notches: int) -> None:
        self.set_zoom(self._zoom * _ZOOM_STEP**notches)

    def _fit_again(self) -> None:
        self._show_rendered()
        self._settle.start()

    def _wide(self) -> int:
        return max(round(self._canvas.fitting_width() * self._zoom), 1)

    def _ask(self) -> None:
        self._offer()
        self._settle.stop()
        if self._render is None or self._count == 0:
            return
        self._asked += 1
        pixels = min(round(self._wide() * self.devicePixelRatioF()), _MOST_PIXELS_WIDE)
        work = partial(self._render, self._page, pixels)
        self._run(work, partial(self._arrived, self._asked), partial(self._failed, self._asked))

    def _arrived(self, asked: int, rendered: RenderedPage) -> None:
        if isValid(self) and asked == self._asked:
            self._rendered = rendered
            self._show_rendered()

    def _failed(self, asked: int, fault: Exception) -> None:
        if isValid(self) and asked == self._asked:
            self._rendered = None
            plain = self.tr("Không hiển thị được trang này. Mở tệp gốc để xem.")
            self._canvas.show_message(refusal_text(fault) if isinstance(fault, Refusal) else plain)

    def _show_rendered(self) -> None:
        found = self._rendered
        if found is None:
            return
        image = QImage(found.rgb, found.width, found.height, found.width * 3, QImage.Format.Format_RGB888)
        self._canvas.show_image(image.copy(), self._wide(), self._turns)
        if self._kept is not None:
            self._canvas.go_to_part(self._kept)
            self._kept = None
        if self._looked_for is not None:
            self._canvas.centre_on(self._looked_for)

    def _offer_marks(self) -> None:
        self._canvas.marks.show_marks([each for each in self._marks if each.page == self._page], self._chosen)

    def _keep_place(self) -> None:
        """Remember which part of the page is looked at: the next page is shown there too."""
        if not self._canvas.image.isNull():
            self._kept = self._canvas.seen_part()

    def _stay(self) -> None:
        """Whoever scrolls has left the place that was looked for."""
        self._looked_for = None

    def _offer(self) -> None:
        shown = self._render is not None and self._count > 0
        self._word_fit()
        self._place.setText(self.tr("Trang {0}/{1}").format(self._page + 1, self._count) if shown else "")
        for button in self._buttons.values():
            button.setEnabled(shown)
        self._buttons["previous"].setEnabled(shown and self._page > 0)
        self._buttons["next"].setEnabled(shown and self._page < self._count - 1)

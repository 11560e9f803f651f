"""A paper page by page: never waits, never shows the wrong page, keeps zoom and turn."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Refusal
from desktop.ui.widgets.page_preview import PagePreview, RenderedPage


class Queue:
    """A runner that works when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[
            tuple[Callable[[], RenderedPage], Callable[[RenderedPage], None], Callable[[Exception], None]]
        ] = []

    def __call__(
        self,
        work: Callable[[], RenderedPage],
        done: Callable[[RenderedPage], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.waiting.append((work, done, failed))

    def work_off(self) -> None:
        while self.waiting:
            work, done, failed = self.waiting.pop(0)
            try:
                rendered = work()
            except Refusal as refusal:
                failed(refusal)
            else:
                done(rendered)


def paint(page: int, width_px: int) -> RenderedPage:
    """Two pages: 2:1 and 1:1, each in a shade of its own."""
    height = width_px // 2 if page == 0 else width_px
    return RenderedPage(width_px, height, bytes([page * 100]) * (width_px * height * 3))


@pytest.fixture
def queue() -> Queue:
    return Queue()


@pytest.fixture
def preview(qtbot: QtBot, queue: Queue) -> PagePreview:
    made = PagePreview(queue)
    qtbot.addWidget(made)
    made.resize(400, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shade(preview: PagePreview) -> int:
    return preview.canvas.image.pixelColor(0, 0).red()


def test_nothing_chosen_is_said(preview: PagePreview, queue: Queue) -> None:
    assert preview.canvas.image.isNull()
    assert queue.waiting == []


def test_showing_a_paper_does_not_wait_for_it(preview: PagePreview, queue: Queue) -> None:
    preview.set_source(2, paint, "Quyết định 1655")
    assert preview.canvas.image.isNull()
    queue.work_off()
    assert preview.canvas.shown_size().width() == preview.canvas.fitting_width() <= preview.canvas.viewport().width()
    assert preview.canvas.accessibleName() == "Quyết định 1655"


def test_a_page_that_would_just_fit_without_a_bar_stands_still(preview: PagePreview, queue: Queue) -> None:
    preview.set_source(2, paint, page=1)
    queue.work_off()
    around = preview.height() - preview.canvas.viewport().height()
    resizes: list[int] = []
    preview.canvas.resized.connect(lambda: resizes.append(preview.canvas.viewport().width()))
    for high in range(380, 404):
        preview.resize(400, high + around)
        resizes.clear()
        for _ in range(20):
            QApplication.sendPostedEvents()
        assert len(resizes) < 5


def test_page_down_and_page_up_turn_pages_and_stop_at_the_ends(
    qtbot: QtBot, preview: PagePreview, queue: Queue
) -> None:
    preview.set_source(2, paint)
    pages: list[int] = []
    preview.page_changed.connect(pages.append)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(preview.canvas, key)
    assert pages == [1, 0]


def test_an_answer_that_comes_late_is_not_shown_under_another_page(preview: PagePreview, queue: Queue) -> None:
    preview.set_source(2, paint)
    preview.go_to(1)
    late, wanted = queue.waiting
    wanted[1](wanted[0]())
    late[1](late[0]())
    assert shade(preview) == 100


def test_another_paper_never_shows_the_page_of_the_last(preview: PagePreview, queue: Queue) -> None:
    preview.set_source(2, paint)
    queue.work_off()
    preview.set_source(1, paint)
    assert preview.canvas.image.isNull()
    preview.clear()
    queue.work_off()
    assert preview.canvas.image.isNull()


def test_zoom_and_turn_are_kept_from_paper_to_paper(qtbot: QtBot, preview: PagePreview, queue: Queue) -> None:
    preview.set_source(2, paint)
    queue.work_off()
    qtbot.keyClick(preview.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    preview.turn()
    preview.set_source(2, paint, page=0)
    queue.work_off()
    assert preview.zoom == pytest.approx(1.25)
    image = preview.canvas.image
    assert image.height() // 2 == image.width()  # the 2:1 page stands upright
    qtbot.keyClick(preview.canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == pytest.approx(1.0)


def test_a_nearer_view_is_rendered_anew(qtbot: QtBot, preview: PagePreview, queue: Queue) -> None:
    preview.set_source(1, paint)
    queue.work_off()
    before = preview.canvas.image.width()
    qtbot.keyClick(preview.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(queue.waiting), timeout=2000)
    queue.work_off()
    assert preview.canvas.image.width() > before


def test_a_page_that_cannot_be_read_is_said(preview: PagePreview, queue: Queue) -> None:
    def refuse(page: int, width_px: int) -> RenderedPage:
        raise Refusal("date.unreadable", value=f"{page}{width_px}")

    preview.set_source(1, paint)
    queue.work_off()
    preview.set_source(1, refuse)
    queue.work_off()
    assert preview.canvas.image.isNull()
    assert preview.canvas.accessibleDescription()


def test_an_answer_after_the_widget_is_gone_is_nothing(queue: Queue) -> None:
    preview = PagePreview(queue)
    preview.set_source(1, paint)
    work, done, _ = queue.waiting[0]
    preview.deleteLater()
    QCoreApplication.sendPostedEvents(preview, QEvent.Type.DeferredDelete.value)
    done(work())


def test_the_place_looked_at_is_kept_on_the_next_page_and_in_the_next_paper(
    qtbot: QtBot, preview: PagePreview, queue: Queue
) -> None:
    preview.set_source(2, paint, page=1)
    queue.work_off()
    preview.set_zoom(4.0)
    queue.work_off()
    down = preview.canvas.verticalScrollBar()
    down.setValue(600)
    seen = preview.canvas.seen_part()
    preview.set_source(2, paint, page=1)
    queue.work_off()
    assert preview.canvas.seen_part().top() == pytest.approx(seen.top(), abs=0.01)
    assert preview.zoom == 4.0


def test_the_whole_page_fits_at_a_key_and_by_the_button_that_fits_the_width_first(
    qtbot: QtBot, preview: PagePreview, queue: Queue
) -> None:
    preview.set_source(2, paint, page=1)
    queue.work_off()
    preview.resize(600, 300)
    qtbot.keyClick(preview.canvas, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    size, room = preview.canvas.shown_size(), preview.canvas.viewport().size()
    assert size.height() <= room.height() + 1
    qtbot.keyClick(preview.canvas, Qt.Key.Key_Plus)
    assert preview.canvas.shown_size().height() > size.height()
    told: list[float] = []
    preview.zoomed.connect(told.append)
    qtbot.mouseClick(preview._buttons["fit"], Qt.MouseButton.LeftButton)
    assert told == [1.0]
    assert preview.canvas.shown_size().width() == preview.canvas.fitting_width() <= preview.canvas.viewport().width()

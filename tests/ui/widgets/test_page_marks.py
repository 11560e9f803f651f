"""Places on a page: drawn and moved with mouse and arrows, the same on the page however the view is turned."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.evidence import GRAIN, Rectangle
from desktop.ui.widgets.page_places import Mark, in_floats, kept, seen, unturned
from desktop.ui.widgets.page_preview import PagePreview
from tests.ui.widgets.test_preview import Queue, paint, queue

__all__ = ["queue"]

NONE = Qt.KeyboardModifier.NoModifier
PLACE = Rectangle(Fraction("0.2"), Fraction("0.4"), Fraction("0.5"), Fraction("0.1"))


@pytest.fixture
def preview(qtbot: QtBot, queue: Queue) -> PagePreview:
    made = PagePreview(queue)
    qtbot.addWidget(made)
    made.resize(500, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.set_source(2, paint)
    queue.work_off()
    made.canvas.marks.allow_drawing(allowed=True)
    return made


def on_screen(preview: PagePreview, x: float, y: float) -> QPoint:
    """Return where a part of the page as seen lies on the viewport."""
    preview.canvas.viewport().repaint()
    box = preview.canvas.marks.box
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height()).toPoint()


def drag(preview: PagePreview, start: tuple[float, float], end: tuple[float, float]) -> None:
    port, left = preview.canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, NONE, on_screen(preview, *start))
    QTest.mouseMove(port, on_screen(preview, *end))
    QTest.mouseRelease(port, left, NONE, on_screen(preview, *end))


def near(place: QRectF, *sides: float) -> bool:
    found = (place.left(), place.top(), place.width(), place.height())
    return all(abs(one - other) < 0.02 for one, other in zip(found, sides, strict=True))


def test_a_place_is_drawn_with_the_mouse(preview: PagePreview) -> None:
    drawn: list[QRectF] = []
    preview.canvas.marks.drawn.connect(drawn.append)
    drag(preview, (0.2, 0.3), (0.7, 0.6))
    assert [near(each, 0.2, 0.3, 0.5, 0.3) for each in drawn] == [True]


def test_a_click_draws_nothing(preview: PagePreview) -> None:
    drawn: list[QRectF] = []
    preview.canvas.marks.drawn.connect(drawn.append)
    drag(preview, (0.2, 0.3), (0.2, 0.3))
    assert drawn == []


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_in_a_turned_view_the_place_is_that_of_the_page(preview: PagePreview, queue: Queue, turns: int) -> None:
    drawn: list[QRectF] = []
    preview.canvas.marks.drawn.connect(drawn.append)
    for _ in range(turns):
        preview.turn()
        queue.work_off()
    wanted = QRectF(0.2, 0.3, 0.5, 0.2)
    there = seen(wanted, turns)
    preview.canvas.bring_into_view(wanted)
    drag(preview, (there.left(), there.top()), (there.right(), there.bottom()))
    assert near(drawn[0], 0.2, 0.3, 0.5, 0.2)


def test_a_mark_is_moved_and_sized_with_the_mouse(preview: PagePreview) -> None:
    moved: list[tuple[str, QRectF]] = []
    preview.canvas.marks.moved.connect(lambda key, place: moved.append((key, place)))
    preview.show_marks([Mark("m", 0, PLACE, "Thời điểm nghỉ")])
    drag(preview, (0.4, 0.45), (0.5, 0.65))
    drag(preview, (0.7, 0.5), (0.8, 0.7))
    assert [key for key, _ in moved] == ["m", "m"]
    assert near(moved[0][1], 0.3, 0.6, 0.5, 0.1)
    assert near(moved[1][1], 0.2, 0.4, 0.6, 0.3)


def test_a_strangers_mark_is_chosen_and_not_moved(preview: PagePreview) -> None:
    chosen: list[str] = []
    moved: list[str] = []
    preview.canvas.marks.chosen.connect(chosen.append)
    preview.canvas.marks.moved.connect(lambda key, _place: moved.append(key))
    preview.show_marks([Mark("m", 0, PLACE, "Trần Thị B – Họ và tên", own=False)])
    drag(preview, (0.4, 0.45), (0.5, 0.65))
    assert (chosen, moved) == (["m"], [])


def test_a_place_is_drawn_with_the_arrows_alone(preview: PagePreview) -> None:
    drawn: list[QRectF] = []
    preview.canvas.marks.drawn.connect(drawn.append)
    preview.begin_mark()
    before = preview.canvas.marks
    assert before.drafting
    for key, modifier in (
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, NONE),
    ):
        QTest.keyClick(preview.canvas, key, modifier)
    assert near(drawn[0], 0.318, 0.495, 0.37, 0.03)
    assert not before.drafting


def test_escape_gives_the_place_up(preview: PagePreview) -> None:
    drawn: list[QRectF] = []
    preview.canvas.marks.drawn.connect(drawn.append)
    preview.begin_mark()
    QTest.keyClick(preview.canvas, Qt.Key.Key_Escape)
    QTest.keyClick(preview.canvas, Qt.Key.Key_Return)
    assert drawn == []


def test_looking_at_a_mark_turns_to_its_page_comes_near_and_stays(preview: PagePreview, queue: Queue) -> None:
    low = Rectangle(Fraction("0.1"), Fraction("0.9"), Fraction("0.2"), Fraction("0.05"))
    mark = Mark("m", 1, low, "Thời điểm nghỉ")
    preview.show_marks([mark])
    assert preview.page == 0
    preview.look_at(mark)
    queue.work_off()
    assert preview.page == 1
    assert preview.zoom > 1
    assert preview.canvas.seen_part().contains(in_floats(low))
    preview.canvas.verticalScrollBar().triggerAction(preview.canvas.verticalScrollBar().SliderAction.SliderToMinimum)
    preview.fit_width()
    queue.work_off()
    assert preview.canvas.verticalScrollBar().value() == 0


@given(st.tuples(*(st.floats(-2, 2) for _ in range(4))))
def test_whatever_is_drawn_is_kept_inside_the_page_and_has_a_size(sides: tuple[float, float, float, float]) -> None:
    place = kept(QRectF(*sides))
    assert place.left + place.width <= 1
    assert place.top + place.height <= 1
    assert GRAIN % place.width.denominator == 0


@given(st.integers(0, 3))
def test_turning_there_and_back_is_nothing(turns: int) -> None:
    assert near(unturned(seen(in_floats(PLACE), turns), turns), 0.2, 0.4, 0.5, 0.1)

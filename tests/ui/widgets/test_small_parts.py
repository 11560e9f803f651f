"""Pills, sections, drop zones, and that everything is drawn in both themes with colours that can be read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme, contrast
from desktop.ui.widgets.drop_zone import DropZone
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.looks import Tone, colour, tint
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.pill import Pill
from tests.ui import gallery


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("page", gallery.PAGES)
def test_every_widget_is_drawn_in_both_themes(qtbot: QtBot, qapp: QApplication, page: str, dark: bool) -> None:
    theme = Theme()
    theme.apply(qapp, dark)
    shown = gallery.PAGES[page]()
    theme.dress(shown)
    qtbot.addWidget(shown)
    shown.resize(gallery.WIDTH, gallery.HEIGHT)
    with qtbot.waitExposed(shown):
        shown.show()
    assert shown.width() == gallery.WIDTH  # nothing forces the window wider than a clerk's screen
    assert shown.height() == gallery.HEIGHT
    drawn = shown.grab().toImage()
    colours = {drawn.pixel(across, 40) for across in range(0, drawn.width(), 2)}
    assert len(colours) > 1


def test_a_change_of_theme_reaches_what_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme()
    theme.apply(qapp, dark=False)
    shown = gallery.form_page()
    theme.dress(shown)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    light = shown.grab().toImage()
    theme.apply(qapp, dark=True)
    assert shown.grab().toImage() != light
    theme.apply(qapp, dark=False)
    assert shown.grab().toImage() == light


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tone", Tone)
def test_text_can_be_read_on_its_ground(qapp: QApplication, tone: Tone, dark: bool) -> None:
    Theme().apply(qapp, dark)
    palette = qapp.palette()
    written, ground = colour(tone, palette), QImage(1, 1, QImage.Format.Format_RGB32)
    ground.fill(palette.color(QPalette.ColorRole.Window))
    over = tint(tone, palette)
    back = ground.pixelColor(0, 0)
    mixed = [
        round(o * over.alphaF() + b * (1 - over.alphaF()))
        for o, b in zip(over.getRgb()[:3], back.getRgb()[:3], strict=True)
    ]
    assert contrast(written.name(), "#{:02X}{:02X}{:02X}".format(*mixed)) >= 4.5


def test_marks_differ_without_colour(qapp: QApplication) -> None:
    shapes = set()
    for tone in (Tone.ERROR, Tone.WARNING, Tone.OK, Tone.INFO):
        image = mark_icon(tone, qapp.palette()).pixmap(32).toImage().convertToFormat(QImage.Format.Format_Alpha8)
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == 4


def test_a_pill_says_its_state_and_makes_room_for_it(qtbot: QtBot) -> None:
    pill = Pill(Tone.MUTED, "Nháp")
    qtbot.addWidget(pill)
    narrow = pill.sizeHint().width()
    pill.show_state(Tone.ERROR, "Còn thiếu 2")
    assert pill.accessibleName() == pill.text() == "Còn thiếu 2"
    assert pill.sizeHint().width() > narrow


def test_fields_fill_a_section_row_by_row(qtbot: QtBot) -> None:
    section = FormSection("Người nghỉ", columns=2)
    qtbot.addWidget(section)
    fields = [QLineEdit() for _ in range(4)]
    for field, span in zip(fields, (1, 2, 1, 1), strict=True):
        section.add(field, span=span)
    grid = section.findChildren(QGridLayout)[0]
    places = [grid.getItemPosition(grid.indexOf(field)) for field in fields]
    assert places == [(0, 0, 1, 1), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1)]


def test_dropped_files_are_taken_by_kind(qtbot: QtBot, tmp_path: Path) -> None:
    zone = DropZone((".pdf", ".jpg"))
    qtbot.addWidget(zone)
    files = [tmp_path / "QD_1655.PDF", tmp_path / "ghi chú.docx", tmp_path / "anh.jpg"]
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    told: list[list[Path]] = []
    zone.files_dropped.connect(told.append)
    zone.files_refused.connect(told.append)
    zone.dropEvent(event)
    assert told == [[files[0], files[2]], [files[1]]]


def test_files_can_be_chosen_by_keyboard(qtbot: QtBot) -> None:
    zone = DropZone((".pdf",))
    qtbot.addWidget(zone)
    with qtbot.waitSignal(zone.choose_requested):
        qtbot.keyClick(zone.button, Qt.Key.Key_Space)

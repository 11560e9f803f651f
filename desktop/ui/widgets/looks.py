"""Colours by meaning and distances by font. A colour never stands alone: a mark and a word go with it."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QWidget


class Tone(StrEnum):
    """What a piece of the screen says before it is read."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    ERROR = "error"
    WARNING = "warning"
    OK = "ok"
    INFO = "info"


_LIGHT = {
    Tone.MUTED: "#5B6470",
    Tone.ACCENT: "#0B5CAD",
    Tone.ERROR: "#B3261E",
    Tone.WARNING: "#8A5A00",
    Tone.OK: "#1E6B3A",
    Tone.INFO: "#0B5CAD",
}
_DARK = {
    Tone.MUTED: "#A9B1BC",
    Tone.ACCENT: "#6FB1F5",
    Tone.ERROR: "#F2B8B5",
    Tone.WARNING: "#F5C76B",
    Tone.OK: "#8AD6A4",
    Tone.INFO: "#9CC9F7",
}


def is_dark(palette: QPalette) -> bool:
    """Tell whether the palette writes light on dark."""
    return (
        palette.color(QPalette.ColorRole.Window).lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()
    )


def colour(tone: Tone, palette: QPalette) -> QColor:
    """Return the colour in which this tone is written on the palette's surface."""
    if tone is Tone.PLAIN:
        return palette.color(QPalette.ColorRole.WindowText)
    return QColor((_DARK if is_dark(palette) else _LIGHT)[tone])


def line_colour(palette: QPalette) -> QColor:
    """Return the colour of frames and rules: the text's, thinned."""
    thinned = palette.color(QPalette.ColorRole.WindowText)
    thinned.setAlphaF(0.22)
    return thinned


def tint(tone: Tone, palette: QPalette) -> QColor:
    """Return the tone thinned enough that text on it stays readable."""
    thinned = colour(tone, palette)
    thinned.setAlphaF(0.14 if is_dark(palette) else 0.08)
    return thinned


def tone_word(tone: Tone) -> str:
    """Return the word that goes with the mark of this tone, "" where none is needed."""
    words = {
        Tone.ERROR: QCoreApplication.translate("Tone", "Lỗi"),
        Tone.WARNING: QCoreApplication.translate("Tone", "Cảnh báo"),
        Tone.OK: QCoreApplication.translate("Tone", "Đạt"),
        Tone.INFO: QCoreApplication.translate("Tone", "Lưu ý"),
    }
    return words.get(tone, "")


def step(widget: QWidget, quarters: int = 2) -> int:
    """Return a distance: `quarters` of a quarter of the line height (1, 2, 3, 4, 6 as in 4-8-12-16-24)."""
    return round(widget.fontMetrics().height() * quarters / 4)


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of a table row: 1.8 times the font's."""
    return round(metrics.height() * 1.8)


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return the font `factor` times as large, in one of the two weights."""
    changed = QFont(font)
    if font.pointSizeF() > 0:
        changed.setPointSizeF(font.pointSizeF() * factor)
    else:
        changed.setPixelSize(round(font.pixelSize() * factor))
    changed.setBold(bold)
    return changed


def paint_text(widget: QWidget, tone: Tone, surroundings: QPalette) -> None:
    """Write the widget's text in this tone."""
    painted = QPalette(surroundings)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        painted.setColor(role, colour(tone, surroundings))
    widget.setPalette(painted)

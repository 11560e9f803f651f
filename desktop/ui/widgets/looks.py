"""Colours by meaning and distances by font. A colour never stands alone: a mark and a word go with it."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Tokens, load_tokens


class Tone(StrEnum):
    """What a piece of the screen says before it is read; the stylesheet's `role` of a label."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    ERROR = "error"
    WARNING = "warning"
    OK = "ok"
    INFO = "info"


class Size(StrEnum):
    """How large a label is written; the stylesheet's `scale`."""

    NORMAL = "normal"
    HEADING = "heading"
    DISPLAY = "display"


def tokens_of(palette: QPalette) -> Tokens:
    """Return the tokens of the theme that this palette belongs to."""
    surface, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    return load_tokens(dark=surface.lightness() < text.lightness())


def colour(tone: Tone, palette: QPalette) -> QColor:
    """Return the colour in which this tone is written on the palette's surface."""
    tokens = tokens_of(palette)
    return QColor(tokens.text if tone is Tone.PLAIN else getattr(tokens, tone.value))


def tint(tone: Tone, palette: QPalette) -> QColor:
    """Return the tone thinned enough that text on it stays readable."""
    thinned = colour(tone, palette)
    thinned.setAlphaF(0.14 if tokens_of(palette).dark else 0.10)
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


def write_as(label: QWidget, tone: Tone, size: Size = Size.NORMAL) -> None:
    """Have the label written in this tone and size, now and after a change of theme."""
    label.setProperty("role", tone.value)
    set_state(label, "scale", size.value)


def set_state(widget: QWidget, name: str, value: str | bool) -> None:  # noqa: FBT001 - a property's value
    """Set a property that the stylesheet looks at, and have the widget drawn by it."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)

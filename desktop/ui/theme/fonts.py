"""The screen font ships with the program, so that every letter of the language is there on every machine."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop.system.resources import resource

_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf")


@cache
def _family() -> str:
    """Load the fonts and return their family, "" when none could be loaded."""
    loaded = [QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FILES]
    families = QFontDatabase.applicationFontFamilies(loaded[0])
    return families[0] if families else ""


def screen_font(point: int) -> QFont:
    """Return the font of the window in `point` points; the system scales it. Needs a QGuiApplication."""
    family = _family()
    font = QFont(family) if family else QFont()
    font.setPointSize(point)
    return font

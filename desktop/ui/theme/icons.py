"""Icons: own line drawings in resources/icons, drawn in black and tinted by the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.system.resources import resource
from desktop.ui.theme.tokens import Tokens

ICON_NAMES = frozenset(path.stem for path in resource("icons").glob("*.svg"))
_SIDES = (16, 20, 24, 32, 48, 64)
_DRAWN_IN = "#000000"


@lru_cache(maxsize=256)
def icon(name: str, tokens: Tokens, colour: str = "") -> QIcon:
    """Return an icon in `colour` ("#RRGGBB"), the theme's text colour when not given; greyed when disabled.

    Raises FileNotFoundError for a name that is not in `ICON_NAMES`. Needs a QGuiApplication.
    """
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for side in _SIDES:
        made.addPixmap(_drawn(drawing, colour or tokens.text, side), QIcon.Mode.Normal)
        made.addPixmap(_drawn(drawing, tokens.muted, side), QIcon.Mode.Disabled)
    return made


def _drawn(drawing: str, colour: str, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.replace(_DRAWN_IN, colour).encode())).render(painter)
    painter.end()
    return pixmap

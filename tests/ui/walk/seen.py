"""What the pixels of a window say: whether words stand out from their ground, and where the keyboard is."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.ui.theme import Tokens, contrast
from tests.ui.walk.faults import inputs_of, told

Kinds = set[tuple[object, ...]]
"""Kinds of widgets that were looked at: one of each is enough."""
LEAST = 4.5


def faint(window: QWidget, root: QWidget, looked_at: Kinds) -> Iterator[str]:
    """Yield words whose darkest or lightest pixel has less contrast to their ground than they should."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text() or not _whole(widget, root):
            continue
        kind = (type(widget), *(str(widget.property(each)) for each in ("role", "scale", "next", "quiet")))
        if (*kind, widget.isEnabled()) in looked_at:
            continue
        looked_at.add((*kind, widget.isEnabled()))
        colours = _colours(window, _place(widget, window))
        (ground, _), *others = colours.most_common()
        best = max((contrast(_name(each), _name(ground)) for each, _ in others), default=0.0)
        if best < LEAST:
            yield f"{told(widget)}: {best:.1f} on {_name(ground)}"


def unringed(window: QWidget, root: QWidget, tokens: Tokens, looked_at: Kinds) -> Iterator[str]:
    """Yield inputs that, focused, show no ring of the accent, nor one of the text around what has the accent."""
    rings = {int(each.removeprefix("#"), 16) for each in (tokens.accent, tokens.text)}
    for widget in inputs_of(root):
        kind = (type(widget), str(widget.property("next")), str(widget.property("quiet")))
        if kind in looked_at or not _whole(widget, root):
            continue
        looked_at.add(kind)
        window.setFocus()
        before = _colours(window, _place(widget, window))
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = _colours(window, _place(widget, window))
        drawn = sum(after[each] - before[each] for each in rings)
        if drawn < min(widget.width(), widget.height()):
            yield f"{told(widget)}: {drawn} pixels of a ring"


def _whole(widget: QWidget, root: QWidget) -> bool:
    """Whether all of it is seen: no part scrolled away."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect() and root.isAncestorOf(widget)


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _colours(window: QWidget, place: QRect) -> Counter[int]:
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return Counter(each & 0xFFFFFF for each in memoryview(image.constBits()).cast("I"))


def _name(colour: int) -> str:
    return f"#{colour:06X}"

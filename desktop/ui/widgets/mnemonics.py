"""Alt keys that never clash: what is on the screen has each key once, whatever the language and whatever is open.

Texts say which letter they would like. Who comes later on the page and finds it taken, or wants a letter that no
keyboard has with Alt, gets another of its own letters, or none: Tab still leads there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QTabBar, QWidget


@dataclass(frozen=True, slots=True)
class _Holder:
    """Something that shows a text with a key; `place` is where one reads it."""

    place: tuple[int, int]
    text: str
    put: Callable[[str], None]


class KeysOnAlt(QObject):
    """Settles the keys of a window at the moment that Alt goes down: before any of them can be used."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def watch(self) -> None:
        """Begin when the window has been shown once."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Settle the keys; the event goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Alt:
            settle_keys(self._window)
        return super().eventFilter(watched, event)


def settle_keys(window: QWidget) -> None:
    """Give each text that is seen in the window a key of its own."""
    taken: set[str] = set()
    waiting: list[_Holder] = []
    for holder in sorted(_holders(window), key=lambda each: each.place):
        wanted = key_of(holder.text)
        if _typable(wanted) and wanted not in taken:
            taken.add(wanted)
        else:
            waiting.append(holder)
    for holder in waiting:
        settled, key = _settled(holder.text, taken)
        taken.add(key)
        holder.put(settled)


def key_of(text: str) -> str:
    """Return the letter that a text has as its key, small, "" for none."""
    bare = text.replace("&&", "")
    at = bare.find("&")
    return bare[at + 1].casefold() if 0 <= at < len(bare) - 1 else ""


def _settled(text: str, taken: set[str]) -> tuple[str, str]:
    plain = text.replace("&&", "\0").replace("&", "")
    starts = [at for at in range(len(plain)) if at == 0 or not plain[at - 1].isalnum()]
    for at in (*starts, *range(len(plain))):
        key = plain[at].casefold()
        if _typable(key) and key not in taken:
            return _doubled(plain[:at]) + "&" + _doubled(plain[at:]), key
    return _doubled(plain), ""


def _doubled(text: str) -> str:
    return text.replace("\0", "&&")


def _typable(key: str) -> bool:
    return len(key) == 1 and key.isascii() and key.isalnum()


def _holders(window: QWidget) -> Iterator[_Holder]:
    for widget in _seen_in(window):
        texts = tuple((text, put) for text, put in _texts_of(widget) if key_of(text))
        if texts:
            corner = widget.mapTo(window, QPoint(0, 0))
            yield from (_Holder((corner.y(), corner.x()), text, put) for text, put in texts)


def _seen_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield what is seen of a window; most of it lies in rooms that are hidden, and dialogs have keys of their own."""
    for each in widget.children():
        if isinstance(each, QWidget) and each.isVisible() and not each.isWindow():
            yield each
            yield from _seen_in(each)


def _texts_of(widget: QWidget) -> Iterator[tuple[str, Callable[[str], None]]]:
    """Yield each text of the widget that may hold a key, and what puts another one there."""
    if isinstance(widget, QTabBar):
        yield from ((widget.tabText(tab), _tab_setter(widget, tab)) for tab in range(widget.count()))
    elif isinstance(widget, QGroupBox):
        yield widget.title(), widget.setTitle
    elif _has_key(widget):
        yield widget.text(), widget.setText


def _has_key(widget: QWidget) -> TypeGuard[QAbstractButton | QLabel]:
    return isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None)


def _tab_setter(bar: QTabBar, tab: int) -> Callable[[str], None]:
    return lambda text: bar.setTabText(tab, text)

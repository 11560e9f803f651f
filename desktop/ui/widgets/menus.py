"""Items of menus that a page keeps."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def menu_item(menu: QMenu, text: str, act: Callable[[], object] | None = None) -> QAction:
    """Add an item and return it, to be kept.

    Made here, not by `QMenu.addAction(text)`: of objects that Qt makes itself PySide6 6.12 takes some for deleted when
    an earlier one at the same address was, and the page that holds them fails.
    """
    item = QAction(text, menu)
    if act is not None:
        item.triggered.connect(lambda _checked=False: act())
    menu.addAction(item)
    return item

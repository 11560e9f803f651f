"""An entry of a menu that lives as long as the menu."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def owned_action(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    """Add an entry whose owner is the menu: PySide lets go of one that `addAction(text, slot)` made, in time."""
    action = QAction(text, menu)
    action.triggered.connect(act)
    menu.addAction(action)
    return action

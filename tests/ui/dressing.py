"""What is shown without the program's window gets the theme as a window of its own."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme import Theme

W = TypeVar("W", bound=QWidget)


def dressed(widget: W) -> W:
    """Give it the light theme and return it."""
    application, theme = QApplication.instance(), Theme()
    assert isinstance(application, QApplication)
    theme.apply(application, dark=False)
    theme.dress(widget)
    return widget

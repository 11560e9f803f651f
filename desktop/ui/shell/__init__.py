"""The main window: where am I, the way through the work, one page at a time."""

from desktop.ui.shell.window import Shell

__all__ = ["Shell"]

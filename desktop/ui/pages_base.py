"""What the shell knows of a page, and nothing more."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Banner:
    """A line over the page; `action` names the button, which the page answers in `banner_action`."""

    text: str
    action: str = ""
    bad: bool = False


class Page(QWidget):
    """One place of the rail. `refresh` reads anew what the page shows; it is called when the page comes to the front."""

    page_id: ClassVar[str]
    title: ClassVar[str]
    icon_name: ClassVar[str]

    changed = Signal()
    """Something was changed in the store: counts, status and other pages are to be read anew."""
    go = Signal(str, object)
    """Show another page, with what it should show (a dossier id, a (dossier id, field) pair, None)."""
    banner = Signal(object)
    """A `Banner` to show, None to take it away."""

    def refresh(self) -> None:
        """Read anew what is shown."""

    def show_target(self, target: object) -> None:
        """Show what another page asked for."""

    def count(self) -> tuple[int, bool]:
        """Return the number beside the page's name in the rail, and whether something waits there."""
        return 0, False

    def status(self) -> str:
        """Return the line at the foot of the window."""
        return ""

    def banner_action(self) -> None:
        """Do what the button of the banner offers."""

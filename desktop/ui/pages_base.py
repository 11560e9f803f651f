"""What the shell knows of a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.entry.typed_parts import HalfTyped
from desktop.ui.widgets.looks import Tone


@dataclass(frozen=True, slots=True)
class Changed:
    """What an act changed: ids of dossiers, approvals, submissions; none named means that anything may have."""

    ids: frozenset[str] = field(default_factory=frozenset)
    shown: bool = False
    """Whether the page that says so shows it already, where it is seen."""

    def touches(self, record_id: str) -> bool:
        """Whether the record with this id may have changed."""
        return not self.ids or record_id in self.ids


@dataclass(frozen=True, slots=True)
class Banner:
    """A message over the page, with at most one thing to do ("&Hoàn tác"); `undo` also gives it Ctrl+Z."""

    text: str
    tone: Tone = Tone.INFO
    action: str = ""
    act: Callable[[], None] | None = None
    undo: bool = False


class Page(QWidget):
    """A page of the window. It gets its services by constructor and speaks to the shell by signals."""

    page_id = ""
    title = ""
    """The word on the rail."""
    icon_name = ""
    at_foot = False
    """Whether the page stands at the foot of the rail."""

    changed = Signal(object)
    """`Changed`: an act on this page changed what other pages show."""
    updated = Signal()
    """Count or status are other than before; nothing else changed."""
    go = Signal(str, object)
    """Page id and target: leads to a record, a field, or with None just to the page."""
    banner = Signal(object)
    """`Banner`, or None to take the banner away."""
    typing_moved = Signal()
    """What is half typed is about to leave its form, or another record was put into it."""

    def banner_at_start(self) -> Banner | None:
        """Return what the window asks when it opens. Nothing by default."""
        return None

    def take_focus(self) -> None:
        """Take the keyboard when the page is shown: where the work is, so that no Tab is needed to get there."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changed: Changed | None) -> None:
        """Read again; None on the first showing and when the round was changed. Nothing to do by default."""

    def put_off(self, changed: Changed | None) -> None:
        """Hear of a change while another page is shown: count anew, and show it when the page is shown.

        A page whose filling is felt with thousands of people keeps it for `catch_up`; by default it is filled at once.
        """
        self.refresh(changed)

    def catch_up(self) -> None:
        """Show what was put off: the page is about to be shown. Nothing to do by default."""

    def unfolded_width(self) -> int:
        """Return how wide it is at least with everything beside each other, folded or not; 0 for what cannot fold."""
        return 0

    def fold(self, *, narrow: bool) -> None:
        """Put what stands beside each other below each other, or back. Nothing to do by default."""

    def arrive(self, target: object) -> None:
        """Show the target that another page or the search led to. Nothing to do by default."""

    def leave(self) -> None:
        """Save what is half typed: another page comes or the window closes. Nothing to do by default."""

    def typing(self) -> Sequence[HalfTyped]:
        """Return what stands half typed in the forms of the page, one for each form, without parts where all is read.

        What this returns is in the store within seconds, see `services.entry.drafts`. Nothing by default.
        """
        return ()

    def take_up(self, typed: HalfTyped) -> Sequence[str]:  # noqa: ARG002 - a page without forms has nothing to fill
        """Put what was half typed back into its form; return the fields that keep something newer.

        Called only for forms of this page's `typing`, after `arrive` at its record.
        """
        return ()

    def count(self) -> tuple[int, bool]:
        """Return how many there are (0 is not shown) and whether something waits here."""
        return 0, False

    def status(self) -> str:
        """Return the line at the foot of the window."""
        return ""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the page's own keys for the key chart: ("F8", "Tới lỗi tiếp theo")."""
        return ()


@dataclass(frozen=True, slots=True)
class LaterPage:
    """A page that is made when somebody first goes there, with what the rail shows of it until then."""

    page_id: str
    title: str
    icon_name: str
    make: Callable[[QWidget], Page]
    """Makes the page in its place in the window, where it has the theme: what measures on the way measures right."""
    count: Callable[[], tuple[int, bool]]
    at_foot: bool = False

"""What the pages are framed with: a heading with its buttons, a row of buttons, a panel."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets.looks import Size, Tone, step, write_as


def button(text: str, *, next_step: bool = False, quiet: bool = False) -> QPushButton:
    """Return a button that Enter presses too; the next step alone has the accent colour."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.setProperty("next", "true" if next_step else "false")
    made.setProperty("quiet", "true" if quiet else "false")
    made.setAccessibleName(text.replace("&", ""))
    return made


def heading(text: str = "") -> QLabel:
    """Return a heading."""
    made = plain_label(text)
    made.setWordWrap(False)
    write_as(made, Tone.PLAIN, Size.HEADING)
    return made


def quiet_label(text: str = "") -> QLabel:
    """Return words in the quiet colour, which wrap."""
    made = plain_label(text)
    write_as(made, Tone.MUTED)
    return made


def plain_label(text: str = "") -> QLabel:
    """Return words that wrap and are never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


def label_for(widget: QWidget, text: str) -> QLabel:
    """Return the visible name of a field, in one line; its Alt key leads into the field."""
    made = QLabel(text)
    made.setBuddy(widget)
    return made


def tell_whole(box: QComboBox) -> None:
    """Let a choice that may be too long for its place say all of it when pointed at."""
    box.setProperty("tells_whole", True)  # noqa: FBT003 - a property of Qt
    box.installEventFilter(_WholeText(box))


def narrow_tabs(tabs: QTabWidget) -> None:
    """Let tabs grow shorter in a narrow window in place of going behind arrows; each tells its whole word."""
    tabs.setUsesScrollButtons(False)
    tabs.setElideMode(Qt.TextElideMode.ElideRight)
    for place in range(tabs.count()):
        tabs.setTabToolTip(place, tabs.tabText(place).replace("&", ""))


class _WholeText(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show all of what is chosen in the place of the usual tip."""
        if isinstance(watched, QComboBox) and isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lines = [watched.currentText(), watched.toolTip()]
            QToolTip.showText(event.globalPos(), "\n".join(each for each in lines if each), watched)
            return True
        return super().eventFilter(watched, event)


def lead_with(root: QWidget, first: QWidget) -> None:
    """Let Tab come to this part of a page before all others: the chain follows how the parts were made."""
    parts = [each for each in _chain(root) if root.isAncestorOf(each) and each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    for part in parts:
        if part is not first:
            QWidget.setTabOrder(first, part)
            first = part


def in_order(page: QWidget, *parts: QWidget) -> None:
    """Let Tab go through these parts of a page one after the other, however they were made."""
    chain = [each for each in _chain(page) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    stops = [each for part in parts for each in chain if part.isAncestorOf(each)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def within_margins(page: QWidget, width: int) -> int:
    """Return how wide a page is whose content is so wide."""
    layout = page.layout()
    margins = layout.contentsMargins() if layout is not None else QMargins()
    return width + margins.left() + margins.right()


def come_before(part: QWidget, late: Sequence[QWidget]) -> None:
    """Let Tab come to what was made late before it comes to this part, not at the end of the window."""
    before = _focusable_before(part)
    for each in late:
        QWidget.setTabOrder(before, each)
        before = each


def _focusable_before(part: QWidget) -> QWidget:
    before = part.previousInFocusChain() or part
    while before is not part and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain() or part
    return before


def _chain(root: QWidget) -> list[QWidget]:
    """Return the widgets of a window in the order of Tab, from this one on."""
    found = [root]
    while (after := found[-1].nextInFocusChain()) is not None and after is not root:
        found.append(after)
    return found


def passphrase_edit() -> QLineEdit:
    """Return a field whose content is not shown."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
    return made


def row_of(owner: QWidget, *widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Return the widgets side by side, from the left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(step(owner, 2))
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row


def scrolled(content: QWidget) -> QScrollArea:
    """Return the content in an area that scrolls where the window is low; Tab passes the area by."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget that came to be just now, once it has its place."""
    areas = [each for each in _ancestors(widget) if isinstance(each, QScrollArea)]
    if areas:
        QTimer.singleShot(0, widget, lambda: areas[0].ensureWidgetVisible(widget))


def _ancestors(widget: QWidget) -> list[QWidget]:
    found, above = [], widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


def page_column(page: QWidget) -> QVBoxLayout:
    """Give the page its one column."""
    column = QVBoxLayout(page)
    margin = step(page, 3)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(step(page, 2))
    return column


def set_next_step(chosen: QPushButton, *, next_step: bool) -> None:
    """Give the button the accent of the next step, or take it away."""
    chosen.setProperty("next", "true" if next_step else "false")
    chosen.style().unpolish(chosen)
    chosen.style().polish(chosen)


class Panel(QFrame):
    """A raised frame with one column."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        margin = step(self, 3)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(step(self, 2))

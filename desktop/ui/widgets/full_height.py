"""What wraps and is never squeezed, whatever holds it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.widgets.flow_row import FlowRow


class FullHeight(QFrame):
    """Asks for the height that its content takes in its width: what holds it would let it be squeezed otherwise.

    Splitters, stacks and tabs tell of the height of their content in any width only.
    """

    def event(self, event: QEvent) -> bool:
        """Follow the width and the content."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
        return handled


def flowing(owner: QWidget, *widgets: QWidget, trailing: bool = False) -> FullHeight:
    """Return the widgets side by side, in as many lines as it takes."""
    made = FullHeight()
    made.setLayout(FlowRow(owner, *widgets, trailing=trailing))
    return made

"""The strip at the foot: saved, progress, totals."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.shell.elided_label import ElidedLabel
from desktop.ui.theme import Theme


class StatusStrip(QFrame):
    """One quiet line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_strip")
        self._text = ElidedLabel()
        self._text.setProperty("role", "muted")
        metrics = theme.metrics
        layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.medium, metrics.tiny, metrics.medium, metrics.tiny)
        layout.addWidget(self._text)

    def show_text(self, text: str) -> None:
        """Show this line."""
        self._text.setText(text)

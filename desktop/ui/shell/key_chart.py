"""The chart of keys: everything can be done without a mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)


class KeyChart(QDialog):
    """Groups of (heading, ((key, what it does), ...))."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Phím tắt"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        chart = QWidget()
        chart.setLayout(self._chart(groups))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(chart)
        area.setAccessibleName(self.windowTitle())
        layout.addWidget(area)
        layout.addWidget(self._buttons())
        self._fit(chart)

    def _fit(self, chart: QWidget) -> None:
        """Be as large as the chart, within the window."""
        bar, line = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent), self.fontMetrics().height()
        wanted = chart.sizeHint() + QSize(2 * (bar + line), line * 5)
        above = self.parentWidget()
        self.resize(wanted.boundedTo(above.window().size()) if above else wanted)

    def _chart(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> QGridLayout:
        grid = QGridLayout()
        line = self.fontMetrics().height()
        grid.setHorizontalSpacing(line)
        grid.setColumnMinimumWidth(1, line * 18)
        for heading, keys in groups:
            grid.addWidget(_label(heading, "heading"), grid.rowCount(), 0, 1, 2)
            for key, meaning in keys:
                row = grid.rowCount()
                grid.addWidget(_label(key, "muted"), row, 0)
                grid.addWidget(_label(meaning), row, 1)
        return grid

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        return buttons


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label

"""Ticks in tables, drawn so that an empty box is seen in the dark too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.widgets.looks import tokens_of

Index = QModelIndex | QPersistentModelIndex
_CHECK = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator


class TickDelegate(QStyledItemDelegate):
    """Draws the box where the style expects it, so that a click on it counts."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and the box if it has one."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        style = drawn.widget.style() if drawn.widget is not None else QApplication.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, drawn, drawn.widget)
        ticked = drawn.checkState == Qt.CheckState.Checked
        has_box = bool(drawn.features & _CHECK)
        drawn.features &= ~_CHECK
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        if has_box:
            self._draw_box(painter, QRectF(box), drawn, ticked=ticked)

    def _draw_box(self, painter: QPainter, box: QRectF, drawn: QStyleOptionViewItem, *, ticked: bool) -> None:
        tokens = tokens_of(drawn.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if ticked:
            painter.setPen(QPen(QColor(tokens.text), 2))
            at = [(0.22, 0.52), (0.42, 0.74), (0.8, 0.28)]
            painter.drawPolyline(QPolygonF([_inside(box, *place) for place in at]))
        painter.restore()


def _inside(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)

"""Every text that a window shows, wherever Qt keeps it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def seen_texts(
    window: QWidget, passed_over: Callable[[QWidget], bool] = lambda _widget: False
) -> Iterator[tuple[str, str]]:
    """Yield where a text stands and the text itself, for the window and all that is in it but what is passed over."""
    for widget in (window, *window.findChildren(QWidget)):
        if passed_over(widget):
            continue
        where = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"
        for text in _of(widget):
            yield where, text
    for action in window.findChildren(QAction):
        yield "QAction", action.text()
        yield "QAction", action.toolTip()


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield from (widget.tabText(place), widget.tabToolTip(place))
    elif isinstance(widget, QComboBox | QTableView | QListView | QTreeView) and widget.model():
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
        for column in range(columns):
            index = model.index(row, column, above)
            yield from (text for role in _ROLES if isinstance(text := model.data(index, role), str))
            if column == 0:
                yield from _cells(model, index)

"""What can be done with a table's rows and columns: one menu for the mouse and the keyboard."""

from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView


def build_menu(table: Any, columns: QMenu) -> QMenu:
    """Return the menu of a `RecordTableView`; `columns` is its menu of columns."""
    menu = QMenu(table)
    copy = _action(menu, table.tr("Sao chép"), "Ctrl+C", table.copy)
    titled = _action(menu, table.tr("Sao chép kèm tiêu đề"), "Ctrl+Shift+C", partial(table.copy, titles=True))
    for action in (copy, titled):
        action.setEnabled(bool(table.selected_records()))
    if table.takes_blocks:
        _action(menu, table.tr("Dán khối từ Excel"), "Ctrl+V", table.paste)
    if table.selectionMode() != QTableView.SelectionMode.SingleSelection:
        _action(menu, table.tr("Chọn tất cả"), "Ctrl+A", table.selectAll)
    menu.addSeparator()
    filters = _action(menu, table.tr("Hàng lọc"), "Ctrl+Shift+L", table.toggle_filters)
    filters.setCheckable(True)
    filters.setChecked(table.filtering)
    columns.setTitle(table.tr("Ẩn, hiện cột"))
    menu.addMenu(columns)
    _action(menu, table.tr("Dời cột sang trái"), "Alt+Shift+Left", partial(table.move_column, -1))
    _action(menu, table.tr("Dời cột sang phải"), "Alt+Shift+Right", partial(table.move_column, 1))
    return menu


def _action(menu: QMenu, text: str, keys: str, act: Any) -> QAction:
    action = QAction(text, menu)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action

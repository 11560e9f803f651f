"""The table that lists records: keyboard first, columns as each clerk likes them, and never a blank page."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTableView, QWidget

from desktop.domain.money import Dong, format_dong
from desktop.ui.models.copying import cells_of, clipboard_data, tab_text
from desktop.ui.models.filter_header import FilterHeader
from desktop.ui.models.ordering import OrderedRecords
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table_menu import build_menu
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import row_height

T = TypeVar("T")
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_LOOKS = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange})
_LONGEST = 28
"""Letters of a column that is fitted to its content."""
_LOOKED_AT = 100
"""Rows that are looked at to fit a column; thousands would be felt."""
_MOST_HELD = 200
"""Selected rows that stay selected while one filters."""
_LAST_LETTERS = 16
"""A last column that has no more room than this is cut; the table then scrolls."""


class RecordTableView(QTableView, Generic[T]):
    """Records in rows. Enter or double click opens one; what is current stays current when records change."""

    activated_row = Signal(object)
    """The record that was opened."""
    current_row_changed = Signal(object)
    """The record under the cursor, None when there is none."""
    selection_changed = Signal()
    """Other rows are selected; `selection_text` says what of."""
    pasted = Signal(str)
    """A block was pasted; only where `takes_blocks`."""

    takes_blocks = False
    """Whether a block from a spreadsheet can be pasted here."""

    def __init__(self, model: RecordTableModel[T], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = OrderedRecords(model, self)
        self._source = model
        self._empty: EmptyState | None = None
        self._fitted = 0
        """Letters of the longest column when columns were fitted last; 0 where they never were."""
        self._fits = True
        """Whether they still fit: letters and margins may have become others since."""
        self.arranged = False
        """Whether somebody moved, sized, sorted or hid columns, now or before: then they stay as they are."""
        self._header = FilterHeader(self)
        self.setHorizontalHeader(self._header)
        self.setModel(self.records)
        self.setAccessibleName(name)
        self._arrange()
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(self.selection_changed)
        self._header.filtered.connect(self.records.seek_in)
        self._header.left.connect(self.setFocus)
        self._follow_arranging()
        self._held: tuple[Hashable, list[Hashable]] = (None, [])
        self.records.modelAboutToBeReset.connect(self._hold_selection)
        self.records.modelReset.connect(self._take_up_selection)
        self.records.modelReset.connect(self._show_emptiness)

    def _arrange(self) -> None:
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(row_height(self.fontMetrics()))
        self._arrange_header()

    def _arrange_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 4)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)

    def _follow_arranging(self) -> None:
        header = self.horizontalHeader()
        header.sectionMoved.connect(self._arranged)
        header.sectionClicked.connect(self._arranged)
        header.sectionHandleDoubleClicked.connect(self._arranged)
        header.sectionResized.connect(self._sized)

    def _arranged(self) -> None:
        self.arranged = True

    def _sized(self) -> None:
        """Tell a person's pull at a column from the program's own sizing."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and self.horizontalHeader().underMouse():
            self.arranged = True

    @property
    def column_keys(self) -> tuple[str, ...]:
        """The keys of the columns as they were made."""
        return tuple(column.key for column in self._source.columns)

    def set_empty(self, empty: EmptyState) -> None:
        """Say with this what the list is while it holds nothing."""
        if self._empty is not None and self._empty is not empty:
            self._empty.hide()
        self._empty = empty
        empty.setParent(self.viewport())
        self._show_emptiness()

    def replace(self, rows: Sequence[T]) -> None:
        """Show these records; the current one stays current if it is still there."""
        current = self.current_record()
        if current is not None:
            self.records.keep(self._source.identity(current))
        self._source.replace(rows)
        if current is not None:
            self.choose(self._source.identity(current))

    def choose(self, key: Hashable) -> bool:
        """Make the record with this identity current; False when it is not shown."""
        row = self.records.row_of(key)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self.records.index(row, 0))
        return row is not None

    def selectRow(self, row: int) -> None:  # noqa: N802 - Qt's name
        """Select this row alone, also where a key is held: Qt's own asks which, and with Shift selects none."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.records.index(row, self.horizontalHeader().logicalIndex(0))
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, flags)

    def _hold_selection(self) -> None:
        """Remember who is current and selected while rows come and go because of what is sought."""
        self._held = (None, [])
        if self.records.seeking:
            current, rows = self.current_record(), self.selected_records()
            key = None if current is None else self._source.identity(current)
            self._held = key, [self._source.identity(row) for row in rows[:_MOST_HELD]]

    def _take_up_selection(self) -> None:
        current, selected = self._held
        if current is None:
            return
        if not self.choose(current):
            self.current_row_changed.emit(None)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in (self.records.row_of(key) for key in selected if key != current):
            if row is not None:
                self.selectionModel().select(self.records.index(row, 0), flags)

    def current_record(self) -> T | None:
        """Return the record under the cursor."""
        index = self.currentIndex()
        return self.records.record(index.row()) if index.isValid() else None

    def selected_records(self) -> tuple[T, ...]:
        """Return the selected records from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.records.record(row) for row in rows)

    def fit_columns(self, longest: int = _LONGEST) -> None:
        """Make each column as wide as its content, at most `longest` letters; the last one takes what is left.

        Columns that somebody arranged are left alone.
        """
        self._fitted, self._fits = longest, True
        if self.arranged:
            return
        self.resizeColumnsToContents()
        letter = self.fontMetrics().averageCharWidth()
        last = self._source.columns.index(self.shown_columns()[-1])
        for column in range(len(self._source.columns)):
            most = letter * (longest if column != last else _LAST_LETTERS)
            least = self.horizontalHeader().sectionSizeHint(column)  # a heading is never cut
            self.setColumnWidth(column, max(least, min(self.columnWidth(column), most)))
        self.horizontalHeader().setStretchLastSection(False)  # sized while it is shown it would not be stretched again
        self.horizontalHeader().setStretchLastSection(True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the columns anew where letters and margins became others: a table may be filled before it is dressed."""
        super().changeEvent(event)
        if event.type() in _LOOKS and self._fitted:
            self._fits = False
            if self.isVisible():
                self.fit_columns(self._fitted)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the columns if they do not fit any more."""
        super().showEvent(event)
        if not self._fits:
            self.fit_columns(self._fitted)

    def layout_state(self) -> bytes:
        """Return widths, order, sorting and hidden columns, to be kept for the next time."""
        return bytes(self.horizontalHeader().saveState().data())

    def restore_layout(self, state: bytes) -> bool:
        """Take up a kept layout; False when it is of other columns, then nothing changes."""
        header = self.horizontalHeader()
        before = header.saveState()
        restored = header.restoreState(QByteArray(state))
        if not restored or header.count() != len(self._source.columns) or header.hiddenSectionCount() == header.count():
            header.restoreState(before)
            return False
        self.arranged = True
        return True

    def hide_column(self, key: str, *, hidden: bool = True) -> None:
        """Hide or show the column with this key; one that is shown is as wide as its title and content."""
        place = self.column_keys.index(key)
        self.setColumnHidden(place, hidden)
        if not hidden:
            self.resizeColumnToContents(place)
            most = self.fontMetrics().averageCharWidth() * _LONGEST
            self.setColumnWidth(place, min(self.columnWidth(place), most))

    @property
    def filtering(self) -> bool:
        """Whether the row of filters is shown."""
        return self._header.filtering

    def toggle_filters(self) -> None:
        """Show the row of filters and go there, or take it away with what it filters."""
        shown = not self.filtering
        self._header.show_filters([column.title for column in self._source.columns], shown=shown)
        self.updateGeometries()
        if shown:
            self._header.focus_filter(max(self.currentIndex().column(), 0))

    def filter_editor(self, key: str) -> QLineEdit:
        """Return the field that filters a column; the row of filters must have been shown."""
        return self._header.editor(self.column_keys.index(key))

    def shown_columns(self, first: int = -1) -> tuple[Column[T], ...]:
        """Return the columns that are shown, in their order on the screen, from the logical one `first` on."""
        header = self.horizontalHeader()
        start = header.visualIndex(first) if first >= 0 else 0
        order = [header.logicalIndex(place) for place in range(start, header.count())]
        return tuple(self._source.columns[place] for place in order if not header.isSectionHidden(place))

    def move_column(self, by: int) -> None:
        """Move the current column to the left (-1) or right (1), past hidden ones."""
        header = self.horizontalHeader()
        place = header.visualIndex(max(self.currentIndex().column(), 0))
        target = place + by
        while 0 <= target < header.count() and header.isSectionHidden(header.logicalIndex(target)):
            target += by
        if 0 <= target < header.count():
            header.moveSection(place, target)

    def selection_text(self) -> str:
        """Return how many rows are selected and the totals of their amounts; "" for less than two."""
        rows = self.selected_records()
        if len(rows) < 2:
            return ""
        told = [self.tr("Đã chọn {n}").format(n=len(rows))]
        for column in self.shown_columns():
            if column.total is not None:
                amounts = [each for each in map(column.total, rows) if each is not None]
                told.append(f"{column.title} {format_dong(Dong(sum(amounts)))}")
        return ", ".join(told)

    def copy_text(self, *, titles: bool = False) -> str:
        """Return the selected rows as Excel pastes them: shown columns in their order."""
        return tab_text(cells_of(self.shown_columns(), self.selected_records(), titles=titles))

    def copy(self, *, titles: bool = False) -> None:
        """Put the selected rows on the clipboard."""
        if self.selected_records():
            cells = cells_of(self.shown_columns(), self.selected_records(), titles=titles)
            QGuiApplication.clipboard().setMimeData(clipboard_data(cells))

    def paste(self) -> None:
        """Hand on the block on the clipboard."""
        if self.takes_blocks:
            self.pasted.emit(QGuiApplication.clipboard().text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy, paste, open; columns and filters by keyboard."""
        act = self._act_of(event)
        if act is not None:
            act()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if event.matches(QKeySequence.StandardKey.Paste) and self.takes_blocks:
            return self.paste
        acts: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_C, _CTRL_SHIFT): partial(self.copy, titles=True),
            (Qt.Key.Key_L, _CTRL_SHIFT): self.toggle_filters,
            (Qt.Key.Key_Left, _ALT_SHIFT): partial(self.move_column, -1),
            (Qt.Key.Key_Right, _ALT_SHIFT): partial(self.move_column, 1),
        }
        return acts.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with rows and columns, by the mouse or the menu key."""
        menu = build_menu(self, self.columns_menu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what an empty list says in the middle."""
        super().resizeEvent(event)
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())

    def _show_emptiness(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(not self._source.rows)

    def _open(self, index: QModelIndex) -> None:
        self.activated_row.emit(self.records.record(index.row()))

    def _tell_current(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: ARG002 - the signal's form
        self.current_row_changed.emit(self.records.record(current.row()) if current.isValid() else None)

    def _offer_columns(self, place: QPoint) -> None:
        self.columns_menu().popup(self.horizontalHeader().mapToGlobal(place))

    def columns_menu(self) -> QMenu:
        """Return the menu in which columns are shown and hidden."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._source.columns):
            action = QAction(column.title, menu, checkable=True, checked=not self.isColumnHidden(place))
            action.setData(column.key)
            menu.addAction(action)
        menu.triggered.connect(self._toggle_column)
        return menu

    def _toggle_column(self, action: QAction) -> None:
        self.arranged = True
        header = self.horizontalHeader()
        if action.isChecked() or header.hiddenSectionCount() < header.count() - 1:
            self.hide_column(str(action.data()), hidden=not action.isChecked())

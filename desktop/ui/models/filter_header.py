"""The header of a table with a row of fields below the titles: each filters its column."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget


class FilterHeader(QHeaderView):
    """Titles, and when asked a field for each column that is shown."""

    filtered = Signal(int, str)
    """Logical column, and what is sought in it."""
    left = Signal()
    """Escape or the down key: the keyboard goes back to the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._editors: list[QLineEdit] = []
        self._shown = False
        self.setSectionsClickable(True)
        self.sectionResized.connect(self._place)
        self.sectionMoved.connect(self._place)
        self.sectionCountChanged.connect(self._place)

    @property
    def filtering(self) -> bool:
        """Whether the fields are shown."""
        return self._shown

    def show_filters(self, titles: list[str], *, shown: bool) -> None:
        """Show the fields or take them away, and with them what they filter."""
        if shown and not self._editors:
            self._editors = [self._editor(column, title) for column, title in enumerate(titles)]
        self._shown = shown
        if not shown:
            for editor in self._editors:
                editor.clear()
                editor.hide()
        self.updateGeometries()
        self._place()

    def focus_filter(self, column: int) -> None:
        """Give the keyboard to the field of a column."""
        if 0 <= column < len(self._editors):
            self._editors[column].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def editor(self, column: int) -> QLineEdit:
        """Return the field of a column."""
        return self._editors[column]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave room for the fields."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._room())

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Keep the titles above the fields."""
        self.setViewportMargins(0, 0, 0, self._room())
        super().updateGeometries()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Lead from a field to the rows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and isinstance(watched, QLineEdit):
                watched.clear()
            if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _editor(self, column: int, title: str) -> QLineEdit:
        editor = QLineEdit(self)
        editor.setAccessibleName(self.tr("Lọc cột {title}").format(title=title))
        editor.setPlaceholderText(self.tr("lọc"))
        editor.setClearButtonEnabled(True)
        editor.textChanged.connect(lambda text: self.filtered.emit(column, text))
        editor.installEventFilter(self)
        return editor

    def _room(self) -> int:
        return self._editors[0].sizeHint().height() if getattr(self, "_shown", False) and self._editors else 0

    def _place(self, *_what: object) -> None:
        """Put each field below its title."""
        room = self._room()
        top = self.height() - room
        for column, editor in enumerate(self._editors):
            there = self._shown and column < self.count() and not self.isSectionHidden(column)
            editor.setVisible(there)
            if there:
                editor.setGeometry(self.sectionViewportPosition(column), top, self.sectionSize(column), room)

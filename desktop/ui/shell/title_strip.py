"""The strip on top: where am I, one search for all, light or dark, help."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.ui.shell.elided_label import ElidedLabel
from desktop.ui.theme import Theme, icon

_SEARCH_LETTERS = 34
_ROUND_LETTERS = 18


class SearchField(QLineEdit):
    """The one search; Escape empties it and gives the keyboard back to the page."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave on Escape, else type."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TitleStrip(QFrame):
    """Unit, round, search, theme, help."""

    search_requested = Signal(str)
    search_left = Signal()
    round_chosen = Signal(str)
    theme_toggled = Signal()
    help_requested = Signal()

    def __init__(self, unit: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_strip")
        self._theme = theme
        self._unit = ElidedLabel(unit)
        self._rounds = QComboBox()
        self.search = SearchField()
        self._magnifier = QAction(self)
        self._shade, self._help = QToolButton(), QToolButton()
        self._commands: tuple[QAction, ...] = ()
        self._name()
        self._lay_out()
        self._connect()
        self._paint()
        self.set_rounds((), "")

    def set_unit(self, unit: str) -> None:
        """Show the office's name."""
        self._unit.setText(unit)

    def set_rounds(self, rounds: Sequence[tuple[str, str]], current: str) -> None:
        """Offer rounds as (id, name); without any there is nothing to choose."""
        self._rounds.clear()
        for round_id, name in rounds:
            self._rounds.addItem(name, round_id)
        self._rounds.setCurrentIndex(self._rounds.findData(current))
        self._rounds.setVisible(bool(rounds))

    def add_commands(self, commands: Sequence[QAction]) -> None:
        """Show these commands as buttons before the round; their `objectName` is that of their icon."""
        first = self._layout.indexOf(self._rounds)
        for place, command in enumerate(commands, start=first):
            button = QToolButton()
            button.setDefaultAction(command)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is half typed keeps the cursor
            self._layout.insertWidget(place, button)
        self._commands = tuple(commands)
        self._paint()

    def _name(self) -> None:
        self._rounds.setAccessibleName(self.tr("Đợt đề nghị"))
        self._rounds.setToolTip(self.tr("Đợt đề nghị đang mở"))
        self.search.setAccessibleName(self.tr("Tìm người, số QĐ"))
        self.search.setPlaceholderText(self.tr("Tìm người, số QĐ (Ctrl+K)"))
        self._help.setAccessibleName(self.tr("Trợ giúp và phím tắt"))
        self._help.setToolTip(self.tr("Trợ giúp và phím tắt (F1)"))

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        program = QLabel(self.tr("Tinh Giản"))
        program.setObjectName("program")
        self._rounds.setMinimumWidth(metrics.letter * _ROUND_LETTERS)
        self.search.setMaximumWidth(metrics.letter * _SEARCH_LETTERS)
        self.search.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.medium, metrics.tiny, metrics.small, metrics.tiny)
        layout.setSpacing(metrics.small)
        layout.addWidget(program)
        layout.addSpacing(metrics.small)
        layout.addWidget(self._unit, 3)
        layout.addWidget(self._rounds)
        layout.addSpacing(metrics.small)
        layout.addWidget(self.search, 2)
        layout.addWidget(self._shade)
        layout.addWidget(self._help)

    def _connect(self) -> None:
        self._rounds.activated.connect(self._choose_round)
        self.search.returnPressed.connect(self._search)
        self.search.left.connect(self.search_left)
        self._shade.clicked.connect(self.theme_toggled)
        self._help.clicked.connect(self.help_requested)
        self._theme.changed.connect(self._paint)

    def _paint(self) -> None:
        tokens = self._theme.tokens
        self._magnifier.setIcon(icon("search", tokens, tokens.muted))
        self._help.setIcon(icon("help", tokens))
        for command in self._commands:
            command.setIcon(icon(command.objectName(), tokens))
        self._shade.setIcon(icon("sun" if tokens.dark else "moon", tokens))
        self._shade.setAccessibleName(
            self.tr("Chuyển sang nền sáng") if tokens.dark else self.tr("Chuyển sang nền tối")
        )
        self._shade.setToolTip(self._shade.accessibleName())

    def _choose_round(self, place: int) -> None:
        self.round_chosen.emit(self._rounds.itemData(place))

    def _search(self) -> None:
        if text := self.search.text().strip():
            self.search_requested.emit(text)

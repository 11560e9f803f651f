"""The bar over the page: what happened, and at most one thing to do about it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.domain.foreign_text import shown_lines
from desktop.ui.pages_base import Banner
from desktop.ui.theme import Theme, icon
from desktop.ui.widgets.looks import Tone, tone_word

_ICONS = {Tone.ERROR: "error", Tone.WARNING: "warning", Tone.OK: "ok"}


class BannerBar(QFrame):
    """Shows the last banner until it is acted on, closed or replaced."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._theme = theme
        self._shown: Banner | None = None
        self._mark, self._text = QLabel(), QLabel()
        self._action, self._close = QPushButton(), QToolButton()
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._lay_out()
        self._action.clicked.connect(self._act)
        self._undo.activated.connect(self._act)
        self._close.clicked.connect(self.hide)
        theme.changed.connect(self._paint)
        self.hide()

    def show_banner(self, banner: Banner | None) -> None:
        """Show this banner in place of the last, or none."""
        self._shown = banner
        self.setVisible(banner is not None)
        if banner is None:
            return
        self._text.setText(shown_lines(banner.text))
        self._action.setText(banner.action)
        self._action.setVisible(banner.act is not None)
        self._undo.setEnabled(banner.undo)
        self.setProperty("severity", banner.tone.value)
        self.setAccessibleName(" ".join(part for part in (tone_word(banner.tone), self._text.text()) if part))
        self.style().polish(self)
        self._paint()

    @property
    def undoes(self) -> bool:
        """Whether a banner is shown that offers to take something back."""
        return self._shown is not None and self._shown.undo and not self.isHidden()

    def leave_undo_key(self) -> None:
        """Let the window's own command have Ctrl+Z, which asks `undoes` first."""
        self._undo.setKey(QKeySequence())

    def act(self) -> None:
        """Do what the banner offers."""
        self._act()

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close.setAccessibleName(self.tr("Đóng thông báo"))
        self._close.setToolTip(self._close.accessibleName())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.medium, metrics.tiny, metrics.tiny, metrics.tiny)
        layout.setSpacing(metrics.small)
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)

    def _paint(self) -> None:
        tokens, side = self._theme.tokens, self._theme.metrics.icon
        self._close.setIcon(icon("close", tokens))
        if self._shown is None:
            return
        tone = self._shown.tone
        tint = getattr(tokens, tone.value) if tone in _ICONS else tokens.info
        drawing = icon(_ICONS.get(tone, "note"), tokens, tint)
        self._mark.setPixmap(drawing.pixmap(QSize(side, side), self.devicePixelRatio()))

    def _act(self) -> None:
        banner = self._shown
        if banner is None or banner.act is None:
            return
        self.show_banner(None)
        banner.act()

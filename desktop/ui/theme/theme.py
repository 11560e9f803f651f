"""The theme in force; switches at run time."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.fonts import screen_font
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.palette import palette_of
from desktop.ui.theme.stylesheet import stylesheet_of
from desktop.ui.theme.tokens import Tokens, load_tokens


class Theme(QObject):
    """Light or dark. What paints for itself reads `tokens` and `metrics`, and repaints on `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = load_tokens(dark=False)
        self._metrics = Metrics.of(screen_font(self._tokens.point), self._tokens)

    @property
    def tokens(self) -> Tokens:
        """Colours and base lengths in force."""
        return self._tokens

    @property
    def metrics(self) -> Metrics:
        """Lengths for the font in use."""
        return self._metrics

    @property
    def dark(self) -> bool:
        """Whether the dark theme is in force."""
        return self._tokens.dark

    def apply(self, app: QApplication, dark: bool) -> None:  # noqa: FBT001 - reads as a state, theme.apply(app, dark)
        """Give the whole application this theme and tell those who paint for themselves."""
        self._tokens = load_tokens(dark=dark)
        font = screen_font(self._tokens.point)
        self._metrics = Metrics.of(font, self._tokens)
        sheet = stylesheet_of(self._tokens, self._metrics)
        if app.styleSheet() != sheet:  # every colour and length stands in it: the same sheet is the same theme
            app.setStyle("Fusion")
            app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
            app.setFont(font)
            app.setPalette(palette_of(self._tokens))
            app.setStyleSheet(sheet)
        self.changed.emit()

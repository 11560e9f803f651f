"""The theme in force; switches at run time."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme.fonts import screen_font
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.palette import palette_of
from desktop.ui.theme.stylesheet import stylesheet_of
from desktop.ui.theme.tokens import Tokens, load_tokens

_STYLE = "fusion"


class Theme(QObject):
    """Light or dark. What paints for itself reads `tokens` and `metrics`, and repaints on `changed`.

    The sheet lies on each window, not on the application: then what is made outside of a window costs nothing to put
    together, and is styled once, when it is put into one. Under an application's sheet Qt works out the style of all
    that is below a widget each time it is put into another, and of everything again for each colour that changes.
    """

    changed = Signal()
    _woven = Signal(str)
    """The sheet is another: each dressed window takes it up, for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = load_tokens(dark=False)
        self._metrics = Metrics.of(screen_font(self._tokens.point), self._tokens)
        self._sheet = ""

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
        """Give the application this theme and tell those who paint for themselves."""
        self._tokens = load_tokens(dark=dark)
        font = screen_font(self._tokens.point)
        self._metrics = Metrics.of(font, self._tokens)
        if app.style().name().lower() != _STYLE:
            app.setStyle(_STYLE)
        app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        if app.font() != font:
            app.setFont(font)
        if app.palette() != palette_of(self._tokens):
            app.setPalette(palette_of(self._tokens))
        self._sheet = stylesheet_of(self._tokens, self._metrics)
        self._woven.emit(self._sheet)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Give a window the theme, now and after each change; what opens from it takes it from there.

        Called before the window is filled, or after: what measures while it is made must be in a dressed window.
        """
        window.setStyleSheet(self._sheet)
        self._woven.connect(window.setStyleSheet)

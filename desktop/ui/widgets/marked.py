"""A line with a mark and a word before it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.widgets.looks import Tone, step, tone_word, write_as
from desktop.ui.widgets.marks import mark_icon


class MarkedLine(QWidget):
    """Text that wraps, after the mark of its tone. Hidden while the text is empty; on one line where not `wraps`."""

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self._tone = Tone.PLAIN
        self._mark = QLabel()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(wraps)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 1))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setVisible(False)

    @property
    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def text(self) -> str:
        """Return the text as shown, with the word of its tone before it."""
        return self._words.text()

    def show_text(self, tone: Tone, text: str, *, word: bool = True) -> None:
        """Show the text in this tone; `word` puts "Lỗi: " and the like before it."""
        self._tone = tone
        lead = tone_word(tone) if word and text else ""
        self._words.setText(f"{lead}: {text}" if lead else text)
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(text))
        self._repaint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_mark"):
            self._repaint()

    def _repaint(self) -> None:
        marked = self._tone not in {Tone.PLAIN, Tone.MUTED}
        self._mark.setVisible(marked)
        if marked:
            side = self.fontMetrics().height()
            self._mark.setPixmap(mark_icon(self._tone, self.palette()).pixmap(side))
        write_as(self._words, self._tone)

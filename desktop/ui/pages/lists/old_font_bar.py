"""Text of a list in a font from before Unicode: before and after, and whether it is converted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from desktop.documents.lists.old_fonts import OldFontColumn
from desktop.documents.lists.old_text import OldFont
from desktop.domain.foreign_text import shown
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine

_SHOWN = 3


class OldFontBar(QWidget):
    """Hidden where all text is Unicode. Nothing is converted before somebody agrees."""

    agreed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = MarkedLine()
        self.samples = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.samples.setWordWrap(True)
        self.agree = QCheckBox(self.tr("&Chuyển các cột này sang Unicode khi đọc; tệp gốc giữ nguyên"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for widget in (self.told, self.samples, self.agree):
            column.addWidget(widget)
        self.agree.toggled.connect(self.agreed)
        self.hide()

    def show_fonts(self, columns: tuple[OldFontColumn, ...], *, converts: bool) -> None:
        """Show which columns are in an old font, with samples."""
        self.setVisible(bool(columns))
        if not columns:
            return
        fonts = ", ".join(sorted({_name(each.font.font) for each in columns}))
        cells = sum(each.cells for each in columns)
        text = self.tr("{columns} cột ({cells} ô) gõ bằng phông cũ {fonts}. Chưa chuyển thì các ô ấy chưa đọc được.")
        self.told.show_text(Tone.WARNING, text.format(columns=len(columns), cells=cells, fonts=fonts))
        fullest = sorted(columns, key=lambda each: -each.cells)
        samples = [sample for each in fullest for sample in each.samples[:1]][:_SHOWN]
        self.samples.setText("    ".join(f"{shown(before)}  →  {shown(after)}" for before, after in samples))
        self.agree.blockSignals(True)  # noqa: FBT003 - Qt's own switch
        self.agree.setChecked(converts)
        self.agree.blockSignals(False)  # noqa: FBT003 - Qt's own switch


def _name(font: OldFont) -> str:
    return {OldFont.TCVN3: "TCVN3 (ABC)", OldFont.VNI: "VNI"}[font]

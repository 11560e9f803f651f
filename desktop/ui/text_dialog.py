"""Asks for a sentence or two."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.names import compose


class TextDialog(QDialog):
    """A question with room for a few lines; the answer is composed text and never blank."""

    answered = Signal(str)

    def __init__(self, title: str, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        question = QLabel(label, textFormat=Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self._edit = QPlainTextEdit(text)
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(label)
        question.setBuddy(self._edit)
        self._buttons = self._make_buttons()
        layout = QVBoxLayout(self)
        for each in (question, self._edit, self._buttons):
            layout.addWidget(each)
        self._edit.textChanged.connect(self._allow)
        self._fit()
        self._allow()

    def accept(self) -> None:
        """Close and give the answer."""
        super().accept()
        self.answered.emit("\n".join(compose(line) for line in self._edit.toPlainText().strip().splitlines()))

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._ok = buttons.addButton(self.tr("&Ghi"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setProperty("next", True)  # noqa: FBT003 - Qt's own signature
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self._edit.setMinimumSize(metrics.averageCharWidth() * 60, metrics.height() * 5)

    def _allow(self) -> None:
        self._ok.setEnabled(bool(self._edit.toPlainText().strip()))

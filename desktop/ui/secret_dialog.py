"""Asks for a passphrase, and forgets it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget


class SecretDialog(QDialog):
    """A question whose answer is not shown while it is typed; Enter answers, Escape gives up."""

    answered = Signal(str)
    kept = Signal(str)
    """The answer, before it is given, when this machine shall remember it."""

    def __init__(
        self, title: str, label: str, parent: QWidget | None = None, *, accept: str = "", may_keep: bool = False
    ) -> None:
        super().__init__(parent)
        self._accept = accept or self.tr("&Mở gói")
        self.setWindowTitle(title)
        question = QLabel(label, textFormat=Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self._edit = QLineEdit()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setAccessibleName(label)
        self._edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * 50)
        question.setBuddy(self._edit)
        self._keep = QCheckBox(self.tr("&Nhớ trên máy này"))
        layout = QVBoxLayout(self)
        for each in (question, self._edit, self._keep, self._make_buttons()):
            layout.addWidget(each)
        self._keep.setVisible(may_keep)
        self._edit.textChanged.connect(self._allow)
        self._allow()

    def accept(self) -> None:
        """Close, give the answer, and keep nothing of it."""
        super().accept()
        typed = self._edit.text()
        self._edit.clear()
        if self._keep.isChecked():
            self.kept.emit(typed)
        self.answered.emit(typed)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._ok = buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setProperty("next", True)  # noqa: FBT003 - Qt's own signature
        self._ok.setDefault(True)
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _allow(self) -> None:
        self._ok.setEnabled(bool(self._edit.text()))

"""Where a warning is answered in words: this one, or all of its rule that nobody answered yet."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.pages.frames import button
from desktop.ui.widgets.finding_list import ShownFinding
from desktop.ui.widgets.full_height import flowing


def _tr(text: str) -> str:
    return QCoreApplication.translate("AnswerBar", text)


class AnswerBar(QWidget):
    """Hidden until a warning is to be answered; Enter answers it, Escape leaves it as it is."""

    answered = Signal()
    for_all = Signal()
    taken_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.text = QLineEdit()
        self.about.setBuddy(self.text)
        self.text.setAccessibleName(_tr("Giải trình"))
        self.text.setPlaceholderText(_tr("Lý do, đi cùng gói"))
        self.one = button(_tr("Giải trình mục &này"))
        self.all = button(_tr("Cho &mọi mục cùng mã"))
        self.away = button(_tr("&Bỏ giải trình"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.about)
        buttons = flowing(self, self.one, self.all, self.away)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.text.returnPressed.connect(self.answered)
        self.text.installEventFilter(self)
        self.one.clicked.connect(self.answered)
        self.all.clicked.connect(self.for_all)
        self.away.clicked.connect(self.taken_away)
        self.hide()

    def open_for(self, shown: ShownFinding, same: int) -> None:
        """Ask for the answer to a warning, of which `same` of its rule are not answered, itself counted."""
        self.about.setText(f"{shown.person}: {shown.message}")
        self.text.setText(shown.justification)
        self.all.setText(_tr("Cho &mọi mục {0} chưa giải trình ({1})").format(shown.finding.code, same))
        self.all.setAccessibleName(self.all.text().replace("&", ""))
        self.away.setVisible(bool(shown.justification))
        self.show()
        self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape leaves the answer without giving one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.hide()
            return True
        return super().eventFilter(watched, event)

"""The help of the field with the cursor, always at the same place: nothing jumps while one goes through a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.ui.widgets.labelled_field import LabelledField
from desktop.ui.widgets.looks import Tone, step, write_as

_LINES = 3


class HelpLine(QLabel):
    """Shows what to write in the field that has the cursor, and by which article; keeps the last one otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setContentsMargins(step(self, 2), step(self, 1), step(self, 2), 0)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + step(self, 2))
        write_as(self, Tone.MUTED)
        self.setText(self.tr("Đưa con trỏ vào một ô để xem cách ghi và căn cứ. F1: xem ngay dưới ô."))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        field = _field_of(now)
        if field is not None and field.help:
            self.setText(f"{field.plain_label}: " + field.help.replace("\n", " "))


def _field_of(widget: QWidget | None) -> LabelledField | None:
    while widget is not None and not isinstance(widget, LabelledField):
        widget = widget.parentWidget()
    return widget

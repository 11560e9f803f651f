"""The buttons of the scan workshop, each with its key."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.looks import step

KEYS = {
    "Ctrl+R": "right",
    "Ctrl+Shift+R": "left",
    "Ctrl+Up": "up",
    "Ctrl+Down": "down",
    "Ctrl+T": "before",
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    "Ctrl+S": "save",
}
_BEGINS_A_GROUP = frozenset({"up", "remove", "split", "undo"})


class ActColumn(QWidget):
    """Says by name which act is wanted."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for name, text, tip in self._words():
            if name in _BEGINS_A_GROUP:
                column.addSpacing(step(self, 1))
            column.addWidget(self._button(name, text, tip))
        column.addStretch(1)

    def _words(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("right", self.tr("&Xoay phải"), self.tr("Xoay các trang đang chọn 90° sang phải (Ctrl+R)")),
            ("left", self.tr("Xoay &trái"), self.tr("Xoay các trang đang chọn 90° sang trái (Ctrl+Shift+R)")),
            ("straighten", self.tr("&Nắn thẳng"), self.tr("Đo độ nghiêng của dòng chữ và nắn thẳng; bấm lại để bỏ")),
            ("up", self.tr("Chuyển l&ên"), self.tr("Chuyển các trang đang chọn lên trên (Ctrl+↑)")),
            ("down", self.tr("Chuyển x&uống"), self.tr("Chuyển các trang đang chọn xuống dưới (Ctrl+↓)")),
            ("remove", self.tr("&Bỏ trang"), self.tr("Bỏ các trang đang chọn (Delete)")),
            ("split", self.tr("Tách từ &đây"), self.tr("Tệp mới bắt đầu từ trang đang chọn")),
            ("join", self.tr("Nố&i thành một tệp"), self.tr("Nối mọi trang, hoặc các trang đang chọn, thành một tệp")),
            ("add", self.tr("Thê&m tệp…"), self.tr("Thêm trang của tệp khác vào cuối")),
            ("undo", self.tr("&Hoàn tác"), self.tr("Hoàn tác (Ctrl+Z)")),
            ("redo", self.tr("Làm l&ại"), self.tr("Làm lại (Ctrl+Y)")),
        )

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._press, name))
        self.buttons[name] = button
        return button

    def _press(self, name: str, *_checked: bool) -> None:
        self.pressed.emit(name)

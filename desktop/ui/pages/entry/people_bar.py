"""Above the list of people: its name, and what can be done to the list as a whole."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.menus import menu_item


class PeopleBar(QWidget):
    """`back` leads from the form to the list where one covers the other; the page says what each button does."""

    def __init__(self, back: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.import_button = QPushButton(self.tr("Nhập &Excel…"))
        self.add_button = self._button(self.tr("Thêm người"), "Ctrl+N", self.tr("Thêm người (Ctrl+N)"))
        what = self.tr("In Phiếu tính hỗ trợ (Biểu 03) của mọi người vào một tệp (Ctrl+Shift+P)")
        self.print_button = self._button(self.tr("In phiếu cả đợt…"), "Ctrl+Shift+P", what)
        self.remove_button = QPushButton(self.tr("&Bỏ"))
        self.more_button = QPushButton(self.tr("Việc khác"))
        self.menu = QMenu(self)
        self.more_button.setMenu(self.menu)
        self.show_name("")
        self.offer_removal(0)
        self._lay_out(back)

    def show_name(self, covering: str) -> None:
        """Name whose form covers the list, with "" the list itself."""
        self.heading.setText(covering or self.tr("Danh sách đối tượng"))

    def offer_removal(self, people: int) -> None:
        """Let so many be put into the bin."""
        self.remove_button.setEnabled(people > 0)
        several = self.tr("&Bỏ {0} người").replace("{0}", str(people))
        self.remove_button.setText(several if people > 1 else self.tr("&Bỏ"))

    def fill_menu(self, acts: Iterable[tuple[str, Callable[[], object]] | QMenu | None]) -> list[QAction]:
        """Put further acts under the last button, None for a line between; return those that do something."""
        made = []
        for each in acts:
            if each is None:
                self.menu.addSeparator()
            elif isinstance(each, QMenu):
                self.menu.addMenu(each)
            else:
                made.append(menu_item(self.menu, *each))
        return made

    def _button(self, text: str, key: str, told: str) -> QPushButton:
        made = QPushButton(text)
        made.setShortcut(key)
        made.setToolTip(told)
        return made

    def _lay_out(self, back: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignTop)
        acts = QWidget()
        buttons = (self.import_button, self.add_button, self.print_button, self.remove_button, self.more_button)
        acts.setLayout(FlowRow(self, *buttons, trailing=True))
        row.addWidget(acts, 1)

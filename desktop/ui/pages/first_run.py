"""First run: whose profile this is. What is skipped here is said where it is missed."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Unit
from desktop.services.office import Clock, Identity, Mode, create_office
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.edits import ChoiceBox, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need


class FirstRun(QWidget):
    """Emits `created` with the office."""

    created = Signal(object)

    def __init__(self, home: Path, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tinh Giản – thiết lập"))
        self._home, self._now = home, now
        self.mode = ChoiceBox(Mode, word)
        self.code, self.name, self.parent_name = TextEdit(), TextEdit(), TextEdit()
        self.place, self.operator, self.head = TextEdit(), TextEdit(), TextEdit()
        self.place.set_value("Hải Phòng")
        self.mode.set_value(Mode.UNIT)
        heading = QLabel(self.tr("Thiết lập hồ sơ làm việc"))
        heading.setProperty("role", "title")
        told = QLabel(self.tr("Khóa ký và gói tin cậy thiết lập sau, ở trang Đơn vị & chứng thư, trước khi gửi."))
        told.setWordWrap(True)
        told.setProperty("role", "muted")
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.button = QPushButton(self.tr("&Bắt đầu"))
        self.button.setProperty("next", "true")
        self.button.setDefault(True)
        self.button.clicked.connect(self._create)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (heading, told, self._office_section(), self._people_section(), self.fault):
            column.addWidget(widget)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.sizeHint().height())

    def _office_section(self) -> FormSection:
        section = FormSection(self.tr("Cơ quan, đơn vị"), 2)
        required = Need.REQUIRED
        hint = self.tr("Chữ không dấu, số, gạch nối; ví dụ UBQ-01.")
        section.add(LabelledField(self.tr("&Chế độ"), self.mode, need=required))
        section.add(LabelledField(self.tr("&Mã đơn vị"), self.code, need=required, help=hint))
        section.add(LabelledField(self.tr("&Tên đơn vị"), self.name, need=required))
        section.add(LabelledField(self.tr("Cơ quan cấp t&rên"), self.parent_name))
        section.add(LabelledField(self.tr("Đị&a danh"), self.place))
        return section

    def _people_section(self) -> FormSection:
        section = FormSection(self.tr("Người làm việc"), 2)
        section.add(LabelledField(self.tr("Người &lập"), self.operator, need=Need.REQUIRED))
        section.add(LabelledField(self.tr("T&hủ trưởng"), self.head))
        return section

    def _create(self) -> None:
        unit = Unit(
            code=(self.code.value() or "").strip(),
            name=self.name.value() or "",
            parent=self.parent_name.value() or "",
            place=self.place.value() or "",
        )
        identity = Identity(self.mode.value() or Mode.UNIT, unit, self.operator.value() or "", self.head.value() or "")
        try:
            office = create_office(self._home, identity, now=self._now)
        except Refusal as refusal:
            self.fault.setText(refusal_text(refusal))
            self.fault.show()
            return
        self.created.emit(office)

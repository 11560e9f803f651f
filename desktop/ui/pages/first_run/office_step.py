"""Step 1: whose profile this is, and what the office does with the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Unit
from desktop.services.office import Clock, Identity, Mode, Office, create_office
from desktop.ui.pages.first_run.step import Step
from desktop.ui.pages.frames import plain_label
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.edits import ChoiceBox, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need


class OfficeStep(Step):
    """Makes the profile when one goes on; from then on the office is what it is."""

    def __init__(self, home: Path, now: Clock, created: Callable[[Office], None]) -> None:
        self.title = self.tr("Cơ quan và chế độ làm việc")
        super().__init__(self.tr("Thông tin này in trên biểu mẫu và ghi trong mọi gói; mã đơn vị do Sở Tài chính cấp."))
        self._home, self._now, self._created = home, now, created
        self._office: Office | None = None
        self.mode = ChoiceBox(Mode, word)
        self.code, self.name, self.parent_name = TextEdit(), TextEdit(), TextEdit()
        self.place, self.operator, self.head = TextEdit(), TextEdit(), TextEdit()
        self.place.set_value("Hải Phòng")
        self.mode.set_value(Mode.UNIT)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.settled = plain_label(self.tr("Hồ sơ đã lập; mã và tên đơn vị không đổi được nữa."))
        self.settled.hide()
        self._sections = (self._office_section(), self._people_section())
        for widget in (*self._sections, self.fault, self.settled):
            self.column.addWidget(widget)

    @property
    def done(self) -> bool:
        """Whether the profile is there."""
        return self._office is not None

    def enter(self) -> None:
        """Give the keyboard to the first field."""
        self.mode.setFocus()

    def leave(self) -> bool:
        """Make the profile; stay while something is missing or wrong."""
        if self._office is not None:
            return True
        try:
            office = create_office(self._home, self._identity(), now=self._now)
        except Refusal as refusal:
            self.fault.setText(refusal_text(refusal))
            self.fault.show()
            return False
        self.settle(office)
        self._created(office)
        return True

    def settle(self, office: Office) -> None:
        """Show that the profile is there."""
        self._office = office
        self.fault.hide()
        self.settled.show()
        for each in self._sections:
            each.setEnabled(False)
        self.changed.emit()

    def _identity(self) -> Identity:
        unit = Unit(
            code=(self.code.value() or "").strip(),
            name=self.name.value() or "",
            parent=self.parent_name.value() or "",
            place=self.place.value() or "",
        )
        return Identity(self.mode.value() or Mode.UNIT, unit, self.operator.value() or "", self.head.value() or "")

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

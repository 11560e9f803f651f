"""The form of one person: typed values in, a dossier out; knows no store."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.findings import Finding
from desktop.domain.names import normalise_name
from desktop.domain.people import Employment, ManagementLevel, Sex
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Catalogue
from desktop.rules.checks.law_tables import LawTables
from desktop.services.correct_sent import REOPENED
from desktop.services.simulate import Variation
from desktop.services.unread import TypedRow
from desktop.ui.check_words import check_message
from desktop.ui.pages.approval_box import ApprovalBox
from desktop.ui.pages.case_facts import CaseFacts
from desktop.ui.pages.further_facts import FurtherFacts
from desktop.ui.pages.unread_typing import UnreadTyping, stands
from desktop.ui.texts import word
from desktop.ui.widgets.career_tables import InsuranceTable, SalaryTable
from desktop.ui.widgets.edits import BirthEdit, ChoiceBox, DateEdit, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.timeline import Timeline
from desktop.ui.widgets.typed_edit import TypedEdit

_NO_TABLES = LawTables()


class PersonForm(QScrollArea):
    """Emits `edited` when a field was committed; `value` returns the dossier as it stands in the form."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._fields: dict[str, LabelledField] = {}
        self._sections: list[FormSection] = []
        self._locked = MarkedLine()
        self._make_editors()
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.addWidget(self._locked)
        self._add_person()
        self._add_leave()
        self.case.add_to(self._section, self._fields)
        self._add_career()
        self.further.add_to(self._section, self._fields)
        self._add_more()
        self._column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def show_dossier(
        self,
        dossier: Dossier,
        approvals: tuple[Approval, ...],
        *,
        locked: bool,
        unread: Sequence[TypedRow] = (),
        tables: LawTables = _NO_TABLES,
    ) -> None:
        """Show a dossier; `locked` when it was sent and may only be read.

        `unread` are rows kept with it, `tables` what the packs offer to choose from.

        What was typed and cannot be read yet stays as it was typed, also when one comes back from another person.
        """
        before = self._dossier
        same = before is not None and before.id == dossier.id
        if before is not None and not same:
            self._unread.keep(before.id)
        self._dossier = dossier
        self.approval.set_approvals(approvals)
        self.approval.set_value(dossier.approval_id)
        self.case.offer(tables, dossier)
        for editor, value in self._values(dossier):
            if not same or not stands(editor, value):
                editor.set_value(value)
        self.checked.setChecked(dossier.career.checked_against_book)
        self.timeline.show_career(dossier.career, dossier.leave_month)
        if not same:
            self._unread.take_up(dossier.id, unread)
        self._locked.show_text(Tone.INFO, self._why_locked(dossier) if locked else "", word=False)
        for section in self._sections:
            section.setEnabled(not locked)

    def take(self, tried: Variation) -> None:
        """Take month, group and route that were tried, as if they had been typed."""
        self.commit()
        before = self._dossier
        if before is None:
            return
        if tried.leave_month is not None and tried.leave_month != before.leave_month:
            self.leave_on.set_value(tried.leave_month.first_day)
        self.group.set_value(tried.group or before.group)
        self.route.set_value(tried.route or before.route)
        self.edited.emit()

    def commit(self) -> None:
        """Take what is half typed, as if one had left the field."""
        for editor in self._typed:
            editor.commit()
        for table in self._tables:
            table.commit()

    def value(self) -> Dossier | None:
        """Return the dossier as the form has it, None before the first is shown."""
        before = self._dossier
        if before is None:
            return None
        texts = {name: editor.value() or "" for name, editor in self._texts.items()}
        person = replace(
            before.person,
            full_name=normalise_name(texts["person.full_name"]),
            citizen_id=texts["person.citizen_id"].strip(),
            insurance_number=texts["person.insurance_number"].strip(),
            post=texts["person.post"],
            workplace=texts["person.workplace"],
            qualification=texts["person.qualification"],
            bank_account=texts["person.bank_account"].strip(),
            bank_name=texts["person.bank_name"],
            sex=self.sex.value(),
            birth=self.birth.value(),
            employment=self.employment.value(),
            management_level=self.management.value(),
        )
        career = replace(
            before.career,
            rank=texts["career.rank"],
            salary=self.salary.value(),
            insurance=self.insurance.value(),
            checked_against_book=self.checked.isChecked(),
        )
        return replace(
            self.case.typed_into(self.further.typed_into(before)),
            person=person,
            career=career,
            group=self.group.value(),
            route=self.route.value(),
            leave_on=self.leave_on.value(),
            approval_id=self.approval.value(),
            note=self.note.value() or "",
        )

    def unread_rows(self) -> tuple[TypedRow, ...]:
        """Return the rows of the career that cannot be read."""
        return self._unread.rows()

    def show_findings(self, findings: tuple[Finding, ...], catalogue: Catalogue) -> None:
        """Say under each field what the checks found."""
        for field in self._fields.values():
            field.clear_finding()
        for finding in reversed(findings):
            if finding.field in self._fields:
                self._fields[finding.field].show_finding(finding.severity, check_message(catalogue, finding))

    def go_to(self, field: str) -> None:
        """Put the cursor into the field that a finding is about."""
        found = self._fields.get(field) or self._fields.get(field.split(".", maxsplit=1)[0])
        if found:
            self.ensureWidgetVisible(found)
            found.focus_editor()

    def _values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors, but those of the approval and the tick, with what they show."""
        person, career = dossier.person, dossier.career
        places = {"person": person, "career": career}
        texts = [(editor, _at(places, name) or None) for name, editor in self._texts.items()]
        return (
            *texts,
            (self.note, dossier.note or None),
            (self.sex, person.sex),
            (self.birth, person.birth),
            (self.employment, person.employment),
            (self.management, person.management_level),
            (self.group, dossier.group),
            (self.route, dossier.route),
            (self.leave_on, dossier.leave_on),
            (self.salary, career.salary),
            (self.insurance, career.insurance),
            *self.case.values(dossier),
            *self.further.values(dossier),
        )

    def _why_locked(self, dossier: Dossier) -> str:
        if dossier.state is DossierState.WITHDRAWN:
            sentence = self.tr("{state}: hồ sơ chỉ để xem. Muốn đề nghị lại thì dùng nút ở phía trên.")
        elif dossier.state in REOPENED:
            sentence = self.tr("{state}: hồ sơ chỉ để xem. Muốn sửa thì bấm “Sửa bản đã gửi”.")
        else:
            sentence = self.tr("{state}: hồ sơ chỉ để xem. Chỉ sửa được khi Sở Tài chính trả lại, từ trang Kết quả.")
        return sentence.format(state=word(dossier.state))

    def _make_editors(self) -> None:
        names = (
            "person.full_name person.citizen_id person.insurance_number person.post person.workplace "
            "person.qualification person.bank_account person.bank_name career.rank"
        )
        self._texts = {name: TextEdit() for name in names.split()}
        self.sex = ChoiceBox(Sex, word)
        self.birth = BirthEdit()
        self.employment = ChoiceBox(Employment, word)
        self.management = ChoiceBox(ManagementLevel, word)
        self.group = ChoiceBox(Group, word)
        self.route = ChoiceBox(Route, word)
        self.leave_on = DateEdit(month_allowed=True)
        self.approval = ApprovalBox()
        self.salary = SalaryTable()
        self.insurance = InsuranceTable()
        self.checked = QCheckBox(self.tr("Đã đối chiế&u với sổ BHXH"))
        self.note = TextEdit()
        self.timeline = Timeline()
        self.further = FurtherFacts(self)
        self.case = CaseFacts(self)
        lines = (self.birth, self.leave_on, self.note)
        self._typed: tuple[TypedEdit[Any], ...] = (*self._texts.values(), *lines, self.further.assessed_month)
        self._tables = (self.salary, self.insurance, self.further.payments)
        fields = ("career.salary", "career.insurance", "earlier_payments")
        self._unread = UnreadTyping(self._typed, dict(zip(fields, self._tables, strict=True)))
        chosen: tuple[Any, ...] = (self.sex, self.employment, self.management, self.group, self.route, self.approval)
        for editor in (*self._texts.values(), *lines, *chosen):
            editor.committed.connect(self.edited)
        self.further.edited.connect(self.edited)
        self.case.edited.connect(self.edited)
        self.salary.edited.connect(self.edited)
        self.insurance.edited.connect(self.edited)
        self.checked.clicked.connect(self.edited)

    def _add_person(self) -> None:
        section = self._section(self.tr("Nhân thân"))
        required, recommended = Need.REQUIRED, Need.RECOMMENDED
        put = self._putter(section)
        put("person.full_name", self.tr("&Họ và tên"), self._texts["person.full_name"], required)
        put("person.citizen_id", self.tr("Số &CCCD"), self._texts["person.citizen_id"], required, self.tr("12 chữ số."))
        put("person.birth", self.tr("&Ngày sinh"), self.birth, required, self.tr("Ngày/tháng/năm; chỉ biết năm: 1965."))
        put("person.sex", self.tr("Giới &tính"), self.sex, required)
        put("person.post", self.tr("Chức &vụ, chức danh"), self._texts["person.post"], recommended)
        put("person.workplace", self.tr("Đơn vị công tác"), self._texts["person.workplace"], required)

    def _add_leave(self) -> None:
        section = self._section(self.tr("Nghỉ"))
        put = self._putter(section)
        put("group", self.tr("Nhó&m đối tượng"), self.group, Need.REQUIRED)
        put("route", self.tr("T&rường hợp"), self.route, Need.REQUIRED)
        hint = self.tr("Ngày đầu tiên không còn làm việc; 11/2024 là ngày 01/11/2024.")
        put("leave_on", self.tr("Thời đ&iểm nghỉ"), self.leave_on, Need.REQUIRED, hint)
        put("approval_id", self.tr("Văn bản &phê duyệt"), self.approval, Need.REQUIRED)
        hint = self.tr("Cần với nhóm tự nguyện nghỉ công tác trước tuổi.")
        put("person.management_level", self.tr("Diện &quản lý"), self.management, Need.OPTIONAL, hint)
        put("person.employment", self.tr("Đối tượng"), self.employment, Need.OPTIONAL)

    def _add_career(self) -> None:
        section = self._section(self.tr("Quá trình"), columns=1)
        put = self._putter(section)
        section.add(self.timeline)
        put("career.salary", self.tr("Diễn biến &lương"), self.salary, Need.REQUIRED)
        put("career.insurance", self.tr("Quá trình đóng BH&XH"), self.insurance, Need.REQUIRED)
        section.add(self.checked)

    def _add_more(self) -> None:
        section = self._section(self.tr("Thông tin khác"))
        put = self._putter(section)
        put("career.rank", self.tr("Ngạch, hạng"), self._texts["career.rank"], Need.OPTIONAL)
        put("person.insurance_number", self.tr("Mã số BHXH"), self._texts["person.insurance_number"], Need.OPTIONAL)
        put("person.qualification", self.tr("Trình độ chuyên môn"), self._texts["person.qualification"], Need.OPTIONAL)
        put("person.bank_account", self.tr("Số tài khoản"), self._texts["person.bank_account"], Need.OPTIONAL)
        put("person.bank_name", self.tr("Ngân hàng"), self._texts["person.bank_name"], Need.OPTIONAL)
        put("note", self.tr("Ghi chú"), self.note, Need.OPTIONAL)

    def _section(self, title: str, columns: int = 2) -> FormSection:
        section = FormSection(title, columns)
        self._column.addWidget(section)
        self._sections.append(section)
        return section

    def _putter(self, section: FormSection) -> Callable[..., None]:
        def put(name: str, label: str, editor: QWidget, need: Need, hint: str = "") -> None:
            field = LabelledField(label, editor, need=need, help=hint, name=name)
            self._fields[name] = field
            section.add(field)

        return put


def _at(places: dict[str, object], name: str) -> str:
    place, field = name.split(".")
    return str(getattr(places[place], field))

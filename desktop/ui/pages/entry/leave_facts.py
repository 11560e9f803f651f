"""How, when and on whose word the person leaves."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.people import Employment, ManagementLevel
from desktop.services.amounts.simulate import Variation
from desktop.ui.pages.approval_box import ApprovalBox
from desktop.ui.pages.entry.fields import Fields, SectionMaker, putter
from desktop.ui.texts import word
from desktop.ui.widgets.edits import ChoiceBox, DateEdit
from desktop.ui.widgets.labelled_field import Need
from desktop.ui.widgets.reading import LEAVING


class LeaveFacts(QObject):
    """Makes the editors of the leave, puts them into a section, and reads and writes a dossier."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.group = ChoiceBox(Group, word)
        self.route = ChoiceBox(Route, word)
        self.leave_on = DateEdit(month_allowed=True, years=LEAVING)
        self.approval = ApprovalBox()
        self.management = ChoiceBox(ManagementLevel, word)
        self.employment = ChoiceBox(Employment, word)
        self.lines = (self.leave_on,)
        chosen = (self.group, self.route, self.leave_on, self.approval, self.management, self.employment)
        for editor in chosen:
            editor.committed.connect(self.edited)

    def show_approvals(self, approvals: tuple[Approval, ...], chosen: str | None) -> None:
        """Offer these documents, one of them chosen."""
        self.approval.set_approvals(approvals)
        self.approval.set_value(chosen)

    def take(self, tried: Variation, before: Dossier) -> None:
        """Write in what was tried; does not count as the clerk's change."""
        if tried.leave_month is not None and tried.leave_month != before.leave_month:
            self.leave_on.set_value(tried.leave_month.first_day)
        self.group.set_value(tried.group or before.group)
        self.route.set_value(tried.route or before.route)

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors, but that of the approval, with what they show of the dossier."""
        return (
            (self.group, dossier.group),
            (self.route, dossier.route),
            (self.leave_on, dossier.leave_on),
            (self.management, dossier.person.management_level),
            (self.employment, dossier.person.employment),
        )

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""
        person = replace(dossier.person, management_level=self.management.value(), employment=self.employment.value())
        return replace(
            dossier,
            person=person,
            group=self.group.value(),
            route=self.route.value(),
            leave_on=self.leave_on.value(),
            approval_id=self.approval.value(),
        )

    def add_to(self, section: SectionMaker, fields: Fields) -> None:
        """Put the editors into a section, which `section` makes, and into the fields of the form."""
        made = section(self.tr("Nghỉ"))
        made.set_note(self.tr("Cần trước khi gửi; quyết định cách tính."))
        put = putter(made, fields)
        put("group", self.tr("Nhó&m đối tượng"), self.group, Need.REQUIRED)
        put("route", self.tr("T&rường hợp"), self.route, Need.REQUIRED)
        put("leave_on", self.tr("Thời đ&iểm nghỉ"), self.leave_on, Need.REQUIRED)
        put("approval_id", self.tr("Văn bản &phê duyệt"), self.approval, Need.REQUIRED)
        put("person.management_level", self.tr("Diện &quản lý"), self.management)
        put("person.employment", self.tr("Đối tượng"), self.employment)

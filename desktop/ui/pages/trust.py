"""Offices and certificates: what signing needs here, step by step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.findings import Severity
from desktop.services.keys.signing_doctor import may_renew
from desktop.services.keys.signing_state import SigningState, signing_state
from desktop.services.office import Mode, Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import page_column
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.print_view import PrintStack
from desktop.ui.pages.trust_doctor import DoctorPanel
from desktop.ui.pages.trust_finance import FinanceTrust
from desktop.ui.pages.trust_renew import RenewStep
from desktop.ui.pages.trust_unit import UnitTrust
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.pages_base import Changed, Page
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import step


class TrustPage(Page):
    """The steps of the office at this desk; what is done shows as done."""

    page_id = "trust"
    icon_name = "trust"

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office = office
        self._state: SigningState = signing_state(office)
        self._well = True
        work = TrustWork(tasks, self)
        finance = office.identity.mode is Mode.FINANCE
        self.steps = FinanceTrust(office, work, messages) if finance else UnitTrust(office, work, messages)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doctor = DoctorPanel(office, work, messages)
        self.renew = RenewStep(office, work, messages)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 3))
        column.addWidget(self.doctor)
        column.addWidget(self.renew)
        column.addWidget(self.steps, 1)
        area.setWidget(content)
        self.prints = PrintStack(area, tasks, messages, office.folder)
        page_column(self).addWidget(self.prints)
        self.prints.said.connect(self.banner)
        work.printed.connect(self.prints.make)
        work.told.connect(self.banner)
        work.done.connect(self._worked)
        self.doctor.shown.connect(self._examined)
        self.refresh(None)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Read anew what is here of what signing needs."""
        self._state = signing_state(self._office)
        self.doctor.look()
        self.steps.show_state(self._state)

    def leave(self) -> None:
        """Take off the screen what nobody else should see."""
        self.steps.leave()

    def _examined(self) -> None:
        found = self.doctor.found
        self._well = all(each.severity is not Severity.ERROR for each in found)
        self.renew.setVisible(may_renew(found))
        self.renew.show_state(self._state)

    def count(self) -> tuple[int, bool]:
        """Return a mark while something stands in the way of signing here."""
        return 0, not (self._state.can_sign and self._well)

    def status(self) -> str:
        """Return whether packages can be signed and read."""
        if self._state.can_sign and not self._well:
            return self.tr("Chưa ký hoặc kiểm tra gói được: xem phần Kiểm tra khả năng ký.")
        if self._state.can_sign:
            return self.tr("Ký và kiểm tra gói được. Gói tin cậy số {0}.").replace(
                "{0}", str(self._state.trust_version)
            )
        return self.tr("Chưa ký được gói: còn bước chưa làm.")

    def _worked(self) -> None:
        self.refresh(None)
        self._keep_focus()
        self.changed.emit(Changed())

    def _keep_focus(self) -> None:
        """Bring the keyboard back when the button that was pressed is gone with its step."""
        at = QApplication.focusWidget()
        if not self.isVisible() or (at is not None and self.isAncestorOf(at)):
            return
        buttons = (each for each in self.steps.findChildren(QPushButton) if each.isVisible() and each.isEnabled())
        first = next(buttons, None)
        if first is not None:
            first.setFocus()

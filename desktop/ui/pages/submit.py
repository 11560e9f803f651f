"""Sign and send: what goes and what holds it back, paper beside data, the signature, the package and what is next."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.domain.money import format_dong
from desktop.services.arrivals.receive_embedded import takes_in_subordinates
from desktop.services.keys.signing_doctor import diagnose
from desktop.services.keys.signing_state import signing_state
from desktop.services.parent_units.subordinates import SubordinateItem, going_along, total_of
from desktop.services.rounds.readiness import Readiness
from desktop.services.sending.export_submission import Sent, export_submission
from desktop.services.sending.going_list import state_of_print
from desktop.services.sending.lacking import Lack, Lacking, lacking
from desktop.services.sending.parcel_size import embedded_weights, parcel_size
from desktop.services.sending.plan_sending import SendingPlan, plan_sending
from desktop.ui.messages import Messages
from desktop.ui.pages.correction_box import CorrectionBox
from desktop.ui.pages.desk import Desk, DeskPage, Looked
from desktop.ui.pages.draft_sending import DraftSending
from desktop.ui.pages.frames import Panel, bring_into_view, button, page_column, row_of, scrolled, set_next_step
from desktop.ui.pages.kept_secret import KeptSecret
from desktop.ui.pages.page_counts import may_be_sent
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.secret_words import tell_secret
from desktop.ui.pages.sending.after_sending import AfterSending
from desktop.ui.pages.sending.appraiser_preview import AppraiserPreview
from desktop.ui.pages.sending.lacking_list import LackingList
from desktop.ui.pages.sending.list_card import ListCard
from desktop.ui.pages.sending.list_printing import ListPrinting
from desktop.ui.pages.sending.mending_places import PRINT, ShowFinding
from desktop.ui.pages.sending.obstacles import Obstacles
from desktop.ui.pages.sending.print_card import PrintCard
from desktop.ui.pages.sending.recipient_field import RecipientField
from desktop.ui.pages.sending.reopening import PackageReopening
from desktop.ui.pages.sending_size import SizeLine, WrittenFiles
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.rooms import Rooms
from desktop.ui.written_words import written_name


class SubmitPage(DeskPage):
    """Nothing is sent by accident: people, total and policy stand beside the button."""

    page_id = "submit"
    icon_name = "send"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = page_name(self.page_id)
        self._tasks, self._messages = tasks, messages
        self._plan: SendingPlan | None = None
        self._going: tuple[SubordinateItem, ...] = ()
        self.along, self.obstacles = QLabel(), Obstacles(desk)
        self.list_card, self.print_card = ListCard(desk.office), PrintCard()
        self.lacking, self.after = LackingList(), AfterSending()
        self.summary = self.list_card.total
        self.size_line, self.written = SizeLine(), WrittenFiles()
        self.only_complete = QCheckBox(self.tr("&Chỉ gửi những người đã đủ, để lại người còn thiếu"))
        self.recipient = RecipientField(desk.office)
        self.passphrase = QLineEdit()
        self.kept = KeptSecret(desk.office, self.passphrase)
        self.print_button, self.register_button = self.print_card.print_button, self.print_card.register_button
        self.send_button = QPushButton(self.tr("&Ký và ghi gói…"))
        self.preview_button = QPushButton(self.tr("&Xem như người thẩm định…"))
        self.correction = CorrectionBox(desk, messages, self)
        self.drafts = DraftSending(desk, tasks, messages, self)
        self.printing = ListPrinting(desk, tasks, messages, self)
        self.reopening = PackageReopening(desk.office, tasks, messages, self)
        self.reopen_button = button(self.tr("&Mở gói để xem…"), quiet=True)
        self.preview = AppraiserPreview(desk.office, tasks)
        self._lay_out()
        self._connect()
        self._fill()

    def take_focus(self) -> None:
        """Give the keyboard to what is still to be typed."""
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self, target: object) -> None:
        """Go to the print, which a finding leads to."""
        if target == PRINT:
            self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.print_button)

    def count(self) -> tuple[int, bool]:
        """Return how many people would go."""
        plan = self._plan
        return plan.news if plan else 0, self._can_go()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Ký và gửi danh sách đề nghị"))
        heading.setProperty("role", "title")
        self.along.setWordWrap(True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, step(self, 1), 0)
        whole.setSpacing(step(self, 2))
        self.card = self._signing()
        for widget in (self.after, self.list_card, self.lacking, self.print_card, self.card, self.written):
            whole.addWidget(widget)
        whole.addStretch(1)
        signing = QWidget()
        column = QVBoxLayout(signing)
        column.setContentsMargins(0, 0, 0, 0)
        top = row_of(self, heading)
        top.addWidget(self.reopen_button)
        column.addLayout(top)
        column.addWidget(scrolled(inner))
        self.stack = Rooms()
        self.stack.addWidget(signing)
        self.stack.addWidget(self.preview)
        page_column(self).addWidget(self.stack)

    def _signing(self) -> Panel:
        card = Panel(self.tr("Ký và ghi gói"))
        for widget in (self.obstacles, self.along, self.only_complete, self.correction):
            card.column.addWidget(widget)
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._add_row(rows, self.tr("&Nơi nhận (mã)"), self.recipient)
        rows.addRow("", self.recipient.note)
        self._add_row(rows, self.tr("&Mật khẩu của khóa ký"), self.passphrase)
        rows.addRow("", self.kept.tick)
        card.column.addLayout(rows)
        card.column.addWidget(self.size_line)
        card.column.addLayout(row_of(self, self.send_button, self.preview_button, self.drafts.button))
        return card

    def _add_row(self, rows: QFormLayout, label: str, editor: QLineEdit) -> None:
        editor.setAccessibleName(label.replace("&", ""))
        editor.setMinimumWidth(editor.fontMetrics().averageCharWidth() * 36)
        rows.addRow(label, editor)

    def _connect(self) -> None:
        self.drafts.button.clicked.connect(self._ask_draft)
        self.drafts.said.connect(self.banner)
        self.correction.changed.connect(self._fill)
        self.correction.said.connect(self.banner)
        self.only_complete.toggled.connect(self._fill)
        self.print_card.connect_prints(self._print_list, self.printing.ask_register)
        self.printing.said.connect(self.banner)
        self.print_card.jump.connect(self._jump)
        self.lacking.jump.connect(self._mend)
        self.after.to_results.connect(self._show_results)
        self.after.to_read.connect(self.reopening.open_file)
        self.reopen_button.clicked.connect(self.reopening.ask_file)
        self.reopening.said.connect(self.banner)
        self.preview_button.clicked.connect(self._preview)
        self.preview.closed.connect(self._close_preview)
        self.preview.refused.connect(self._refused)
        self.send_button.clicked.connect(self._ask_folder)
        self.passphrase.returnPressed.connect(self._ask_folder)
        self.recipient.judged.connect(self._offer_signing)

    def _recount(self) -> None:
        """Plan what would go; as a rule the desk did so already."""
        contents = self._desk.contents
        only, purpose = self.only_complete.isChecked(), self.correction.purpose
        usual = not only and purpose is None
        if contents is None or usual:
            self._plan = contents.plan if contents else None
        else:
            self._plan = plan_sending(self._desk.office, contents.view, purpose, only_complete=only)

    def _fill(self) -> None:
        view = self._desk.view
        self._recount()
        self.card.setVisible(view is not None)
        self._show_going()
        self.recipient.judge()
        self.correction.show_plan(self._plan)
        self.print_button.setEnabled(bool(view and view.dossiers))
        self.register_button.setEnabled(bool(view and view.approvals))
        self.preview_button.setEnabled(bool(self._plan and self._plan.ready.people))
        self.drafts.offer()
        self._show_size()
        self._show_list()
        self._mark_next()
        self.updated.emit()

    def _mark_next(self) -> None:
        """Give the one next step the accent: handing on what was written, printing anew, or signing."""
        handed = not self.after.isHidden() and not self._can_go()
        old = self.print_card.old and not handed
        steps = {self.after.open_button: handed, self.print_button: old, self.send_button: not (handed or old)}
        for chosen, is_next in steps.items():
            set_next_step(chosen, next_step=is_next)

    def _show_list(self) -> None:
        """Show what is signed, what it lacks and what stands on paper; keys and prints only when somebody looks."""
        plan, contents = self._plan, self._desk.contents
        if plan is None or contents is None:
            self.list_card.show_plan(None, "")
            self.print_card.show_state(None)
            self.obstacles.hide()
            self.lacking.hide()
            return
        if not self.isVisible():
            return
        state = state_of_print(self._desk.office, plan)
        self.list_card.show_plan(plan, state.digest)
        self.list_card.show_certificate(diagnose(self._desk.office, ask_token=False)[0])
        self.print_card.show_state(state if contents.view.dossiers else None)
        self.lacking.show_lacking(lacking(plan, contents.unread), plan.view)
        self._show_obstacles(plan.ready)

    def _offer_signing(self) -> None:
        """Offer it when nothing stands in its way; else the button says what does."""
        fault = self.recipient.fault
        self.send_button.setEnabled(self._can_go() and fault is None)
        self.send_button.setToolTip(refusal_text(fault) if fault else "")

    def _show_going(self) -> None:
        """Say which packages of subordinate units go along."""
        office = self._desk.office
        self._going = going_along(office) if takes_in_subordinates(office) else ()
        people, total = total_of(self._going)
        told = self.tr("Gửi kèm {0} gói của đơn vị trực thuộc: {1} người, {2}. Từng gói giữ nguyên chữ ký.")
        self.along.setText(told.format(len(self._going), people, format_dong(total)))
        self.along.setVisible(bool(self._going))

    def _can_go(self) -> bool:
        """Tell whether there is something to send and nothing that holds it back."""
        return may_be_sent(self._plan, self._going)

    def _show_size(self) -> None:
        office, plan = self._desk.office, self._plan
        if plan is None or not (plan.ready.people or self._going):
            self.size_line.show_size(None)
            return
        along = embedded_weights(office, self._going)
        self.size_line.show_size(parcel_size(office, plan.view, plan.ready.people, along))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at key and trust only when somebody looks here: verifying them takes its time."""
        self._stale = True
        super().showEvent(event)

    def _show_obstacles(self, ready: Readiness) -> None:
        state = signing_state(self._desk.office)
        tell_secret(self.passphrase, state.token)
        self.obstacles.show_for(ready, state, may_go=self._can_go())

    def _print_list(self) -> None:
        self.printing.ask_list(self._plan)

    def _ask_draft(self) -> None:
        secret = self.passphrase.text()
        self.passphrase.clear()
        self.drafts.ask_folder(self.recipient.text().strip(), secret)

    def _ask_folder(self) -> None:
        if self._can_go() and self.recipient.fault is not None:
            self._refused(self.recipient.fault)
        elif self._can_go() and not self.correction.demand_reason():
            self._messages.choose_folder(self.tr("Ghi gói vào thư mục hoặc USB"), done=self._send)

    def _send(self, folder: Path) -> None:
        opened = self._desk.round
        if opened is None:
            return
        secret, recipient = self.passphrase.text(), self.recipient.text().strip()
        only_complete, purpose = self.only_complete.isChecked(), self.correction.purpose
        reason = self.correction.reason.text()
        self.passphrase.clear()

        def work(progress: Progress) -> tuple[Sent, Looked]:
            sent = export_submission(
                self._desk.office,
                opened.id,
                folder,
                secret,
                recipient=recipient,
                only_complete=only_complete,
                purpose=purpose,
                reason=reason,
                progress=progress.report,
                cancelled=progress.cancelled,
            )
            return sent, self._desk.look()

        def done(both: tuple[Sent, Looked]) -> None:
            self._sent(*both, self.kept.used(secret))

        self._tasks.database(work, title=self.tr("Ký và ghi gói"), done=done, failed=self._refused, owner=self)

    def _sent(self, sent: Sent, looked: Looked, unkept: str) -> None:
        self.correction.forget()
        self._desk.take(looked)
        self.changed.emit(Changed(shown=True))
        self.written.show_written(sent.package)
        self.after.show_sent(sent)
        self._mark_next()
        text = self.tr("Đã ghi {file}: {people} người, {total}. Chép gói này cho {recipient}.").format(
            file=written_name(sent.package),
            people=sent.submission.people,
            total=format_dong(sent.submission.total),
            recipient=shown(sent.recipient.name),
        )
        text += self.tr(" Kèm {0} gói của đơn vị trực thuộc.").format(len(sent.embedded)) if sent.embedded else ""
        note = "" if sent.package.sealed else " " + message("send.not_sealed")
        note += f" {unkept}" if unkept else ""
        self.banner.emit(Banner(text + note, Tone.WARNING if note else Tone.OK))

    def _jump(self, subject: str, field: str) -> None:
        view = self._desk.view
        if view and view.dossier(subject):
            self.go.emit("people", (subject, field))
        elif subject:
            self.go.emit("approvals", subject)

    def _mend(self, lack: Lacking) -> None:
        """Go where it is mended."""
        if lack.kind is Lack.PRINT:
            self.print_button.setFocus()
        elif lack.kind is Lack.CERTIFICATE:
            self.go.emit("trust", None)
        elif lack.finding is not None and not lack.subject:
            self.go.emit("checks", ShowFinding(lack.finding.key))
        else:
            self._jump(lack.subject, lack.field)

    def _show_results(self) -> None:
        self.go.emit("results", None)

    def _preview(self) -> None:
        if self._plan is not None:
            self.stack.setCurrentWidget(self.preview)
            self.preview.show_plan(self._plan)

    def _close_preview(self) -> None:
        self.stack.setCurrentIndex(0)
        self.preview_button.setFocus()

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

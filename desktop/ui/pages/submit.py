"""Send the round: what goes, what holds it back, print, sign, write the package."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.domain.money import format_dong
from desktop.rules.trace import OpenValue
from desktop.services.enrolment import signing_state
from desktop.services.export_submission import Sent, export_submission
from desktop.services.office import Office
from desktop.services.parcel_size import embedded_weights, parcel_size
from desktop.services.plan_sending import SendingPlan, plan_sending
from desktop.services.print_forms import PrintedList, print_proposal_list
from desktop.services.print_register import print_register
from desktop.services.readiness import Readiness
from desktop.services.receive_embedded import possible_recipients, takes_in_subordinates
from desktop.services.round_view import RoundView
from desktop.services.subordinates import SubordinateItem, going_along, total_of
from desktop.ui.messages import Messages
from desktop.ui.pages.correction_box import CorrectionBox
from desktop.ui.pages.desk import Desk, DeskPage, Looked, editable
from desktop.ui.pages.draft_sending import DraftSending
from desktop.ui.pages.frames import quiet_label
from desktop.ui.pages.kept_secret import KeptSecret
from desktop.ui.pages.secret_words import tell_secret
from desktop.ui.pages.sending_size import SizeLine, WrittenFiles
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone
from desktop.ui.written_words import written_name


class SubmitPage(DeskPage):
    """Nothing is sent by accident: people, total and policy stand beside the button."""

    page_id = "submit"
    icon_name = "send"
    scrolls = True

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Gửi")
        self._tasks, self._messages = tasks, messages
        self._plan: SendingPlan | None = None
        self._going: tuple[SubordinateItem, ...] = ()
        self.along = QLabel()
        self.summary, self.obstacles, self.open_note = QLabel(), QLabel(), QLabel()
        self.size_line, self.written = SizeLine(), WrittenFiles()
        self.only_complete = QCheckBox(self.tr("&Chỉ gửi những người đã đủ, để lại người còn thiếu"))
        self.recipient, self.recipient_note = QLineEdit("STC"), quiet_label()
        self.passphrase = QLineEdit()
        self.kept = KeptSecret(desk.office, self.passphrase)
        self.print_button = QPushButton(self.tr("&In danh sách (Biểu 01)…"))
        self.register_button = QPushButton(self.tr("In &bảng kê hồ sơ (Biểu 06)…"))
        self.send_button = QPushButton(self.tr("&Ký và ghi gói…"))
        self.correction = CorrectionBox(desk, messages, self)
        self.drafts = DraftSending(desk, tasks, messages, self)
        self._lay_out()
        self._connect()
        self._fill()

    def take_focus(self) -> None:
        """Give the keyboard to what is still to be typed."""
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> tuple[int, bool]:
        """Return how many people would go."""
        plan = self._plan
        return plan.news if plan else 0, self._can_go()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Gửi danh sách đề nghị"))
        heading.setProperty("role", "title")
        for label in (self.summary, self.along, self.obstacles, self.open_note):
            label.setWordWrap(True)
        self.summary.setProperty("role", "heading")
        self.obstacles.setProperty("role", "error")
        self.open_note.setProperty("role", "warning")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.send_button.setProperty("next", "true")
        card = QFrame()
        card.setProperty("panel", "true")
        inside = QVBoxLayout(card)
        for widget in (self.summary, self.along, self.size_line, self.obstacles, self.open_note, self.only_complete):
            inside.addWidget(widget)
        inside.addWidget(self.correction)
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._add_row(rows, self.tr("&Nơi nhận (mã)"), self.recipient)
        rows.addRow("", self.recipient_note)
        self._add_row(rows, self.tr("&Mật khẩu của khóa ký"), self.passphrase)
        rows.addRow("", self.kept.tick)
        inside.addLayout(rows)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.register_button)
        buttons.addWidget(self.send_button)
        buttons.addWidget(self.drafts.button)
        buttons.addStretch()
        inside.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        whole.addWidget(heading)
        whole.addWidget(card)
        whole.addWidget(self.written)

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
        self.print_button.clicked.connect(self._ask_print)
        self.register_button.clicked.connect(self._ask_register)
        self.send_button.clicked.connect(self._ask_folder)
        self.passphrase.returnPressed.connect(self._ask_folder)
        self.recipient.textChanged.connect(self._name_recipient)

    def _fill(self) -> None:
        view = self._desk.view
        only, purpose = self.only_complete.isChecked(), self.correction.purpose
        self._plan = plan_sending(self._desk.office, view, purpose, only_complete=only) if view else None
        ready = self._plan.ready if self._plan else None
        self._show_going()
        self._name_recipient()
        self.correction.show_plan(self._plan)
        self.print_button.setEnabled(bool(view and view.dossiers))
        self.register_button.setEnabled(bool(view and view.approvals))
        self.send_button.setEnabled(self._can_go())
        self.drafts.offer()
        self._show_size()
        if view is None or ready is None:
            self.summary.setText(self.tr("Chưa có đợt nào. Lập đợt ở trang Việc cần làm."))
            self.obstacles.hide()
            self.open_note.hide()
            return
        policies = ", ".join(f"{pack.id} {pack.version}" for pack in view.packs)
        self.summary.setText(
            self.tr("{count} người · {total} · chính sách {policies}").format(
                count=len(ready.people), total=format_dong(ready.total), policies=policies
            )
        )
        if self.isVisible():
            self._show_obstacles(ready)
        cited = {str(value.citation) for each in ready.people for value in self._open_values(each.id)}
        self.open_note.setText(message("ui.open_note", citations="; ".join(sorted(cited))))
        self.open_note.setVisible(bool(cited))
        self.updated.emit()

    def _name_recipient(self) -> None:
        """Say whose code it is; for one that nobody has, which there are."""
        known = dict(possible_recipients(self._desk.office))
        name = known.get(self.recipient.text().strip())
        others = "; ".join(shown(f"{code} – {unit}") for code, unit in known.items())
        unknown = self.tr("Gói tin cậy không có nơi nhận mang mã này. Các nơi nhận: {0}.").format(others)
        self.recipient_note.setText(shown(name) if name else unknown if known else "")

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
        if self._plan is None:
            return False
        ready = self._plan.ready
        return self._plan.may_go or bool(self._going and not ready.people and not ready.drafts)

    def _open_values(self, dossier_id: str) -> tuple[OpenValue, ...]:
        return self._plan.view.supports[dossier_id].open_values if self._plan else ()

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
        self.obstacles.setText("\n".join(self._obstacles(ready)))
        self.obstacles.setProperty("role", "muted" if self._all_sent(ready) else "error")
        self.obstacles.style().polish(self.obstacles)
        self.obstacles.setVisible(bool(self.obstacles.text()))

    def _obstacles(self, ready: Readiness) -> list[str]:
        state = signing_state(self._desk.office)
        tell_secret(self.passphrase, state.token)
        lines = [self.tr("{n} người còn thiếu số liệu.").format(n=len(ready.drafts))] if ready.drafts else []
        lines += [self.tr("Những người này còn {n} lỗi chưa sửa.").format(n=len(ready.errors))] if ready.errors else []
        unanswered = self.tr("Những người này còn {n} cảnh báo chưa giải trình.")
        lines += [unanswered.format(n=len(ready.unanswered))] if ready.unanswered else []
        lines += [] if ready.people or self._can_go() else [self._nobody(ready)]
        lines += [] if state.can_sign else [self.tr("Chưa ký được: cần khóa và gói tin cậy, xem Đơn vị & chứng thư.")]
        return lines

    def _nobody(self, ready: Readiness) -> str:
        if self._all_sent(ready):
            return self.tr("Mọi người trong đợt đã được gửi. Xem trang Kết quả.")
        return self.tr("Chưa có ai đủ số liệu để gửi.")

    def _all_sent(self, ready: Readiness) -> bool:
        view = self._desk.view
        return bool(view and view.dossiers and not ready.drafts and not any(editable(each) for each in view.dossiers))

    def _ask_print(self) -> None:
        self._messages.choose_folder(self.tr("Ghi bản in vào"), done=self._print)

    def _ask_register(self) -> None:
        self._messages.choose_folder(self.tr("Ghi bản in vào"), done=self._print_register)

    def _print(self, folder: Path) -> None:
        self._write(self.tr("In danh sách"), print_proposal_list, folder)

    def _print_register(self, folder: Path) -> None:
        self._write(self.tr("In bảng kê hồ sơ"), print_register, folder)

    def _write(self, title: str, write: Callable[[Office, RoundView, Path], PrintedList], folder: Path) -> None:
        view = self._desk.view
        if view is None:
            return

        def work(_progress: Progress) -> PrintedList:
            return write(self._desk.office, view, folder)

        self._tasks.database(work, title=title, done=self._printed, failed=self._refused, owner=self)

    def _printed(self, printed: PrintedList) -> None:
        self.banner.emit(Banner(message("ui.printed", pdf=printed.pdf.name, xlsx=printed.xlsx.name), Tone.OK))
        self._desk.read()

    def _ask_draft(self) -> None:
        secret = self.passphrase.text()
        self.passphrase.clear()
        self.drafts.ask_folder(self.recipient.text().strip(), secret)

    def _ask_folder(self) -> None:
        if self._can_go() and not self.correction.demand_reason():
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
        text = self.tr("Đã ghi {file}: {people} người, {total}. Chép gói này cho Sở Tài chính.").format(
            file=written_name(sent.package), people=sent.submission.people, total=format_dong(sent.submission.total)
        )
        text += self.tr(" Kèm {0} gói của đơn vị trực thuộc.").format(len(sent.embedded)) if sent.embedded else ""
        note = "" if sent.package.sealed else " " + message("send.not_sealed")
        note += f" {unkept}" if unkept else ""
        self.banner.emit(Banner(text + note, Tone.WARNING if note else Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

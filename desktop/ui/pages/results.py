"""What was sent and what came back: every decision with its reasons, and the way to mend what was returned."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.arrivals.receive_receipt import SentPackage
from desktop.services.arrivals.take_in import TakenIn, take_in
from desktop.services.corrections.correct_sent import reopen
from desktop.services.entry.typed_parts import Form, HalfTyped, Part
from desktop.services.prints.print_forms import PrintedList
from desktop.services.prints.print_receipt import print_kept_receipt
from desktop.services.prints.print_result import print_received_result
from desktop.services.sending.outcome_summary import summary_of
from desktop.services.sending.to_mend import ReturnedPeople, ToMend, reply_to, returned_people, take_up, to_mend
from desktop.ui.arrival_words import is_old, told, uneasy
from desktop.ui.messages import Messages
from desktop.ui.models.records import RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.arrivals_panel import ArrivalsPanel
from desktop.ui.pages.desk import Desk, DeskPage
from desktop.ui.pages.frames import plain_label
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.sealed_files import PATTERNS, with_passphrase
from desktop.ui.pages.sending.mending_panel import MendingPanel
from desktop.ui.pages.sending.outcomes import OutcomeRow, detail_of, outcome_columns, outcome_rows, summary_words
from desktop.ui.pages.sending.reopening import PackageReopening
from desktop.ui.pages.sent_packages import SentPackages
from desktop.ui.pages.trust_notice import TrustNotice
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.looks import Tone, row_height


class ResultsPage(DeskPage):
    """Receives decision packages; a returned person is reopened from here."""

    page_id = "results"
    icon_name = "result"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = page_name(self.page_id)
        self._tasks, self._messages = tasks, messages
        self._all: tuple[OutcomeRow, ...] = ()
        self._returned: tuple[ReturnedPeople, ...] = ()
        self.table = self._make_table()
        self.summary = plain_label()
        self.only_other = QCheckBox(self.tr("Chỉ người có kết quả khác đề nghị"))
        self.only_other.toggled.connect(self._filter)
        self.mending = MendingPanel()
        self.mending.wanted.connect(self._mend)
        self.mending.answered.connect(self._answer)
        self.mending.resend.connect(self._resend)
        self.receive_button = QPushButton(self.tr("&Nhận gói…"))
        self.receive_button.clicked.connect(self._ask_file)
        self.reopen_button = QPushButton(self.tr("&Sửa hồ sơ bị trả"))
        self.reopen_button.clicked.connect(self._reopen)
        self.print_button = QPushButton(self.tr("&In kết quả (Biểu 05)…"))
        self.print_button.clicked.connect(self._ask_folder)
        self.receipt_button = QPushButton(self.tr("In phiếu &tiếp nhận…"))
        self.receipt_button.clicked.connect(self._ask_receipt_folder)
        self.arrivals = ArrivalsPanel(desk.office, tasks, messages)
        self.arrivals.said.connect(self.banner)
        self.arrivals.acted.connect(self._renewed)
        self.sent = SentPackages(desk.office)
        self.sent.chosen.connect(self._offer_receipt)
        self._offer_reading()
        heading = QLabel(self.tr("Kết quả thẩm định"))
        heading.setProperty("role", "title")
        buttons = QWidget()
        acts = (self.receive_button, self.reopen_button, self.print_button, self.receipt_button, self.read_button)
        buttons.setLayout(FlowRow(self, *acts, trailing=True))
        top = QHBoxLayout()
        top.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(buttons, 1)
        self.detail = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.addLayout(top)
        self.trust_notice = TrustNotice(desk.office)
        whole.addWidget(self.trust_notice)
        whole.addWidget(self.arrivals)
        whole.addWidget(self.sent)
        whole.addWidget(self.summary)
        whole.addWidget(self.mending)
        whole.addWidget(self.only_other)
        self.table.setMinimumHeight(row_height(self.fontMetrics()) * 3)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.detail)
        self._fill()

    def _offer_reading(self) -> None:
        """Let packages be opened to read: any, or one of those that were sent."""
        self.reopening = PackageReopening(self._desk.office, self._tasks, self._messages, self)
        self.read_button = QPushButton(self.tr("&Mở gói để xem…"))
        self.read_button.clicked.connect(self.reopening.ask_file)
        self.sent.wanted.connect(self.reopening.ask_for)
        self.reopening.said.connect(self.banner)

    def take_focus(self) -> None:
        """Give the keyboard to what is to be mended, else to the list."""
        open_ones = any(not each.done for each in self.mending.items)
        (self.mending.table if open_ones else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self, target: object) -> None:
        """Go to the answer of a request: its key."""
        self.mending.table.choose(target)
        self.mending.reply.setFocus()

    def typing(self) -> tuple[HalfTyped, ...]:
        """Return the answers that stand half written."""
        opened = self._desk.round
        if opened is None:
            return ()
        parts = tuple(Part(item.key, text, item.reply) for item, text in self.mending.unanswered)
        return (HalfTyped(Form.REPLY, opened.id, parts),)

    def take_up(self, typed: HalfTyped) -> tuple[str, ...]:
        """Write on at the answer, where what it answers is still asked for and nobody answered it since."""
        for part in typed.parts:
            item = next((each for each in self.mending.items if str(each.key) == part.field), None)
            if item is None or item.reply != part.shown:
                return ("reply",)
            self.mending.write(item, part.text)
        return ()

    def leave(self) -> None:
        """Write down what was typed as answers: the round may be changed, or the window closed."""
        kept = self._keep_typed()
        if kept:
            self._renewed()
            names = ", ".join(dict.fromkeys(shown(each.sent.full_name) for each in kept))
            self.banner.emit(Banner(self.tr("Đã ghi trả lời cho {0}.").format(names), Tone.OK))

    def _keep_typed(self) -> tuple[ToMend, ...]:
        """Return the items that what was typed for was written down as the answer of."""
        return tuple(item for item, text in self.mending.unanswered if text.strip() and self._written(item, text))

    def _written(self, item: ToMend, text: str) -> bool:
        try:
            reply_to(self._desk.office, item, text)
        except Refusal as refusal:
            self._refused(refusal)
            return False
        self.mending.forget_typed(item)
        return True

    def count(self) -> tuple[int, bool]:
        """Return how many people were sent; returned ones wait, of whatever round."""
        return len(self._all), bool(self._returned)

    def _make_table(self) -> RecordTableView[OutcomeRow]:
        self.table_model = RecordTableModel(outcome_columns(), identity=lambda each: each.key)
        table = RecordTableView(self.table_model, self.tr("Kết quả thẩm định"))
        table.set_empty(
            EmptyState(
                self.tr("Chưa gửi danh sách nào"),
                self.tr("Sau khi gửi, từng người và kết quả thẩm định hiện ở đây."),
            )
        )
        table.current_row_changed.connect(self._choose)
        return table

    def _fill(self) -> None:
        office, opened = self._desk.office, self._desk.round
        self.trust_notice.renew()
        rows = outcome_rows(office)
        self._returned = returned_people(office)
        self.arrivals.refresh()
        self.sent.refresh()
        self._show_summary(rows)
        self.mending.show_items(to_mend(office, opened.id) if opened else ())
        self._show_rows(rows)
        self.updated.emit()

    def _show_summary(self, rows: list[OutcomeRow]) -> None:
        """Say what came back of the round on the desk."""
        opened = self._desk.round
        mine = [each for each in rows if opened and each.submission.round_id == opened.id]
        said = summary_words(summary_of((each.sent, each.decision) for each in mine))
        self.summary.setText(said)
        self.summary.setVisible(bool(said))
        self.only_other.setVisible(any(each.decision for each in rows))

    def _show_rows(self, rows: list[OutcomeRow]) -> None:
        only = self.only_other.isChecked()
        self._all = tuple(rows)
        self.table.replace([each for each in rows if not only or (each.decision and not each.as_asked)])
        self.table.fit_columns()
        self._choose(self.table.current_record())

    def _filter(self) -> None:
        self._show_rows(list(self._all))

    def _choose(self, outcome: object) -> None:
        chosen = outcome if isinstance(outcome, OutcomeRow) else None
        self.reopen_button.setEnabled(chosen is not None and self._is_returned(chosen))
        self.print_button.setEnabled(chosen is not None and chosen.decision is not None)
        self.detail.setText(detail_of(chosen) if chosen else "")
        self.detail.setVisible(bool(self.detail.text()))

    def _is_returned(self, chosen: OutcomeRow) -> bool:
        """Tell whether the record still stands returned, in whatever round."""
        return any(chosen.sent.dossier_id in each.untouched for each in self._returned)

    def _ask_folder(self) -> None:
        self._messages.choose_folder(self.tr("Ghi Biểu 05 vào"), done=self._print)

    def _print(self, folder: Path) -> None:
        """Print what was decided of the package that the chosen person is in."""
        chosen, view = self.table.current_record(), self._desk.view
        if chosen is None or view is None:
            return

        def work(_progress: Progress) -> PrintedList:
            return print_received_result(self._desk.office, view, chosen.submission, folder)

        title = self.tr("In kết quả thẩm định")
        self._tasks.database(work, title=title, done=self._printed, failed=self._refused, owner=self)

    def _printed(self, printed: PrintedList) -> None:
        self.banner.emit(Banner(message("ui.printed", pdf=printed.pdf.name, xlsx=printed.xlsx.name), Tone.OK))

    def _ask_file(self) -> None:
        title = self.tr("Gói kết quả hoặc phiếu tiếp nhận")
        self._messages.open_file(title, done=self._receive, filters=self.tr("Gói ({0})").format(PATTERNS))

    def _receive(self, path: Path) -> None:
        with_passphrase(self._desk.office, self._messages, (path,), partial(self._take_in, path))

    def _take_in(self, path: Path, passphrase: str) -> None:
        def work(progress: Progress) -> TakenIn:
            office = self._desk.office
            return take_in(office, path, passphrase, progress=progress.report, cancelled=progress.cancelled)

        title = self.tr("Nhận gói {0}").replace("{0}", path.name)
        self._tasks.database(work, title=title, done=self._received, failed=self._refused, owner=self)

    def _received(self, taken: TakenIn) -> None:
        self._renewed()
        tone = Tone.WARNING if uneasy(taken) else Tone.INFO if is_old(taken) else Tone.OK
        self.banner.emit(Banner(" ".join(told(taken)), tone))

    def _renewed(self) -> None:
        self._desk.read()
        self.changed.emit(Changed(shown=True))

    def _offer_receipt(self, sent: object) -> None:
        self.receipt_button.setEnabled(isinstance(sent, SentPackage) and sent.receipt is not None)

    def _ask_receipt_folder(self) -> None:
        self._messages.choose_folder(self.tr("Ghi phiếu tiếp nhận vào"), done=self._print_receipt)

    def _print_receipt(self, folder: Path) -> None:
        sent = self.sent.current
        if sent is None:
            return

        def work(_progress: Progress) -> Path:
            return print_kept_receipt(self._desk.office, sent.submission.id, folder)

        title = self.tr("In phiếu tiếp nhận")
        self._tasks.database(work, title=title, done=self._receipt_printed, failed=self._refused, owner=self)

    def _receipt_printed(self, path: Path) -> None:
        self.banner.emit(Banner(message("receipt.printed", file=path.name), Tone.OK))

    def _reopen(self) -> None:
        chosen = self.table.current_record()
        if chosen is None:
            return
        try:
            reopened = reopen(self._desk.office, chosen.sent.dossier_id, chosen.reasons)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._desk.turn_to(reopened.round_id)
        self.changed.emit(Changed(shown=True))
        field = next((each.field for each in chosen.decision.reasons), "") if chosen.decision else ""
        self.go.emit("people", (reopened.id, field))

    def _mend(self, item: ToMend) -> None:
        """Take the person up again and go to the field that the reason is about."""
        self._keep_typed()
        try:
            dossier = take_up(self._desk.office, item)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._renewed()
        if item.reason.field.startswith("approval") and dossier.approval_id:
            self.go.emit("approvals", dossier.approval_id)
        else:
            self.go.emit("people", (dossier.id, item.reason.field))

    def _answer(self, item: ToMend, text: str) -> None:
        """Write the answer, and go on to the next reason that is still open."""
        before = next((each.reply for each in self.mending.items if each.key == item.key), "")
        if not self._written(item, text):
            return
        self._renewed()
        said = self.tr("Đã ghi trả lời cho {0}.") if text else self.tr("Đã bỏ trả lời cho {0}.")
        back = partial(self._answer, item, before)
        name = shown(item.sent.full_name)
        self.banner.emit(Banner(said.format(name), Tone.OK, self.tr("&Hoàn tác"), back, undo=True))
        if self.mending.choose_open():
            self.mending.reply.setFocus()

    def _resend(self) -> None:
        self.go.emit("submit", None)

    def _refused(self, refusal: Refusal) -> None:
        self.arrivals.refresh()
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

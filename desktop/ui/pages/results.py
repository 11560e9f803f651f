"""What was sent and what came back: every decision with its reasons, and the way to mend what was returned."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown, shown_lines
from desktop.domain.money import format_dong
from desktop.domain.names import name_sort_key
from desktop.domain.rounds import Decision, Direction, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.services.correct_sent import reopen
from desktop.services.print_forms import PrintedList
from desktop.services.print_receipt import print_kept_receipt
from desktop.services.print_result import print_received_result
from desktop.services.receive_receipt import SentPackage
from desktop.services.take_in import TakenIn, take_in
from desktop.ui.arrival_words import is_old, told, uneasy
from desktop.ui.messages import Messages
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.arrivals_panel import ArrivalsPanel
from desktop.ui.pages.desk import Desk, DeskPage
from desktop.ui.pages.sealed_files import PATTERNS, with_passphrase
from desktop.ui.pages.sent_packages import SentPackages
from desktop.ui.pages.trust_notice import TrustNotice
from desktop.ui.pages_base import Banner, Changed
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text, word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone


@dataclass(frozen=True, slots=True)
class Outcome:
    """One person of one submission, with the decision once there is one."""

    submission: Submission
    sent: SentDossier
    decision: Decision | None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it apart."""
        return self.submission.id, self.sent.dossier_id

    @property
    def reasons(self) -> str:
        """The appraiser's words."""
        return "; ".join(each.text for each in self.decision.reasons) if self.decision else ""


class ResultsPage(DeskPage):
    """Receives decision packages; a returned person is reopened from here."""

    page_id = "results"
    icon_name = "result"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = self.tr("Kết quả")
        self._tasks, self._messages = tasks, messages
        self.table = self._make_table()
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
        heading = QLabel(self.tr("Kết quả thẩm định"))
        heading.setProperty("role", "title")
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch()
        top.addWidget(self.receive_button)
        top.addWidget(self.reopen_button)
        top.addWidget(self.print_button)
        top.addWidget(self.receipt_button)
        self.detail = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.addLayout(top)
        self.trust_notice = TrustNotice(desk.office)
        whole.addWidget(self.trust_notice)
        whole.addWidget(self.arrivals)
        whole.addWidget(self.sent)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.detail)
        self._fill()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> tuple[int, bool]:
        """Return how many people were sent; returned ones wait."""
        rows = self.table_model.rows
        return len(rows), any(each.sent.state is DossierState.RETURNED and self._newest(each) for each in rows)

    def _make_table(self) -> RecordTableView[Outcome]:
        columns = (
            Column[Outcome]("name", self.tr("Họ và tên"), _name, sort=_name_key),
            Column[Outcome]("revision", self.tr("Lần"), _revision, align_right=True),
            Column[Outcome]("state", self.tr("Kết quả"), _state),
            Column[Outcome]("asked", self.tr("Đề nghị"), _asked, sort=_asked_key, align_right=True),
            Column[Outcome]("decided", self.tr("Thẩm định"), _decided, sort=_decided_key, align_right=True),
            Column[Outcome]("reasons", self.tr("Lý do"), _reasons),
            Column[Outcome]("file", self.tr("Gói"), _file),
        )
        self.table_model = RecordTableModel(columns, identity=_identity)
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
        office = self._desk.office
        self.trust_notice.renew()
        with office.store.begin() as work:
            rows = [
                Outcome(submission, sent, decided.get(sent.dossier_id))
                for submission in work.submissions.all(Direction.SENT)
                for decided in [{each.dossier_id: each for each in work.decisions.of_submission(submission.id)}]
                for sent in work.submissions.dossiers(submission.id)
                if sent.state is not DossierState.SUPERSEDED or sent.dossier_id in decided
            ]
        self.arrivals.refresh()
        self.sent.refresh()
        self.table.replace(rows)
        self.table.fit_columns()
        self._choose(self.table.current_record())
        self.updated.emit()

    def _newest(self, outcome: Outcome) -> bool:
        view = self._desk.view
        dossier = view.dossier(outcome.sent.dossier_id) if view else None
        return dossier is not None and dossier.state is DossierState.RETURNED

    def _choose(self, outcome: object) -> None:
        chosen = outcome if isinstance(outcome, Outcome) else None
        self.reopen_button.setEnabled(chosen is not None and self._newest(chosen))
        self.print_button.setEnabled(chosen is not None and chosen.decision is not None)
        self.detail.setText(_detail(chosen) if chosen else "")

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
        self._desk.read()
        self.changed.emit(Changed(shown=True))
        field = next((each.field for each in chosen.decision.reasons), "") if chosen.decision else ""
        self.go.emit("people", (reopened.id, field))

    def _refused(self, refusal: Refusal) -> None:
        self.arrivals.refresh()
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))


def _detail(outcome: Outcome) -> str:
    """Return the appraiser's words; of somebody who was taken out too late, that the decision stands."""
    late = outcome.sent.state is DossierState.WITHDRAWN and outcome.decision is not None
    told = [shown_lines(outcome.reasons)] if outcome.reasons else []
    told += [message("correction.withdrawn_decided")] if late else []
    return f"{shown(_name(outcome))}: {' '.join(told)}" if told else ""


def _identity(outcome: Outcome) -> tuple[str, str]:
    return outcome.key


def _name(outcome: Outcome) -> str:
    return outcome.sent.full_name


def _name_key(outcome: Outcome) -> object:
    return name_sort_key(outcome.sent.full_name)


def _file(outcome: Outcome) -> str:
    return outcome.submission.file_name


def _revision(outcome: Outcome) -> str:
    return str(outcome.sent.revision)


def _state(outcome: Outcome) -> str:
    return word(outcome.sent.state)


def _asked(outcome: Outcome) -> str:
    return format_dong(outcome.sent.amount) if outcome.sent.amount is not None else ""


def _asked_key(outcome: Outcome) -> object:
    return outcome.sent.amount


def _decided(outcome: Outcome) -> str:
    amount = outcome.decision.amount if outcome.decision else None
    return format_dong(amount) if amount is not None else ""


def _decided_key(outcome: Outcome) -> object:
    return outcome.decision.amount if outcome.decision else None


def _reasons(outcome: Outcome) -> str:
    return outcome.reasons

"""The inbox of Sở Tài chính: what the units sent, and what of it waits."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.exchange.container.contents import WrittenPackage
from desktop.services.appraisal.appraise import InboxItem, inbox
from desktop.services.appraisal.draft_view import draft_items
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import read_received
from desktop.services.arrivals.drafts_here import drop_draft
from desktop.services.arrivals.receive_draft import DraftReceived
from desktop.services.arrivals.receive_package import Received
from desktop.services.arrivals.refused_package import refusal_findings
from desktop.services.arrivals.take_in import TakenIn, take_in
from desktop.services.corrections.changes import SubmissionChanges
from desktop.services.corrections.preview_correction import changes_in, take_in_or_show
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Office
from desktop.ui.arrival_words import told, uneasy
from desktop.ui.messages import Messages
from desktop.ui.models import RecordTableModel, RecordTableView
from desktop.ui.pages.arrivals_panel import ArrivalsPanel
from desktop.ui.pages.changes_panel import ChangesPanel
from desktop.ui.pages.frames import button, page_column, row_of, set_next_step
from desktop.ui.pages.inbox_columns import inbox_columns
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.receipt_making import ReceiptMaking
from desktop.ui.pages.sealed_files import PATTERNS, dropped_packages, with_passphrase
from desktop.ui.pages.secret_words import tell_secret
from desktop.ui.pages.send_results import SendResults
from desktop.ui.pages.sending.reopening import PackageReopening
from desktop.ui.pages.told_together import ToldTogether
from desktop.ui.pages.trust_notice import TrustNotice
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone


class InboxPage(Page):
    """Packages received, the oldest that waits first. Files dropped on the page are received."""

    page_id = "inbox"
    icon_name = "inbox"

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office, self._tasks, self._messages = office, tasks, messages
        self._items: tuple[InboxItem, ...] = ()
        self._batch = 1
        """How many files were dropped or chosen together."""
        self._together = ToldTogether()
        self.receive_button = button(self.tr("&Nhận gói…"), next_step=True)
        self.open_button = button(self.tr("&Thẩm định"))
        self.send_button = button(self.tr("&Gửi kết quả…"))
        self.receipt_button = button(self.tr("&Phiếu tiếp nhận…"))
        self.changes_button = button(self.tr("Xem tha&y đổi"))
        self.drop_button = button(self.tr("&Xóa bản nháp…"))
        self.read_button = button(self.tr("&Mở gói để xem…"))
        self.reopening = PackageReopening(office, tasks, messages, self)
        self._model = RecordTableModel(inbox_columns(), lambda item: item.submission.id, self)
        self.table: RecordTableView[InboxItem] = RecordTableView(self._model, self.title)
        self.send_panel = SendResults(office, messages)
        self.trust_notice = TrustNotice(office)
        self.receipts = ReceiptMaking(office, tasks, messages, self)
        self.changes = ChangesPanel()
        self.arrivals = ArrivalsPanel(office, tasks, messages)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.refresh(None)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Read the inbox anew."""
        self._items = inbox(self._office)
        self.trust_notice.renew()
        drafts = draft_items(self._office)
        self.table.replace((*self._items, *drafts))
        self.arrivals.refresh()
        if self.table.current_record() is None and (self._items or drafts):
            self.table.selectRow(0)
        self._leave_out_idle()
        self.table.fit_columns()
        self._offer()

    def _leave_out_idle(self) -> None:
        """Show the parent units only where something came through one, unless somebody arranged the columns."""
        if not self.table.arranged:
            self.table.hide_column("through", hidden=not any(each.through for each in self._items))

    def arrive(self, target: object) -> None:
        """Put the cursor on the submission with this id."""
        self.table.choose(str(target))

    def count(self) -> tuple[int, bool]:
        """Return how many packages wait."""
        waiting = sum(1 for item in self._items if item.undecided)
        return waiting, waiting > 0 or not self.arrivals.isHidden()

    def status(self) -> str:
        """Return how much there is."""
        people = sum(item.submission.people for item in self._items)
        waiting = sum(item.undecided for item in self._items)
        sentence = self.tr("{0} gói · {1} người · {2} người chờ thẩm định")
        return sentence.format(len(self._items), people, waiting)

    def receive(self, paths: tuple[Path, ...]) -> None:
        """Take these packages in, one after the other; for encrypted ones the passphrase is asked once."""
        with_passphrase(self._office, self._messages, paths, partial(self._take_in, paths))

    def _take_in(self, paths: tuple[Path, ...], passphrase: str) -> None:
        self._batch = len(paths)
        self._together.begin(busy=self._tasks.busy)
        for path in paths:
            self._tasks.database(
                partial(self._taken_in, path, passphrase),
                title=self.tr("Nhận gói {0}").replace("{0}", path.name),
                done=partial(self._arrived, path, passphrase),
                failed=self._turned_away,
                owner=self,
            )

    def _arrived(self, path: Path, passphrase: str, arrived: TakenIn | SubmissionChanges) -> None:
        """Ask about a correction before anything of it is kept."""
        if isinstance(arrived, SubmissionChanges):
            self.changes.ask(path, passphrase, arrived)
        else:
            self._received(arrived)

    def _take_in_seen(self, path: Path, passphrase: str) -> None:
        self._together.begin(busy=self._tasks.busy)

        def work(progress: Progress) -> TakenIn:
            return take_in(self._office, path, passphrase, progress=progress.report, cancelled=progress.cancelled)

        title = self.tr("Nhận gói {0}").replace("{0}", path.name)
        self._tasks.database(work, title=title, done=self._received, failed=self._refused, owner=self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say that packages may be let go here."""
        if dropped_packages(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Receive what was dropped."""
        event.acceptProposedAction()
        self.receive(dropped_packages(event))

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        empty = EmptyState(
            self.tr("Chưa nhận gói nào"),
            self.tr("Đây là danh sách các gói đề nghị do đơn vị gửi đến. Nhận gói từ USB, hoặc kéo tệp vào đây."),
            self.tr("Nhận gói…"),
        )
        empty.pressed.connect(self._choose)
        self.table.set_empty(empty)
        column = page_column(self)
        column.addLayout(row_of(self, *self._buttons()))
        column.addWidget(self.trust_notice)
        column.addWidget(self.arrivals)
        column.addWidget(self.table, 1)
        column.addWidget(self.changes)
        column.addWidget(self.send_panel)
        column.addWidget(self.receipts.panel)

    def _buttons(self) -> tuple[QPushButton, ...]:
        first = (self.receive_button, self.open_button, self.changes_button, self.send_button)
        return *first, self.receipt_button, self.drop_button, self.read_button

    def _connect(self) -> None:
        self.changes_button.clicked.connect(self._show_changes)
        self.changes.accepted.connect(self._take_in_seen)
        self.changes.turned.connect(self._offer)
        self.receipt_button.clicked.connect(self._open_receipt)
        self.read_button.clicked.connect(self.reopening.ask_file)
        self.reopening.said.connect(self.banner)
        self.drop_button.clicked.connect(self._ask_drop)
        self.receipts.said.connect(self.banner)
        self.receipts.made.connect(self._renew)
        self.arrivals.said.connect(self.banner)
        self.arrivals.acted.connect(self._renew)
        self.receive_button.clicked.connect(self._choose)
        self.open_button.clicked.connect(self._open_current)
        self.send_button.clicked.connect(self._open_sending)
        self.table.activated_row.connect(self._open)
        self.table.current_row_changed.connect(self._offer)
        self.send_panel.wanted.connect(self._send)

    def _offer(self) -> None:
        current = self.table.current_record()
        self.open_button.setEnabled(current is not None and current.submission.people > 0)
        self.changes_button.setVisible(current is not None and current.purpose is not None)
        waits = current is not None and current.undecided > 0
        asked = self.changes.asks
        set_next_step(self.open_button, next_step=waits and not asked)
        set_next_step(self.receive_button, next_step=not waits and not asked)
        real = current if current is not None and not current.draft else None
        self.send_button.setEnabled(real is not None and real.undecided < real.submission.people)
        self.receipt_button.setEnabled(real is not None)
        self.drop_button.setVisible(current is not None and current.draft)

    def _choose(self) -> None:
        self._messages.open_files(
            self.tr("Nhận gói đề nghị"), done=self.receive, filters=self.tr("Gói Tinh Giản ({0})").format(PATTERNS)
        )

    def _open_current(self) -> None:
        current = self.table.current_record()
        if current is not None:
            self._open(current)

    def _show_changes(self) -> None:
        current = self.table.current_record()
        if current is not None:
            self.changes.show_only(changes_in(self._office, current.submission.id))

    def _open(self, item: InboxItem) -> None:
        if not item.submission.people:
            self._show_changes()
            return
        self.go.emit("appraisal", item.submission.id)

    def _open_sending(self) -> None:
        current = self.table.current_record()
        if current is not None:
            self.receipts.panel.close_panel()
            tell_secret(self.send_panel.passphrase, signing_state(self._office).token)
            self.send_panel.open_for(current)

    def _open_receipt(self) -> None:
        self.send_panel.close_panel()
        self.receipts.open_for(self.table.current_record())

    def _ask_drop(self) -> None:
        current = self.table.current_record()
        if current is not None and current.draft:
            self._messages.confirm(
                self.tr("Xóa bản nháp"),
                self.tr("Xóa gói nháp {0}? Đơn vị có thể gửi lại.").replace("{0}", shown(current.submission.file_name)),
                yes=self.tr("Xóa bản nháp"),
                done=partial(self._drop, current.submission.id),
            )

    def _drop(self, draft_id: str) -> None:
        drop_draft(self._office, draft_id)
        self.banner.emit(Banner(message("draft.dropped"), Tone.OK))
        self._renew()

    def _renew(self) -> None:
        self.refresh(None)
        self.changed.emit(Changed(shown=True))

    def _taken_in(self, path: Path, passphrase: str, progress: Progress) -> TakenIn | SubmissionChanges:
        office = self._office
        return take_in_or_show(office, path, passphrase, progress=progress.report, cancelled=progress.cancelled)

    def _received(self, taken: TakenIn) -> None:
        self.refresh(None)
        arrived = _listed_id(taken)
        if arrived:
            self.table.choose(arrived)
        tone = Tone.WARNING if uneasy(taken) else Tone.OK
        self.banner.emit(self._together.add(self._offering_receipt(" ".join(told(taken)), tone, arrived)))
        self.changed.emit(Changed(frozenset({arrived} if arrived else ()), shown=True))

    def _offering_receipt(self, text: str, tone: Tone, arrived: str) -> Banner:
        """Offer the receipt of what just came, of all that have none where several came together."""
        item = next((each for each in self._items if each.submission.id == arrived), None)
        if item is None or item.receipt:
            return Banner(text, tone)
        act = self.receipts.open_for_all if self._batch > 1 else self._open_receipt
        return Banner(text, tone, self.tr("&Lập phiếu tiếp nhận"), act)

    def _send(self, submission_id: str, folder: Path, passphrase: str) -> None:
        def work(_progress: Progress) -> WrittenPackage:
            return export_decision(self._office, read_received(self._office, submission_id), folder, passphrase)

        def done(written: WrittenPackage) -> None:
            self._sent(written, self.send_panel.kept.used(passphrase))

        self._tasks.database(work, title=self.tr("Ký và ghi gói kết quả"), done=done, failed=self._refused, owner=self)

    def _sent(self, written: WrittenPackage, unkept: str) -> None:
        self.refresh(None)
        told = self.tr("Đã ghi gói kết quả {0}. Chuyển tệp này cho đơn vị.")
        note = "" if written.sealed else " " + message("send.not_sealed")
        note += f" {unkept}" if unkept else ""
        tone = Tone.WARNING if note else Tone.OK
        self.banner.emit(Banner(told.replace("{0}", written.path.name) + note, tone))
        self.changed.emit(Changed(shown=True))

    def _turned_away(self, refusal: Refusal) -> None:
        """Say why a package was not taken in, beside what came of those that were handed in with it."""
        self.arrivals.refresh()
        self.banner.emit(self._together.add(self._why(refusal)))

    def _refused(self, refusal: Refusal) -> None:
        self.arrivals.refresh()
        self.banner.emit(self._why(refusal))

    def _why(self, refusal: Refusal) -> Banner:
        found = refusal_findings(refusal, self._office.catalogue, self._office.now().date())
        codes = "".join(f" [{each.code}]" for each in found)
        return Banner(refusal_text(refusal) + codes, Tone.ERROR)


def _listed_id(taken: TakenIn) -> str:
    """Return the id of what now stands in the list, "" for what waits apart from it."""
    match taken.outcome:
        case Received(submission=submission):
            return submission.id
        case DraftReceived(draft=draft):
            return draft.id
    return ""

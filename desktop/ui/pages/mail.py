"""The inbox of Sở Nội vụ: any package can be opened and checked; what is to be done with one comes later."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import parse_utc
from desktop.exchange.container.reader import VerifiedPackage
from desktop.services.arrivals.receive_package import verify_for_us
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.frames import button, page_column, quiet_label, row_of
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.sealed_files import PATTERNS, dropped_packages, with_passphrase
from desktop.ui.pages.trust_notice import TrustNotice
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """A package that was opened and verified here."""

    path: Path
    package: VerifiedPackage


class MailPage(Page):
    """Packages opened since the program was started, with what their signatures say; nothing of them is kept."""

    page_id = "mail"
    icon_name = "inbox"

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office, self._tasks, self._messages = office, tasks, messages
        self._opened: dict[str, OpenedPackage] = {}
        self.open_button = button(self.tr("&Mở gói…"), next_step=True)
        self._model = RecordTableModel(self._columns(), lambda opened: opened.package.digest, self)
        self.table: RecordTableView[OpenedPackage] = RecordTableView(self._model, self.title)
        self.detail = quiet_label()
        self.trust_notice = TrustNotice(office)
        self._lay_out()
        self.open_button.clicked.connect(self._ask_files)
        self.table.fit_columns()  # headings are whole also while nothing came
        self.table.current_row_changed.connect(self._describe)
        self.setFocusProxy(self.open_button)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - only trust may be another
        """Look at the trust pack again."""
        self.trust_notice.renew()

    def status(self) -> str:
        """Return how many packages were opened."""
        return self.tr("{0} gói đã mở và kiểm tra").replace("{0}", str(len(self._opened)))

    def open(self, paths: tuple[Path, ...]) -> None:
        """Verify these packages, one after the other; for encrypted ones the passphrase is asked once."""
        with_passphrase(self._office, self._messages, paths, partial(self._verify, paths))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say that packages may be let go here."""
        if dropped_packages(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open what was dropped."""
        event.acceptProposedAction()
        self.open(dropped_packages(event))

    def _columns(self) -> tuple[Column[OpenedPackage], ...]:
        return (
            Column("kind", self.tr("Loại gói"), lambda each: word(each.package.envelope.kind)),
            Column("signer", self.tr("Nơi ký"), lambda each: each.package.signer.common_name),
            Column("number", self.tr("Số"), lambda each: str(each.package.envelope.sequence), align_right=True),
            Column("created", self.tr("Lập ngày"), _created),
            Column("recipient", self.tr("Gửi cho"), self._recipient),
            Column("file", self.tr("Tệp"), lambda each: each.path.name),
        )

    def _recipient(self, opened: OpenedPackage) -> str:
        recipient = opened.package.envelope.recipient
        return recipient.unit_code if recipient else self.tr("mọi đơn vị")

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        empty = EmptyState(
            self.tr("Chưa mở gói nào"),
            self.tr(
                "Mở gói gửi đến Sở Nội vụ để kiểm tra chữ ký, nơi gửi và nội dung còn nguyên hay không. Việc thẩm định "
                "đối tượng, gửi ý kiến và tổng hợp vướng mắc sẽ có ở bản sau của chương trình."
            ),
            self.tr("Mở gói…"),
        )
        empty.pressed.connect(self._ask_files)
        self.table.set_empty(empty)
        column = page_column(self)
        column.addLayout(row_of(self, self.open_button))
        column.addWidget(self.trust_notice)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)

    def _ask_files(self) -> None:
        title = self.tr("Mở gói")
        self._messages.open_files(title, done=self.open, filters=self.tr("Gói Tinh Giản ({0})").format(PATTERNS))

    def _verify(self, paths: tuple[Path, ...], passphrase: str) -> None:
        for path in paths:
            self._tasks.database(
                partial(self._verified, path, passphrase),
                title=self.tr("Kiểm tra gói {0}").replace("{0}", path.name),
                done=self._show,
                failed=self._refused,
                owner=self,
            )

    def _verified(self, path: Path, passphrase: str, progress: Progress) -> OpenedPackage:
        package = verify_for_us(self._office, path, passphrase, progress=progress.report, cancelled=progress.cancelled)
        return OpenedPackage(path, package)

    def _show(self, opened: OpenedPackage) -> None:
        self._opened[opened.package.digest] = opened
        self.table.replace(tuple(self._opened.values()))
        self.table.choose(opened.package.digest)
        self.table.fit_columns()
        self._describe(opened)
        told = self.tr("{0}: chữ ký đúng, nội dung còn nguyên. Gói này chưa được lưu.")
        self.banner.emit(Banner(told.replace("{0}", opened.path.name), Tone.OK))
        self.updated.emit()

    def _describe(self, opened: object) -> None:
        if not isinstance(opened, OpenedPackage):
            self.detail.setText("")
            return
        package = opened.package
        sentence = self.tr("Ký bởi {0} ({1}). {2} tệp kèm theo. Mã băm {3}.")
        self.detail.setText(
            sentence.format(
                package.signer.common_name, package.signer.unit_code, len(package.enclosures), package.digest[:16]
            )
        )

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))


def _created(opened: OpenedPackage) -> str:
    return f"{parse_utc(opened.package.envelope.created_at).astimezone():%d/%m/%Y}"

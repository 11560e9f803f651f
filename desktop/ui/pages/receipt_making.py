"""Makes receipts from the inbox and says what was written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Refusal
from desktop.services.appraisal.appraise import InboxItem
from desktop.services.arrivals.make_receipt import without_receipt
from desktop.services.arrivals.make_receipts import ReceiptsMade, make_receipts
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.receipt_panel import ReceiptPanel
from desktop.ui.pages.secret_words import tell_secret
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone


class ReceiptMaking(QObject):
    """Holds the panel in which receipts are asked for; the page puts it where it has room."""

    said = Signal(object)
    """`Banner`."""
    made = Signal()

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._tasks = office, tasks
        self.panel = ReceiptPanel(messages)
        self.panel.wanted.connect(self._make)

    def open_for(self, current: InboxItem | None) -> None:
        """Ask for what the receipt of this package needs."""
        self._open(current)

    def open_for_all(self) -> None:
        """Ask for what the receipts of all that have none need."""
        self._open(None)

    def _open(self, current: InboxItem | None) -> None:
        tell_secret(self.panel.passphrase, signing_state(self._office).token)
        bare = tuple(each.id for each in without_receipt(self._office))
        self.panel.open_for(current, bare, all_bare=current is None)

    def _make(self, ids: tuple[str, ...], folder: Path, passphrase: str) -> None:
        def work(progress: Progress) -> ReceiptsMade:
            return make_receipts(
                self._office, ids, folder, passphrase, report=progress.report, cancelled=progress.cancelled
            )

        title = self.tr("Lập phiếu tiếp nhận")
        self._tasks.database(work, title=title, done=self._done, failed=self._refused, owner=self)

    def _done(self, done: ReceiptsMade) -> None:
        self.made.emit()
        open_ones = any(not each.full.sealed for each in done.made)
        told = [
            *([self._made_words(done)] if done.made else []),
            *([message("send.not_sealed")] if open_ones else []),
            *(self.tr("{0}: chưa lập được. {1}").format(each.unit, refusal_text(each.refusal)) for each in done.failed),
            *([self.tr("Còn {0} phiếu chưa lập.").format(done.left)] if done.left else []),
        ]
        tone = Tone.WARNING if open_ones or done.left else Tone.OK
        self.said.emit(Banner("\n".join(told), Tone.ERROR if done.failed else tone))

    def _made_words(self, done: ReceiptsMade) -> str:
        numbers = ", ".join(each.receipt.label for each in done.made)
        told = self.tr("Đã lập {0} phiếu tiếp nhận: số {1}. Chuyển các tệp cho đơn vị.")
        return told.format(len(done.made), numbers)

    def _refused(self, refusal: Refusal) -> None:
        self.made.emit()
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))

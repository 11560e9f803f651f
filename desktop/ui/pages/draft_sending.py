"""Sends the round as a draft for advice, from the page where it is sent for good."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Refusal
from desktop.domain.money import format_dong
from desktop.services.sending.export_draft import SentDraft, draft_people, export_draft
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import button
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone
from desktop.ui.written_words import written_name


class DraftSending(QObject):
    """Holds the button; asks for a folder, signs with the passphrase that the page has, and moves nobody."""

    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._messages = desk, tasks, messages
        self.button = button(self.tr("Gửi bản nhá&p…"))
        self.button.setToolTip(self.tr("Gửi đợt như đang có, kể cả còn lỗi, để xin ý kiến; không phải gói chính thức"))

    def offer(self) -> None:
        """Offer it where there is somebody to send."""
        view = self._desk.view
        self.button.setEnabled(bool(view and draft_people(view)))

    def ask_folder(self, recipient: str, passphrase: str) -> None:
        """Ask where to, then write the draft."""
        title = self.tr("Ghi bản nháp vào thư mục hoặc USB")
        self._messages.choose_folder(title, done=partial(self._send, recipient, passphrase))

    def _send(self, recipient: str, passphrase: str, folder: Path) -> None:
        opened = self._desk.round
        if opened is None:
            return

        def work(progress: Progress) -> SentDraft:
            return export_draft(
                self._desk.office,
                opened.id,
                folder,
                passphrase,
                recipient=recipient,
                progress=progress.report,
                cancelled=progress.cancelled,
            )

        title = self.tr("Ký và ghi bản nháp")
        self._tasks.database(work, title=title, done=self._sent, failed=self._refused, owner=self)

    def _sent(self, sent: SentDraft) -> None:
        total = format_dong(sent.total)
        name, counts = written_name(sent.package), {"people": sent.people, "incomplete": sent.incomplete}
        note = "" if sent.package.sealed else " " + message("send.not_sealed")
        text = message("draft.written", file=name, total=total, **counts) + note
        self.said.emit(Banner(text, Tone.WARNING if note else Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))

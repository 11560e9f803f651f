"""Photos and scans in which the card of the person on the screen is looked for."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.domain.errors import Refusal
from desktop.domain.identity_cards import IdentityCard
from desktop.services.entry.card_reading import card_in_file
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.entry.card_facts import ScanNamed
from desktop.ui.pages.person_form import PersonForm
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks


class CardFiles(QObject):
    """Looks off the window's thread; what comes after another person was chosen is not taken."""

    def __init__(self, form: PersonForm, desk: Desk, tasks: Tasks, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._desk, self._tasks, self._messages = form, desk, tasks, messages
        form.cards.file_asked.connect(self.ask)
        form.cards.scan_asked.connect(self.read)
        form.card_dropped.connect(self.read)
        form.shown.connect(self._offer)

    def ask(self) -> None:
        """Ask for a photo or scan and look for the card in it."""
        files = self.tr("Ảnh, bản quét (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)")
        self._messages.open_file(self.tr("Ảnh hoặc bản quét thẻ CCCD"), done=self.read, filters=files)

    def read(self, path: Path) -> None:
        """Look for the card in this file."""
        shown, cards = self._form.value(), self._form.cards
        if shown is None:
            return
        number = cards.citizen_id()

        def look(progress: Progress) -> IdentityCard:
            def looked(done: int, pages: int) -> None:
                progress.stop_if_cancelled()
                progress.report(done, pages)

            return card_in_file(path, number, looked)

        def still_shown() -> bool:
            now = self._form.value()
            return now is not None and now.id == shown.id

        def take(card: IdentityCard) -> None:
            if still_shown():
                cards.take_card(card)

        def refuse(refusal: Refusal) -> None:
            if still_shown():
                cards.refuse(refusal)

        self._tasks.pool(look, title=self.tr("Tìm mã QR thẻ CCCD"), done=take, failed=refuse, owner=self)

    def _offer(self) -> None:
        """Offer what is attached to the person's papers."""
        shown, view = self._form.value(), self._desk.view
        if shown is None or view is None:
            return
        papers = (view.approvals.get(each) for each in (shown.approval_id or "", *shown.papers))
        files = dict.fromkeys(sha for paper in papers if paper is not None for sha in paper.attachments)
        self._form.cards.offer_scans([self._named(sha, view.attachments[sha].name) for sha in files])

    def _named(self, sha256: str, name: str) -> ScanNamed:
        return name, self._desk.office.store.blobs.path(sha256)

"""The way from a file to a package that is read: choosing, the passphrase, verifying with a bar, the dialog."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Refusal
from desktop.services.arrivals.open_to_read import OpenedToRead, open_to_read
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.sealed_files import PATTERNS, with_passphrase
from desktop.ui.pages.sending.reopened_dialog import PackageDialog
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone


class PackageReopening(QObject):
    """Opens packages over the window that `owner` is in; says nothing but what stood in the way."""

    said = Signal(object)
    """`Banner`."""

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, owner: QWidget) -> None:
        super().__init__(owner)
        self._office, self._tasks, self._messages, self._owner = office, tasks, messages, owner
        self.opened: PackageDialog | None = None
        """The dialog that was opened last."""

    def ask_file(self) -> None:
        """Let a package be chosen."""
        self._ask(self.tr("Mở gói để xem"))

    def ask_for(self, named: str) -> None:
        """Let the package be chosen that was written under this name; where it lies now, only people know."""
        self._ask(self.tr("Mở gói để xem: {0}").format(named))

    def _ask(self, title: str) -> None:
        self._messages.open_file(title, done=self.open_file, filters=self.tr("Gói ({0})").format(PATTERNS))

    def open_file(self, path: Path) -> None:
        """Open this package; for an encrypted one the passphrase is asked."""
        with_passphrase(self._office, self._messages, (path,), partial(self._read, path))

    def _read(self, path: Path, passphrase: str) -> None:
        def work(progress: Progress) -> OpenedToRead:
            return open_to_read(self._office, path, passphrase, progress=progress.report, cancelled=progress.cancelled)

        title = self.tr("Mở gói {0}").replace("{0}", path.name)
        self._tasks.database(work, title=title, done=self._show, failed=self._refused, owner=self)

    def _show(self, opened: OpenedToRead) -> None:
        window = self._owner.window()
        dialog = PackageDialog(opened, self._tasks, self._messages, window)
        dialog.resize(window.size() * 0.95)
        self.opened = dialog
        dialog.open()

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))

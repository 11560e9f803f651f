"""Packages that are dropped or chosen: which files are packages, and whose passphrase is asked first."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDropEvent

from desktop.domain.errors import Refusal
from desktop.services.keys.kept_passphrase import kept_passphrase
from desktop.services.office import Office
from desktop.services.sending.sealing import is_sealed
from desktop.ui.messages import Messages
from desktop.ui.pages.kept_secret import keeping

ENDINGS: Final = frozenset({".asice", ".age"})
PATTERNS: Final = "*.asice *.asice.age"


def with_passphrase(office: Office, messages: Messages, paths: Sequence[Path], done: Callable[[str], None]) -> None:
    """Call `done` with the passphrase of the office's key if any of the files is encrypted, else "".

    It is asked once, unless this machine keeps it.
    """
    if not any(_sealed(path) for path in paths):
        done("")
        return
    kept = kept_passphrase(office)
    if kept:
        done(kept)
        return
    title = QCoreApplication.translate("sealed_files", "Gói đã mã hóa")
    label = QCoreApplication.translate("sealed_files", "Gói này chỉ khóa của đơn vị mở được. &Mật khẩu của khóa:")
    messages.ask_secret(title, label, done=done, keep=keeping(office, messages))


def dropped_packages(event: QDropEvent) -> tuple[Path, ...]:
    """Return the packages among the files that are dropped."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in ENDINGS)


def _sealed(path: Path) -> bool:
    try:
        return is_sealed(path)
    except Refusal:  # receiving says what is wrong with the file
        return False

"""A place onto which files are dropped, or from which they are chosen."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.looks import Tone, step, write_as


class DropZone(QFrame):
    """Takes files whose names end in one of `accepts` (".pdf"); says so when others are dropped."""

    files_dropped = Signal(object)
    """list[Path] of the files taken, in the order dropped."""
    files_refused = Signal(object)
    """list[Path] of those that are of no accepted kind."""
    let_go = Signal(object, object)
    """Both lists at once, for who tells of all files that were dropped together."""
    choose_requested = Signal()
    """The button was pressed: the page opens its file dialog."""

    def __init__(self, accepts: tuple[str, ...], text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accepts = tuple(ending.lower() for ending in accepts)
        self.setAcceptDrops(True)
        self.setProperty("panel", "true")
        kinds = ", ".join(ending.lstrip(".").upper() for ending in accepts)
        self._words = QLabel(text or self.tr("Kéo tệp {0} vào đây, hoặc").replace("{0}", kinds))
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        write_as(self._words, Tone.MUTED)
        self.button = QPushButton(self.tr("Chọn tệp…"))
        self.button.clicked.connect(self.choose_requested)
        column = QVBoxLayout(self)
        column.setSpacing(step(self, 2))
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self._words.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that files may be let go here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            write_as(self._words, Tone.ACCENT)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Be quiet again."""
        write_as(self._words, Tone.MUTED)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the files."""
        write_as(self._words, Tone.MUTED)
        event.acceptProposedAction()
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def take(self, paths: list[Path]) -> None:
        """Tell of these files, apart those that are taken and those that are not."""
        taken = [path for path in paths if path.suffix.lower() in self._accepts]
        refused = [path for path in paths if path not in taken]
        self.let_go.emit(taken, refused)
        if taken:
            self.files_dropped.emit(taken)
        if refused:
            self.files_refused.emit(refused)

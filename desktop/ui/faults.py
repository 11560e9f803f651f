"""What nobody caught, told to the person: in the window's thread, one message at a time."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from desktop.system.crash import CrashReports
from desktop.ui.messages import Messages
from desktop.ui.texts import message


def fault_text(report: Path | None) -> str:
    """Return the sentence that owns an unexpected fault and says where its report lies (None: not written)."""
    return message("ui.program_fault", place=str(report)) if report else message("ui.program_fault_unwritten")


class Faults(QObject):
    """Carries reports from the thread that failed to the window's; while one is told, others are only filed."""

    _reported = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._telling = False
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self, crashes: CrashReports) -> Callable[[], None]:
        """Report and tell what nobody catches from now on; return what takes the hooks away again."""
        return crashes.install(self._reported.emit)

    def _tell(self, report: Path | None) -> None:
        if not self._telling:
            self._telling = True
            self._messages.error(self.tr("Có lỗi ngoài dự kiến"), fault_text(report), done=self._told)

    def _told(self) -> None:
        self._telling = False

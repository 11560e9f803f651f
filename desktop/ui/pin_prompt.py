"""Asks for the PIN of a token in the window while the work that needs it waits in its own thread."""

import queue
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QWidget

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.pin import PinQuestion, PinState
from desktop.ui.secret_dialog import SecretDialog


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """A question and where its answer goes; None is no answer."""

    question: PinQuestion
    answer: "queue.SimpleQueue[str | None]" = field(default_factory=queue.SimpleQueue)


class PinPrompt(QObject):
    """Called like a function in the thread of the work; the dialog opens in the window's. Keeps no PIN."""

    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self.dialog: SecretDialog | None = None
        self._waiting: list[_Waiting] = []
        self._closed = False
        self._asked.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def __call__(self, question: PinQuestion) -> str:
        """Return the PIN that was typed; raises KeyRefusal("token.pin_missing") when there was none."""
        if QThread.currentThread() is self.thread():
            message = "a token is never spoken to in the window's thread: it would stand still"
            raise RuntimeError(message)
        waiting = _Waiting(question)
        self._waiting.append(waiting)
        if self._closed:
            self._waiting.remove(waiting)
            raise KeyRefusal("token.pin_missing", token=question.label)
        self._asked.emit(waiting)
        pin = waiting.answer.get()
        if not pin:
            raise KeyRefusal("token.pin_missing", token=question.label)
        return pin

    def give_up(self) -> None:
        """Answer nobody any more: the window is closing, and work must not wait for it."""
        self._closed = True
        for each in self._waiting:
            each.answer.put(None)

    def _open(self, waiting: _Waiting) -> None:
        if self._closed:
            return
        title, question = _tr("Mã PIN của thẻ ký số"), _words(waiting.question)
        dialog = SecretDialog(title, question, self.window, accept=_tr("&Tiếp tục"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(waiting.answer.put)
        dialog.rejected.connect(lambda: waiting.answer.put(None))
        dialog.finished.connect(lambda _result: self._settled(waiting))
        self.dialog = dialog
        dialog.open()

    def _settled(self, waiting: _Waiting) -> None:
        self.dialog = None
        self._waiting.remove(waiting)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PinPrompt", text)


def _words(question: PinQuestion) -> str:
    """Say which token asks, for what, and how many tries are left as far as it says."""
    if question.for_root:
        asked = _tr("Thẻ “{0}” giữ gốc tin cậy. Mã &PIN của thẻ:")
    else:
        asked = _tr("Thẻ “{0}” giữ khóa ký. Mã &PIN của thẻ:")
    warned = {
        PinState.FEW_LEFT: _tr("Lần trước mã PIN nhập sai. Nhập sai nhiều lần, thẻ sẽ bị khóa."),
        PinState.LAST_TRY: _tr("Chỉ còn MỘT lần nhập. Sai lần này, thẻ sẽ bị khóa: nếu không chắc, bấm Thôi."),
    }
    words = asked.replace("{0}", question.label or question.serial)
    warning = warned.get(question.state)
    return f"{warning}\n\n{words}" if warning else words

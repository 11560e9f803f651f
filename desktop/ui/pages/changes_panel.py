"""What a correction changes, in place: before it is taken in with the question whether to, afterwards to read."""

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.foreign_text import shown
from desktop.services.corrections.changes import SubmissionChanges
from desktop.ui.pages.changes_view import ChangesView
from desktop.ui.pages.frames import Panel, button, heading, row_of
from desktop.ui.texts import word

_LINES = 14
"""How many lines of text it shows before it scrolls."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    path: Path
    passphrase: str
    changes: SubmissionChanges


class ChangesPanel(Panel):
    """Hidden until there is something to see. Of several corrections one is asked about after the other."""

    accepted = Signal(object, str)
    """Path and passphrase of a package that is to be taken in."""
    turned = Signal()
    """It asks now, or asks no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Thay đổi của gói"), parent)
        self._waiting: deque[_Waiting] = deque()
        self._heading, self.view = heading(), ChangesView()
        self.take = button(self.tr("Nhận &gói này"), next_step=True)
        self.close_button = button(self.tr("Đó&ng"), quiet=True)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.column.addWidget(self._heading)
        self.column.addWidget(self.view, 1)
        self.column.addLayout(row_of(self, self.take, self.close_button))
        self.take.clicked.connect(self._accept)
        self.close_button.clicked.connect(self.close_panel)
        self.hide()

    @property
    def asks(self) -> bool:
        """Whether it waits for an answer."""
        return bool(self._waiting)

    def ask(self, path: Path, passphrase: str, changes: SubmissionChanges) -> None:
        """Show what a package would change, and ask whether to take it in."""
        self._waiting.append(_Waiting(path, passphrase, changes))
        if len(self._waiting) == 1:
            self._show_next()

    def show_only(self, changes: SubmissionChanges | None) -> None:
        """Show what a package that is here has changed; nothing while a question is open."""
        if self._waiting or changes is None:
            return
        self._show(changes, asks=False)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Leave the package that is asked about where it is, forget its passphrase, and go on to the next."""
        if self._waiting:
            self._waiting.popleft()
        self._show_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _show_next(self) -> None:
        if self._waiting:
            self._show(self._waiting[0].changes, asks=True)
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.show_changes(None)
            self.hide()
        self.turned.emit()

    def _show(self, changes: SubmissionChanges, *, asks: bool) -> None:
        about = self.tr("Gói này sẽ thay đổi những gì?") if asks else self.tr("Gói này đã thay đổi những gì?")
        self._heading.setText(shown(f"{changes.unit_name} · {word(changes.purpose)} · {about}"))
        self.take.setVisible(asks)
        self.close_button.setText(self.tr("&Chưa nhận") if asks else self.tr("Đó&ng"))
        self.view.show_changes(changes)
        self.show()

    def _accept(self) -> None:
        if self._waiting:
            chosen = self._waiting.popleft()
            self._show_next()
            self.accepted.emit(chosen.path, chosen.passphrase)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Changes", text)

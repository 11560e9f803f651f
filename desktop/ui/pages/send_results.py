"""Sending decisions back: where to and under which passphrase, in place instead of in a dialog."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.foreign_text import shown
from desktop.services.appraisal.appraise import InboxItem
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import Panel, button, heading, passphrase_edit, quiet_label, row_of
from desktop.ui.pages.kept_secret import KeptSecret
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.labelled_field import LabelledField, Need


class SendResults(Panel):
    """Asks for folder and passphrase; hidden until it is asked to open. The passphrase is kept only if asked."""

    wanted = Signal(str, object, str)
    """Submission id, folder (Path), passphrase."""

    def __init__(self, office: Office, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SendResults", "Gửi kết quả"), parent)
        self._messages = messages
        self._item: InboxItem | None = None
        self._folder: Path | None = None
        self._heading, self._what = heading(), quiet_label()
        self.folder_edit, self.passphrase = QLineEdit(), passphrase_edit()
        self.folder_edit.setReadOnly(True)
        self.kept = KeptSecret(office, self.passphrase)
        self.choose = button(self.tr("C&họn thư mục…"))
        self.send = button(self.tr("&Ký và ghi gói"), next_step=True)
        self.cancel = button(self.tr("Thôi"), quiet=True)
        self._lay_out()
        self.choose.clicked.connect(self._choose_folder)
        self.send.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.close_panel)
        for edit in (self.folder_edit, self.passphrase):
            edit.textChanged.connect(self._offer)
        self.hide()

    def open_for(self, item: InboxItem) -> None:
        """Ask for what sending this submission's decisions needs."""
        self._item = item
        self._heading.setText(self.tr("Gửi kết quả cho {0}").replace("{0}", shown(item.submission.unit.name)))
        waiting = self.tr("Còn {0} người chưa có quyết định; kết quả của họ gửi sau.")
        self._what.setText(waiting.replace("{0}", str(item.undecided)) if item.undecided else "")
        self._what.setVisible(bool(item.undecided))
        self._offer()
        self.show()
        (self.passphrase if self._folder else self.choose).setFocus()

    def close_panel(self) -> None:
        """Forget the passphrase and hide."""
        self.passphrase.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the passphrase sends, Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in ENTER and self.passphrase.hasFocus() and self.send.isEnabled():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        folder = LabelledField(self.tr("Thư mục ghi gói"), self.folder_edit, need=Need.REQUIRED)
        secret = LabelledField(self.tr("&Mật khẩu của khóa"), self.passphrase, need=Need.REQUIRED)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._what)
        self.column.addLayout(row_of(self, folder, secret, stretch=False))
        self.column.addLayout(row_of(self, self.choose, self.send, self.cancel, self.kept.tick))

    def _choose_folder(self) -> None:
        self._messages.choose_folder(self.tr("Chọn thư mục ghi gói kết quả"), done=self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self._folder = folder
        self.folder_edit.setText(str(folder))
        self.passphrase.setFocus()

    def _offer(self) -> None:
        self.send.setEnabled(self._folder is not None and bool(self.passphrase.text()))

    def _ask(self) -> None:
        if self._item is not None and self._folder is not None and self.passphrase.text():
            self.wanted.emit(self._item.submission.id, self._folder, self.passphrase.text())
            self.close_panel()

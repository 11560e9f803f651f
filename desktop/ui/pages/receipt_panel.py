"""Making receipts: for the package under the cursor, or for all that have none, in place instead of in a dialog."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.domain.foreign_text import shown
from desktop.services.appraisal.appraise import InboxItem
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import Panel, button, heading, passphrase_edit, quiet_label, row_of
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.labelled_field import LabelledField, Need


class ReceiptPanel(Panel):
    """Asks for folder and passphrase; hidden until it is asked to open. The passphrase is not kept."""

    wanted = Signal(object, object, str)
    """Ids of the submissions (tuple), folder (Path), passphrase."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ReceiptPanel", "Lập phiếu tiếp nhận"), parent)
        self._messages = messages
        self._current: InboxItem | None = None
        self._bare: tuple[str, ...] = ()
        self._folder: Path | None = None
        self._heading, self._what = heading(), quiet_label()
        self.all_bare = QCheckBox()
        self.folder_edit, self.passphrase = QLineEdit(), passphrase_edit()
        self.folder_edit.setReadOnly(True)
        self.choose = button(self.tr("C&họn thư mục…"))
        self.make = button(self.tr("&Ký và ghi phiếu"), next_step=True)
        self.cancel = button(self.tr("Thôi"), quiet=True)
        self._lay_out()
        self._connect()
        self.hide()

    def open_for(self, current: InboxItem | None, bare: tuple[str, ...], *, all_bare: bool = False) -> None:
        """Ask for what a receipt needs; `bare` are the submissions that have none yet."""
        self._current, self._bare = current, bare
        self._heading.setText(self.tr("Lập phiếu tiếp nhận"))
        self._what.setText(self._about())
        several = set(bare) - ({current.submission.id} if current else set())
        words = self.tr("Lập cho cả {0} gói chưa có phiế&u").replace("{0}", str(len(bare)))
        self.all_bare.setText(words)
        self.all_bare.setVisible(bool(several))
        self.all_bare.setChecked(bool(several) and (all_bare or current is None))
        self._offer()
        self.show()
        (self.passphrase if self._folder else self.choose).setFocus()

    def close_panel(self) -> None:
        """Forget the passphrase and hide."""
        self.passphrase.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the passphrase makes the receipt, Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in ENTER and self.passphrase.hasFocus() and self.make.isEnabled():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _about(self) -> str:
        if self._current is None:
            return ""
        item = self._current
        told = shown(f"{item.submission.unit.name}, {item.submission.file_name}.")
        again = self.tr("Gói này đã có phiếu số {0}; lập lại thì giữ số và thời điểm nhận.").replace(
            "{0}", item.receipt
        )
        return f"{told} {again}" if item.receipt else told

    def _lay_out(self) -> None:
        folder = LabelledField(self.tr("Thư mục ghi phiếu"), self.folder_edit, need=Need.REQUIRED)
        secret = LabelledField(self.tr("&Mật khẩu của khóa"), self.passphrase, need=Need.REQUIRED)
        for each in (self._heading, self._what, self.all_bare):
            self.column.addWidget(each)
        self.column.addLayout(row_of(self, folder, secret, stretch=False))
        self.column.addLayout(row_of(self, self.choose, self.make, self.cancel))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose_folder)
        self.make.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.close_panel)
        self.all_bare.toggled.connect(self._offer)
        for edit in (self.folder_edit, self.passphrase):
            edit.textChanged.connect(self._offer)

    def _choose_folder(self) -> None:
        self._messages.choose_folder(self.tr("Chọn thư mục ghi phiếu tiếp nhận"), done=self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self._folder = folder
        self.folder_edit.setText(str(folder))
        self.passphrase.setFocus()

    def _chosen(self) -> tuple[str, ...]:
        if self.all_bare.isChecked():
            return self._bare
        return (self._current.submission.id,) if self._current else ()

    def _offer(self) -> None:
        ready = self._folder is not None and bool(self.passphrase.text()) and bool(self._chosen())
        self.make.setEnabled(ready)

    def _ask(self) -> None:
        if self._folder is not None and self.passphrase.text() and self._chosen():
            self.wanted.emit(self._chosen(), self._folder, self.passphrase.text())
            self.close_panel()

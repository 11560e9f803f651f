"""Sending a subordinate unit's package back: why, where to and under which passphrase, in place of a dialog."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.parent_units.subordinates import SubordinateItem
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import Panel, button, heading, passphrase_edit, row_of
from desktop.ui.pages.trust_parts import PathChoice
from desktop.ui.widgets.labelled_field import LabelledField, Need


class SendBackPanel(Panel):
    """Asks for note, folder and passphrase; hidden until it is asked to open. The passphrase is not kept."""

    wanted = Signal(str, str, object, str)
    """Package id, note, folder (Path), passphrase."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SendBack", "Trả lại gói"), parent)
        self._package_id = ""
        self._heading = heading()
        self.note, self.passphrase = QLineEdit(), passphrase_edit()
        self.folder = PathChoice.folder(messages, self.tr("Thư mục ghi gói trả lại"))
        self.send = button(self.tr("&Ký và ghi gói trả lại"), next_step=True)
        self.cancel = button(self.tr("Thôi"), quiet=True)
        self._lay_out()
        self.send.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.close_panel)
        for edit in (self.note, self.passphrase):
            edit.textChanged.connect(self._offer)
        self.folder.chosen.connect(self._offer)
        self.hide()

    def open_for(self, item: SubordinateItem) -> None:
        """Ask for what sending this package back needs."""
        self._package_id = item.submission.id
        self._heading.setText(self.tr("Trả lại gói của {0}").replace("{0}", item.submission.unit.name))
        self.note.clear()
        self._offer()
        self.show()
        self.note.setFocus()

    def close_panel(self) -> None:
        """Forget the passphrase and hide."""
        self.passphrase.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        note = LabelledField(self.tr("&Lý do, và đơn vị cần sửa gì"), self.note, need=Need.REQUIRED)
        folder = LabelledField(self.tr("Thư mục ghi gói"), self.folder, need=Need.REQUIRED)
        secret = LabelledField(self.tr("&Mật khẩu của khóa"), self.passphrase, need=Need.REQUIRED)
        self.passphrase.returnPressed.connect(self.send.click)
        self.column.addWidget(self._heading)
        self.column.addWidget(note)
        self.column.addLayout(row_of(self, folder, secret, stretch=False))
        self.column.addLayout(row_of(self, self.send, self.cancel))

    def _offer(self) -> None:
        typed = bool(self.note.text().strip() and self.passphrase.text())
        self.send.setEnabled(typed and self.folder.path is not None)

    def _ask(self) -> None:
        if self.folder.path is not None:
            self.wanted.emit(self._package_id, self.note.text().strip(), self.folder.path, self.passphrase.text())
            self.close_panel()

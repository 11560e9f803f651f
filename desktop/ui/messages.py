"""All messages and file dialogs of the window: one replaceable object; nothing waits in `exec`."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from desktop.domain.foreign_text import shown_lines
from desktop.ui.secret_dialog import SecretDialog
from desktop.ui.text_dialog import TextDialog

_Icon = QMessageBox.Icon
_Role = QMessageBox.ButtonRole
_Mode = QFileDialog.FileMode


class Messages(QObject):
    """Asks and tells over `window`; the answer comes to the callback, which is not called when one declines.

    `dress` gives the theme to what opens before there is a window to take it from.
    Text is shown as plain text: what looks like markup is shown as typed.
    """

    def __init__(self, window: QWidget | None = None, dress: Callable[[QWidget], None] | None = None) -> None:
        super().__init__()
        self.window = window
        self._dress = dress
        self._folder = ""

    def inform(self, title: str, text: str, *, done: Callable[[], None] | None = None) -> None:
        """Tell something that calls for no choice."""
        self._tell(_Icon.Information, title, text, done)

    def error(self, title: str, text: str, *, done: Callable[[], None] | None = None) -> None:
        """Tell what could not be done, why, and what to do."""
        self._tell(_Icon.Warning, title, text, done)

    def confirm(
        self, title: str, text: str, *, yes: str, done: Callable[[], None], declined: Callable[[], None] | None = None
    ) -> None:
        """Ask before an act; `yes` names the act on its button ("Gửi 53 người"), never "OK"."""
        box = self._box(_Icon.Question, title, text)
        agree = box.addButton(yes, _Role.AcceptRole)
        box.setDefaultButton(agree)
        refuse = box.addButton(QCoreApplication.translate("Messages", "Thôi"), _Role.RejectRole)
        box.setEscapeButton(refuse)
        agree.clicked.connect(_without_arguments(done))
        if declined:
            refuse.clicked.connect(_without_arguments(declined))
        box.open()

    def ask_text(self, title: str, label: str, *, done: Callable[[str], None], text: str = "") -> None:
        """Ask for a sentence, such as a reason; an empty answer cannot be given."""
        dialog = TextDialog(title, label, text, self.window)
        dialog.answered.connect(done)
        dialog.open()

    def ask_secret(
        self,
        title: str,
        label: str,
        *,
        done: Callable[[str], None],
        accept: str = "",
        keep: Callable[[str], None] | None = None,
    ) -> None:
        """Ask for a passphrase; an empty answer cannot be given, and what was typed is not kept.

        `accept` is the word on the button, to open a package unless told. With `keep` one may ask that this machine
        remembers the answer; it gets it before `done` does.
        """
        dialog = SecretDialog(title, label, self.window, accept=accept, may_keep=keep is not None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if keep:
            dialog.kept.connect(keep)
        dialog.answered.connect(done)
        dialog.open()

    def open_file(self, title: str, *, done: Callable[[Path], None], filters: str = "", folder: str = "") -> None:
        """Ask for one file that is there. `filters` as Qt writes them: "Danh sách Excel (*.xlsx *.xls)"."""
        dialog = self._file_dialog(title, filters, folder)
        dialog.setFileMode(_Mode.ExistingFile)
        self._ask(dialog, lambda paths: done(paths[0]))

    def open_files(
        self, title: str, *, done: Callable[[tuple[Path, ...]], None], filters: str = "", folder: str = ""
    ) -> None:
        """Ask for any number of files that are there."""
        dialog = self._file_dialog(title, filters, folder)
        dialog.setFileMode(_Mode.ExistingFiles)
        self._ask(dialog, done)

    def save_file(
        self, title: str, *, done: Callable[[Path], None], name: str = "", filters: str = "", folder: str = ""
    ) -> None:
        """Ask where to write a file; Qt asks before one is written over."""
        dialog = self._file_dialog(title, filters, folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        self._ask(dialog, lambda paths: done(paths[0]))

    def choose_folder(self, title: str, *, done: Callable[[Path], None], folder: str = "") -> None:
        """Ask for a folder.

        Of what Qt's own dialog calls selected the last counts: while a path is typed the folders on its way are
        selected, too, and come first.
        """
        dialog = self._file_dialog(title, "", folder)
        dialog.setFileMode(_Mode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog, lambda paths: done(paths[-1]))

    def _tell(self, kind: QMessageBox.Icon, title: str, text: str, done: Callable[[], None] | None) -> None:
        box = self._box(kind, title, text)
        box.addButton(QCoreApplication.translate("Messages", "Đã hiểu"), _Role.AcceptRole)
        if done:
            box.finished.connect(_without_arguments(done))
        box.open()

    def _box(self, kind: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(kind, title, title, parent=self.window)
        if self.window is None and self._dress is not None:
            self._dress(box)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(shown_lines(text))
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _file_dialog(self, title: str, filters: str, folder: str) -> QFileDialog:
        dialog = QFileDialog(self.window, title, folder or self._folder, filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _ask(self, dialog: QFileDialog, done: Callable[[tuple[Path, ...]], None]) -> None:
        def take(result: int) -> None:
            chosen = tuple(Path(each) for each in dialog.selectedFiles())
            if result == QDialog.DialogCode.Accepted and chosen:
                self._folder = str(chosen[0].parent)
                done(chosen)

        dialog.finished.connect(take)
        dialog.open()


def _without_arguments(act: Callable[[], None]) -> Callable[..., None]:
    """Return a slot that drops what the signal carries."""
    return lambda *_carried: act()

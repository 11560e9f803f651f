"""How scans come in beside dropped files: pasted, from the scanner, from a watched folder; and those that wait."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.entry.history import Step
from desktop.services.office import Office
from desktop.services.papers.coming_in import CameIn, take_each
from desktop.services.papers.held_files import FilesHeld
from desktop.services.papers.pictures_in import Scanned, keep_scanned, paste_picture, scan_paper
from desktop.services.papers.scan_inbox import (
    attach_waiting,
    set_aside,
    take_chosen,
    take_new_scan,
    wait_again,
    waiting_scans,
    watch_folder,
    watched_folder,
)
from desktop.services.papers.scanners import Scanner, system_scanner
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import plain_label
from desktop.ui.pages.papers.came_together import CameTogether
from desktop.ui.pages.papers.undoing import attached_label, note_files
from desktop.ui.pages.papers.watched_folder import WatchedFolder
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.looks import Tone, step, write_as

_ROWS = 3


class ScanInbox(QWidget):
    """Emits `changed` when the round is other than before, `said` with what can be undone."""

    changed = Signal()
    said = Signal(object)
    """`Banner`."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        messages: Messages,
        scanner: Scanner | None = None,
        *,
        together: CameTogether | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._tasks, self._messages = desk, tasks, messages
        self._together = together or CameTogether(desk)
        self._scanner = scanner or system_scanner()
        self._approval: Approval | None = None
        self._waiting: tuple[Attachment, ...] = ()
        self.folder = WatchedFolder(self)
        self.folder.complete.connect(self.take)
        self.folder.moved.connect(self._say_folder)
        self.gone = plain_label()
        write_as(self.gone, Tone.WARNING)
        self.paste_button = self._button(
            self.tr("&Dán ảnh"), self.tr("Dán ảnh đang có trong bộ nhớ tạm (Ctrl+Shift+V)"), self.paste
        )
        self.scan_button = self._button(self.tr("&Quét…"), self.tr("Quét giấy đang đặt trong máy quét"), self.scan)
        self.watch_button = self._button("", "", self.choose_folder)
        self.stop_button = self._button(self.tr("Ngừng theo dõi"), "", self.stop_watching)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Mới quét, chưa gắn vào văn bản nào"))
        self.heading = QLabel()
        self.attach_button = self._button(
            self.tr("Gắn &vào văn bản"), self.tr("Gắn tệp đang chọn vào văn bản đang chọn (Ctrl+G)"), self.attach
        )
        self.aside_button = self._button(self.tr("&Bỏ qua"), self.tr("Tệp này không thuộc văn bản nào"), self.set_aside)
        self._lay_out()
        self._say_scanner()
        self.start()

    def start(self) -> None:
        """Watch the folder that the office chose, and show what waits."""
        self._show_folder(watched_folder(self._desk.office))
        self.refresh()

    def show_document(self, approval: Approval | None) -> None:
        """New scans go to this document."""
        self._approval = approval
        self._offer()

    def refresh(self) -> None:
        """Show what waits now."""
        waiting = waiting_scans(self._desk.office)
        if waiting != self._waiting:
            self._waiting = waiting
            at = self.list.currentRow()
            self.list.clear()
            for each in waiting:
                self.list.addItem(QListWidgetItem(self._words(each)))
            self.list.setCurrentRow(min(max(at, 0), len(waiting) - 1))
        self._offer()

    def take(self, paths: list[Path]) -> None:
        """Take in files that came to rest in the folder; those that came in before are passed over."""
        self._take(paths, take_new_scan)

    def _take(self, paths: list[Path], keep: Callable[[Office, Path], Attachment | None]) -> None:
        def work(progress: Progress) -> CameIn:
            return take_each(paths, partial(keep, self._desk.office), progress.report, progress.cancelled)

        self._tasks.database(
            work, title=self.tr("Nhận bản quét mới"), done=self._came, failed=self._refused, owner=self
        )

    def paste(self) -> None:
        """Attach the picture on the clipboard; files that were copied there wait, also those that were set aside."""
        clipboard = QGuiApplication.clipboard()
        files = [Path(each.toLocalFile()) for each in _urls(clipboard) if each.isLocalFile()]
        if files:
            self._take(files, take_chosen)
            return
        image = clipboard.image()
        if image.isNull():
            self._refused(Refusal("scans.nothing_pasted"))
            return
        image.setDotsPerMeterX(0)  # of the screen that it was copied from: it says nothing of the paper
        image.setDotsPerMeterY(0)

        document = self._document()

        def work(_progress: Progress) -> CameIn:
            return CameIn((paste_picture(self._desk.office, document, partial(_write, image)),))

        self._tasks.database(work, title=self.tr("Dán ảnh"), done=self._came, failed=self._refused, owner=self)

    def scan(self) -> None:
        """Scan what lies in the scanner."""

        document = self._document()

        def work(progress: Progress) -> Scanned | CameIn:
            scanned = scan_paper(self._desk.office, self._scanner, progress.cancelled)
            # who stopped it may be closing the window: nobody would be told of the pages, so they are kept at once
            return keep_scanned(self._desk.office, document, scanned) if scanned.stopped else scanned

        def keep(scanned: Scanned | CameIn) -> None:
            if isinstance(scanned, CameIn):
                self._came(scanned)
            else:
                self._keep(document, scanned)

        self._tasks.pool(work, title=self.tr("Quét giấy"), done=keep, failed=self._refused, owner=self)

    def _keep(self, document: str, scanned: Scanned) -> None:
        def work(_progress: Progress) -> CameIn:
            return keep_scanned(self._desk.office, document, scanned)

        self._tasks.database(work, title=self.tr("Nhận trang quét"), done=self._came, failed=self._refused, owner=self)

    def choose_folder(self) -> None:
        """Ask which folder is to be watched."""
        self._messages.choose_folder(self.tr("Thư mục mà máy quét lưu tệp"), done=self._watch)

    def stop_watching(self) -> None:
        """Watch nothing any more."""
        self._watch(None)

    def attach(self) -> None:
        """Attach the chosen waiting file to the document."""
        chosen, approval = self._chosen(), self._approval
        if chosen is None or approval is None:
            return
        try:
            now = attach_waiting(self._desk.office, approval.id, chosen.sha256).attachments
        except Refusal as refusal:
            self._refused(refusal)
            return
        if chosen.sha256 in approval.attachments:
            self._renew()
            text = self.tr("Văn bản này đã có sẵn {name}, không gắn lần nữa.").format(name=shown(chosen.name))
            self.said.emit(Banner(text, Tone.INFO))
            return
        before = tuple(each for each in now if each != chosen.sha256)
        label = attached_label(chosen.name, approval.number)
        self._done(note_files(self._desk, label, FilesHeld(approval.id, before, now)))

    def set_aside(self) -> None:
        """Let the chosen file wait no longer."""
        chosen = self._chosen()
        if chosen is None:
            return
        office, sha256 = self._desk.office, chosen.sha256
        set_aside(office, sha256)
        label = self.tr("bỏ qua {name}").format(name=shown(chosen.name))
        back, again = partial(wait_again, office, sha256), partial(set_aside, office, sha256)
        self._done(self._desk.history.done(label, back, again))

    def _watch(self, folder: Path | None) -> None:
        try:
            watch_folder(self._desk.office, folder)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._show_folder(folder)

    def _show_folder(self, folder: Path | None) -> None:
        self.folder.watch(folder)
        self._say_folder()

    def _say_folder(self) -> None:
        """Say which folder is watched, and that it is waited for while it is gone."""
        folder = self.folder.folder
        self.gone.setVisible(self.folder.is_gone)
        self.gone.setText(refusal_text(Refusal("scans.folder_gone", folder=str(folder))) if folder else "")
        self.stop_button.setVisible(folder is not None)
        text, tip = self._watching(folder)
        self.watch_button.setText(text)
        self.watch_button.setToolTip(tip)
        self.watch_button.setAccessibleDescription(tip)

    def _watching(self, folder: Path | None) -> tuple[str, str]:
        """Return what the button that chooses the folder says, and its tooltip."""
        if folder is None:
            return self.tr("Theo dõi thư mụ&c…"), self.tr("Tệp máy quét lưu vào thư mục sẽ tự hiện ở đây")
        if self.folder.is_gone:
            return self.tr("Chọn lại thư mụ&c…"), refusal_text(Refusal("scans.folder_gone", folder=str(folder)))
        return self.tr("Thư mụ&c khác…"), self.tr("Đang theo dõi {folder}").format(folder=folder)

    def _came(self, came: CameIn) -> None:
        self._together.tell(came, self.said.emit, self._renew)

    def _done(self, done: Step) -> None:
        self._renew()
        text = self.tr("Đã {act}.").format(act=done.label)
        self.said.emit(undo_banner(self._desk, done, text, self.said.emit, self._renew))

    def _renew(self) -> None:
        self._desk.read()
        self.refresh()
        self.changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))

    def _document(self) -> str:
        return self._approval.id if self._approval else ""

    def _chosen(self) -> Attachment | None:
        place = self.list.currentRow()
        return self._waiting[place] if 0 <= place < len(self._waiting) else None

    def _words(self, attachment: Attachment) -> str:
        pages = self.tr("{name} · {pages} trang").format(name=shown(attachment.name), pages=attachment.pages)
        faults = ", ".join(dict.fromkeys(word(flag.fault) for flag in attachment.flags))
        return f"{pages} · {faults}" if faults else pages

    def _offer(self) -> None:
        some = bool(self._waiting)
        for each in (self.heading, self.list, self.attach_button, self.aside_button):
            each.setVisible(some)
        self.heading.setText(self.tr("Mới quét, chưa gắn vào văn bản nào: {count}").format(count=len(self._waiting)))
        rows = min(max(len(self._waiting), 1), _ROWS)
        self.list.setFixedHeight(round(self.fontMetrics().height() * (1.5 * rows + 0.5)))
        self.attach_button.setEnabled(some and self._approval is not None)

    def _say_scanner(self) -> None:
        missing = self._scanner.missing()
        if missing is not None:
            self.scan_button.setEnabled(False)
            self.scan_button.setToolTip(refusal_text(missing))
            self.scan_button.setAccessibleDescription(refusal_text(missing))

    def _button(self, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        ways, acts = QHBoxLayout(), QHBoxLayout()
        for each in (self.paste_button, self.scan_button, self.watch_button, self.stop_button):
            ways.addWidget(each)
        ways.addStretch(1)
        for each in (self.attach_button, self.aside_button):
            acts.addWidget(each)
        acts.addStretch(1)
        write_as(self.heading, Tone.ACCENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addLayout(ways)
        column.addWidget(self.gone)
        column.addWidget(self.heading)
        column.addWidget(self.list)
        column.addLayout(acts)
        shortcut = QShortcut(QKeySequence("Return"), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.attach)


def _urls(clipboard: QClipboard) -> list[QUrl]:
    found: QMimeData | None = clipboard.mimeData()  # None where the system has nothing to give, whatever Qt's types say
    return found.urls() if found is not None else []


def _write(image: QImage, path: Path) -> bool:
    written: bool = image.save(str(path))  # as PNG, by the ending
    return written

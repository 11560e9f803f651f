"""The scan workshop: join, split, turn, straighten, reorder and take out the pages of a document's files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.scans.page_work import draw_page
from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.papers.exchange_files import FilesExchanged
from desktop.services.papers.page_list import SourceFile
from desktop.services.papers.workshop import lay_out
from desktop.ui.messages import Messages
from desktop.ui.pages.papers.page_acts import act_word
from desktop.ui.pages.papers.page_strip import PageStrip
from desktop.ui.pages.papers.workshop_acts import KEYS, ActColumn
from desktop.ui.pages.papers.workshop_work import looked_into, measured, written
from desktop.ui.pages.preview_source import PreviewRunner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.page_preview import PagePreview, RenderedPage

SCAN_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
_STRIP_LETTERS, _PREVIEW_LETTERS = 30, 90


class WorkshopDialog(QDialog):
    """Changes nothing until it is saved; `saved` then tells what was exchanged, for the way back."""

    saved = Signal(object)
    """`FilesExchanged`."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        office: Office,
        approval: Approval,
        tasks: Tasks,
        messages: Messages,
        parent: QWidget | None = None,
        more: tuple[Path, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sửa bản quét của {number}").format(number=approval.number))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._approval, self._tasks, self._messages = office, approval, tasks, messages
        self._held = approval.attachments
        self.pages = lay_out(office, approval.id)
        self._saved_as = self.pages.pages
        self._warned = False
        self._saving: Progress | None = None
        tasks.cancelled.connect(self._stopped)
        self.strip = PageStrip(tasks)
        self.preview = PagePreview(PreviewRunner(tasks, self, self.tr("Vẽ trang")))
        self.preview.show_turn(offered=False)
        self.before = QCheckBox(self.tr("Xem khi chưa nắn (Ctrl+T)"))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.acts = ActColumn()
        self.buttons: dict[str, QPushButton] = dict(self.acts.buttons)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show(())
        if more:
            self._add_files(more)

    def reject(self) -> None:
        """Close; while files are written, stop that instead; with work not saved, say so the first time."""
        if self._saving is not None:
            self._saving.cancel()
            return
        if self.pages.pages != self._saved_as and not self._warned:
            self._warned = True
            self._tell(self.tr("Còn thay đổi chưa lưu. Bấm Thôi lần nữa để bỏ các thay đổi này."), Tone.WARNING)
            return
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that files may be let go anywhere here."""
        if event.mimeData().hasUrls() and self._saving is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the pages of the files at the end."""
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        taken = tuple(each for each in paths if each.suffix.lower() in SCAN_ENDINGS)
        if taken:
            self._add_files(taken)
        elif paths:
            self._tell(self.tr("Chỉ nhận PDF, JPG, PNG, TIF: {0}.").format(paths[0].name), Tone.WARNING)

    def turn(self, quarters: int) -> None:
        """Turn the chosen pages."""
        self._do(lambda keys: self.pages.turn(keys, quarters))

    def move_pages(self, by: int) -> None:
        """Move the chosen pages up or down."""
        self._do(lambda keys: self.pages.move(keys, by))

    def remove(self) -> None:
        """Take the chosen pages out."""
        self._do(self.pages.remove)

    def split(self) -> None:
        """Let a new file begin with the first chosen page."""
        self._do(lambda keys: self.pages.cut_before(keys[0]))

    def join(self) -> None:
        """Make one file of everything, or of what is chosen when that is more than a page."""
        self._do(lambda keys: self.pages.join(keys if len(keys) > 1 else ()))

    def straighten(self) -> None:
        """Measure the slant of the chosen pages and turn them straight; those that are straightened go back."""
        chosen = tuple(each for each in self.pages.pages if each.key in set(self.strip.chosen))
        if chosen and all(each.slant for each in chosen):
            self._do(lambda keys: self.pages.straighten(dict.fromkeys(keys, 0.0)))
            return

        self._tasks.pool(
            partial(measured, chosen),
            title=self.tr("Đo độ nghiêng"),
            done=self._straighten_by,
            failed=self._refused,
            owner=self,
        )

    def add_files(self) -> None:
        """Ask for further files whose pages are laid at the end."""
        filters = self.tr("Bản quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)")
        self._messages.open_files(self.tr("Thêm tệp"), done=self._add_files, filters=filters)

    def save(self) -> None:
        """Write the files and attach them."""
        if self._saving is not None:
            return
        files = self.pages.files()

        work = partial(written, self._office, self._approval.id, self._held, files)
        title = self.tr("Ghi bản quét của {number}").format(number=self._approval.number)
        self._saving = self._tasks.database(work, title=title, done=self._done, failed=self._refused, owner=self)
        self._tell(self.tr("Đang ghi các tệp. Bấm Thôi để dừng; chưa có gì bị thay đổi."), Tone.MUTED)
        self._offer()

    def _done(self, exchanged: FilesExchanged) -> None:
        self._saving = None
        self._saved_as = self.pages.pages
        self.saved.emit(exchanged)
        self.accept()

    def _add_files(self, paths: tuple[Path, ...]) -> None:
        work = partial(looked_into, paths)
        self._tasks.pool(work, title=self.tr("Xem tệp mới"), done=self._added, failed=self._refused, owner=self)

    def _added(self, files: list[SourceFile]) -> None:
        known = {each.key for each in self.pages.pages}
        self.pages.add(files)
        self._show([each.key for each in self.pages.pages if each.key not in known])

    def _straighten_by(self, slants: dict[int, float]) -> None:
        chosen = self.strip.chosen
        self.pages.straighten(slants)
        self._show(chosen)
        straight = sum(not each for each in slants.values())
        if straight:
            text = self.tr("{count} trang đã thẳng hoặc không có dòng chữ để đo, giữ nguyên.")
            self._tell(text.format(count=straight), Tone.INFO)

    def _step(self, act: Callable[[], object]) -> None:
        act()
        self._show(self.strip.chosen)

    def _reorder(self, keys: list[int]) -> None:
        chosen = self.strip.chosen
        self.pages.reorder(keys)
        self._show([each for each in keys if each in set(chosen)] or chosen)

    def _do(self, act: Callable[[list[int]], object]) -> None:
        chosen = self.strip.chosen
        if chosen:
            act(chosen)
            self._show(chosen)

    def _show(self, chosen: list[int] | tuple[int, ...]) -> None:
        """Show pages and the large one as they are now; zoom, turn and place of the preview stay."""
        self._warned = False
        self.strip.show_pages(self.pages.pages, chosen)
        self._draw_large()
        files = len(self.pages.files())
        text = self.tr("{pages} trang, ghi thành {files} tệp.").format(pages=len(self.pages.pages), files=files)
        self._tell(text, Tone.MUTED)
        self._offer()

    def _draw_large(self) -> None:
        pages, place = self.pages.pages, self.strip.currentRow()
        if not 0 <= place < len(pages):
            self.preview.clear(self.tr("Không còn trang nào. Bấm Hoàn tác để lấy lại, hoặc thêm tệp."))
            return
        takes = [each.take for each in pages]
        self.before.setVisible(bool(pages[place].slant))
        if self.before.isChecked():
            takes = [type(each)(each.path, each.page, each.turned) for each in takes]

        def draw(page: int, width_px: int) -> RenderedPage:
            picture = draw_page(takes[page], width_px)
            return RenderedPage(picture.width, picture.height, picture.tobytes())

        self.preview.set_source(len(pages), draw, "", place)

    def _offer(self) -> None:
        some, saving = bool(self.pages.pages), self._saving is not None
        for name in ("right", "left", "straighten", "up", "down", "split", "join", "remove"):
            self.buttons[name].setEnabled(some and not saving)
        last, following = self.pages.last, self.pages.next
        undo, redo = self.buttons["undo"], self.buttons["redo"]
        undo.setEnabled(last is not None and not saving)
        redo.setEnabled(following is not None and not saving)
        undo.setText(self.tr("&Hoàn tác: {act}").format(act=act_word(last)) if last else self.tr("&Hoàn tác"))
        redo.setText(self.tr("Làm l&ại: {act}").format(act=act_word(following)) if following else self.tr("Làm l&ại"))
        self.buttons["save"].setEnabled(some and not saving and self.pages.pages != self._saved_as)

    def _tell(self, text: str, tone: Tone) -> None:
        self.note.setText(text)
        write_as(self.note, tone)

    def _stopped(self, _title: str) -> None:
        if self._saving is not None:
            self._saving = None
            self._tell(self.tr("Đã dừng, văn bản giữ nguyên các tệp cũ."), Tone.INFO)
            self._offer()

    def _refused(self, refusal: Refusal) -> None:
        self._saving = None
        self._offer()
        self._tell(refusal_text(refusal), Tone.ERROR)

    def _look(self, place: int) -> None:
        if place != self.preview.page:
            self.preview.go_to(place)
        self.before.setVisible(bool(self.pages.pages[place].slant))

    def _follow(self, place: int) -> None:
        """Choose the page that was turned to in the large view."""
        if place != self.strip.currentRow():
            self.strip.go_to(place)

    def _connect(self) -> None:
        self.strip.reordered.connect(self._reorder)
        self.strip.looked_at.connect(self._look)
        self.preview.page_changed.connect(self._follow)
        self.before.toggled.connect(self._draw_large)
        acts = self._named_acts()
        self.acts.pressed.connect(self._act)
        for key, name in KEYS.items():
            QShortcut(QKeySequence(key), self).activated.connect(acts[name])
        delete = QShortcut(QKeySequence("Delete"), self.strip, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)

    def _named_acts(self) -> dict[str, Callable[[], object]]:
        return {
            "right": partial(self.turn, 1),
            "left": partial(self.turn, -1),
            "straighten": self.straighten,
            "up": partial(self.move_pages, -1),
            "down": partial(self.move_pages, 1),
            "remove": self.remove,
            "split": self.split,
            "join": self.join,
            "add": self.add_files,
            "undo": partial(self._step, self.pages.undo),
            "redo": partial(self._step, self.pages.redo),
            "before": self.before.toggle,
            "save": self.save,
        }

    def _act(self, name: str) -> None:
        self._named_acts()[name]()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(step(self, 1), 0, 0, 0)
        column.addWidget(self.before)
        column.addWidget(self.preview, 1)
        for each in (self.strip, right):
            splitter.addWidget(each)
        letter = self.fontMetrics().averageCharWidth()
        splitter.setSizes([letter * _STRIP_LETTERS, letter * _PREVIEW_LETTERS])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        middle = QHBoxLayout()
        middle.addWidget(splitter, 1)
        middle.addWidget(self.acts)
        whole = QVBoxLayout(self)
        whole.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self._closing())
        whole.addLayout(foot)
        self.strip.setFocus()

    def _closing(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.buttons["save"] = box.addButton(self.tr("&Lưu vào văn bản"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.buttons["save"].setProperty("next", True)  # noqa: FBT003 - Qt's own signature
        self.buttons["save"].clicked.connect(self.save)
        self.buttons["close"] = box.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        return box

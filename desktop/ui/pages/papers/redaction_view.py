"""Make a redacted copy: choose files, look at what is hidden, mark more, write it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from desktop.domain.approvals import Attachment
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.papers.redacted_copy import BoxSource, HiddenBox, Searched, search_files, write_copy
from desktop.ui.arrival_words import number_list
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import button, heading, plain_label, quiet_label
from desktop.ui.pages.preview_source import PreviewRunner, drawer
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.page_places import Mark, kept
from desktop.ui.widgets.page_preview import PagePreview

_FILE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class _Written:
    path: Path
    pages: int


class RedactionView(QWidget):
    """Stands in the place of the register; Escape leads back. Boxes are black as they will be in the copy."""

    closed = Signal()
    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._messages = desk, tasks, messages
        self._files: tuple[Attachment, ...] = ()
        self._boxes: tuple[HiddenBox, ...] = ()
        self._searched: Searched | None = None
        """What the search found; None until it has ended well, and nothing is written before."""
        self._searching: Progress | None = None
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Tệp đưa vào bản che"))
        self.preview = PagePreview(PreviewRunner(tasks, self, self.tr("Mở trang văn bản")))
        self.preview.canvas.marks.hides = True
        self.count = plain_label()
        self.note = quiet_label(
            self.tr(
                "Số CCCD, số tài khoản của mọi người trong đợt được tìm trong chữ của tệp PDF và ở các chỗ đã ghim. "
                "Ảnh quét không có chữ: kéo thêm khung lên chỗ cần giấu (Insert: đặt khung bằng phím; Delete: bỏ khung "
                "đang chọn). Bản gốc giữ nguyên."
            )
        )
        self.back = button(self.tr("‹ Q&uay lại (Esc)"))
        self.again = button(self.tr("&Tìm lại"))
        self.save = button(self.tr("&Ghi bản che…"), next_step=True)
        self._chosen = ""
        self._lay_out()
        self._connect()

    def open_for(self, first: str) -> None:
        """Offer all files of the round; those of the document with this id are ticked."""
        view = self._desk.view
        if view is None:
            return
        ticked = set(view.approvals[first].attachments) if first in view.approvals else set()
        self._files = tuple(view.attachments.values())
        self._boxes = ()
        if self._searching is not None:
            self._searching.cancel()
        with QSignalBlocker(self.files):
            self.files.clear()
            for each in self._files:
                self.files.addItem(self._item(each, each.sha256 in ticked))
        place = next((row for row, each in enumerate(self._files) if each.sha256 in ticked), 0)
        self.files.setCurrentRow(place)
        self._show_file()
        self._look_for_numbers()
        self.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_by_keyboard(self) -> None:
        """Put a new box onto what is seen of the page."""
        self.preview.begin_mark()

    @property
    def boxes(self) -> tuple[HiddenBox, ...]:
        """What is hidden."""
        return self._boxes

    def _item(self, file: Attachment, ticked: bool) -> QListWidgetItem:  # noqa: FBT001 - a state
        item = QListWidgetItem(self.tr("{name} · {pages} trang").format(name=shown(file.name), pages=file.pages))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(_FILE_ROLE, file.sha256)
        item.setToolTip(item.text())
        return item

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.files, 1)
        column.addWidget(self.note)
        column.addWidget(self.count)
        acts = QHBoxLayout()
        for each in (self.again, self.save):
            acts.addWidget(each)
        acts.addStretch(1)
        column.addLayout(acts)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        self.preview.setContentsMargins(step(self, 1), 0, 0, 0)
        parts.addWidget(self.preview)
        parts.setStretchFactor(1, 1)
        letter = self.fontMetrics().averageCharWidth()
        parts.setSizes([letter * 50, letter * 90])
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Bản che: giấu số CCCD, số tài khoản")))
        top.addStretch(1)
        top.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(step(self, 2))
        whole.addLayout(top)
        whole.addWidget(parts, 1)

    def _connect(self) -> None:
        marks = self.preview.canvas.marks
        marks.drawn.connect(self._add)
        marks.moved.connect(self._move)
        marks.chosen.connect(self._choose)
        self.files.currentRowChanged.connect(self._show_file)
        self.files.itemChanged.connect(self._offer)
        self.back.clicked.connect(self.closed)
        self.again.clicked.connect(self._look_for_numbers)
        self._tasks.ended.connect(self._search_ended)
        self.save.clicked.connect(self._ask)
        for key, act in (("Escape", self.closed.emit), ("Insert", self.begin_by_keyboard), ("Delete", self._remove)):
            keys = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(act)

    def _look_for_numbers(self) -> None:
        view, office, files = self._desk.view, self._desk.office, self._files
        self._searched = None
        if view is None or not files:
            self._offer()
            return

        def work(progress: Progress) -> Searched:
            def report(done: int, total: int) -> None:
                progress.stop_if_cancelled()
                progress.report(done, total)

            return search_files(office, view, files, report)

        def done(found: Searched) -> None:
            if progress is self._searching:
                self._found(found)

        title = self.tr("Tìm số cần che")
        progress = self._searching = self._tasks.pool(work, title=title, done=done, failed=self._refused, owner=self)
        self._offer()

    def _found(self, found: Searched) -> None:
        by_hand = tuple(each for each in self._boxes if each.source is BoxSource.HAND)
        self._boxes, self._searched = (*found.boxes, *by_hand), found
        self._renew()

    def _search_ended(self, job: object) -> None:
        """However it ended: one that was stopped, refused or broke down found nothing that could be relied on."""
        if self._searching is not None and getattr(job, "progress", None) is self._searching:
            self._searching = None
            self._offer()

    def _show_file(self) -> None:
        file = self._file()
        if file is None:
            self.preview.clear(self.tr("Đợt này chưa có bản quét nào."))
            return
        self.preview.set_source(file.pages, drawer(self._desk.office.store.blobs.path(file.sha256)), shown(file.name))
        self.preview.canvas.marks.allow_drawing(allowed=True)
        self._renew()

    def _file(self) -> Attachment | None:
        row = self.files.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _renew(self) -> None:
        file = self._file()
        marks = [
            Mark(_key(each), each.page - 1, each.place, self._why(each))
            for each in self._boxes
            if file is not None and each.sha256 == file.sha256
        ]
        self.preview.show_marks(marks, self._chosen)
        self._offer()

    def _why(self, box: HiddenBox) -> str:
        return {
            BoxSource.PIN: self.tr("từ chỗ ghim"),
            BoxSource.TEXT: self.tr("từ chữ trong tệp"),
            BoxSource.HAND: self.tr("tự kéo"),
        }[box.source]

    def _ticked(self) -> tuple[Attachment, ...]:
        rows = enumerate(self._files)
        return tuple(each for row, each in rows if self.files.item(row).checkState() is Qt.CheckState.Checked)

    def _offer(self) -> None:
        ticked = self._ticked()
        self.count.setText(self._words(ticked))
        unread = self._unread(ticked)
        self.again.setVisible(
            bool(self._files) and self._searching is None and (self._searched is None or unread != "")
        )
        self.save.setEnabled(bool(ticked) and self._searched is not None and not unread)

    def _unread(self, ticked: tuple[Attachment, ...]) -> str:
        """Return the names of ticked files into which the search could not look."""
        unread = self._searched.unread if self._searched else frozenset[str]()
        return ", ".join(shown(each.name) for each in ticked if each.sha256 in unread)

    def _words(self, ticked: tuple[Attachment, ...]) -> str:
        """Say what is hidden, or why nothing can be written yet."""
        if self._searching is not None and self._searched is None:
            return self.tr("Đang tìm số CCCD, số tài khoản trong các tệp. Tìm xong mới ghi được bản che.")
        if self._files and self._searched is None:
            return self.tr(
                "Chưa ghi được bản che: việc tìm số CCCD, số tài khoản đã dừng giữa chừng nên còn chỗ chưa che. "
                "Bấm Tìm lại."
            )
        unread = self._unread(ticked)
        if unread:
            text = self.tr(
                "Chưa ghi được bản che: không đọc được {names} nên chưa tìm được số cần che. Bỏ đánh dấu các tệp đó, "
                "hoặc quét lại và thay tệp, rồi bấm Tìm lại."
            )
            return text.format(names=unread)
        mine = {each.sha256 for each in ticked}
        boxes = [each for each in self._boxes if each.sha256 in mine]
        told = self.tr("{files} tệp · {boxes} chỗ che: {pins} từ ghim, {text} từ chữ trong tệp, {hand} tự kéo")
        counts = {source: sum(each.source is source for each in boxes) for source in BoxSource}
        return told.format(
            files=len(ticked),
            boxes=len(boxes),
            pins=counts[BoxSource.PIN],
            text=counts[BoxSource.TEXT],
            hand=counts[BoxSource.HAND],
        )

    def _add(self, place: QRectF) -> None:
        file = self._file()
        if file is not None:
            box = HiddenBox(file.sha256, self.preview.page + 1, kept(place), BoxSource.HAND)
            self._boxes = (*self._boxes, box)
            self._chosen = _key(box)
            self._renew()

    def _move(self, key: str, place: QRectF) -> None:
        before = next((each for each in self._boxes if _key(each) == key), None)
        if before is not None:
            after = HiddenBox(before.sha256, before.page, kept(place), before.source)
            self._boxes = tuple(after if each == before else each for each in self._boxes)
            self._chosen = _key(after)
            self._renew()

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._renew()

    def _remove(self) -> None:
        """Take the chosen box away; the banner brings it back."""
        before = self._boxes
        self._boxes = tuple(each for each in before if _key(each) != self._chosen)
        if self._boxes == before:
            return
        self._renew()

        def bring_back() -> None:
            self._boxes = before
            self.said.emit(None)
            self._renew()

        self.said.emit(Banner(self.tr("Đã bỏ khung che."), Tone.INFO, self.tr("&Hoàn tác"), bring_back, undo=True))

    def _ask(self) -> None:
        """Have pages confirmed that nobody looked into, then ask where to."""
        if self._searched is None or self._unread(self._ticked()):
            return
        unseen = self._searched.unseen(self._ticked(), self._boxes)
        if not unseen:
            self._ask_where()
            return
        text = self.tr(
            "Ảnh quét chưa có ô che nào: {pages}. Trong ảnh không tìm được số CCCD, số tài khoản. Xem từng trang này; "
            "trang nào có số thì kéo khung lên chỗ đó rồi mới ghi."
        )
        named = [self._pages_named(file, unseen[file.sha256]) for file in self._ticked() if file.sha256 in unseen]
        self._messages.confirm(
            self.tr("Trang chưa che gì"),
            text.format(pages="; ".join(named)),
            yes=self.tr("Đã xem, ghi bản che"),
            done=self._ask_where,
        )

    def _pages_named(self, file: Attachment, pages: tuple[int, ...]) -> str:
        return self.tr("{name} trang {pages}").format(name=shown(file.name), pages=number_list(pages))

    def _ask_where(self) -> None:
        self._messages.save_file(
            self.tr("Ghi bản che"), done=self._write, name="ban-che.pdf", filters=self.tr("Tệp PDF (*.pdf)")
        )

    def _write(self, target: Path) -> None:
        office, files, boxes = self._desk.office, self._ticked(), self._boxes
        if self._searched is None:
            return

        def work(progress: Progress) -> _Written:
            def report(done: int, total: int) -> None:
                progress.stop_if_cancelled()
                progress.report(done, total, target.name)

            return _Written(target, write_copy(office, files, boxes, target, report))

        title = self.tr("Ghi bản che")
        self._tasks.pool(work, title=title, done=self._written, failed=self._refused, owner=self)

    def _written(self, written: _Written) -> None:
        told = self.tr("Đã ghi bản che {name}, {pages} trang. Xem lại từng trang trước khi đưa cho người khác.")
        self.said.emit(Banner(told.format(name=written.path.name, pages=written.pages), Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self._offer()
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))


def _key(box: HiddenBox) -> str:
    place = box.place
    return f"{box.sha256}/{box.page}/{place.left}/{place.top}/{place.width}/{place.height}"

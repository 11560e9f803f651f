"""Smaller copies of scans: how much of the limit is used, each file before and after, side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollBar,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.scans.compression import Strength
from desktop.domain.approvals import Attachment
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.office import Office
from desktop.services.papers.exchange_files import FilesExchanged
from desktop.services.papers.smaller_scans import CompressionTable, Smaller, largest_scans, scan_budget, take_smaller
from desktop.services.rounds.round_view import RoundView
from desktop.ui.pages.frames import label_for
from desktop.ui.pages.preview_source import PreviewRunner, drawer
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.page_preview import PagePreview

_NAME, _BEFORE, _AFTER = range(3)
_A4_INCHES = 8.27
"""A page is first shown as large as on paper."""


@dataclass
class _Row:
    attachment: Attachment
    item: QTreeWidgetItem
    made: Smaller | None = None


class CompressionDialog(QDialog):
    """Nothing is exchanged until one takes the copies; `taken` then tells what was, for the way back."""

    taken = Signal(object)
    """`FilesExchanged`."""

    def __init__(self, office: Office, view: RoundView, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nén bản quét"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._view, self._tasks = office, view, tasks
        self._table = CompressionTable(office)
        self._working: Progress | None = None
        self._at_full_size = False
        self.finished.connect(self._close_table)
        tasks.cancelled.connect(self._stopped)
        self.files = QTreeWidget()
        self.strength = QComboBox()
        self.before = PagePreview(PreviewRunner(tasks, self, self.tr("Vẽ trang")))
        self.after = PagePreview(PreviewRunner(tasks, self, self.tr("Vẽ trang")))
        self.bar, self.budget, self.note = QProgressBar(), QLabel(), QLabel()
        self._rows = [self._row(each) for each in largest_scans(view)]
        self._lay_out()
        self._show_budget()
        if self._rows:
            self.files.setCurrentItem(self._rows[0].item)
        self._offer()

    def pack(self) -> None:
        """Make copies of the ticked files."""
        rows = [each for each in self._rows if each.item.checkState(_NAME) is Qt.CheckState.Checked]
        strength = Strength[self.strength.currentData()]

        def work(progress: Progress) -> list[tuple[_Row, Smaller | Refusal]]:
            found: list[tuple[_Row, Smaller | Refusal]] = []
            for done, row in enumerate(rows):
                progress.report(done, len(rows), row.attachment.name)
                found.append((row, _packed(self._table, row.attachment, strength, progress)))
            return found

        self._working = self._tasks.pool(work, title=self.tr("Nén bản quét"), done=self._made, owner=self)
        self._tell(self.tr("Đang nén thử {count} tệp. Bấm Thôi để dừng.").format(count=len(rows)), Tone.MUTED)
        self._offer()

    def take(self) -> None:
        """Let the documents hold the copies."""
        chosen = [each.made for each in self._rows if each.made is not None and self._ticked(each)]

        def work(_progress: Progress) -> FilesExchanged:
            return take_smaller(self._office, self._view, chosen)

        self._working = self._tasks.database(
            work, title=self.tr("Thay bằng bản nén"), done=self._exchanged, failed=self._refused, owner=self
        )
        self._offer()

    def reject(self) -> None:
        """Close; while copies are made, stop that instead."""
        if self._working is not None:
            self._working.cancel()
            return
        super().reject()

    def _exchanged(self, done: FilesExchanged) -> None:
        self._working = None
        self.taken.emit(done)
        self.accept()

    def _made(self, found: list[tuple[_Row, Smaller | Refusal]]) -> None:
        self._working = None
        for row, made in found:
            row.made = made if isinstance(made, Smaller) else None
            row.item.setText(_AFTER, self._outcome(made))
        self._show_budget()
        self._show_pair()
        saved = sum(self._saving(each) for each in self._rows)
        self._tell(
            self.tr("Bản nén nhỏ hơn {mb} MB. So hai bản ở cỡ thật rồi hãy dùng.").format(mb=in_mb(saved)), Tone.INFO
        )
        self._offer()

    def _stopped(self, _title: str) -> None:
        if self._working is not None:
            self._working = None
            self._tell(self.tr("Đã dừng, các văn bản giữ nguyên tệp cũ."), Tone.INFO)
            self._offer()

    def _refused(self, refusal: Refusal) -> None:
        self._working = None
        self._tell(refusal_text(refusal), Tone.ERROR)
        self._offer()

    def _outcome(self, made: Smaller | Refusal) -> str:
        if isinstance(made, Refusal):
            return self.tr("không nén được")
        if made.signed:
            return self.tr("có chữ ký số, giữ nguyên")
        if made.worse:
            return self.tr("nén sẽ khó đọc, giữ nguyên")
        if made.path is None:
            return self.tr("đã nhỏ, giữ nguyên")
        percent = round(100 * (1 - made.sizes.after / made.sizes.before))
        return self.tr("{mb} MB, bớt {percent} %").format(mb=in_mb(made.sizes.after), percent=percent)

    def _show_budget(self) -> None:
        now = scan_budget(self._office, self._view)
        saved = sum(self._saving(each) for each in self._rows)
        used, limit = now.used - saved, now.limit
        text = self.tr("Đang dùng {used} / {limit} MB của một gói").format(used=in_mb(now.used), limit=in_mb(limit))
        if saved:
            text += self.tr("; với các bản nén đang chọn: {used} MB").format(used=in_mb(used))
        self.budget.setText(text)
        write_as(self.budget, Tone.WARNING if used > limit else Tone.MUTED)
        self.bar.setRange(0, 1000)
        self.bar.setValue(min(1000, round(1000 * used / limit)))

    def _worth(self, row: _Row) -> bool:
        return row.made is not None and row.made.path is not None and self._ticked(row)

    def _saving(self, row: _Row) -> int:
        return row.made.sizes.before - row.made.sizes.after if row.made is not None and self._worth(row) else 0

    def _ticked(self, row: _Row) -> bool:
        return row.item.checkState(_NAME) is Qt.CheckState.Checked

    def _show_pair(self) -> None:
        row = next((each for each in self._rows if each.item is self.files.currentItem()), None)
        if row is None:
            return
        path = self._office.store.blobs.path(row.attachment.sha256)
        pages, page = row.attachment.pages, self.before.page
        self.before.set_source(
            pages, drawer(path), self.tr("Trước: {mb} MB").format(mb=in_mb(row.attachment.size)), page
        )
        if not self._at_full_size:
            self._at_full_size = True
            self.before.set_zoom(_A4_INCHES * self.logicalDpiX() / self.before.canvas.fitting_width())
        copy: Path | None = row.made.path if row.made else None
        if copy is None or row.made is None:
            self.after.clear(self.tr("Bấm Nén thử để xem bản nén của tệp này."))
        else:
            after = self.tr("Sau: {mb} MB").format(mb=in_mb(row.made.sizes.after))
            self.after.set_source(pages, drawer(copy), after, page)

    def _offer(self) -> None:
        free = self._working is None
        self.pack_button.setEnabled(free and any(self._ticked(each) for each in self._rows))
        self.take_button.setEnabled(free and any(self._worth(each) for each in self._rows))

    def _tick(self, *_changed: object) -> None:
        self._show_budget()
        self._offer()

    def _tell(self, text: str, tone: Tone) -> None:
        self.note.setText(text)
        write_as(self.note, tone)

    def _close_table(self, *_result: int) -> None:
        self._table.close()

    def _row(self, attachment: Attachment) -> _Row:
        item = QTreeWidgetItem([shown(attachment.name), f"{in_mb(attachment.size)} MB", ""])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_NAME, Qt.CheckState.Checked)
        item.setTextAlignment(_BEFORE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.files.addTopLevelItem(item)
        return _Row(attachment, item)

    def _lay_out(self) -> None:
        self.files.setHeaderLabels([self.tr("Tệp"), self.tr("Hiện nay"), self.tr("Bản nén")])
        self.files.setRootIsDecorated(False)
        self.files.setAccessibleName(self.tr("Các bản quét của đợt, lớn nhất trước"))
        self.files.itemChanged.connect(self._tick)
        self.files.currentItemChanged.connect(self._show_pair)
        self.strength.addItem(self.tr("Vừa: 200 dpi, gần như bản gốc"), Strength.LIGHT.name)
        self.strength.addItem(self.tr("Mạnh: 150 dpi, vẫn đọc được"), Strength.STRONG.name)
        self.strength.setAccessibleName(self.tr("Mức nén"))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Dung lượng đã dùng"))
        self.note.setWordWrap(True)
        self.pack_button = _button(self.tr("&Nén thử"), self.pack)
        self.take_button = _button(self.tr("&Dùng bản nén"), self.take)
        self.take_button.setProperty("next", True)  # noqa: FBT003 - Qt's own signature
        for left, right in ((self.before, self.after), (self.after, self.before)):
            left.show_turn(offered=False)
            left.page_changed.connect(right.go_to)
            left.zoomed.connect(right.set_zoom)
            for bar, other in zip(_bars(left), _bars(right), strict=True):
                bar.valueChanged.connect(other.setValue)
        whole = QVBoxLayout(self)
        for each in (self.budget, self.bar, self._middle()):
            whole.addWidget(each, 1 if isinstance(each, QSplitter) else 0)
        whole.addLayout(self._foot())

    def _middle(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for each in (self.files, self.before, self.after):
            splitter.addWidget(each)
        for each in (self.before, self.after):
            each.setContentsMargins(step(self, 1), 0, 0, 0)
        letter = self.fontMetrics().averageCharWidth()
        header = self.files.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        splitter.setSizes([letter * 62, letter * 50, letter * 50])
        splitter.setChildrenCollapsible(False)
        return splitter

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(step(self, 2))
        foot.addWidget(label_for(self.strength, self.tr("&Mức nén")))
        foot.addWidget(self.strength)
        foot.addWidget(self.pack_button)
        foot.addWidget(self.note, 1)
        box = QDialogButtonBox()
        box.addButton(self.take_button, QDialogButtonBox.ButtonRole.ApplyRole)
        box.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        foot.addWidget(box)
        return foot


def _packed(
    table: CompressionTable, attachment: Attachment, strength: Strength, progress: Progress
) -> Smaller | Refusal:
    """Pack one file; what cannot be packed holds the others up no more than itself."""

    def look(_done: int, _total: int) -> None:
        progress.stop_if_cancelled()

    try:
        return table.pack(attachment, strength, look)
    except Refusal as refusal:
        return refusal


def _bars(preview: PagePreview) -> tuple[QScrollBar, QScrollBar]:
    return preview.canvas.horizontalScrollBar(), preview.canvas.verticalScrollBar()


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button


def in_mb(size: int) -> str:
    """Return megabytes of 1,000,000 bytes, one decimal under ten."""
    whole = size / 1_000_000
    return f"{whole:.1f}".replace(".", ",") if whole < 10 else f"{whole:.0f}"

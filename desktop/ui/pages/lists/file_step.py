"""First step: which workbook."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.domain.foreign_text import shown
from desktop.ui.pages.lists.recent_files import RecentFiles
from desktop.ui.widgets.drop_zone import DropZone
from desktop.ui.widgets.looks import Tone, step, write_as

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")


class FileStep(QWidget):
    """Choose, drag in, or take one that was used before."""

    chosen = Signal(object)
    """`Path` of the workbook."""
    choose_requested = Signal()
    template_requested = Signal()
    """The program's own template is wanted as a file."""
    refused = Signal(object)
    """list[Path] of files that are no workbooks."""

    def __init__(self, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        told = QLabel(
            self.tr(
                "Danh sách Excel tự làm dùng được ngay: nhiều dòng tiêu đề, ô gộp, dòng nhóm, dòng tổng đều đọc được. "
                "Tệp gốc được giữ nguyên kèm mã băm; chưa có gì vào đợt trước bước cuối."
            )
        )
        told.setWordWrap(True)
        write_as(told, Tone.MUTED)
        self.zone = DropZone(ENDINGS, self.tr("Kéo tệp Excel (XLSX, XLS) hoặc ODS vào đây, hoặc"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tệp đã dùng gần đây"))
        self._label = QLabel(self.tr("Tệp đã &dùng gần đây (Enter để mở)"))
        self._label.setBuddy(self.list)
        self.template_button = QPushButton(self.tr("Lưu &mẫu danh sách trống…"))
        self.template_button.setToolTip(self.tr("Tệp Excel có sẵn tiêu đề, danh mục chọn và hướng dẫn từng cột"))
        beside = QHBoxLayout()
        beside.addWidget(self.template_button)
        beside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        column.addWidget(told)
        column.addWidget(self.zone)
        column.addLayout(beside)
        column.addWidget(self._label)
        column.addWidget(self.list)
        column.addStretch(1)
        self.zone.files_dropped.connect(self._dropped)
        self.zone.files_refused.connect(self.refused)
        self.zone.choose_requested.connect(self.choose_requested)
        self.list.itemActivated.connect(self._take)
        self.template_button.clicked.connect(self.template_requested)

    def renew(self) -> None:
        """Offer the files that are there now, and take the keyboard."""
        self.list.clear()
        for path in self._recent.paths():
            item = QListWidgetItem(f"{shown(path.name)}  –  {shown(str(path.parent))}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.list.addItem(item)
        some = self.list.count() > 0
        self.list.setVisible(some)
        self._label.setVisible(some)
        self.zone.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dropped(self, paths: object) -> None:
        if isinstance(paths, list) and paths:
            self.chosen.emit(paths[0])

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(str(item.data(Qt.ItemDataRole.UserRole))))

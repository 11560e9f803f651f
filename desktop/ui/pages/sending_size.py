"""Size and files of what is sent: before sending about how much and in how many, after it which were written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.exchange.container.contents import WrittenPackage
from desktop.services.sending.exchange_settings import MEGABYTE
from desktop.services.sending.parcel_size import ParcelSize
from desktop.ui.pages.frames import plain_label, quiet_label
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.looks import Tone, write_as

_MOST_NAMED = 8
"""Files named one by one; more have names that differ in their number only."""


class SizeLine(QLabel):
    """One sentence about the size; in the colour of warnings when it cannot go like that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def show_size(self, size: ParcelSize | None) -> None:
        """Say how large it is and in how many files it goes; nothing without a round or people."""
        self.setVisible(size is not None)
        if size is not None:
            self.setText(self._told(size))
            write_as(self, Tone.ERROR if size.refusal else Tone.MUTED)

    def _told(self, size: ParcelSize) -> str:
        if size.refusal is not None:
            return refusal_text(size.refusal)
        said = self.tr("Khoảng {size}, gửi qua {channel}: ").format(
            size=size_words(size.size), channel=word(size.settings.channel)
        )
        limit = size_words(size.settings.limit)
        if size.files == 1:
            return said + self.tr("một tệp (giới hạn {limit}, đổi ở trang Cài đặt).").format(limit=limit)
        parts = self.tr("chia thành {files} phần đã ký, mỗi phần tối đa {limit} (đổi ở trang Cài đặt).")
        return said + parts.format(files=size.files, limit=limit)


class WrittenFiles(QWidget):
    """The files that were written last, where more than one was; hidden until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.names = plain_label(), quiet_label()
        self.setAccessibleName(self.tr("Các tệp đã ghi"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.names)
        self.hide()

    def show_written(self, written: WrittenPackage) -> None:
        """List the parts of a package that went in several."""
        paths = [each.path for each in written.pieces]
        self.setVisible(len(paths) > 1)
        said = self.tr("Đã ghi {count} phần vào {folder}. Nơi nhận cần đủ các phần, theo thứ tự nào cũng được:")
        self.heading.setText(said.format(count=len(paths), folder=paths[0].parent))
        self.names.setText("\n".join(self._listed(paths)))

    def _listed(self, paths: Sequence[Path]) -> list[str]:
        names = [each.name for each in paths]
        if len(names) <= _MOST_NAMED:
            return names
        return [*names[: _MOST_NAMED - 2], "…", names[-1]]


def size_words(size: int) -> str:
    """Return a size as people say it: "2,4 MB", "3,9 GB", "350 kB"; an MB is 1,000,000 bytes."""
    if size >= 1000 * MEGABYTE:
        return f"{size / (1000 * MEGABYTE):.1f} GB".replace(".", ",")
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB".replace(".", ",").replace(",0 MB", " MB")
    return f"{-(-size // 1000)} kB"

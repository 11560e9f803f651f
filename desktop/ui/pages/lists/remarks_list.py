"""What there is to know of a workbook as a whole before it is taken in."""

from collections.abc import Iterable

from PySide6.QtWidgets import QListWidget, QWidget

from desktop.documents.lists.remarks import Remark
from desktop.domain.foreign_text import shown
from desktop.ui.texts import message


class RemarksList(QListWidget):
    """One remark a line, whole sentences that wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lưu ý về tệp"))
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        """Show these in the place of those before."""
        self.clear()
        self.addItems([shown(message(each.kind.value, **each.params)) for each in remarks])
        self.setCurrentRow(0)

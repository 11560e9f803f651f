"""Choose the approval that a person rests on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.approvals import Approval
from desktop.domain.dates import format_date
from desktop.ui.pages.frames import tell_whole


class ApprovalBox(QComboBox):
    """One of the round's approvals, or none yet."""

    committed = Signal()
    """The clerk chose another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(self.committed)
        tell_whole(self)

    def set_approvals(self, approvals: tuple[Approval, ...]) -> None:
        """Offer these documents."""
        self.clear()
        self._ids = tuple(each.id for each in approvals)
        self.addItem(self.tr("Chưa chọn"))
        for each in approvals:
            day = format_date(each.issued_on) if each.issued_on else self.tr("chưa có ngày")
            self.addItem(f"{each.number} · {day}")

    def value(self) -> str | None:
        """Return the id of the chosen document."""
        place = self.currentIndex()
        return self._ids[place - 1] if place > 0 else None

    def set_value(self, approval_id: str | None) -> None:
        """Choose this document; does not count as the clerk's change."""
        self.setCurrentIndex(self._ids.index(approval_id) + 1 if approval_id in self._ids else 0)

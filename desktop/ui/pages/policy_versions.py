"""The versions of a policy that are here: which holds, where each came from, and the way to another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.domain.rounds import PolicyRef
from desktop.services.policies.shelf import PolicyShelf, ShelvedPack
from desktop.ui.pages.frames import button, label_for, tell_whole
from desktop.ui.pages.moments import shown_moment
from desktop.ui.widgets.looks import step

_LETTERS = 28


class PolicyVersions(QWidget):
    """A list of versions, the highest first, and a button that asks to see one that does not hold."""

    wanted = Signal(object)
    """PolicyRef: the version to look at."""

    def __init__(self, shelf: PolicyShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._holds: PolicyRef | None = None
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Phiên bản của gói"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_LETTERS)
        tell_whole(self.box)
        self.see = button(self.tr("&Xem phiên bản này…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 2))
        row.addWidget(label_for(self.box, self.tr("Phiên bản")))
        row.addWidget(self.box)
        row.addWidget(self.see)
        self.box.currentIndexChanged.connect(self._allow)
        self.see.clicked.connect(lambda: self.wanted.emit(self.box.currentData()))

    def show_versions(self, holds: PolicyRef) -> None:
        """Show the versions of the pack of which this one holds."""
        self._holds = holds
        self.box.clear()
        for each in self._shelf.versions(holds.id):
            self.box.addItem(self._words(each), each.ref)
            self.box.setItemData(self.box.count() - 1, self._origin(each), Qt.ItemDataRole.ToolTipRole)
        refs = [each.ref for each in self._shelf.versions(holds.id)]
        self.box.setCurrentIndex(refs.index(holds) if holds in refs else -1)
        self._allow()

    def _words(self, each: ShelvedPack) -> str:
        words = self.tr("Phiên bản {0}").replace("{0}", each.ref.version)
        words += self.tr(", đang dùng") if each.ref == self._holds else ""
        stored = each.stored
        return words if stored is None or not stored.package_id else f"{words} · {shown_moment(stored.kept_at)[:10]}"

    def _origin(self, each: ShelvedPack) -> str:
        stored = each.stored
        if stored is None or not stored.package_id:
            return self.tr("Đi cùng chương trình")
        told = self.tr("Từ gói {0}, {1}, {2}")
        return told.format(stored.package_id, shown_moment(stored.kept_at), stored.kept_by)

    def _allow(self) -> None:
        self.see.setEnabled(self.box.currentIndex() >= 0 and self.box.currentData() != self._holds)

"""Which rights a certificate gets: chosen by the kind of office, or one by one."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.exchange.kinds import Role
from desktop.ui.pages.frames import row_of
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import step


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class RoleChoice(QWidget):
    """A kind of office ticks its rights; ticking by hand makes it a choice of one's own."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        self._rights = tuple(_kinds().values())
        self.kind.addItems([*_kinds(), _tr("Tự chọn quyền")])
        self.boxes = {role: QCheckBox(text) for role, text in role_words().items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        column.addWidget(LabelledField(_tr("Cấp ch&o"), self.kind, need=Need.REQUIRED))
        boxes = list(self.boxes.values())
        column.addLayout(row_of(self, *boxes[:3]))
        column.addLayout(row_of(self, *boxes[3:]))
        self.kind.currentIndexChanged.connect(self._tick)
        for box in boxes:
            box.clicked.connect(self._by_hand)
            box.toggled.connect(self.changed)
        self._tick(0)

    @property
    def roles(self) -> tuple[Role, ...]:
        """The rights that are ticked."""
        return tuple(role for role, box in self.boxes.items() if box.isChecked())

    def choose(self, roles: Collection[Role]) -> None:
        """Tick these rights, and show the kind of office that has them."""
        for role, box in self.boxes.items():
            box.setChecked(role in roles)
        self._by_hand()

    def _tick(self, place: int) -> None:
        if 0 <= place < len(self._rights):
            for role, box in self.boxes.items():
                box.setChecked(role in self._rights[place])

    def _by_hand(self) -> None:
        ticked = frozenset(self.roles)
        known = (place for place, rights in enumerate(self._rights) if rights == ticked)
        self.kind.setCurrentIndex(next(known, len(self._rights)))


def _kinds() -> dict[str, frozenset[Role]]:
    return {
        _tr("Đơn vị lập danh sách"): frozenset({Role.SUBMIT}),
        _tr("Đơn vị chủ quản, gộp gói của đơn vị trực thuộc"): frozenset({Role.SUBMIT, Role.CONSOLIDATE}),
        _tr("Sở Nội vụ"): frozenset({Role.GIVE_OPINION}),
        _tr("Sở Tài chính"): frozenset({Role.APPRAISE, Role.PUBLISH_POLICY}),
    }


def role_words() -> dict[Role, str]:
    """Return each right in words."""
    return {
        Role.SUBMIT: _tr("Gửi danh sách đề nghị"),
        Role.CONSOLIDATE: _tr("Gộp gói của đơn vị trực thuộc"),
        Role.GIVE_OPINION: _tr("Gửi ý kiến của Sở Nội vụ"),
        Role.APPRAISE: _tr("Gửi kết quả thẩm định"),
        Role.PUBLISH_POLICY: _tr("Phát hành gói chính sách"),
    }

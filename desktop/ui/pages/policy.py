"""The policies at hand: every figure with its source. Read only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from desktop.domain.dates import format_date
from desktop.rules.pack_file import PackKind, PackStatus
from desktop.rules.policy import PolicyPack
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.frames import heading, page_column, quiet_label, row_of
from desktop.ui.pages.policy_rows import PolicyRow, rows_of
from desktop.ui.pages_base import Page
from desktop.ui.tasks import Tasks
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.tones import tone_of_provenance


class PolicyPage(Page):
    """Packs on the left, the figures of one on the right; what is open stands first."""

    page_id = "policy"
    title = "Chính sách"
    icon_name = "policy"

    def __init__(self, office: Office, tasks: Tasks, messages: Messages) -> None:  # noqa: ARG002 - one way to make pages
        super().__init__()
        self._packs = office.shelf.packs
        self.packs = QListWidget()
        self.name, self.status_pill = heading(), Pill(Tone.MUTED, "")
        self.facts, self.remark, self.note = quiet_label(), quiet_label(), quiet_label()
        self.warning = MarkedLine()
        self._model = RecordTableModel(self._columns(), lambda row: row.key, self)
        self.table: RecordTableView[PolicyRow] = RecordTableView(self._model, self.tr("Số liệu của chính sách"))
        self._fill()
        self._lay_out()
        self.packs.currentRowChanged.connect(self._show)
        self.table.current_row_changed.connect(self._explain)
        self.setFocusProxy(self.packs)
        self.packs.setCurrentRow(0)

    def status(self) -> str:
        """Return how many figures are not known yet."""
        return self.tr("{0} gói chính sách · {1} mức hỗ trợ chưa có số liệu").format(len(self._packs), self._open())

    def arrive(self, target: object) -> None:
        """Show the pack with this id."""
        ids = [pack.id for pack in self._packs]
        if target in ids:
            self.packs.setCurrentRow(ids.index(str(target)))

    def _open(self) -> int:
        return sum(len(pack.open_parameters()) for pack in self._packs)

    def _columns(self) -> tuple[Column[PolicyRow], ...]:
        return (
            Column("label", self.tr("Nội dung"), lambda row: row.label, decoration=_mark),
            Column("value", self.tr("Giá trị"), lambda row: row.value),
            Column("first", self.tr("Từ ngày"), lambda row: row.first, align_right=True),
            Column("citation", self.tr("Căn cứ"), lambda row: str(row.citation)),
            Column("provenance", self.tr("Mức chắc chắn"), lambda row: word(row.provenance)),
            Column("kind", self.tr("Loại"), lambda row: row.kind),
        )

    def _fill(self) -> None:
        self.packs.setAccessibleName(self.tr("Gói chính sách"))
        self.packs.setWordWrap(True)
        self.packs.setSpacing(step(self, 1))
        for pack in self._packs:
            item = QListWidgetItem(pack.title)
            item.setToolTip(pack.title)
            self.packs.addItem(item)

    def _show(self, place: int) -> None:
        pack = self._packs[place]
        self.name.setText(pack.title)
        confirmed = pack.status is PackStatus.CONFIRMED
        tone, said = (Tone.OK, self.tr("Đã xác nhận")) if confirmed else (Tone.WARNING, self.tr("Chưa xác nhận"))
        self.status_pill.show_state(tone, said)
        self.facts.setText(self._facts(pack))
        self.remark.setText(pack.note)
        self.remark.setVisible(bool(pack.note))
        self.warning.show_text(Tone.WARNING, self._warning(pack), word=False)
        self.table.replace(rows_of(pack))
        self.table.fit_columns(24)
        self.table.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 42)
        self.table.selectRow(0)

    def _facts(self, pack: PolicyPack) -> str:
        until = format_date(pack.effective_to) if pack.effective_to else self.tr("chưa định")
        sentence = self.tr("{0} · phiên bản {1} · hiệu lực từ {2} đến {3} · mã {4}")
        return sentence.format(pack.issuer, pack.version, format_date(pack.effective_from), until, pack.ref.sha256[:12])

    def _warning(self, pack: PolicyPack) -> str:
        if pack.kind is PackKind.PRACTICE:
            return self.tr("THỰC HÀNH: số liệu giả định, không dùng để đề nghị hay thẩm định.")
        missing = len(pack.open_parameters())
        return self.tr("{0} mức chưa có số liệu; đứng đầu bảng.").replace("{0}", str(missing)) if missing else ""

    def _explain(self, row: PolicyRow | None) -> None:
        self.note.setText(f"{row.label}: {row.value}. {row.citation}. {row.note}".strip() if row else "")

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(step(self, 2), 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addLayout(row_of(self, self.name, self.status_pill))
        for each in (self.facts, self.remark, self.warning):
            column.addWidget(each)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        place = QSplitter(Qt.Orientation.Horizontal)
        place.addWidget(self.packs)
        place.addWidget(right)
        place.setStretchFactor(0, 1)
        place.setStretchFactor(1, 4)
        place.setSizes([2000, 9000])
        page_column(self).addWidget(place)


def _mark(row: PolicyRow) -> QIcon:
    return mark_icon(tone_of_provenance(row.provenance), QApplication.palette())

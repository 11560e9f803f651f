"""The policies at hand: every figure with its source, which version holds, and the way to another."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QApplication, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from desktop.domain.dates import format_date
from desktop.domain.errors import Refusal
from desktop.rules.pack_file import PackKind, PackStatus
from desktop.rules.policy import PolicyPack
from desktop.services.office import Mode, Office
from desktop.services.policies.draft_policy import begin_draft
from desktop.services.policies.publish_policy import hand_out_policy, published_here
from desktop.ui.messages import Messages
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import button, heading, page_column, quiet_label, row_of
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.policy_change import PolicyChange
from desktop.ui.pages.policy_rows import PolicyRow, rows_of
from desktop.ui.pages.policy_versions import PolicyVersions
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.tones import tone_of_provenance
from desktop.ui.widgets.wrapped_list import WrappedList


class PolicyPage(Page):
    """Packs on the left, the figures of one on the right; what is open stands first."""

    page_id = "policy"
    icon_name = "policy"

    def __init__(
        self, office: Office, tasks: Tasks, messages: Messages, desk: Desk | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office, self._messages, self._desk = office, messages, desk
        self._packs: tuple[PolicyPack, ...] = ()
        self.receive = button(self.tr("&Nhận gói chính sách…"))
        self.draft = button(self.tr("&Soạn phiên bản mới"), next_step=True)
        if office.identity.mode is not Mode.FINANCE:
            self.draft.hide()
        self.copy = button(self.tr("&Chép gói cho đơn vị…"))
        self.versions = PolicyVersions(office.shelf)
        self.change = PolicyChange(office, tasks)
        self._figures = QWidget()
        self.packs = WrappedList()
        self.name, self.status_pill = heading(), Pill(Tone.MUTED, "")
        self.facts, self.remark, self.note = quiet_label(), quiet_label(), quiet_label()
        self.warning = MarkedLine()
        self._model = RecordTableModel(self._columns(), lambda row: row.key, self)
        self.table: RecordTableView[PolicyRow] = RecordTableView(self._model, self.tr("Số liệu của chính sách"))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.packs)
        self.refresh(None)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Show the packs that hold now."""
        if self._packs != self._office.shelf.packs:
            self._packs = self._office.shelf.packs
            place = max(0, self.packs.currentRow())
            self._fill()
            self.packs.setCurrentRow(min(place, len(self._packs) - 1))

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
        self.packs.clear()
        for pack in self._packs:
            item = QListWidgetItem(pack.title.replace("-", "\N{NON-BREAKING HYPHEN}"))
            item.setToolTip(pack.title)
            self.packs.addItem(item)
        self.packs.fit()

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._packs):
            return
        pack = self._packs[place]
        self.versions.show_versions(pack.ref)
        self.copy.setVisible(published_here(self._office, pack.ref))
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
        self._explain(self.table.current_record())

    def _begin(self) -> None:
        try:
            draft = begin_draft(self._office, self._packs[self.packs.currentRow()].ref)
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self.changed.emit(Changed())
        self.go.emit("draft", draft.id)

    def _ask_folder(self) -> None:
        self._messages.choose_folder(self.tr("Chép gói chính sách vào"), done=self._copy)

    def _copy(self, folder: Path) -> None:
        try:
            target = hand_out_policy(self._office, self._packs[self.packs.currentRow()].ref, folder)
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        told = self.tr("Đã chép {0}.").replace("{0}", str(target))
        self.banner.emit(Banner(told, Tone.OK))

    def _ask_file(self) -> None:
        self._messages.open_file(
            self.tr("Nhận gói chính sách"), done=self.change.offer_package, filters=self.tr("Gói Tinh Giản (*.asice)")
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say that a package may be let go here."""
        if _package(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the package that was dropped."""
        path = _package(event)
        if path is not None:
            event.acceptProposedAction()
            self.change.offer_package(path)

    def _open_change(self, policy_id: str) -> None:
        self.arrive(policy_id)
        self._decide(deciding=True)

    def _decide(self, *, deciding: bool) -> None:
        """Give the comparison the room of the figures while one decides."""
        self._figures.setHidden(deciding)
        for each in (self.draft, self.receive, self.copy, self.versions, self.packs):
            each.setDisabled(deciding)

    def _applied(self, policy_id: str) -> None:
        self.refresh(None)
        self.arrive(policy_id)
        self.packs.setFocus()
        if self._desk is not None:
            self._desk.read()
        self.changed.emit(Changed())

    def _connect(self) -> None:
        self.packs.currentRowChanged.connect(self._show)
        self.table.current_row_changed.connect(self._explain)
        self.receive.clicked.connect(self._ask_file)
        self.draft.clicked.connect(self._begin)
        self.copy.clicked.connect(self._ask_folder)
        self.versions.wanted.connect(self.change.offer_version)
        self.change.told.connect(self.banner)
        self.change.applied.connect(self._applied)
        self.change.opened.connect(self._open_change)
        self.change.closed.connect(lambda: self._decide(deciding=False))

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
        cited = str(row.citation) if row else ""
        self.note.setText(
            f"{row.label}: {row.value}. {cited[:1].upper()}{cited[1:]}. {row.note}".strip() if row else ""
        )

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.packs.setAccessibleName(self.tr("Gói chính sách"))
        self.packs.setSpacing(step(self, 1))
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(step(self, 1))
        self.name.setWordWrap(True)  # titles of decrees are longer than a narrow window is wide
        titled = row_of(self, self.name, self.status_pill, stretch=False)
        titled.setStretch(0, 1)
        figures.addLayout(titled)
        for each in (self.facts, self.remark, self.warning):
            figures.addWidget(each)
        figures.addWidget(self.table, 1)
        figures.addWidget(self.note)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(step(self, 2), 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addLayout(row_of(self, self.draft, self.receive, self.copy))
        column.addLayout(row_of(self, self.versions))
        column.addWidget(self.change, 1)
        column.addWidget(self._figures, 1)
        place = QSplitter(Qt.Orientation.Horizontal)
        place.addWidget(self.packs)
        place.addWidget(right)
        place.setStretchFactor(0, 1)
        place.setStretchFactor(1, 4)
        place.setSizes([2000, 9000])
        page_column(self).addWidget(place)


def _package(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() == ".asice"), None)


def _mark(row: PolicyRow) -> QIcon:
    return mark_icon(tone_of_provenance(row.provenance), QApplication.palette())

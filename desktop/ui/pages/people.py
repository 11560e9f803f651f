"""The list of people beside the form of the one chosen, with the amount as one types."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, format_dong
from desktop.domain.names import fold, name_sort_key
from desktop.domain.states import DossierState
from desktop.services.edit_dossier import discard_dossier, new_dossier, restore_dossier, save_dossier
from desktop.services.import_list import ListPreview, ListTakenIn, preview_list, take_in_list
from desktop.ui.messages import Messages
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.person_pane import PersonPane
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text, word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone


class PeoplePage(Page):
    """Master and detail; every committed field is saved at once."""

    page_id = "people"
    icon_name = "people"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Đối tượng")
        self._desk, self._tasks, self._messages = desk, tasks, messages
        self._saved_at = ""
        self._binned = ""
        self.table = self._make_table()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc theo tên, CCCD, không cần dấu"))
        self.filter.setAccessibleName(self.tr("Lọc danh sách"))
        self.filter.textChanged.connect(self._fill)
        self.pane = PersonPane(desk)
        self.pane.edited.connect(self._save)
        self.pane.go.connect(self.go)
        self._lay_out()
        desk.renewed.connect(self._fill)
        self._fill()

    def arrive(self, target: object) -> None:
        """Show a person: a dossier id, or (dossier id, field)."""
        dossier_id, field = target if isinstance(target, tuple) else (target, "")
        self.filter.clear()
        if self.table.choose(str(dossier_id)) and field:
            self.pane.form.go_to(str(field))

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - the desk was read anew already
        """Show the list as the desk has it."""
        self._fill()

    def count(self) -> tuple[int, bool]:
        """Return how many people the round has; drafts and returned ones wait."""
        view = self._desk.view
        people = view.dossiers if view else ()
        return len(people), any(each.state in {DossierState.DRAFT, DossierState.RETURNED} for each in people)

    def status(self) -> str:
        """Return what was saved, how many are complete, the total."""
        view = self._desk.view
        if view is None:
            return ""
        drafts = sum(each.state is DossierState.DRAFT for each in view.dossiers)
        total = format_dong(Dong(sum(each.amount or 0 for each in view.supports.values())))
        line = message("ui.round_status", complete=len(view.dossiers) - drafts, drafts=drafts, total=total)
        return f"{self._saved_at} · {line}" if self._saved_at else line

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("Ctrl+N", self.tr("Thêm người")),
            ("F8", self.tr("Tới mục cần sửa tiếp theo")),
            ("Enter", self.tr("Sang ô kế tiếp")),
        )

    def take_in(self) -> None:
        """Ask for a workbook and take it in."""
        files = self.tr("Bảng tính (*.xlsx *.xlsm *.xls *.ods)")
        self._messages.open_file(self.tr("Nhập danh sách Excel"), done=self._read_list, filters=files)

    def search(self, text: str) -> None:
        """Show whom the window's search asks for."""
        self.filter.setText(text)
        self.go.emit("people", None)

    def add_person(self) -> None:
        """Add an empty record and go to its first field."""
        if self._desk.round is None:
            self.go.emit("home", None)
            return
        added = new_dossier(self._desk.office, self._desk.round.id)
        self._renew()
        self.arrive((added.id, "person.full_name"))

    def _make_table(self) -> RecordTableView[Dossier]:
        columns = (
            Column[Dossier]("ordinal", self.tr("TT"), self._place, sort=_ordinal, align_right=True),
            Column[Dossier]("name", self.tr("Họ và tên"), _name, sort=_name_key),
            Column[Dossier]("state", self.tr("Trạng thái"), self._state),
            Column[Dossier]("amount", self.tr("Số tiền"), self._amount, sort=self._amount_key, align_right=True),
        )
        table = RecordTableView(RecordTableModel(columns, identity=_identity), self.tr("Danh sách đối tượng"))
        empty = EmptyState(
            self.tr("Chưa có ai trong đợt"),
            self.tr("Danh sách Excel đang có dùng được ngay; từng ô chưa đọc được sẽ được báo rõ."),
            self.tr("Nhập Excel…"),
        )
        empty.pressed.connect(self.take_in)
        table.set_empty(empty)
        table.current_row_changed.connect(self._choose)
        return table

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Danh sách đối tượng"))
        heading.setProperty("role", "title")
        self.add_button = QPushButton(self.tr("&Thêm người"))
        self.add_button.setShortcut("Ctrl+N")
        self.add_button.clicked.connect(self.add_person)
        self.import_button = QPushButton(self.tr("Nhập &Excel…"))
        self.import_button.clicked.connect(self.take_in)
        self.remove_button = QPushButton(self.tr("&Bỏ"))
        self.remove_button.clicked.connect(self._remove)
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch()
        for button in (self.import_button, self.add_button, self.remove_button):
            top.addWidget(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.table)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.pane)
        width = self.fontMetrics().averageCharWidth()
        left.setMinimumWidth(width * 34)
        splitter.setSizes([width * 46, width * 150])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addLayout(top)
        whole.addWidget(splitter, 1)

    def _fill(self) -> None:
        view = self._desk.view
        wanted = fold(self.filter.text())
        rows = [each for each in view.dossiers if wanted in _searched(each)] if view else []
        self.table.replace(rows)
        self.table.fit_columns()
        if self.table.current_record() is None and rows:
            self.table.choose(rows[0].id)
        self.updated.emit()

    def _choose(self, dossier: object) -> None:
        self.pane.show_dossier(dossier if isinstance(dossier, Dossier) else None)
        self.remove_button.setEnabled(isinstance(dossier, Dossier) and editable(dossier))

    def _save(self, changed: object) -> None:
        if not isinstance(changed, Dossier):
            return
        try:
            save_dossier(self._desk.office, changed)
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self._saved_at = message("ui.saved_at", time=f"{datetime.now().astimezone():%H:%M:%S}")
        self._renew()

    def _renew(self) -> None:
        self._desk.read()
        self.changed.emit(Changed())

    def _remove(self) -> None:
        dossier = self.table.current_record()
        if dossier is None:
            return
        try:
            discard_dossier(self._desk.office, dossier.id)
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self._binned = dossier.id
        self._renew()
        text = self.tr("Đã bỏ {name} vào thùng rác.").format(name=dossier.person.full_name or message("ui.nameless"))
        self.banner.emit(Banner(text, Tone.INFO, self.tr("&Hoàn tác"), self._restore, undo=True))

    def _restore(self) -> None:
        restore_dossier(self._desk.office, self._binned)
        self.banner.emit(None)
        self._renew()
        self.arrive(self._binned)

    def _read_list(self, path: object) -> None:
        def read(_progress: Progress) -> ListPreview:
            return preview_list(path)  # type: ignore[arg-type]  # the dialog gives a Path

        self._tasks.pool(read, title=self.tr("Đọc danh sách"), done=self._take_in, failed=self._refused, owner=self)

    def _take_in(self, preview: ListPreview) -> None:
        if self._desk.round is None:
            self.go.emit("home", None)
            return
        round_id = self._desk.round.id

        def work(_progress: Progress) -> ListTakenIn:
            return take_in_list(self._desk.office, round_id, preview)

        self._tasks.database(
            work, title=self.tr("Nhập danh sách"), done=self._taken_in, failed=self._refused, owner=self
        )

    def _taken_in(self, done: ListTakenIn) -> None:
        self._renew()
        text = self.tr("Đã nhập {people} người: {complete} đủ số liệu, {drafts} còn thiếu.").format(
            people=len(done.dossiers), complete=done.complete, drafts=done.drafts
        )
        tone = Tone.WARNING if done.faults else Tone.OK
        self.banner.emit(Banner(text, tone, self.tr("&Xem các ô cần sửa"), self._show_checks))

    def _show_checks(self) -> None:
        self.go.emit("checks", None)

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))

    def _place(self, dossier: Dossier) -> str:
        view = self._desk.view
        return str(view.dossiers.index(dossier) + 1) if view and dossier in view.dossiers else ""

    def _state(self, dossier: Dossier) -> str:
        return word(dossier.state)

    def _amount(self, dossier: Dossier) -> str:
        amount = self._amount_key(dossier)
        return format_dong(Dong(amount)) if amount is not None else self.tr("chưa có số tiền")

    def _amount_key(self, dossier: Dossier) -> int | None:
        view = self._desk.view
        support = view.supports.get(dossier.id) if view else None
        return support.amount if support else None


def _ordinal(dossier: Dossier) -> int:
    return dossier.ordinal


def _identity(dossier: Dossier) -> str:
    return dossier.id


def _name(dossier: Dossier) -> str:
    return dossier.person.full_name or message("ui.nameless")


def _name_key(dossier: Dossier) -> object:
    return name_sort_key(dossier.person.full_name)


def _searched(dossier: Dossier) -> str:
    return f"{fold(dossier.person.full_name)} {dossier.person.citizen_id} {fold(dossier.person.workplace)}"

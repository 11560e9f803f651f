"""Choose whom to copy from: somebody of this round for the person shown, or people of earlier rounds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.foreign_text import shown
from desktop.services.entry.copying import Earlier, Portion, find_earlier
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.frames import button, quiet_label, row_of
from desktop.ui.pages.people_table import answers_to, name_of
from desktop.ui.texts import word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow_row import FlowRow


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to copy from."""

    dossier: Dossier
    where: str
    here: bool = False
    """Whether the round has them already."""


class CopyRoom(QWidget):
    """Stands in the place of the list; Escape leads back and nothing has changed."""

    copy_asked = Signal(object, object)
    """Source `Dossier`, tuple of `Portion`."""
    bring_asked = Signal(object)
    """Ids of people of earlier rounds."""
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._target: Dossier | None = None
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.title.setProperty("role", "title")
        self.about = quiet_label()
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(self.tr("Tìm theo tên, CCCD, không cần dấu"))
        self.wanted.setAccessibleName(self.tr("Tìm người để chép"))
        self.wanted.setClearButtonEnabled(True)
        self.table = self._make_table()
        self.portions = {each: QCheckBox(word(each)) for each in Portion}
        self.copy = button(self.tr("Ché&p"), next_step=True)
        self.back = button(self.tr("Thôi, về &danh sách"), quiet=True)
        self._lay_out()
        self.wanted.textChanged.connect(self._search)
        self.wanted.returnPressed.connect(self._to_table)
        self.table.activated_row.connect(self._copy)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        for box in self.portions.values():
            box.toggled.connect(self._follow)
        self.copy.clicked.connect(self._copy)
        self.back.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def start_for(self, target: Dossier) -> None:
        """Ask whom of this round to copy to `target` from."""
        self._target = target
        self.title.setText(self.tr("Chép vào hồ sơ của {name}").format(name=shown(name_of(target))))
        self.about.setText(
            self.tr("Chọn người và những phần chép sang. Họ tên, các số, ngày sinh, tài khoản không bao giờ được chép.")
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._start()

    def start_for_earlier(self) -> None:
        """Ask whom of earlier rounds to bring into this one."""
        self._target = None
        self.title.setText(self.tr("Chép người từ đợt trước"))
        self.about.setText(
            self.tr("Người được chép thành hồ sơ mới của đợt này: thông tin cá nhân, trường hợp, quá trình; thời điểm")
            + " "
            + self.tr("nghỉ, văn bản và giải trình phải nhập mới. Giữ Ctrl hoặc Shift để chọn nhiều người.")
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._start()

    def _start(self) -> None:
        for box in self.portions.values():
            box.setChecked(False)
        self._portions.setVisible(self._target is not None)
        self.wanted.clear()
        self._search()
        self.wanted.setFocus()

    def _make_table(self) -> RecordTableView[Candidate]:
        columns = (
            Column[Candidate]("name", self.tr("Họ và tên"), lambda each: name_of(each.dossier)),
            Column[Candidate]("citizen_id", self.tr("Số CCCD"), lambda each: each.dossier.person.citizen_id),
            Column[Candidate]("workplace", field_name("person.workplace"), lambda each: each.dossier.person.workplace),
            Column[Candidate]("where", self.tr("Đợt"), lambda each: each.where),
            Column[Candidate]("here", self.tr("Ghi chú"), self._remark),
        )
        model = RecordTableModel(columns, identity=lambda each: each.dossier.id)
        table = RecordTableView(model, self.tr("Người để chép"))
        self._not_found = EmptyState(
            self.tr("Không tìm thấy ai"), self.tr("Thử một phần của tên, không cần dấu, hoặc số CCCD.")
        )
        self._no_earlier = EmptyState(
            self.tr("Chưa có ai ở đợt khác"), self.tr("Người của những đợt đã lập trước hiện ở đây.")
        )
        self._no_other = EmptyState(
            self.tr("Chưa có ai khác trong đợt"), self.tr("Những người khác của đợt này hiện ở đây.")
        )
        return table

    def _say_nobody(self) -> None:
        """Say why the list is empty: nothing fits what is sought, or there is nobody at all."""
        if self.wanted.text().strip():
            self.table.set_empty(self._not_found)
        else:
            self.table.set_empty(self._no_earlier if self._target is None else self._no_other)

    def _remark(self, candidate: Candidate) -> str:
        return self.tr("đã có trong đợt này") if candidate.here else ""

    def _lay_out(self) -> None:
        self._portions = QWidget()
        self._portions.setLayout(FlowRow(self, *self.portions.values()))
        whole = QVBoxLayout(self)
        for widget in (self.title, self.about, self.wanted):
            whole.addWidget(widget)
        whole.addWidget(self.table, 1)
        whole.addWidget(self._portions)
        whole.addLayout(row_of(self, self.copy, self.back))

    def _search(self) -> None:
        found = self._of_round() if self._target is not None else self._of_earlier()
        self._say_nobody()
        self.table.replace(found)
        self.table.fit_columns()
        if found and self.table.current_record() is None:
            self.table.choose(found[0].dossier.id)
        self._follow()

    def _of_round(self) -> Sequence[Candidate]:
        view, target = self._desk.view, self._target
        people = view.dossiers if view else ()
        others = [each for each in people if target is not None and each.id != target.id]
        name = view.round.name if view else ""
        return [Candidate(each, name) for each in others if answers_to(each, self.wanted.text())]

    def _of_earlier(self) -> Sequence[Candidate]:
        opened = self._desk.round
        found: Sequence[Earlier] = ()
        if opened is not None:
            found = find_earlier(self._desk.office, opened.id, self.wanted.text())
        return [Candidate(each.dossier, each.round.name, each.here) for each in found]

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> tuple[Portion, ...]:
        return tuple(each for each, box in self.portions.items() if box.isChecked())

    def _follow(self) -> None:
        chosen = self.table.selected_records()
        able = bool(self._chosen()) if self._target is not None else not any(each.here for each in chosen)
        self.copy.setEnabled(bool(chosen) and able)

    def _copy(self) -> None:
        chosen = self.table.selected_records()
        if not self.copy.isEnabled():
            first = next(iter(self.portions.values()))
            (first if self._target is not None else self.wanted).setFocus()
        elif self._target is not None:
            self.copy_asked.emit(chosen[0].dossier, self._chosen())
        else:
            self.bring_asked.emit(tuple(each.dossier.id for each in chosen))

"""Whose a document is: a list of everybody in which many are chosen and linked at once."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.names import name_sort_key
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.services.papers.links import PapersChanged, give_paper, has_paper, take_paper
from desktop.services.papers.pins import documents_of
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.papers.undoing import note_papers
from desktop.ui.pages.people_table import answers_to, name_of
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone, step, write_as

Act: TypeAlias = Callable[[Office, str, Iterable[str]], PapersChanged]


class LinkPane(QWidget):
    """Space links or unlinks whoever is chosen; Ctrl+A chooses all that the search leaves."""

    changed = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._approval: Approval | None = None
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Tìm tên hoặc CCCD"))
        self.filter.setAccessibleName(self.tr("Tìm người"))
        self.filter.setClearButtonEnabled(True)
        self.table = self._make_table()
        self.count = QLabel()
        write_as(self.count, Tone.MUTED)
        self.count.setWordWrap(True)
        self.lacking = QPushButton(self.tr("Chọn ai chư&a có"))
        self.lacking.setToolTip(self.tr("Chọn tất cả người chưa có loại giấy tờ này"))
        self.give = QPushButton(self.tr("Gắ&n"))
        self.take = QPushButton(self.tr("Gỡ &khỏi"))
        self._lay_out()
        self._connect()

    def show_document(self, approval: Approval | None) -> None:
        """Show whose this document is."""
        self._approval = approval
        self._fill()

    def choose_lacking(self) -> None:
        """Choose everybody in the list who has no such document yet."""
        model = self.table.selectionModel()
        model.clearSelection()
        rows = [row for row in range(self.table.records.rowCount()) if self._lacks(self.table.records.record(row))]
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            model.select(self.table.records.index(row, 0), flags)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def give_to_chosen(self) -> None:
        """Link the document to whoever is chosen."""
        approval = self._approval
        people = [each.id for each in self._chosen() if approval and not has_paper(each, approval.id)]
        if approval is not None and people:
            told = self.tr("gắn văn bản {number} cho {count} người")
            self._act(give_paper, people, told)

    def take_from_chosen(self) -> None:
        """Unlink the document from whoever is chosen."""
        approval = self._approval
        people = [each.id for each in self._chosen() if approval and has_paper(each, approval.id)]
        if approval is not None and people:
            told = self.tr("gỡ văn bản {number} khỏi {count} người")
            self._act(take_paper, people, told)

    def _make_table(self) -> RecordTableView[Dossier]:
        columns = (
            Column[Dossier]("has", self.tr("Đã gắn"), self._mark),
            Column[Dossier]("name", self.tr("Họ và tên"), name_of, sort=_by_name),
            Column[Dossier]("birth", self.tr("Ngày sinh"), _birth, sort=_birth_key),
            Column[Dossier]("others", self.tr("Văn bản khác"), self._others),
        )
        table = RecordTableView(RecordTableModel(columns, identity=_identity), self.tr("Người trong đợt"))
        table.set_empty(EmptyState(self.tr("Không có ai"), self.tr("Không ai trong đợt khớp với chữ đang tìm.")))
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        for each in (self.give, self.take):
            buttons.addWidget(each)
        above = QHBoxLayout()
        above.addWidget(self.filter, 1)
        above.addWidget(self.lacking)
        column = QVBoxLayout(self)
        column.setSpacing(step(self, 1))
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._fill)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.table.activated_row.connect(self._toggle)
        self.give.clicked.connect(self.give_to_chosen)
        self.take.clicked.connect(self.take_from_chosen)
        self.lacking.clicked.connect(self.choose_lacking)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._toggle)

    def _fill(self) -> None:
        view = self._desk.view
        people = view.dossiers if view and self._approval else ()
        live = [each for each in people if each.state is not DossierState.WITHDRAWN]
        first = not self.table.records.rowCount()
        self.table.replace([each for each in live if answers_to(each, self.filter.text())])
        if first:
            self.table.fit_columns()
        self._offer()

    def _offer(self) -> None:
        chosen, approval = self._chosen(), self._approval
        has = [each for each in chosen if approval and has_paper(each, approval.id)]
        self._word(self.give, self.tr("Gắ&n cho {count} người"), self.tr("Gắ&n"), len(chosen) - len(has))
        self._word(self.take, self.tr("Gỡ &khỏi {count} người"), self.tr("Gỡ &khỏi"), len(has))
        view = self._desk.view
        mine = sum(has_paper(each, approval.id) for each in view.dossiers) if view and approval else 0
        told = self.tr("{mine} người đã gắn")
        self.count.setText(told.format(mine=mine))

    def _word(self, button: QPushButton, told: str, plain: str, count: int) -> None:
        button.setText(told.format(count=count) if count else plain)
        button.setEnabled(bool(count))

    def _chosen(self) -> tuple[Dossier, ...]:
        return tuple(each for each in self.table.selected_records() if editable(each))

    def _toggle(self) -> None:
        """Link whoever is chosen and lacks it; when nobody lacks it, unlink them."""
        approval = self._approval
        if approval is not None and any(not has_paper(each, approval.id) for each in self._chosen()):
            self.give_to_chosen()
        else:
            self.take_from_chosen()

    def _lacks(self, dossier: Dossier) -> bool:
        """Whether the person has no document of this kind; of decisions none that they rest on."""
        view, approval = self._desk.view, self._approval
        if view is None or approval is None or not editable(dossier):
            return False
        if not approval.proves:
            return dossier.approval_id is None
        return all(each.proves != approval.proves for each in documents_of(view, dossier))

    def _mark(self, dossier: Dossier) -> str:
        approval = self._approval
        if approval is None or not has_paper(dossier, approval.id):
            return ""
        return self.tr("✓ căn cứ") if dossier.approval_id == approval.id else "✓"

    def _others(self, dossier: Dossier) -> str:
        view, approval = self._desk.view, self._approval
        found = documents_of(view, dossier) if view else ()
        return ", ".join(each.number for each in found if approval is None or each.id != approval.id)

    def _act(self, act: Act, people: list[str], told: str) -> None:
        approval = self._approval
        assert approval is not None  # noqa: S101 - asked before
        try:
            changed = act(self._desk.office, approval.id, people)
        except Refusal as refusal:
            self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        label = told.format(number=approval.number, count=len(changed.after))
        step = note_papers(self._desk, label, changed)
        self._renew()
        text = self.tr("Đã {act}.").format(act=label)
        self.said.emit(undo_banner(self._desk, step, text, self.said.emit, self._renew))

    def _renew(self) -> None:
        self._desk.read()
        self._fill()
        self.changed.emit()


def _by_name(dossier: Dossier) -> object:
    return name_sort_key(dossier.person.full_name)


def _birth(dossier: Dossier) -> str:
    birth = dossier.person.decisive_birth
    return birth.shown if birth else ""


def _birth_key(dossier: Dossier) -> object:
    birth = dossier.person.decisive_birth
    return birth.day if birth else None


def _identity(dossier: Dossier) -> str:
    return dossier.id

"""On the signing page: what each person still lacks; gone when nothing does."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.foreign_text import shown_lines
from desktop.domain.names import name_sort_key
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.lacking import Lack, Lacking, people_lacking
from desktop.ui.check_words import check_message
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.models.table_height import TableHeight
from desktop.ui.pages.frames import Panel, quiet_label
from desktop.ui.texts import message, word
from desktop.ui.widgets.finding_groups import people_in_words
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon

_MOST_ROWS = 8
_ERRORS = frozenset({Lack.DATA, Lack.PAPER, Lack.UNREAD})


class LackingList(Panel):
    """One row for each thing; Enter or a double click goes where it is mended."""

    jump = Signal(object)
    """The `Lacking` to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Còn thiếu"))
        self._view: RoundView | None = None
        self.line = MarkedLine()
        columns = (
            Column[Lacking](
                "name", self.tr("Ai"), lambda each: each.name or message("ui.nameless"),
                sort=lambda each: name_sort_key(each.name),
            ),
            Column[Lacking](
                "kind", self.tr("Còn thiếu"), lambda each: word(each.kind),
                decoration=lambda each: mark_icon(_tone(each), self.palette()),
            ),
            Column[Lacking]("what", self.tr("Việc cần làm"), self._what),
        )  # fmt: skip  # one column, one place
        self.table_model = RecordTableModel(columns, identity=_identity)
        self.table: RecordTableView[Lacking] = RecordTableView(self.table_model, self.tr("Còn thiếu"))
        self._height = TableHeight(self.table, _MOST_ROWS, _MOST_ROWS)
        self.table.activated_row.connect(self._go)
        self.hint = quiet_label(self.tr("Chọn một dòng rồi Enter để tới chỗ sửa."))
        for each in (self.line, self.table, self.hint):
            self.column.addWidget(each)

    def show_lacking(self, found: Sequence[Lacking], view: RoundView) -> None:
        """Show what is missing."""
        self._view = view
        self.setVisible(bool(found))
        people = people_lacking(found, view)
        told = self.tr("Còn thiếu {0} mục: chưa đóng gói được.").format(len(found))
        if people:
            told = self.tr("Còn thiếu {0} mục, của {1} người: chưa đóng gói được.").format(len(found), people)
        self.line.show_text(Tone.ERROR, told if found else "", word=False)
        self.table.replace(tuple(found))
        self.table.fit_columns()
        self._height.hold(len(found))

    def _what(self, each: Lacking) -> str:
        if each.cell is not None:
            return shown_lines(message(each.cell.reason, **each.cell.params))
        if each.request is not None:
            return shown_lines(each.request.reason.words)
        if each.fault is None or self._view is None:
            return ""
        names = [name or message("ui.nameless") for name in each.fault.names]
        finding = each.fault.naming(people_in_words(names)) if names else each.fault.finding
        return f"{finding.code}: {check_message(self._view.catalogue, finding)}"

    def _go(self, each: object) -> None:
        if isinstance(each, Lacking):
            self.jump.emit(each)


def _tone(each: Lacking) -> Tone:
    return Tone.ERROR if each.kind in _ERRORS else Tone.WARNING


def _identity(each: Lacking) -> tuple[str, ...]:
    if each.cell is not None:
        return each.subject, each.field, each.cell.reason, str(sorted(each.cell.params.items()))
    if each.request is not None:
        return (each.request.key,)
    return (each.finding.key,) if each.finding else (each.subject, each.field)

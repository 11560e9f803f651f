"""Third step: what was read, which cells could not be, and what an older version of the list becomes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.documents.lists.faults import CellFault
from desktop.services.lists.comparison import Choices, ListComparison, Standing
from desktop.services.lists.import_list import ListPreview
from desktop.ui.pages.lists.cells_table import faults_table, names_by_cell, notes_table, sentence_of
from desktop.ui.pages.lists.changes_tree import ChangesTree
from desktop.ui.pages.lists.remarks_list import RemarksList
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine


class CheckStep(QWidget):
    """Counts, the cells, the changes; nothing is in the round yet."""

    changed = Signal()
    """Other choices were made."""
    save_requested = Signal(object)
    """`ListPreview`: a copy of its workbook with the cells marked is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ListPreview | None = None
        self._comparison: ListComparison | None = None
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.left_open = MarkedLine()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc các ô, không cần dấu"))
        self.filter.setAccessibleName(self.tr("Lọc các ô"))
        self.filter.setClearButtonEnabled(True)
        self.save_button = QPushButton(self.tr("Lưu bản đánh &dấu ô lỗi…"))
        self.save_button.setToolTip(self.tr("Bản sao của tệp, mỗi ô lỗi được tô màu kèm ghi chú vì sao"))
        self._names: Mapping[tuple[str, int], str] = {}
        self.faults = faults_table(self._whose)
        self.notes = notes_table()
        self.remarks = RemarksList()
        self.changes = ChangesTree()
        self.sentence = QLabel()
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()

    def show_reading(self, preview: ListPreview, comparison: ListComparison, choices: Choices) -> None:
        """Show what was read and what it does to the round."""
        self._preview, self._comparison = preview, comparison
        self.filter.clear()  # what was sought in an earlier reading hides nothing of this one
        reading = preview.reading
        self._names = names_by_cell(reading)
        self.faults.replace(reading.faults)
        self.notes.replace(reading.notes)
        self.remarks.show_remarks(reading.remarks)
        for table in (self.faults, self.notes):
            table.fit_columns()
        if reading.faults:
            self.faults.selectRow(0)
        if comparison.again:
            self.changes.show_comparison(comparison, choices)
        self._name_tabs(preview, comparison)
        self.save_button.setEnabled(bool(reading.faults))
        self.tell_counts()

    def choices(self) -> Choices:
        """Return what is taken."""
        if self._comparison is None or not self._comparison.again:
            return Choices.offered(self._comparison) if self._comparison else Choices(frozenset(), {})
        return self.changes.choices()

    def take_focus(self) -> None:
        """Give the keyboard to what is shown first."""
        current = self.tabs.currentWidget()
        if current is not None:
            (current.focusProxy() or current).setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_counts(self) -> None:
        """Say how many are read whole, how many are not, and who is in the round already."""
        if self._preview is None or self._comparison is None:
            return
        people = self._preview.reading.people
        faulty = sum(bool(each.faults) for each in people)
        text = self.tr("Đọc được {people} người: {good} người đủ các ô, {faulty} người có ô chưa đọc được (vào nháp).")
        told = [text.format(people=len(people), good=len(people) - faulty, faulty=faulty)]
        if self._comparison.again:
            told.append(self._told_again(self._comparison))
        self.counts.setText(" ".join(told))
        waiting = len(self._preview.reading.waiting)
        line = self.tr("{n} quá trình công tác không khớp ai trong danh sách; được giữ lại và tự nhận khi sửa số CCCD.")
        self.left_open.show_text(Tone.WARNING, line.format(n=waiting) if waiting else "")

    def _told_again(self, found: ListComparison) -> str:
        text = self.tr(
            "So với đợt: {new} người mới, {changed} người khác, {same} giữ nguyên, {gone} không còn trong tệp."
        )
        counted = {each.value: len(found.of(each)) for each in Standing}
        return text.format(**counted)

    def _name_tabs(self, preview: ListPreview, comparison: ListComparison) -> None:
        reading = preview.reading
        for page, text in (
            (self._cells, self.tr("Ô chưa đọc được ({n})").format(n=len(reading.faults))),
            (self.notes, self.tr("Ô đã tự chỉnh ({n})").format(n=len(reading.notes))),
            (self.remarks, self.tr("Lưu ý về tệp ({n})").format(n=len(reading.remarks))),
        ):
            self.tabs.setTabText(self.tabs.indexOf(page), text)
        self.tabs.setTabVisible(self.tabs.indexOf(self.remarks), bool(reading.remarks))
        differing = sum(each.standing is not Standing.SAME for each in comparison.people)
        place = self.tabs.indexOf(self.changes)
        self.tabs.setTabVisible(place, comparison.again)
        self.tabs.setTabText(place, self.tr("Khác với trong đợt ({n})").format(n=differing))
        self.tabs.setCurrentIndex(place if comparison.again else self.tabs.indexOf(self._cells))

    def _show_sentence(self, fault: object) -> None:
        self.sentence.setText(sentence_of(fault) if isinstance(fault, CellFault) else "")

    def _whose(self, fault: CellFault) -> str:
        return self._names.get((fault.sheet, fault.row), "")

    def _follow_tab(self) -> None:
        """What is filtered are cells, neither changes nor remarks."""
        self.filter.setVisible(self.tabs.currentWidget() not in {self.changes, self.remarks})

    def _seek(self, text: str) -> None:
        self.faults.records.seek(text)
        self.notes.records.seek(text)

    def _ask_save(self) -> None:
        if self._preview is not None:
            self.save_requested.emit(self._preview)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._seek)
        self.tabs.currentChanged.connect(self._follow_tab)
        self.faults.current_row_changed.connect(self._show_sentence)
        self.changes.itemChanged.connect(self.changed)
        self.save_button.clicked.connect(self._ask_save)

    def _lay_out(self) -> None:
        self._cells = QWidget()
        cells = QVBoxLayout(self._cells)
        cells.setContentsMargins(0, 0, 0, 0)
        self.faults.set_empty(
            EmptyState(self.tr("Mọi ô đều đọc được"), self.tr("Không có ô nào cần sửa trong tệp này."))
        )
        self.notes.set_empty(
            EmptyState(self.tr("Không có ô nào phải chỉnh"), self.tr("Các ô được đọc đúng như đã ghi."))
        )
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setMinimumHeight(self.fontMetrics().height() * 2)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        cells.addWidget(self.faults, 1)
        cells.addWidget(self.sentence)
        self._cells.setFocusProxy(self.faults)
        for page in (self._cells, self.notes, self.remarks, self.changes):
            self.tabs.addTab(page, "")
        top = QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addStretch()
        top.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self.counts)
        column.addWidget(self.left_open)
        column.addLayout(top)
        column.addWidget(self.tabs, 1)

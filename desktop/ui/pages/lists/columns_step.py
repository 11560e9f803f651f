"""Second step: which sheets are taken and what their columns are."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import DEEPEST_HEADER, ColumnMapping
from desktop.domain.foreign_text import shown
from desktop.services.lists.layout_memory import RememberedLayout
from desktop.services.lists.plan import (
    Because,
    ListPlan,
    SheetPlan,
    lacking,
    taken_as,
    unmapped,
    with_column,
    with_header,
    with_sheet,
)
from desktop.ui.pages.frames import row_of
from desktop.ui.pages.lists.column_table import ColumnTable
from desktop.ui.pages.lists.names import column_name, kind_name, reason_name
from desktop.ui.pages.lists.old_font_bar import OldFontBar
from desktop.ui.pages.lists.sheet_view import SheetView
from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.full_height import FullHeight
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.number_box import NumberBox


class ColumnsStep(QWidget):
    """Sheets left; right the columns of the one chosen, and below them the sheet as it is."""

    changed = Signal()
    """The plan is another one now."""
    forget = Signal(object)
    """`RememberedLayout` that shall be forgotten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ListPlan | None = None
        self.fonts = OldFontBar()
        self.sheets = QListWidget()
        self.sheets.setAccessibleName(self.tr("Các trang của tệp"))
        self.sheets.setWordWrap(True)
        self.sheets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheets.setSpacing(step(self, 1))
        self.kind = QComboBox()
        for kind in (*SheetKind, None):
            self.kind.addItem(kind_name(kind), kind.value if kind else "")
        self.header_top, self.header_depth = NumberBox(), NumberBox(0, DEEPEST_HEADER)
        self.memory = MarkedLine()
        self.forget_button = QPushButton(self.tr("&Quên cách ghép này"))
        self.columns = ColumnTable()
        self.needs = MarkedLine()
        self.view = SheetView()
        self._lay_out()
        self._connect()

    @property
    def plan(self) -> ListPlan | None:
        """How the workbook will be read."""
        return self._plan

    def show_plan(self, plan: ListPlan) -> None:
        """Show how a workbook will be read; the list of people is looked at first."""
        self._plan = plan
        self.fonts.show_fonts(plan.fonts, converts=plan.converts)
        self.sheets.blockSignals(True)  # noqa: FBT003 - Qt's own switch
        self.sheets.clear()
        for each in plan.sheets:
            self.sheets.addItem(QListWidgetItem(_told(each)))
        listed = plan.of_kind(SheetKind.LIST) or plan.sheets[0]
        self.sheets.setCurrentRow(plan.sheets.index(listed))
        self.sheets.blockSignals(False)  # noqa: FBT003 - Qt's own switch
        self._show_current()

    def take_focus(self) -> None:
        """Give the keyboard to the columns, where there are any."""
        target = self.columns if self.columns.isVisibleTo(self) else self.sheets
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> SheetPlan | None:
        row = self.sheets.currentRow()
        return self._plan.sheets[row] if self._plan and 0 <= row < len(self._plan.sheets) else None

    def _show_current(self) -> None:
        current = self._current()
        if current is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(current.kind.value if current.kind else ""))
        mapping = current.mapping if current.taken else None
        for widget in (self.columns, self._rows, self.needs):
            widget.setVisible(mapping is not None)
        self._show_memory(current)
        if mapping is None:
            blank = current.mapping or _unmapped_view(current)
            self.view.show_sheet(current.sheet, blank)
            return
        for box, low, high, value in (
            (self.header_top, 1, max(1, len(current.sheet.rows)), max(mapping.header_top, 0) + 1),
            (self.header_depth, 0, DEEPEST_HEADER, mapping.header_depth),
        ):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own switch
            box.setRange(low, high)
            box.setValue(value)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own switch
        self.columns.show_mapping(current.sheet, mapping)
        self.view.show_sheet(current.sheet, mapping)
        self._show_needs(current)

    def _show_memory(self, current: SheetPlan) -> None:
        layout = current.layout if current.because is Because.REMEMBERED else None
        self.forget_button.setVisible(layout is not None)
        if layout is None:
            self.memory.show_text(Tone.PLAIN, "")
            return
        text = self.tr("Ghép cột như lần nhập {file} ngày {day}: tiêu đề giống hệt.")
        day = "/".join(reversed(layout.kept_at[:10].split("-")))
        self.memory.show_text(Tone.INFO, text.format(file=shown(layout.file_name), day=day), word=False)

    def _show_needs(self, current: SheetPlan) -> None:
        if current.mapping is None:
            return
        must, open_ones = lacking(current.mapping), unmapped(current.mapping)
        if must:
            text = self.tr("Chưa đọc được trang này: cần chỉ ra cột {columns}. Chọn ở cột “Đọc là”.")
            either = [self.tr(" hoặc ").join(map(column_name, each)) for each in must]
            self.needs.show_text(Tone.ERROR, text.format(columns="; ".join(either)))
        elif open_ones:
            text = self.tr(
                "Chưa có cột riêng cho: {columns}. "
                "Vẫn nhập được; mục nào không ghi ở chỗ khác trong trang thì để trống, nhập tay sau."
            )
            self.needs.show_text(Tone.WARNING, text.format(columns=_names(open_ones)))
        else:
            self.needs.show_text(Tone.OK, self.tr("Mọi mục cần có đều đã có cột."))

    def _put(self, changed: SheetPlan) -> None:
        if self._plan is None:
            return
        self._plan = with_sheet(self._plan, changed)
        for row, each in enumerate(self._plan.sheets):
            self.sheets.item(row).setText(_told(each))
        self._show_current()
        self.changed.emit()

    def _take_as(self, place: int) -> None:
        current = self._current()
        if current is not None:
            value = str(self.kind.itemData(place))
            self._put(taken_as(current, SheetKind(value) if value else None))

    def _move_header(self) -> None:
        current = self._current()
        if current is not None:
            self._put(with_header(current, self.header_top.value() - 1, self.header_depth.value()))

    def _map(self, column: int, field: str) -> None:
        current = self._current()
        if current is not None:
            self._put(with_column(current, column, field))

    def _convert(self, agreed: bool) -> None:  # noqa: FBT001 - the signal's form
        if self._plan is not None:
            self._plan = replace(self._plan, converts=agreed)
            self.changed.emit()

    def _forget(self) -> None:
        current = self._current()
        if current is not None and isinstance(current.layout, RememberedLayout):
            self.forget.emit(current.layout)
            self._put(replace(current, because=Because.CHOSEN, layout=None))

    def _connect(self) -> None:
        self.sheets.currentRowChanged.connect(self._show_current)
        self.kind.activated.connect(self._take_as)
        self.header_top.valueChanged.connect(self._move_header)
        self.header_depth.valueChanged.connect(self._move_header)
        self.columns.mapped.connect(self._map)
        self.forget_button.clicked.connect(self._forget)
        self.fonts.agreed.connect(self._convert)

    def _lay_out(self) -> None:
        left = QWidget()
        sheets = QVBoxLayout(left)
        sheets.setContentsMargins(0, 0, 0, 0)
        sheets.addWidget(_labelled(self.tr("Tr&ang trong tệp"), self.sheets))
        sheets.addWidget(self.sheets, 1)
        left.setMinimumWidth(self.fontMetrics().averageCharWidth() * 20)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(step(self, 1), 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self._head())
        remembered = QHBoxLayout()
        remembered.addWidget(self.memory, 1)
        remembered.addWidget(self.forget_button)
        column.addLayout(remembered)
        column.addWidget(self.needs)
        tables = QSplitter(Qt.Orientation.Vertical)
        tables.setChildrenCollapsible(False)
        tables.addWidget(self.columns)
        tables.addWidget(self.view)
        tables.setStretchFactor(0, 3)
        tables.setStretchFactor(1, 2)
        column.addWidget(tables, 1)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setChildrenCollapsible(False)
        whole.addWidget(left)
        whole.addWidget(right)
        whole.setStretchFactor(1, 1)
        whole.setSizes([self.fontMetrics().averageCharWidth() * 30, self.fontMetrics().averageCharWidth() * 110])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.fonts)
        outer.addWidget(whole, 1)

    def _head(self) -> QWidget:
        self._rows = QWidget()
        rows = QHBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(_labelled(self.tr("Tiêu đề từ &dòng"), self.header_top))
        rows.addWidget(self.header_top)
        rows.addWidget(_labelled(self.tr("&gồm số dòng"), self.header_depth))
        rows.addWidget(self.header_depth)
        self.header_top.setAccessibleName(self.tr("Tiêu đề bắt đầu từ dòng"))
        self.header_depth.setAccessibleName(self.tr("Số dòng tiêu đề; 0 là không có tiêu đề"))
        for box in (self.header_top, self.header_depth):
            box.lineEdit().setAccessibleName(box.accessibleName())
        self.kind.setAccessibleName(self.tr("Trang này là"))
        kind = QWidget()
        kind.setLayout(row_of(self, _labelled(self.tr("Trang này &là"), self.kind), self.kind, stretch=False))
        head = FullHeight()
        head.setLayout(FlowRow(self, kind, self._rows))
        return head


def _labelled(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    return label


def _told(plan: SheetPlan) -> str:
    return f"{shown(plan.sheet.name)}\n{kind_name(plan.kind)} ({reason_name(plan.because)})"


def _names(fields: tuple[str, ...]) -> str:
    return ", ".join(column_name(each) for each in fields)


def _unmapped_view(plan: SheetPlan) -> ColumnMapping:
    return ColumnMapping(SheetKind.LIST, plan.sheet.name, 0, {})

"""The catalogue of checks: browse, search, filter, hand out."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.rules.checks.catalogue import Catalogue, Category, Stage
from desktop.services.office import Office
from desktop.services.prints.print_check_catalogue import write_check_catalogue
from desktop.services.rounds.check_catalogue import (
    CheckFilter,
    CheckLine,
    check_lines,
    counts_of,
    counts_received,
)
from desktop.ui.check_words import spoken_line
from desktop.ui.messages import Messages
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import Panel, button, heading, page_column, plain_label, quiet_label, row_of
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.tones import tone_of

M = TypeVar("M", bound=StrEnum)


class CheckCataloguePage(Page):
    """All checks, the commonest fault first; below the table what one of them says and rests on."""

    page_id = "check-catalogue"
    icon_name = "catalogue"

    def __init__(self, office: Office, desk: Desk | None, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office, self._desk, self._messages = office, desk, messages
        self._lines: tuple[CheckLine, ...] = ()
        self.search = QLineEdit()
        self.severity = _choice(self.tr("Mức"), self.tr("Mọi mức"), Severity)
        self.stage = _choice(self.tr("Khâu"), self.tr("Mọi khâu"), Stage)
        self.category = _choice(self.tr("Nhóm lỗi"), self.tr("Mọi nhóm lỗi"), Category)
        self.excel_button = button(self.tr("Xuất &Excel…"))
        self.pdf_button = button(self.tr("Xuất &PDF…"))
        self.summary = quiet_label()
        self._model = RecordTableModel(self._columns(), lambda line: line.code, self)
        self.table: RecordTableView[CheckLine] = RecordTableView(self._model, self.title)
        self.detail = Panel(self.tr("Nội dung kiểm tra"))
        self.name, self.message, self.fix, self.source = heading(), plain_label(), plain_label(), quiet_label()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.search)
        self._stale = False
        self.refresh(None)

    def put_off(self, changed: Changed | None) -> None:  # noqa: ARG002 - all is read anew
        """Count when the page is shown."""
        self._stale = True

    def catch_up(self) -> None:
        """Count what is found now."""
        if self._stale:
            self.refresh(None)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - all is read anew
        """Read the catalogue and count what is found now."""
        self._stale = False
        self._lines = check_lines(self._catalogue, self._counts())
        self.table.hide_column("count", hidden=all(line.count is None for line in self._lines))
        self._show()

    def arrive(self, target: object) -> None:
        """Show the check with this code."""
        self.search.clear()
        for each in (self.severity, self.stage, self.category):
            each.setCurrentIndex(0)
        self.table.choose(str(target))

    def status(self) -> str:
        """Return how many checks are shown."""
        return self.tr("{0} trong {1} kiểm tra").format(len(self._model.rows), len(self._lines))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (("Ctrl+F", self.tr("Tìm trong danh mục")),)

    @property
    def _catalogue(self) -> Catalogue:
        view = self._desk.view if self._desk else None
        return view.catalogue if view else self._office.catalogue

    def _counts(self) -> Mapping[str, int] | None:
        if self._desk is None:
            return counts_received(self._office)
        contents = self._desk.contents
        return counts_of(contents.findings) if contents else None

    def _columns(self) -> tuple[Column[CheckLine], ...]:
        return (
            Column("code", self.tr("Mã"), lambda line: line.code),
            Column("severity", self.tr("Mức"), lambda line: word(line.entry.severity), decoration=_mark),
            Column("stage", self.tr("Khâu"), lambda line: word(line.entry.stage), lambda line: line.entry.stage.order),
            Column("category", self.tr("Nhóm lỗi"), lambda line: word(line.entry.category)),
            Column("count", self.tr("Số lần gặp"), _count, lambda line: line.count, align_right=True),
            Column("message", self.tr("Thông báo"), lambda line: spoken_line(line).message),
        )

    def _chosen(self) -> CheckFilter:
        return CheckFilter(
            self.search.text(),
            _chosen_in(self.severity, Severity),
            _chosen_in(self.stage, Stage),
            _chosen_in(self.category, Category),
        )

    def _show(self) -> None:
        chosen = self._chosen()
        shown = tuple(line for line in self._lines if chosen.shows(line) or chosen.shows(spoken_line(line)))
        self.table.replace(shown)
        self.table.fit_columns(24)
        if self.table.current_record() is None and shown:
            self.table.selectRow(0)
        self._explain(self.table.current_record())
        errors = sum(line.entry.severity is Severity.ERROR for line in shown)
        warnings = sum(line.entry.severity is Severity.WARNING for line in shown)
        words = self.tr("{0} lỗi chặn đóng gói · {1} cảnh báo cần giải trình · {2} lưu ý")
        self.summary.setText(words.format(errors, warnings, len(shown) - errors - warnings))
        self.updated.emit()

    def _explain(self, line: CheckLine | None) -> None:
        self.detail.setVisible(line is not None)
        if line is None:
            return
        entry = line.entry
        self.name.setText(f"{entry.code} · {word(entry.severity)} · {word(entry.status)}")
        said = spoken_line(line)
        self.message.setText(said.message)
        self.fix.setText(self.tr("Cách sửa: {0}").replace("{0}", said.fix))
        basis = (
            (self.tr("Căn cứ: {0}"), entry.basis),
            (self.tr("Tham số: {0}"), line.parameters),
            (self.tr("Do gói chính sách {0} quy định"), entry.pack),
        )
        sources = [words.replace("{0}", value) for words, value in basis if value]
        self.source.setText(" · ".join(sources))
        self.source.setVisible(bool(sources))

    def _export(self, ending: str, filters: str) -> None:
        self._messages.save_file(
            self.tr("Ghi danh mục kiểm tra"),
            done=partial(self._write, ending),
            name=f"danh-muc-kiem-tra{ending}",
            filters=filters,
        )

    def _write(self, ending: str, target: Path) -> None:
        path = target if target.suffix.lower() == ending else target.with_name(target.name + ending)
        today = self._office.now().date()
        try:
            write_check_catalogue(self._catalogue, self._model.rows, self._chosen(), path, made_on=today)
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
        else:
            self.banner.emit(Banner(self.tr("Đã ghi {0}.").replace("{0}", path.name), Tone.OK))

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        for each in (self.severity, self.stage, self.category):
            each.currentIndexChanged.connect(lambda _place: self._show())
        self.table.current_row_changed.connect(self._explain)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)
        self.excel_button.clicked.connect(lambda: self._export(".xlsx", "Excel (*.xlsx)"))
        self.pdf_button.clicked.connect(lambda: self._export(".pdf", "PDF (*.pdf)"))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Tìm theo mã, nội dung, căn cứ; không cần dấu"))
        self.search.setAccessibleName(self.tr("Tìm kiểm tra"))
        self.search.setClearButtonEnabled(True)
        nothing = EmptyState(self.tr("Không có kiểm tra nào khớp"), self.tr("Bỏ bớt chữ tìm hoặc điều kiện lọc."))
        self.table.set_empty(nothing)
        for each in (self.name, self.message, self.fix, self.source):
            self.detail.column.addWidget(each)
        column = page_column(self)
        finding = row_of(self, self.search, self.excel_button, self.pdf_button, stretch=False)
        finding.setStretch(0, 1)
        column.addLayout(finding)
        column.addLayout(row_of(self, self.severity, self.stage, self.category))
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)


def _choice(name: str, everything: str, members: Iterable[StrEnum]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItem(everything, None)
    for member in members:
        made.addItem(word(member), member)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _chosen_in(box: QComboBox, kind: type[M]) -> M | None:
    """Return what is chosen, None for everything; Qt hands an enum's text back."""
    chosen = box.currentData()
    return None if chosen is None else kind(chosen)


def _count(line: CheckLine) -> str:
    return "" if not line.count else str(line.count)


def _stage_order(line: CheckLine) -> int:
    return line.entry.stage.order


def _mark(line: CheckLine) -> QIcon:
    return mark_icon(tone_of(line.entry.severity), QApplication.palette())

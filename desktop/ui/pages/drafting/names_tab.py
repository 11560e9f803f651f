"""Names, sources and days of what a pack holds besides its figures and formulas."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from desktop.domain.dates import format_date
from desktop.domain.findings import Severity
from desktop.domain.names import compose
from desktop.rules.named_parts import NamedPart, named_parts, put_named
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.drafting.cite_fields import CiteFields
from desktop.ui.pages.drafting.figures_tab import cited
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.frames import Panel, button, heading, quiet_label, row_of, scrolled
from desktop.ui.texts import word
from desktop.ui.widgets.edits import DateEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import step

_ROWS = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("NamesTab", text)


class NamesTab(QWidget):
    """Groups, conditions, items, cases, papers and deadlines: a list, and the words of one beside it."""

    def __init__(self, session: DraftSession) -> None:
        super().__init__()
        self._session = session
        self._model = RecordTableModel(self._columns(), lambda part: (part.section, part.id), self)
        self.table: RecordTableView[NamedPart] = RecordTableView(self._model, _tr("Tên gọi, căn cứ, thời hạn"))
        self.kind = heading()
        self.label, self.due = QPlainTextEdit(), DateEdit()
        self.label.setTabChangesFocus(True)
        self.label.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS)
        self.cite = CiteFields(article=Need.OPTIONAL)
        self.enter = button(_tr("&Ghi"), next_step=True)
        self._label_field = LabelledField(_tr("&Tên gọi"), self.label, need=Need.REQUIRED)
        self._due_field = LabelledField(_tr("&Hạn"), self.due, need=Need.REQUIRED)
        self._lay_out()
        self.table.current_row_changed.connect(self._show)
        self.table.activated_row.connect(lambda _part: self.label.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.enter.clicked.connect(self._enter)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Show the draft as it stands."""
        file = self._session.file
        self.setEnabled(file is not None)
        if file is None:
            return
        self.table.replace(named_parts(file))
        if self.table.current_record() is None:
            self.table.selectRow(0)
        self.table.fit_columns(22)
        self.table.setColumnWidth(1, self.fontMetrics().averageCharWidth() * 44)
        self._show(self.table.current_record())

    def _columns(self) -> tuple[Column[NamedPart], ...]:
        return (
            Column("section", _tr("Phần"), lambda part: word(part.section)),
            Column("label", _tr("Tên gọi"), lambda part: part.label),
            Column("due", _tr("Hạn"), lambda part: format_date(part.due) if part.due else "", align_right=True),
            Column("cite", _tr("Căn cứ"), self._cited),
        )

    def _cited(self, part: NamedPart) -> str:
        file = self._session.file
        return cited(file, part.cite) if file else ""

    def _show(self, part: NamedPart | None) -> None:
        file = self._session.file
        self._label_field.clear_finding()
        self.enter.setEnabled(part is not None)
        if part is None or file is None:
            return
        self.kind.setText(word(part.section))
        self.label.setPlainText(part.label)
        self.due.set_value(part.due)
        self._due_field.setVisible(part.dated)
        self.cite.show_cite(part.cite, file)

    def _enter(self) -> None:
        part, file, label = self.table.current_record(), self._session.file, compose(self.label.toPlainText())
        if part is None or file is None:
            return
        if not label:
            self._label_field.show_finding(Severity.ERROR, _tr("Chưa ghi tên gọi."))
            self.label.setFocus()
            return
        due = self.due.value() or part.due if part.dated else None
        self._session.edit(put_named(file, replace(part, label=label, cite=self.cite.cite(), due=due)))

    def _lay_out(self) -> None:
        form = Panel(_tr("Tên gọi và căn cứ"))
        fields = self.cite.fields
        form.column.addWidget(self.kind)
        form.column.addWidget(self._label_field)
        form.column.addWidget(fields["document"])
        form.column.addLayout(row_of(self, fields["article"], fields["clause"], fields["point"], stretch=False))
        form.column.addWidget(self._due_field)
        form.column.addLayout(row_of(self, self.enter))
        form.column.addWidget(quiet_label(_tr("Phần còn lại của mỗi mục sửa ở thẻ Văn bản YAML.")))
        form.column.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, step(self, 2), 0)
        column.addWidget(self.table)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(left)
        sides.addWidget(scrolled(form))
        sides.setSizes([6000, 4000])
        QVBoxLayout(self).addWidget(sides)

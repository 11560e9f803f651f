"""The figures of a draft: what is not known stands first; one is entered beside the list."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from desktop.domain.dates import format_date
from desktop.rules.drafting import Figure, figures, put_figure, remove_figure
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_values import Cite, DatedValue
from desktop.rules.showing import NOT_KNOWN, show
from desktop.rules.trace import Citation
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.drafting.figure_form import FigureForm
from desktop.ui.pages.drafting.new_parts import NewDocument, NewParameter
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.frames import button, scrolled
from desktop.ui.texts import word
from desktop.ui.widgets.full_height import flowing
from desktop.ui.widgets.looks import step
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.tones import tone_of_provenance


def _tr(text: str) -> str:
    return QCoreApplication.translate("FiguresTab", text)


def cited(file: PackFile, cite: Cite) -> str:
    """Return where the law says it, with the document's name."""
    name = next((each.name for each in file.documents if each.id == cite.document), cite.document)
    return str(Citation(name, cite.article, cite.clause, cite.point))


class FiguresTab(QWidget):
    """List and form of the figures; documents and further figures are added below the list."""

    def __init__(self, session: DraftSession) -> None:
        super().__init__()
        self._session = session
        self._model = RecordTableModel(self._columns(), lambda figure: (figure.parameter.id, figure.place), self)
        self.table: RecordTableView[Figure] = RecordTableView(self._model, _tr("Các mức của chính sách"))
        self.form = FigureForm()
        self.remove = button(_tr("&Bỏ mức này"))
        self.new_document, self.new_parameter = NewDocument(session), NewParameter(session)
        self.add_document, self.add_parameter = button(_tr("Thêm văn bả&n…")), button(_tr("Thêm &mức mới…"))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Show the draft as it stands."""
        file = self._session.file
        self.setEnabled(file is not None)
        if file is None:
            return
        self.table.replace(figures(file))
        if self.table.current_record() is None and self._model.rows:
            self.table.selectRow(0)
        self.table.fit_columns(26)
        self.table.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 40)
        self._show(self.table.current_record())

    def _columns(self) -> tuple[Column[Figure], ...]:
        return (
            Column("label", _tr("Nội dung"), lambda figure: figure.parameter.label, decoration=_mark),
            Column("value", _tr("Giá trị"), _shown),
            Column("first", _tr("Từ ngày"), lambda figure: format_date(figure.value.first), align_right=True),
            Column("cite", _tr("Căn cứ"), self._cited),
            Column("provenance", _tr("Mức chắc chắn"), lambda figure: word(figure.value.provenance)),
        )

    def _cited(self, figure: Figure) -> str:
        file = self._session.file
        return cited(file, figure.value.cite) if file else ""

    def _show(self, figure: Figure | None) -> None:
        self.form.show_figure(figure, self._session.file)
        self.remove.setEnabled(figure is not None)

    def _enter(self, value: DatedValue) -> None:
        figure, file = self.table.current_record(), self._session.file
        if figure is not None and file is not None:
            self._session.edit(put_figure(file, figure.parameter.id, value, figure.place))

    def _add(self, value: DatedValue) -> None:
        figure, file = self.table.current_record(), self._session.file
        if figure is not None and file is not None:
            self._session.edit(put_figure(file, figure.parameter.id, value))

    def _remove(self) -> None:
        figure, file = self.table.current_record(), self._session.file
        if figure is not None and file is not None:
            self._session.edit(remove_figure(file, figure.parameter.id, figure.place))

    def _connect(self) -> None:
        self.table.current_row_changed.connect(self._show)
        self.table.activated_row.connect(lambda _figure: self.form.value.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.form.entered.connect(self._enter)
        self.form.added.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.add_document.clicked.connect(self.new_document.open_panel)
        self.add_parameter.clicked.connect(self.new_parameter.open_panel)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, step(self, 2), 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.new_document)
        column.addWidget(self.new_parameter)
        column.addWidget(flowing(self, self.add_document, self.add_parameter, self.remove))
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(left)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(scrolled(self.form), 1)
        beside.addWidget(flowing(self, self.form.enter, self.form.add))
        sides.addWidget(right)
        sides.setSizes([6000, 4000])
        QVBoxLayout(self).addWidget(sides)


def _shown(figure: Figure) -> str:
    value = figure.value.day or figure.value.value
    return NOT_KNOWN if value is None else show(value, figure.parameter.unit)


def _mark(figure: Figure) -> QIcon:
    return mark_icon(tone_of_provenance(figure.value.provenance), QApplication.palette())

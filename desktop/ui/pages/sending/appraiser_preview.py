"""The list as the appraiser will see it, to read only: declared beside recomputed, findings, papers."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.names import name_sort_key
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of
from desktop.services.office import Office
from desktop.services.sending.as_appraiser import PreviewLine, as_appraiser, preview_lines
from desktop.services.sending.plan_sending import SendingPlan, with_shared_answers
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.frames import button, heading, quiet_label, row_of
from desktop.ui.pages.papers_view import PapersView
from desktop.ui.pages.people_columns import shown_amount
from desktop.ui.pages.person_view import PersonView
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marks import mark_icon

_TIGHT_LETTERS = 120


@dataclass(frozen=True)
class _Opened:
    received: ReceivedView
    lines: tuple[PreviewLine, ...]


class AppraiserPreview(QWidget):
    """Escape or the button goes back. Everything is worked out away from the window."""

    closed = Signal()
    refused = Signal(object)
    """`Refusal`: it could not be worked out."""

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._tasks = office, tasks
        self._received: ReceivedView | None = None
        self.title = heading(self.tr("Danh sách như người thẩm định sẽ thấy"))
        self.note = quiet_label(
            self.tr("Chỉ để xem: chưa ký, chưa gửi gì. Người trùng với đơn vị khác thì chỉ Sở Tài chính biết.")
        )
        self._tight = False
        self.paper_button = button(self.tr("Văn bản (F6)"))
        self.back = button(self.tr("‹ Q&uay lại (Esc)"))
        self.people = self._make_table()
        self.person = PersonView(office.catalogue)
        self.person.print_button.hide()
        self.papers = PapersView(office, tasks)
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.paper_button.clicked.connect(self.turn_paper)
        paper = QShortcut(QKeySequence("F6"), self)
        paper.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paper.activated.connect(self.turn_paper)
        self.people.current_row_changed.connect(self._look)
        self.person.comparison.step_chosen.connect(self.papers.show_step)
        self.person.notes.field_asked.connect(self.papers.show_field)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def show_plan(self, plan: SendingPlan) -> None:
        """Work out and show what would be sent."""
        self._received = None
        self._model.replace(())
        self.place.hide()
        self.back.setFocus()

        going = with_shared_answers(plan)

        def work(progress: Progress) -> _Opened:
            received = as_appraiser(self._office, plan.view, going.ready.people, progress.report)
            return _Opened(received, preview_lines(received))

        title = self.tr("Lập bản xem như người thẩm định")
        self._tasks.database(work, title=title, done=self._show_opened, failed=self._refuse, owner=self)

    def _show_opened(self, opened: _Opened) -> None:
        self._received = opened.received
        self.place.show()
        self.people.replace(opened.lines)
        self.people.fit_columns()
        if opened.lines:
            self.people.choose(opened.lines[0].dossier_id)
        self.people.setFocus()

    def _refuse(self, refusal: Refusal) -> None:
        self.closed.emit()
        self.refused.emit(refusal)

    def _look(self, line: object) -> None:
        if isinstance(line, PreviewLine) and self._received is not None:
            appraisal = appraisal_of(self._office, self._received, line.dossier_id)
            self.person.show_appraisal(appraisal)
            self.papers.show_appraisal(appraisal)

    def turn_paper(self) -> None:
        """Show or hide the document."""
        self.papers.setVisible(self.papers.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the document out at first where three columns beside each other would be too tight."""
        super().resizeEvent(event)
        tight = self.width() < self.fontMetrics().averageCharWidth() * _TIGHT_LETTERS
        if tight != self._tight:
            self._tight = tight
            self.papers.setVisible(not tight)

    def _make_table(self) -> RecordTableView[PreviewLine]:
        columns = (
            Column[PreviewLine](
                "name", self.tr("Họ và tên"), lambda each: each.full_name,
                sort=lambda each: name_sort_key(each.full_name), decoration=self._mark,
            ),
            Column[PreviewLine](
                "amount", self.tr("Đề nghị"), lambda each: shown_amount(each.amount),
                sort=lambda each: each.amount, align_right=True,
            ),
        )  # fmt: skip  # one column, one place
        self._model = RecordTableModel(columns, identity=lambda each: each.dossier_id)
        return RecordTableView(self._model, self.tr("Người trong danh sách sắp gửi"))

    def _mark(self, line: PreviewLine) -> object:
        tones = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING}
        tone = Tone.ERROR if not line.agrees else tones.get(line.worst) if line.worst else None
        return mark_icon(tone, self.palette()) if tone else None

    def _lay_out(self) -> None:
        self.place = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((self.people, 3), (self.person, 5), (self.papers, 4)):
            self.place.addWidget(part)
            self.place.setStretchFactor(self.place.count() - 1, stretch)
        self.place.setSizes([3300, 4800, 3300])
        self.place.setChildrenCollapsible(False)
        self.place.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        top = row_of(self, self.title)
        top.addWidget(self.paper_button)
        top.addWidget(self.back)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(self.place, 1)

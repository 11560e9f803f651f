"""One person: the form, and beside it the amount, why, what is to be mended, the paper."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.domain.dossiers import Dossier
from desktop.rules.trace import Computation
from desktop.services.round_view import judge_dossier
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.person_form import PersonForm
from desktop.ui.texts import message
from desktop.ui.widgets.amount_card import AmountCard
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.finding_list import FindingList
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.steps_view import StepsView


class PersonPane(QWidget):
    """Emits `edited` with the dossier as typed; the amount and the findings follow before it is saved."""

    edited = Signal(object)
    go = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dossier: Dossier | None = None
        self._held = ""
        self.form = PersonForm()
        self.form.edited.connect(self._commit)
        self.amount = AmountCard()
        self.amount.why_requested.connect(self._explain)
        self.findings = FindingList()
        self.findings.jump.connect(self._jump)
        self.steps = StepsView()
        self.unread = MarkedLine()
        self.tabs = QTabWidget()
        to_do = QWidget()
        tasks = QVBoxLayout(to_do)
        tasks.setContentsMargins(0, 0, 0, 0)
        tasks.addWidget(self.unread)
        tasks.addWidget(self.findings, 1)
        self.tabs.addTab(to_do, self.tr("Cần làm"))
        self.tabs.addTab(self.steps, self.tr("Vì sao?"))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.amount)
        column.addWidget(self.tabs, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.form)
        splitter.addWidget(side)
        width = self.fontMetrics().averageCharWidth()
        self.form.setMinimumWidth(width * 44)
        side.setMinimumWidth(width * 32)
        splitter.setSizes([width * 70, width * 42])
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        nobody = EmptyState(self.tr("Chưa chọn ai"), self.tr("Chọn một người trong danh sách bên trái."))
        self._stack = QStackedWidget()
        self._stack.addWidget(nobody)
        self._stack.addWidget(splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a person, or nobody; the form is not touched when it already shows these very values."""
        self._stack.setCurrentIndex(0 if dossier is None else 1)
        view = self._desk.view
        if dossier is None or view is None:
            self._dossier = None
            return
        if dossier.id == self._held:
            return
        self._held = ""
        if dossier != self._dossier:
            self._dossier = dossier
            self.form.show_dossier(
                dossier, tuple(view.approvals.values()), locked=not editable(dossier), tables=view.context.tables
            )
        self._judge(dossier)

    @property
    def dossier(self) -> Dossier | None:
        """The dossier that was shown, before what was typed since."""
        return self._dossier

    def hold(self, dossier_id: str) -> None:
        """Keep what stands in the form of this person, whatever is shown anew; "" lets it go."""
        self._held = dossier_id

    def _commit(self) -> None:
        typed = self.form.value()
        if typed is None or typed == self._dossier:
            return
        self._judge(typed)
        self.edited.emit(typed)

    def _judge(self, dossier: Dossier) -> None:
        view = self._desk.view
        if view is None:
            return
        support, findings = judge_dossier(view, dossier)
        self.amount.show_computations(support.computations)
        self.form.show_findings(findings, view.catalogue)
        self._show_unread(dossier)
        self.findings.show_findings([replace(each, person="") for each in self._desk.shown(findings)])
        shown = next((each for each in support.computations if each.applies), support.computations[0])
        self.steps.show_computation(shown)

    def _show_unread(self, dossier: Dossier) -> None:
        contents = self._desk.contents
        cells = [each for each in contents.unread if each.dossier_id == dossier.id] if contents else []
        self.unread.show_text(Tone.WARNING, "\n".join(message(each.reason, **each.params) for each in cells))

    def _explain(self, computation: object) -> None:
        if isinstance(computation, Computation):
            self.steps.show_computation(computation)
            self.tabs.setCurrentWidget(self.steps)

    def _jump(self, subject: str, field: str) -> None:
        if self._dossier is not None and subject == self._dossier.id:
            self.form.go_to(field)
        else:
            self.go.emit("approvals", subject)

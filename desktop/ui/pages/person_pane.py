"""One person: the form, and beside it the amount, why, what is to be mended, the paper."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.dossiers import Dossier
from desktop.domain.months import YearMonth
from desktop.rules.salary_month_list import salary_month_list
from desktop.rules.trace import Computation
from desktop.services.amounts.simulate import Variation
from desktop.services.entry.field_help import articles_of
from desktop.services.entry.unread import TypedRow, typed_rows
from desktop.services.papers.pin_words import pinnable
from desktop.services.rounds.round_view import RoundView, judge_dossier
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.entry.explanation_pane import ExplanationPane
from desktop.ui.pages.entry.walk_on import FromFinding
from desktop.ui.pages.papers.person_papers import PersonPapers
from desktop.ui.pages.person_form import PersonForm
from desktop.ui.pages.what_if_pane import WhatIfPane
from desktop.ui.pages.what_if_trial import Ground
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message
from desktop.ui.widgets.amount_card import AmountCard
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.finding_list import FindingList
from desktop.ui.widgets.folding_splitter import FoldingSplitter
from desktop.ui.widgets.least_area import LeastArea
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.rooms import Rooms

_FOLDED_FORM, _FOLDED_SIDE = 18, 36
"""Lines of height of the form and of what stands below it in a window too narrow for both beside each other."""
_LINES_NEEDED = (0, 32, 44, 60)
"""So many lines of height each tab needs to have the amount above it."""


@dataclass(frozen=True, slots=True)
class HeldTyping:
    """What was typed on a record that somebody else changed meanwhile: not saved, and not lost."""

    before: Dossier
    """The record as it was when typing began."""
    typed: Dossier
    unread: tuple[TypedRow, ...]


class PersonPane(QWidget):
    """Emits `edited` with the dossier as typed, also when only a row became unreadable or readable.

    The amount and the findings follow before it is saved.
    """

    edited = Signal(object)
    applying = Signal()
    """What was tried goes into the form now."""
    applied = Signal(object)
    """`Dossier` as it was before what was tried went into the form, which it did just now."""
    print_asked = Signal()
    held_shown = Signal(object)
    """`HeldTyping` that is shown again."""
    go = Signal(str, object)
    said = Signal(object)
    """`Banner`: what was done with papers and pins."""
    paper_shown = Signal(bool)
    """The paper takes the place of the findings, or leaves it."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dossier: Dossier | None = None
        self._judged: Dossier | None = None
        self._held: dict[str, HeldTyping] = {}
        self._unread: tuple[TypedRow, ...] = ()
        self.form = PersonForm()
        self.amount = AmountCard()
        self.findings = FindingList()
        self.unread = MarkedLine()
        self.explanation = ExplanationPane(desk)
        self.what_if = WhatIfPane(tasks)
        self.papers = PersonPapers(desk, tasks)
        self._form_width = 0
        self.tabs = self._make_tabs()
        self._connect()
        self._lay_out()

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        to_do = QWidget()
        column = QVBoxLayout(to_do)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.unread)
        column.addWidget(self.findings, 1)
        tabs.addTab(to_do, self.tr("Cần làm"))
        tabs.addTab(self.explanation, self.tr("Vì &sao?"))
        tabs.addTab(self.what_if, self.tr("Nếu như"))
        tabs.addTab(self.papers, self.tr("Giấy tờ"))
        tabs.setTabToolTip(3, self.tr("Giấy tờ của người này, trang quét và ghim (F6)"))
        tabs.setTabToolTip(1, self.tr("Từng bước tính, căn cứ và mức chắc chắn (F7)"))
        tabs.setTabToolTip(2, self.tr("Thử tháng nghỉ, trường hợp, tiền lương khác; hồ sơ giữ nguyên (F9)"))
        return tabs

    def _connect(self) -> None:
        self.form.edited.connect(self._commit)
        self.form.go.connect(self.go)
        self.form.elsewhere.connect(self.go_to_field)
        self.amount.why_requested.connect(self._explain)
        self.findings.jump.connect(self._jump)
        self.findings.further_stops = self.form.unreadable
        self.findings.walk_keys_from(self)
        self.tabs.currentChanged.connect(self._turn_tab)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.explanation.print_asked.connect(self.print_asked)
        self.what_if.applied.connect(self._apply)
        self.papers.go.connect(self.go)
        self.papers.said.connect(self.said)
        keys = ((Qt.Key.Key_F6, self.show_paper), (Qt.Key.Key_F7, self.explain), (Qt.Key.Key_F9, self.try_out))
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.amount)
        column.addWidget(self.tabs, 1)
        typing = QWidget()
        typed = QVBoxLayout(typing)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.addWidget(self.form, 1)
        typed.addWidget(self.form.help_line)
        beside = LeastArea(side)
        lines: dict[QWidget, int] = {self.form: _FOLDED_FORM, beside: _FOLDED_SIDE}
        splitter = self._splitter = FoldingSplitter(typing, beside, lines=lines)
        width = self.fontMetrics().averageCharWidth()
        self.form.setMinimumWidth(width * 50)
        side.setMinimumWidth(width * 32)
        splitter.setSizes([width * 70, width * 42])
        splitter.setStretchFactor(0, 1)
        nobody = EmptyState(self.tr("Chưa chọn ai"), self.tr("Chọn một người trong danh sách bên trái."))
        self._stack = Rooms()
        self._stack.addWidget(nobody)
        self._stack.addWidget(splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def unfolded_width(self) -> int:
        """Return how wide form and amount are at least beside each other."""
        return self._splitter.unfolded_width()

    def fold(self, *, narrow: bool) -> None:
        """Put amount and tabs below the form instead of beside it."""
        self._splitter.fold(narrow=narrow)
        self._give_room()

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a person, or nobody; the form is not touched when it already shows these very values."""
        self._stack.setCurrentIndex(0 if dossier is None else 1)
        view = self._desk.view
        self.papers.show_person(dossier)
        if dossier is None or view is None:
            self._dossier = None
            self.what_if.show_ground(None, locked=True)
            return
        held = self._held.get(dossier.id)
        if held is not None:
            self._show_held(held, view)
            return
        if dossier != self._dossier:
            self._dossier = dossier
            self._unread = typed_rows(self._desk.office, dossier.id)
            self._fill_form(dossier, view)
        self._judge(dossier)

    def _show_held(self, held: HeldTyping, view: RoundView) -> None:
        """Show what could not be saved, unless it stands in the form still."""
        if self._dossier is None or self._dossier.id != held.typed.id:
            self._dossier, self._unread = held.before, held.unread
            self._fill_form(held.typed, view)
            self._judge(held.typed)
            self.held_shown.emit(held)

    def _fill_form(self, dossier: Dossier, view: RoundView) -> None:
        self.form.show_articles(articles_of(view.packs))
        self.form.show_dossier(
            dossier,
            tuple(view.approvals.values()),
            locked=not editable(dossier),
            unread=self._unread,
            tables=view.context.tables,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give what is read the room of the amount where both are too tight."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Steps and trial say the amount themselves: in a low window they take its place."""
        needed = _LINES_NEEDED[self.tabs.currentIndex()]
        self.papers.claim(whole=self.tabs.currentWidget() is self.papers)
        self.amount.setVisible(self._splitter.folded or self.height() >= self.fontMetrics().height() * needed)

    @property
    def dossier(self) -> Dossier | None:
        """The dossier that was shown, before what was typed since."""
        return self._dossier

    def hold(self, held: HeldTyping) -> None:
        """Keep what stands in the form of this person, whatever is shown anew or meanwhile, until it is released."""
        self._held[held.typed.id] = held

    def holds(self, dossier_id: str) -> bool:
        """Tell whether something typed about this person could not be saved."""
        return dossier_id in self._held

    def release(self, dossier_id: str) -> None:
        """Let what was kept of this person go: what is stored is shown next."""
        if self._held.pop(dossier_id, None) and self._dossier is not None and self._dossier.id == dossier_id:
            self._dossier = None

    def _commit(self) -> None:
        typed = self.form.value()
        unread = self.form.unread_rows()
        if typed is None or (typed == self._dossier and unread == self._unread):
            return
        self._unread = unread
        self._judge(typed)
        self.edited.emit(typed)

    def _judge(self, dossier: Dossier) -> None:
        view = self._desk.view
        if view is None:
            return
        support, findings = judge_dossier(view, dossier)
        self.amount.show_computations(support.computations)
        self.form.show_findings(findings, view.catalogue)
        self.form.show_needs(dossier)
        listed = (salary_month_list(pack, dossier) for pack in view.packs)
        self.form.career.months.show_list(next((each for each in listed if each is not None), None))
        self._show_unread(dossier)
        self.findings.show_findings(self._desk.shown(findings, named=False))
        self._judged = dossier
        self.explanation.show_computations(dossier, support.computations)
        today = YearMonth.of(self._desk.office.now().date())
        ground = Ground(dossier, view.approval_of(dossier), view.packs, today)
        self.what_if.show_ground(ground, locked=not editable(dossier))

    def _show_unread(self, dossier: Dossier) -> None:
        contents = self._desk.contents
        cells = [each for each in contents.unread if each.dossier_id == dossier.id] if contents else []
        self.unread.show_text(Tone.WARNING, "\n".join(message(each.reason, **each.params) for each in cells))

    def explain(self) -> None:
        """Open the steps, with the keyboard in them."""
        self.tabs.setCurrentWidget(self.explanation)
        self.explanation.take_focus()

    def try_out(self) -> None:
        """Open what can be tried, with the keyboard in it."""
        self.tabs.setCurrentWidget(self.what_if)
        self.what_if.focus_first()

    def show_paper(self) -> None:
        """Show the paper in the place of the findings, at the pin of the field with the keyboard; again: back."""
        if self.tabs.currentWidget() is self.papers:
            self.tabs.setCurrentIndex(0)
            self.form.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        field = self._field_with_focus()
        self.tabs.setCurrentWidget(self.papers)
        self.papers.look_for(field)
        if not field:
            self.papers.take_focus()

    def _turn_tab(self) -> None:
        """Fill the papers when they are seen, with more room than findings need."""
        self._give_room()
        seen = self.tabs.currentWidget() is self.papers
        if seen or self._form_width:
            self.paper_shown.emit(seen)
        sizes = self._splitter.sizes()
        if seen:
            self.papers.show_person(self._judged)
        if self._splitter.folded:
            return
        if seen:
            self._form_width = sizes[0]
            QTimer.singleShot(0, self._splitter, self._give_half)  # once the room of the list is there
        elif self._form_width:
            self._splitter.setSizes([self._form_width, sum(sizes) - self._form_width])
            self._form_width = 0

    def _give_half(self) -> None:
        """Share the room between form and paper."""
        if self.tabs.currentWidget() is self.papers and not self._splitter.folded:
            width = self._splitter.width()
            self._splitter.setSizes([width * 45 // 100, width * 55 // 100])

    def _follow_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        """While the paper is shown it goes to the pin of the field that one goes to."""
        if self.tabs.currentWidget() is self.papers and self.isVisible():
            self.papers.look_for(self._field_with_focus())

    def _field_with_focus(self) -> str:
        """Return the dotted name of the field of the form that has the keyboard, "" for none."""
        at = QApplication.focusWidget()
        if at is None or not self.form.isAncestorOf(at):
            return ""
        while at is not None and at is not self.form:  # up to the field's own editor
            if pinnable(at.objectName()):
                return at.objectName()
            at = at.parentWidget()
        return ""

    def _explain(self, computation: object) -> None:
        if isinstance(computation, Computation):
            self.explanation.ask_for(computation)
            self.explain()

    def _apply(self, variation: object) -> None:
        """Put what was tried into the form, as if it had been typed."""
        before = self.form.value()
        if not isinstance(variation, Variation) or before is None:
            return
        self.applying.emit()
        self.form.take(variation)
        self.applied.emit(before)

    def _jump(self, subject: str, field: str) -> None:
        if self._dossier is not None and subject in {"", self._dossier.id}:
            self.go_to_field(field)
        else:
            self._leave_for_document(subject, field)

    def _leave_for_document(self, document: str, field: str) -> None:
        """Go to what a finding says of a document; from there one comes back with F8."""
        person = self._dossier.id if self._dossier else ""
        self.go.emit("approvals", FromFinding(document, field, "people", person))

    def go_to_field(self, field: str) -> None:
        """Go to the field; what is about papers leads to the papers, and its document to the register."""
        approval_id = self._dossier.approval_id if self._dossier else None
        if field == "papers":
            self.tabs.setCurrentWidget(self.papers)
            self.papers.take_focus()
        elif field.startswith("approval.") and approval_id:
            self._leave_for_document(approval_id, field)
        else:
            self.form.go_to(field)

"""One person: both amounts, both computations step by step, and what there is to say."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTabBar, QVBoxLayout, QWidget

from desktop.domain.foreign_text import shown
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Catalogue
from desktop.rules.compare import TraceComparison
from desktop.rules.trace import Computation
from desktop.services.appraisal.received_view import Appraisal
from desktop.ui.pages.appraisal_notes import AppraisalNotes
from desktop.ui.pages.frames import button, heading, row_of
from desktop.ui.pages.people_columns import shown_amount
from desktop.ui.texts import word
from desktop.ui.widgets.comparison_view import ComparisonView
from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.looks import Size, Tone, row_height, step, write_as
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.pill import Pill


class PersonView(QWidget):
    """A tab per policy; the first with a difference is in front."""

    print_asked = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparisons: tuple[TraceComparison, ...] = ()
        self._sides: tuple[tuple[Computation | None, Computation], ...] = ()
        self.name, self.state = heading(), Pill(Tone.PLAIN, "")
        self.declared, self.recomputed = QLabel(), QLabel()
        self.print_button = button(self.tr("In phiếu…"))
        self.print_button.setToolTip(self.tr("Phiếu tính (Biểu 03), số khai và số tính lại đặt cạnh nhau (Ctrl+P)"))
        self.practice = MarkedLine()
        self.policies = QTabBar()
        self.comparison = ComparisonView()
        self.notes = AppraisalNotes(catalogue)
        self._lay_out()
        self.policies.currentChanged.connect(self._show_policy)
        self.print_button.clicked.connect(self.print_asked)

    def show_appraisal(self, appraisal: Appraisal) -> None:
        """Show this person."""
        self.name.setText(shown(appraisal.sent.full_name))
        self.state.show_state(_TONES.get(appraisal.sent.state, Tone.PLAIN), word(appraisal.sent.state))
        self._show_amounts(appraisal)
        self.practice.show_text(Tone.WARNING, self._practice(appraisal), word=False)
        self.notes.show_appraisal(appraisal)
        self._show_policies(appraisal)

    def _show_amounts(self, appraisal: Appraisal) -> None:
        declared, recomputed = shown_amount(appraisal.sent.amount), shown_amount(appraisal.recomputed_amount)
        self.declared.setText(self.tr("Khai: {0}").replace("{0}", declared))
        self.recomputed.setText(self.tr("Tính lại: {0}").replace("{0}", recomputed))
        font = self.declared.font()
        font.setStrikeOut(not appraisal.agrees)
        self.declared.setFont(font)
        write_as(self.declared, Tone.PLAIN if appraisal.agrees else Tone.ERROR)

    def _practice(self, appraisal: Appraisal) -> str:
        return self.tr("THỰC HÀNH: số liệu giả định, không quyết định được.") if appraisal.practice else ""

    def _show_policies(self, appraisal: Appraisal) -> None:
        shown = {each.policy.id for each in appraisal.declared}
        computed = [each for each in appraisal.recomputed if each.policy.id in shown]
        self._comparisons = appraisal.comparisons
        theirs = {each.policy.id: each for each in appraisal.declared}
        self._sides = tuple((theirs.get(each.policy.id), each) for each in appraisal.recomputed)
        self.policies.blockSignals(True)  # noqa: FBT003 - Qt's own
        while self.policies.count():
            self.policies.removeTab(0)
        for place, each in enumerate(computed):
            self.policies.addTab(_short(each.title))
            self.policies.setTabToolTip(place, each.title)
            if appraisal.comparisons[place].first_difference is not None:
                self.policies.setTabIcon(place, mark_icon(Tone.ERROR, self.palette()))
        differing = (place for place, each in enumerate(self._comparisons) if each.first_difference is not None)
        place = next(differing, 0)
        self.policies.setCurrentIndex(place)
        self.policies.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._show_policy(place)

    def _show_policy(self, place: int) -> None:
        if 0 <= place < len(self._comparisons):
            titles = (self.tr("Khai"), self.tr("Tính lại"))
            self.comparison.show_comparison(self._comparisons[place], *titles, self._sides[place])
            self._narrow_columns()
            if self.comparison.table is not None:
                QWidget.setTabOrder(self.policies, self.comparison.table)  # it came later than what stands below it

    def _narrow_columns(self) -> None:
        """Keep both sides in sight where a value is a long sentence; the whole of it is in the tooltip."""
        if self.comparison.table is not None:
            most = self.fontMetrics().averageCharWidth() * 28
            self.comparison.table.horizontalHeader().setMaximumSectionSize(most)

    def _lay_out(self) -> None:
        self.policies.setAccessibleName(self.tr("Chính sách"))
        self.policies.setElideMode(Qt.TextElideMode.ElideRight)
        self.policies.setExpanding(False)
        self.policies.setDrawBase(False)
        self.name.setWordWrap(False)
        self.name.setMinimumWidth(1)  # whatever a stranger called somebody, the window keeps its width
        write_as(self.recomputed, Tone.PLAIN, Size.HEADING)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.comparison)
        parts.addWidget(self.notes)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([3 * _ROOM, 2 * _ROOM])
        self.comparison.setMinimumHeight(row_height(self.fontMetrics()) * 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(step(self, 2), 0, step(self, 2), 0)
        column.setSpacing(step(self, 1))
        column.addLayout(row_of(self, self.name, self.state))
        column.addLayout(FlowRow(self, self.declared, self.recomputed, self.print_button))
        column.addWidget(self.practice)
        column.addWidget(self.policies)
        column.addWidget(parts, 1)


_ROOM = 1000
"""Splitters share by ratio what is more than there is room for."""


def _short(title: str) -> str:
    """Return the decree or resolution that the title ends with, else the title."""
    return title.rpartition(" theo ")[2]


_TONES = {
    DossierState.APPROVED: Tone.OK,
    DossierState.ADJUSTED: Tone.INFO,
    DossierState.RETURNED: Tone.WARNING,
    DossierState.REJECTED: Tone.ERROR,
}

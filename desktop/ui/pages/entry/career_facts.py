"""What the person earned and for how long they were insured: drawn, and as two tables."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter

from desktop.domain.dossiers import Dossier
from desktop.rules.checks.law_tables import LawTables
from desktop.ui.pages.entry.fields import Fields, SectionMaker, putter
from desktop.ui.pages.entry.salary_month_view import SalaryMonthView
from desktop.ui.widgets.career_tables import InsuranceTable, SalaryTable
from desktop.ui.widgets.edits import TextEdit
from desktop.ui.widgets.labelled_field import Need
from desktop.ui.widgets.offers import dress_offers
from desktop.ui.widgets.timeline import Timeline


class CareerFacts(QObject):
    """Makes the editors of a career, puts them into a section, and reads and writes a dossier."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timeline = Timeline()
        self.months = SalaryMonthView()
        self.rank = TextEdit()
        self.salary = SalaryTable()
        self.insurance = InsuranceTable()
        self.checked = QCheckBox(self.tr("Đã đối chiế&u với sổ BHXH"))
        self.timeline.row_chosen.connect(self._go_to_row)
        self.lines = (self.rank,)
        self._tables = LawTables()
        self.rank.committed.connect(self._offer_steps)
        self.rank.committed.connect(self.edited)
        self.salary.edited.connect(self.edited)
        self.insurance.edited.connect(self.edited)
        self.checked.clicked.connect(self.edited)

    def offer(self, tables: LawTables) -> None:
        """Offer the ranks of the packs, and the steps of the one that stands here."""
        if tables is not self._tables:
            self._tables = tables
            ranks = sorted({rank for ladder in tables.ladders.values() for rank in ladder.ranks})
            completer = QCompleter(ranks, self.rank)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.rank.setCompleter(completer)
            dress_offers(completer, self.rank)
        self._offer_steps()

    def _go_to_row(self, table: str, row: int) -> None:
        (self.salary if table == "career.salary" else self.insurance).go_to_row(row)

    def _offer_steps(self) -> None:
        rank = self.rank.value() or ""
        self.salary.offer_steps(rank, self._tables.ladder_of(rank))

    def show_drawn(self, dossier: Dossier) -> None:
        """Draw the career, and tick whether it was compared with the book."""
        self.checked.setChecked(dossier.career.checked_against_book)
        self.timeline.show_career(dossier.career, dossier.leave_month)

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors, but the tick, with what they show of the dossier."""
        career = dossier.career
        return ((self.rank, career.rank or None), (self.salary, career.salary), (self.insurance, career.insurance))

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""
        career = replace(
            dossier.career,
            rank=self.rank.value() or "",
            salary=self.salary.value(),
            insurance=self.insurance.value(),
            checked_against_book=self.checked.isChecked(),
        )
        return replace(dossier, career=career)

    def add_to(self, section: SectionMaker, fields: Fields) -> None:
        """Put the editors into a section, which `section` makes, and into the fields of the form."""
        made = section(self.tr("Quá trình"), columns=1)
        made.set_note(self.tr("Cần trước khi gửi để tính được số tiền."))
        put = putter(made, fields)
        made.add(self.timeline)
        put("career.rank", "", self.rank)
        put("career.salary", "l", self.salary, Need.REQUIRED)
        made.add(self.months)
        put("career.insurance", "x", self.insurance, Need.REQUIRED)
        put("career.checked_against_book", "", self.checked)

"""The second birth date: what the file says, which one counts, why, and by which paper (product E11)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.approvals import BIRTH_PAPER, Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.people import BirthBasis
from desktop.ui.pages.entry.fields import Fields, labelled
from desktop.ui.pages.entry.paper_box import PaperBox
from desktop.ui.texts import word
from desktop.ui.widgets.edits import BirthEdit, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.going_on import FoldButton
from desktop.ui.widgets.radio_choice import RadioChoice


class BirthFacts(QObject):
    """Folded to one line until the file's birth date is needed; then four fields."""

    edited = Signal()
    paper_wanted = Signal()
    """The clerk wants to put a paper into the register."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_file = BirthEdit()
        self.basis = RadioChoice(BirthBasis, word)
        self.reason = TextEdit()
        self.paper = PaperBox()
        self.unfold = FoldButton()
        self._fields: tuple[QWidget, ...] = ()
        self._papers: Mapping[str, Approval] = {}
        self.lines = (self.on_file, self.reason)
        for signal in (self.on_file.committed, self.basis.committed, self.reason.committed, self.paper.committed):
            signal.connect(self.edited)
        self.paper.register_asked.connect(self.paper_wanted)
        self.unfold.toggled.connect(self._fold)

    def offer(self, approvals: tuple[Approval, ...]) -> None:
        """Offer the papers of the register that prove a birth date."""
        self._papers = {each.id: each for each in approvals if each.proves == BIRTH_PAPER}
        self.paper.set_papers(tuple(self._papers.values()))

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors with what they show of the dossier."""
        person = dossier.person
        return (
            (self.on_file, person.birth_on_file),
            (self.basis, person.birth_basis),
            (self.reason, person.birth_basis_reason or None),
            (self.paper, self._paper_of(dossier)),
        )

    def show_needed(self, dossier: Dossier) -> None:
        """Unfold where something of it was entered; never fold away what somebody is filling in."""
        person = dossier.person
        given = person.birth_on_file, person.birth_basis_reason, self._paper_of(dossier)
        self.unfold.setChecked(any(given) or person.birth_basis is BirthBasis.FILE)

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""
        person = replace(
            dossier.person,
            birth_on_file=self.on_file.value(),
            birth_basis=self.basis.value(),
            birth_basis_reason=self.reason.value() or "",
        )
        papers = _with_chosen(dossier.papers, self._paper_of(dossier), self.paper.value())
        return replace(dossier, person=person, papers=papers)

    def add_to(self, section: FormSection, fields: Fields) -> None:
        """Put the folded line and the fields into the section of the person."""
        self.unfold.setText(self.tr("Hồ sơ gốc ghi ngày sinh khác?"))
        self.unfold.setCheckable(True)
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setArrowType(Qt.ArrowType.RightArrow)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        section.add(self.unfold, span=2)
        made = (
            labelled("person.birth_on_file", self.tr("Ngày sinh theo hồ sơ gốc"), self.on_file),
            labelled("person.birth_basis", self.tr("Tính theo"), self.basis),
            labelled("person.birth_basis_reason", self.tr("Lý do chọn"), self.reason),
            labelled("papers.birth", self.tr("Giấy tờ chứng minh"), self.paper),
        )
        for field in made:
            fields[field.name] = field
            section.add(field, span=2 if field is made[-1] else 1)
        self._fields = made
        self._fold(shown=False)

    def reveal(self, field: str) -> None:
        """Unfold where the field is one of these."""
        if any(getattr(each, "name", "") == field for each in self._fields):
            self.unfold.setChecked(True)

    def _fold(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.unfold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        for field in self._fields:
            field.setVisible(shown)

    def _paper_of(self, dossier: Dossier) -> str:
        return next((each for each in dossier.papers if each in self._papers), "")


def _with_chosen(papers: tuple[str, ...], shown: str, chosen: str) -> tuple[str, ...]:
    """Return the papers with the chosen one in the place of the one that was shown; all others stay."""
    if chosen == shown:
        return papers
    if chosen in papers:  # it comes first, to be shown; nothing was taken away
        return (chosen, *(each for each in papers if each != chosen))
    if shown not in papers:
        return (*papers, chosen)
    return tuple(chosen if each == shown else each for each in papers if chosen or each != shown)

"""The form of one person: typed values in, a dossier out; knows no store. Its parts are in `entry`."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.people import Person
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Catalogue
from desktop.rules.checks.law_tables import LawTables
from desktop.services.amounts.simulate import Variation
from desktop.services.corrections.correct_sent import REOPENED
from desktop.services.entry.needs import changing_needs
from desktop.services.entry.unread import TypedRow
from desktop.ui.check_words import check_message
from desktop.ui.pages.case_facts import CaseFacts
from desktop.ui.pages.entry.card_facts import CardFacts
from desktop.ui.pages.entry.card_pictures import picture_in
from desktop.ui.pages.entry.career_facts import CareerFacts
from desktop.ui.pages.entry.fields import FormPart, show_help
from desktop.ui.pages.entry.help_line import HelpLine
from desktop.ui.pages.entry.leave_facts import LeaveFacts
from desktop.ui.pages.entry.missing_list import MissingList
from desktop.ui.pages.entry.need_words import why_needed
from desktop.ui.pages.entry.person_facts import PersonFacts
from desktop.ui.pages.further_facts import FurtherFacts
from desktop.ui.pages.unread_typing import UnreadTyping, stands
from desktop.ui.texts import word
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone, write_as
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.period_table import PeriodTable
from desktop.ui.widgets.typed_edit import TypedEdit

_NO_TABLES = LawTables()


class PersonForm(QScrollArea):
    """Emits `edited` when a field was committed; `value` returns the dossier as it stands in the form."""

    edited = Signal()
    shown = Signal()
    """A dossier was shown."""
    elsewhere = Signal(str)
    """A field that is missing and is not entered in the form (papers, the approval's own)."""
    card_dropped = Signal(object)
    """`Path` of a photo or scan in which a card shall be looked for."""
    go = Signal(str, object)
    """A page to go to, and what to show there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._tables_offered = _NO_TABLES
        self._fields: dict[str, LabelledField] = {}
        self._sections: list[FormSection] = []
        self._locked = MarkedLine()
        self._make_parts()
        self.missing = MissingList()
        self.missing.go.connect(self._go_from_list)
        self.cards = CardFacts(self, self.value, self._write)
        self.cards.watch(self._typed)
        body = QWidget()
        self._column = QVBoxLayout(body)
        for widget in (self._locked, self.missing, self._legend()):
            self._column.addWidget(widget)
        self.cards.add_to(self.person.head_section(self._section))
        for part in self._parts:
            part.add_to(self._section, self._fields)
        self.person.add_more_to(self._section, self._fields)
        self._column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.help_line = HelpLine()
        self.setAcceptDrops(True)

    def show_dossier(
        self,
        dossier: Dossier,
        approvals: tuple[Approval, ...],
        *,
        locked: bool,
        unread: Sequence[TypedRow] = (),
        tables: LawTables = _NO_TABLES,
    ) -> None:
        """Show a dossier; `locked` when it was sent and may only be read.

        `unread` are rows kept with it, `tables` what the packs offer to choose from.

        What was typed and cannot be read yet stays as it was typed, also when one comes back from another person.
        """
        before = self._dossier
        same = before is not None and before.id == dossier.id
        if before is not None and not same:
            self._unread.keep(before.id)
        self._dossier = dossier
        if not same:
            self.cards.forget()
        self._tables_offered = tables
        self.leave.show_approvals(approvals, dossier.approval_id)
        self.person.births.offer(approvals)
        self.case.offer(tables, dossier)
        for part in self._parts:
            for editor, value in part.values(dossier):
                if not same or not stands(editor, value):
                    editor.set_value(value)
        self.career.show_drawn(dossier)
        self.career.offer(tables)
        self.show_needs(dossier)
        if not same:
            self.person.births.show_needed(dossier)
        if not same:
            self._unread.take_up(dossier.id, unread)
        self._locked.show_text(Tone.INFO, self._why_locked(dossier) if locked else "", word=False)
        for section in self._sections:
            section.setEnabled(not locked)
        self.shown.emit()

    def show_needs(self, dossier: Dossier) -> None:
        """Say how much this record needs the fields that not everybody needs."""
        for name, need in changing_needs(dossier, self._tables_offered).items():
            if name in self._fields:
                because = why_needed(need.because) if need.because else ""
                self._fields[name].set_need(Need[need.level.name], because)

    def show_articles(self, articles: Mapping[str, str]) -> None:
        """Cite the packs' own articles in the help of the fields that they speak of."""
        for name, article in articles.items():
            if name in self._fields:
                show_help(self._fields[name], article)

    def take(self, tried: Variation) -> None:
        """Take month, group and route that were tried, as if they had been typed."""
        self.commit()
        before = self._dossier
        if before is None:
            return
        self.leave.take(tried, before)
        self.edited.emit()

    @property
    def fields(self) -> Mapping[str, LabelledField]:
        """The fields by their dotted names, in the order of the form."""
        return self._fields

    def commit(self) -> None:
        """Take what is half typed, as if one had left the field."""
        for editor in self._typed:
            editor.commit()
        for table in self._tables:
            table.commit()

    def value(self) -> Dossier | None:
        """Return the dossier as the form has it, None before the first is shown."""
        before = self._dossier
        if before is None:
            return None
        typed = before
        for part in self._parts:
            typed = part.typed_into(typed)
        return typed

    def unread_rows(self) -> tuple[TypedRow, ...]:
        """Return the rows of the career that cannot be read."""
        return self._unread.rows()

    def unreadable(self) -> tuple[str, ...]:
        """Return the fields in which something is typed that cannot be read, in the form's order."""
        return tuple(name for name, field in self._fields.items() if _is_unreadable(field.editor))

    def show_findings(self, findings: tuple[Finding, ...], catalogue: Catalogue) -> None:
        """Say under each field what the checks found."""
        for field in self._fields.values():
            field.clear_finding()
        for finding in reversed(findings):
            if finding.field in self._fields:
                self._fields[finding.field].show_finding(finding.severity, check_message(catalogue, finding))
        self.missing.show_findings(findings, catalogue, tuple(self._fields))

    def go_to(self, field: str) -> None:
        """Put the cursor into the field that a finding is about."""
        found = self._fields.get(field) or self._fields.get(field.split(".", maxsplit=1)[0])
        if found:
            self.person.births.reveal(found.name)
            self.ensureWidgetVisible(found)
            found.focus_editor()

    def _why_locked(self, dossier: Dossier) -> str:
        if dossier.state is DossierState.WITHDRAWN:
            sentence = self.tr("{state}: hồ sơ chỉ để xem. Muốn đề nghị lại thì dùng nút ở phía trên.")
        elif dossier.state in REOPENED:
            sentence = self.tr("{state}: hồ sơ chỉ để xem. Muốn sửa thì bấm “Sửa bản đã gửi”.")
        else:
            sentence = self.tr("{state}: hồ sơ chỉ để xem. Chỉ sửa được khi Sở Tài chính trả lại, từ trang Kết quả.")
        return sentence.format(state=word(dossier.state))

    def _make_parts(self) -> None:
        self.person, self.leave, self.case = PersonFacts(self), LeaveFacts(self), CaseFacts(self)
        self.career, self.further = CareerFacts(self), FurtherFacts(self)
        self._parts: tuple[FormPart, ...] = (self.person, self.leave, self.case, self.career, self.further)
        for part in self._parts:
            part.edited.connect(self.edited)
        self.person.births.paper_wanted.connect(lambda: self.go.emit("approvals", None))
        self.leave_on, self.salary, self.insurance = self.leave.leave_on, self.career.salary, self.career.insurance
        self._texts = {f"person.{name}": editor for name, editor in self.person.texts.items()}
        lines = (*self.person.lines, *self.leave.lines, *self.career.lines)
        self._typed: tuple[TypedEdit[Any], ...] = (*lines, self.further.assessed_month)
        self._tables = (self.salary, self.insurance, self.further.payments)
        tables = ("career.salary", "career.insurance", "earlier_payments")
        self._unread = UnreadTyping(self._typed, dict(zip(tables, self._tables, strict=True)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the photo of a card may be let go here."""
        if picture_in(event.mimeData()) is not None and self._sections[0].isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Have a card looked for in the photo."""
        picture = picture_in(event.mimeData())
        if picture is not None:
            event.acceptProposedAction()
            self.card_dropped.emit(picture)

    def _go_from_list(self, field: str) -> None:
        """Go to what is missing, here or wherever it is entered."""
        if field in self._fields:
            self.go_to(field)
        else:
            self.elsewhere.emit(field)

    def _write(self, person: Person, fields: Sequence[str]) -> None:
        """Put what a card says into the form, as one change."""
        self.person.write(person, fields)
        self.edited.emit()

    def _legend(self) -> QLabel:
        legend = QLabel(self.tr("* bắt buộc · (nên có) nên bổ sung · không dấu: không bắt buộc"))
        legend.setWordWrap(True)
        write_as(legend, Tone.MUTED)
        return legend

    def _section(self, title: str, columns: int = 2) -> FormSection:
        section = FormSection(title, columns)
        self._column.addWidget(section)
        self._sections.append(section)
        return section


def _is_unreadable(editor: QWidget) -> bool:
    if isinstance(editor, PeriodTable):
        return bool(editor.faults())
    return isinstance(editor, TypedEdit) and bool(editor.problem)

"""What is said of one document: number, day, issuer, what it proves, what to look for in it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.approvals import Approval, ApprovalKind
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.papers.kinds import kind_of
from desktop.services.papers.register import change_document
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import quiet_label
from desktop.ui.pages.papers.proves_choice import ProvesChoice, choices_of
from desktop.ui.pages.papers.undoing import note_document
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.edits import ChoiceBox, DateEdit, TextEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone


class Lines(QPlainTextEdit):
    """A few lines of words; told as committed when they are left changed. Tab goes on."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(round(self.fontMetrics().height() * 4.4))

    def set_text(self, text: str) -> None:
        """Show these words; does not count as the clerk's change."""
        self._before = text
        if text != self.toPlainText():
            self.setPlainText(text)

    @property
    def standing(self) -> str:
        """The words as they were last told."""
        return self._before

    @property
    def half_typed(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self.toPlainText() != self._before

    def commit(self) -> None:
        """Tell of a change."""
        if self.toPlainText() != self._before:
            self._before = self.toPlainText()
            self.committed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Count what was typed once it is left."""
        super().focusOutEvent(event)
        self.commit()


class DocumentPane(QScrollArea):
    """Every field is kept as soon as it is left; the last change can be undone."""

    changed = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._approval: Approval | None = None
        self.number, self.issued_on, self.issuer, self.summary = TextEdit(), DateEdit(), TextEdit(), TextEdit()
        self.kind = ChoiceBox(ApprovalKind, word)
        self.proves, self.to_check = ProvesChoice(), Lines()
        self.source = quiet_label()
        self._lay_out()
        for each in (self.number, self.issued_on, self.issuer, self.summary, self.kind, self.to_check):
            each.committed.connect(self._keep)
        self.proves.committed.connect(self._choose_proves)

    @property
    def document(self) -> Approval | None:
        """The document that is shown."""
        return self._approval

    def show_document(self, approval: Approval | None) -> None:
        """Show what is said of this document; what was typed of another is kept first."""
        if self._approval is not None and (approval is None or approval.id != self._approval.id):
            self.commit()
        self._approval = approval
        self.setEnabled(approval is not None)
        view = self._desk.view
        self.proves.set_choices(choices_of(view.packs) if view else [])
        of = approval or Approval("", "", "", None, "")
        self.number.set_value(of.number or None)
        self.issued_on.set_value(of.issued_on)
        self.issuer.set_value(of.issuer or None)
        self.summary.set_value(of.summary or None)
        self.kind.set_value(of.kind)
        self.proves.set_value(of.proves)
        self.to_check.set_text(of.to_check)
        self._show_source(of)

    def editor(self, field: str) -> QWidget | None:
        """Return the editor of a dotted field ("approval.issued_on"), None where it has none here."""
        editors: dict[str, QWidget] = {
            "number": self.number,
            "issued_on": self.issued_on,
            "issuer": self.issuer,
            "summary": self.summary,
            "kind": self.kind,
            "proves": self.proves,
            "to_check": self.to_check,
        }
        return editors.get(field.removeprefix("approval."))

    def commit(self) -> None:
        """Keep what is half typed."""
        for each in (self.number, self.issued_on, self.issuer, self.summary, self.to_check):
            each.commit()

    def _lay_out(self) -> None:
        section = FormSection(self.tr("Văn bản"), 2)
        hint = self.tr("Ví dụ 123/QĐ-UBND hoặc 45-QĐ/TU.")
        section.add(LabelledField(self.tr("Số, ký hiệ&u"), self.number, need=Need.REQUIRED, help=hint))
        section.add(LabelledField(self.tr("Ngày &ban hành"), self.issued_on, need=Need.REQUIRED))
        section.add(LabelledField(self.tr("Cơ &quan ban hành"), self.issuer, need=Need.REQUIRED))
        section.add(LabelledField(self.tr("&Loại"), self.kind))
        section.add(LabelledField(self.tr("T&rích yếu"), self.summary), span=2)
        purpose = FormSection(self.tr("Dùng để chứng minh"), 1)
        purpose.add(LabelledField(self.tr("Văn bản nà&y là"), self.proves, need=Need.REQUIRED))
        purpose.add(self.source)
        hint = self.tr("Người thẩm định cần tìm gì trong văn bản; đi theo gói và in ở Biểu 06.")
        purpose.add(LabelledField(self.tr("Nội dung cần thẩm đị&nh"), self.to_check, need=Need.RECOMMENDED, help=hint))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addWidget(section)
        column.addWidget(purpose)
        column.addStretch(1)
        self.setWidget(whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def _show_source(self, approval: Approval) -> None:
        view = self._desk.view
        kind = kind_of(approval.proves, view.packs) if view else None
        told = self.tr("Theo {source}. Thường xem: {verify}")
        if kind is None or not kind.source:
            told = self.tr("Thường xem: {verify}")
        source, verify = (shown(kind.source), shown(kind.verify)) if kind else ("", "")
        self.source.setText(told.format(source=source, verify=verify) if verify else "")
        self.source.setVisible(bool(verify))

    def _choose_proves(self) -> None:
        """Put in what is usually looked for, unless somebody wrote otherwise."""
        view, approval = self._desk.view, self._approval
        if view is None or approval is None:
            return
        before = kind_of(approval.proves, view.packs).verify
        if self.to_check.toPlainText() in {"", before}:
            self.to_check.set_text(kind_of(self.proves.value(), view.packs).verify if self.proves.value() else "")
        self._keep()

    def _keep(self) -> None:
        approval = self._approval
        if approval is None:
            return
        typed = replace(
            approval,
            number=self.number.value() or "",
            issued_on=self.issued_on.value(),
            issuer=self.issuer.value() or "",
            summary=self.summary.value() or "",
            kind=self.kind.value() or approval.kind,
            proves=self.proves.value(),
            to_check=self.to_check.toPlainText(),
        )
        try:
            before, after = change_document(self._desk.office, typed)
        except Refusal as refusal:
            self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
            self.show_document(self._approval)
            return
        if before != after:
            self._tell(before, after)

    def _tell(self, before: Approval, after: Approval) -> None:
        self._approval = after
        label = self.tr("sửa nội dung văn bản {number}").format(number=shown(after.number))
        step = note_document(self._desk, label, before, after)
        self._show_anew()
        text = self.tr("Đã {act}.").format(act=label)
        self.said.emit(undo_banner(self._desk, step, text, self.said.emit, self._show_anew))

    def _show_anew(self) -> None:
        self._desk.read()
        self.changed.emit()

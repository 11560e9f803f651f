"""What stands half typed on the page of documents, and back into it."""

from collections.abc import Mapping
from typing import Any

from desktop.services.entry.typed_parts import Form, HalfTyped, Part
from desktop.ui.pages.approval_form import ApprovalForm
from desktop.ui.pages.entry.half_typed import laid_line, line_part
from desktop.ui.pages.papers.document_pane import DocumentPane
from desktop.ui.widgets.typed_edit import TypedEdit

_TO_CHECK = "approval.to_check"


def new_document_typing(form: ApprovalForm, round_id: str) -> HalfTyped:
    """Return what stands in the form of a new document; nothing of it is in a record yet."""
    lines = form.lines.items() if not form.isHidden() else ()
    return HalfTyped(Form.APPROVAL, round_id, tuple(Part(name, line.text()) for name, line in lines if line.text()))


def document_typing(pane: DocumentPane) -> tuple[HalfTyped, ...]:
    """Return what stands half typed about the document shown."""
    shown = pane.document
    if shown is None:
        return ()
    parts = [part for name, line in _lines(pane).items() if (part := line_part(name, line)) is not None]
    if pane.to_check.half_typed:
        parts.append(Part(_TO_CHECK, pane.to_check.toPlainText(), pane.to_check.standing))
    return (HalfTyped(Form.DOCUMENT, shown.id, tuple(parts), shown.number),)


def fill_new_document(form: ApprovalForm, typed: HalfTyped) -> tuple[str, ...]:
    """Put what stood there into the form of a new document."""
    for part in typed.parts:
        if part.field in form.lines:
            form.lines[part.field].set_text(part.text)
    return ()


def fill_document(pane: DocumentPane, typed: HalfTyped) -> tuple[str, ...]:
    """Put the text back where its field still says what it said then; return the other fields."""
    lines = _lines(pane)
    newer = [part.field for part in typed.parts if part.field in lines and not laid_line(lines[part.field], part)]
    for part in typed.parts:
        if part.field in lines and part.open:
            lines[part.field].setFocus()
        elif part.field == _TO_CHECK:
            if pane.to_check.toPlainText() == part.shown:
                pane.to_check.setFocus()
                pane.to_check.setPlainText(part.text)
            elif pane.to_check.toPlainText() != part.text:
                newer.append(part.field)
    return tuple(newer)


def _lines(pane: DocumentPane) -> Mapping[str, TypedEdit[Any]]:
    return {
        "approval.number": pane.number,
        "approval.issued_on": pane.issued_on,
        "approval.issuer": pane.issuer,
        "approval.summary": pane.summary,
    }

"""What a correction adds, changes and takes out, to read: who, which field from what to what, which papers."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.services.corrections.changed_values import shown_value
from desktop.services.corrections.changes import Change, PersonChange, SubmissionChanges
from desktop.services.corrections.differences import FieldChange
from desktop.ui.correction_words import amounts_of, counts_of, decided_before, is_alike, title_of, totals_of
from desktop.ui.foreign import markup
from desktop.ui.pages.field_names import field_name
from desktop.ui.texts import message, word
from desktop.ui.widgets.looks import Tone, colour, step

_TONES = {
    Change.ADDED: Tone.OK,
    Change.CHANGED: Tone.WARNING,
    Change.WITHDRAWN: Tone.ERROR,
    Change.DECIDED_BEFORE: Tone.ERROR,
    Change.SAME: Tone.MUTED,
}


class ChangesView(QTextBrowser):
    """Read from the top; nothing in it can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: SubmissionChanges | None = None
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_tr("Những thay đổi của gói"))
        self.document().setDocumentMargin(step(self, 2))

    def show_changes(self, changes: SubmissionChanges | None) -> None:
        """Show what a package does."""
        self._changes = changes
        self._render()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_changes", None) is not None:
            self._render()

    def _render(self) -> None:
        changes = self._changes
        if changes is None:
            self.clear()
            return
        head = [title_of(changes), f"{counts_of(changes)} {totals_of(changes)}"]
        head += [message("correction.reason", reason=changes.reason)] if changes.reason else []
        people = "".join(self._person(each) for each in changes.to_look_at)
        self.setHtml("".join(f"<p>{markup(each)}</p>" for each in head) + people)

    def _person(self, person: PersonChange) -> str:
        tone = colour(_TONES[person.change], self.palette()).name()
        amounts = amounts_of(person)
        head = (
            f'<span style="color:{tone}"><b>{markup(word(person.change))}</b></span> <b>{markup(person.full_name)}</b>'
        )
        head += markup(f" · {amounts}") if amounts else ""
        head += markup(f" · {person.reason}") if person.reason else ""
        lines = [*map(field_line, person.fields), *paper_lines(person)]
        lines += [markup(message("correction.person_alike"))] if is_alike(person) else []
        lines += [markup(decided_before(person.decided))] if person.decided else []
        items = "".join(f"<li>{line}</li>" for line in lines)
        return f'<p style="margin-bottom:0">{head}</p>' + (f'<ul style="margin-top:0">{items}</ul>' if items else "")


def field_line(change: FieldChange) -> str:
    """Return a field with what stood in it and what stands in it, as markup; the old value is struck through."""
    old, new = shown_value(change.field, change.before), shown_value(change.field, change.after)
    return f"{markup(field_name(change.field))}: <s>{markup(old)}</s> → <b>{markup(new)}</b>"


def paper_lines(person: PersonChange) -> list[str]:
    """Return the papers that came and went, as markup."""
    added = [_tr("Thêm văn bản: {0}").replace("{0}", name) for name in person.papers_added]
    gone = [_tr("Bớt văn bản: {0}").replace("{0}", name) for name in person.papers_removed]
    return [markup(each) for each in (*added, *gone)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Changes", text)

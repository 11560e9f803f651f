"""What becomes of a record at once: each field saved as it is typed, people put away, each with its way back."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.services.entry.edit_dossier import discard_dossiers
from desktop.services.entry.edits import Edit, edit_dossier, edit_over
from desktop.services.entry.history import Step
from desktop.services.entry.old_font_fields import in_unicode, old_font_fields
from desktop.services.entry.unread import TypedRow, typed_rows
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.entry.undo_labels import name_in_label, note_binned, note_edit
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.people_table import name_of
from desktop.ui.pages.person_pane import HeldTyping, PersonPane
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone


class RecordSaving(QObject):
    """Writes what the pane shows; a field that somebody changed elsewhere meanwhile is asked about, not overwritten."""

    said = Signal(object)
    """`Banner`, or None to take the last one away."""
    changed = Signal()
    """The record of somebody is another now."""
    went_back = Signal(object)
    """Where the step was made that was taken back, as `arrive` takes it."""

    def __init__(self, desk: Desk, pane: PersonPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._pane = desk, pane
        self._trial = False
        self._last: Step | None = None
        self.saved_at = ""
        """When something was saved last, in words; empty before."""
        pane.edited.connect(self.save)
        pane.held_shown.connect(self._offer_to_lay_over)
        pane.applying.connect(self._apply_trial)
        pane.applied.connect(self._say_applied)

    def save(self, changed: object) -> None:
        """Save a record as it was typed."""
        if not isinstance(changed, Dossier):
            return
        unread = self._pane.form.unread_rows()
        try:
            edit = edit_dossier(self._desk.office, changed, unread=unread, known=self._desk.view)
        except Refusal as refusal:
            self._refuse_save(refusal, changed, unread)
            return
        self._saved(edit)

    def put_away(self, dossiers: Sequence[Dossier]) -> bool:
        """Put records into the bin, all or none, and say so; False when that was refused."""
        try:
            discard_dossiers(self._desk.office, [each.id for each in dossiers])
        except Refusal as refusal:
            self.refuse(refusal)
            return False
        step = note_binned(self._desk, dossiers)
        self.changed.emit()
        who = name_of(dossiers[0]) if len(dossiers) == 1 else self.tr("{0} người").replace("{0}", str(len(dossiers)))
        self._offer_undo(self.tr("Đã bỏ {name} vào thùng rác.").format(name=who), step)
        return True

    def give_up_typing(self) -> None:
        """Discard what could not be saved of the person shown, and show what is stored."""
        if self._pane.dossier is not None:
            self._pane.release(self._pane.dossier.id)
            self.said.emit(None)
            self.changed.emit()

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))

    def _saved(self, edit: Edit) -> None:
        label = message("undo.trial", name=name_in_label(edit.after)) if self._trial else ""
        self._last = note_edit(self._desk, edit, label)
        self.saved_at = message("ui.saved_at", time=f"{datetime.now().astimezone():%H:%M:%S}")
        self.changed.emit()
        self._offer_unicode(edit)

    def _offer_unicode(self, edit: Edit) -> None:
        """Ask before text of an old font is converted: only people know what was meant."""
        found = old_font_fields(edit)
        if not found:
            return

        def convert() -> None:
            self.said.emit(None)
            rows = typed_rows(self._desk.office, edit.after.id)  # of whom it is about: another may be shown by then
            self._save_over(HeldTyping(edit.after, in_unicode(edit.after, found), rows))

        field, (old, new) = next(iter(found.items()))
        text = message("ui.old_font", field=field_name(field), old=old, new=new)
        self.said.emit(Banner(text, Tone.WARNING, self.tr("Đổ&i sang Unicode"), convert))

    def _refuse_save(self, refusal: Refusal, typed: Dossier, unread: tuple[TypedRow, ...]) -> None:
        before = self._pane.dossier
        if refusal.code != "record.changed_elsewhere" or before is None:
            self.refuse(refusal)
            return
        held = HeldTyping(before, typed, unread)
        self._pane.hold(held)
        self._offer_to_lay_over(held)

    def _offer_to_lay_over(self, held: object) -> None:
        if isinstance(held, HeldTyping):
            text = message("ui.typing_kept", name=name_in_label(held.typed))
            lay_over = partial(self._save_over, held)
            self.said.emit(Banner(text, Tone.ERROR, self.tr("&Lưu ô đang nhập"), lay_over))

    def _save_over(self, held: HeldTyping) -> None:
        try:
            edit = edit_over(self._desk.office, held.before, held.typed, unread=held.unread, known=self._desk.view)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self._pane.release(held.typed.id)
        self._saved(edit)

    def _apply_trial(self) -> None:
        """What was tried goes into the form as if it had been typed, and is named as what it is."""
        self._trial = True

    def _say_applied(self, before: object) -> None:
        self._trial = False
        if not isinstance(before, Dossier) or self._last is None:
            return
        text = self.tr("Đã ghi tháng nghỉ đang thử vào hồ sơ của {name}.").format(name=name_of(before))
        self._offer_undo(text, self._last)

    def _offer_undo(self, text: str, step: Step) -> None:
        def come_back() -> None:
            self.changed.emit()
            self.went_back.emit(step.where)

        self.said.emit(undo_banner(self._desk, step, text, self.said.emit, come_back, Tone.INFO))

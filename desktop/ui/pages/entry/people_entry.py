"""What makes typing many people fast: keys, fields that stay, copies."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.services.entry.copying import IDENTITY, Origin, Portion, bring_from_earlier, copy_to, origin_of
from desktop.services.entry.dotted_fields import field_value, with_fields
from desktop.services.entry.sticky import stick, sticky_fields
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.entry.above import field_with_focus, neighbour
from desktop.ui.pages.entry.copy_room import CopyRoom
from desktop.ui.pages.entry.spoken_moment import spoken_moment
from desktop.ui.pages.entry.sticky_marks import StickyMarks
from desktop.ui.pages.entry.undo_labels import bin_acts, name_in_label, note_edit
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.person_pane import PersonPane
from desktop.ui.pages_base import Banner, Page
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.keys import COPY_ABOVE
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.period_table import PeriodTable


class PeopleEntry(QObject):
    """Works on the list and the form of the page of people."""

    typed = Signal(object)
    """`Dossier` as it is to be saved, as if it had been typed."""
    renewed = Signal(str)
    """The store is another one now; the id of whom to show."""
    person_wanted = Signal()
    """Another person is to be added."""
    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, table: RecordTableView[Dossier], pane: PersonPane, page: Page) -> None:
        super().__init__(page)
        self._desk, self._table, self._pane = desk, table, pane
        self._origins: dict[str, str] = {}
        self.sticky = StickyMarks(pane.form)
        self.sticky.show_stuck(sticky_fields(desk.office))
        self.sticky.toggled.connect(self._stick)
        self.copy_room = CopyRoom(desk)
        self.copy_room.copy_asked.connect(self._copy)
        self.copy_room.bring_asked.connect(self._bring)

    def listen_in(self, place: QWidget) -> None:
        """Answer to the keys of entry where the list and the form are, and nowhere else on the page."""
        keys = {
            QKeySequence("Ctrl+Return"): self.save_and_next,
            QKeySequence("Ctrl+Enter"): self.save_and_next,
            QKeySequence(COPY_ABOVE): self.copy_above,
            QKeySequence("Ctrl+G"): self.stick_field,
        }
        for key, act in keys.items():
            QShortcut(key, place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(act)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys for the chart."""
        return (
            ("Ctrl+Enter", self.tr("Lưu, sang người tiếp theo; sau người cuối: thêm người")),
            ("Ctrl+D", self.tr("Chép ô này từ người ở trên; trong bảng: từ dòng trên")),
            ("Ctrl+G", self.tr("Giữ ô này cho người thêm sau, hoặc thôi giữ")),
        )

    def save_and_next(self) -> None:
        """Save, and go to the first field of the next person of the list, or of a new one."""
        self._pane.form.commit()
        following = neighbour(self._table, 1)
        if following is None:
            self._ask_for_another()
            return
        self._table.choose(following.id)
        self._pane.form.go_to("person.full_name")

    def _ask_for_another(self) -> None:
        """Add somebody, unless the last one is still nobody: a held key must not fill the round with empty records."""
        shown = self._table.current_record()
        if shown is not None and editable(shown) and not (shown.person.full_name or shown.person.citizen_id):
            self._pane.form.go_to("person.full_name")
            self._say(message("ui.still_nobody"), Tone.INFO)
            return
        self.person_wanted.emit()

    def copy_above(self) -> None:
        """Put the value of the person above, or of the cell above, where the cursor is."""
        form = self._pane.form
        name = field_with_focus(form.fields)
        shown = self._pane.dossier
        if not name or shown is None or not editable(shown):
            return
        editor = form.fields[name].editor
        if isinstance(editor, PeriodTable):
            editor.grid.copy_above()
            return
        if name in IDENTITY:
            self._say(message("copy.above_identity"), Tone.INFO)
            return
        above = neighbour(self._table, -1)
        if above is None:
            self._say(message("copy.above_none"), Tone.INFO)
            return
        form.commit()
        typed = form.value()
        if typed is not None:
            self.typed.emit(with_fields(typed, {name: field_value(above, name)}))

    def stick_field(self) -> None:
        """Let the field in which the cursor is stay for the next person, or no more."""
        name = field_with_focus(self._pane.form.fields)
        if name and not self.sticky.toggle(name):
            self._say(message("sticky.never"), Tone.INFO)

    def origin_text(self, dossier: Dossier) -> str:
        """Return from whom the record was copied, "" when it was not; looked up once."""
        if dossier.id not in self._origins:
            self._origins[dossier.id] = _worded(origin_of(self._desk.office, dossier.id))
        return self._origins[dossier.id]

    def _stick(self, name: str, stays: bool) -> None:  # noqa: FBT001 - the signal's form
        stick(self._desk.office, name, stays=stays)
        self._say(message("sticky.on" if stays else "sticky.off", field=field_name(name)), Tone.OK)

    def _copy(self, source: object, portions: Sequence[Portion]) -> None:
        target = self._pane.dossier
        if target is None or not isinstance(source, Dossier):
            return
        try:
            edit = copy_to(self._desk.office, target, source, portions)
        except Refusal as refusal:
            self._say(refusal_text(refusal), Tone.ERROR)
            return
        self._origins.clear()
        name = name_in_label(target)
        note_edit(self._desk, edit, message("undo.copied", name=name))
        self.renewed.emit(target.id)
        self._say(message("copy.done", source=name_in_label(source), name=name), Tone.OK)

    def _bring(self, ids: Sequence[str]) -> None:
        opened = self._desk.round
        if opened is None or not ids:
            return
        try:
            brought = bring_from_earlier(self._desk.office, opened.id, ids)
        except Refusal as refusal:
            self._say(refusal_text(refusal), Tone.ERROR)
            return
        new = [each.id for each in brought]
        label = message("undo.copied_many", count=len(new))
        self._desk.history.done(label, *bin_acts(self._desk, new), where=new[0])
        self.renewed.emit(new[0])
        self._say(message("copy.brought", count=len(new)), Tone.OK)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.emit(Banner(text, tone))


def _worded(origin: Origin | None) -> str:
    if origin is None:
        return ""
    name = origin.name or message("ui.nameless")
    return message("copy.origin", name=name, round=origin.round_name, time=spoken_moment(origin.at))

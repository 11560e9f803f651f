"""What can be got back: typing that was cut off, and who lies in the bin."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.services.entry.bin import Binned, people_in_bin
from desktop.services.entry.drafts import (
    Interrupted,
    forget_interrupted,
    interrupted_drafts,
    put_back_interrupted,
)
from desktop.services.entry.edit_dossier import restore_dossier
from desktop.services.entry.typed_parts import Form
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk, DeskPage
from desktop.ui.pages.entry.recovery_rows import RecoveryRows, name_of_form
from desktop.ui.pages.entry.undo_labels import note_restored
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.frames import button, heading, plain_label, quiet_label, row_of, scrolled
from desktop.ui.pages.moments import shown_moment
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.people_table import name_of
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone


class RecoveryPage(DeskPage):
    """Asks about each form that was cut off, and gives back from the bin; nothing here is deleted for ever."""

    page_id = "recovery"
    icon_name = "undo"

    def __init__(
        self, desk: Desk, tasks: Tasks, page_of: Callable[[Form], Page], parent: QWidget | None = None
    ) -> None:
        """`page_of` tells on which page a form is typed in."""
        super().__init__(desk, parent)
        self.title = page_name(self.page_id)
        self._tasks, self._page_of = tasks, page_of
        self.found: tuple[Interrupted, ...] = ()
        self._answered: set[str] = set()
        self.rows = RecoveryRows()
        self.table = self._make_table()
        self.restore = button(self.tr("&Lấy lại vào danh sách"))
        self._lay_out()
        self.rows.wanted.connect(self._type_on)
        self.rows.unwanted.connect(self._discard)
        self.restore.clicked.connect(self._restore)
        self.table.activated_row.connect(self._restore)
        self.table.current_row_changed.connect(self._follow)
        self._fill()

    def take_focus(self) -> None:
        """Give the keyboard to what is asked first, else to the bin."""
        first = next((row.take_up for row in self.rows.rows if row.take_up.isEnabled()), None)
        (first or self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> tuple[int, bool]:
        """Return how much was cut off and waits for an answer."""
        return len(self.found), bool(self.found)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (("Enter", self.tr("Nhập tiếp; trong thùng rác: lấy lại người đang chọn")),)

    def banner_at_start(self) -> Banner | None:
        """Return what the window asks when it opens, None when nothing was cut off."""
        if not self.found:
            return None
        first = self.rows.rows[0].title.text()
        more = len(self.found) - 1
        who = self.tr("{first}, và {more} chỗ khác").format(first=first, more=more) if more else first
        return Banner(message("draft.found", who=who), Tone.WARNING, self.tr("&Xem"), self._come)

    def _come(self) -> None:
        self.go.emit(self.page_id, None)

    def _make_table(self) -> RecordTableView[Binned]:
        columns = (
            Column[Binned]("name", self.tr("Họ và tên"), lambda each: name_of(each.dossier)),
            Column[Binned]("citizen_id", self.tr("Số CCCD"), lambda each: each.dossier.person.citizen_id),
            Column[Binned]("at", self.tr("Xóa lúc"), lambda each: shown_moment(each.at), sort=lambda each: each.at),
            Column[Binned]("by", self.tr("Người xóa"), lambda each: each.by),
        )
        model = RecordTableModel(columns, identity=lambda each: each.dossier.id)
        table = RecordTableView(model, self.tr("Thùng rác"))
        empty = EmptyState(
            self.tr("Thùng rác trống"), self.tr("Ai bị bỏ khỏi danh sách thì nằm ở đây và lấy lại được bất cứ lúc nào.")
        )
        table.set_empty(empty)
        return table

    def _lay_out(self) -> None:
        title = plain_label(self.tr("Lấy lại"))
        title.setProperty("role", "title")
        about = quiet_label(self.tr("Thùng rác của đợt đang mở. Không ai bị xóa hẳn ở đây."))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.tr("Đang nhập dở khi chương trình dừng")))
        column.addWidget(self.rows)
        column.addWidget(heading(self.tr("Thùng rác")))
        column.addWidget(about)
        column.addWidget(self.table, 1)
        column.addLayout(row_of(self, self.restore))
        self.table.setMinimumHeight(self.fontMetrics().height() * 9)
        whole = QVBoxLayout(self)
        whole.addWidget(title)
        whole.addWidget(scrolled(inside), 1)

    def _fill(self) -> None:
        found = interrupted_drafts(self._desk.office)
        self.found = tuple(each for each in found if each.subject not in self._answered)
        self.rows.show_found(self.found)
        view = self._desk.view
        rows = people_in_bin(self._desk.office, view.round.id) if view else ()
        self.table.replace(rows)
        self.table.fit_columns()
        if self.table.current_record() is None and rows:
            self.table.choose(rows[0].dossier.id)
        self._follow(self.table.current_record())
        self.updated.emit()

    def _follow(self, chosen: object) -> None:
        self.restore.setEnabled(isinstance(chosen, Binned))

    def _restore(self) -> None:
        chosen = self.table.current_record()
        if chosen is None:
            return
        restored = restore_dossier(self._desk.office, chosen.dossier.id)
        step = note_restored(self._desk, restored)
        self._renew()
        text = self.tr("Đã lấy {name} khỏi thùng rác.").format(name=name_of(restored))
        back = partial(self._back, partial(self._desk.history.take_back, step))
        self.banner.emit(Banner(text, Tone.OK, self.tr("&Hoàn tác"), back, undo=True))

    def _discard(self, found: Interrupted) -> None:
        office = self._desk.office
        discard = partial(forget_interrupted, office, found.subject, "discarded")
        discard()
        name = name_of_form(found)
        label = message("undo.draft_discarded", name=name)
        step = self._desk.history.done(label, partial(put_back_interrupted, office, found), discard)
        self._fill()
        self.take_focus()
        text = self.tr("Đã bỏ phần nhập dở của {name}.").format(name=name)
        back = partial(self._back, partial(self._desk.history.take_back, step))
        self.banner.emit(Banner(text, Tone.INFO, self.tr("&Hoàn tác"), back, undo=True))

    def _back(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Refusal as refusal:
            self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self.banner.emit(None)
        self._renew()

    def _type_on(self, found: Interrupted) -> None:
        """Go to the form, put the text back, and only then forget that it was cut off."""
        page = self._page_of(found.typed.form)
        if self._desk.round is None or self._desk.round.id != found.round_id:
            self._desk.choose(found.round_id)
        self.go.emit(page.page_id, found.typed.about)
        kept = page.take_up(found.typed)
        page.typing_moved.emit()
        forget = partial(forget_interrupted, self._desk.office, found.subject, "taken_up")
        self._tasks.keep(forget, failed=self._refused, owner=self)  # after the draft itself: one after the other
        self._answered.add(found.subject)
        self._fill()
        self.banner.emit(_taken_up(found, kept))

    def _renew(self) -> None:
        self._desk.read()
        self.changed.emit(Changed())

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))


def _taken_up(found: Interrupted, kept: object) -> Banner:
    name = name_of_form(found)
    if isinstance(kept, tuple) and kept:
        fields = ", ".join(field_name(each) for each in kept)
        return Banner(message("draft.newer_kept", name=name, fields=fields), Tone.WARNING)
    return Banner(message("draft.taken_up", name=name), Tone.OK)

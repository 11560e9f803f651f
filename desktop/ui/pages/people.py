"""The list of people beside the form of the one chosen, with the amount as one types."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.dossiers import Dossier
from desktop.domain.money import format_dong
from desktop.domain.states import DossierState
from desktop.services.entry.sticky import begin_person
from desktop.services.entry.typed_parts import Form, HalfTyped
from desktop.ui.messages import Messages
from desktop.ui.pages import page_counts
from desktop.ui.pages.desk import Desk, DeskPage, editable
from desktop.ui.pages.entry.card_files import CardFiles
from desktop.ui.pages.entry.half_typed import lay_over, parts_of
from desktop.ui.pages.entry.people_bar import PeopleBar
from desktop.ui.pages.entry.people_entry import PeopleEntry
from desktop.ui.pages.entry.problem_walk import ProblemWalk
from desktop.ui.pages.entry.record_saving import RecordSaving
from desktop.ui.pages.entry.spoken_moment import spoken_moment
from desktop.ui.pages.entry.undo_labels import note_added
from desktop.ui.pages.entry.walk_on import WalkOn
from desktop.ui.pages.frames import lead_with, within_margins
from desktop.ui.pages.lists.wizard import ListWizard
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.people_table import answers_to, name_of, pasted_into, people_table
from desktop.ui.pages.person_corrections import PersonCorrections
from desktop.ui.pages.person_decision import PersonDecision
from desktop.ui.pages.person_pane import PersonPane
from desktop.ui.pages.print_view import PrintStack
from desktop.ui.pages.sides import Sides
from desktop.ui.pages.slip_making import slip_making
from desktop.ui.pages_base import Changed
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.rooms import Rooms


class PeoplePage(DeskPage):
    """Master and detail; every committed field is saved at once. In a narrow window one covers the other."""

    page_id = "people"
    icon_name = "people"

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title = page_name(self.page_id)
        self._tasks, self._messages = tasks, messages
        self._covered = False
        """Whether something was not shown yet because the wizard stands before the list."""
        self._restored: dict[str, str] = {}
        self.restored = MarkedLine()
        self._fitted = 0
        self._filtered = ""
        """What the rows shown were filtered by: whoever is worked on stays until something else is looked for."""
        self.wizard = ListWizard(desk, tasks, messages)
        self.table = people_table(desk)
        self.table.set_empty(self._make_empty())
        self.table.takes_blocks = True
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc theo tên, CCCD, không cần dấu"))
        self.filter.setAccessibleName(self.tr("Lọc danh sách"))
        self.filter.setClearButtonEnabled(True)
        self.pane = PersonPane(desk, tasks)
        self.saving = RecordSaving(desk, self.pane, self)
        self.entry = PeopleEntry(desk, self.table, self.pane, self)
        self.cards = CardFiles(self.pane.form, desk, tasks, messages, self)
        self.walk = ProblemWalk(self.pane, desk, self._listed, self._come_to)
        self._lay_out()
        self._connect()
        lead_with(self, self.sides.back)
        self._fill()

    def arrive(self, target: object) -> None:
        """Show a person: a dossier id, or (dossier id, field)."""
        self.rooms.setCurrentWidget(self.printing)
        if isinstance(target, WalkOn):
            self._walk_on(target)
            return
        dossier_id, field = target if isinstance(target, tuple) else (target, "")
        self.filter.clear()
        if not self.table.choose(str(dossier_id)):
            return
        self.sides.show_detail()
        if field:
            self.pane.go_to_field(str(field))

    def _walk_on(self, target: WalkOn) -> None:
        """Go on through the findings of somebody from whom one of them led away."""
        if self.table.choose(target.person):
            self.sides.show_detail()
            (self.pane.findings.go_next if target.by > 0 else self.pane.findings.go_previous)()

    def leave(self) -> None:
        """Save the field that is half typed."""
        self.pane.form.commit()

    def typing(self) -> tuple[HalfTyped, ...]:
        """Return what stands in the form of the person shown and not in their record."""
        shown = self.pane.dossier
        if shown is None or not editable(shown):
            return ()
        parts = parts_of(self.pane.form.fields)
        return (HalfTyped(Form.PERSON, shown.id, parts, shown.person.full_name, shown.edition),)

    def take_up(self, typed: HalfTyped) -> tuple[str, ...]:
        """Put what was half typed back into the form of the person shown."""
        if not typed.left:
            now = spoken_moment(self._desk.office.stamp())
            self._restored[typed.about] = message("draft.restored_at", time=now, typed=spoken_moment(typed.at))
            self._show_notes(self.pane.dossier)
        return lay_over(self.pane.form.fields, typed.parts)

    def _show_notes(self, dossier: Dossier | None) -> None:
        """Say of a record that it was restored, and whom it was copied from."""
        notes = (self._restored.get(dossier.id, ""), self.entry.origin_text(dossier)) if dossier else ()
        self.restored.show_text(Tone.INFO, " ".join(each for each in notes if each), word=False)

    def _listed(self) -> tuple[str, ...]:
        """Return the ids of the people as the list shows them."""
        return tuple(each.id for each in self.table.records.records())

    def _come_to(self, dossier_id: str) -> None:
        """Show a person of the list, which stays filtered as it is."""
        if self.table.choose(dossier_id):
            self.sides.show_detail()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> tuple[int, bool]:
        """Return how many people the round has; drafts and returned ones wait."""
        return page_counts.people(self._desk)

    def status(self) -> str:
        """Return what was saved, how many are complete, the total."""
        contents = self._desk.contents
        if contents is None:
            return ""
        view, total = contents.view, format_dong(contents.total)
        drafts = sum(each.state is DossierState.DRAFT for each in view.dossiers)
        line = message("ui.round_status", complete=len(view.dossiers) - drafts, drafts=drafts, total=total)
        parts = (self.saving.saved_at, line, self.table.selection_text())
        return " · ".join(part for part in parts if part)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("Ctrl+N", self.tr("Thêm người")),
            *self.entry.keys(),
            ("Ctrl+V", self.tr("Trên danh sách: dán một khối chép từ Excel")),
            ("Ctrl+C", self.tr("Trên danh sách: chép các dòng đang chọn (thêm Shift: kèm tiêu đề)")),
            ("Del", self.tr("Trên danh sách: bỏ các người đang chọn vào thùng rác")),
            ("Ctrl+Shift+L", self.tr("Trên danh sách: hàng lọc theo cột")),
            ("F6", self.tr("Giấy tờ, trang quét ở chỗ ghim của ô đang nhập; lần nữa: trở lại")),
            ("F7", self.tr("Vì sao? Từng bước tính")),
            ("F8", self.tr("Tới mục cần sửa tiếp theo, hết thì sang người sau; Shift+F8: ngược lại")),
            ("F9", self.tr("Nếu như: thử tháng nghỉ khác")),
            ("Ctrl+P", self.tr("In phiếu tính của người này")),
            ("Ctrl+Shift+P", self.tr("In phiếu tính của cả đợt")),
            ("Enter", self.tr("Sang ô kế tiếp; trên danh sách: mở hồ sơ")),
        )

    def take_in(self) -> None:
        """Show the way of a list into the round; leads home where there is no round yet."""
        if self._desk.round is None:
            self.go.emit("home", None)
            return
        self.pane.form.commit()
        self.rooms.setCurrentWidget(self.wizard)
        self.wizard.start()

    def _paste(self, text: str) -> None:
        """Show how a block from a spreadsheet will be read, from the current column on."""
        if self._desk.round is None:
            return
        self.pane.form.commit()
        columns = self.table.shown_columns(self.table.currentIndex().column())
        self.rooms.setCurrentWidget(self.wizard)
        self.wizard.open_block(text, pasted_into(columns))

    def _show_people(self) -> None:
        self.rooms.setCurrentWidget(self.printing)
        self.take_focus()

    def add_person(self) -> None:
        """Add an empty record and go to its first field."""
        if self._desk.round is None:
            self.go.emit("home", None)
            return
        self.pane.form.commit()
        added = begin_person(self._desk.office, self._desk.round.id, self._before_new())
        note_added(self._desk, added)
        self._renew()
        self.arrive((added.id, "person.full_name"))

    def _before_new(self) -> Dossier | None:
        """Return whose sticky fields a new person begins with: who is shown, as saved just now."""
        view, shown = self._desk.view, self.table.current_record()
        return view.dossier(shown.id) if view and shown else None

    def start_copy(self) -> None:
        """Ask whom to copy to the person shown from."""
        shown = self.pane.dossier
        if shown is not None and editable(shown):
            self.pane.form.commit()
            self.entry.copy_room.start_for(shown)
            self.rooms.setCurrentWidget(self.entry.copy_room)

    def start_bringing(self) -> None:
        """Ask whom of earlier rounds to bring into this one."""
        if self._desk.round is not None:
            self.pane.form.commit()
            self.rooms.setCurrentWidget(self.entry.copy_room)
            self.entry.copy_room.start_for_earlier()

    def _copied(self, dossier_id: str) -> None:
        self._renew()
        self.arrive((dossier_id, "person.full_name"))

    def _show_bin(self) -> None:
        self.go.emit("recovery", None)

    def print_person(self) -> None:
        """Show the slip of the person chosen, ready to print."""
        shown = self.table.current_record()
        if shown is not None:
            self._print(self.tr("Phiếu tính: {name}").format(name=name_of(shown)), (shown.id,))

    def print_everybody(self) -> None:
        """Show the slips of the whole round in one file, ready to print."""
        view = self._desk.view
        if view is not None:
            self._print(self.tr("Phiếu tính của {round}").format(round=view.round.name), None)

    def _print(self, title: str, people: tuple[str, ...] | None) -> None:
        self.pane.form.commit()
        view = self._desk.view
        if view is not None:
            self.printing.make(title, "bieu-03-phieu-tinh.pdf", slip_making(self._desk.office, view, people))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put one over the other where both side by side would be too tight."""
        super().resizeEvent(event)
        self.sides.fit(self.width())

    def unfolded_width(self) -> int:
        """Return how wide form and amount are at least, with the list where it stands beside them."""
        if self.rooms.currentWidget() is not self.printing:
            return 0
        beside = 0 if self.sides.tight else self._list_side.minimumSizeHint().width() + self.splitter.handleWidth()
        return within_margins(self, beside + self.pane.unfolded_width())

    def fold(self, *, narrow: bool) -> None:
        """Put the amount and what is to be done below the form."""
        self.pane.fold(narrow=narrow)

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(
            self.tr("Chưa có ai trong đợt"),
            self.tr("Danh sách Excel đang có dùng được ngay; từng ô chưa đọc được sẽ được báo rõ."),
            self.tr("Nhập Excel…"),
        )
        empty.pressed.connect(self.take_in)
        return empty

    def _lay_out(self) -> None:
        self.corrections = PersonCorrections(self._desk, self._messages, self)
        self.decision = PersonDecision(self._desk)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        list_side = self._list_side = self._column(self.filter, self.table)
        form_side = self._column(self.decision, self.corrections.bar, self.restored, self.pane)
        self.sides = Sides(self.splitter, (list_side, form_side), self.table, self.tr("‹ &Danh sách"))
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.bar = PeopleBar(self.sides.back)
        self._fill_menu()
        work = self._column(self.bar, self.splitter)
        self.entry.listen_in(work)
        self.printing = PrintStack(work, self._tasks, self._messages, self._desk.office.folder)
        self.rooms = Rooms()
        for room in (self.printing, self.wizard, self.entry.copy_room):
            self.rooms.addWidget(room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[step(self, 1)] * 4)
        whole.addWidget(self.rooms, 1)

    @staticmethod
    def _column(*widgets: QWidget) -> QWidget:
        """Return them below each other; the last takes the room that is left."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        for each in widgets:
            column.addWidget(each, int(each is widgets[-1]))
        return made

    def _fill_menu(self) -> None:
        self.copy_action, self.bring_action, self.give_up_action, _bin = self.bar.fill_menu(
            (
                (self.tr("&Chép vào hồ sơ này từ người khác…"), self.start_copy),
                (self.tr("Chép người từ &đợt trước…"), self.start_bringing),
                self.entry.sticky.menu,
                (self.tr("Bỏ phần chưa &lưu của hồ sơ này"), self.saving.give_up_typing),
                None,
                (self.tr("&Thùng rác…"), self._show_bin),
            )
        )
        self.bar.menu.aboutToShow.connect(self._offer_giving_up)

    def _connect(self) -> None:
        self.entry.typed.connect(self.saving.save)
        self.saving.said.connect(self.banner)
        self.saving.changed.connect(self._renew)
        self.saving.went_back.connect(self.arrive)
        self.entry.renewed.connect(self._copied)
        self.entry.person_wanted.connect(self.add_person)
        self.entry.said.connect(self.banner)
        self.entry.copy_room.closed.connect(self._show_people)
        self.filter.textChanged.connect(self._fill)
        self.table.current_row_changed.connect(self._choose)
        self.table.activated_row.connect(self._open)
        self.pane.go.connect(self.go)
        self.pane.said.connect(self.banner)
        self.pane.paper_shown.connect(self._give_room_to_paper)
        self.pane.print_asked.connect(self.print_person)
        self.bar.print_button.clicked.connect(self.print_everybody)
        self.printing.said.connect(self.banner)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self).activated.connect(self.print_person)
        self.sides.turned.connect(self._name_heading)
        self.bar.add_button.clicked.connect(self.add_person)
        self.bar.import_button.clicked.connect(self.take_in)
        self.bar.remove_button.clicked.connect(self._remove)
        self.corrections.said.connect(self.banner)
        self.corrections.done.connect(self._corrected)
        self.decision.answer_wanted.connect(self._answer_request)
        self.table.pasted.connect(self._paste)
        self.table.selection_changed.connect(self.updated)
        self.table.selection_changed.connect(self._offer_removal)
        away = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        away.setContext(Qt.ShortcutContext.WidgetShortcut)
        away.activated.connect(self._remove)
        self.rooms.currentChanged.connect(self._uncover)
        self.wizard.taken_in.connect(self._tell_taken_in)
        self.wizard.said.connect(self.banner)
        self.wizard.go.connect(self.go)
        self.wizard.closed.connect(self._show_people)

    def _fill(self) -> None:
        self._covered = self.rooms.currentWidget() is self.wizard
        if self._covered:  # a long list would be laid out twice: now, and when it is seen
            self.updated.emit()
            return
        view = self._desk.view
        shown = self.table.current_record()
        kept = shown.id if shown is not None and self._filtered == self.filter.text() else ""
        self._filtered = self.filter.text()
        rows = [each for each in view.dossiers if each.id == kept or answers_to(each, self._filtered)] if view else []
        self.table.replace(rows)
        if view and len(view.dossiers) != self._fitted:
            self._fitted = len(view.dossiers)
            self.table.fit_columns()
        if self.table.current_record() is None and rows:
            self.table.choose(rows[0].id)
        self._choose(self.table.current_record())
        self.bar.import_button.setEnabled(view is not None)
        self.updated.emit()

    def _uncover(self) -> None:
        """Show what came in while the wizard stood before the list."""
        if self._covered and self.rooms.currentWidget() is not self.wizard:
            self._fill()

    def _choose(self, dossier: object) -> None:
        shown = dossier if isinstance(dossier, Dossier) else None
        self.typing_moved.emit()
        self.pane.show_dossier(shown)
        self._show_notes(shown)
        self.typing_moved.emit()
        self._offer_removal()
        self.copy_action.setEnabled(shown is not None and editable(shown))
        self.corrections.show_for(shown)
        self.decision.show_for(shown)
        self._name_heading()

    def _open(self, dossier: object) -> None:
        if isinstance(dossier, Dossier):
            self.sides.show_detail()
            self.pane.form.go_to("person.full_name")

    def _give_room_to_paper(self, shown: bool) -> None:  # noqa: FBT001 - the signal's form
        """Form and paper stand side by side where the list was."""
        self.sides.widen(wide=shown)

    def _name_heading(self) -> None:
        shown = self.table.current_record()
        covered = self.sides.covered and shown is not None
        self.bar.show_name(name_of(shown) if covered and shown else "")

    def _renew(self) -> None:
        self._desk.read()
        self.changed.emit(Changed(shown=True))

    def _tell_taken_in(self) -> None:
        """The desk was read anew already, away from the window's thread."""
        self.changed.emit(Changed(shown=True))

    def _corrected(self, reopened: str) -> None:
        """Show what became of somebody who was sent; one taken up again is typed into at once."""
        self._renew()
        if reopened:
            self.arrive((reopened, "person.full_name"))

    def _answer_request(self, key: str) -> None:
        self.go.emit("results", key)

    def _remove(self) -> None:
        """Put the people selected into the bin, of whom nothing was sent yet."""
        chosen = self._removable()
        if chosen and self.saving.put_away(chosen):
            self.sides.show_list()

    def _offer_giving_up(self) -> None:
        shown = self.pane.dossier
        self.give_up_action.setEnabled(shown is not None and self.pane.holds(shown.id))

    def _removable(self) -> list[Dossier]:
        return [each for each in self.table.selected_records() if editable(each) and each.revision == 1]

    def _offer_removal(self) -> None:
        self.bar.offer_removal(len(self._removable()))

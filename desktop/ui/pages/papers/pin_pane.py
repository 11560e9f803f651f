"""The pages of one document with the pins of its people: draw, read, move, take away, go on to the next person."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.evidence import EvidencePin
from desktop.domain.foreign_text import shown
from desktop.services.papers.links import PapersChanged, has_paper
from desktop.services.papers.pins import loose_pins, put_pin, remove_pin
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.papers.pin_bar import PinBar, PinList
from desktop.ui.pages.papers.pin_marks import marks_of, pin_key, pin_label
from desktop.ui.pages.papers.undoing import note_papers
from desktop.ui.pages.people_table import name_of
from desktop.ui.pages.preview_source import PreviewRunner, drawer
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.page_places import Mark, kept
from desktop.ui.widgets.page_preview import PagePreview


class PinPane(QWidget):
    """Emits `changed` after each act, when the desk has been read anew, and `said` with what can be undone."""

    changed = Signal()
    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._approval: Approval | None = None
        self._files: tuple[Attachment, ...] = ()
        self._shown = ""
        self._only = ""
        self._marks: tuple[Mark, ...] = ()
        self.file = QComboBox()
        self.file.setAccessibleName(self.tr("Bản quét của văn bản"))
        self.bar, self.pins = PinBar(), PinList()
        self.preview = PagePreview(PreviewRunner(tasks, self, self.tr("Mở trang văn bản")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for each in (self.file, self.bar):
            column.addWidget(each)
        column.addWidget(self.preview, 1)
        column.addWidget(self.pins)
        self._connect()

    def show_document(self, approval: Approval | None, only: str = "") -> None:
        """Show a document's files and pins, of one person where `only` names them; what is shown already stays."""
        another = approval is None or self._approval is None or approval.id != self._approval.id
        self._approval, self._only = approval, only
        self._offer_files(another)
        self._renew()

    def aim(self, dossier_id: str, field: str) -> None:
        """Pin for this person and field, and show the pin that is there already."""
        self.bar.aim(dossier_id, field)
        self._renew()
        known = next((each for each in self._own_pins() if each.field == self.bar.field_name), None)
        if known is not None:
            self._look_at(pin_key(known))

    def begin_by_keyboard(self) -> None:
        """Put a new place onto what is seen of the page."""
        self.bar.draw.setChecked(True)
        self.preview.begin_mark()

    @property
    def file_shown(self) -> str:
        """The SHA-256 of the file that is shown, "" for none."""
        return self._shown

    @property
    def people(self) -> tuple[Dossier, ...]:
        """Whose pins can be drawn here."""
        view, approval = self._desk.view, self._approval
        if view is None or approval is None:
            return ()
        mine = [each for each in view.dossiers if has_paper(each, approval.id)]
        return tuple(each for each in mine if not self._only or each.id == self._only)

    def _connect(self) -> None:
        marks = self.preview.canvas.marks
        marks.drawn.connect(self._draw)
        marks.moved.connect(self._move)
        marks.chosen.connect(self._choose)
        self.file.currentIndexChanged.connect(self._show_file)
        self.bar.person_changed.connect(self._renew)
        self.bar.drawing_changed.connect(self._allow)
        self.pins.looked_at.connect(self._look_at)
        self.pins.remove_asked.connect(self._remove)
        self.pins.move_asked.connect(self._move_by_keyboard)
        self.pins.read.connect(self._read)
        for key, act in (
            (QKeySequence("Insert"), self.begin_by_keyboard),
            (QKeySequence("Ctrl+Down"), self._next_person),
            (QKeySequence("Ctrl+Up"), self._previous_person),
            (QKeySequence("F2"), self._move_current),
        ):
            QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(act)
        delete = QShortcut(QKeySequence("Delete"), self.pins.list, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove_current)

    def _offer_files(self, another: bool) -> None:  # noqa: FBT001 - a state
        view = self._desk.view
        known = view.attachments if view else {}
        wanted = self._approval.attachments if self._approval else ()
        files = tuple(known[each] for each in wanted if each in known)
        if files == self._files and not another:
            return
        more = len(files) > len(self._files) and not another
        self._files = files
        self.file.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.file.clear()
        self.file.addItems([shown(each.name) for each in files])
        place = next((place for place, each in enumerate(files) if each.sha256 == self._shown), 0)
        self.file.setCurrentIndex(len(files) - 1 if more else place)
        self.file.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.file.setVisible(len(files) > 1)
        self._show_file()

    def _show_file(self) -> None:
        chosen = self._file()
        self._shown = chosen.sha256 if chosen else ""
        if chosen is None:
            self.preview.clear(self.tr("Văn bản này chưa có bản quét.") if self._approval else "")
        else:
            path = self._desk.office.store.blobs.path(chosen.sha256)
            self.preview.set_source(chosen.pages, drawer(path), shown(chosen.name))
        self._renew()

    def _file(self) -> Attachment | None:
        place = self.file.currentIndex()
        return self._files[place] if 0 <= place < len(self._files) else None

    def _person(self) -> Dossier | None:
        return next((each for each in self.people if each.id == self.bar.person_id), None)

    def _own_pins(self) -> tuple[EvidencePin, ...]:
        person, files = self._person(), {each.sha256 for each in self._files}
        if person is None:
            return ()
        loose = self._loose(person)
        return tuple(each for each in person.pins if each.sha256 in files or each in loose)

    def _loose(self, person: Dossier) -> tuple[EvidencePin, ...]:
        """Return the pins whose files are gone: to be drawn again, or taken away."""
        view = self._desk.view
        return loose_pins(view, person) if view else ()

    def _renew(self) -> None:
        """Show people, marks and pins as they are now; the page stays where it is."""
        people = self.people
        done = frozenset(each.id for each in people if self._pinned(each))
        self.bar.show_people(people, done)
        person = self._person()
        self._marks = marks_of(people, self._shown, person.id if person else "")
        locked = person is None or not editable(person)
        loose = frozenset(pin_key(each) for each in (self._loose(person) if person else ()))
        self.pins.show_pins(self._own_pins(), loose, locked)
        self.preview.show_marks(self._marks, self.pins.current_key)
        told = self.tr("{done}/{all} người đã ghim").format(done=len(done), all=len(people))
        self.pins.say("" if self._only or not people else told)
        self.bar.draw.setEnabled(not locked and bool(self._files))
        self._allow()

    def _pinned(self, dossier: Dossier) -> bool:
        """Whether the person has a pin of the field on this document."""
        files = {each.sha256 for each in self._files}
        return any(each.sha256 in files for each in dossier.pins)

    def _allow(self) -> None:
        allowed = self.bar.draw.isChecked() and self.bar.draw.isEnabled()
        marks = self.preview.canvas.marks
        if marks.may_draw != allowed:
            marks.allow_drawing(allowed=allowed)
        self.preview.canvas.viewport().setCursor(Qt.CursorShape.CrossCursor if allowed else Qt.CursorShape.ArrowCursor)

    def _draw(self, place: QRectF) -> None:
        person, file = self._person(), self._file()
        if person is None or file is None:
            return
        pin = EvidencePin(person.id, self.bar.field_name, file.sha256, self.preview.page + 1, kept(place))
        said = self.tr("Đã ghim {what} của {name}.").format(what=pin_label(pin), name=name_of(person))
        label = self.tr("ghim {what} của {name}").format(what=pin_label(pin), name=name_of(person))
        if self._act(lambda: put_pin(self._desk.office, pin), said, label):
            self.pins.select(pin_key(pin))
            self.preview.show_marks(self._marks, pin_key(pin))
            if self.bar.onward.isChecked():
                self._go_to_unpinned(pin.field)

    def _go_to_unpinned(self, field: str) -> None:
        """Go to the next person in the list who has no pin of this field here."""
        people, files = self.people, {each.sha256 for each in self._files}
        place = next((place for place, each in enumerate(people) if each.id == self.bar.person_id), 0)
        lacking = (
            each
            for each in people[place + 1 :]
            if not any(pin.field == field and pin.sha256 in files for pin in each.pins)
        )
        following = next(lacking, None)
        if following is not None:
            self.bar.aim(following.id, field)

    def _move(self, key: str, place: QRectF) -> None:
        before = self._pin(key)
        if before is not None:
            self._replace(before, replace(before, place=kept(place)), self.tr("dời ghim {what}"))

    def _read(self, key: str, reads: str) -> None:
        before = self._pin(key)
        if before is not None and before.reads != reads:
            self._replace(before, replace(before, reads=reads), self.tr("ghi nội dung đọc được: {what}"))

    def _replace(self, before: EvidencePin, after: EvidencePin, told: str) -> None:
        label = told.format(what=pin_label(after))
        said = self.tr("Đã {act}.").format(act=label)
        if self._act(lambda: put_pin(self._desk.office, after, before), said, label):
            self.pins.select(pin_key(after))
            self.preview.show_marks(self._marks, pin_key(after))

    def _remove(self, key: str) -> None:
        pin = self._pin(key)
        if pin is not None:
            label = self.tr("xóa ghim {what}").format(what=pin_label(pin))
            said = self.tr("Đã {act}.").format(act=label)
            self._act(lambda: remove_pin(self._desk.office, pin), said, label)

    def _remove_current(self) -> None:
        self._remove(self.pins.current_key)

    def _move_current(self) -> None:
        self._move_by_keyboard(self.pins.current_key)

    def _move_by_keyboard(self, key: str) -> None:
        if self._pin(key) is None or not self.bar.draw.isEnabled():
            return
        self.bar.draw.setChecked(True)
        self._look_at(key)
        self.preview.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.preview.canvas.marks.edit(key)

    def _pin(self, key: str) -> EvidencePin | None:
        return next((each for each in self._own_pins() if pin_key(each) == key), None)

    def _look_at(self, key: str) -> None:
        pin = self._pin(key)
        place = next((place for place, each in enumerate(self._files) if pin and each.sha256 == pin.sha256), None)
        if pin is None or place is None:
            return
        if place != self.file.currentIndex():
            self.file.setCurrentIndex(place)
        self.pins.select(key)
        mark = next(each for each in self._marks if each.key == key)
        self.preview.show_marks(self._marks, key)
        self.preview.look_at(mark)

    def _choose(self, key: str) -> None:
        """Show in the list which mark was clicked, and whose it is."""
        mark = next((each for each in self._marks if each.key == key), None)
        if mark is None:
            return
        if not mark.own:
            self.bar.aim(key.partition("/")[0], "")
        self.pins.select(key)
        self.preview.show_marks(self._marks, key)

    def _next_person(self) -> None:
        self.bar.step_person(1)

    def _previous_person(self) -> None:
        self.bar.step_person(-1)

    def _act(self, act: Callable[[], PapersChanged], said: str, label: str) -> bool:
        """Do it, show everything anew and offer to undo it; False when it was refused."""
        try:
            changed = act()
        except Refusal as refusal:
            self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return False
        step = note_papers(self._desk, label, changed) if changed.after else None
        self._show_anew()
        if step is not None:
            self.said.emit(undo_banner(self._desk, step, said, self.said.emit, self._show_anew))
        return True

    def _show_anew(self) -> None:
        self._desk.read()
        self.changed.emit()
        self._renew()

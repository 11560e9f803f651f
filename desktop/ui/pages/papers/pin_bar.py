"""For whom and for which field one pins, and what there is for that person: above and below the page."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.dossiers import Dossier
from desktop.domain.evidence import EvidencePin
from desktop.services.papers.pin_words import PIN_FIELDS, pinnable
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.frames import label_for, set_next_step, tell_whole
from desktop.ui.pages.papers.pin_marks import pin_key, pin_label
from desktop.ui.pages.papers.reading_edit import ReadingEdit
from desktop.ui.pages.people_table import name_of
from desktop.ui.widgets.looks import Tone, step, write_as

_KEY_ROLE = Qt.ItemDataRole.UserRole


class PinBar(QWidget):
    """The person, the field, and whether one draws."""

    person_changed = Signal()
    drawing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person, self.field = QComboBox(), QComboBox()
        self.person.setAccessibleName(self.tr("Ghim cho người"))
        self.person.setToolTip(self.tr("Người được ghim (Ctrl+↑, Ctrl+↓)"))
        self.field.setAccessibleName(self.tr("Nội dung được ghim"))
        for box in (self.person, self.field):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            tell_whole(box)
        for name in PIN_FIELDS:
            self.field.addItem(field_name(name), name)
        self.draw = QPushButton(self.tr("&Vẽ ghim"))
        self.draw.setCheckable(True)
        self.draw.setToolTip(
            self.tr("Bật rồi kéo một khung trên trang; Insert: đặt khung bằng phím, mũi tên để dời, Enter để ghi")
        )
        self.onward = QCheckBox(self.tr("Rồi tới người &sau"))
        self.onward.setToolTip(self.tr("Ghim hàng của từng người trong một danh sách dài: kéo, kéo, kéo…"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(step(self, 1))
        self._person_label = self._label(self.tr("Ngườ&i"), self.person)
        for row, widgets in enumerate(
            ((self._person_label, self.person, self.onward), (self._label(self.tr("Ghi&m"), self.field), self.field))
        ):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, row, column)
        grid.addWidget(self.draw, 1, 2)
        grid.setColumnStretch(1, 1)
        self.person.currentIndexChanged.connect(self.person_changed)
        self.draw.toggled.connect(self._show_drawing)

    def hide_person(self) -> None:
        """Leave out whom one pins for, where it is one person alone."""
        for each in (self._person_label, self.person):
            each.hide()

    def _label(self, text: str, of: QWidget) -> QLabel:
        label = QLabel(text)
        label.setBuddy(of)
        return label

    def show_people(self, people: Sequence[Dossier], done: frozenset[str]) -> None:
        """Offer these people; a tick stands before those in `done`. Whoever was chosen stays so."""
        before = self.person_id
        with QSignalBlocker(self.person):
            self.person.clear()
            for each in people:
                self.person.addItem(f"✓ {name_of(each)}" if each.id in done else name_of(each), each.id)
            self.person.setCurrentIndex(max(self.person.findData(before), 0) if people else -1)
        self.setEnabled(bool(people))
        self.onward.setVisible(len(people) > 1)

    def _show_drawing(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Give the button the accent while one draws."""
        self.draw.setText(self.tr("Đang &vẽ") if on else self.tr("&Vẽ ghim"))
        set_next_step(self.draw, next_step=on)
        self.drawing_changed.emit(on)

    @property
    def person_id(self) -> str:
        """For whom one pins, "" for nobody."""
        return str(self.person.currentData() or "")

    @property
    def field_name(self) -> str:
        """The dotted field that one pins."""
        return str(self.field.currentData())

    def aim(self, dossier_id: str, field: str) -> None:
        """Pin for this person and field from now on."""
        place = self.person.findData(dossier_id)
        if place >= 0:
            self.person.setCurrentIndex(place)
        known = self.field.findData(pinnable(field))
        if known >= 0:
            self.field.setCurrentIndex(known)

    def step_person(self, by: int) -> None:
        """Go to the person after or before, not beyond the ends."""
        place = self.person.currentIndex() + by
        if 0 <= place < self.person.count():
            self.person.setCurrentIndex(place)


class PinList(QWidget):
    """The pins of one person on the documents shown; Enter looks at one, F2 moves it, Delete takes it away."""

    looked_at = Signal(str)
    """Key of the pin."""
    remove_asked = Signal(str)
    move_asked = Signal(str)
    read = Signal(str, str)
    """Key of the pin, and what was typed to stand there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: dict[str, EvidencePin] = {}
        self._locked = True
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Ghim của người này"))
        self.reading = ReadingEdit()
        self.count = QLabel()
        write_as(self.count, Tone.MUTED)
        self.count.setWordWrap(True)
        self.remove = QPushButton(self.tr("&Xóa ghim"))
        self.move_button = QPushButton(self.tr("Dời (F2)"))
        self.move_button.setToolTip(self.tr("Dời bằng mũi tên, Shift+mũi tên đổi cỡ, Enter để ghi, Esc để thôi"))
        self._lay_out()
        self.list.currentItemChanged.connect(self._tell_current)
        self.list.itemActivated.connect(self._tell_current)
        self.list.itemClicked.connect(self._tell_current)
        self.reading.committed.connect(self._tell_reading)
        self.remove.clicked.connect(self._ask_removal)
        self.move_button.clicked.connect(self._ask_move)

    def show_pins(self, pins: Sequence[EvidencePin], loose: frozenset[str], locked: bool) -> None:  # noqa: FBT001 - a state
        """Show these pins; `loose` ones lie on files that are no longer there. The current one stays current."""
        before = self.current_key
        self._pins = {pin_key(each): each for each in pins}
        with QSignalBlocker(self.list):
            self.list.clear()
            for key, pin in self._pins.items():
                self.list.addItem(self._item(key, pin, key in loose))
            self._select(before)
        self._locked = locked
        self._show_reading()

    def say(self, text: str) -> None:
        """Say how far pinning is."""
        self.count.setText(text)

    @property
    def current_key(self) -> str:
        """The key of the pin under the cursor, "" for none."""
        item = self.list.currentItem()
        return str(item.data(_KEY_ROLE)) if item else ""

    def select(self, key: str) -> None:
        """Put the cursor on this pin."""
        self._select(key)
        self._show_reading()

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addWidget(self.move_button)
        beside.setSpacing(step(self, 1))
        read = QHBoxLayout()
        read.addWidget(label_for(self.reading, self.tr("Đọc đượ&c")))
        read.addWidget(self.reading, 1)
        beside.addLayout(read)
        beside.addLayout(buttons)
        beside.addWidget(self.count)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 2))
        row.addWidget(self.list, 3)
        row.addLayout(beside, 2)
        self.list.setFixedHeight(round(self.fontMetrics().height() * 5.4))

    def _item(self, key: str, pin: EvidencePin, loose: bool) -> QListWidgetItem:  # noqa: FBT001 - a state
        where = self.tr("tệp không còn: ghim lại") if loose else self.tr("trang {page}").format(page=pin.page)
        item = QListWidgetItem(f"{pin_label(pin)} · {where}")
        item.setData(_KEY_ROLE, key)
        item.setToolTip(item.text())
        return item

    def _select(self, key: str) -> None:
        for place in range(self.list.count()):
            if self.list.item(place).data(_KEY_ROLE) == key:
                with QSignalBlocker(self.list):
                    self.list.setCurrentRow(place)

    def _show_reading(self) -> None:
        pin = self._pins.get(self.current_key)
        self.reading.show_reading(pin.field if pin else "", pin.reads if pin else "")
        for each in (self.reading, self.remove, self.move_button):
            each.setEnabled(not self._locked and pin is not None)

    def _tell_current(self) -> None:
        self._show_reading()
        if self.current_key:
            self.looked_at.emit(self.current_key)

    def _tell_reading(self) -> None:
        if self.current_key:
            self.read.emit(self.current_key, self.reading.reading())

    def _ask_removal(self) -> None:
        if self.current_key:
            self.remove_asked.emit(self.current_key)

    def _ask_move(self) -> None:
        if self.current_key:
            self.move_asked.emit(self.current_key)

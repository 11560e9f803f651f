"""The formulas of a case: chosen by group and way of leaving, written or picked, in words, tried at once."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QListWidget, QSplitter, QVBoxLayout, QWidget

from desktop.domain.dossiers import Group, Route
from desktop.rules.drafting import remove_component
from desktop.rules.formula_slots import (
    FormulaSlot,
    KnownName,
    known_names,
    look_at,
    patterns_for,
    put_formula,
    slots_of,
)
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.pack_file import CaseRule
from desktop.rules.policy import PolicyPack
from desktop.ui.pages.drafting.figures_tab import cited
from desktop.ui.pages.drafting.formula_edit import FormulaEdit
from desktop.ui.pages.drafting.new_parts import NewComponent
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.drafting.trial_view import TrialView
from desktop.ui.pages.frames import button, plain_label, quiet_label, row_of, scrolled, tell_whole
from desktop.ui.texts import message, refusal_text, word
from desktop.ui.widgets.labelled_field import LabelledField
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine

_PAUSE_MS = 250
"""After the last letter, before the draft is written and computed."""
_SHOWN_NAMES = 12
_ROWS, _FEWEST_ROWS = 7, 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormulaTab", text)


class FormulaTab(QWidget):
    """Left the places of formulas, in the middle the formula in signs and words, right what it gives."""

    def __init__(self, session: DraftSession) -> None:
        super().__init__()
        self._session = session
        self._slots: tuple[FormulaSlot, ...] = ()
        self._editing: FormulaSlot | None = None
        self._names: dict[str, KnownName] = {}
        self.group, self.route = QComboBox(), QComboBox()
        self.case_line, self.cite_line = quiet_label(), quiet_label()
        self.slots, self.patterns = QListWidget(), QComboBox()
        self.edit = FormulaEdit()
        self.words, self.fault = plain_label(), MarkedLine()
        self.trials = TrialView()
        self.new_item = NewComponent(session)
        self.add_item, self.remove_item = button(_tr("&Thêm khoản…")), button(_tr("&Bỏ khoản này"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.group)

    def refresh(self) -> None:
        """Show the draft as it stands; what is being typed stays."""
        self.setEnabled(self._session.file is not None)
        if self._session.file is not None:
            self._fill_groups()
            self._fill_slots()
            self._try()

    def flush(self) -> None:
        """Write what was typed since the last pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._write()

    @property
    def slot(self) -> FormulaSlot | None:
        """The place that is chosen."""
        place = self.slots.currentRow()
        return self._slots[place] if 0 <= place < len(self._slots) else None

    def choose(self, owner: str) -> None:
        """Choose the formula of this component, condition or case."""
        places = [place for place, each in enumerate(self._slots) if each.owner == owner and not each.optional]
        self.slots.setCurrentRow(places[0] if places else 0)

    def _case(self) -> CaseRule | None:
        file, group, route = self._session.file, self.group.currentData(), self.route.currentData()
        cases = file.cases if file else ()
        return next((each for each in cases if group in each.groups and route in each.routes), None)

    def _fill_groups(self) -> None:
        file = self._session.file
        assert file is not None  # noqa: S101 - `refresh` looked
        _fill(self.group, [(each.id, word(each.id)) for each in file.groups])
        routes = [each for case in file.cases if self.group.currentData() in case.groups for each in case.routes]
        _fill(self.route, [(each, word(each)) for each in dict.fromkeys(routes)])

    def _fill_slots(self) -> None:
        file, case, before = self._session.file, self._case(), self.slot
        self._slots = slots_of(file, case) if file and case else ()
        self.case_line.setText(case.label if case else _tr("Gói chưa có trường hợp nào cho nhóm và cách nghỉ này."))
        with QSignalBlocker(self.slots):
            self.slots.clear()
            self.slots.addItems([f"{word(each.kind)}: {each.label}" for each in self._slots])
            self._fit_slots()
            keys = [(each.kind, each.owner) for each in self._slots]
            kept = keys.index((before.kind, before.owner)) if before and (before.kind, before.owner) in keys else None
            self.slots.setCurrentRow(self._usual() if kept is None else kept)
        self._show_slot()

    def _usual(self) -> int:
        """Return the place of the first component: that is what one came for."""
        return next((place for place, each in enumerate(self._slots) if each.kind == "component"), 0)

    def _show_slot(self) -> None:
        slot, pack, file = self.slot, self._session.pack, self._session.file
        self.edit.setEnabled(slot is not None)
        if slot is None or pack is None or file is None:
            return
        case = self._case()
        self.remove_item.setEnabled(case is not None and len(case.components) > 1 and slot.owner in case.components)
        self._names = dict(known_names(pack, slot, file))
        self.cite_line.setText(cited(file, slot.cite))
        self.edit.offer(self._names)
        other = self._editing is None or (self._editing.kind, self._editing.owner) != (slot.kind, slot.owner)
        self._editing = slot
        if other or self.edit.toPlainText().strip() != slot.text:
            with QSignalBlocker(self.edit):
                self.edit.setPlainText(slot.text)
        self._fill_patterns(slot, pack)
        self._say()

    def _fill_patterns(self, slot: FormulaSlot, pack: PolicyPack) -> None:
        with QSignalBlocker(self.patterns):
            self.patterns.clear()
            self.patterns.addItem(_tr("Chọn mẫu để bắt đầu…"), "")
            for each in patterns_for(slot, self._names, pack, self._session.others):
                self.patterns.addItem(each.words, each.formula)

    def _pick(self, place: int) -> None:
        formula = str(self.patterns.itemData(place) or "")
        if formula:
            self.edit.setPlainText(formula)
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _typed(self) -> None:
        self._say()
        self._pause.start()

    def _say(self) -> None:
        slot, pack = self.slot, self._session.pack
        if slot is None or pack is None:
            return
        view = look_at(self.edit.toPlainText(), slot, self._names, pack)
        self.words.setText(view.words)
        self.fault.show_text(Tone.ERROR, self._fault_text(view.fault) if view.fault else "")

    def _fault_text(self, fault: FormulaError) -> str:
        params = dict(fault.params)
        if fault.code == "pack.unknown_name":
            near = [each for each in self._names if str(params["found"])[:3] in each]
            params["expected"] = ", ".join((near or list(self._names))[:_SHOWN_NAMES])
        code = fault.code.replace("pack.", "formula.")
        return message(code, **params)

    def _write(self) -> None:
        slot, file = self._editing, self._session.file
        if slot is not None and file is not None:
            self._session.edit(put_formula(file, slot, self.edit.toPlainText().strip()))

    def _try(self) -> None:
        group, route = self.group.currentData(), self.route.currentData()
        chosen = Group(group) if group else None, Route(route) if route else None
        self.trials.show_trials(self._session, chosen)
        fault = self._session.fault
        if fault is not None and not self.fault.text():
            self.fault.show_text(Tone.WARNING, refusal_text(fault), word=False)

    def _chosen(self) -> None:
        self.flush()
        self.refresh()

    def _add_item(self) -> None:
        self.flush()
        case, slot = self._case(), next((each for each in self._slots if each.kind == "component"), None)
        if case is not None:
            self.new_item.open_for(case.id, slot.text if slot else "6 * current_salary")

    def _remove_item(self) -> None:
        self.flush()
        case, slot, file = self._case(), self.slot, self._session.file
        if case is not None and slot is not None and file is not None and slot.owner in case.components:
            self._session.edit(remove_component(file, case.id, slot.owner))

    def _connect(self) -> None:
        self.add_item.clicked.connect(self._add_item)
        self.remove_item.clicked.connect(self._remove_item)
        for box in (self.group, self.route):
            box.currentIndexChanged.connect(self._chosen)
        self.slots.currentRowChanged.connect(self._slot_chosen)
        self.patterns.activated.connect(self._pick)
        self.edit.textChanged.connect(self._typed)
        self._pause.timeout.connect(self._write)

    def _fit_slots(self) -> None:
        """Give the list the rows it has, so that the formula stays in sight of a low window."""
        rows = min(_ROWS, max(_FEWEST_ROWS, self.slots.count()))
        row = max(self.slots.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        self.slots.setFixedHeight(row * rows + 4 * self.slots.frameWidth())

    def _slot_chosen(self) -> None:
        self.flush()
        self._show_slot()

    def _lay_out(self) -> None:
        tell_whole(self.group)
        tell_whole(self.route)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, step(self, 3), 0)
        column.setSpacing(step(self, 2))
        column.addLayout(
            row_of(
                self,
                LabelledField(_tr("&Nhóm"), self.group),
                LabelledField(_tr("&Cách nghỉ"), self.route),
                stretch=False,
            )
        )
        column.addWidget(self.case_line)
        self.slots.setAccessibleName(_tr("Các công thức của trường hợp này"))
        beside = QVBoxLayout()
        beside.addWidget(self.add_item)
        beside.addWidget(self.remove_item)
        beside.addStretch(1)
        formulas = row_of(self, self.slots, stretch=False)
        formulas.addLayout(beside)
        column.addLayout(formulas)
        column.addWidget(self.new_item)
        column.addWidget(LabelledField(_tr("&Mẫu công thức"), self.patterns))
        column.addWidget(LabelledField(_tr("C&ông thức"), self.edit, help=_tr("Ctrl+Cách: chọn tên theo tiếng Việt.")))
        column.addWidget(self.words)
        column.addWidget(self.fault)
        column.addWidget(self.cite_line)
        column.addStretch(1)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(scrolled(middle))
        sides.addWidget(self.trials)
        sides.setSizes([5500, 4500])
        QVBoxLayout(self).addWidget(sides)


def _fill(box: QComboBox, choices: list[tuple[str, str]]) -> None:
    """Offer these, keeping what was chosen."""
    before = box.currentData()
    if [box.itemData(place) for place in range(box.count())] == [each for each, _ in choices]:
        return
    with QSignalBlocker(box):
        box.clear()
        for each, words in choices:
            box.addItem(words, each)
        box.setCurrentIndex(max(0, box.findData(before)))

"""Findings grouped by rule; each leads to its field."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.findings import Finding, Severity
from desktop.ui.widgets.finding_groups import FindingGroup, counts_in_words, grouped
from desktop.ui.widgets.looks import Tone, step, tone_word
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.tones import tone_of

_SHOWN_ROLE = Qt.ItemDataRole.UserRole + 1
_MORE_ROLE = Qt.ItemDataRole.UserRole + 2
"""The code of the group that an item shows more of."""
MOST_SHOWN, _MORE_AT_A_TIME = 60, 300
"""Findings of one rule that are shown at first, and more at each asking: a list of thousands stays quick."""


Told: TypeAlias = tuple[str, str]
"""What is wrong, and what to do."""


class ShownFinding:
    """A finding in words: what is wrong, what to do, whose record; `justification` is the clerk's answer or "".

    It may stand for several, `of`, that are one fault; `names` are then of whom they are.
    """

    __slots__ = ("_told", "_wording", "finding", "justification", "names", "of", "person")

    def __init__(self, finding: Finding, message: str, fix: str, person: str, justification: str = "") -> None:
        self.finding, self.person, self.justification = finding, person, justification
        self.of: tuple[Finding, ...] = (finding,)
        self.names: tuple[str, ...] = ()
        self._told: Told | None = (message, fix)
        self._wording: Callable[[Finding], Told] | None = None

    @classmethod
    def later(  # noqa: PLR0913 - the last two are of what stands for several
        cls,
        finding: Finding,
        wording: Callable[[Finding], Told],
        person: str,
        justification: str = "",
        *,
        of: tuple[Finding, ...] = (),
        names: tuple[str, ...] = (),
    ) -> "ShownFinding":
        """Return one that is worded when it is looked at: of tens of thousands some sixty of a rule are."""
        made = cls(finding, "", "", person, justification)
        made.of, made.names = of or made.of, names
        made._told, made._wording = None, wording
        return made

    @property
    def message(self) -> str:
        """What is wrong."""
        return self._worded()[0]

    @property
    def fix(self) -> str:
        """What to do about it."""
        return self._worded()[1]

    def _worded(self) -> Told:
        if self._told is None:
            self._told = self._wording(self.finding) if self._wording else ("", "")
        return self._told

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ShownFinding) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self.finding.key)

    def _parts(self) -> tuple[object, ...]:
        return self.finding, self._worded(), self.person, self.justification


class _WrappedText(QStyledItemDelegate):
    """Gives each row the height of its wrapped text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return the height of the text at the tree's width."""
        tree = self.parent()
        assert isinstance(tree, QTreeWidget)  # noqa: S101 - made for one
        depth = 2 if index.parent().isValid() else 1
        margin = step(tree, 1)
        room = tree.viewport().width() - depth * tree.indentation() - 2 * margin
        text = str(index.data())
        wrapped = option.fontMetrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, text)
        return QSize(room, wrapped.height() + margin)


class _WrappingTree(QTreeWidget):
    """A tree whose rows grow when it becomes narrower."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the rows out for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class FindingList(QWidget):
    """Errors first, the commonest rule first. F8 and Shift+F8 walk; Enter goes to the field."""

    jump = Signal(str, str)
    """The dossier's id and the dotted field to go to."""
    past_end = Signal(int)
    """One walked past the last stop (1) or before the first (-1); only where `round_again` is off."""
    justify_requested = Signal(object)
    """The warning (ShownFinding) that the clerk wants to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = MarkedLine(wraps=False)
        self._tree = _WrappingTree()
        self._go = QPushButton(self.tr("Tới chỗ &sửa"))
        self._justify = QPushButton(self.tr("&Giải trình…"))
        self._leaves: list[QTreeWidgetItem] = []
        self.round_again = True
        """Whether walking past the last finding comes to the first."""
        self.name_of: Callable[[str], str] = _nameless
        """What a rule is called beside its code."""
        self.further_stops: Callable[[], Sequence[str]] = tuple
        """Fields of the record shown that need mending and have no finding; they are walked to first."""
        self._stopped_at = ""
        self._shown: tuple[ShownFinding, ...] = ()
        self._wanted: dict[str, int] = {}
        self._arrange_tree()
        self._lay_out()
        self._connect()
        self.show_findings(())

    def show_findings(self, items: Sequence[ShownFinding]) -> None:
        """Show these findings; the current one stays current while it is still among them."""
        kept = self.current_finding()
        self._shown = tuple(items)
        self._tree.clear()
        self._leaves = []
        for group in grouped(items, lambda item: item.finding):
            self._add_group(group)
        self._tree.expandAll()
        self._say_counts([item.finding for item in items])
        if kept is not None:
            self._select_key(kept.finding.key)
        self._offer()

    def take_focus(self) -> None:
        """Give the keyboard to the findings."""
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_finding(self) -> ShownFinding | None:
        """Return the finding under the cursor."""
        item = self._tree.currentItem()
        found = item.data(0, _SHOWN_ROLE) if item is not None else None
        return found if isinstance(found, ShownFinding) else None

    def choose(self, key: str) -> bool:
        """Put the cursor on the finding with this key, unfolding its group for it; tell whether it is in the list."""
        found = next((each.finding for each in self._shown if each.finding.key == key), None)
        if found is None:
            return False
        mine = [each.finding.key for each in self._shown if each.finding.code == found.code]
        if mine.index(key) >= self._wanted.get(found.code, MOST_SHOWN):
            self._wanted[found.code] = mine.index(key) + 1
            self.show_findings(self._shown)
        self._select_key(key)
        return True

    @property
    def sentence(self) -> str:
        """How many of what there are."""
        return self._line.text()

    def walk_keys_from(self, whole: QWidget) -> None:
        """Let F8 walk wherever `whole` is seen, also while another tab covers the list."""
        for key in self._keys:
            key.setParent(whole)

    def go_next(self) -> None:
        """Go to the next finding's field, round again after the last."""
        self._walk(1)

    def go_previous(self) -> None:
        """Go to the previous finding's field."""
        self._walk(-1)

    def _arrange_tree(self) -> None:
        tree = self._tree
        tree.setHeaderHidden(True)
        tree.setWordWrap(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        tree.setItemDelegate(_WrappedText(tree))
        tree.setRootIsDecorated(True)
        tree.setIndentation(step(self, 4))
        tree.setAccessibleName(self.tr("Danh sách lỗi và cảnh báo"))
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._go)
        buttons.addWidget(self._justify)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        column.addWidget(self._line)
        column.addWidget(self._tree, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._tree.itemActivated.connect(self._go_to_current)
        self._tree.currentItemChanged.connect(self._offer)
        self._go.clicked.connect(self._go_to_current)
        self._justify.clicked.connect(self._ask_to_justify)
        backwards = QKeySequence(Qt.KeyboardModifier.ShiftModifier | Qt.Key.Key_F8)
        self._keys = (QShortcut(QKeySequence(Qt.Key.Key_F8), self), QShortcut(backwards, self))
        for key, walk in zip(self._keys, (self.go_next, self.go_previous), strict=True):
            key.activated.connect(walk)

    def _add_group(self, group: FindingGroup[ShownFinding]) -> None:
        tone = tone_of(group.severity)
        head = QTreeWidgetItem([self._head(group, tone)])
        head.setIcon(0, mark_icon(tone, self.palette()))
        font = self._tree.font()
        font.setBold(True)
        head.setFont(0, font)
        self._tree.addTopLevelItem(head)
        most = self._wanted.get(group.code, MOST_SHOWN)
        for shown in group.items[:most]:
            head.addChild(self._leaf(shown))
        left = len(group.items) - most
        if left > 0:
            more = QTreeWidgetItem([self.tr("… và {0} mục nữa cùng mã. Enter để hiện thêm.").format(left)])
            more.setData(0, _MORE_ROLE, group.code)
            head.addChild(more)

    def _head(self, group: FindingGroup[ShownFinding], tone: Tone) -> str:
        name = self.name_of(group.code)
        lead = f"{group.code} · {name}" if name else group.code
        said = f"{lead} · {tone_word(tone)} · {len(group.items)}"
        bare = sum(not each.justification for each in group.items) if group.severity is Severity.WARNING else 0
        return said + (self.tr(" · {0} chưa giải trình").format(bare) if 0 < bare < len(group.items) else "")

    def _show_more(self, code: str) -> None:
        self._wanted[code] = self._wanted.get(code, MOST_SHOWN) + _MORE_AT_A_TIME
        place = len([leaf for leaf in self._leaves if leaf.data(0, _SHOWN_ROLE).finding.code == code])
        self.show_findings(self._shown)
        mine = [leaf for leaf in self._leaves if leaf.data(0, _SHOWN_ROLE).finding.code == code]
        if place < len(mine):
            self._tree.setCurrentItem(mine[place])

    def _leaf(self, shown: ShownFinding) -> QTreeWidgetItem:
        lead = f"{shown.person}: " if shown.person and shown.person not in shown.message else ""
        lines = [f"{lead}{shown.message}"]
        lines += [shown.fix] if shown.fix else []
        lines += [self.tr("Đã giải trình: {0}").replace("{0}", shown.justification)] if shown.justification else []
        leaf = QTreeWidgetItem(["\n".join(lines)])
        leaf.setData(0, _SHOWN_ROLE, shown)
        self._leaves.append(leaf)
        return leaf

    def _say_counts(self, findings: Sequence[Finding]) -> None:
        tone = tone_of(max((each.severity for each in findings), key=_weight)) if findings else Tone.OK
        self._line.show_text(tone, counts_in_words(findings), word=False)

    def _select_key(self, key: str) -> None:
        for leaf in self._leaves:
            if leaf.data(0, _SHOWN_ROLE).finding.key == key:
                self._tree.setCurrentItem(leaf)

    def go_first(self, by: int) -> None:
        """Start walking at the first stop, or at the last for -1."""
        self._stopped_at = ""
        self._tree.setCurrentIndex(QModelIndex())
        self._walk(by)

    def _walk(self, by: int) -> None:
        stops: list[str | QTreeWidgetItem] = [*self.further_stops(), *self._leaves]
        if not stops:
            self.past_end.emit(by)
            return
        current = self._stopped_at if self._stopped_at in stops else self._tree.currentItem()
        place = stops.index(current) + by if current in stops else (0 if by > 0 else len(stops) - 1)
        if not 0 <= place < len(stops) and not self.round_again:
            self.past_end.emit(by)
            return
        self._stop_at(stops[place % len(stops)])

    def _stop_at(self, stop: str | QTreeWidgetItem) -> None:
        if isinstance(stop, str):
            self._stopped_at = stop
            self.jump.emit("", stop)
            return
        self._stopped_at = ""
        self._tree.setCurrentItem(stop)
        self._go_to_current()

    def _go_to_current(self) -> None:
        item = self._tree.currentItem()
        code = item.data(0, _MORE_ROLE) if item is not None else None
        if isinstance(code, str):
            self._show_more(code)
            return
        shown = self.current_finding()
        if shown is not None:
            self.jump.emit(shown.finding.subject, shown.finding.field)

    def _ask_to_justify(self) -> None:
        shown = self.current_finding()
        if shown is not None and shown.finding.severity is Severity.WARNING:
            self.justify_requested.emit(shown)

    def _offer(self) -> None:
        shown = self.current_finding()
        self._go.setEnabled(shown is not None)
        self._justify.setEnabled(shown is not None and shown.finding.severity is Severity.WARNING)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_tree"):
            self._colour_marks()

    def _colour_marks(self) -> None:
        for place in range(self._tree.topLevelItemCount()):
            head = self._tree.topLevelItem(place)
            child = head.child(0) if head is not None else None
            if head is not None and child is not None:
                severity = child.data(0, _SHOWN_ROLE).finding.severity
                head.setIcon(0, mark_icon(tone_of(severity), self.palette()))


def _nameless(_code: str) -> str:
    return ""


def _weight(severity: Severity) -> int:
    return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(severity)

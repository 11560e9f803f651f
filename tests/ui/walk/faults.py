"""What can be wrong with what is on the screen; each function returns a line for each fault, none where all is well."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop.ui.pages.drafting.page import DraftPage
from desktop.ui.pages.lists.check_step import CheckStep
from desktop.ui.pages.lists.column_table import ColumnTable
from desktop.ui.pages.lists.sheet_view import SheetView
from desktop.ui.pages.papers.proves_choice import ProvesChoice
from desktop.ui.pages.policy import PolicyPage
from desktop.ui.widgets.comparison_view import ComparisonView
from desktop.ui.widgets.steps_view import StepsView
from tests.ui.seen_texts import seen_texts

_FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox)
_INPUTS = (*_FIELDS, QAbstractButton, QTableView, QTreeView, QListView, QTextEdit)
_SLACK = 1
"""A pixel is lost to rounding where a font's metrics are fractions."""


def inputs_of(root: QWidget) -> list[QWidget]:
    """Return what the keyboard can be in, as it is seen now; what Qt makes inside its own widgets is part of them."""
    return [each for each in root.findChildren(QWidget) if isinstance(each, _INPUTS) and _takes_focus(each)]


def _takes_focus(widget: QWidget) -> bool:
    inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QTabBar) or widget.focusProxy() is not None
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and not inner and widget.isVisible() and widget.isEnabled()


def told(widget: QWidget) -> str:
    """Say which widget it is."""
    own = widget.objectName() or widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{own[:60]}”"


def nameless(root: QWidget) -> list[str]:
    """Find inputs that a screen reader could not name."""
    return [told(each) for each in inputs_of(root) if not (each.accessibleName() or _text(each))]


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def unlabelled(root: QWidget) -> list[str]:
    """Find fields that nothing visible names: a label of theirs, or the magnifier's words in a search."""
    buddies = {each.buddy() for each in root.findChildren(QLabel) if each.buddy() is not None and each.isVisible()}
    words = {_plain(each.text()) for each in root.findChildren(QLabel) if each.isVisible()}
    fields = [each for each in inputs_of(root) if isinstance(each, _FIELDS)]
    return [
        told(each)
        for each in fields
        if not (_ancestors(each) & buddies or _is_search(each) or _named(each, words) or _in_cell(each))
    ]


def _in_cell(widget: QWidget) -> bool:
    """Tell whether it stands in a table: row and heading name it."""
    above = widget.parentWidget()
    return isinstance(above.parentWidget(), QTableView) if above is not None else False


def _ancestors(widget: QWidget) -> set[QWidget]:
    found: set[QWidget] = {widget}
    while (above := widget.parentWidget()) is not None:
        found.add(above)
        widget = above
    return found


def _named(widget: QWidget, words: set[str]) -> bool:
    """Tell whether words that stand on the page are the field's name, as where one heading serves two fields."""
    return any(part.strip() in words for part in widget.accessibleName().split(",") if part.strip())


def _is_search(widget: QWidget) -> bool:
    """Tell whether it is a search or filter: its words inside are what every search has instead of a label."""
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return widget.accessibleName().casefold() in widget.itemText(0).casefold()  # "Mọi mức" names itself
    return isinstance(widget, QLineEdit) and widget.isClearButtonEnabled() | bool(widget.actions())


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix(":")


def clashing_keys(root: QWidget) -> list[str]:
    """Find Alt keys that two things on the screen have."""
    texts = [_text(each) for each in root.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    texts += [each.text() for each in root.findChildren(QLabel) if each.isVisible() and each.buddy() is not None]
    texts += [each.title() for each in root.findChildren(QGroupBox) if each.isVisible()]
    for bar in root.findChildren(QTabBar):
        texts += [bar.tabText(place) for place in range(bar.count())] if bar.isVisible() else []
    keyed = [(key, text) for text in texts if (key := _key(text))]
    several = {key for key, number in Counter(key for key, _ in keyed).items() if number > 1}
    return sorted(f"Alt+{key.upper()}: {text}" for key, text in keyed if key in several)


def _key(text: str) -> str:
    bare = text.replace("&&", "")
    place = bare.find("&")
    return bare[place + 1].casefold() if 0 <= place < len(bare) - 1 else ""


def tab_walk(window: QWidget, root: QWidget) -> list[QWidget]:
    """Press Tab until the keyboard has been everywhere; return where it was on the page, in that order."""
    wanted = inputs_of(root)
    if not wanted:
        return []
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    been: list[QWidget] = []
    for _ in range(4 * len(window.findChildren(QWidget))):
        focus = QApplication.focusWidget()
        if focus is None or focus in been:
            break
        been.append(focus)
        window.focusNextPrevChild(True)
    return been


def unreachable(window: QWidget, root: QWidget) -> list[str]:
    """Find inputs to which Tab does not lead; radio buttons of a group share one stop."""
    wanted = inputs_of(root)  # before: going through a table chooses in it, and buttons wake up
    been = tab_walk(window, root)
    reached = set(been) | {other for each in been for other in _companions(each)}
    return [told(each) for each in wanted if each not in reached and not _holds_focus(each, been)]


def _companions(widget: QWidget) -> list[QWidget]:
    if not isinstance(widget, QRadioButton):
        return []
    parent = widget.parentWidget()
    return list(parent.findChildren(QRadioButton)) if parent else []


def _holds_focus(widget: QWidget, been: list[QWidget]) -> bool:
    return any(widget.isAncestorOf(each) for each in been)


def out_of_order(window: QWidget, root: QWidget) -> list[str]:
    """Find steps of Tab that go up without going to another column: against the way one reads.

    Tab goes round, so one such step there must be: from the end to the beginning.
    """
    been = [each for each in tab_walk(window, root) if root.isAncestorOf(each)]
    faults = []
    for before, after in itertools.pairwise([*been, *been[:1]]):
        here, there = _at(_outer(before, after, root), root), _at(_outer(after, before, root), root)
        if there.bottom() < here.top() and there.left() <= here.left():
            faults.append(f"{told(before)} → {told(after)}")
    return faults if len(faults) > 1 else []


def _outer(widget: QWidget, other: QWidget, root: QWidget) -> QWidget:
    """Return the outermost area that scrolls and holds one of both only: where in it the widget is says nothing."""
    above = [each for each in _ancestors(widget) if isinstance(each, QScrollArea) and root.isAncestorOf(each)]
    apart = [each for each in above if not each.isAncestorOf(other)]
    return max(apart, key=lambda each: each.width() * each.height(), default=widget)


def _at(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def cut(root: QWidget) -> list[str]:
    """Find words that do not fit where they stand."""
    around = [each for each in _ancestors(root) if isinstance(each, QScrollArea)]
    parts = (*around, root, *root.findChildren(QWidget))
    return [fault for each in parts if each.isVisible() for fault in _cut(each)]


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QCheckBox | QRadioButton | QPushButton | QToolButton):
        if widget.text() and widget.width() + _SLACK < widget.sizeHint().width():
            yield f"{told(widget)}: {widget.width()} of {widget.sizeHint().width()} px"
    elif isinstance(widget, QComboBox):
        yield from _cut_choice(widget)
    elif isinstance(widget, QLineEdit):
        yield from _cut_line(widget)
    elif isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)
    elif isinstance(widget, QTableView):
        yield from _cut_headers(widget)
    elif isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > _SLACK:
        yield f"{told(widget)}: {widget.horizontalScrollBar().maximum()} px stand out at the side"
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        yield from _outside(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    text, room = label.text(), label.contentsRect()
    if len(text) < 2 or type(label).__name__ == "ElidedLabel" or label.textFormat() == Qt.TextFormat.RichText:
        return
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() + _SLACK < needed:
            yield f"{told(label)}: {label.height()} of {needed} px high"
        return
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in _plain(text).split("\n"))
    if room.width() + _SLACK < wide:
        yield f"{told(label)}: {room.width()} of {wide} px"


def _cut_choice(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    place = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, box).width()
    wide = box.fontMetrics().horizontalAdvance(box.currentText())
    if not box.isEditable() and room + _SLACK < wide and not box.property("tells_whole"):
        yield f"{told(box)} “{box.currentText()}”: {room} of {wide} px"


def _cut_line(line: QLineEdit) -> Iterator[str]:
    words = line.placeholderText()
    spare = line.fontMetrics().averageCharWidth() * (1 + 3 * line.isClearButtonEnabled() * bool(line.text()))
    wide = line.fontMetrics().horizontalAdvance(words)
    if words and not line.text() and line.width() - spare < wide:
        yield f"{told(line)} “{words}”: {line.width()} of {wide} px"


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    if any(each.isVisible() for each in bar.findChildren(QToolButton)):
        yield f"{told(bar)}: there are arrows to tabs that have no room"
    for place in filter(bar.isTabVisible, range(bar.count())):
        wide = QFontMetrics(bar.font()).horizontalAdvance(bar.tabText(place).replace("&", ""))
        if bar.tabRect(place).width() < wide and not bar.tabToolTip(place):
            yield f"{told(bar)}: a tab is cut and does not tell its whole word: {bar.tabText(place)}"


def _cut_headers(table: QTableView) -> Iterator[str]:
    header = table.horizontalHeader()
    if not header.isVisible() or table.model() is None:
        return
    for place in range(table.model().columnCount()):
        text = str(table.model().headerData(place, Qt.Orientation.Horizontal) or "")
        font = header.font()
        font.setWeight(QFont.Weight.DemiBold)  # as the stylesheet writes headings
        wide = max((QFontMetrics(font).horizontalAdvance(line) for line in text.split("\n")), default=0)
        if text and not table.isColumnHidden(place) and header.sectionSize(place) + _SLACK < wide:
            yield f"{told(table)} heading “{text}”: {header.sectionSize(place)} of {wide} px"


def _outside(widget: QWidget) -> Iterator[str]:
    """Find what stands partly beside the widget that holds it; what scrolls up and down may."""
    above = widget.parentWidget()
    if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
        return
    place = widget.geometry()
    if place.right() > above.rect().right() + _SLACK or place.bottom() > above.rect().bottom() + _SLACK:
        yield f"{told(widget)}: {place.getRect()} in {above.rect().getRect()} of {told(above)}"


def keys_nobody_can_press(root: QWidget) -> list[str]:
    """Find Alt keys that are no letter or digit of a keyboard."""
    texts = [_text(each) for each in root.findChildren(QAbstractButton) if each.isVisible()]
    texts += [each.text() for each in root.findChildren(QLabel) if each.isVisible() and each.buddy() is not None]
    return [text for text in texts if _key(text) and not (_key(text).isascii() and _key(text).isalnum())]


def not_in(spoken: Callable[[str], str], root: QWidget, names: frozenset[str]) -> list[str]:
    """Find texts in another language than is spoken; `spoken` says what a text should have been, "" if fine.

    `names` are those of offices. The law, lists, and how an amount came about are Vietnamese for everybody.
    """
    found = [(where, text, spoken(text.strip())) for where, text in seen_texts(root, _is_official)]
    wrong = [(where, text, right) for where, text, right in found if right and text.strip() not in names]
    return sorted({f"{where}: “{text[:60]}” should be “{right[:60]}”" for where, text, right in wrong})


def _is_official(widget: QWidget) -> bool:
    official = (ProvesChoice, StepsView, SheetView, ColumnTable)
    if isinstance(widget, official) or isinstance(widget.parentWidget(), ProvesChoice):
        return True
    quoted = (ComparisonView, PolicyPage, DraftPage, CheckStep)
    return isinstance(widget, QTableView) and any(isinstance(each, quoted) for each in _ancestors(widget))

"""What a list that comes in again changes, to tick: people, and under each the fields that differ."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.foreign_text import shown
from desktop.services.corrections.changed_values import shown_value
from desktop.services.lists.comparison import (
    Choices,
    ComparedPerson,
    FieldDifference,
    ListComparison,
    Origin,
    Standing,
)
from desktop.ui.pages.field_names import field_name
from desktop.ui.widgets.empty_state import EmptyState

_SHOWN = (Standing.CHANGED, Standing.NEW, Standing.GONE, Standing.LOCKED)
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ChangesTree(QTreeWidget):
    """Space ticks; what was sent cannot be ticked. Nothing happens before the list is taken in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: list[_PersonLine] = []
        self._same = EmptyState(
            self.tr("Không có gì khác"), self.tr("Danh sách này giống hệt những gì đang có trong đợt.")
        )
        self._same.setParent(self.viewport())
        self._same.hide()
        self.setHeaderLabels(
            [self.tr("Người, mục"), self.tr("Trong đợt"), self.tr("Trong tệp"), self.tr("Vì sao khác")]
        )
        self.setAccessibleName(self.tr("Những gì danh sách này thay đổi"))
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 36)

    def show_comparison(self, comparison: ListComparison, choices: Choices) -> None:
        """Show what differs, ticked as chosen."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own switch
        self.clear()
        self._people = []
        for standing in _SHOWN:
            people = comparison.of(standing)
            if people:
                self._add_group(standing, people, choices)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own switch
        self.setCurrentIndex(self.model().index(0, 0))
        self._same.setVisible(not self._people)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what an empty comparison says in the middle."""
        super().resizeEvent(event)
        self._same.setGeometry(self.viewport().rect())

    def choices(self) -> Choices:
        """Return what is ticked."""
        new, fields, gone = set(), {}, set()
        for each in self._people:
            person, ticked = each.person, each.item.checkState(0) == _ON
            if person.standing is Standing.NEW and person.row is not None and ticked:
                new.add(person.row)
            elif person.standing is Standing.GONE and person.dossier and ticked:
                gone.add(person.dossier.id)
            elif person.standing is Standing.CHANGED and person.dossier:
                fields[person.dossier.id] = frozenset(
                    name for name, item in each.fields.items() if item.checkState(0) == _ON
                )
        return Choices(frozenset(new), fields, frozenset(gone))

    def _add_group(self, standing: Standing, people: tuple[ComparedPerson, ...], choices: Choices) -> None:
        group = self._group(standing, people, choices)
        self.addTopLevelItem(group)
        group.setExpanded(True)
        if standing is Standing.CHANGED:
            for each in self._people:
                each.item.setExpanded(each.item.parent() is group)

    def _group(self, standing: Standing, people: tuple[ComparedPerson, ...], choices: Choices) -> QTreeWidgetItem:
        group = QTreeWidgetItem([f"{standing_name(standing)} ({len(people)})"])
        group.setToolTip(0, _why(standing))
        group.setText(3, _why(standing))
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        if standing is not Standing.LOCKED:
            group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        lines = [_person(each, choices) for each in people]
        self._people += lines
        group.addChildren([each.item for each in lines])
        return group


@dataclass(frozen=True)
class _PersonLine:
    """A person's line in the tree, and the lines of the fields under it."""

    person: ComparedPerson
    item: QTreeWidgetItem
    fields: dict[str, QTreeWidgetItem]


def _person(person: ComparedPerson, choices: Choices) -> _PersonLine:
    item = QTreeWidgetItem([shown(person.full_name) or _nameless(person), "", "", _told(person)])
    fields = {each.field: _field(each) for each in person.differences}
    item.addChildren(list(fields.values()))
    if person.standing is Standing.CHANGED and person.dossier:
        taken = choices.fields.get(person.dossier.id, frozenset())
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        for name, each in fields.items():
            each.setCheckState(0, _ON if name in taken else _OFF)
    elif person.standing is Standing.NEW:
        item.setCheckState(0, _ON if person.row in choices.new else _OFF)
    elif person.standing is Standing.GONE and person.dossier:
        item.setCheckState(0, _ON if person.dossier.id in choices.gone else _OFF)
    return _PersonLine(person, item, fields)


def standing_name(standing: Standing) -> str:
    """Return what is said of people with whom it is so."""
    return {
        Standing.NEW: _tr("Thêm mới"),
        Standing.CHANGED: _tr("Thay đổi"),
        Standing.SAME: _tr("Giữ nguyên"),
        Standing.LOCKED: _tr("Đã gửi, không thay đổi được"),
        Standing.GONE: _tr("Không còn trong tệp"),
    }[standing]


def origin_name(origin: Origin) -> str:
    """Return how a difference came about."""
    return {
        Origin.FILE: _tr("tệp đã sửa"),
        Origin.EDITED: _tr("đã sửa trong chương trình sau lần nhập trước"),
        Origin.BOTH: _tr("cả tệp và chương trình đều đã sửa"),
        Origin.UNKNOWN: _tr("lần nhập trước không có mục này"),
    }[origin]


def _why(standing: Standing) -> str:
    return {
        Standing.NEW: _tr("đánh dấu là nhập vào đợt"),
        Standing.CHANGED: _tr("đánh dấu là lấy theo tệp"),
        Standing.LOCKED: _tr("muốn sửa thì lập bản sửa của gói đã gửi"),
        Standing.GONE: _tr("không mất ai; đánh dấu thì bỏ vào thùng rác"),
    }.get(standing, "")


def _nameless(person: ComparedPerson) -> str:
    if person.listed is None:
        return _tr("(chưa có tên)")
    return _tr("(chưa có tên, dòng {row})").format(row=person.listed.sheet_row)


def _told(person: ComparedPerson) -> str:
    if person.other_number:
        return _tr("cùng tên và ngày sinh nhưng khác số CCCD: có thể là người khác")
    if person.standing is Standing.LOCKED and person.listed is None:
        return _tr("không còn trong tệp")
    return ""


def _field(difference: FieldDifference) -> QTreeWidgetItem:
    now, listed = (shown_value(difference.field, each) for each in (difference.now, difference.listed))
    item = QTreeWidgetItem([field_name(difference.field), shown(now), shown(listed), origin_name(difference.origin)])
    for column, text in ((1, now), (2, listed)):
        item.setToolTip(column, text)
    return item


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListChanges", text)

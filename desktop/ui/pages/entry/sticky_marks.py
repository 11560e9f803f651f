"""Which fields stay for the next person: chosen in a menu or by Ctrl+G in the field, and marked beside it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu

from desktop.services.entry.sticky import STICKABLE
from desktop.ui.pages.person_form import PersonForm
from desktop.ui.widgets.looks import Tone, write_as
from desktop.ui.widgets.menus import menu_item


class StickyMarks(QObject):
    """Only fields that stay bear a mark: the form has no room for more."""

    toggled = Signal(str, bool)
    """Field, and whether it stays from now on."""

    def __init__(self, form: PersonForm) -> None:
        super().__init__(form)
        self.menu = QMenu(self.tr("&Giữ cho người thêm sau"), form)
        self.actions: dict[str, QAction] = {}
        self.marks: dict[str, QLabel] = {}
        for name, field in form.fields.items():
            if name in STICKABLE:
                self.actions[name] = self._action(name, field.plain_label)
                self.marks[name] = self._mark(self.actions[name])
                field.add_to_head(self.marks[name])

    def show_stuck(self, stay: frozenset[str]) -> None:
        """Show which fields stay."""
        for name, action in self.actions.items():
            action.setChecked(name in stay)
            self.marks[name].setVisible(name in stay)

    def toggle(self, name: str) -> bool:
        """Let a field stay, or no more; False for one that never can."""
        if name in self.actions:
            self.actions[name].trigger()
        return name in self.actions

    def _action(self, name: str, label: str) -> QAction:
        action = menu_item(self.menu, label)
        action.setObjectName(name)
        action.setCheckable(True)
        action.triggered.connect(self._tell)
        return action

    def _mark(self, action: QAction) -> QLabel:
        mark = QLabel(self.tr("giữ ✓"))
        write_as(mark, Tone.MUTED)
        mark.setAccessibleName(self.tr("Đang giữ {field} cho người sau").format(field=action.text()))
        mark.setToolTip(self.tr("Người thêm sau bắt đầu với giá trị này. Ctrl+G trong ô để thôi giữ."))
        mark.hide()
        return mark

    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.marks[action.objectName()].setVisible(action.isChecked())
            self.toggled.emit(action.objectName(), action.isChecked())

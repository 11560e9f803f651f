"""The small mark beside a field that says whether its value stays for the next person."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton

from desktop.services.entry.sticky import STICKABLE
from desktop.ui.pages.person_form import PersonForm


class StickyMarks(QObject):
    """One mark for each field that can stay. The mouse presses it; the keyboard has Ctrl+G in the field itself."""

    toggled = Signal(str, bool)
    """Field, and whether it stays from now on."""

    def __init__(self, form: PersonForm) -> None:
        super().__init__(form)
        self.marks: dict[str, QToolButton] = {}
        for name, field in form.fields.items():
            if name in STICKABLE:
                self.marks[name] = self._mark(name, field.plain_label)
                field.add_to_head(self.marks[name])

    def show_stuck(self, stay: frozenset[str]) -> None:
        """Show which fields stay."""
        for name, mark in self.marks.items():
            mark.setChecked(name in stay)
            self._word(mark)

    def toggle(self, name: str) -> bool:
        """Let a field stay, or no more; False for one that never can."""
        mark = self.marks.get(name)
        if mark is not None:
            mark.click()
        return mark is not None

    def _mark(self, name: str, label: str) -> QToolButton:
        mark = QToolButton()
        mark.setObjectName(f"sticky.{name}")
        mark.setProperty("quiet", "true")
        mark.setCheckable(True)
        mark.setAutoRaise(True)
        mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        mark.setAccessibleName(self.tr("Giữ {field} cho người sau").format(field=label))
        mark.clicked.connect(self._tell)
        self._word(mark)
        return mark

    def _word(self, mark: QToolButton) -> None:
        stays = mark.isChecked()
        mark.setText(self.tr("giữ cho người sau ✓") if stays else self.tr("giữ"))
        hint = self.tr("Người mới thêm bắt đầu với giá trị này; bấm để thôi giữ (Ctrl+G)")
        mark.setToolTip(hint if stays else self.tr("Giữ giá trị của ô này cho người thêm sau (Ctrl+G)"))

    def _tell(self) -> None:
        mark = self.sender()
        if isinstance(mark, QToolButton):
            self._word(mark)
            self.toggled.emit(mark.objectName().removeprefix("sticky."), mark.isChecked())

"""The steps of a computation, as one would explain them to the person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.rules.salary_months import SalaryMonths
from desktop.rules.trace import Computation
from desktop.ui.widgets.looks import step
from desktop.ui.widgets.steps_markup import StepsMarkup


class StepsView(QTextBrowser):
    """Each step: what, its formula in words, the same with numbers, the result, by what right, how surely known.

    The text has a caret, so that keys walk through it, screen readers read it line by line, Ctrl+C copies.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._computation: Computation | None = None
        self._months: tuple[SalaryMonths, ...] = ()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Diễn giải từng bước"))
        self.document().setDocumentMargin(step(self, 3))

    def show_computation(self, computation: Computation | None, months: Sequence[SalaryMonths] = ()) -> None:
        """Explain this computation and the months of its averages; None shows nothing.

        The same policy explained anew, while one types, stays where it is scrolled to.
        """
        same = self._policy() == (computation.policy.id if computation else "")
        place = self.verticalScrollBar().value() if same else 0
        self._computation, self._months = computation, tuple(months)
        self._render()
        self.verticalScrollBar().setValue(place)

    def go_to_step(self, step_id: str) -> None:
        """Scroll to the step with this id."""
        self.scrollToAnchor(step_id)

    def copy_all(self) -> None:
        """Put the whole explanation on the clipboard as plain text."""
        QGuiApplication.clipboard().setText(self.toPlainText())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_computation", None) is not None:
            self._render()

    def _policy(self) -> str:
        return self._computation.policy.id if self._computation else ""

    def _render(self) -> None:
        if self._computation is None:
            self.clear()
            return
        self.setHtml(StepsMarkup(self.palette(), step(self, 3)).whole(self._computation, self._months))

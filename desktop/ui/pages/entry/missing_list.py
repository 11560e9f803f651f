"""What is still missing in the form of a person; each item leads to its field."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.catalogue import Catalogue, Category
from desktop.ui.foreign import markup
from desktop.ui.pages.field_names import field_name
from desktop.ui.widgets.looks import Tone, colour, step
from desktop.ui.widgets.marked import MarkedLine

_MISSING = frozenset({Category.MISSING_DATA, Category.MISSING_PAPER})


class MissingList(QWidget):
    """One line of what is needed before sending, one of what would better be there; links that Tab and Enter reach."""

    go = Signal(str)
    """The dotted field to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = MarkedLine()
        self._needed, self._advised = QLabel(), QLabel()
        self._items: tuple[tuple[QLabel, str, tuple[str, ...]], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self._whole)
        for label in (self._needed, self._advised):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            label.linkActivated.connect(self.go)
            column.addWidget(label)

    @property
    def needed(self) -> tuple[str, ...]:
        """The dotted fields without which the record cannot be sent, in the form's order."""
        return self._items[0][2] if self._items else ()

    def show_findings(self, findings: Iterable[Finding], catalogue: Catalogue, order: Sequence[str]) -> None:
        """Show what findings say is missing; `order` are the form's fields."""
        missing = [each for each in findings if each.field and catalogue.entry(each.code).category in _MISSING]
        errors = {each.field for each in missing if each.severity is Severity.ERROR}
        others = {each.field for each in missing} - errors
        self._items = (
            (self._needed, self.tr("Còn thiếu {0} mục cần trước khi gửi:"), _ordered(errors, order)),
            (self._advised, self.tr("Nên bổ sung:"), _ordered(others, order)),
        )
        done = not errors
        self._whole.show_text(Tone.OK, self.tr("Đủ các mục cần trước khi gửi.") if done else "", word=False)
        self._write()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_items"):
            self._write()

    def _write(self) -> None:
        shade = colour(Tone.ACCENT, self.palette()).name()
        for label, lead, fields in self._items:
            words = lead.replace("{0}", str(len(fields)))
            links = " · ".join(
                f'<a href="{markup(name)}" style="color: {shade};">{markup(field_name(name))}</a>' for name in fields
            )
            label.setText(f"{markup(words)} {links}")
            label.setAccessibleName(f"{words} {', '.join(map(field_name, fields))}")
            label.setVisible(bool(fields))


def _ordered(fields: Iterable[str], order: Sequence[str]) -> tuple[str, ...]:
    places = {name: place for place, name in enumerate(order)}
    return tuple(sorted(fields, key=lambda name: (places.get(name, len(places)), name)))

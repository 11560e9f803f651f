"""What was typed into a form and cannot be read yet, by person: nothing is lost when one looks at another."""

from collections.abc import Sequence
from typing import Any

from desktop.ui.widgets.period_table import PeriodTable
from desktop.ui.widgets.typed_edit import TypedEdit


class UnreadTyping:
    """Keeps it while the window is open; what can be read is saved and needs no keeping."""

    def __init__(self, lines: Sequence[TypedEdit[Any]], tables: Sequence[PeriodTable[Any]]) -> None:
        self._lines = tuple(lines)
        self._tables = tuple(tables)
        self._kept: dict[str, tuple[dict[int, str], dict[int, Any]]] = {}

    def keep(self, dossier_id: str) -> None:
        """Remember what stands unread in the form of this person."""
        texts = {place: line.text() for place, line in enumerate(self._lines) if line.problem}
        rows = {place: table.typed() for place, table in enumerate(self._tables) if table.faults()}
        self._kept[dossier_id] = (texts, rows)

    def take_up(self, dossier_id: str) -> None:
        """Put it back into the form, once."""
        texts, rows = self._kept.pop(dossier_id, ({}, {}))
        for place, text in texts.items():
            if self._lines[place].value() is None:
                self._lines[place].set_text(text)
        for place, typed in rows.items():
            self._tables[place].take_up(typed)


def stands(editor: Any, value: object) -> bool:
    """Tell whether the editor holds this value already, or is being typed in: then it is left alone."""
    return bool(getattr(editor, "half_typed", False)) or editor.value() == value

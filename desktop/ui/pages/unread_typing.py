"""What was typed into a form and cannot be read yet, by person: nothing is lost when one looks at another."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.entry.unread import TypedRow
from desktop.ui.widgets.period_table import PeriodTable
from desktop.ui.widgets.typed_edit import TypedEdit


class UnreadTyping:
    """Lines are kept while the window is open; rows of tables are stored with the person and given back from there."""

    def __init__(self, lines: Sequence[TypedEdit[Any]], tables: Mapping[str, PeriodTable[Any]]) -> None:
        self._lines = tuple(lines)
        self._tables = dict(tables)
        self._kept: dict[str, dict[int, str]] = {}

    def keep(self, dossier_id: str) -> None:
        """Remember the lines that stand unread in the form of this person."""
        self._kept[dossier_id] = {place: line.text() for place, line in enumerate(self._lines) if line.problem}

    def take_up(self, dossier_id: str, rows: Sequence[TypedRow]) -> None:
        """Put lines and rows back into the form, once."""
        for place, text in self._kept.pop(dossier_id, {}).items():
            if self._lines[place].value() is None:
                self._lines[place].set_text(text)
        for name, table in self._tables.items():
            own = [(each.row, each.cells, each.known) for each in rows if each.table == name]
            if own:
                table.take_up(own)

    def rows(self) -> tuple[TypedRow, ...]:
        """Return the rows that cannot be read now."""
        return tuple(
            TypedRow(name, row, cells, why, known)
            for name, table in self._tables.items()
            for row, cells, known, why in table.unread()
        )


def stands(editor: Any, value: object) -> bool:
    """Tell whether the editor holds this value already, or is being typed in: then it is left alone."""
    return bool(getattr(editor, "half_typed", False)) or editor.value() == value

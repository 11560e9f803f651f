"""How wide each column of a printed table is: the names' column as wide as its names, the rest as designed."""

from reportlab.lib.units import mm

from desktop.documents.forms.annex import Annex
from desktop.documents.forms.fonts import PLAIN, text_width
from desktop.documents.forms.wording import composed

PADDING = 0.7 * mm
"""Left and right of each cell."""
_NAME_LIMIT = 48 * mm
_LEAST_SHARE = 0.75
"""What a flexible column keeps at least when a long name takes room from it."""


def column_widths(annex: Annex, width: float, body: float) -> list[float]:
    """Return the widths in points; together they fill `width`."""
    designed = [column.width for column in annex.columns]
    scale = width / sum(designed)
    widths = [each * scale for each in designed]
    _make_room_for_names(annex, widths, body)
    return widths


def _make_room_for_names(annex: Annex, widths: list[float], body: float) -> None:
    wanted = min(_NAME_LIMIT, _longest_name(annex, body) + 2 * PADDING + 1)
    flexible = [place for place, column in enumerate(annex.columns) if column.flexible]
    spare = sum(widths[place] for place in flexible) * (1 - _LEAST_SHARE)
    taken = min(spare, wanted - widths[annex.name_column])
    if not flexible or taken <= 0:
        return
    share = 1 - taken / sum(widths[place] for place in flexible)
    for place in flexible:
        widths[place] *= share
    widths[annex.name_column] += taken


def _longest_name(annex: Annex, body: float) -> float:
    names = [row[annex.name_column].value for section in annex.sections for row in section.rows]
    return max((text_width(composed(name), PLAIN, body) for name in names if isinstance(name, str)), default=0.0)

"""How wide each column of a printed table is, so that no number and no name is broken."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from desktop.documents.forms.annex import Annex, Column, column_sum
from desktop.documents.forms.fonts import BOLD, PLAIN, text_width
from desktop.documents.forms.wording import composed, shown

PADDING: float = 0.7 * mm
"""Left and right of each cell."""
_NAME_LIMIT = 21
"""This limit and the next two are in sizes of the text."""
_TEXT_LIMIT = 26
_LINES = 4
"""A text column tries to hold its longest text in about so many lines."""
_LEAST_SHARE = 0.6
"""Of the designed width, for columns whose texts are short."""
_WORD_LIMIT = 10


def column_widths(annex: Annex, width: float, body: float) -> list[float]:
    """Return the widths in points, together `width`: none narrower than its longest word, if there is room at all.

    Beyond that, columns of long texts get room to stay within a few lines.
    """
    needed = [_longest_word(annex, place, body) for place in range(len(annex.columns))]
    scale = _LEAST_SHARE * width / sum(column.width for column in annex.columns)
    wanted = [
        max(need, column.width * scale, _for_few_lines(annex, place, body))
        for place, (column, need) in enumerate(zip(annex.columns, needed, strict=True))
    ]
    spare = [each - need for each, need in zip(wanted, needed, strict=True)]
    excess = sum(wanted) - width
    if excess <= 0 or excess > sum(spare):  # room to give to all alike, or too little even for words, which break
        base = wanted if excess <= 0 else needed
        return [each * width / sum(base) for each in base]
    return [each - part * excess / sum(spare) for each, part in zip(wanted, spare, strict=True)]


def _longest_word(annex: Annex, place: int, body: float) -> float:
    column = annex.columns[place]
    if place == annex.name_column:
        return _limited((text_width(name, PLAIN, body) for name in _texts(annex, place)), _NAME_LIMIT * body)
    plain = (text_width(word, PLAIN, body) for text in _texts(annex, place) for word in text.split(" "))
    bold = (text_width(word, BOLD, body) for text in _bold_texts(annex, column, place) for word in text.split(" "))
    return max(_limited(plain, _WORD_LIMIT * body), _limited(bold, _WORD_LIMIT * body))


def _for_few_lines(annex: Annex, place: int, body: float) -> float:
    parts = (text_width(text, PLAIN, body) / _LINES for text in _texts(annex, place))
    return _limited(parts, _TEXT_LIMIT * body)


def _limited(widths: Iterator[float], limit: float) -> float:
    return min(limit, max(widths, default=0.0) + 2 * PADDING + 0.5)


def _texts(annex: Annex, place: int) -> Iterator[str]:
    kind = annex.columns[place].kind
    return (shown(row[place], kind) for section in annex.sections for row in section.rows)


def _bold_texts(annex: Annex, column: Column, place: int) -> Iterator[str]:
    yield composed(column.heading)
    if column.totalled:
        yield shown(column_sum([row for section in annex.sections for row in section.rows], place), column.kind)
        yield from _texts(annex, place)

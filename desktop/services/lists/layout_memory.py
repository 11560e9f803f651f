"""How the columns of a layout were mapped the last time, known again by the texts of its header."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from desktop.documents.lists.catalogue import SheetKind, fold_words
from desktop.documents.lists.columns import SEARCHED_ROWS, ColumnMapping, columns_under, header_texts, shown_headings
from desktop.documents.lists.workbook import Sheet
from desktop.services.office import Office
from desktop.storage import UnitOfWork

_PREFIX = "list_layout."
_MOST_KEPT = 60
"""Layouts that are kept; of more the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class RememberedLayout:
    """A header as it was met, and which field each of its columns was."""

    kind: SheetKind
    headers: tuple[str, ...]
    """Folded, one for each column up to the last one with a text."""
    depth: int
    columns: dict[str, int]
    file_name: str
    kept_at: str
    """UTC, RFC 3339."""

    @property
    def key(self) -> str:
        """The name under which it is kept."""
        text = "\n".join((self.kind, str(self.depth), *self.headers))
        return _PREFIX + hashlib.sha256(text.encode()).hexdigest()[:24]


def remember_layouts(office: Office, file_name: str, mappings: Iterable[ColumnMapping]) -> None:
    """Keep how these sheets were mapped; a sheet without a header cannot be known again."""
    layouts = [_layout(each, file_name, office.stamp()) for each in mappings if each.header_depth]
    with office.store.begin() as work:
        for each in layouts:
            work.settings.put(each.key, msgspec.json.encode(each).decode("utf-8"))
        kept = sorted(_all(work), key=lambda layout: layout.kept_at)
        for old in kept[: max(0, len(kept) - _MOST_KEPT)]:
            work.settings.remove(old.key)


def remembered_layouts(office: Office) -> tuple[RememberedLayout, ...]:
    """Return all layouts that are kept, the newest first."""
    with office.store.begin() as work:
        return tuple(sorted(_all(work), key=lambda layout: layout.kept_at, reverse=True))


def forget_layout(office: Office, layout: RememberedLayout) -> None:
    """Forget a layout; the next list of its kind is guessed anew."""
    with office.store.begin() as work:
        work.settings.remove(layout.key)


def recalled(sheet: Sheet, layouts: Iterable[RememberedLayout]) -> tuple[ColumnMapping, RememberedLayout] | None:
    """Return the mapping that was used for a sheet with exactly this header, and where it is known from."""
    texts = header_texts(sheet, min(len(sheet.rows), SEARCHED_ROWS))
    for layout in layouts:
        for top in range(len(texts) - layout.depth + 1):
            if _shape(shown_headings(texts[top : top + layout.depth])) == layout.headers:
                found = columns_under(sheet, layout.kind, top, layout.depth)
                mapping = ColumnMapping(
                    layout.kind, sheet.name, found.first_row, layout.columns, found.headers, top, layout.depth
                )
                return mapping, layout
    return None


def _layout(mapping: ColumnMapping, file_name: str, stamp: str) -> RememberedLayout:
    shape = _shape(mapping.headers)
    return RememberedLayout(mapping.kind, shape, mapping.header_depth, dict(mapping.columns), file_name, stamp)


def _shape(headers: tuple[str, ...]) -> tuple[str, ...]:
    folded = [fold_words(each) if each else "" for each in headers]
    while folded and not folded[-1]:
        folded.pop()
    return tuple(folded)


def _all(work: UnitOfWork) -> list[RememberedLayout]:
    kept = (value for key, value in work.settings.all().items() if key.startswith(_PREFIX))
    return [msgspec.json.decode(each, type=RememberedLayout) for each in kept]

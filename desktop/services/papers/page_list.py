"""The pages on the table of the scan workshop: in which files, in which order, how they lie. Each act can be undone."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count
from pathlib import Path

from desktop.documents.scans.page_work import PageTake


class PageAct(StrEnum):
    """What was done last, for the name of its undo."""

    TURNED = "turned"
    MOVED = "moved"
    REMOVED = "removed"
    CUT = "cut"
    JOINED = "joined"
    STRAIGHTENED = "straightened"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that pages are taken from: `sha256` is "" for one that is not attached yet, and then `path` is its own."""

    path: Path
    name: str
    pages: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A page on the table; `key` stays the same whatever is done to it, `first` tells that a file begins with it."""

    key: int
    source: SourceFile
    page: int
    turned: int = 0
    slant: float = 0.0
    first: bool = False

    @property
    def take(self) -> PageTake:
        """The page as it is to be written."""
        return PageTake(self.source.path, self.page, self.turned, self.slant)


Pages = tuple[WorkPage, ...]


@dataclass
class PageList:
    """The pages now, and what they were before each act."""

    pages: Pages = ()
    _keys: Iterable[int] = field(default_factory=count)
    _undone: list[tuple[PageAct, Pages]] = field(default_factory=list)
    _done: list[tuple[PageAct, Pages]] = field(default_factory=list)

    @classmethod
    def of(cls, files: Iterable[SourceFile]) -> "PageList":
        """Lay out these files, each as it is."""
        made = cls()
        made.pages = made._laid_out(files)
        return made

    def add(self, files: Iterable[SourceFile]) -> None:
        """Lay further files at the end."""
        self._do(PageAct.ADDED, (*self.pages, *self._laid_out(files)))

    def turn(self, keys: Collection[int], quarters: int = 1) -> None:
        """Turn pages clockwise by quarter turns; a slant that was measured goes along."""
        self._change(PageAct.TURNED, keys, lambda each: replace(each, turned=(each.turned + 90 * quarters) % 360))

    def straighten(self, slants: dict[int, float]) -> None:
        """Set by how many degrees pages are turned anticlockwise, 0.0 for not at all."""
        self._change(PageAct.STRAIGHTENED, slants, lambda each: replace(each, slant=slants[each.key]))

    def remove(self, keys: Collection[int]) -> None:
        """Take pages off the table."""
        self._do(PageAct.REMOVED, tuple(each for each in self._with_starts_after(keys) if each.key not in keys))

    def move(self, keys: Collection[int], by: int) -> None:
        """Move pages together, one place up (-1) or down (1); at the end they stay."""
        places = [place for place, each in enumerate(self.pages) if each.key in keys]
        if not places or not 0 <= places[0 if by < 0 else -1] + by < len(self.pages):
            return
        order = list(self.pages)
        for place in places if by < 0 else reversed(places):
            order[place], order[place + by] = order[place + by], order[place]
        self.reorder([each.key for each in order])

    def reorder(self, keys: Iterable[int]) -> None:
        """Put the pages into this order; files begin at the same places in the row as before."""
        known = {each.key: each for each in self.pages}
        ordered = [known[key] for key in keys if key in known]
        if len(ordered) != len(self.pages):
            return
        starts = [each.first for each in self.pages]
        self._do(PageAct.MOVED, tuple(replace(each, first=start) for each, start in zip(ordered, starts, strict=True)))

    def cut_before(self, key: int) -> None:
        """Let a new file begin with this page."""
        self._change(PageAct.CUT, {key}, lambda each: replace(each, first=True))

    def join(self, keys: Collection[int] = ()) -> None:
        """Make one file of all pages, or of the files that these pages begin and the ones before them."""
        self._change(PageAct.JOINED, keys or {each.key for each in self.pages}, lambda each: replace(each, first=False))

    def undo(self) -> PageAct | None:
        """Take the last act back and return it, None when there is none."""
        return self._step(self._done, self._undone)

    def redo(self) -> PageAct | None:
        """Do again what was taken back last and return it, None when there is none."""
        return self._step(self._undone, self._done)

    @property
    def last(self) -> PageAct | None:
        """What would be undone."""
        return self._done[-1][0] if self._done else None

    @property
    def next(self) -> PageAct | None:
        """What would be done again."""
        return self._undone[-1][0] if self._undone else None

    def files(self) -> tuple[Pages, ...]:
        """Return the pages of each file to be, in order."""
        found: list[list[WorkPage]] = []
        for each in self.pages:
            if each.first or not found:
                found.append([])
            found[-1].append(each)
        return tuple(tuple(each) for each in found)

    def _laid_out(self, files: Iterable[SourceFile]) -> Pages:
        keys = iter(self._keys)
        return tuple(
            WorkPage(next(keys), file, number, first=number == 1)
            for file in files
            for number in range(1, file.pages + 1)
        )

    def _with_starts_after(self, gone: Collection[int]) -> Pages:
        """Hand the beginning of a file on to the next page that stays in it."""
        kept, starts = [], False
        for each in self.pages:
            starts = starts or each.first
            if each.key not in gone:
                kept.append(replace(each, first=starts))
                starts = False
        return tuple(kept)

    def _change(self, act: PageAct, keys: Collection[int], change: Callable[[WorkPage], WorkPage]) -> None:
        self._do(act, tuple(change(each) if each.key in keys else each for each in self.pages))

    def _do(self, act: PageAct, pages: Pages) -> None:
        if pages != self.pages:
            self._done.append((act, self.pages))
            self._undone.clear()
            self.pages = pages

    def _step(self, back: list[tuple[PageAct, Pages]], forth: list[tuple[PageAct, Pages]]) -> PageAct | None:
        if not back:
            return None
        act, pages = back.pop()
        forth.append((act, self.pages))
        self.pages = pages
        return act


def untouched(pages: Pages) -> bool:
    """Whether these are all pages of one attached file, as they were."""
    source = pages[0].source
    whole = [each.page for each in pages] == list(range(1, source.pages + 1))
    return bool(source.sha256) and whole and all(each.source == source and _as_it_was(each) for each in pages)


def _as_it_was(page: WorkPage) -> bool:
    return not page.turned and not page.slant

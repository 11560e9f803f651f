"""Several files at once: each that can be is kept, each that is refused is told with its reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.approvals import Attachment
from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.services.papers.edit_approval import ScanAttached

Kept = ScanAttached | Attachment
"""A file that is on a document, or one that waits for it."""


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A file that was refused; `name` is "" where it is about none in particular."""

    name: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class CameIn:
    """What became of files: `left` are those that nobody looked at because somebody stopped it."""

    kept: tuple[Kept, ...] = ()
    refused: tuple[TurnedAway, ...] = ()
    left: tuple[str, ...] = ()
    put_aside: Path | None = None
    """The folder in which refused files lie that exist nowhere else."""
    stopped: bool = False
    """Whether somebody stopped the scanner before it was done."""

    @property
    def attached(self) -> tuple[ScanAttached, ...]:
        """Those that are on a document."""
        return tuple(each for each in self.kept if isinstance(each, ScanAttached))

    def with_later(self, later: "CameIn") -> "CameIn":
        """Return what became of these files and of those that came after them."""
        return CameIn(
            kept=(*self.kept, *later.kept),
            refused=(*self.refused, *later.refused),
            left=(*self.left, *later.left),
            put_aside=later.put_aside or self.put_aside,
            stopped=self.stopped or later.stopped,
        )


def take_each(
    paths: Sequence[Path],
    keep: Callable[[Path], Kept | None],
    report: Callable[[int, int, str], object] = lambda _done, _total, _item: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> CameIn:
    """Let `keep` keep one file after the other; None is for one that nothing is to be said of."""
    kept: list[Kept] = []
    refused: list[TurnedAway] = []
    for done, path in enumerate(paths):
        if cancelled():
            return CameIn(tuple(kept), tuple(refused), tuple(compose(each.name) for each in paths[done:]))
        report(done, len(paths), path.name)
        try:
            found = keep(path)
        except Refusal as refusal:
            refused.append(TurnedAway(compose(path.name), refusal))
        else:
            kept += [found] if found else []
    return CameIn(tuple(kept), tuple(refused))

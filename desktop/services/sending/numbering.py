"""The numbers of packages: the next one follows all that are known to have gone, even those that are lost here."""

from typing import Final

from desktop.domain.rounds import Direction
from desktop.exchange.kinds import PackageKind
from desktop.storage import UnitOfWork

_AT_LEAST: Final = "number.at_least."


def next_number(work: UnitOfWork, unit_code: str, kind: PackageKind) -> int:
    """Return the number of the next package of a kind."""
    known = work.packages.last_sequence(unit_code, kind.value, Direction.SENT)
    return max(known, int(work.settings.get(_AT_LEAST + kind.value) or "0")) + 1


def note_last_number(work: UnitOfWork, unit_code: str, kind: PackageKind, number: int) -> None:
    """Remember that packages up to this number have gone, as the receiver says; a lower one changes nothing."""
    if number >= next_number(work, unit_code, kind):
        work.settings.put(_AT_LEAST + kind.value, str(number))

"""Which offices there were, and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.domain.names import fold

_COMMITTEE = ("ubnd ", "uy ban nhan dan ")


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """An office by name, with the days between which it existed (None: no end known) and whom it took over from."""

    name: str
    kind: str
    valid_from: date | None = None
    valid_to: date | None = None
    predecessor: str = ""

    def ended_before(self, day: date) -> bool:
        """Whether the office was gone on `day`; one that had not begun yet is another office of that name."""
        return self.valid_to is not None and self.valid_to < day


@dataclass(frozen=True)
class UnitRegister:
    """All offices that are known; a name that is not among them says nothing."""

    units: tuple[KnownUnit, ...]

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[KnownUnit, ...]]:
        return _grouped(self.units)

    def named(self, name: str) -> tuple[KnownUnit, ...]:
        """Return the offices of this name, whatever its accents and capitals; its committee has the same name."""
        return self._by_name.get(_plain(name), ())


def _grouped(units: Iterable[KnownUnit]) -> dict[str, tuple[KnownUnit, ...]]:
    found: dict[str, tuple[KnownUnit, ...]] = {}
    for unit in units:
        found[_plain(unit.name)] = (*found.get(_plain(unit.name), ()), unit)
    return found


def _plain(name: str) -> str:
    folded = fold(name)
    return next((folded.removeprefix(each) for each in _COMMITTEE if folded.startswith(each)), folded)

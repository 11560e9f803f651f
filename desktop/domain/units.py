"""Which offices there were, and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.domain.names import fold


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """An office by name, with the days between which it existed (None: no end known) and whom it took over from."""

    name: str
    kind: str
    valid_from: date | None = None
    valid_to: date | None = None
    predecessor: str = ""

    def existed_on(self, day: date) -> bool:
        """Whether the office existed on `day`."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class UnitRegister:
    """All offices that are known; a name that is not among them says nothing."""

    units: tuple[KnownUnit, ...]

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[KnownUnit, ...]]:
        return _grouped(self.units)

    def named(self, name: str) -> tuple[KnownUnit, ...]:
        """Return the offices of this name, whatever its accents and capitals."""
        return self._by_name.get(fold(name), ())


def _grouped(units: Iterable[KnownUnit]) -> dict[str, tuple[KnownUnit, ...]]:
    found: dict[str, tuple[KnownUnit, ...]] = {}
    for unit in units:
        found[fold(unit.name)] = (*found.get(fold(unit.name), ()), unit)
    return found

"""The catalogue of offices and when they existed."""

from datetime import date

import msgspec
import yaml

from desktop.domain.errors import Refusal
from desktop.domain.units import KnownUnit, UnitRegister
from desktop.rules.plain_yaml import read_plain
from desktop.rules.trace import Provenance


class _Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    cite: str
    provenance: Provenance
    note: str = ""


class _Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    kind: str
    source: str
    code: str = ""
    first: date | None = msgspec.field(name="from", default=None)
    last: date | None = msgspec.field(name="to", default=None)
    predecessor: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    sources: tuple[_Source, ...]
    units: tuple[_Unit, ...]


def load_units(text: str) -> UnitRegister:
    """Read the catalogue's YAML strictly; raises Refusal("checks.units_unreadable", reason=...)."""
    try:
        file = msgspec.convert(read_plain(text), _File)
    except (yaml.YAMLError, msgspec.ValidationError) as fault:
        raise Refusal("checks.units_unreadable", reason=str(fault)) from None
    unsourced = [unit.name for unit in file.units if unit.source not in {each.id for each in file.sources}]
    if unsourced:
        raise Refusal("checks.units_unreadable", reason=unsourced[0])
    return UnitRegister(
        tuple(KnownUnit(each.name, each.kind, each.first, each.last, each.predecessor) for each in file.units)
    )

"""How much a record needs a field that not everybody needs: by group, route and what else was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.dossiers import Dossier, Group
from desktop.domain.people import BirthBasis
from desktop.rules.checks.law_tables import LawTables


class Level(StrEnum):
    """How much; the checks say the same of a field that is empty."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


class Because(StrEnum):
    """Why a field is needed of this person."""

    VOLUNTARY = "voluntary"
    TRANSITIONAL = "transitional"
    DOWNSIZING = "downsizing"
    TWO_BIRTHS = "two_births"
    FILE_BIRTH = "file_birth"
    CAPACITY = "capacity"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class FieldNeed:
    """How much, and why of this person; None where it is so of everybody."""

    level: Level
    because: Because | None = None


_PLAIN = FieldNeed(Level.OPTIONAL)


def changing_needs(dossier: Dossier, tables: LawTables) -> Mapping[str, FieldNeed]:
    """Return the need of each field whose need is not the same for everybody, by dotted name."""
    person = dossier.person
    voluntary, transitional = dossier.group is Group.VOLUNTARY, dossier.group is Group.TRANSITIONAL
    reasons = any(each.open_to(dossier.group) for each in tables.reasons)
    on_file = person.birth_basis is BirthBasis.FILE
    chosen = _required(person.chooses_birth, Because.TWO_BIRTHS)
    return {
        "person.birth": FieldNeed(Level.RECOMMENDED) if on_file else FieldNeed(Level.REQUIRED),
        "person.birth_on_file": _required(on_file, Because.FILE_BIRTH),
        "person.birth_basis_reason": chosen,
        "papers.birth": chosen,
        "person.management_level": _required(voluntary, Because.VOLUNTARY),
        "reason": _advised(reasons and dossier.group is Group.DOWNSIZING, Because.DOWNSIZING),
        "assessed_month": _advised(dossier.reduced_capacity, Because.CAPACITY),
        "earlier_payments": _advised(transitional, Because.TRANSITIONAL),
        "person.bank_account": FieldNeed(Level.RECOMMENDED, Because.PAYMENT),
        "person.bank_name": FieldNeed(Level.RECOMMENDED, Because.PAYMENT),
    }


def _required(asked: bool, because: Because) -> FieldNeed:  # noqa: FBT001 - the condition that it is named by
    return FieldNeed(Level.REQUIRED, because) if asked else _PLAIN


def _advised(asked: bool, because: Because) -> FieldNeed:  # noqa: FBT001 - the condition that it is named by
    return FieldNeed(Level.RECOMMENDED, because) if asked else _PLAIN

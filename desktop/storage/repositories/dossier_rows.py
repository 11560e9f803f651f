"""A dossier as columns of its table, and back."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import RowMapping

from desktop.domain.careers import Career
from desktop.domain.dossiers import Declared, Dossier, EarlierPayment
from desktop.domain.evidence import EvidencePin, Rectangle
from desktop.domain.findings import Justification
from desktop.domain.people import Person
from desktop.storage.mapping import Columns, built, columns_of
from desktop.storage.sorting import name_key, search_text

_LISTS = {"obstacles", "earlier_payments", "justifications", "papers", "pins"}
_ELSEWHERE = _LISTS | {"person", "career", "declared", "group"}
_OF_OTHERS = {"dossier_id", "place"}
_DECLARED = {name: f"declared_{name}" for name in Declared.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class DossierParts:
    """What other tables hold of a dossier: its career and its lists."""

    career: Career
    obstacles: Iterable[str]
    payments: Iterable[EarlierPayment]
    answers: Iterable[Justification]
    papers: Iterable[str]
    pins: Iterable[EvidencePin]


def new_columns(dossier: Dossier) -> Columns:
    """Return all columns of a dossier that is stored for the first time."""
    return content_columns(dossier) | {"career_id": dossier.id, "discarded_at": ""}


def content_columns(dossier: Dossier) -> Columns:
    """Return the columns that a save writes; the career and the lists have tables of their own."""
    derived = {"name_key": name_key(dossier.person.full_name), "search_folded": search_text(dossier.person)}
    declared = {_DECLARED[name]: value for name, value in columns_of(dossier.declared).items()}
    own = columns_of(dossier, without=_ELSEWHERE) | {"beneficiary_group": dossier.group}
    return own | columns_of(dossier.person) | declared | derived


def dossier_of(row: RowMapping, parts: DossierParts) -> Dossier:
    """Build the dossier from its row and what the other tables hold of it."""
    return built(
        Dossier,
        row,
        person=built(Person, row),
        group=row["beneficiary_group"],
        career=parts.career,
        declared=Declared(**{name: row[column] for name, column in _DECLARED.items()}),
        obstacles=tuple(parts.obstacles),
        earlier_payments=tuple(parts.payments),
        justifications=tuple(parts.answers),
        papers=tuple(parts.papers),
        pins=tuple(parts.pins),
    )


def pin_columns(pin: EvidencePin) -> Columns:
    """Return the columns of a pin, without its owner."""
    return columns_of(pin, without=_OF_OTHERS) | columns_of(pin.place)


def pin_of(row: RowMapping) -> EvidencePin:
    """Build a pin from its row."""
    return built(EvidencePin, row, place=built(Rectangle, row))

"""A card beside a record: what it fills, what is the same, what differs. Nothing is taken without being asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, TypeAlias

from desktop.domain.dates import BirthDate
from desktop.domain.identity_cards import IdentityCard
from desktop.domain.names import compose
from desktop.domain.people import Person, Sex

CARD_FIELDS = ("person.full_name", "person.citizen_id", "person.birth", "person.sex")
"""What a card can fill, in the form's order. The record has no place for an address."""


class Match(Enum):
    """How a field of the record stands to the card."""

    EMPTY = auto()
    SAME = auto()
    DIFFERENT = auto()
    NOT_READ = auto()
    """The card's text was garbled on its way."""


CardValue: TypeAlias = str | BirthDate | Sex | None


@dataclass(frozen=True, slots=True)
class CardLine:
    """One field: as it stands in the record, and as the card has it; "" or None where it has nothing."""

    field: str
    recorded: CardValue
    on_card: CardValue
    match: Match


def compare_card(person: Person, card: IdentityCard) -> tuple[CardLine, ...]:
    """Return the fields that a card speaks of, in the form's order."""
    return tuple(_line(name, getattr(person, _own(name)), getattr(card, _own(name))) for name in CARD_FIELDS)


def of_somebody_else(person: Person, card: IdentityCard) -> bool:
    """Tell whether number and name both differ from what stands: then the card is likely another person's."""
    different = {line.field for line in compare_card(person, card) if line.match is Match.DIFFERENT}
    return {"person.full_name", "person.citizen_id"} <= different


def fillable(person: Person, card: IdentityCard) -> tuple[str, ...]:
    """Return the empty fields that the card fills at once; none when it is likely another person's."""
    if of_somebody_else(person, card):
        return ()
    return tuple(line.field for line in compare_card(person, card) if line.match is Match.EMPTY)


def take_from_card(person: Person, card: IdentityCard, fields: Iterable[str]) -> Person:
    """Return the person with these fields as the card has them; a field that the card lacks stays."""
    taken: dict[str, Any] = {_own(name): getattr(card, _own(name)) for name in fields if name in CARD_FIELDS}
    return replace(person, **{name: value for name, value in taken.items() if value})


def _own(field: str) -> str:
    return field.removeprefix("person.")


def _line(field: str, recorded: CardValue, on_card: CardValue) -> CardLine:
    return CardLine(field, recorded, on_card, _match(recorded, on_card))


def _match(recorded: CardValue, on_card: CardValue) -> Match:
    if not on_card:
        return Match.NOT_READ
    if not recorded:
        return Match.EMPTY
    both = (compose(each) if isinstance(each, str) else each for each in (recorded, on_card))
    return Match.SAME if len(set(both)) == 1 else Match.DIFFERENT

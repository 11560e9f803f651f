"""What the QR code of a CCCD says: `number|old number|name|ddMMyyyy|sex|address|ddMMyyyy` (product E10).

A CCCD number has no checksum: only its form can be told.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from desktop.domain.dates import BirthDate
from desktop.domain.errors import Refusal
from desktop.domain.names import compose, normalise_name
from desktop.domain.people import Sex, is_citizen_id

MOST_LETTERS = 600
"""An address has about a hundred; a code that holds more is not one of a card."""
_FIELDS = 7
_MOST_FIELDS = 12
"""What stands after the seventh field is neither read nor kept."""
_NAME = re.compile(r"[^\W\d_]+(?:['.\- ][^\W\d_]+)*\.?")
_OLD_NUMBER = re.compile(r"(?:[0-9]{9}|[0-9]{12})?")
_DAY = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_SEX = {"nam": Sex.MALE, "nữ": Sex.FEMALE}
_START = re.compile(r"[0-9]{12}\|")
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What a card says of its holder. `full_name` is "" and `sex` None where a scanner garbled them."""

    citizen_id: str
    old_number: str
    full_name: str
    birth: BirthDate
    sex: Sex | None
    address: str
    issued_on: date | None


def begins_like_card(text: str) -> bool:
    """Tell whether a text begins as that of a card does: nobody types twelve digits and a bar by hand."""
    return bool(_START.match(text.lstrip()))


def read_card(text: str) -> IdentityCard:
    """Read the text of a card's QR code.

    A keyboard scanner may lose Vietnamese letters: a name or sex with signs that no name has counts as not read,
    and is never guessed. Raises Refusal: card.too_long, card.strange_signs, card.not_a_card, card.number, card.birth,
    card.issued_on.
    """
    parts = _parts(text)
    number, old, name, born, sex, address, issued = parts[:_FIELDS]
    if not is_citizen_id(number) or not _OLD_NUMBER.fullmatch(old):
        raise Refusal("card.number")
    birth, issued_on = _day(born), _day(issued)
    if birth is None:
        raise Refusal("card.birth")
    if issued and issued_on is None:
        raise Refusal("card.issued_on")
    return IdentityCard(
        citizen_id=number,
        old_number=old,
        full_name=normalise_name(name) if _NAME.fullmatch(name) and " " in name else "",
        birth=BirthDate(birth),
        sex=_SEX.get(sex.casefold()),
        address=address,
        issued_on=issued_on,
    )


def _parts(text: str) -> tuple[str, ...]:
    """Return the fields, each composed; raises Refusal for what cannot be a card."""
    if len(text) > MOST_LETTERS:
        raise Refusal("card.too_long", most=MOST_LETTERS)
    stripped = text.strip("\ufeff\r\n\t ")
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"} for sign in stripped):
        raise Refusal("card.strange_signs")
    parts = tuple(compose(part) for part in stripped.split("|"))
    if not _FIELDS <= len(parts) <= _MOST_FIELDS:
        raise Refusal("card.not_a_card")
    return parts


def _day(text: str) -> date | None:
    """Return the day of "17091970", None where there is no such day."""
    found = _DAY.fullmatch(text)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
    return day if day is not None and day.year in _YEARS else None

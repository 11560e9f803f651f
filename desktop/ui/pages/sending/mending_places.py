"""Where what is found about the round as a whole is mended: on which page, and what to choose there."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ShowFinding:
    """Choose this finding, by its key, on the page of checks."""

    key: str


PRINT: Final = "print"
"""On the signing page: the card of the print."""
DEADLINE: Final = "deadline"
"""At home: the form for the round's name and deadline."""

_PLACES: Final[dict[str, tuple[str, str | None]]] = {
    "DH01": ("home", DEADLINE),
    "DH02": ("home", DEADLINE),
    "TT06": ("submit", PRINT),
    "GK05": ("trust", None),
    "HS07": ("approvals", None),
    "HS08": ("approvals", None),
}


def mending_place(code: str) -> tuple[str, str | None]:
    """Return page and target for a finding that is about nobody and no document that is here."""
    return _PLACES.get(code, ("people", None))

"""How long a practised person takes for what was really typed and clicked: the keystroke-level model.

Operators and times are those of Card, Moran and Newell, "The Keystroke-Level Model for User Performance Time with
Interactive Systems", Communications of the ACM 23 (1980) 396-410: K for a typist of 40 words a minute, P, B (one press
or release), H, M. What one reads on the screen is not in their model; it is taken at a calm four syllables a second.
Vietnamese letters cost what they cost in Telex: ờ is o, w, f.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

SECONDS = {"K": 0.28, "P": 1.1, "B": 0.1, "H": 0.4, "M": 1.35, "read": 0.25}
_DOUBLED_OR_W = {"\u0302", "\u0306", "\u031b"}
"""Circumflex (aa, ee, oo), breve (aw), horn (ow, uw): one more key each, as is every tone mark."""


def keys_of(text: str) -> int:
    """Return how many keys a text takes in Telex; a capital takes Shift as well."""
    count = 0
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        count += len(parts) + (letter in "đĐ") + letter.isupper()
    return count


@dataclass
class Effort:
    """What was done, by operator; the machine's own time is measured apart."""

    counts: Counter[str] = field(default_factory=Counter)
    waited: float = 0.0
    _at_mouse: bool = False

    def keys(self, number: int = 1) -> None:
        """Note keys pressed."""
        self._home(at_mouse=False)
        self.counts["K"] += number

    def click(self) -> None:
        """Note that the mouse was moved and clicked."""
        self._home(at_mouse=True)
        self.counts["P"] += 1
        self.counts["B"] += 2

    def think(self) -> None:
        """Note that one has to decide or remember what comes next."""
        self.counts["M"] += 1

    def read(self, text: str) -> None:
        """Note that something was read."""
        self.counts["read"] += len(text.split())

    def _home(self, *, at_mouse: bool) -> None:
        if at_mouse != self._at_mouse:
            self.counts["H"] += 1
            self._at_mouse = at_mouse

    @property
    def person_seconds(self) -> float:
        """What the person needs."""
        return sum(SECONDS[each] * number for each, number in self.counts.items())

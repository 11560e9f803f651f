"""What the packs of a round know beside amounts: salary ladders, counted pay, who approves whom, named cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from desktop.domain.names import fold
from desktop.rules.quantities.salary import BaseSalaryTable


@dataclass(frozen=True, slots=True)
class Ladder:
    """The coefficients of a rank, step 1 first."""

    label: str
    coefficients: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class ApprovingLevel:
    """Who usually approves for people of one management level: its name, and words that its issuers bear."""

    label: str
    issuers: tuple[str, ...]

    def issues(self, issuer: str) -> bool:
        """Whether an issuer's name bears one of the words, whatever its accents and capitals."""
        return any(fold(word) in fold(issuer) for word in self.issuers)


@dataclass(frozen=True, slots=True)
class CountedPay:
    """A salary definition: where it stands in the law, and which pay items it counts."""

    citation: str
    items: frozenset[str]


@dataclass(frozen=True)
class LawTables:
    """The tables of all packs of the round; a table that no pack has is empty, and its checks say nothing.

    Ladders are by folded rank, approving levels by management level, reasons and obstacles by id to their wording.
    """

    ladders: Mapping[str, Ladder] = field(default_factory=dict)
    base_salaries: BaseSalaryTable | None = None
    counted_pay: tuple[CountedPay, ...] = ()
    approving_levels: Mapping[str, ApprovingLevel] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    reasons_cite: str = ""
    obstacles: Mapping[str, str] = field(default_factory=dict)

    def ladder_of(self, rank: str) -> Ladder | None:
        """Return the ladder of a rank, None when no pack has it."""
        return self.ladders.get(fold(rank)) if rank else None

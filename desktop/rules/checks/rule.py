"""What a check is: a code and one small pure function that yields a hit for each fault it sees."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Param
from desktop.domain.findings import Finding
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.settings import Parameters

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Hit:
    """A fault. None means: the check's own field, or what was being looked at.

    `detail` tells two hits of one check about one subject apart and may name a variant of its sentence. Of a warning it
    holds what an answer to it justifies, the months or the amount: an answer is no longer one when these change.
    """

    params: Mapping[str, Param] = field(default_factory=dict)
    detail: str = ""
    field: str | None = None
    subject: str | None = None


Hits: TypeAlias = Iterator[Hit]


@dataclass(frozen=True)
class Case(Generic[S]):
    """What a check looks at: a subject, everything around it, and the check's parameters."""

    subject: S
    context: CheckContext
    parameters: Parameters

    def number(self, name: str) -> int:
        """Return a whole-number parameter."""
        return int(self.parameters[name])

    def words(self, name: str) -> frozenset[str]:
        """Return a parameter that is a list of words with commas between."""
        return frozenset(word.strip() for word in str(self.parameters[name]).split(","))

    def numbers(self, name: str) -> frozenset[int]:
        """Return a parameter that is a list of whole numbers with commas between."""
        return frozenset(int(word) for word in self.words(name))

    def day(self, name: str) -> date:
        """Return a parameter that is a day, "2024-07-19"."""
        return date.fromisoformat(str(self.parameters[name]))


@dataclass(frozen=True)
class Rule(Generic[S]):
    """A check of the catalogue, by code, and what it does."""

    code: str
    check: Callable[[Case[S]], Iterable[Hit]]


DossierRule: TypeAlias = Rule[Dossier]
ApprovalRule: TypeAlias = Rule[Approval]
AttachmentRule: TypeAlias = Rule[Attachment]
RoundRule: TypeAlias = Rule[tuple[Finding, ...]]
"""Looks at the round as a whole; its subject is what was found so far."""

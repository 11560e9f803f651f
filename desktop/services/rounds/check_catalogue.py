"""The catalogue of checks to browse, search and filter. Every window reads it: nothing that prints is loaded here."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.findings import Finding, Severity
from desktop.domain.names import fold
from desktop.domain.rounds import Direction
from desktop.rules.checks.catalogue import Catalogue, Category, CheckEntry, Stage
from desktop.services.office import Office
from desktop.services.prints.wording import word

_PLACEHOLDER = re.compile(r"\{[a-z_0-9]+\}")
_LEFT_OPEN = "…"
_IN_FULL = {"BHXH": "bảo hiểm xã hội", "CCCD": "căn cước công dân", "QĐ": "quyết định"}
"""What messages shorten and a search spells out."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check as people read it; `count` is how often it is found in what is open, None where nothing is."""

    entry: CheckEntry
    message: str
    fix: str
    count: int | None = None

    @property
    def code(self) -> str:
        """The stable code."""
        return self.entry.code

    @property
    def parameters(self) -> str:
        """The check's figures, "months = 12; days = 7"."""
        return "; ".join(f"{name} = {value}" for name, value in self.entry.parameters.items())

    @property
    def searched(self) -> str:
        """What a search looks through, without accents and capitals."""
        entry = self.entry
        words = (word(entry.severity), word(entry.stage), word(entry.category), entry.basis, entry.pack)
        said = " ".join((entry.code, self.message, self.fix, *words))
        return fold(" ".join((said, *(whole for short, whole in _IN_FULL.items() if short in said))))


@dataclass(frozen=True, slots=True)
class CheckFilter:
    """Which checks to show; None and "" choose all. Every word of `text` must be there, accents or not."""

    text: str = ""
    severity: Severity | None = None
    stage: Stage | None = None
    category: Category | None = None

    def shows(self, line: CheckLine) -> bool:
        """Whether the line is chosen."""
        entry = line.entry
        chosen = (
            self.severity in {None, entry.severity}
            and self.stage in {None, entry.stage}
            and self.category in {None, entry.category}
        )
        return chosen and all(each in line.searched for each in fold(self.text).split())

    @property
    def in_words(self) -> str:
        """Say what was chosen, "" for everything."""
        parts = [f"tìm “{self.text.strip()}”"] if self.text.strip() else []
        parts += [f"mức {word(self.severity).lower()}"] if self.severity else []
        parts += [f"khâu {word(self.stage).lower()}"] if self.stage else []
        parts += [f"nhóm {word(self.category).lower()}"] if self.category else []
        return f"Chọn theo: {', '.join(parts)}" if parts else ""


def check_lines(catalogue: Catalogue, counts: Mapping[str, int] | None = None) -> tuple[CheckLine, ...]:
    """Return every check, the most often found first, else in the catalogue's order.

    `counts` says how often each was found, by code; None: nothing is open, so that nothing can be counted.
    """
    lines = [_line(entry, counts) for entry in catalogue.entries.values()]
    return tuple(sorted(lines, key=lambda line: -(line.count or 0)))


def counts_of(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Return how often each check was found, by code."""
    return Counter(each.code for each in findings)


def counts_received(office: Office) -> Mapping[str, int] | None:
    """Return how often each check was found in what Sở Tài chính received, None while nothing came."""
    with office.store.begin() as work:
        return work.submissions.finding_counts(Direction.RECEIVED) or None


def _line(entry: CheckEntry, counts: Mapping[str, int] | None) -> CheckLine:
    count = None if counts is None else counts.get(entry.code, 0)
    return CheckLine(entry, readable(entry.message), readable(entry.fix), count)


def readable(sentence: str) -> str:
    """Put dots where the program fills in a value; they close a sentence too."""
    return _PLACEHOLDER.sub(_LEFT_OPEN, sentence).replace(f"{_LEFT_OPEN}.", _LEFT_OPEN)

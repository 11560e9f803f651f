"""What came back of a round in numbers: how many of each outcome, and how much less or more was granted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Outcome, SentDossier


@dataclass(frozen=True, slots=True)
class OutcomeSummary:
    """Of the last version of each person. `difference` is granted minus asked, of those who were granted something."""

    decided: Mapping[Outcome, int]
    waiting: int
    granted: Dong
    difference: Dong


def summary_of(versions: Iterable[tuple[SentDossier, Decision | None]]) -> OutcomeSummary:
    """Count the last version of each person; `versions` in the order of sending."""
    last = {sent.dossier_id: (sent, decision) for sent, decision in versions}
    decisions = [(sent, decision) for sent, decision in last.values() if decision is not None]
    amounts = [(each.amount, sent.amount or 0) for sent, each in decisions if each.amount is not None]
    return OutcomeSummary(
        Counter(each.outcome for _, each in decisions),
        len(last) - len(decisions),
        Dong(sum(granted for granted, _ in amounts)),
        Dong(sum(granted - asked for granted, asked in amounts)),
    )

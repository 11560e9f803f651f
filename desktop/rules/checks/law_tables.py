"""What the packs of a round know beside amounts: salary ladders, counted pay, who approves whom, named cases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from desktop.domain.names import fold
from desktop.rules.formulas.tree import Call
from desktop.rules.lookups import ApprovingLevel, CaseOfLeaving, Ladder, ObstacleSign
from desktop.rules.policy import PaperRule, PolicyPack
from desktop.rules.quantities.base_salaries import BaseSalaryTable

_CAPPING = frozenset({"min", "clamp"})


@dataclass(frozen=True, slots=True)
class CountedPay:
    """A salary definition: where it stands in the law, and which pay items it counts."""

    citation: str
    items: frozenset[str]


@dataclass(frozen=True)
class LawTables:
    """The tables of all packs of the round; a table that no pack has is empty, and its checks say nothing.

    Ladders are by folded rank, approving levels by management level, obstacles by id. `capped` holds "pack/case" of
    the cases whose total is brought down to a most.
    """

    ladders: Mapping[str, Ladder] = field(default_factory=dict)
    base_salaries: BaseSalaryTable | None = None
    counted_pay: tuple[CountedPay, ...] = ()
    approving_levels: Mapping[str, ApprovingLevel] = field(default_factory=dict)
    reasons: tuple[CaseOfLeaving, ...] = ()
    obstacles: Mapping[str, ObstacleSign] = field(default_factory=dict)
    capped: frozenset[str] = frozenset()
    papers: tuple[PaperRule, ...] = ()
    """Papers that dossiers need, of all packs in their order."""

    def ladder_of(self, rank: str) -> Ladder | None:
        """Return the ladder of a rank, None when no pack has it."""
        return self.ladders.get(fold(rank)) if rank else None


def tables_of(packs: Sequence[PolicyPack]) -> LawTables:
    """Put the packs' tables together; where several have the same entry, the later pack's holds."""
    return LawTables(
        ladders={fold(rank): each.content for pack in packs for each in pack.ladders for rank in each.content.ranks},
        base_salaries=_longest(pack.base_salary for pack in packs),
        counted_pay=tuple(_counted(pack) for pack in packs if pack.salaries),
        approving_levels={each.level.value: each for pack in packs for each in pack.approving_levels},
        reasons=tuple(each for pack in packs for each in pack.reasons),
        obstacles={each.id: each for pack in packs for each in pack.obstacles},
        papers=tuple(paper for pack in packs for paper in pack.papers),
        capped=frozenset(chain.from_iterable(_capped(pack) for pack in packs)),
    )


def _longest(tables: Iterable[BaseSalaryTable]) -> BaseSalaryTable | None:
    """Return the table with the most rows: packs hold the same history, each as far as its law reaches."""
    return max((table for table in tables if table.rows), key=lambda table: len(table.rows), default=None)


def _counted(pack: PolicyPack) -> CountedPay:
    items = frozenset(item.value for each in pack.salaries.values() for item in each.content.base.items)
    return CountedPay(str(next(iter(pack.salaries.values())).citation), items)


def _capped(pack: PolicyPack) -> Iterable[str]:
    for case in pack.cases:
        if isinstance(case.total, Call) and case.total.function in _CAPPING:
            yield f"{pack.id}/{case.id}"

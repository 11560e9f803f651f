"""What stands between a round and its sending."""

from collections.abc import Collection
from dataclasses import dataclass

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.rounds.one_fault import one_each
from desktop.services.rounds.round_view import RoundView


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands between a round and its sending."""

    people: tuple[Dossier, ...]
    """Who would go: complete and not sent yet."""
    drafts: tuple[Dossier, ...]
    errors: tuple[Finding, ...]
    """Of each person; `faults` counts what is to be mended."""
    unanswered: tuple[Finding, ...]
    total: Dong
    open_people: int
    """People of whom something is still open in the law."""
    asked: tuple[Dossier, ...] = ()
    """Those of `people` who were returned, with a reason that was neither mended nor answered."""
    faults: int = 0
    """How many errors there are when a document without a scan counts once, not once for each of its people."""

    @property
    def ready(self) -> bool:
        """Whether the round can go as it is."""
        return bool(self.people) and not (self.drafts or self.errors or self.unanswered or self.asked)


NOBODY = Readiness((), (), (), (), Dong(0), 0)
"""Of a package that brings nobody."""


def readiness(view: RoundView, *, only_complete: bool = False, asked: Collection[str] = frozenset()) -> Readiness:
    """Say what would go and what holds it back.

    With `only_complete` drafts and those who are still `asked` for something stay behind and hold nothing back.
    """
    complete = tuple(each for each in view.dossiers if each.state is DossierState.COMPLETE)
    people = tuple(each for each in complete if not (only_complete and each.id in asked))
    drafts = tuple(each for each in view.dossiers if each.state is DossierState.DRAFT)
    going = _subjects(view, people)
    found = tuple(each for each in view.findings(Stage.PACKING) if each.subject in going)
    amounts = [view.supports[each.id].amount or 0 for each in people]
    errors = blocking(found)
    return Readiness(
        people=people,
        drafts=() if only_complete else drafts,
        errors=errors,
        faults=len(one_each(errors, view.approvals)),
        unanswered=unjustified(found, view.dossiers),
        total=Dong(sum(amounts)),
        open_people=sum(bool(view.supports[each.id].open_values) for each in people),
        asked=tuple(each for each in people if each.id in asked),
    )


def _subjects(view: RoundView, people: tuple[Dossier, ...]) -> set[str]:
    """Return the ids that findings about these people, their papers and files bear; "" is the round itself."""
    papers = {paper for each in people for paper in (each.approval_id or "", *each.papers)}
    files = {sha256 for each in papers if each in view.approvals for sha256 in view.approvals[each].attachments}
    return {each.id for each in people} | papers | files | {""}

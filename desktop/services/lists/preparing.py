"""Who a list would add, judged before anything is stored: the store is held only as long as it takes to write."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.documents.lists.watching import CancelCheck, Tell, Watch
from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Round
from desktop.domain.states import DossierState
from desktop.services.entry.unread import cells_of
from desktop.services.lists.comparison import Choices, ListComparison
from desktop.services.lists.entering import entry_view, whole_of
from desktop.services.lists.taking_in import Additions, plan_additions
from desktop.services.office import Office
from desktop.services.rounds.round_view import RoundView, view_over
from desktop.storage import UnitOfWork

_EVERY = 20
"""People between two looks at whether to stop: some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class PreparedList:
    """What a list would add to a round as it stood then; nothing of it is stored."""

    of_round: Round
    additions: Additions
    held: tuple[Dossier, ...]
    """Who was in the round."""
    papers: Mapping[str, Approval]
    """The documents that the round held, by id."""
    whole: frozenset[str]
    """Of those added who is complete."""
    foreseen: RoundView | None = None
    """The round with everybody in it, all findings known; None where nobody asked for them."""


def prepare_list(  # noqa: PLR0913 - the list, what was chosen of it, and how it is watched
    office: Office,
    round_id: str,
    comparison: ListComparison,
    choices: Choices,
    before: RoundView | None = None,
    *,
    progress: Tell | None = None,
    cancelled: CancelCheck | None = None,
) -> PreparedList:
    """Judge whom the list adds and find all that there is to find in the round with them, away from the store.

    What `before` knows of the round is not found again. `progress` is told people that are behind, people in all and
    a name, for each of the two in turn. Raises Refusal: record.not_found, list.other_round, list.cancelled.
    """
    comparison.need_round(round_id)
    watch = Watch(progress, cancelled)
    with office.store.begin() as work:
        planned = _plan(office, work, work.rounds.need(round_id), comparison, choices, before)
    judged = planned.judged(watch)
    with office.store.begin() as work:
        everybody = (*judged.held, *_as_stored(judged))
        papers = judged.additions.new_approvals
        view = view_over(office, work, judged.of_round, everybody, planned.view, more_papers=papers)
    view.look_over(_told_to(watch, everybody))
    return replace(judged, foreseen=view)


def judge_additions(  # noqa: PLR0913, PLR0917 - the office, the round, what comes into it
    office: Office, work: UnitOfWork, of_round: Round, comparison: ListComparison, choices: Choices, watch: Watch
) -> PreparedList:
    """Judge whom the list adds inside a unit of work, and find no more; raises Refusal("list.cancelled")."""
    return _plan(office, work, of_round, comparison, choices, None).judged(watch)


@dataclass(frozen=True, slots=True)
class _Planned:
    """All that judging needs of the store."""

    additions: Additions
    held: tuple[Dossier, ...]
    papers: Mapping[str, Approval]
    view: RoundView
    kept_back: Collection[str]

    def judged(self, watch: Watch) -> PreparedList:
        whole = whole_of(entry_view(self.view), self.additions.people, self.kept_back, watch)
        return PreparedList(self.view.round, self.additions, self.held, self.papers, whole)


def _plan(  # noqa: PLR0913, PLR0917 - the office, the round, what comes into it
    office: Office,
    work: UnitOfWork,
    of_round: Round,
    comparison: ListComparison,
    choices: Choices,
    before: RoundView | None,
) -> _Planned:
    additions = plan_additions(work, of_round, comparison, choices)
    held = work.dossiers.of_round(of_round.id, before.by_id if before else {})
    papers = {each.id: each for each in work.approvals.of_round(of_round.id)}
    everybody, more = (*held, *additions.people), additions.new_approvals
    view = view_over(office, work, of_round, everybody, before, more_papers=more)
    return _Planned(additions, held, papers, view, _kept_back(work, of_round, additions))


def still_holds(work: UnitOfWork, prepared: PreparedList) -> bool:
    """Tell whether the round is as it was when the list was prepared."""
    round_id = prepared.of_round.id
    known = {each.id: each for each in prepared.held}
    papers = {each.id: each for each in work.approvals.of_round(round_id)}
    places = prepared.additions.first_place == work.dossiers.next_ordinal(round_id)
    same = work.dossiers.of_round(round_id, known) == prepared.held and papers == prepared.papers
    return places and same and work.rounds.need(round_id) == prepared.of_round


def _kept_back(work: UnitOfWork, of_round: Round, additions: Additions) -> Collection[str]:
    """Who has a cell that could not be read stays a draft, also where an earlier list left a career that waits."""
    waiting = {cell.dossier_id for cell in cells_of(work, of_round.id, additions.people) if cell.as_read}
    return waiting | additions.doubtful


def _as_stored(prepared: PreparedList) -> list[Dossier]:
    """Return who is added as they will stand in the store."""
    return [
        replace(each, state=DossierState.COMPLETE, edition=each.edition + 1) if each.id in prepared.whole else each
        for each in prepared.additions.people
    ]


def _told_to(watch: Watch, people: Sequence[Dossier]) -> Callable[[int, int], None]:
    def looked(place: int, total: int) -> None:
        if place % _EVERY == 0:
            watch.tell(place, total, people[min(place, len(people) - 1)].person.full_name)

    return looked

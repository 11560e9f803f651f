"""A round with everything that screens, checks and packages ask of it, read once."""

from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias, TypeVar, cast

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.rounds import Round
from desktop.domain.states import EDITABLE, DossierState
from desktop.rules.checks.catalogue import Catalogue, Stage
from desktop.rules.checks.context import CheckContext, PolicyPeriod
from desktop.rules.checks.engine import check_dossier, check_round, is_complete
from desktop.rules.checks.known import KnownFindings
from desktop.rules.checks.law_tables import tables_of
from desktop.rules.checks.of_packs import catalogue_of, provinces_of, register_with, settings_of
from desktop.rules.own_checks import FailedCheck
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Computation
from desktop.services.amounts.compute_support import Support, support_for
from desktop.services.keys.signing_state import certificate_span
from desktop.services.office import Office
from desktop.services.papers.files_of_rounds import files_of_other_rounds
from desktop.services.papers.left_out import papers_here
from desktop.services.papers.waiting_list import scans_waiting
from desktop.services.prints.printed_list import ListDigest, last_print
from desktop.storage import UnitOfWork

Computations: TypeAlias = tuple[Computation, ...]
Failures: TypeAlias = tuple[FailedCheck, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class RoundView:
    """A round as it stood when it was read. `supports` is keyed by dossier id."""

    round: Round
    packs: tuple[PolicyPack, ...]
    supports: Mapping[str, Support]
    context: CheckContext
    older: Mapping[str, tuple[PolicyPack, ...]] = field(default_factory=dict)
    """By dossier the packs that it was sent with, where they are not those that hold now."""
    known: KnownFindings = field(default_factory=KnownFindings, compare=False)
    """What was found of each person, handed on from reading to reading."""

    def packs_of(self, dossier_id: str) -> tuple[PolicyPack, ...]:
        """Return the packs that a dossier is computed with."""
        return self.older.get(dossier_id, self.packs)

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The dossiers in the order of the list."""
        return self.context.dossiers

    @property
    def approvals(self) -> Mapping[str, Approval]:
        """The approvals by id."""
        return self.context.approvals

    @property
    def attachments(self) -> Mapping[str, Attachment]:
        """The files by SHA-256."""
        return self.context.attachments

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of checks with the sentences, as the packs of the round change it."""
        return self.context.catalogue

    def dossier(self, dossier_id: str) -> Dossier | None:
        """Return the dossier, None when the round does not hold it."""
        return self.by_id.get(dossier_id)

    @cached_property
    def by_id(self) -> Mapping[str, Dossier]:
        """The dossiers by id."""
        return {each.id: each for each in self.dossiers}

    def approval_of(self, dossier: Dossier) -> Approval | None:
        """Return the approval that the dossier rests on."""
        return self.context.approval_of(dossier)

    def whose(self, subject: str) -> str:
        """Return the name of what bears this id: a person ("" before it is entered), a paper, a file, the round."""
        dossier = self.dossier(subject)
        if dossier is not None:
            return dossier.person.full_name
        if subject in self.approvals:
            return self.approvals[subject].number
        attachment = self.attachments.get(subject)
        return attachment.name if attachment else self.round.name

    @cached_property
    def packing_findings(self) -> tuple[Finding, ...]:
        """All findings up to packing."""
        return check_round(self.context, Stage.PACKING, known=self.known)

    def look_over(self, looked: Callable[[int, int], None]) -> None:
        """Find all up to packing now; `looked` is told how many people of how many, and may raise to give up."""
        if "packing_findings" not in self.__dict__:
            self.__dict__["packing_findings"] = check_round(self.context, Stage.PACKING, looked, self.known)

    def findings(self, stage: Stage = Stage.PACKING) -> tuple[Finding, ...]:
        """Return all findings up to the stage."""
        return self.packing_findings if stage is Stage.PACKING else check_round(self.context, stage)


def read_round(office: Office, round_id: str, before: RoundView | None = None) -> RoundView:
    """Read the round; raises Refusal("record.not_found"), Refusal("policy.not_on_shelf").

    Whoever is the same as in the view `before` is not computed again.
    """
    with office.store.begin() as work:
        return round_view(office, work, work.rounds.need(round_id), before)


def round_view(office: Office, work: UnitOfWork, of_round: Round, before: RoundView | None = None) -> RoundView:
    """Read the round inside a unit of work; whoever is as in the view `before` is not read again."""
    known = before.by_id if before is not None else {}
    return view_over(office, work, of_round, work.dossiers.of_round(of_round.id, known), before)


def view_over(  # noqa: PLR0913 - the round, who is in it, and what was known of it
    office: Office,
    work: UnitOfWork,
    of_round: Round,
    dossiers: tuple[Dossier, ...],
    before: RoundView | None = None,
    *,
    more_papers: Iterable[Approval] = (),
) -> RoundView:
    """Return the view of the round as if these were its dossiers, and `more_papers` its documents as well.

    Both are stored already or about to be.
    """
    approvals = {each.id: each for each in (*papers_here(work, of_round.id, dossiers), *more_papers)}
    files = {sha256 for approval in approvals.values() for sha256 in approval.attachments}
    attachments = {each.sha256: each for each in work.attachments.of(sorted(files))}
    older = _sent_with_others(office, work, of_round, dossiers)
    view = build_view(office, of_round, dossiers, approvals, attachments, before, older=older)
    return replace(view, context=at_this_office(office, work, view))


def _sent_with_others(
    office: Office, work: UnitOfWork, of_round: Round, dossiers: tuple[Dossier, ...]
) -> dict[str, tuple[PolicyPack, ...]]:
    """Return the packs of those who were sent with others than hold now: what was sent keeps its packs."""
    now = tuple(pack.ref for pack in office.shelf.of(of_round.policies))
    sent = work.submissions.sent_with(of_round.id)
    refs = {each.id: sent[each.id] for each in dossiers if each.state not in EDITABLE and each.id in sent}
    packs = {own: office.shelf.sent_with(own) for own in set(refs.values()) if own != now}
    return {dossier_id: packs[own] for dossier_id, own in refs.items() if own in packs}


def at_this_office(office: Office, work: UnitOfWork, view: RoundView) -> CheckContext:
    """Add what only the office that makes the list knows.

    Its last print, its certificate, the scans that wait, and the documents of its other rounds that have a file of
    this one.
    """
    unit = office.identity.unit
    printed = last_print(work, view.round.id)
    return replace(
        view.context,
        unit_code=unit.code,
        unit_name=unit.name,
        printed=printed,
        list_digest=list_digest(view, printed.people if printed else ()),
        certificate=certificate_span(office),
        waiting={each.sha256: each for each in scans_waiting(work)},
        files_elsewhere=files_of_other_rounds(work, unit, view.round.id, view.approvals.values(), view.dossiers),
    )


def list_digest(view: RoundView, only: Collection[str] = ()) -> ListDigest:
    """Return the digest of what the list of everybody who was not withdrawn would be printed from.

    Of those whose ids are in `only`, where any are.
    """
    chosen = frozenset(only)
    people = (each for each in view.context.live if not chosen or each.id in chosen)
    return ListDigest(((each, view.approval_of(each)) for each in people), view.packs)


def build_view(  # noqa: PLR0913, PLR0917 - each is a part of the round
    office: Office,
    of_round: Round,
    dossiers: tuple[Dossier, ...],
    approvals: Mapping[str, Approval],
    attachments: Mapping[str, Attachment],
    before: RoundView | None = None,
    *,
    packs: tuple[PolicyPack, ...] | None = None,
    older: Mapping[str, tuple[PolicyPack, ...]] = MappingProxyType({}),
) -> RoundView:
    """Compute every dossier and put together what the checks look at.

    `packs` are those that hold now unless they are given; `older` names others for single dossiers.
    """
    packs = office.shelf.of(of_round.policies) if packs is None else packs
    supports = _Supports({each.id: each for each in dossiers}, approvals, packs, older)
    if before is not None and isinstance(before.supports, _Supports):
        supports.take_over(before.supports)
    context = CheckContext(
        round=of_round,
        today=office.now().date(),
        catalogue=catalogue_of(office.catalogue, packs),
        dossiers=dossiers,
        approvals=approvals,
        attachments=attachments,
        settings=settings_of(packs),
        computations=_Of(supports, lambda support: support.computations),
        failed=_Of(supports, lambda support: support.failed),
        policies=tuple(_period(pack) for pack in packs),
        roadmap=next((pack.roadmap.content for pack in packs if pack.roadmap), None),
        provinces=provinces_of(office.provinces, packs),
        tables=tables_of(packs),
        units=register_with(office.units, packs),
    )
    known = before.known if before is not None else KnownFindings()
    return RoundView(of_round, packs, supports, context, older, known)


def judge_dossier(view: RoundView, dossier: Dossier) -> tuple[Support, tuple[Finding, ...]]:
    """Return amount and findings of a dossier as it is being typed; `view` may hold an older one."""
    support = support_for(dossier, view.approval_of(dossier), view.packs_of(dossier.id))
    known = view.context
    fresh = ChainMap({dossier.id: support.computations}, cast("dict[str, Computations]", known.computations))
    failed = ChainMap({dossier.id: support.failed}, cast("dict[str, Failures]", known.failed))
    return support, check_dossier(dossier, known.computed_anew(fresh, failed))


class _Supports(Mapping[str, Support]):
    """What the packs answer for each dossier, computed when first asked: a save asks for one person only."""

    def __init__(
        self,
        dossiers: Mapping[str, Dossier],
        approvals: Mapping[str, Approval],
        packs: tuple[PolicyPack, ...],
        older: Mapping[str, tuple[PolicyPack, ...]],
    ) -> None:
        self._dossiers = dossiers
        self._approvals = approvals
        self._packs = packs
        self._older = older
        self._known: dict[str, Support] = {}

    def __getitem__(self, dossier_id: str) -> Support:
        if dossier_id not in self._known:
            dossier = self._dossiers[dossier_id]
            approval = self._approvals.get(dossier.approval_id or "")
            self._known[dossier_id] = support_for(dossier, approval, self._packs_of(dossier_id))
        return self._known[dossier_id]

    def take_over(self, before: "_Supports") -> None:
        """Know what was known of everybody who is the same, edition and state aside."""
        for dossier_id, support in before._known.items():  # noqa: SLF001 - of its own kind
            dossier = self._dossiers.get(dossier_id)
            if dossier is not None and self._same(dossier, before, before._dossiers[dossier_id]):  # noqa: SLF001
                self._known[dossier_id] = support

    def _same(self, dossier: Dossier, before: "_Supports", old: Dossier) -> bool:
        return self._around(dossier) == before._around(old) and (dossier is old or _content(dossier) == _content(old))  # noqa: SLF001 - of its own kind

    def _around(self, dossier: Dossier) -> tuple[object, ...]:
        packs = self._older.get(dossier.id)
        refs = self._refs if packs is None else tuple(pack.ref for pack in packs)
        return self._approvals.get(dossier.approval_id or ""), refs

    @cached_property
    def _refs(self) -> tuple[object, ...]:
        return tuple(pack.ref for pack in self._packs)

    def _packs_of(self, dossier_id: str) -> tuple[PolicyPack, ...]:
        return self._older.get(dossier_id, self._packs)

    def __iter__(self) -> Iterator[str]:
        return iter(self._dossiers)

    def __len__(self) -> int:
        return len(self._dossiers)


def _content(dossier: Dossier) -> Dossier:
    return replace(dossier, edition=0, state=DossierState.DRAFT)


class _Of(Mapping[str, T]):
    """One part of the answers for the checks, which know nothing of services."""

    def __init__(self, supports: Mapping[str, Support], part: Callable[[Support], T]) -> None:
        self._supports = supports
        self._part = part

    def __getitem__(self, dossier_id: str) -> T:
        return self._part(self._supports[dossier_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._supports)

    def __len__(self) -> int:
        return len(self._supports)


def complete(view: RoundView, findings: tuple[Finding, ...]) -> bool:
    """Tell whether the findings of one dossier leave it complete."""
    return is_complete(findings, view.catalogue)


def _period(pack: PolicyPack) -> PolicyPeriod:
    return PolicyPeriod(pack.id, pack.title, pack.effective_from, pack.effective_to, central=pack.kind == "central")

"""Everything that checks may look at beside the dossier itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.names import fold
from desktop.domain.rounds import Round
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Catalogue
from desktop.rules.checks.settings import RuleSetting
from desktop.rules.quantities.retirement import Roadmap
from desktop.rules.trace import Computation


@dataclass(frozen=True, slots=True)
class PolicyPeriod:
    """When a policy of the round holds; `effective_to` is its last day, None while it has none."""

    id: str
    title: str
    effective_from: date
    effective_to: date | None
    central: bool

    def holds_on(self, day: date) -> bool:
        """Whether the policy is in effect on `day`."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True)
class CheckContext:
    """A round as checks see it. Build it once per load and use it for every keystroke.

    `approvals` is keyed by id, `attachments` by SHA-256, `computations` by dossier id. A check whose table is not
    given (`roadmap`, `provinces`, `policies`) says nothing.
    """

    round: Round
    today: date
    catalogue: Catalogue
    dossiers: tuple[Dossier, ...] = ()
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    settings: Mapping[str, RuleSetting] = field(default_factory=dict)
    computations: Mapping[str, tuple[Computation, ...]] = field(default_factory=dict)
    policies: tuple[PolicyPeriod, ...] = ()
    roadmap: Roadmap | None = None
    provinces: frozenset[str] = frozenset()

    @cached_property
    def live(self) -> tuple[Dossier, ...]:
        """The dossiers that were not withdrawn."""
        return tuple(dossier for dossier in self.dossiers if dossier.state is not DossierState.WITHDRAWN)

    @cached_property
    def by_citizen_id(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by CCCD number; those without one are left out."""
        return _grouped(self.live, lambda dossier: dossier.person.citizen_id)

    @cached_property
    def by_name_and_birth(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by name without accents and birth date; those that lack one are left out."""
        return _grouped(self.live, _name_and_birth)

    @cached_property
    def dossiers_by_approval(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by the id of their approval."""
        return _grouped(self.live, lambda dossier: dossier.approval_id or "")

    @cached_property
    def approvals_by_attachment(self) -> Mapping[str, tuple[Approval, ...]]:
        """The approvals that each file is attached to."""
        found: dict[str, list[Approval]] = {}
        for approval in self.approvals.values():
            for sha256 in dict.fromkeys(approval.attachments):
                found.setdefault(sha256, []).append(approval)
        return {sha256: tuple(approvals) for sha256, approvals in found.items()}

    def approval_of(self, dossier: Dossier) -> Approval | None:
        """Return the dossier's approval, None when it has none or it is not known."""
        return self.approvals.get(dossier.approval_id) if dossier.approval_id else None


def _name_and_birth(dossier: Dossier) -> str:
    person = dossier.person
    return f"{fold(person.full_name)} {person.birth}" if person.full_name and person.birth else ""


def _grouped(dossiers: Iterable[Dossier], key: Callable[[Dossier], str]) -> dict[str, tuple[Dossier, ...]]:
    found: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        found.setdefault(key(dossier), []).append(dossier)
    return {value: tuple(members) for value, members in found.items() if value}

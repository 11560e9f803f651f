"""Everything that checks may look at beside the dossier itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from desktop.domain.approvals import Approval, Attachment
from desktop.domain.arrivals import (
    Arrival,
    CertificateSpan,
    FileElsewhere,
    PrintRecord,
    StatedAmount,
    SubmittedElsewhere,
)
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier
from desktop.domain.evidence import EvidencePin
from desktop.domain.money import Dong
from desktop.domain.names import fold
from desktop.domain.opinions import Opinion
from desktop.domain.payments import Spending, YearReport
from desktop.domain.rounds import Round
from desktop.domain.states import DossierState
from desktop.domain.units import UnitRegister
from desktop.rules.checks.catalogue import Catalogue
from desktop.rules.checks.law_tables import LawTables
from desktop.rules.checks.settings import RuleSetting
from desktop.rules.own_checks import FailedCheck
from desktop.rules.quantities.retirement import Roadmap
from desktop.rules.trace import Computation

T = TypeVar("T")


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
    given (`roadmap`, `provinces`, `policies`) says nothing; the same holds for what no part of the program has
    recorded yet: None and empty mean "not known here", never "there is none".
    """

    round: Round
    today: date
    catalogue: Catalogue
    dossiers: tuple[Dossier, ...] = ()
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    waiting: Mapping[str, Attachment] = field(default_factory=dict)
    """Files that came in and wait for a document, by SHA-256: only HS08 speaks of them."""
    settings: Mapping[str, RuleSetting] = field(default_factory=dict)
    computations: Mapping[str, tuple[Computation, ...]] = field(default_factory=dict)
    policies: tuple[PolicyPeriod, ...] = ()
    roadmap: Roadmap | None = None
    provinces: frozenset[str] = frozenset()
    failed: Mapping[str, tuple[FailedCheck, ...]] = field(default_factory=dict)
    """What the packs' own checks found, by dossier id."""
    tables: LawTables = field(default_factory=LawTables)
    units: UnitRegister | None = None
    certificate: CertificateSpan | None = None
    printed: PrintRecord | None = None
    list_digest: Callable[[], str] | None = None
    """The digest of what the list would be printed from now; asked only when it was printed."""
    opinions: Mapping[str, Opinion] | None = None
    """By dossier id; None where no opinions are kept."""
    unit_code: str = ""
    unit_name: str = ""
    """Whose round it is."""
    elsewhere: tuple[SubmittedElsewhere, ...] = ()
    """People of other rounds and units, of each dossier the last version."""
    files_elsewhere: tuple[FileElsewhere, ...] = ()
    """Documents of other rounds and units that hold a file of this round, the first known first."""
    arrival: Arrival | None = None
    policies_here: Mapping[str, str] = field(default_factory=dict)
    """Versions of the packs that this office computes with, by id."""
    stated: Mapping[str, StatedAmount] = field(default_factory=dict)
    """What a submission asks for, by dossier id."""
    stated_total: Dong | None = None
    spending: Spending | None = None
    reports: tuple[YearReport, ...] | None = None

    @cached_property
    def live(self) -> tuple[Dossier, ...]:
        """The dossiers that were not withdrawn."""
        return tuple(dossier for dossier in self.dossiers if dossier.state is not DossierState.WITHDRAWN)

    @cached_property
    def by_citizen_id(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by CCCD number; those without one are left out."""
        return grouped(self.live, lambda dossier: dossier.person.citizen_id)

    @cached_property
    def by_name_and_birth(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by name without accents and birth date; those that lack one are left out."""
        return grouped(self.live, lambda dossier: name_and_birth(dossier.person.full_name, dossier.person.birth))

    @cached_property
    def dossiers_by_approval(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by the id of their approval."""
        return grouped(self.live, lambda dossier: dossier.approval_id or "")

    @cached_property
    def approvals_by_attachment(self) -> Mapping[str, tuple[Approval, ...]]:
        """The approvals that each file is attached to."""
        found: dict[str, list[Approval]] = {}
        for approval in self.approvals.values():
            for sha256 in dict.fromkeys(approval.attachments):
                found.setdefault(sha256, []).append(approval)
        return {sha256: tuple(approvals) for sha256, approvals in found.items()}

    @cached_property
    def by_bank_account(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by the digits and letters of their bank account; those without one are left out."""
        return grouped(self.live, lambda dossier: account_number(dossier.person.bank_account))

    @cached_property
    def elsewhere_by_citizen_id(self) -> Mapping[str, tuple[SubmittedElsewhere, ...]]:
        """People of other rounds and units by CCCD number."""
        return grouped(self.elsewhere, lambda other: other.citizen_id)

    @cached_property
    def elsewhere_by_name_and_birth(self) -> Mapping[str, tuple[SubmittedElsewhere, ...]]:
        """People of other rounds and units by name without accents and birth date."""
        return grouped(self.elsewhere, lambda other: name_and_birth(other.full_name, other.birth))

    @cached_property
    def elsewhere_by_file(self) -> Mapping[str, tuple[FileElsewhere, ...]]:
        """Documents of other rounds and units by the SHA-256 of a file that is in this round too."""
        return grouped(self.files_elsewhere, lambda other: other.sha256)

    @cached_property
    def pins(self) -> tuple[EvidencePin, ...]:
        """The pins of all live dossiers."""
        return tuple(pin for dossier in self.live for pin in dossier.pins)

    @cached_property
    def dossiers_by_paper(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The live dossiers by the id of each document of theirs, the approval among them."""
        found: dict[str, list[Dossier]] = {}
        for dossier in self.live:
            for paper in dict.fromkeys((dossier.approval_id or "", *dossier.papers)):
                found.setdefault(paper, []).append(dossier)
        return {paper: tuple(users) for paper, users in found.items() if paper}

    @cached_property
    def plans(self) -> dict[str, object]:
        """What the engine worked out for this context: which rules run at a stage."""
        return {}

    def computed_anew(
        self,
        computations: Mapping[str, tuple[Computation, ...]],
        failed: Mapping[str, tuple[FailedCheck, ...]],
    ) -> "CheckContext":
        """Return the context with other answers of the packs; what was grouped and planned once is kept."""
        changed = replace(self, computations=computations, failed=failed)
        for name in _KEPT:
            object.__setattr__(changed, name, getattr(self, name))
        return changed

    def approval_of(self, dossier: Dossier) -> Approval | None:
        """Return the dossier's approval, None when it has none or it is not known."""
        return self.approvals.get(dossier.approval_id) if dossier.approval_id else None

    def proved_by(self, dossier: Dossier) -> frozenset[str]:
        """Return what the person's own papers prove, by the id of the kind of paper."""
        papers = (self.approvals.get(each) for each in dossier.papers)
        return frozenset(paper.proves for paper in papers if paper is not None)


_KEPT = ("live", "by_citizen_id", "by_bank_account", "elsewhere_by_citizen_id", "pins", "plans")
"""What checks of one dossier ask for and no computation changes."""


def name_and_birth(full_name: str, birth: BirthDate | None) -> str:
    """Return what two dossiers of one person share, "" when name or birth date is not entered."""
    return f"{fold(full_name)} {birth}" if full_name and birth else ""


def account_number(text: str) -> str:
    """Return a bank account as banks compare it: without spaces, dots and dashes, in capitals."""
    if text.isascii() and text.isalnum():  # nearly all, and thousands are asked
        return text.upper()
    return "".join(letter for letter in text.upper() if letter.isalnum())


def grouped(each_of: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    """Return them by their key, in order; those whose key is "" are left out."""
    found: dict[str, list[T]] = {}
    for each in each_of:
        found.setdefault(key(each), []).append(each)
    return {value: tuple(members) for value, members in found.items() if value}

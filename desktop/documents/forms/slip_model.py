"""What the calculation slip of one person (Biểu 03) is filled with."""

from dataclasses import dataclass
from datetime import date

from desktop.documents.forms.model import Amount, OfficeHeading
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Severity
from desktop.domain.money import Dong
from desktop.domain.people import Person
from desktop.rules.salary_months import SalaryMonths
from desktop.rules.trace import Computation


@dataclass(frozen=True, slots=True)
class SalaryLine:
    """One item of the base pay (section IV); `ratio` as shown ("4,98" or "5 %"), `citation` why it counts or not."""

    item: str
    ratio: str = ""
    base_salary: Dong | None = None
    amount: Amount = None
    counts: bool = True
    citation: str = ""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding in words (section VII) and the clerk's justification, "" when there is none."""

    code: str
    severity: Severity
    sentence: str
    justification: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The appraiser's decision (section VIII); `outcome` in words."""

    outcome: str
    appraised: Dong | None
    reasons: tuple[str, ...]
    appraiser: str
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class CalculationSlip:
    """Biểu 03 of one person. `service_words` writes the rounding of service time out; `computed_on` the day.

    `computations` are the unit's. `appraised` are those of the appraising office, by pack ids, where it has computed.
    """

    office: OfficeHeading
    round_name: str
    dossier: Dossier
    approval: Approval | None
    attachments: tuple[Attachment, ...]
    computations: tuple[Computation, ...]
    slip_code: str
    computed_on: date
    appraised: tuple[Computation, ...] = ()
    salary: tuple[SalaryLine, ...] = ()
    salary_month: str = ""
    """The month that `salary` is of, "10/2024"."""
    averaged: tuple[SalaryMonths, ...] = ()
    service_words: str = ""
    findings: tuple[FindingLine, ...] = ()
    verdict: Verdict | None = None
    policies: tuple[str, ...] = ()
    short_hash: str = ""
    prepared_by: str = ""
    head: str = ""
    practice: bool = False
    draft: bool = False

    def appraisal_of(self, computation: Computation) -> Computation | None:
        """Return what the appraising office computed by the same pack, None when it did not."""
        return next((each for each in self.appraised if each.policy.id == computation.policy.id), None)

    @property
    def person(self) -> Person:
        """Whom the slip is about."""
        return self.dossier.person

"""What the annexes are filled with. Text is NFC; nothing is computed here but sums of the numbers given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from desktop.domain.money import Dong
from desktop.domain.rounds import Outcome


@dataclass(frozen=True, slots=True)
class OpenAmount:
    """An amount due by a figure of the law that is not known; printed as "chưa có số liệu".

    `note` is the place, from 1, of its citation in the form's `open_notes`; 0 points to none.
    """

    note: int = 0


Amount: TypeAlias = Dong | OpenAmount | None
"""A known amount, an open one, or None: it does not apply and the cell stays blank (never 0 in its place)."""


def sum_of(amounts: Iterable[Amount]) -> Dong | None:
    """Return the sum of the known amounts, None when none is known."""
    known = [each for each in amounts if each is not None and not isinstance(each, OpenAmount)]
    return Dong(sum(known)) if known else None


@dataclass(frozen=True, slots=True)
class OfficeHeading:
    """Top left of a form: the superior office, the office itself, its budget code; `place` stands before the date."""

    parent: str
    unit: str
    budget_code: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class ColumnLabels:
    """Names of columns 26 to 29 of Biểu 01, as the policy pack gives them; "" keeps the form's plain name."""

    rate: str = ""
    first: str = ""
    second: str = ""
    third: str = ""


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One person of Biểu 01, fields in the order of columns B and 1 to 33 (30 is the sum of 27 to 29).

    Percents are 5 for 5 %. `base_salaries` are the base salaries that took part in column 25, oldest first.
    """

    full_name: str
    birth_male: str = ""
    birth_female: str = ""
    citizen_id: str = ""
    post: str = ""
    workplace: str = ""
    qualification: str = ""
    employment: str = ""
    management: str = ""
    case: str = ""
    approval: str = ""
    leave_on: str = ""
    age: str = ""
    retirement_age: str = ""
    early_months: int | None = None
    early_years: Fraction | None = None
    insured: str = ""
    insured_years: Fraction | None = None
    rank: str = ""
    coefficient: Fraction | None = None
    position_allowance: Fraction | None = None
    beyond_frame: Fraction | None = None
    seniority: Fraction | None = None
    reserved_difference: Fraction | None = None
    base_salaries: tuple[Dong, ...] = ()
    base_pay: Amount = None
    rate: str = ""
    support: tuple[Amount, Amount, Amount] = (None, None, None)
    already_received: Amount = None
    bank: str = ""
    note: str = ""

    @property
    def total(self) -> Amount:
        """Column 30: what is known of 27 to 29; open when nothing is known and something is open."""
        known = sum_of(self.support)
        return known if known is not None else next((each for each in self.support if each is not None), None)

    @property
    def partly_open(self) -> bool:
        """Whether some of 27 to 29 is open, so that the sum is not the whole."""
        return any(isinstance(each, OpenAmount) for each in self.support)


@dataclass(frozen=True, slots=True)
class ProposalGroup:
    """A group of Biểu 01; `title` without its Roman numeral."""

    title: str
    rows: tuple[ProposalRow, ...]

    @property
    def total(self) -> Dong | None:
        """The sum of column 30 over the group, None when nothing is known."""
        return sum_of(row.total for row in self.rows)


@dataclass(frozen=True, slots=True)
class ProposalList:
    """Biểu 01. `total` must be the sum of the rows' known amounts, None when none is known.

    `open_notes` are the citations of what is open ("Điều 3 Nghị quyết 07/2024/NQ-HĐND"); `made_on` None leaves the
    date to the signer.
    """

    office: OfficeHeading
    title: str
    attached_to: str
    round_name: str
    column_labels: ColumnLabels
    groups: tuple[ProposalGroup, ...]
    total: Dong | None
    open_notes: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    short_hash: str = ""
    prepared_by: str = ""
    accountant: str = ""
    head: str = ""
    made_on: date | None = None
    practice: bool = False
    draft: bool = False

    @property
    def rows(self) -> tuple[ProposalRow, ...]:
        """Every person, group after group."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class AppraisalRow:
    """One person of Biểu 05. `appraised` is None for returned and rejected; their outcome is printed instead."""

    full_name: str
    outcome: Outcome
    declared: Amount = None
    appraised: Amount = None
    birth: str = ""
    differing: str = ""
    """What differs: tháng nghỉ sớm, năm BHXH, lương, hệ số, tiền."""
    codes: str = ""
    reasons: str = ""
    request: str = ""
    deadline: str = ""

    @property
    def difference(self) -> Dong | None:
        """Appraised less declared; None unless both are known."""
        if isinstance(self.appraised, int) and isinstance(self.declared, int):
            return Dong(self.appraised - self.declared)
        return None


@dataclass(frozen=True, slots=True)
class AppraisalResult:
    """Biểu 05, from the appraising `office` to the unit `addressed_to`."""

    office: OfficeHeading
    addressed_to: str
    title: str
    attached_to: str
    round_name: str
    rows: tuple[AppraisalRow, ...]
    open_notes: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    short_hash: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    head: str = ""
    made_on: date | None = None
    practice: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One document of Biểu 06; `sha256` is the file's digest in lower-case hex."""

    kind: str
    number: str = ""
    issued_on: str = ""
    effective_on: str = ""
    issuer: str = ""
    summary: str = ""
    extract: str = ""
    people: str = ""
    pages: int | None = None
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentRegister:
    """Biểu 06."""

    office: OfficeHeading
    title: str
    attached_to: str
    round_name: str
    rows: tuple[AttachmentRow, ...]
    policies: tuple[str, ...] = ()
    short_hash: str = ""
    prepared_by: str = ""
    head: str = ""
    made_on: date | None = None
    practice: bool = False
    draft: bool = False

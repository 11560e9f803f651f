"""What is known of a package as a whole, and of people in other packages."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.approvals import Approval
from desktop.domain.dates import BirthDate
from desktop.domain.money import Dong
from desktop.domain.rounds import PolicyRef
from desktop.domain.states import DossierState


@dataclass(frozen=True, slots=True)
class Arrival:
    """A package that arrived, as its reader judged it.

    `signature_fault` says why the signature cannot be believed, "" when it can; `changed_files` are enclosed files
    whose digest is not the signed one; `revision` is the highest revision in it and `missing_revision` one that it
    follows but that never arrived, None when all did.
    """

    package_id: str
    unit_name: str
    number: str
    signature_fault: str = ""
    changed_files: tuple[str, ...] = ()
    revision: int = 1
    missing_revision: int | None = None
    policies: tuple[PolicyRef, ...] = ()
    made_at: str = ""
    """When its sender made it (UTC, RFC 3339), "" where that is not known."""


@dataclass(frozen=True, slots=True)
class SubmittedElsewhere:
    """A person as known from another round or another unit, in the last version that arrived."""

    dossier_id: str
    full_name: str
    citizen_id: str
    birth: BirthDate | None
    unit_code: str
    unit_name: str
    round_name: str
    state: DossierState
    amount: Dong | None = None
    bank_account: str = ""


@dataclass(frozen=True, slots=True)
class FileElsewhere:
    """A file of this round, and a document of another round or unit that it is attached to as well.

    `people` are the citizen numbers of those who have that document there.
    """

    sha256: str
    document: Approval
    unit_code: str
    unit_name: str
    round_name: str
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StatedAmount:
    """What a submission says of one person; `differs_at` names the first step that this office computes otherwise."""

    amount: Dong | None
    differs_at: str = ""


@dataclass(frozen=True, slots=True)
class CertificateSpan:
    """When the certificate that this office signs with holds, both days included."""

    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """The list as it was last printed: when (UTC, RFC 3339), and the digest of what it was printed from."""

    printed_at: str
    digest: str
    people: tuple[str, ...] = ()
    """Ids of those on it where it was not everybody; () for everybody."""

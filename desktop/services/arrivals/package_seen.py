"""What a package that was opened to read shows: plain values, so that nobody needs the package to show them."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.approvals import Approval
from desktop.domain.corrections import Purpose
from desktop.domain.rounds import Outcome
from desktop.exchange.container.profile import PACKAGE_TYPE
from desktop.exchange.kinds import PackageKind


@dataclass(frozen=True, slots=True)
class CertificateSeen:
    """A certificate of the chain; `fingerprint` is that of its key, as offices compare it."""

    name: str
    serial: str
    starts: datetime
    ends: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class SignatureSeen:
    """Who signed and why that is believed.

    `chain` begins with the signer's certificate; each was issued by the one after it, and the last is the root that
    this office compared by hand, or one before it that handed over to it. `listed` tells that the issuer is a
    government authority: the root then vouches for the one certificate, by listing it. `at` is the signer's word;
    `lapsed` that the certificate has ended or been revoked since.
    """

    unit_code: str
    name: str
    at: datetime
    chain: tuple[CertificateSeen, ...]
    listed: bool
    lapsed: bool


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """Somebody in the package: with the amount that it states, what was decided and why, where it says so."""

    key: tuple[str, str]
    unit: str
    name: str
    citizen_id: str
    amount: int | None
    outcome: Outcome | None = None
    taken_out: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """A paper that a record rests on, and whose it is."""

    unit: str
    approval: Approval


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file in the package; `pages` is 0 where the package does not say how many there are, as of a printed form."""

    number: int
    unit: str
    name: str
    size: int
    media_type: str
    sha256: str
    pages: int

    @property
    def is_package(self) -> bool:
        """Whether it is the package of a subordinate unit."""
        return self.media_type == PACKAGE_TYPE


@dataclass(frozen=True, slots=True)
class PackageSeen:
    """What a package says; `total` None where it states none, `inside` the units whose packages lie in it.

    `round_name`, who answers for the list and who made it are "" where its kind says nothing of them.
    """

    file_name: str
    kind: PackageKind
    number: int
    period: str
    digest: str
    sealed: bool
    parts: int
    round_name: str
    responsible: str
    prepared_by: str
    purpose: Purpose | None
    recipient_code: str
    recipient: str
    signature: SignatureSeen
    inside: tuple[SignatureSeen, ...]
    people: tuple[PersonSeen, ...]
    documents: tuple[DocumentSeen, ...]
    files: tuple[FileSeen, ...]
    total: int | None

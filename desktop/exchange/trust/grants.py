"""What the root granted to each certificate, and the questions that reading a package asks of trust."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.exchange.kinds import Role
from desktop.exchange.trust.memory import Revocation


@dataclass(frozen=True, slots=True)
class Grant:
    """A certificate that the root issued or lists, the unit it speaks for, and what it may sign.

    `certificate` is DER, `serial` its serial number in lower-case hex, `cert_sha256` its digest. `age_recipient` is
    the key that packages for the unit are encrypted to, None for a unit that enrolled before there were such keys.
    `authority` is the SHA-256 of the government authority's certificate that issued it, None when the root did.
    """

    serial: str
    cert_sha256: str
    unit_code: str
    unit_name: str
    roles: frozenset[Role]
    certificate: bytes
    age_recipient: str | None = None
    authority: str | None = None


class Trust(Protocol):
    """What reading needs to know; the root never comes from a package."""

    @property
    def root(self) -> bytes:
        """The root certificate, DER; it alone signs trust packs."""

    @property
    def roots(self) -> tuple[bytes, ...]:
        """The root and those before it, whose certificates still hold where the trust pack lists them."""

    @property
    def ends(self) -> datetime | None:
        """When nothing but a newer trust pack may be read any more; None before the first pack."""

    @property
    def latest(self) -> datetime | None:
        """The latest time that can be trusted; no clock that is right shows less."""

    def first_seen(self, digest: str) -> datetime | None:
        """Return when the package with this manifest digest was taken in, None if it never was."""

    def revocation_of(self, serial: str) -> Revocation | None:
        """Return how the certificate with this serial was revoked, None while it holds."""

    @property
    def version(self) -> int:
        """The version of the trust pack in force, 0 before the first."""

    def grant_of(self, cert_sha256: str) -> Grant | None:
        """Return what this certificate was granted, None when the trust pack does not list it."""

    def authority_of(self, cert_sha256: str) -> bytes | None:
        """Return the certificate (DER) of the authority that issued a listed certificate, None if the root did."""

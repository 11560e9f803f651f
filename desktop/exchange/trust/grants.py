"""What the root granted to each certificate, and the questions that reading a package asks of trust."""

from dataclasses import dataclass
from typing import Protocol

from desktop.exchange.kinds import Role


@dataclass(frozen=True, slots=True)
class Grant:
    """A certificate that the root issued, the unit it speaks for, and what it may sign.

    `certificate` is DER, `serial` its serial number in lower-case hex, `cert_sha256` its digest. `age_recipient` is
    the key that packages for the unit are encrypted to, None for a unit that enrolled before there were such keys.
    """

    serial: str
    cert_sha256: str
    unit_code: str
    unit_name: str
    roles: frozenset[Role]
    certificate: bytes
    age_recipient: str | None = None


class Trust(Protocol):
    """What reading needs to know; the root never comes from a package."""

    @property
    def root(self) -> bytes:
        """The root certificate, DER."""

    @property
    def version(self) -> int:
        """The version of the trust pack in force, 0 before the first."""

    def grant_of(self, cert_sha256: str) -> Grant | None:
        """Return what this certificate was granted, None when the trust pack does not list it."""

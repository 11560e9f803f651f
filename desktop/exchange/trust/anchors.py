"""What this office trusts: the root it was given by hand, and the newest trust pack that the root signed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from desktop.exchange.container.contents import format_clock
from desktop.exchange.container.reader import read_package
from desktop.exchange.errors import ClockWrong, StaleTrust, reading
from desktop.exchange.kinds import PackageKind
from desktop.exchange.trust.grants import Grant
from desktop.exchange.trust.pack import TrustPack, read_trust

_CLOCK_TOLERANCE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class TrustAnchors:
    """The root (DER) and the pack in force, None before the first. Never changes: `accept` returns a new one."""

    root: bytes
    pack: TrustPack | None = None

    @classmethod
    def load(cls, root_pem: bytes, trust_pack: Path | None = None, *, now: datetime) -> "TrustAnchors":
        """Return the trust in `root_pem` and, if given, the pack it signed.

        Raises KeyRefusal("key.not_a_certificate") and what `accept` raises.
        """
        from desktop.exchange.trust.certificates import root_from_pem  # noqa: PLC0415 - slow to load

        anchors = cls(root_from_pem(root_pem))
        return anchors if trust_pack is None else anchors.accept(trust_pack, now=now)

    def accept(self, path: Path, *, now: datetime) -> "TrustAnchors":
        """Return the trust with the pack at `path` in force; the one in force again changes nothing.

        Raises PackageError for a package that is no pack of our root, StaleTrust: rollback (older than the one in
        force), same_version_differs; ClockWrong when the pack comes from the future.
        """
        package = read_package(path, self, now=now, expected_kind=PackageKind.TRUST)
        with reading(path):
            pack = read_trust(package.document, package.document_bytes, package.digest)
            self._check_newer(pack)
            if pack.issued_at > now + _CLOCK_TOLERANCE:
                raise ClockWrong("package.clock_wrong", now=format_clock(now))
        return replace(self, pack=pack)

    def _check_newer(self, pack: TrustPack) -> None:
        if pack.version < self.version:
            raise StaleTrust("package.rollback", offered=pack.version, known=self.version)
        if self.pack is not None and pack.version == self.version and pack.digest != self.pack.digest:
            raise StaleTrust("package.same_version_differs", version=pack.version)

    @property
    def version(self) -> int:
        """The version of the pack in force, 0 before the first."""
        return self.pack.version if self.pack else 0

    @property
    def grants(self) -> tuple[Grant, ...]:
        """What was granted, in the order of the pack."""
        return self.pack.grants if self.pack else ()

    @property
    def root_fingerprint(self) -> str:
        """The SHA-256 of the root certificate, upper-case hex in groups of four, to compare with the printed one."""
        letters = sha256(self.root).hexdigest().upper()
        return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))

    def grant_of(self, cert_sha256: str) -> Grant | None:
        """Return what this certificate was granted, None when the pack does not list it."""
        return next((grant for grant in self.grants if grant.cert_sha256 == cert_sha256), None)

    def recipient_of(self, unit_code: str) -> str | None:
        """Return the key (age1...) that packages for the unit are encrypted to, as its newest certificate says."""
        found = (each.age_recipient for each in reversed(self.grants) if each.unit_code == unit_code)
        return next(found, None)

    def certificate_of_key(self, public_key_sha256: str) -> bytes | None:
        """Return the newest certificate (DER) for this public key, None when the pack lists none."""
        from desktop.exchange.signing.key_file import certified_key_digest  # noqa: PLC0415 - slow to load

        found = (each for each in reversed(self.grants) if certified_key_digest(each.certificate) == public_key_sha256)
        grant = next(found, None)
        return grant.certificate if grant else None

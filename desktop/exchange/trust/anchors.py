"""What this office trusts: the root it was given by hand, and the newest trust pack that the root signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from desktop.exchange.container.contents import format_clock
from desktop.exchange.errors import ClockWrong, PackageError, StaleTrust, TrustError, reading
from desktop.exchange.trust.grants import Grant
from desktop.exchange.trust.memory import NOTHING_KNOWN, Revocation, TrustMemory
from desktop.exchange.trust.pack import Handover, TrustPack
from desktop.exchange.trust.signed_packs import read_signed

_CLOCK_TOLERANCE = timedelta(hours=24)
GRACE = timedelta(days=90)
"""How long a trust pack past its next_update is still believed, with a warning."""


@dataclass(frozen=True, slots=True)
class TrustAnchors:
    """The root (DER) and the pack in force, None before the first. Never changes: `accept` returns a new one.

    `memory` is what the office knows from before, `revocations` what the list in the pack says, by serial;
    `retired` are the roots before this one.
    """

    root: bytes
    pack: TrustPack | None = None
    memory: TrustMemory = NOTHING_KNOWN
    revocations: Mapping[str, Revocation] = field(default_factory=dict)
    crl_number: int = 0
    retired: tuple[bytes, ...] = ()

    @classmethod
    def load(
        cls,
        root_pem: bytes,
        trust_pack: Path | None = None,
        *,
        now: datetime,
        memory: TrustMemory = NOTHING_KNOWN,
        rotations: Sequence[Path] = (),
    ) -> "TrustAnchors":
        """Return the trust in `root_pem` and, if given, the pack it signed, or a root that it handed over to.

        `rotations` are the packs that hand over from root to root, the oldest first; a `trust_pack` from before the
        last of them no longer counts.

        Raises KeyRefusal("key.not_a_certificate") and what `accept` raises.
        """
        from desktop.exchange.trust.certificates import root_from_pem  # noqa: PLC0415 - slow to load

        stages = [cls(root_from_pem(root_pem), memory=replace(memory, crl_number=0))]
        for rotation in rotations:
            stages.append(stages[-1].accept(rotation, now=now))
        current = replace(stages[-1], memory=memory)
        if trust_pack is None or _is_past(trust_pack, stages[:-1], now):
            return current
        return current.accept(trust_pack, now=now)

    def accept(self, path: Path, *, now: datetime) -> "TrustAnchors":
        """Return the trust with the pack at `path` in force; the one in force again changes nothing.

        Raises PackageError for a package that is no pack of our root, StaleTrust: rollback (older than the one in
        force), same_version_differs; TrustError: crl_invalid (a list by another, older or missing), root_invalid;
        ClockWrong when the pack comes from the future.
        """
        signed_by_root = replace(self, memory=replace(self.memory, latest=None))  # the root's word sets the clock
        before = self.pack.digest if self.pack else ""
        pack = read_signed(path, signed_by_root, now=now, before=before)
        with reading(path):
            self._check_newer(pack)
            if pack.issued_at > now + _CLOCK_TOLERANCE:
                raise ClockWrong("package.clock_wrong", now=format_clock(now))
            revocations, number = self._read_crl(pack)
            following = replace(self, pack=pack, revocations=revocations, crl_number=number, retired=pack.retired)
            return following if pack.handover is None else _handed_over(following, pack.handover, now)

    def _read_crl(self, pack: TrustPack) -> tuple[dict[str, Revocation], int]:
        """Return what the pack's list revokes, with its number; a list never goes back, nor away once it was there."""
        from desktop.exchange.trust.revocation import read_crl  # noqa: PLC0415 - slow to load

        known = max(self.memory.crl_number, self.crl_number)
        if pack.crl is None:
            if known:
                raise TrustError("package.crl_invalid", why="missing")
            return {}, 0
        found = read_crl(pack.crl, self.root)
        if found.number < known:
            raise TrustError("package.crl_invalid", why="older")
        return {each.serial: each for each in found.revoked}, found.number

    def _check_newer(self, pack: TrustPack) -> None:
        if pack.version < self.version:
            raise StaleTrust("package.rollback", offered=pack.version, known=self.version)
        if self.pack is not None and pack.version == self.version and pack.digest != self.pack.digest:
            raise StaleTrust("package.same_version_differs", version=pack.version)

    @property
    def roots(self) -> tuple[bytes, ...]:
        """The root and those before it."""
        return (self.root, *self.retired)

    @property
    def version(self) -> int:
        """The version of the pack in force, 0 before the first."""
        return self.pack.version if self.pack else 0

    @property
    def grants(self) -> tuple[Grant, ...]:
        """What was granted, in the order of the pack."""
        return self.pack.grants if self.pack else ()

    @property
    def ends(self) -> datetime | None:
        """When the grace of the pack in force ends, None before the first."""
        return self.pack.next_update + GRACE if self.pack else None

    @property
    def latest(self) -> datetime | None:
        """The latest time that can be trusted, None while none is known."""
        return self.memory.latest

    def first_seen(self, digest: str) -> datetime | None:
        """Return when the package with this manifest digest was taken in, None if it never was."""
        return self.memory.first_seen(digest)

    def revocation_of(self, serial: str) -> Revocation | None:
        """Return how the certificate was revoked: once revoked it stays so, whatever newer lists say."""
        return self.memory.revoked.get(serial) or self.revocations.get(serial)

    @property
    def all_revoked(self) -> tuple[Revocation, ...]:
        """All that was ever revoked, as far as is known here."""
        return tuple({**self.revocations, **self.memory.revoked}.values())

    @property
    def root_fingerprint(self) -> str:
        """The SHA-256 of the root certificate, upper-case hex in groups of four, to compare with the printed one."""
        letters = sha256(self.root).hexdigest().upper()
        return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))

    def grant_of(self, cert_sha256: str) -> Grant | None:
        """Return what this certificate was granted, None when the pack does not list it."""
        return next((grant for grant in self.grants if grant.cert_sha256 == cert_sha256), None)

    @property
    def authorities(self) -> tuple[bytes, ...]:
        """The certificates (DER) of the government authorities of which the pack lists some certificates."""
        return self.pack.authorities if self.pack else ()

    def authority_of(self, cert_sha256: str) -> bytes | None:
        """Return who issued a listed certificate, None for one of the root's and for one that is not listed."""
        grant = self.grant_of(cert_sha256)
        wanted = grant.authority if grant else None
        return next((each for each in self.authorities if sha256(each).hexdigest() == wanted), None)

    def recipient_of(self, unit_code: str) -> str | None:
        """Return the key (age1...) that packages for the unit are encrypted to, as its newest certificate says."""
        found = (each.age_recipient for each in reversed(self.grants) if each.unit_code == unit_code)
        return next(found, None)

    def certificate_of_key(self, public_key_sha256: str) -> bytes | None:
        """Return the newest certificate (DER) for this public key, None when the pack lists none."""
        from desktop.exchange.signing.public_keys import certified_key_digest  # noqa: PLC0415 - slow to load

        found = (each for each in reversed(self.grants) if certified_key_digest(each.certificate) == public_key_sha256)
        grant = next(found, None)
        return grant.certificate if grant else None


def _handed_over(trust: TrustAnchors, handover: Handover, now: datetime) -> TrustAnchors:
    from desktop.exchange.trust.rotation import check_handover  # noqa: PLC0415 - slow to load

    check_handover(handover, trust.root, trust.version, now)
    return replace(trust, root=handover.root, retired=(*trust.retired, trust.root))


def _is_past(trust_pack: Path, stages: Sequence[TrustAnchors], now: datetime) -> bool:
    """Tell whether the pack was in force under a root that has handed over since."""
    for stage in stages:
        try:
            stage.accept(trust_pack, now=now)
        except PackageError:
            continue
        return True
    return False

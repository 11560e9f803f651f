"""Reading packages of years ago on a new PC: their certificates may have ended or been revoked since."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from desktop.exchange.container.digests import CancelCheck, Progress, stage
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart, read_any
from desktop.exchange.errors import Expired, Revoked
from desktop.exchange.kinds import Role
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.grants import Grant
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office
from desktop.services.sending.sealing import unsealed


@dataclass(frozen=True, slots=True)
class OldPackage:
    """A verified package, or one of several parts.

    `lapsed` tells that its certificate has ended or been revoked since it was signed.

    When it was signed is then the signer's word alone: this PC never saw it before.
    """

    package: VerifiedPackage | VerifiedPart
    lapsed: bool


@contextmanager
def old_package(
    office: Office,
    path: Path,
    passphrase: str,
    cancelled: CancelCheck | None = None,
    progress: Progress | None = None,
) -> Iterator[OldPackage]:
    """Give a package from or for this office, plain or encrypted; raises what `opened` raises."""
    trust = trust_of(office)
    with unsealed(office, path, passphrase, stage(progress, 0, 1, 2), cancelled) as plain:
        yield _read(plain, trust, office, cancelled, stage(progress, 1, 2, 2))


def _read(
    path: Path, trust: TrustAnchors, office: Office, cancelled: CancelCheck | None, progress: Progress | None
) -> OldPackage:
    try:
        read = read_any(path, trust, now=office.now(), progress=progress, cancelled=cancelled)
        return OldPackage(read, lapsed=False)
    except (Expired, Revoked) as refusal:
        for moment in _last_moments(trust, office):
            found = _as_of(path, trust, office, moment, cancelled)
            if found is not None:
                return OldPackage(found, lapsed=True)
        raise refusal from None


def _as_of(
    path: Path, trust: TrustAnchors, office: Office, moment: datetime, cancelled: CancelCheck | None
) -> VerifiedPackage | VerifiedPart | None:
    """Return the package as it would have been believed at that moment, None if not or if it was signed later."""
    then = replace(trust, memory=replace(trust.memory, first_seen=lambda _digest: moment))
    try:
        package = read_any(path, then, now=office.now(), cancelled=cancelled)
    except (Expired, Revoked):
        return None
    return package if package.signer.claimed_signing_time <= moment else None


def _last_moments(trust: TrustAnchors, office: Office) -> tuple[datetime, ...]:
    """Return the last moments of the certificates that no longer hold: of this office, and of who decides."""
    own = office.identity.unit.code
    grants = (each for each in trust.grants if each.unit_code == own or Role.APPRAISE in each.roles)
    moments = {_last_moment(trust, each) for each in grants}
    return tuple(sorted((each for each in moments if each < office.now()), reverse=True))


def _last_moment(trust: TrustAnchors, grant: Grant) -> datetime:
    from desktop.exchange.trust.certificates import validity  # noqa: PLC0415 - slow to load

    revoked = trust.revocation_of(grant.serial)
    _, ends = validity(grant.certificate)
    return min(ends, revoked.at - timedelta(seconds=1)) if revoked else ends


def keep_enclosures(office: Office, package: VerifiedPackage | VerifiedPart) -> None:
    """Bring the attached files in, for `PuttingBack` to name; what nobody names the next start takes out again."""
    blobs = office.store.blobs
    with office.store.begin() as work:
        work.staged_files.add({each.sha256 for each in package.enclosures if not blobs.has(each.sha256)})
    for each in package.enclosures:
        with package.content(each) as content:
            blobs.put_stream(content, package.path.name, each.sha256)

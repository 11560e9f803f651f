"""Whether somebody whom the trust pack lists stands in good order at a moment."""

from datetime import datetime
from hashlib import sha256

from desktop.exchange.container.contents import format_clock
from desktop.exchange.errors import NotAuthorised, Revoked, StaleTrust
from desktop.exchange.trust.grants import Grant, Trust


def check_standing(grant: Grant, trust: Trust, moment: datetime) -> None:
    """Raise Revoked, or StaleTrust when the trust pack itself is too old to say."""
    revocation = trust.revocation_of(grant.serial)
    if revocation is not None and moment >= revocation.at:
        since = format_clock(revocation.at)
        raise Revoked("package.cert_revoked", signer=grant.unit_name, since=since, reason=revocation.reason.value)
    if trust.ends is not None and moment > trust.ends:
        raise StaleTrust("package.trust_expired", version=trust.version, now=format_clock(moment))


def signed_by_listed(content: bytes, signature: bytes, trust: Trust, now: datetime) -> Grant:
    """Return whom the trust pack lists as the signer of `content`, in good order at `now`.

    Raises SignatureError, UnknownSigner, NotAuthorised, Expired, Revoked, StaleTrust, ClockWrong.
    """
    from desktop.exchange.signing.verify import verify_trusted  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    signed = verify_trusted(content, signature, trust, now)
    grant = trust.grant_of(sha256(signed.certificate).hexdigest())
    if grant is None:
        raise NotAuthorised("package.signer_not_listed", signer=signed.common_name, version=trust.version)
    check_standing(grant, trust, now)
    return grant

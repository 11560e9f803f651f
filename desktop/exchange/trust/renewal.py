"""Renewal with a new key: the key in force vouches for the one that follows it, so that nobody needs to phone."""

from datetime import datetime
from hashlib import sha256
from typing import Final

from desktop.exchange import strict_json
from desktop.exchange.errors import PackageError
from desktop.exchange.signing.cades import sign_detached
from desktop.exchange.signing.signer import Signer
from desktop.exchange.trust.grants import Grant, Trust
from desktop.exchange.trust.standing import signed_by_listed

FORMAT: Final = "tinhgian/renewal/1"


def vouch(signer: Signer, unit_code: str, public_key: str, age_recipient: str | None, now: datetime) -> bytes:
    """Return the signature of the key in force (DER) over the unit's next keys; `public_key` is a SHA-256, hex."""
    return sign_detached(signer, _statement(signer.certificate, unit_code, public_key, age_recipient), now)


def check_vouched(  # noqa: PLR0913, PLR0917 - each is a part of what was signed, or of what it is judged by
    voucher: bytes, unit_code: str, public_key: str, age_recipient: str | None, trust: Trust, now: datetime
) -> Grant:
    """Return the grant of the key that vouches for the next one; it is this unit's and in good order at `now`.

    Raises what `signed_by_listed` raises, PackageError("package.request_invalid") when it is another unit's.
    """
    from desktop.exchange.signing.cades import parse_signature  # noqa: PLC0415 - as slow as what calls it

    certificate = parse_signature(voucher).certificate
    statement = _statement(certificate, unit_code, public_key, age_recipient)
    grant = signed_by_listed(statement, voucher, trust, now)
    if grant.unit_code != unit_code:
        raise PackageError("package.request_invalid")
    return grant


def _statement(certificate: bytes, unit_code: str, public_key: str, age_recipient: str | None) -> bytes:
    said: dict[str, strict_json.Json] = {
        "format": FORMAT,
        "unit_code": unit_code,
        "certificate": sha256(certificate).hexdigest(),
        "public_key": public_key,
        "age_recipient": age_recipient,
    }
    return strict_json.encode(said)

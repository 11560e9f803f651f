"""Handing trust over to a new root: a trust pack signed by the old one, in which the new one agrees."""

from datetime import datetime
from hashlib import sha256
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from desktop.exchange import strict_json
from desktop.exchange.errors import ClockWrong, KeyRefusal, PackageError, TrustError
from desktop.exchange.signing.cades import sign_detached
from desktop.exchange.signing.signer import Signer
from desktop.exchange.signing.verify import verify_chained
from desktop.exchange.trust.certificates import root_from_pem
from desktop.exchange.trust.pack import Handover
from desktop.exchange.trust.unreadable import UNREADABLE

FORMAT: Final = "tinhgian/root/1"


def hand_over(new: Signer, old: bytes, version: int, now: datetime) -> Handover:
    """Return the new root with its signature over both roots; `version` is that of the pack it goes with."""
    return Handover(new.certificate, sign_detached(new, _statement(old, new.certificate, version), now))


def check_handover(handover: Handover, old: bytes, version: int, now: datetime) -> None:
    """Raise TrustError("package.root_invalid") unless the new root is one and agreed; that the old did, its pack says.

    Raises ClockWrong when the clock is before the new root.
    """
    try:
        statement = _statement(old, handover.root, version)
        signed = verify_chained(statement, handover.consent, (_checked_root(handover.root),), now)
    except ClockWrong:
        raise
    except (PackageError, KeyRefusal, *UNREADABLE):
        raise TrustError("package.root_invalid", why="consent") from None
    if signed.certificate != handover.root or handover.root == old:
        raise TrustError("package.root_invalid", why="signer")


def _checked_root(der: bytes) -> bytes:
    certificate = x509.load_der_x509_certificate(der)
    return root_from_pem(certificate.public_bytes(serialization.Encoding.PEM))


def _statement(old: bytes, new: bytes, version: int) -> bytes:
    roots = {"old_root": sha256(old).hexdigest(), "new_root": sha256(new).hexdigest()}
    return strict_json.encode({"format": FORMAT, "version": version, **roots})

"""The revocation list (X.509 CRL, RFC 5280) that travels in the trust pack, signed by the root."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.exchange.errors import TrustError
from desktop.exchange.trust.memory import Revocation, RevocationReason
from desktop.exchange.trust.unreadable import UNREADABLE

_FLAGS = {
    RevocationReason.KEY_COMPROMISE: x509.ReasonFlags.key_compromise,
    RevocationReason.AFFILIATION_CHANGED: x509.ReasonFlags.affiliation_changed,
    RevocationReason.SUPERSEDED: x509.ReasonFlags.superseded,
    RevocationReason.CESSATION: x509.ReasonFlags.cessation_of_operation,
}
_REASONS = {flag: reason for reason, flag in _FLAGS.items()}


@dataclass(frozen=True, slots=True)
class RevocationList:
    """A list as the root signed it; `number` rises with every list. `der` is the list itself."""

    number: int
    revoked: tuple[Revocation, ...]
    der: bytes


def make_crl(  # noqa: PLR0913, PLR0917 - each is a field of the list
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate,
    revoked: Iterable[Revocation],
    number: int,
    now: datetime,
    next_update: datetime,
) -> bytes:
    """Return a revocation list (DER) signed by the root."""
    builder = x509.CertificateRevocationListBuilder().issuer_name(issuer.subject)
    builder = builder.last_update(now).next_update(next_update)
    builder = builder.add_extension(x509.CRLNumber(number), critical=False)
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    builder = builder.add_extension(authority, critical=False)
    for each in sorted(revoked, key=lambda one: one.serial):
        builder = builder.add_revoked_certificate(_entry(each))
    return builder.sign(key, hashes.SHA384()).public_bytes(serialization.Encoding.DER)


def _entry(revocation: Revocation) -> x509.RevokedCertificate:
    builder = x509.RevokedCertificateBuilder().serial_number(int(revocation.serial, 16))
    reason = x509.CRLReason(_FLAGS[revocation.reason])
    return builder.revocation_date(revocation.at).add_extension(reason, critical=False).build()


def read_crl(der: bytes, root: bytes) -> RevocationList:
    """Return the list; raises TrustError("package.crl_invalid") unless `root` (DER) signed it as its own.

    An old list that names a certificate is believed: that it should have been renewed helps no forger.
    """
    try:
        found = x509.load_der_x509_crl(der)
        issuer = x509.load_der_x509_certificate(root)
        ours = found.issuer == issuer.subject and _signed_by(found, issuer)
        number = found.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number
        revoked = tuple(_revocation(each) for each in found)
    except UNREADABLE as error:
        raise TrustError("package.crl_invalid", why=type(error).__name__) from None
    if not ours:
        raise TrustError("package.crl_invalid", why="issuer")
    return RevocationList(number, revoked, der)


def _signed_by(crl: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    key = issuer.public_key()
    return isinstance(key, ec.EllipticCurvePublicKey) and crl.is_signature_valid(key)


def _revocation(entry: x509.RevokedCertificate) -> Revocation:
    flag = entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    return Revocation(f"{entry.serial_number:x}", entry.revocation_date_utc, _REASONS[flag])

"""Certificates that a government authority issued: believed only one by one, as the root lists them.

The authority's own certificate is the anchor, and only of what it issued directly. It can add nobody: an office whose
certificate it issued is known here only once the trust pack names that very certificate.
"""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from desktop.exchange.container.contents import format_clock
from desktop.exchange.errors import Expired, KeyRefusal, PackageError, UnknownSigner
from desktop.exchange.signing.public_keys import signs_for_a_unit
from desktop.exchange.trust.unreadable import UNREADABLE

_PEM: Final = b"-----BEGIN CERTIFICATE-----"
_LEAST_RSA_BITS: Final = 2048
_CURVES: Final = frozenset({"secp256r1", "secp384r1"})


def authority_from(content: bytes) -> bytes:
    """Return an authority's certificate, given as PEM or DER, as DER; raises KeyRefusal("key.not_an_authority")."""
    try:
        pem = content.lstrip().startswith(_PEM)
        found = x509.load_pem_x509_certificate(content) if pem else x509.load_der_x509_certificate(content)
        issues = _issues_certificates(found)
    except UNREADABLE:
        issues = False
    if not issues:
        raise KeyRefusal("key.not_an_authority")
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - only where it is needed

    return found.public_bytes(Encoding.DER)


def _issues_certificates(certificate: x509.Certificate) -> bool:
    extensions = certificate.extensions
    authority = extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    usage = extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return authority and usage and key.key_size >= _LEAST_RSA_BITS
    return authority and usage and isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in _CURVES


def issued_elsewhere(certificate: bytes) -> bool:
    """Tell whether somebody else issued this certificate (DER): a new key's own one is signed by itself."""
    found = x509.load_der_x509_certificate(certificate)
    try:
        found.verify_directly_issued_by(found)
    except UNREADABLE:
        return True
    return False


def issuer_among(certificate: bytes, authorities: Iterable[bytes], now: datetime) -> str:
    """Return the SHA-256 of the authority (DER) that issued a certificate to sign with, which holds at `now`.

    Raises UnknownSigner, Expired, PackageError("package.request_invalid") for a key or a use that is not ours.
    """
    leaf = x509.load_der_x509_certificate(certificate)
    if not signs_for_a_unit(leaf.public_key()):
        raise PackageError("package.request_invalid")
    issuer = next((each for each in authorities if _issued(each, leaf)), None)
    if issuer is None:
        raise UnknownSigner("package.unknown_signer", signer=name_in(certificate))
    if not leaf.not_valid_before_utc <= now <= leaf.not_valid_after_utc:
        until = format_clock(leaf.not_valid_after_utc)
        raise Expired("package.cert_expired", signer=name_in(certificate), until=until, now=format_clock(now))
    return sha256(issuer).hexdigest()


def _issued(authority: bytes, leaf: x509.Certificate) -> bool:
    try:
        leaf.verify_directly_issued_by(x509.load_der_x509_certificate(authority))
    except UNREADABLE:
        return False
    return True


def name_in(certificate: bytes) -> str:
    """Return the common name in a certificate (DER), or all of its subject where it has none; proves nothing."""
    subject = x509.load_der_x509_certificate(certificate).subject
    names = subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(names[0].value) if names else subject.rfc4514_string()


def issuer_in(certificate: bytes) -> str:
    """Return the common name of who issued a certificate (DER); proves nothing."""
    issuer = x509.load_der_x509_certificate(certificate).issuer
    names = issuer.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(names[0].value) if names else issuer.rfc4514_string()

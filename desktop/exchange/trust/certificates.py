"""X.509: the root, the leaf that a unit signs with, and the request for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktop.exchange.errors import KeyRefusal, PackageError
from desktop.exchange.signing.key_signer import SigningKey
from desktop.exchange.signing.public_keys import SigningPublicKey, certified_key_digest, fingerprint, signs_for_a_unit
from desktop.exchange.trust.unreadable import UNREADABLE

ROOT_LIFE = timedelta(days=3653)
LEAF_LIFE = timedelta(days=730)
HEAD_START = timedelta(hours=24)
"""Certificates start this much before they are issued: clocks of offices differ."""

_DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336
_LONGEST_NAME = 64  # bytes; ub-common-name of RFC 5280


def subject(name: str, unit_code: str | None = None) -> x509.Name:
    """Return the subject: the name, cut to what X.509 holds, and the unit's code. Nobody is known by it."""
    fitting = normalize("NFC", name).encode("utf-8")[:_LONGEST_NAME].decode("utf-8", errors="ignore").strip()
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, fitting)]
    if unit_code is not None:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, unit_code))
    return x509.Name(parts)


def key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    """Return the use of a key: documents, and for the root certificates and revocation lists too."""
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def root_certificate(key: ec.EllipticCurvePrivateKey, name: str, now: datetime) -> x509.Certificate:
    """Return the self-signed root; it issues leaves only and signs trust packs itself."""
    public = key.public_key()
    builder = _builder(subject(name), subject(name), public, now, now + ROOT_LIFE)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(key_usage(signs_certificates=True), critical=True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    return builder.sign(key, hashes.SHA384())


def validity(certificate: bytes) -> tuple[datetime, datetime]:
    """Return from when to when a certificate (DER) holds, both in UTC."""
    found = x509.load_der_x509_certificate(certificate)
    return found.not_valid_before_utc, found.not_valid_after_utc


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What people compare of a certificate. `fingerprint` is that of its key, in groups, "" for another kind of key."""

    name: str
    serial: str
    starts: datetime
    ends: datetime
    fingerprint: str


def facts_of(certificate: bytes) -> CertificateFacts:
    """Return what people compare of a certificate (DER) that was verified."""
    found = x509.load_der_x509_certificate(certificate)
    names = found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return CertificateFacts(
        name=str(names[0].value) if names else "",
        serial=f"{found.serial_number:x}",
        starts=found.not_valid_before_utc,
        ends=found.not_valid_after_utc,
        fingerprint=fingerprint(certified_key_digest(certificate) or ""),
    )


def issuer_among(certificate: bytes, candidates: Iterable[bytes]) -> bytes | None:
    """Return which of these certificates (DER) issued this one, None when none did."""
    found = x509.load_der_x509_certificate(certificate)
    return next((each for each in candidates if _issued(found, each)), None)


def _issued(found: x509.Certificate, candidate: bytes) -> bool:
    try:
        found.verify_directly_issued_by(x509.load_der_x509_certificate(candidate))
    except UNREADABLE:
        return False
    return True


def root_from_pem(pem: bytes) -> bytes:
    """Return the root certificate as DER; raises KeyRefusal("key.not_a_certificate") for anything else."""
    try:
        root = x509.load_pem_x509_certificate(pem)
        root.verify_directly_issued_by(root)
        is_authority = root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except UNREADABLE:
        is_authority = False
    if not is_authority:
        raise KeyRefusal("key.not_a_certificate")
    return root.public_bytes(serialization.Encoding.DER)


def leaf_certificate(
    root: x509.Certificate,
    root_key: ec.EllipticCurvePrivateKey,
    public: SigningPublicKey,
    name: x509.Name,
    now: datetime,
) -> x509.Certificate:
    """Return a certificate for signing documents.

    emailProtection beside documentSigning lets `openssl cms -verify` accept it without being told its purpose.
    """
    until = min(now + LEAF_LIFE, root.not_valid_after_utc)
    builder = _builder(name, root.subject, public, now, until)
    builder = _with_leaf_use(builder, public)
    issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    return builder.add_extension(issuer_key, critical=False).sign(root_key, hashes.SHA384())


def own_certificate(key: SigningKey, name: x509.Name, now: datetime) -> x509.Certificate:
    """Return a certificate that a new key gives itself, to sign its request for a real one."""
    builder = _builder(name, name, key.public_key(), now, now + LEAF_LIFE)
    return _with_leaf_use(builder, key.public_key()).sign(key, hashes.SHA256())


def _builder(
    name: x509.Name, issuer: x509.Name, public: SigningPublicKey, now: datetime, until: datetime
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(issuer).public_key(public)
    builder = builder.serial_number(x509.random_serial_number())
    return builder.not_valid_before(now - HEAD_START).not_valid_after(until)


def _with_leaf_use(builder: x509.CertificateBuilder, public: SigningPublicKey) -> x509.CertificateBuilder:
    purposes = x509.ExtendedKeyUsage([_DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(key_usage(signs_certificates=False), critical=True)
    builder = builder.add_extension(purposes, critical=False)
    return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)


def signing_request(key: SigningKey, name: x509.Name) -> bytes:
    """Return a PKCS #10 request, PEM."""
    request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, hashes.SHA256())
    return request.public_bytes(serialization.Encoding.PEM)


def requested_key(pem: str) -> SigningPublicKey:
    """Return the key that a request asks a certificate for; raises PackageError("package.request_invalid")."""
    try:
        request = x509.load_pem_x509_csr(pem.encode("ascii"))
        key = request.public_key()
        proven = request.is_signature_valid and signs_for_a_unit(key)
    except UNREADABLE:
        raise PackageError("package.request_invalid") from None
    if not proven or not isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        raise PackageError("package.request_invalid")
    return key

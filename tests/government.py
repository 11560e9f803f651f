"""A government certificate authority as tests play it: its own certificate, and those it gives to officials."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktop.exchange.signing.public_keys import SigningPublicKey

NAME = "CA phục vụ các cơ quan nhà nước"
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=4)
def _key(_number: int) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@dataclass(frozen=True)
class Government:
    """An authority; two of them may bear one name."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @classmethod
    def named(cls, name: str = NAME, number: int = 0, above: Self | None = None) -> Self:
        """Return an authority; `above` is the one that issued its certificate, itself unless told."""
        key, subject = _key(number), _name(name)
        issuer = above.certificate.subject if above else subject
        builder = _builder(subject, issuer, key.public_key(), FIRST, LAST)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        builder = builder.add_extension(_usage(signs=False, issues=True), critical=True)
        return cls(key, builder.sign(above.key if above else key, hashes.SHA256()))

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def fingerprint(self) -> str:
        return self.certificate.fingerprint(hashes.SHA256()).hex().upper()

    def certify(
        self,
        public: SigningPublicKey,
        name: str = "Văn phòng UBND huyện",
        *,
        until: datetime = LAST,
        serial: int | None = None,
        repudiable: bool = False,
    ) -> bytes:
        """Give a certificate for signing, as such authorities do: no documentSigning, a short key usage."""
        builder = _builder(_name(name), self.certificate.subject, public, FIRST, until, serial=serial)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=False)
        builder = builder.add_extension(_usage(signs=True, issues=False, repudiable=repudiable), critical=True)
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
        builder = builder.add_extension(purposes, critical=False)
        return builder.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    public: SigningPublicKey,
    first: datetime,
    last: datetime,
    *,
    serial: int | None = None,
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(public)
    builder = builder.serial_number(serial or x509.random_serial_number())
    return builder.not_valid_before(first - timedelta(days=1)).not_valid_after(last)


def _usage(*, signs: bool, issues: bool, repudiable: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs and not repudiable,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )

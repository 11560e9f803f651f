"""CMS signatures with one thing wrong at a time."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from asn1crypto import cms, core, tsp, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from tests.exchange.builder import NOW

Attributes = dict[str, list[Any]]


def attributes_of(content: bytes, certificate: bytes, at: datetime = NOW) -> Attributes:
    """Return the four signed attributes of the profile."""
    reference = tsp.ESSCertIDv2({"cert_hash": sha256(certificate).digest()})
    return {
        "content_type": ["data"],
        "message_digest": [sha256(content).digest()],
        "signing_time": [cms.Time({"utc_time": core.UTCTime(at)})],
        "signing_certificate_v2": [tsp.SigningCertificateV2({"certs": [reference]})],
    }


class Forge:
    """Builds a signature over `content`; each field may be changed before `dump`."""

    def __init__(self, content: bytes, key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, certificate: bytes) -> None:
        self.content = content
        self.key = key
        self.certificate = certificate
        self.attributes: Attributes | None = attributes_of(content, certificate)
        self.digest = "sha256"
        self.hash: hashes.HashAlgorithm = hashes.SHA256()
        self.certificates = [certificate]
        self.signers = 1
        self.enclosed: bytes | None = None
        self.unsigned: list[cms.CMSAttribute] = []

    def dump(self) -> bytes:
        signed_attributes = self._signed_attributes()
        to_sign = self.content if signed_attributes is None else signed_attributes.dump()
        content_info = cms.ContentInfo({"content_type": "signed_data", "content": self._signed_data(to_sign)})
        dumped: bytes = content_info.dump(force=True)
        return dumped

    def _signed_attributes(self) -> cms.CMSAttributes | None:
        if self.attributes is None:
            return None
        return cms.CMSAttributes(
            [cms.CMSAttribute({"type": name, "values": values}) for name, values in self.attributes.items()]
        )

    def _signed_data(self, to_sign: bytes) -> cms.SignedData:
        enclosed = {"content_type": "data"} | ({"content": self.enclosed} if self.enclosed is not None else {})
        return cms.SignedData(
            {
                "version": "v1",
                "digest_algorithms": [cms.DigestAlgorithm({"algorithm": self.digest})],
                "encap_content_info": enclosed,
                "certificates": [
                    cms.CertificateChoices("certificate", x509.Certificate.load(each)) for each in self.certificates
                ],
                "signer_infos": [self._signer_info(to_sign) for _ in range(self.signers)],
            }
        )

    def _signer_info(self, to_sign: bytes) -> cms.SignerInfo:
        certificate = x509.Certificate.load(self.certificate)
        identifier = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
        kind = "rsa" if isinstance(self.key, rsa.RSAPrivateKey) else "ecdsa"
        fields = {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": cms.IssuerAndSerialNumber(identifier)}),
            "digest_algorithm": {"algorithm": self.digest},
            "signature_algorithm": {"algorithm": f"{self.digest}_{kind}"},
            "signature": self._signature(to_sign),
        }
        if self.attributes is not None:
            fields["signed_attrs"] = self._signed_attributes()
        if self.unsigned:
            fields["unsigned_attrs"] = self.unsigned
        return cms.SignerInfo(fields)

    def _signature(self, to_sign: bytes) -> bytes:
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(to_sign, padding.PKCS1v15(), self.hash)
        return self.key.sign(to_sign, ec.ECDSA(self.hash))

"""The CAdES-B-B signature in the one form that this program writes and reads.

CMS SignedData, detached, DER, SHA-256; signed attributes contentType, messageDigest, signingTime and
signing-certificate-v2, nothing else; the signer's certificate and no unsigned attribute.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from asn1crypto import cms, core, tsp, x509
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.signers import pdf_cms

from desktop.exchange.errors import SignatureError
from desktop.exchange.signing.signer import Signer
from desktop.exchange.trust.unreadable import UNREADABLE

_ATTRIBUTES = frozenset({"content_type", "message_digest", "signing_time", "signing_certificate_v2"})
_MECHANISMS = frozenset(
    {
        ("sha256", "sha256_ecdsa"),
        ("sha384", "sha384_ecdsa"),
        ("sha256", "sha256_rsa"),
        ("sha384", "sha384_rsa"),
        ("sha512", "sha512_rsa"),
    }
)
_CURVES = frozenset({("named", "secp256r1"), ("named", "secp384r1")})
_LEAST_RSA_BITS = 2048
_ASN1_ERRORS = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError)
"""What asn1crypto raises over bytes that are not what they say."""


@dataclass(frozen=True, slots=True)
class ParsedSignature:
    """A signature of our form; nothing is said yet of whether it fits or whom it binds."""

    certificate: bytes
    signed_data: cms.SignedData
    claimed_signing_time: datetime


class _Adapter(pdf_cms.Signer):
    """Lets pyHanko build the CMS around any of our signers."""

    def __init__(self, signer: Signer) -> None:
        super().__init__(signing_cert=x509.Certificate.load(signer.certificate))
        self._signer = signer

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002, FBT001, FBT002 - pyHanko's signature
        return self._signer.sign(data)


def sign_detached(signer: Signer, content: bytes, at: datetime) -> bytes:
    """Return the DER signature over `content`, claiming it was made `at`."""
    settings = pdf_cms.PdfCMSSignedAttributes(signing_time=at.astimezone(UTC).replace(microsecond=0))
    signing = _Adapter(signer).async_sign_general_data(content, "sha256", use_cades=True, signed_attr_settings=settings)
    signed: bytes = asyncio.run(signing).dump()
    return signed


def parse_signature(raw: bytes) -> ParsedSignature:
    """Return the signature; raises SignatureError("package.signature_profile") for any other form.

    The CMS is built again from its certificate, signed attributes and signature value and compared, so that no
    byte of it is free.
    """
    try:
        return _parsed(raw)
    except _ASN1_ERRORS as error:
        raise _off_profile(type(error).__name__) from None


def _off_profile(why: str) -> SignatureError:
    return SignatureError("package.signature_profile", why=why)


def _parsed(raw: bytes) -> ParsedSignature:
    content_info = cms.ContentInfo.load(raw, strict=True)
    if content_info["content_type"].native != "signed_data":
        raise _off_profile("content type")
    signed_data = content_info["content"]
    if len(signed_data["signer_infos"]) != 1 or len(signed_data["certificates"]) != 1:
        raise _off_profile("not one signer")
    signer_info = signed_data["signer_infos"][0]
    certificate = signed_data["certificates"][0].chosen
    attributes = _single_attributes(signer_info)
    _check_mechanism(signer_info, certificate)
    _check_certificate_reference(attributes["signing_certificate_v2"], certificate)
    if _rebuilt(certificate, signer_info) != raw or not certificate.native:  # `native` reads all of it
        raise _off_profile("form")
    _check_readable(certificate.dump())
    return ParsedSignature(certificate.dump(), signed_data, attributes["signing_time"].native)


def _check_readable(certificate: bytes) -> None:
    """Refuse a certificate that only one of our two libraries can read, before either builds on it."""
    try:
        found = load_der_x509_certificate(certificate)
        found.public_key()
        list(found.extensions)
    except UNREADABLE as error:
        raise _off_profile(type(error).__name__) from None


def _single_attributes(signer_info: cms.SignerInfo) -> dict[str, core.Asn1Value]:
    attributes = signer_info["signed_attrs"]
    if not isinstance(attributes, cms.CMSAttributes):
        raise _off_profile("no signed attributes")
    found = {attribute["type"].native: attribute["values"] for attribute in attributes}
    if set(found) != _ATTRIBUTES or len(attributes) != len(found):
        raise _off_profile("signed attributes")
    if any(len(values) != 1 for values in found.values()):
        raise _off_profile("attribute values")
    return {name: values[0] for name, values in found.items()}


def _check_mechanism(signer_info: cms.SignerInfo, certificate: x509.Certificate) -> None:
    digest = signer_info["digest_algorithm"]["algorithm"].native
    if (digest, signer_info["signature_algorithm"]["algorithm"].native) not in _MECHANISMS:
        raise _off_profile("algorithm")
    key = certificate.public_key
    if key.algorithm == "rsa":
        strong = key.bit_size >= _LEAST_RSA_BITS
    else:
        strong = key.algorithm == "ec" and key.curve in _CURVES
    if not strong:
        raise _off_profile("key")


def _check_certificate_reference(attribute: tsp.SigningCertificateV2, certificate: x509.Certificate) -> None:
    references = attribute["certs"]
    if len(references) != 1 or references[0]["hash_algorithm"]["algorithm"].native != "sha256":
        raise _off_profile("certificate reference")
    if references[0]["cert_hash"].native != sha256(certificate.dump()).digest():
        raise _off_profile("certificate reference")


def _rebuilt(certificate: x509.Certificate, signer_info: cms.SignerInfo) -> bytes:
    identifier = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    digest = {"algorithm": signer_info["digest_algorithm"]["algorithm"].native}
    mechanism = {"algorithm": signer_info["signature_algorithm"]["algorithm"].native}
    again = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": cms.IssuerAndSerialNumber(identifier)}),
            "digest_algorithm": cms.DigestAlgorithm(digest),
            "signature_algorithm": cms.SignedDigestAlgorithm(mechanism),
            "signed_attrs": _in_order(signer_info["signed_attrs"]),
            "signature": signer_info["signature"].native,
        }
    )
    signed_data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": cms.DigestAlgorithms((cms.DigestAlgorithm(digest),)),
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices("certificate", certificate)],
            "signer_infos": [again],
        }
    )
    content_info = cms.ContentInfo({"content_type": "signed_data", "content": signed_data})
    rebuilt: bytes = content_info.dump()
    return rebuilt


def _in_order(attributes: cms.CMSAttributes) -> cms.CMSAttributes:
    """Return the attributes as fresh values, which asn1crypto writes in DER's order."""
    return cms.CMSAttributes([cms.CMSAttribute.load(attribute.dump()) for attribute in attributes])

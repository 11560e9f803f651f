"""Whether a signature fits the bytes, and whether its certificate chains to the root that we name."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from asn1crypto import x509
from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.sign.validation import generic_cms
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import StandardCMSSignatureStatus
from pyhanko_certvalidator import ValidationContext

from desktop.exchange.container.contents import format_clock
from desktop.exchange.errors import ClockWrong, Expired, SignatureError, UnknownSigner
from desktop.exchange.signing.cades import ParsedSignature, parse_signature
from desktop.exchange.trust.grants import Trust

CLOCK_TOLERANCE = timedelta(hours=24)
"""How far clocks of offices may differ; certificates start this much before they are issued."""

_LEAF_USES = frozenset({"digital_signature", "non_repudiation"})
_ONE_USE = KeyUsageConstraints(key_usage=_LEAF_USES)
"""pyHanko asks for one of the two; which of our certificates must have both is decided here."""
_AUTHORITY_USES = frozenset({"key_cert_sign", "crl_sign"})

for _name in ("pyhanko", "pyhanko_certvalidator"):  # they log a traceback for every ordinary refusal
    logging.getLogger(_name).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class VerifiedSignature:
    """A signature that fits, by a certificate that chains to the anchor. `certificate` is DER."""

    certificate: bytes
    cert_sha256: str
    common_name: str
    claimed_signing_time: datetime


def verify_chained(content: bytes, signature: bytes, roots: tuple[bytes, ...], now: datetime) -> VerifiedSignature:
    """Check the detached signature of `content` against `roots` (DER), at `now`.

    Raises SignatureError: signature_profile, signature_invalid; UnknownSigner; Expired; ClockWrong.
    """
    return _verify(content, parse_signature(signature), roots, now)


def verify_trusted(content: bytes, signature: bytes, trust: Trust, now: datetime) -> VerifiedSignature:
    """Check the detached signature against the roots, or for a certificate that is listed as issued elsewhere,
    against the authority that the root names for it.

    Raises what `verify_chained` raises.
    """
    parsed = parse_signature(signature)
    authority = trust.authority_of(sha256(parsed.certificate).hexdigest())
    if authority is None:
        return _verify(content, parsed, trust.roots, now)
    return _verify(content, parsed, (authority,), now, foreign=True)


def verify_possession(content: bytes, signature: bytes, now: datetime) -> VerifiedSignature:
    """Check only that the holder of the enclosed certificate's key signed `content`; says nothing of who that is.

    Raises what `verify_chained` raises.
    """
    parsed = parse_signature(signature)
    return _verify(content, parsed, (parsed.certificate,), now)


def check_times(certificate: bytes, claimed: datetime, now: datetime) -> None:
    """Check only what time changes of a signature that fitted before: its certificate's life (DER), and the clock.

    Raises Expired, ClockWrong.
    """
    _check_times(x509.Certificate.load(certificate), claimed, now)


def _verify(
    content: bytes, parsed: ParsedSignature, anchors: tuple[bytes, ...], now: datetime, *, foreign: bool = False
) -> VerifiedSignature:
    certificate = x509.Certificate.load(parsed.certificate)
    roots = [x509.Certificate.load(anchor) for anchor in anchors]
    status = _status(content, parsed, roots, _moment(certificate, now))
    if not (status.intact and status.valid):
        raise SignatureError("package.signature_invalid")
    if foreign:
        fitting = parsed.certificate not in anchors and _signs_at_all(certificate)
    else:
        fitting = parsed.certificate in anchors or _signs_documents(certificate)
    if not (status.trusted and fitting):
        raise UnknownSigner("package.unknown_signer", signer=_common_name(certificate))
    _check_times(certificate, parsed.claimed_signing_time, now)
    digest = sha256(parsed.certificate).hexdigest()
    return VerifiedSignature(parsed.certificate, digest, _common_name(certificate), parsed.claimed_signing_time)


def _moment(certificate: x509.Certificate, now: datetime) -> datetime:
    """Return when to judge the chain: within the certificate's life, so that age and origin are told apart."""
    first: datetime = certificate.not_valid_before
    last: datetime = certificate.not_valid_after
    return max(first, min(now, last))


def _status(
    content: bytes, parsed: ParsedSignature, anchors: list[x509.Certificate], moment: datetime
) -> StandardCMSSignatureStatus:
    context = ValidationContext(trust_roots=anchors, moment=moment, allow_fetching=False)
    checking = generic_cms.async_validate_detached_cms(
        content, parsed.signed_data, signer_validation_context=context, key_usage_settings=_ONE_USE
    )
    try:
        return asyncio.run(checking)
    except (SignatureValidationError, UnsupportedAlgorithm, ValueError):
        raise SignatureError("package.signature_invalid") from None


def _signs_documents(certificate: x509.Certificate) -> bool:
    """Tell whether the certificate is a leaf for signing; pyHanko checks only that one of its uses fits."""
    usage = certificate.key_usage_value
    uses = frozenset(usage.native) if usage is not None else frozenset()
    return not certificate.ca and uses >= _LEAF_USES and not uses & _AUTHORITY_USES


def _signs_at_all(certificate: x509.Certificate) -> bool:
    """Tell whether a government authority's leaf is one for signing: it chooses its profile, and we whom to list."""
    usage = certificate.key_usage_value
    uses = frozenset(usage.native) if usage is not None else frozenset()
    return not certificate.ca and bool(uses & _LEAF_USES) and not uses & _AUTHORITY_USES


def _check_times(certificate: x509.Certificate, claimed: datetime, now: datetime) -> None:
    if now < certificate.not_valid_before or claimed > now + CLOCK_TOLERANCE:
        raise ClockWrong("package.clock_wrong", now=format_clock(now))
    if now > certificate.not_valid_after:
        until = format_clock(certificate.not_valid_after)
        name = _common_name(certificate)
        raise Expired("package.cert_expired", signer=name, until=until, now=format_clock(now))


def _common_name(certificate: x509.Certificate) -> str:
    return str(certificate.subject.native.get("common_name", ""))

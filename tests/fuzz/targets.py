"""What a fuzzer feeds: each reader of bytes that strangers send. Anything but a refusal is a fault of the program."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pyrage
from asn1crypto import x509

from desktop.exchange import strict_json
from desktop.exchange.container.digests import Meter
from desktop.exchange.container.envelope import read_envelope
from desktop.exchange.container.manifest import read_manifest
from desktop.exchange.container.opened import open_container
from desktop.exchange.errors import PackageError
from desktop.exchange.signing import bech32
from desktop.exchange.signing.cades import parse_signature
from desktop.exchange.signing.encryption import decrypt
from desktop.exchange.signing.encryption_key import EncryptionKey
from desktop.exchange.signing.public_keys import certified_key_digest
from desktop.exchange.signing.verify import VerifiedSignature, verify_possession
from desktop.exchange.trust.foreign import issued_elsewhere
from desktop.exchange.trust.pack import Handover, read_trust
from desktop.exchange.trust.revocation import read_crl
from desktop.exchange.trust.rotation import check_handover

FIXED = Path(__file__).parent / "fixed"
"""What the seeds were made with: the root (DER), and the manifest that the signatures are over."""
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
_SECRET = bech32.encode("age-secret-key-", b"a key of the fuzzer, known to all"[:32]).upper()
_IDENTITY = pyrage.x25519.Identity.from_str(_SECRET)
AGE_KEY = EncryptionKey(_IDENTITY, str(_IDENTITY.to_public()))


def container(raw: bytes) -> None:
    """A whole package, as far as it can be read without knowing anybody."""
    with tempfile.NamedTemporaryFile(prefix="fuzz-", suffix=".asice") as file:
        file.write(raw)
        file.flush()
        open_container(Path(file.name), _believed, Meter(len(raw), None, None))


def _believed(manifest: bytes, signature: bytes) -> VerifiedSignature:
    """Take the form of a signature for the signature, so that what lies behind it is reached."""
    parsed = parse_signature(signature)
    certificate = x509.Certificate.load(parsed.certificate)
    name = str(certificate.subject.native.get("common_name", ""))
    return VerifiedSignature(
        parsed.certificate, sha256(parsed.certificate).hexdigest(), name, parsed.claimed_signing_time
    )


def manifest(raw: bytes) -> None:
    """The list of what is signed."""
    read_manifest(raw)


def envelope(raw: bytes) -> None:
    """data/package.json."""
    read_envelope(raw)


def json(raw: bytes) -> None:
    """Any records; what was read says the same again when it is written."""
    read = strict_json.parse(raw, "data/submission.json")
    assert strict_json.parse(strict_json.encode(read), "again") == read


def trust(raw: bytes) -> None:
    """data/trust.json, and the certificates of a handover in it."""
    pack = read_trust(strict_json.parse(raw, "data/trust.json"), raw, "0" * 64)
    if pack.handover is not None:
        check_handover(pack.handover, (FIXED / "root.der").read_bytes(), pack.version, NOW)


def root(raw: bytes) -> None:
    """The certificate of a new root."""
    check_handover(Handover(raw, b""), (FIXED / "root.der").read_bytes(), 2, NOW)


def signature(raw: bytes) -> None:
    """The CMS over a manifest, with the certificate in it, and what is asked of the certificate of a stranger."""
    signed = verify_possession((FIXED / "manifest.xml").read_bytes(), raw, NOW)
    certified_key_digest(signed.certificate)
    issued_elsewhere(signed.certificate)


def crl(raw: bytes) -> None:
    """A list of revoked certificates."""
    read_crl(raw, (FIXED / "root.der").read_bytes())


def age(raw: bytes) -> None:
    """An encrypted file, with the key at hand."""
    with tempfile.NamedTemporaryFile(prefix="fuzz-", suffix=".age") as file, Path(os.devnull).open("wb") as nowhere:
        file.write(raw)
        file.flush()
        decrypt(Path(file.name), nowhere, AGE_KEY, Meter(len(raw), None, None))


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (container, manifest, envelope, json, trust, root, signature, crl, age)
}


def feed(target: str, raw: bytes) -> str:
    """Give `raw` to a reader; return the code of its refusal, "" when it accepts."""
    try:
        TARGETS[target](raw)
    except PackageError as refusal:
        return refusal.code
    return ""

"""Keys in files: PKCS #8, encrypted under a passphrase; ECDSA to sign with."""

import os
from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.errors import KeyRefusal, reading_refused

PrivateKey: TypeAlias = ec.EllipticCurvePrivateKey | X25519PrivateKey

_HEADER = b"-----BEGIN ENCRYPTED PRIVATE KEY-----"


def create_key(path: Path, passphrase: str, curve: ec.EllipticCurve | None = None) -> ec.EllipticCurvePrivateKey:
    """Make a key (P-256 unless told) and keep it in `path`, which must not exist yet, readable by its owner only.

    Raises KeyRefusal: passphrase_missing, already_exists; FileError when it cannot be written.
    """
    key = ec.generate_private_key(curve or ec.SECP256R1())
    keep_key(path, passphrase, key)
    return key


def keep_key(path: Path, passphrase: str, key: PrivateKey) -> None:
    """Write a key into `path`, which must not exist yet; raises what `create_key` raises."""
    if not passphrase:
        raise KeyRefusal("key.passphrase_missing")
    if path.exists():
        raise KeyRefusal("key.already_exists", file=path.name)
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(_secret(passphrase)),
    )
    with part_file(path) as part, synced(part) as stream:
        os.chmod(part, 0o600)  # noqa: PTH101 - before the key is in it
        stream.write(pem)


def load_key(path: Path, passphrase: str) -> ec.EllipticCurvePrivateKey:
    """Open the key file; raises KeyRefusal: wrong_passphrase, not_a_key; FileError when it cannot be read."""
    key = open_key(path, passphrase)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise KeyRefusal("key.not_a_key", file=path.name)
    return key


def open_key(path: Path, passphrase: str) -> PrivateKeyTypes:
    """Open a key file, whatever the key is for; raises what `load_key` raises."""
    try:
        pem = path.read_bytes()
    except OSError as error:
        raise reading_refused(error, path.name) from error
    if not pem.startswith(_HEADER):
        raise KeyRefusal("key.not_a_key", file=path.name)
    if not passphrase:
        raise KeyRefusal("key.passphrase_missing")
    try:
        return serialization.load_pem_private_key(pem, _secret(passphrase))
    except ValueError:
        raise KeyRefusal("key.wrong_passphrase", file=path.name) from None


def _secret(passphrase: str) -> bytes:
    """Return one spelling of the passphrase, however the keyboard composed its accents."""
    return normalize("NFC", passphrase).encode("utf-8")

"""The key that packages are encrypted to: X25519 in a PKCS #8 file under the signing key's passphrase."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import msgspec
import pyrage
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing import bech32
from desktop.exchange.signing.key_file import keep_key, open_key

_IDENTITY: Final = "age-secret-key-"
_RECIPIENT: Final = "age"

AgeRecipient = Annotated[str, msgspec.Meta(pattern=r"^age1[02-9ac-hj-np-z]{58}\Z")]
"""A public key as age writes it."""


@dataclass(frozen=True, slots=True)
class EncryptionKey:
    """An open key. `recipient` is the public half, which others encrypt to; `older` only opens older packages."""

    identity: pyrage.x25519.Identity
    recipient: AgeRecipient
    older: tuple[pyrage.x25519.Identity, ...] = ()


def create_encryption_key(path: Path, passphrase: str) -> EncryptionKey:
    """Make a key and keep it in `path`, which must not exist yet, readable by its owner only.

    Raises KeyRefusal: passphrase_missing, already_exists; FileError when it cannot be written.
    """
    key = X25519PrivateKey.generate()
    keep_key(path, passphrase, key)
    return _opened(key)


def load_encryption_key(path: Path, passphrase: str) -> EncryptionKey:
    """Open the key file; raises what `load_key` raises."""
    key = open_key(path, passphrase)
    if not isinstance(key, X25519PrivateKey):
        raise KeyRefusal("key.not_a_key", file=path.name)
    return _opened(key)


def is_recipient(text: str) -> bool:
    """Tell whether age takes `text` for a public key, checksum and all."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def _opened(key: X25519PrivateKey) -> EncryptionKey:
    secret = key.private_bytes(
        serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    identity = pyrage.x25519.Identity.from_str(bech32.encode(_IDENTITY, secret).upper())
    return EncryptionKey(identity, bech32.encode(_RECIPIENT, public))

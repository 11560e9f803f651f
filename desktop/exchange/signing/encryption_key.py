"""The key that packages are encrypted to: X25519 in a PKCS #8 file under the signing key's passphrase."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing import bech32
from desktop.exchange.signing.key_file import keep_key, open_key

_IDENTITY: Final = "age-secret-key-"
_RECIPIENT: Final = "age"
_KEY_SIZE: Final = 32

AgeRecipient = Annotated[str, msgspec.Meta(pattern=r"^age1[02-9ac-hj-np-z]{58}\Z")]
"""A public key as age writes it."""


@dataclass(frozen=True, slots=True)
class EncryptionKey:
    """An open key. `recipient` is the public half, which others encrypt to; `older` only opens older packages."""

    private: X25519PrivateKey
    recipient: AgeRecipient
    older: tuple[X25519PrivateKey, ...] = ()

    @property
    def identity(self) -> str:
        """The secret half as age writes it in its key files."""
        raw = serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption()
        return bech32.encode(_IDENTITY, self.private.private_bytes(*raw)).upper()


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
    content = bech32.decode(_RECIPIENT, text)
    return content is not None and len(content) == _KEY_SIZE


def public_key(recipient: str) -> bytes:
    """Return the 32 bytes that a recipient (age1...) stands for; ValueError for what `is_recipient` refuses."""
    content = bech32.decode(_RECIPIENT, recipient)
    if content is None or len(content) != _KEY_SIZE:
        raise ValueError(recipient)
    return content


def _opened(key: X25519PrivateKey) -> EncryptionKey:
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return EncryptionKey(key, bech32.encode(_RECIPIENT, public))

"""The signer whose key is in a file."""

from collections.abc import Callable
from pathlib import Path

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.key_file import load_key
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.signing.public_keys import public_key_digest


class FileSigner(KeySigner):
    """A `Signer` over a key that was read from its file."""


def open_signer(path: Path, passphrase: str, certificate_of_key: Callable[[str], bytes | None]) -> FileSigner:
    """Open the key file and find its certificate; `certificate_of_key` gets the SHA-256 of the public key, hex.

    Raises what `load_key` raises, and KeyRefusal("key.no_certificate") while none was issued for this key.
    """
    key = load_key(path, passphrase)
    certificate = certificate_of_key(public_key_digest(key.public_key()))
    if certificate is None:
        raise KeyRefusal("key.no_certificate", file=path.name)
    return FileSigner(key, certificate)

"""The signer whose key is in a file."""

from collections.abc import Callable
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.key_file import load_key, public_key_digest


class FileSigner:
    """A `Signer` over an open ECDSA key; raises KeyRefusal("key.other_certificate") if they do not fit."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, certificate: bytes) -> None:
        if x509.load_der_x509_certificate(certificate).public_key() != key.public_key():
            raise KeyRefusal("key.other_certificate")
        self._key = key
        self._certificate = certificate

    @property
    def certificate(self) -> bytes:
        """The signer's certificate, DER."""
        return self._certificate

    def sign(self, message: bytes) -> bytes:
        """Return the DER ECDSA signature over `message` with SHA-256."""
        return self._key.sign(message, ec.ECDSA(hashes.SHA256()))


def open_signer(path: Path, passphrase: str, certificate_of_key: Callable[[str], bytes | None]) -> FileSigner:
    """Open the key file and find its certificate; `certificate_of_key` gets the SHA-256 of the public key, hex.

    Raises what `load_key` raises, and KeyRefusal("key.no_certificate") while none was issued for this key.
    """
    key = load_key(path, passphrase)
    certificate = certificate_of_key(public_key_digest(key.public_key()))
    if certificate is None:
        raise KeyRefusal("key.no_certificate", file=path.name)
    return FileSigner(key, certificate)

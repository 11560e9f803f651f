"""Who can sign: a key in a file, later a token; the rest of the program does not know which."""

from typing import Protocol


class Signer(Protocol):
    """A private key with its certificate. The key itself never leaves the back end."""

    @property
    def certificate(self) -> bytes:
        """The signer's certificate, DER."""

    def sign(self, message: bytes) -> bytes:
        """Return the signature over `message` with SHA-256: DER ECDSA, or PKCS #1 v1.5 for RSA."""

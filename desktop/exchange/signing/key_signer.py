"""Signing with any private key that speaks cryptography's interface: one read from a file, or one on a token."""

from typing import TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from desktop.exchange.errors import KeyRefusal

SigningKey: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
"""A key to sign with; where it is kept, only its maker knows."""


class KeySigner:
    """A `Signer` over a key; raises KeyRefusal("key.other_certificate") if it and the certificate do not fit."""

    def __init__(self, key: SigningKey, certificate: bytes) -> None:
        if x509.load_der_x509_certificate(certificate).public_key() != key.public_key():
            raise KeyRefusal("key.other_certificate")
        self._key = key
        self._certificate = certificate

    @property
    def certificate(self) -> bytes:
        """The signer's certificate, DER."""
        return self._certificate

    def sign(self, message: bytes) -> bytes:
        """Return the signature over `message` with SHA-256: DER ECDSA, or PKCS #1 v1.5 for RSA."""
        if isinstance(self._key, ec.EllipticCurvePrivateKey):
            return self._key.sign(message, ec.ECDSA(hashes.SHA256()))
        return self._key.sign(message, padding.PKCS1v15(), hashes.SHA256())

"""Public keys: which ones we accept, their digest, and how two people compare it."""

from hashlib import sha256
from typing import Final, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

SigningPublicKey: TypeAlias = ec.EllipticCurvePublicKey | rsa.RSAPublicKey

LEAF_CURVE: Final = "secp256r1"
LEAF_RSA_BITS: Final = frozenset({2048, 3072, 4096})
"""What government tokens hold; the verifier takes any RSA key of 2048 bits and more."""
RSA_EXPONENT: Final = 65537

_LETTERS_PER_GROUP: Final = 4
_GROUPS_READ_ALOUD: Final = 8
"""128 bits: nobody finds a second key with the same, and two people compare it in a minute."""


def signs_for_a_unit(key: object) -> bool:
    """Tell whether a unit may enrol with a public key of this kind: P-256, or RSA as tokens hold it."""
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size in LEAF_RSA_BITS and key.public_numbers().e == RSA_EXPONENT
    return isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name == LEAF_CURVE


def public_key_der(key: SigningPublicKey) -> bytes:
    """Return the SubjectPublicKeyInfo."""
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def public_key_digest(key: SigningPublicKey) -> str:
    """Return the SHA-256 of the public key (SubjectPublicKeyInfo), hex."""
    return sha256(public_key_der(key)).hexdigest()


def certified_key_digest(certificate: bytes) -> str | None:
    """Return the digest of the key that a certificate (DER) is for, None when it is neither ECDSA nor RSA."""
    key = x509.load_der_x509_certificate(certificate).public_key()
    return public_key_digest(key) if isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey) else None


def fingerprint(digest: str) -> str:
    """Return the start of a hex digest for reading aloud: "A1B2 C3D4 ...", eight groups of four."""
    letters = digest[: _LETTERS_PER_GROUP * _GROUPS_READ_ALOUD].upper()
    return " ".join(letters[at : at + _LETTERS_PER_GROUP] for at in range(0, len(letters), _LETTERS_PER_GROUP))

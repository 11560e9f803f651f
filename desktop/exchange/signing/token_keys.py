"""Private keys that stay on their token, as cryptography's builders of certificates and requests take keys.

What is signed is hashed here and only the digest goes to the token, since that is what every token can do; where one
cannot, it hashes itself.
"""

import os
from typing import Any, Final, TypeAlias

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.public_keys import public_key_digest
from desktop.exchange.signing.token_driver import LOCK
from desktop.exchange.signing.token_faults import token_faults
from desktop.exchange.signing.token_session import KEY_LABEL, HeldKey, TokenSession

_DIGEST_INFO: Final = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
}
"""What PKCS #1 v1.5 puts before a digest (RFC 8017, 9.2)."""
_KEY_ID_BYTES: Final = 16

Buffer: TypeAlias = bytes | bytearray | memoryview


class _OnToken:
    """What keys of both kinds share: the session, and that nothing secret can be taken out."""

    def __init__(self, session: TokenSession, held: HeldKey) -> None:
        self._session = session
        self._held = held
        self._handle = session.private_key(held.key_id)

    @property
    def key_id(self) -> str:
        """The id under which the token keeps it, hex."""
        return self._held.key_id

    def private_bytes(
        self,
        encoding: serialization.Encoding,  # noqa: ARG002 - cryptography's signature
        format: serialization.PrivateFormat,  # noqa: A002, ARG002 - likewise
        encryption_algorithm: serialization.KeySerializationEncryption,  # noqa: ARG002 - likewise
    ) -> bytes:
        """Refuse: the key never leaves its token."""
        raise KeyRefusal("token.key_stays", token=self._session.info.label)

    def _signed(self, message: bytes, prepared: bytes, raw: str, hashing: str) -> bytes:
        """Sign `prepared` with the mechanism `raw`, or `message` with the one that hashes, whichever there is."""
        from pkcs11 import Attribute, Mechanism  # noqa: PLC0415 - loaded only where there is a token

        can = self._session.mechanisms()
        chosen = next((each for each in (Mechanism[raw], Mechanism[hashing]) if int(each) in can), None)
        if chosen is None:
            raise KeyRefusal("token.key_unsuitable", token=self._session.info.label)
        with LOCK, token_faults(self._session.info.label):
            asks = bool(_attribute(self._handle, Attribute.ALWAYS_AUTHENTICATE))
        pin = self._session.pin_again() if asks else None  # while somebody types, nothing else need wait
        with LOCK, token_faults(self._session.info.label):
            content = prepared if chosen is Mechanism[raw] else message
            return bytes(self._handle.sign(content, mechanism=chosen, **({"pin": pin} if pin else {})))


def _attribute(handle: Any, attribute: Any) -> object:
    from pkcs11.exceptions import AttributeTypeInvalid  # noqa: PLC0415 - loaded only where there is a token

    try:
        return handle[attribute]
    except AttributeTypeInvalid:
        return None


class TokenEcKey(_OnToken, ec.EllipticCurvePrivateKey):
    """An ECDSA key on a token."""

    def sign(self, data: Buffer, signature_algorithm: ec.EllipticCurveSignatureAlgorithm) -> bytes:
        """Return the DER signature; raises KeyRefusal: token.removed, token.failed and those of the PIN."""
        algorithm = signature_algorithm.algorithm
        if not isinstance(algorithm, hashes.HashAlgorithm):
            raise KeyRefusal("token.key_unsuitable", token=self._session.info.label)
        digest = _digest(data, algorithm)[: (self.key_size + 7) // 8]  # FIPS 186-5: its leftmost bits
        joined = self._signed(bytes(data), digest, "ECDSA", f"ECDSA_{algorithm.name.upper()}")
        half = len(joined) // 2
        return encode_dss_signature(int.from_bytes(joined[:half], "big"), int.from_bytes(joined[half:], "big"))

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public half."""
        assert isinstance(self._held.public_key, ec.EllipticCurvePublicKey)  # noqa: S101 - `token_key` chose by it
        return self._held.public_key

    @property
    def curve(self) -> ec.EllipticCurve:
        """The curve."""
        return self.public_key().curve

    @property
    def key_size(self) -> int:
        """Bits of the curve."""
        return self.curve.key_size

    def exchange(self, algorithm: ec.ECDH, peer_public_key: ec.EllipticCurvePublicKey) -> bytes:  # noqa: ARG002 - cryptography's
        """Refuse: this key signs."""
        raise KeyRefusal("token.key_unsuitable", token=self._session.info.label)

    def private_numbers(self) -> ec.EllipticCurvePrivateNumbers:
        """Refuse: the key never leaves its token."""
        raise KeyRefusal("token.key_stays", token=self._session.info.label)

    def __copy__(self) -> "TokenEcKey":
        return self

    def __deepcopy__(self, memo: dict[Any, Any]) -> "TokenEcKey":
        return self


class TokenRsaKey(_OnToken, rsa.RSAPrivateKey):
    """An RSA key on a token; it signs with PKCS #1 v1.5 and nothing else."""

    def sign(self, data: Buffer, padding: Any, algorithm: Any) -> bytes:
        """Return the signature; raises KeyRefusal: token.removed, token.failed and those of the PIN."""
        if not _is_plain(padding) or getattr(algorithm, "name", "") not in _DIGEST_INFO:
            raise KeyRefusal("token.key_unsuitable", token=self._session.info.label)
        prepared = _DIGEST_INFO[algorithm.name] + _digest(data, algorithm)
        return self._signed(bytes(data), prepared, "RSA_PKCS", f"{algorithm.name.upper()}_RSA_PKCS")

    def public_key(self) -> rsa.RSAPublicKey:
        """Return the public half."""
        assert isinstance(self._held.public_key, rsa.RSAPublicKey)  # noqa: S101 - `token_key` chose by it
        return self._held.public_key

    @property
    def key_size(self) -> int:
        """Bits of the modulus."""
        return self.public_key().key_size

    def decrypt(self, ciphertext: bytes, padding: object) -> bytes:  # noqa: ARG002 - cryptography's
        """Refuse: this key signs."""
        raise KeyRefusal("token.key_unsuitable", token=self._session.info.label)

    def private_numbers(self) -> rsa.RSAPrivateNumbers:
        """Refuse: the key never leaves its token."""
        raise KeyRefusal("token.key_stays", token=self._session.info.label)

    def __copy__(self) -> "TokenRsaKey":
        return self

    def __deepcopy__(self, memo: dict[Any, Any]) -> "TokenRsaKey":
        return self


def _is_plain(chosen: object) -> bool:
    return isinstance(chosen, padding.PKCS1v15)


def _digest(message: Buffer, algorithm: hashes.HashAlgorithm) -> bytes:
    hashing = hashes.Hash(algorithm)
    hashing.update(message)
    return hashing.finalize()


TokenKey: TypeAlias = TokenEcKey | TokenRsaKey


def token_key(session: TokenSession, key_id: str, public_key: str = "") -> TokenKey:
    """Return the key with this id (hex); `public_key` is the digest that it must have, when one is known.

    Raises KeyRefusal: token.key_not_found, token.key_unsuitable.
    """
    held = session.held_key(key_id)
    if public_key and public_key_digest(held.public_key) != public_key:
        raise KeyRefusal("token.key_not_found", token=session.info.label)
    kind = TokenEcKey if isinstance(held.public_key, ec.EllipticCurvePublicKey) else TokenRsaKey
    return kind(session, held)


def make_token_key(session: TokenSession, curve: str = "secp256r1") -> TokenEcKey:
    """Make an ECDSA key on the token, which can sign and can never be taken out.

    The session must have been opened for writing. Raises KeyRefusal: token.cannot_make_key, token.full,
    token.write_protected, token.failed.
    """
    from pkcs11 import Attribute, KeyType, Mechanism  # noqa: PLC0415 - loaded only where there is a token
    from pkcs11.util.ec import encode_named_curve_parameters  # noqa: PLC0415 - likewise

    if int(Mechanism.EC_KEY_PAIR_GEN) not in session.mechanisms():
        raise KeyRefusal("token.cannot_make_key", token=session.info.label)
    key_id = os.urandom(_KEY_ID_BYTES)
    with LOCK, token_faults(session.info.label):
        domain = session.open.create_domain_parameters(
            KeyType.EC, {Attribute.EC_PARAMS: encode_named_curve_parameters(curve)}, local=True
        )
        private = {
            Attribute.SIGN: True,
            Attribute.DERIVE: False,
            Attribute.SENSITIVE: True,
            Attribute.EXTRACTABLE: False,
        }
        public = {Attribute.VERIFY: True, Attribute.DERIVE: False, Attribute.PRIVATE: False}
        domain.generate_keypair(
            id=key_id, label=KEY_LABEL, store=True, public_template=public, private_template=private
        )
    made = token_key(session, key_id.hex())
    if not isinstance(made, TokenEcKey):
        raise KeyRefusal("token.cannot_make_key", token=session.info.label)
    return made

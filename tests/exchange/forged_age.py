"""age files with one thing wrong at a time."""

import hmac
import os
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PIECE = 65_536


def text(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")


@dataclass
class AgeForge:
    """Builds an age file for `recipient` (raw public key); each field may be changed before `dump`."""

    recipient: bytes
    plain: bytes = b"x"
    file_key: bytes = field(default_factory=lambda: os.urandom(16))
    share: bytes | None = None
    arguments: bytes = b""
    body: bytes | None = None
    before: bytes = b""
    spelled: bytes = b""
    pieces: list[tuple[bytes, bool]] | None = None
    code: bytes | None = None

    def dump(self) -> bytes:
        header = b"age-encryption.org/v1\n" + self.before + self._stanza() + b"---"
        code = self.code or hmac.digest(self._derived(self.file_key, b"", b"header"), header, sha256)
        return header + b" " + text(code) + b"\n" + self._payload()

    def _stanza(self) -> bytes:
        if self.spelled:
            return self.spelled
        own = X25519PrivateKey.generate()
        share = self.share or own.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        secret = own.exchange(X25519PublicKey.from_public_bytes(self.recipient))
        wrapping = self._derived(secret, share + self.recipient, b"age-encryption.org/v1/X25519")
        body = self.body or ChaCha20Poly1305(wrapping).encrypt(bytes(12), self.file_key, None)
        return b"-> X25519 " + text(share) + self.arguments + b"\n" + text(body) + b"\n"

    def _payload(self) -> bytes:
        nonce = os.urandom(16)
        cipher = ChaCha20Poly1305(self._derived(self.file_key, nonce, b"payload"))
        sealed = (
            cipher.encrypt(at.to_bytes(11, "big") + bytes((last,)), piece, None)
            for at, (piece, last) in enumerate(self.pieces or self._in_pieces())
        )
        return nonce + b"".join(sealed)

    def _in_pieces(self) -> list[tuple[bytes, bool]]:
        starts = range(0, max(len(self.plain), 1), PIECE)
        return [(self.plain[at : at + PIECE], at == starts[-1]) for at in starts]

    @staticmethod
    def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
        return HKDF(algorithm=SHA256(), length=32, salt=salt, info=purpose).derive(secret)

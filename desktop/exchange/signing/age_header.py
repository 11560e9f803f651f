"""How an age file begins: written for its recipients; read within bounds and opened with a key before all else.

The form is that of age-encryption.org/v1: a version line, a stanza for each recipient, and a code over them all.
"""

import binascii
import hmac
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desktop.exchange.errors import RecipientError, StructureError

_VERSION: Final = b"age-encryption.org/v1\n"
_ANY_VERSION: Final = b"age-encryption.org/"
_ARMOUR: Final = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ZIP: Final = b"PK\x03\x04"
ENDING: Final = ".age"

MAX_HEADER: Final = 16_384
"""Bytes. Two recipients and the line that age adds to keep readers tolerant take about 400."""
MAX_STANZAS: Final = 20
"""An office writes to the recipient and to itself; more than these readers nobody has."""

_KEY_SIZE: Final = 32
FILE_KEY_SIZE: Final = 16
_TAG_SIZE: Final = 16
_ZERO_NONCE: Final = bytes(12)
"""Each wrapping key is used once."""
_END: Final = re.compile(rb"^---( [A-Za-z0-9+/]{43}\n)", re.MULTILINE)
_STANZA: Final = re.compile(rb"-> ([\x21-\x7e]+(?: [\x21-\x7e]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)")


@dataclass(frozen=True, slots=True)
class Header:
    """The stanzas as (kind and arguments, body); the code over `covered`; what is encrypted starts at `size`."""

    stanzas: tuple[tuple[tuple[bytes, ...], bytes], ...]
    covered: bytes
    code: bytes
    size: int


def is_sealed(path: Path) -> bool:
    """Tell whether a file is, or was meant to be, an encrypted package; raises OSError."""
    with path.open("rb") as source:
        head = source.read(len(_ARMOUR))
    named = path.name.lower().endswith(ENDING) and not head.startswith(_ZIP)
    return named or head.startswith((_ANY_VERSION, _ARMOUR))


def decrypt_failed() -> StructureError:
    """Return the one answer to all that does not open: what exactly failed would help only who forges."""
    return StructureError("package.decrypt_failed")


def read_header(head: bytes) -> Header:
    """Read the first bytes of an age file: binary, version 1, few recipients, all of them public keys.

    `head` is at least MAX_HEADER bytes, or the whole file. Raises StructureError("package.decrypt_failed").
    """
    end = _END.search(head[:MAX_HEADER])
    if not head.startswith(_VERSION) or end is None:
        raise decrypt_failed()
    stanzas = tuple(_stanzas(head[len(_VERSION) : end.start()]))
    kinds = {said[0] for said, _ in stanzas}
    if len(stanzas) > MAX_STANZAS or b"X25519" not in kinds or b"scrypt" in kinds:
        raise decrypt_failed()
    return Header(stanzas, head[: end.start(1)], _decoded(end[1].strip()), end.end())


def _stanzas(text: bytes) -> Iterator[tuple[tuple[bytes, ...], bytes]]:
    at = 0
    while at < len(text):
        found = _STANZA.match(text, at)
        if found is None:
            raise decrypt_failed()
        yield tuple(found[1].split(b" ")), _decoded(found[2].replace(b"\n", b""))
        at = found.end()


def _decoded(text: bytes) -> bytes:
    """Return what Base 64 without padding says; it has one spelling only."""
    try:
        content = b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise decrypt_failed() from None
    if _encoded(content) != text:
        raise decrypt_failed()
    return content


def _encoded(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")


def open_header(header: Header, keys: Sequence[X25519PrivateKey]) -> bytes:
    """Return the file's own key (16 bytes), which it holds once for each recipient.

    Raises RecipientError("package.not_for_us") when none is for any of `keys`,
    StructureError("package.decrypt_failed").
    """
    found = next(filter(None, (_unwrapped(*each, key) for key in keys for each in header.stanzas)), None)
    if found is None:
        raise RecipientError("package.not_for_us", recipient="")
    if not hmac.compare_digest(_code(found, header.covered), header.code):
        raise decrypt_failed()
    return found


def make_header(file_key: bytes, recipients: Sequence[bytes]) -> bytes:
    """Return the header of a file for these keys (32 bytes each). A file's key is never used for a second file."""
    covered = _VERSION + b"".join(_wrapped(file_key, each) for each in recipients) + b"---"
    return covered + b" " + _encoded(_code(file_key, covered)) + b"\n"


def _wrapped(file_key: bytes, recipient: bytes) -> bytes:
    passing = X25519PrivateKey.generate()
    share = passing.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    secret = passing.exchange(X25519PublicKey.from_public_bytes(recipient))
    body = ChaCha20Poly1305(_wrapping_key(secret, share, recipient)).encrypt(_ZERO_NONCE, file_key, None)
    return b"-> X25519 " + _encoded(share) + b"\n" + _encoded(body) + b"\n"


def _unwrapped(said: tuple[bytes, ...], body: bytes, key: X25519PrivateKey) -> bytes | None:
    """Return the file's key, None when the stanza is for somebody else."""
    if said[0] != b"X25519":
        return None
    if len(said) != 2 or len(body) != FILE_KEY_SIZE + _TAG_SIZE:  # only such a body binds the key to one recipient
        raise decrypt_failed()
    share = _decoded(said[1])
    if len(share) != _KEY_SIZE:
        raise decrypt_failed()
    try:
        secret = key.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError:  # a point of low order, which makes the secret known to all
        raise decrypt_failed() from None
    own = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    try:
        return ChaCha20Poly1305(_wrapping_key(secret, share, own)).decrypt(_ZERO_NONCE, body, None)
    except InvalidTag:
        return None


def _wrapping_key(secret: bytes, share: bytes, recipient: bytes) -> bytes:
    return derived(secret, share + recipient, b"age-encryption.org/v1/X25519")


def _code(file_key: bytes, covered: bytes) -> bytes:
    return hmac.digest(derived(file_key, b"", b"header"), covered, sha256)


def derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """Return the key of 32 bytes that HKDF with SHA-256 makes of a secret for one purpose."""
    return HKDF(algorithm=SHA256(), length=_KEY_SIZE, salt=salt, info=purpose).derive(secret)

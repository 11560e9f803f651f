"""What an age file holds: pieces of 65,536 bytes, each with a tag of its own, that can be read only in their order.

The pieces are decrypted a megabyte at a time, while which other threads go on: the library lets go of Python's lock.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desktop.exchange.signing.age_header import decrypt_failed, derived

_NONCE_SIZE: Final = 16
_PIECE: Final = 65_536
_TAG: Final = 16
_SEALED_PIECE: Final = _PIECE + _TAG
_AT_A_TIME: Final = 16


@dataclass(frozen=True, slots=True)
class Opened:
    """Plain bytes, valid until the next are asked for, and how many sealed ones were read for them."""

    content: memoryview
    sealed: int


def open_payload(source: io.FileIO, size: int, file_key: bytes) -> Iterator[Opened]:
    """Yield what the `size` bytes from where `source` stands hold; raises StructureError("package.decrypt_failed").

    Nothing may be believed before the last piece came, which says of itself that it is the last.
    """
    nonce = source.read(_NONCE_SIZE)
    left = size - _NONCE_SIZE
    if len(nonce) != _NONCE_SIZE or left < _TAG or 0 < left % _SEALED_PIECE < _TAG:
        raise decrypt_failed()
    pieces = _Pieces(ChaCha20Poly1305(derived(file_key, nonce, b"payload")))
    sealed = memoryview(bytearray(min(left, _AT_A_TIME * _SEALED_PIECE)))
    while left:
        wanted = sealed[: min(left, len(sealed))]
        if not _filled(source, wanted):
            raise decrypt_failed()
        left -= len(wanted)
        yield Opened(pieces.opened(wanted, last=not left), len(wanted))


def _filled(source: io.FileIO, buffer: memoryview) -> bool:
    at = 0
    while at < len(buffer):
        count = source.readinto(buffer[at:])
        if not count:
            return False
        at += count
    return True


class _Pieces:
    """Counts pieces, since each one's nonce is its number, and the last is marked."""

    def __init__(self, cipher: ChaCha20Poly1305) -> None:
        self._cipher = cipher
        self._count = 0
        self._plain = memoryview(bytearray(_AT_A_TIME * _PIECE))

    def opened(self, sealed: memoryview, *, last: bool) -> memoryview:
        """Return the plain bytes of whole pieces; `last`: the file ends with them."""
        filled = 0
        for at in range(0, len(sealed), _SEALED_PIECE):
            piece = sealed[at : at + _SEALED_PIECE]
            ends = last and at + _SEALED_PIECE >= len(sealed)
            filled += self._open(piece, self._plain[filled : filled + len(piece) - _TAG], ends=ends)
        return self._plain[:filled]

    def _open(self, piece: memoryview, plain: memoryview, *, ends: bool) -> int:
        if not plain and self._count:  # an empty piece stands in an empty file only
            raise decrypt_failed()
        nonce = self._count.to_bytes(11, "big") + bytes((ends,))
        self._count += 1
        try:
            return self._cipher.decrypt_into(nonce, piece, None, plain)
        except InvalidTag:
            raise decrypt_failed() from None

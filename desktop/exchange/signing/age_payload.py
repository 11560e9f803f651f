"""What an age file holds: pieces of 65,536 bytes, each with a tag of its own, that can be read only in their order.

A megabyte is in memory at a time. The library lets go of Python's lock, so that other threads go on meanwhile.
"""

import io
import os
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
class Passed:
    """Bytes to write, valid until the next are asked for, and how many were read for them."""

    content: memoryview
    read: int


def seal_payload(source: io.FileIO, file_key: bytes) -> Iterator[Passed]:
    """Yield what stands after the header for all that `source` still holds. `file_key` is used for this file only."""
    nonce = os.urandom(_NONCE_SIZE)
    yield Passed(memoryview(nonce), 0)
    pieces = _Pieces(_cipher(file_key, nonce))
    now, following = (memoryview(bytearray(_AT_A_TIME * _PIECE)) for _ in range(2))
    filled = _fill(source, now)
    ended = False
    while not ended:
        coming = _fill(source, following)
        ended = not coming
        yield Passed(pieces.sealed(now[:filled], last=ended), filled)
        now, following, filled = following, now, coming


def open_payload(source: io.FileIO, size: int, file_key: bytes) -> Iterator[Passed]:
    """Yield what the `size` bytes from where `source` stands hold; raises StructureError("package.decrypt_failed").

    Nothing may be believed before the last piece came, which says of itself that it is the last.
    """
    nonce = source.read(_NONCE_SIZE)
    left = size - _NONCE_SIZE
    if len(nonce) != _NONCE_SIZE or left < _TAG or 0 < left % _SEALED_PIECE < _TAG:
        raise decrypt_failed()
    pieces = _Pieces(_cipher(file_key, nonce))
    sealed = memoryview(bytearray(min(left, _AT_A_TIME * _SEALED_PIECE)))
    while left:
        wanted = sealed[: min(left, len(sealed))]
        if _fill(source, wanted) != len(wanted):
            raise decrypt_failed()
        left -= len(wanted)
        yield Passed(pieces.opened(wanted, last=not left), len(wanted))


def _cipher(file_key: bytes, nonce: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derived(file_key, nonce, b"payload"))


def _fill(source: io.FileIO, buffer: memoryview) -> int:
    """Return how many bytes came: fewer than fit only where the file ends."""
    at = 0
    while at < len(buffer) and (count := source.readinto(buffer[at:])):
        at += count
    return at


class _Pieces:
    """Counts pieces, since each one's nonce is its number, and the last is marked."""

    def __init__(self, cipher: ChaCha20Poly1305) -> None:
        self._cipher = cipher
        self._count = 0
        self._out = memoryview(bytearray(_AT_A_TIME * _SEALED_PIECE))

    def sealed(self, plain: memoryview, *, last: bool) -> memoryview:
        """Return the pieces that hold `plain`; `last`: the file ends with them."""
        filled = 0
        for at in range(0, len(plain) or 1, _PIECE):
            piece = plain[at : at + _PIECE]
            nonce = self._nonce(ends=last and at + _PIECE >= len(plain))
            filled += self._cipher.encrypt_into(nonce, piece, None, self._out[filled : filled + len(piece) + _TAG])
        return self._out[:filled]

    def opened(self, sealed: memoryview, *, last: bool) -> memoryview:
        """Return what whole pieces hold; `last`: the file ends with them."""
        filled = 0
        for at in range(0, len(sealed), _SEALED_PIECE):
            piece = sealed[at : at + _SEALED_PIECE]
            ends = last and at + _SEALED_PIECE >= len(sealed)
            filled += self._open(piece, self._out[filled : filled + len(piece) - _TAG], ends=ends)
        return self._out[:filled]

    def _open(self, piece: memoryview, plain: memoryview, *, ends: bool) -> int:
        if not plain and self._count:  # an empty piece stands in an empty file only
            raise decrypt_failed()
        try:
            return self._cipher.decrypt_into(self._nonce(ends=ends), piece, None, plain)
        except InvalidTag:
            raise decrypt_failed() from None

    def _nonce(self, *, ends: bool) -> bytes:
        nonce = self._count.to_bytes(11, "big") + bytes((ends,))
        self._count += 1
        return nonce

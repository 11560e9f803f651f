"""Bech32 (BIP 173), as age writes its keys: a readable prefix, thirty-two letters, a checksum of six."""

from typing import Final

_LETTERS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM: Final = 6


def encode(prefix: str, content: bytes) -> str:
    """Return `content` in Bech32 under a lower-case prefix."""
    groups = _five_bits(content)
    return f"{prefix}1" + "".join(_LETTERS[each] for each in (*groups, *_checksum(prefix, groups)))


def _five_bits(content: bytes) -> list[int]:
    """Return the bits in groups of five, the last filled up with zeros."""
    count = -(-len(content) * 8 // 5)
    number = int.from_bytes(content, "big") << (count * 5 - len(content) * 8)
    return [number >> (5 * at) & 31 for at in reversed(range(count))]


def _checksum(prefix: str, groups: list[int]) -> list[int]:
    spread = [*(ord(each) >> 5 for each in prefix), 0, *(ord(each) & 31 for each in prefix)]
    remainder = _remainder([*spread, *groups, *[0] * _CHECKSUM]) ^ 1
    return [remainder >> (5 * at) & 31 for at in reversed(range(_CHECKSUM))]


def _remainder(groups: list[int]) -> int:
    found = 1
    for each in groups:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ each
        for at, term in enumerate(_GENERATOR):
            found ^= term if top >> at & 1 else 0
    return found

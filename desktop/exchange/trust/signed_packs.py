"""Trust packs that a root signed: verified whole once for the same bytes, looked at again each time.

Every package that is read asks what is trusted, and so for the same pack again and again. What bytes alone decide is
kept: form, digests, signature. What time or memory decide is judged at each use, and so is everything that a pack
says beside the one before it.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Final, NamedTuple

from desktop.exchange.container.reader import read_package
from desktop.exchange.errors import reading
from desktop.exchange.kinds import PackageKind
from desktop.exchange.trust.grants import Trust
from desktop.exchange.trust.pack import TrustPack, read_trust

_KEPT: Final = 8
"""An office has one pack in force and one for each time that its root was handed over."""


class _Asked(NamedTuple):
    """All that the answer depends on but time and memory: the file's SHA-256, the roots (DER), the pack before."""

    content: str
    roots: tuple[bytes, ...]
    before: str


@dataclass(frozen=True, slots=True)
class _Signed:
    """A pack that was verified, and when its signature says that it was made."""

    pack: TrustPack
    claimed_signing_time: datetime


_verified: dict[_Asked, _Signed] = {}


def read_signed(path: Path, trust: Trust, *, now: datetime, before: str) -> TrustPack:
    """Return the pack at `path` that the root of `trust` signed; `before` is the digest of the pack in `trust`.

    The file is read to its end each time: another byte in it, another root or another pack before means that all is
    verified anew. Only what was found good is kept. Raises what `read_package` and `read_trust` raise.
    """
    asked = _Asked(_digest(path), trust.roots, before)
    signed = _verified.get(asked)
    if signed is None:
        signed = _verify(path, trust, now)
        if _digest(path) == asked.content:  # what was verified is what was asked for: nobody wrote there meanwhile
            _keep(asked, signed)
    else:
        _check_still(path, trust, signed, now)
    return signed.pack


def _verify(path: Path, trust: Trust, now: datetime) -> _Signed:
    package = read_package(path, trust, now=now, expected_kind=PackageKind.TRUST)
    with reading(path):
        pack = read_trust(package.document, package.document_bytes, package.digest)
    return _Signed(pack, package.signer.claimed_signing_time)


def _check_still(path: Path, trust: Trust, signed: _Signed, now: datetime) -> None:
    """Raise Expired or ClockWrong as reading it again would: the root that signed it lives, and the clock fits."""
    from desktop.exchange.signing.verify import check_times  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    with reading(path):
        check_times(trust.root, signed.claimed_signing_time, trust.first_seen(signed.pack.digest) or now)


def _keep(asked: _Asked, signed: _Signed) -> None:
    if len(_verified) >= _KEPT:
        _verified.clear()
    _verified[asked] = signed


def _digest(path: Path) -> str:
    with reading(path), path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()

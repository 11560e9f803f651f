"""A package has one form: whatever byte is changed, added or taken away, it is refused."""

import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError
from desktop.exchange.signing import verify
from desktop.exchange.signing.cades import ParsedSignature
from desktop.exchange.signing.verify import VerifiedSignature
from tests.exchange.builder import ENVELOPE, MANIFEST, SIGNATURE, UNIT, World, contents, enclosure, raw_zip

_QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path() -> Iterator[Path]:
    """Where a package is put thousands of times: in memory where there is such a place."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "nop.asice"


def _is_refused(world: World, path: Path, package: bytes) -> None:
    path.write_bytes(package)
    with pytest.raises(PackageError):
        world.read(path)


def _other(byte: int, at: int) -> int:
    """Return another value for a byte: over a few hundred places each of the 255 comes up."""
    return byte ^ (1 + at * 73 % 255)


_ONE_BYTE: dict[str, Callable[[bytes, int], bytes]] = {
    "changed": lambda good, at: good[:at] + bytes((_other(good[at], at),)) + good[at + 1 :],
    "taken away": lambda good, at: good[:at] + good[at + 1 :],
    "added before it": lambda good, at: good[:at] + bytes((_other(good[at], at),)) + good[at:],
}


@pytest.fixture(scope="module")
def small(world: World, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A whole package of some four thousand bytes."""
    folder = tmp_path_factory.mktemp("small")
    package = contents(enclosure(folder / "a.pdf"))
    return write_package(folder / "a.asice", package, world.signers[UNIT]).path.read_bytes()


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge each pair of manifest and signature once: where both are as they were, so is the answer."""
    parse, judge = lru_cache(maxsize=None)(verify.parse_signature), verify._verify
    answers: dict[tuple[bytes, int], VerifiedSignature] = {}

    def judged(content: bytes, parsed: ParsedSignature, *more: Any) -> VerifiedSignature:
        key = (content, id(parsed))
        if key not in answers:
            answers[key] = judge(content, parsed, *more)
        return answers[key]

    monkeypatch.setattr(verify, "parse_signature", parse)
    monkeypatch.setattr(verify, "_verify", judged)


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("what", _ONE_BYTE)
def test_whichever_byte_is(world: World, path: Path, small: bytes, what: str) -> None:
    """Every byte of the package, one after the other."""
    for at in range(len(small)):
        _is_refused(world, path, _ONE_BYTE[what](small, at))


def test_a_byte_more_at_the_end_is_refused_whichever_it_is(world: World, path: Path, small: bytes) -> None:
    for byte in range(256):
        _is_refused(world, path, small + bytes((byte,)))


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("place", ["envelope", "manifest", "signature", "end"])
def test_a_byte_is_refused_whatever_it_becomes(world: World, path: Path, small: bytes, place: str) -> None:
    """All 255 other values of one byte."""
    raw = raw_zip(small)
    names = {"envelope": ENVELOPE, "manifest": MANIFEST, "signature": SIGNATURE}
    at = small.index(raw[names[place]].content) + 40 if place in names else len(small) - 12
    for mask in range(1, 256):
        _is_refused(world, path, small[:at] + bytes((small[at] ^ mask,)) + small[at + 1 :])


@_QUICK
@given(at=st.floats(0, 1), added=st.binary(min_size=1, max_size=50))
def test_any_bytes_in_place_of_others_are_refused(
    world: World, path: Path, good: bytes, at: float, added: bytes
) -> None:
    place = int(at * len(good))
    changed = good[:place] + added + good[place + len(added) % 7 :]
    if changed != good:
        _is_refused(world, path, changed)


@_QUICK
@given(noise=st.binary(max_size=300))
def test_noise_is_refused(world: World, path: Path, noise: bytes) -> None:
    _is_refused(world, path, noise)


def test_every_byte_of_the_signature_counts(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    signature = raw[SIGNATURE].content
    for place in range(len(signature)):
        raw[SIGNATURE].content = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
        _is_refused(world, path, raw.dump())

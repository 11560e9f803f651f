"""A package has one form: whatever byte is changed, added or taken away, it is refused."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.errors import PackageError
from tests.exchange.builder import SIGNATURE, World, raw_zip

_QUICK = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _is_refused(world: World, path: Path, package: bytes) -> None:
    path.write_bytes(package)
    with pytest.raises(PackageError):
        world.read(path)


@_QUICK
@given(at=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
def test_any_changed_byte_is_refused(world: World, path: Path, good: bytes, at: float, mask: int) -> None:
    changed = bytearray(good)
    changed[int(at * len(good))] ^= mask
    _is_refused(world, path, bytes(changed))


@_QUICK
@given(at=st.floats(0, 1), added=st.binary(min_size=1, max_size=5))
def test_any_added_bytes_are_refused(world: World, path: Path, good: bytes, at: float, added: bytes) -> None:
    place = int(at * len(good))
    _is_refused(world, path, good[:place] + added + good[place:])


@_QUICK
@given(at=st.floats(0, 1, exclude_max=True), length=st.integers(1, 50))
def test_any_missing_bytes_are_refused(world: World, path: Path, good: bytes, at: float, length: int) -> None:
    place = int(at * len(good))
    _is_refused(world, path, good[:place] + good[place + length :])


@_QUICK
@given(noise=st.binary(max_size=300))
def test_noise_is_refused(world: World, path: Path, noise: bytes) -> None:
    _is_refused(world, path, noise)


def test_every_byte_of_the_headers_counts(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    content = {entry.content for entry in raw.entries}
    start = good.rindex(raw[SIGNATURE].content) + len(raw[SIGNATURE].content)
    assert len(content) == len(raw.entries)
    for place in range(start, len(good)):
        _is_refused(world, path, good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])


def test_every_byte_of_the_signature_counts(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    signature = raw[SIGNATURE].content
    for place in range(len(signature)):
        raw[SIGNATURE].content = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
        _is_refused(world, path, raw.dump())

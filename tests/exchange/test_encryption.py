"""Encrypted packages: what opens, what is refused, and that nothing plain is left behind."""

import io
import os
import re
import shutil
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.container.digests import Meter
from desktop.exchange.container.sealed import Seal, open_sealed, write_sealed
from desktop.exchange.errors import Cancelled, FileError, KeyRefusal, PackageError
from desktop.exchange.signing import bech32
from desktop.exchange.signing.age_header import MAX_HEADER, is_sealed
from desktop.exchange.signing.encryption import encrypt
from desktop.exchange.signing.encryption_key import (
    EncryptionKey,
    create_encryption_key,
    is_recipient,
    load_encryption_key,
)
from desktop.exchange.signing.key_file import create_key
from tests.exchange.builder import FINANCE, PDF, UNIT, World, contents, enclosure
from tests.tools import run

PASSPHRASE = "mật khẩu thử"  # noqa: S105 - of keys that live as long as the test
VERSION = b"age-encryption.org/v1\n"


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, EncryptionKey]:
    """Keys of both offices and of a stranger."""
    folder = tmp_path_factory.mktemp("keys")
    return {name: create_encryption_key(folder / f"{name}.pem", PASSPHRASE) for name in (UNIT, FINANCE, "other")}


@pytest.fixture(scope="module")
def sealed(world: World, keys: dict[str, EncryptionKey], tmp_path_factory: pytest.TempPathFactory) -> WrittenPackage:
    return _write(world, keys, tmp_path_factory.mktemp("sealed"))


def _write(world: World, keys: dict[str, EncryptionKey], folder: Path, **options: object) -> WrittenPackage:
    package = contents(enclosure(folder / "a.pdf", PDF + bytes(300_000)))
    scratch = folder / "scratch"
    scratch.mkdir()
    seal = Seal(keys[FINANCE].recipient, keys[UNIT])
    return write_sealed(folder / "nop.asice.age", package, world.signers[UNIT], seal, scratch, **options)  # type: ignore[arg-type]


def _refused(path: Path, key: EncryptionKey) -> str:
    """Return the code; nothing plain may be left."""
    target = path.with_name("plain")
    with pytest.raises(PackageError) as refusal:
        open_sealed(path, target, key)
    assert not target.exists()
    assert refusal.value.params["file"] == path.name
    return refusal.value.code


@pytest.mark.parametrize("reader", [FINANCE, UNIT])
def test_recipient_and_sender_read_what_was_sent(
    world: World, keys: dict[str, EncryptionKey], sealed: WrittenPackage, tmp_path: Path, reader: str
) -> None:
    assert sealed.sealed
    assert is_sealed(sealed.path)
    open_sealed(sealed.path, tmp_path / "nop.asice", keys[reader])
    package = world.read(tmp_path / "nop.asice")
    assert package.digest == sealed.digest
    assert package.envelope.recipient is not None
    assert package.envelope.recipient.age_recipient == keys[FINANCE].recipient


def test_nothing_plain_lies_beside_the_target(sealed: WrittenPackage) -> None:
    assert sorted(each.name for each in sealed.path.parent.iterdir()) == ["a.pdf", "nop.asice.age", "scratch"]
    assert b"mimetype" not in sealed.path.read_bytes()


def test_a_stranger_is_told_that_it_is_not_for_him(
    keys: dict[str, EncryptionKey], sealed: WrittenPackage, tmp_path: Path
) -> None:
    path = Path(shutil.copy(sealed.path, tmp_path / "nop.asice.age"))
    assert _refused(path, keys["other"]) == "package.not_for_us"


def _stanzas(count: int) -> bytes:
    letters = b"A" * 43
    return b"".join(b"-> X25519 " + letters + b"\n" + letters + b"\n" for _ in range(count))


def _header(stanzas: bytes) -> bytes:
    return VERSION + stanzas + b"--- " + b"A" * 43 + b"\n" + bytes(100)


def _with_scrypt(work_factor: int) -> bytes:
    return _header(b"-> scrypt " + b"A" * 22 + b" %d\n" % work_factor + b"A" * 43 + b"\n")


def _payload(good: bytes) -> int:
    """Return where the header ends."""
    return good.index(b"\n", good.index(b"\n--- ") + 1) + 1


CHANGED: dict[str, Callable[[bytes], bytes]] = {
    "cut by one byte": lambda good: good[:-1],
    "cut in half": lambda good: good[: len(good) // 2],
    "cut between two chunks": lambda good: good[: _payload(good) + 16 + 65_552],
    "cut in the header": lambda good: good[:80],
    "cut after the version": lambda good: good[: len(VERSION)],
    "cut after the header": lambda good: good[: _payload(good)],
    "a bit of the contents": lambda good: good[:-5000] + bytes([good[-5000] ^ 1]) + good[-4999:],
    "a bit of the last tag": lambda good: good[:-1] + bytes([good[-1] ^ 1]),
    "bytes behind it": lambda good: good + b"x",
    "a second one behind it": lambda good: good + good,
    "another version": lambda good: good.replace(b"org/v1", b"org/v2", 1),
}
MADE = {
    "21 recipients": _header(_stanzas(21)),
    "10,000 recipients": _header(_stanzas(10_000)),
    "a header without end": VERSION + b"-> X25519 " + b"A" * 200_000,
    "under a passphrase": _with_scrypt(18),
    "under a passphrase that would take for ever": _with_scrypt(30),
    "a passphrase among keys": _header(_stanzas(1) + b"-> scrypt " + b"A" * 22 + b" 30\n\n"),
    "no recipient": _header(b""),
    "empty": b"",
}


@pytest.mark.parametrize("change", CHANGED)
def test_what_was_changed_is_refused_and_nothing_plain_is_left(
    keys: dict[str, EncryptionKey], sealed: WrittenPackage, tmp_path: Path, change: str
) -> None:
    path = tmp_path / "nop.asice.age"
    path.write_bytes(CHANGED[change](sealed.path.read_bytes()))
    assert is_sealed(path)
    assert _refused(path, keys[FINANCE]) == "package.decrypt_failed"


@pytest.mark.parametrize("made", MADE)
def test_what_no_office_writes_is_refused(keys: dict[str, EncryptionKey], tmp_path: Path, made: str) -> None:
    path = tmp_path / "nop.asice.age"
    path.write_bytes(MADE[made])
    assert is_sealed(path)
    assert _refused(path, keys[FINANCE]) == "package.decrypt_failed"


_BOMBS = """
import resource, sys
from pathlib import Path
from desktop.exchange.container.sealed import open_sealed
from desktop.exchange.errors import PackageError
from desktop.exchange.signing.encryption_key import load_encryption_key

folder = Path(sys.argv[1])
key = load_encryption_key(folder / "key.pem", sys.argv[2])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
codes = set()
for path in sorted(folder.glob("*.age")):
    try:
        open_sealed(path, folder / "plain", key)
    except PackageError as refusal:
        codes.add(refusal.code)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, *codes)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the system tells of memory in another way there")
def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """A child opens all that was made to take its memory or its time; what it needs for that is measured."""
    create_encryption_key(tmp_path / "key.pem", PASSPHRASE)
    for number, content in enumerate(MADE.values()):
        (tmp_path / f"{number}.age").write_bytes(content)
    (tmp_path / "long.age").write_bytes(VERSION + b"-> X25519 " + b"A" * 60_000_000)
    command = [sys.executable, "-c", _BOMBS, str(tmp_path), PASSPHRASE]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()
    assert told[1:] == ["package.decrypt_failed"]
    assert int(told[0]) < 20_000, "KiB"


def test_an_armoured_file_is_refused(keys: dict[str, EncryptionKey], good: bytes, tmp_path: Path) -> None:
    recipient = pyrage.x25519.Recipient.from_str(keys[FINANCE].recipient)
    path = tmp_path / "nop.asice"
    path.write_bytes(pyrage.encrypt(good, [recipient], armored=True))
    assert is_sealed(path)
    assert _refused(path, keys[FINANCE]) == "package.decrypt_failed"


def test_a_plain_package_is_told_from_a_sealed_one_whatever_its_name(good: bytes, tmp_path: Path) -> None:
    for name in ("nop.asice", "nop.asice.age"):
        (tmp_path / name).write_bytes(good)
        assert not is_sealed(tmp_path / name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10**6), bit=st.integers(0, 7), in_header=st.booleans())
def test_any_flipped_bit_is_refused(
    keys: dict[str, EncryptionKey], sealed: WrittenPackage, tmp_path: Path, place: int, bit: int, *, in_header: bool
) -> None:
    content = bytearray(sealed.path.read_bytes())
    content[place % (500 if in_header else len(content))] ^= 1 << bit
    path = tmp_path / "nop.asice.age"
    path.write_bytes(content)
    assert _refused(path, keys[FINANCE]) in {"package.decrypt_failed", "package.not_for_us"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(middle=st.binary(max_size=400))
def test_no_header_ends_the_program(keys: dict[str, EncryptionKey], tmp_path: Path, middle: bytes) -> None:
    path = tmp_path / "nop.asice.age"
    path.write_bytes(_header(_stanzas(1) + b"-> X25519 " + middle + b"\n"))
    assert _refused(path, keys[FINANCE]) in {"package.decrypt_failed", "package.not_for_us"}


def test_a_package_larger_than_any_is_not_tried(keys: dict[str, EncryptionKey], tmp_path: Path) -> None:
    path = tmp_path / "nop.asice.age"
    with path.open("wb") as stream:
        stream.write(VERSION)
        stream.truncate(4_000_000_000)
    assert _refused(path, keys[FINANCE]) == "package.too_large"


def test_memory_stays_bounded(keys: dict[str, EncryptionKey], tmp_path: Path) -> None:
    """Forty megabytes pass while Python's own memory never holds more than a few."""
    big, out = tmp_path / "big", tmp_path / "big.age"
    big.write_bytes(os.urandom(1 << 20) * 40)
    tracemalloc.start()
    with out.open("wb") as stream:
        encrypt(big, stream, [keys[FINANCE].recipient], Meter(1, None, None))
    open_sealed(out, tmp_path / "back", keys[FINANCE])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000
    assert (tmp_path / "back").read_bytes() == big.read_bytes()


@pytest.mark.parametrize("after", [0.1, 0.45, 0.65, 0.9])
def test_stopping_leaves_nothing_at_the_target(
    world: World, keys: dict[str, EncryptionKey], tmp_path: Path, after: float
) -> None:
    seen = [0.0]

    def progress(done: int, total: int) -> None:
        assert done / total >= seen[0]
        seen[0] = done / total

    with pytest.raises(Cancelled):
        _write(world, keys, tmp_path, progress=progress, cancelled=lambda: seen[0] >= after)
    assert not list(tmp_path.glob("nop*"))


def test_progress_rises_to_the_whole(world: World, keys: dict[str, EncryptionKey], tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    _write(world, keys, tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("fault", [InterruptedError, KeyboardInterrupt, MemoryError])
def test_whatever_stops_the_reading_comes_out_as_it_was(
    keys: dict[str, EncryptionKey], tmp_path: Path, fault: type[BaseException]
) -> None:
    big = tmp_path / "nop.asice"
    big.write_bytes(bytes(3_000_000))

    def stop() -> bool:
        raise fault

    with (tmp_path / "out").open("wb") as stream, pytest.raises(fault):
        encrypt(big, stream, [keys[FINANCE].recipient], Meter(1, None, stop))


class _Full(io.RawIOBase):
    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:  # noqa: ARG002 - whatever it is
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_named(keys: dict[str, EncryptionKey], tmp_path: Path) -> None:
    big = tmp_path / "nop.asice"
    big.write_bytes(bytes(3_000_000))
    with pytest.raises(FileError) as refusal:
        encrypt(big, _Full(), [keys[FINANCE].recipient], Meter(1, None, None))  # type: ignore[arg-type]
    assert (refusal.value.code, refusal.value.params["file"]) == ("package.disk_full", "nop.asice")


def test_the_key_is_kept_under_its_passphrase_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    made = create_encryption_key(path, PASSPHRASE)
    assert load_encryption_key(path, PASSPHRASE).recipient == made.recipient
    assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(KeyRefusal) as refusal:
        load_encryption_key(path, "khác")
    assert refusal.value.code == "key.wrong_passphrase"
    with pytest.raises(KeyRefusal) as again:
        create_encryption_key(path, PASSPHRASE)
    assert again.value.code == "key.already_exists"


def test_a_signing_key_is_no_encryption_key(tmp_path: Path) -> None:
    create_key(tmp_path / "key.pem", PASSPHRASE)
    with pytest.raises(KeyRefusal) as refusal:
        load_encryption_key(tmp_path / "key.pem", PASSPHRASE)
    assert refusal.value.code == "key.not_a_key"


def test_our_spelling_of_keys_is_that_of_age(keys: dict[str, EncryptionKey]) -> None:
    for key in keys.values():
        assert str(key.identity.to_public()) == key.recipient
        assert is_recipient(key.recipient)
    assert not is_recipient(keys[UNIT].recipient[:-1] + ("q" if keys[UNIT].recipient[-1] != "q" else "p"))
    assert bech32.encode("a", b"") == "a12uel5l"  # a test vector of BIP 173


def _age(*command: str | Path) -> None:
    done = run("age", *command)
    assert done.returncode == 0, done.stderr


@pytest.mark.tool("age")
def test_age_opens_what_we_encrypt(
    world: World, keys: dict[str, EncryptionKey], sealed: WrittenPackage, tmp_path: Path
) -> None:
    (tmp_path / "key.txt").write_text(f"{keys[FINANCE].identity}\n", encoding="ascii")
    _age("-d", "-i", tmp_path / "key.txt", "-o", tmp_path / "nop.asice", sealed.path)
    assert world.read(tmp_path / "nop.asice").digest == sealed.digest


@pytest.mark.tool("age")
@pytest.mark.parametrize(
    "change", ["cut by one byte", "a bit of the contents", "a bit of the last tag", "bytes behind it"]
)
def test_age_refuses_what_was_changed(
    keys: dict[str, EncryptionKey], sealed: WrittenPackage, tmp_path: Path, change: str
) -> None:
    (tmp_path / "key.txt").write_text(f"{keys[FINANCE].identity}\n", encoding="ascii")
    (tmp_path / "changed.age").write_bytes(CHANGED[change](sealed.path.read_bytes()))
    refused = run("age", "-d", "-i", tmp_path / "key.txt", "-o", tmp_path / "out", tmp_path / "changed.age")
    assert refused.returncode != 0


@pytest.mark.tool("age")
def test_we_open_what_age_encrypts(keys: dict[str, EncryptionKey], good: bytes, tmp_path: Path) -> None:
    (tmp_path / "nop.asice").write_bytes(good)
    _age("-r", keys[FINANCE].recipient, "-o", tmp_path / "nop.asice.age", tmp_path / "nop.asice")
    open_sealed(tmp_path / "nop.asice.age", tmp_path / "back", keys[FINANCE])
    assert (tmp_path / "back").read_bytes() == good


def test_a_header_stays_far_below_its_limit(sealed: WrittenPackage) -> None:
    header = re.search(rb"^--- .*$", sealed.path.read_bytes(), re.MULTILINE)
    assert header is not None
    assert header.end() < MAX_HEADER // 8

"""The age files that we open are those of the format, as pyrage and the age command write them, and no others."""

import os
import subprocess
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desktop.exchange.container.digests import Meter
from desktop.exchange.container.sealed import open_sealed
from desktop.exchange.errors import PackageError
from desktop.exchange.signing.encryption import encrypt
from desktop.exchange.signing.encryption_key import EncryptionKey, create_encryption_key, is_recipient, public_key
from tests.exchange.forged_age import PIECE, AgeForge, text
from tests.tools import program

SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 16 * PIECE, 16 * PIECE + 1, 17 * PIECE, 40 * PIECE + 7]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> EncryptionKey:
    return create_encryption_key(tmp_path_factory.mktemp("key") / "key.pem", "mật khẩu thử")


@pytest.fixture
def forge(key: EncryptionKey) -> AgeForge:
    return AgeForge(key.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def opened(folder: Path, sealed: bytes, key: EncryptionKey) -> bytes:
    (folder / "a.age").write_bytes(sealed)
    open_sealed(folder / "a.age", folder / "plain", key)
    return (folder / "plain").read_bytes()


def refused(folder: Path, sealed: bytes, key: EncryptionKey) -> str:
    with pytest.raises(PackageError) as refusal:
        opened(folder, sealed, key)
    assert not (folder / "plain").exists()
    return refusal.value.code.removeprefix("package.")


@pytest.mark.parametrize("size", SIZES)
def test_what_pyrage_encrypts_is_opened_whatever_its_size(tmp_path: Path, key: EncryptionKey, size: int) -> None:
    plain = os.urandom(size)
    sealed = pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(key.recipient)])
    assert opened(tmp_path, sealed, key) == plain


@pytest.mark.tool("age")
@pytest.mark.parametrize("size", SIZES)
def test_what_age_encrypts_is_opened_whatever_its_size(tmp_path: Path, key: EncryptionKey, size: int) -> None:
    plain = os.urandom(size)
    command = [program("age"), "-r", key.recipient]
    sealed = subprocess.run(command, input=plain, capture_output=True, check=True, timeout=60).stdout
    assert opened(tmp_path, sealed, key) == plain


def _sealed(folder: Path, plain: bytes, *keys: EncryptionKey) -> bytes:
    (folder / "plain").write_bytes(plain)
    with (folder / "ours.age").open("wb") as stream:
        encrypt(folder / "plain", stream, [each.recipient for each in keys], Meter(1, None, None))
    return (folder / "ours.age").read_bytes()


@pytest.mark.parametrize("size", SIZES)
def test_pyrage_opens_what_we_encrypt_whatever_its_size(tmp_path: Path, key: EncryptionKey, size: int) -> None:
    plain = os.urandom(size)
    sealed = _sealed(tmp_path, plain, key)
    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(key.identity)]) == plain


@pytest.mark.tool("age")
@pytest.mark.parametrize("size", SIZES)
def test_age_opens_what_we_encrypt_whatever_its_size(tmp_path: Path, key: EncryptionKey, size: int) -> None:
    plain = os.urandom(size)
    sealed = _sealed(tmp_path, plain, key)
    (tmp_path / "key.txt").write_text(f"{key.identity}\n", encoding="ascii")
    command = [program("age"), "-d", "-i", str(tmp_path / "key.txt")]
    assert subprocess.run(command, input=sealed, capture_output=True, check=True, timeout=60).stdout == plain


def test_nothing_secret_is_used_twice(tmp_path: Path, key: EncryptionKey) -> None:
    """Of two files of the same contents, neither a line of the header nor any run of what follows is the same."""
    one, other = (_sealed(tmp_path, bytes(3 * PIECE), key, key) for _ in range(2))
    lines = [line for each in (one, other) for line in each.split(b"---")[0].split(b"\n")[1:] if line]
    assert len(set(lines)) == len(lines) == 8
    start = one.index(b"--- ") + 48
    pieces = [each[at : at + 64] for each in (one, other) for at in range(start, len(each) - 64, 64)]
    assert len(set(pieces)) == len(pieces)


@pytest.mark.parametrize("size", SIZES)
def test_the_forge_makes_good_files_when_nothing_is_changed(
    tmp_path: Path, key: EncryptionKey, forge: AgeForge, size: int
) -> None:
    forge.plain = os.urandom(size)
    sealed = forge.dump()
    assert opened(tmp_path, sealed, key) == forge.plain
    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(key.identity)]) == forge.plain


def test_a_recipient_of_a_kind_that_we_do_not_know_is_passed_over(
    tmp_path: Path, key: EncryptionKey, forge: AgeForge
) -> None:
    forge.before = b"-> a-grease with arguments\n" + text(bytes(96))[:64] + b"\n" + b"QUE\n" + b"-> other\n\n"
    assert opened(tmp_path, forge.dump(), key) == b"x"


PIECES: dict[str, list[tuple[bytes, bool]]] = {
    "the last not marked": [(b"x", False)],
    "a full last one not marked": [(bytes(PIECE), False)],
    "marked before the last": [(bytes(PIECE), True), (b"x", True)],
    "an empty last one": [(bytes(PIECE), False), (b"", True)],
    "an empty one after a megabyte": [(bytes(PIECE), False)] * 16 + [(b"", True)],
    "a short one between": [(b"short", False), (b"x", True)],
    "two short ones": [(b"x", False), (b"x", True)],
}
HEADERS: dict[str, dict[str, bytes]] = {
    "a point of low order": {"share": bytes(32)},
    "the point one": {"share": b"\1" + bytes(31)},
    "a short point": {"share": bytes(31)},
    "a long point": {"share": bytes(33)},
    "one argument more": {"arguments": b" more"},
    "a space more": {"arguments": b" "},
    "a short body": {"body": bytes(31)},
    "a body for a longer key": {"body": bytes(48)},
    "another code": {"code": bytes(32)},
    "a body of one line too few": {"spelled": b"-> X25519 " + text(bytes(32)) + b"\n"},
    "a padded body": {"spelled": b"-> X25519 " + text(bytes(32)) + b"\n" + text(bytes(32)) + b"=\n"},
    "a body with bits to spare": {"spelled": b"-> X25519 " + text(bytes(32)) + b"\n" + b"A" * 42 + b"B\n"},
    "no argument": {"spelled": b"-> X25519\n" + text(bytes(32)) + b"\n"},
    "a line that is no recipient": {"before": b"# comment\n"},
    "an empty line": {"before": b"\n"},
    "lines that end as in Windows": {"before": b"-> other\r\n\r\n"},
}


@pytest.mark.parametrize("pieces", PIECES)
def test_pieces_out_of_their_place_are_refused(
    tmp_path: Path, key: EncryptionKey, forge: AgeForge, pieces: str
) -> None:
    forge.pieces = PIECES[pieces]
    assert refused(tmp_path, forge.dump(), key) == "decrypt_failed"


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_off_the_format_is_refused(tmp_path: Path, key: EncryptionKey, forge: AgeForge, header: str) -> None:
    for name, value in HEADERS[header].items():
        setattr(forge, name, value)
    assert refused(tmp_path, forge.dump(), key) == "decrypt_failed"


def test_each_byte_of_the_header_counts(tmp_path: Path, key: EncryptionKey, forge: AgeForge) -> None:
    sealed = forge.dump()
    for at in range(len(sealed) - 17 - 16):
        changed = sealed[:at] + bytes((sealed[at] ^ 1,)) + sealed[at + 1 :]
        assert refused(tmp_path, changed, key) in {"decrypt_failed", "not_for_us"}


def test_a_key_is_spelled_as_age_spells_it(key: EncryptionKey) -> None:
    assert str(pyrage.x25519.Identity.from_str(key.identity).to_public()) == key.recipient
    assert public_key(key.recipient) == key.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


@pytest.mark.parametrize(
    "text", ["", "age", "age1", "age1é", "age1" + "q" * 58, "AGE1" + "Q" * 58, "a12uel5l", "1", "age1" + "q" * 5000]
)
def test_what_is_no_key_is_not_encrypted_to(text: str) -> None:
    assert not is_recipient(text)
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - it says nothing but the text
        public_key(text)
    assert str(refusal.value) == text


def test_a_key_with_one_letter_changed_is_none(key: EncryptionKey) -> None:
    for at in range(len(key.recipient)):
        other = "q" if key.recipient[at] != "q" else "p"
        assert not is_recipient(key.recipient[:at] + other + key.recipient[at + 1 :])

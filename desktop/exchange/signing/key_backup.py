"""A backup of keys: one file that `age -d` opens with the recovery code, and this program with the same.

Inside is JSON: the keys as PKCS #8 without a passphrase of their own, and what else a new machine needs to go on.
Only here is age used with a passphrase: deriving the key takes 0.3 GB for a second, in which nothing else can run.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
import pyrage
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.domain.errors import Refusal
from desktop.exchange import strict_json
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.errors import KeyRefusal, StructureError, reading
from desktop.exchange.signing.key_file import PrivateKey, keep_key, open_key

FORMAT: Final = "tinhgian/key-backup/1"
_ANY_FORMAT: Final = "tinhgian/key-backup/"
ENDING: Final = ".khoa.age"
_LARGEST: Final = 64 << 20
_HEADER: Final = re.compile(rb"\Aage-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([0-9]{1,2})\n")
_MOST_WORK: Final = 20
"""As a power of two: 1 GB of memory. A file that asks for more is not from this program."""


@dataclass(frozen=True, slots=True)
class KeyBackup:
    """What a backup holds. Paths are those below the profile folder, with slashes.

    `keys` are PKCS #8 (DER) without a passphrase, `files` what is public: certificates and trust packages; `office`
    says whose they are, `memory` what was known of trust.
    """

    made_at: str
    """UTC, RFC 3339."""
    office: Mapping[str, str]
    keys: Mapping[str, bytes]
    files: Mapping[str, bytes]
    memory: Mapping[str, str]


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    made_at: str
    office: dict[str, str]
    keys: dict[str, str]
    files: dict[str, str]
    memory: dict[str, str]


def unlocked_key(path: Path, passphrase: str) -> bytes:
    """Return the key in a file as PKCS #8 (DER) without a passphrase; raises what `open_key` raises."""
    return open_key(path, passphrase).private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def lock_key(path: Path, passphrase: str, unlocked: bytes) -> None:
    """Write an unlocked key into `path`, which must not exist yet, under a passphrase; raises as `keep_key`."""
    keep_key(path, passphrase, _loaded(unlocked, path.name))


def _loaded(unlocked: bytes, file: str) -> PrivateKey:
    try:
        key = serialization.load_der_private_key(unlocked, None)
    except (ValueError, TypeError):
        raise KeyRefusal("key.not_a_key", file=file) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey | X25519PrivateKey):
        raise KeyRefusal("key.not_a_key", file=file)
    return key


def write_backup(target: Path, backup: KeyBackup, secret: str) -> None:
    """Write the backup under a secret and read it back; raises Refusal("backup.file_exists"), FileError."""
    if target.exists():
        raise Refusal("backup.file_exists", file=target.name)
    record: dict[str, strict_json.Json] = {
        "format": FORMAT,
        "made_at": backup.made_at,
        "office": dict(backup.office),
        "keys": _in_letters(backup.keys),
        "files": _in_letters(backup.files),
        "memory": dict(backup.memory),
    }
    sealed = pyrage.passphrase.encrypt(strict_json.encode(record), secret)
    with part_file(target) as part:
        with synced(part) as stream:
            stream.write(sealed)
        if part.read_bytes() != sealed:
            raise Refusal("backup.not_a_backup", file=target.name)


def read_backup(path: Path, secret: str) -> KeyBackup:
    """Open a backup; changes nothing.

    Raises Refusal: backup.not_a_backup, backup.wrong_code, backup.newer; FileError when it cannot be read.
    """
    with reading(path):
        sealed = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    found = _HEADER.match(sealed)
    if found is None or int(found[1]) > _MOST_WORK:
        raise Refusal("backup.not_a_backup", file=path.name)
    try:
        content = pyrage.passphrase.decrypt(sealed, secret)
    except (pyrage.DecryptError, OSError):
        raise Refusal("backup.wrong_code", file=path.name) from None
    return _parsed(content, path.name)


def is_backup(path: Path) -> bool:
    """Tell whether a file looks like a backup of keys; raises FileError."""
    with reading(path), path.open("rb") as stream:
        return _HEADER.match(stream.read(200)) is not None


def _parsed(content: bytes, file: str) -> KeyBackup:
    try:
        document = strict_json.parse(content, file)
        form = document.get("format")
        if isinstance(form, str) and form.startswith(_ANY_FORMAT) and form != FORMAT:
            raise Refusal("backup.newer", file=file, format=form)
        record = msgspec.convert(document, _Record)
        keys, files = _in_bytes(record.keys), _in_bytes(record.files)
    except (StructureError, msgspec.ValidationError, ValueError):
        raise Refusal("backup.not_a_backup", file=file) from None
    return KeyBackup(record.made_at, record.office, keys, files, record.memory)


def _in_letters(content: Mapping[str, bytes]) -> dict[str, strict_json.Json]:
    return {path: b64encode(each).decode("ascii") for path, each in content.items()}


def _in_bytes(content: Mapping[str, str]) -> dict[str, bytes]:
    return {path: b64decode(each, validate=True) for path, each in content.items()}

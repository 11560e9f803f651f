"""Encrypting and decrypting with age, as streams: a megabyte in memory at a time, stopped when asked.

The ciphers are those of cryptography, which works at the speed of the disk and lets the window go on meanwhile; only
the form of the file is ours, and the tests hold it against two other programs in both directions. A library for the
whole of age was slower than the `age` command and kept Python's lock.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from desktop.exchange.container.digests import Meter
from desktop.exchange.container.profile import PROFILE
from desktop.exchange.errors import LimitError, writing_refused
from desktop.exchange.signing.age_header import FILE_KEY_SIZE, MAX_HEADER, make_header, open_header, read_header
from desktop.exchange.signing.age_payload import Passed, open_payload, seal_payload
from desktop.exchange.signing.encryption_key import EncryptionKey, public_key

_MAX_SEALED: Final = PROFILE.max_package + PROFILE.max_package // 4096 + MAX_HEADER
"""age adds 16 bytes to every 65,536, and the header."""


def encrypt(source: Path, target: BinaryIO, recipients: Sequence[str], meter: Meter) -> None:
    """Encrypt `source` to every recipient (age1...) into `target`; raises Cancelled, FileError, OSError."""
    file_key = os.urandom(FILE_KEY_SIZE)
    header = make_header(file_key, [public_key(each) for each in recipients])
    with source.open("rb", buffering=0) as plain:
        _write([Passed(memoryview(header), 0)], target, meter, source.name)
        _write(seal_payload(plain, file_key), target, meter, source.name)


def decrypt(source: Path, target: BinaryIO, key: EncryptionKey, meter: Meter) -> None:
    """Decrypt `source` into `target`; what stands there after a refusal is to be thrown away.

    Raises StructureError("package.decrypt_failed"): changed, cut short or not of our form; RecipientError
    ("package.not_for_us"): for other keys; LimitError, Cancelled, FileError, OSError.
    """
    size = source.stat().st_size
    if size > _MAX_SEALED:
        raise LimitError("package.too_large", what="package", size=size, limit=_MAX_SEALED)
    with source.open("rb", buffering=0) as sealed:
        header = read_header(sealed.read(MAX_HEADER))
        file_key = open_header(header, (key.private, *key.older))
        sealed.seek(header.size)
        _write(open_payload(sealed, size - header.size, file_key), target, meter, source.name)


def _write(passing: Iterable[Passed], target: BinaryIO, meter: Meter, name: str) -> None:
    """Write what comes; `name` is what a refusal of the disk is about."""
    for each in passing:
        meter.passed(each.read)
        try:
            target.write(each.content)
            target.flush()
        except OSError as error:
            raise writing_refused(error, name) from error

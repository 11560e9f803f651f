"""Encrypting and decrypting with age, as streams: a megabyte in memory at a time, stopped when asked.

pyrage gives its time to other threads only while it asks Python for bytes, so that `encrypt_file` and `passphrase`,
which never ask, would freeze the window. An exception that leaves our side is turned into a RuntimeError for its
sake (an InterruptedError it would answer by asking again, for ever) and raised anew once it has returned.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import pyrage

from desktop.exchange.container.digests import Meter
from desktop.exchange.container.profile import PROFILE
from desktop.exchange.errors import LimitError, RecipientError, StructureError, writing_refused
from desktop.exchange.signing.age_header import MAX_HEADER, check_header
from desktop.exchange.signing.encryption_key import EncryptionKey

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_BUFFER: Final = 1 << 20
_WRONG_KEY: Final = "No matching keys found"
_MAX_SEALED: Final = PROFILE.max_package + PROFILE.max_package // 4096 + MAX_HEADER
"""age adds 16 bytes to every 65,536, and the header."""


def encrypt(source: Path, target: BinaryIO, recipients: Sequence[str], meter: Meter) -> None:
    """Encrypt `source` to every recipient (age1...) into `target`; raises Cancelled, OSError."""
    keys = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
    with source.open("rb", buffering=0) as plain, _bridge(plain, target, meter) as (reader, writer):
        pyrage.encrypt_io(reader, writer, keys)


def decrypt(source: Path, target: BinaryIO, key: EncryptionKey, meter: Meter) -> None:
    """Decrypt `source` into `target`; what stands there after a refusal is to be thrown away.

    Raises StructureError("package.decrypt_failed"): changed, cut short or not of our form; RecipientError
    ("package.not_for_us"): for other keys; LimitError, Cancelled, OSError.
    """
    if source.stat().st_size > _MAX_SEALED:
        raise LimitError("package.too_large", what="package", size=source.stat().st_size, limit=_MAX_SEALED)
    with source.open("rb", buffering=0) as sealed:
        check_header(sealed.read(MAX_HEADER))
        sealed.seek(0)
        with _bridge(sealed, target, meter) as (reader, writer):
            pyrage.decrypt_io(reader, writer, [key.identity, *key.older])


class _Source(io.RawIOBase):
    """The end that pyrage reads from; counts, and notes what went wrong."""

    def __init__(self, file: io.FileIO, meter: Meter, faults: list[BaseException]) -> None:
        super().__init__()
        self._file, self._meter, self._faults = file, meter, faults

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read, unless the person stopped the work."""
        with _noted(self._faults):
            count = self._file.readinto(buffer)
            self._meter.passed(count)
            return count


class _Sink(io.RawIOBase):
    """The end that pyrage writes to; after a failure, at whichever end, it only waits to be closed.

    `name` is what a refusal of the disk is about.
    """

    def __init__(self, file: BinaryIO, name: str, faults: list[BaseException]) -> None:
        super().__init__()
        self._file, self._name, self._faults = file, name, faults

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, content: "ReadableBuffer") -> int:
        """Write; what the buffer still holds when it is closed after a failure is let go."""
        if self._faults:
            return memoryview(content).nbytes
        with _noted(self._faults):
            try:
                return self._file.write(content)
            except OSError as error:
                raise writing_refused(error, self._name) from error


@contextmanager
def _noted(faults: list[BaseException]) -> Iterator[None]:
    try:
        yield
    except BaseException as fault:  # pyrage would turn Ctrl+C, too, into an error of its own
        faults.append(fault)
        raise RuntimeError("stopped") from fault


@contextmanager
def _bridge(
    source: io.FileIO, target: BinaryIO, meter: Meter
) -> Iterator[tuple["io.BufferedReader[_Source]", "io.BufferedWriter[_Sink]"]]:
    """Give the ends for pyrage to read from and write to; afterwards say in our words what went wrong."""
    faults: list[BaseException] = []
    reader = io.BufferedReader(_Source(source, meter, faults), _BUFFER)
    writer = io.BufferedWriter(_Sink(target, Path(source.name).name, faults), _BUFFER)
    try:
        yield reader, writer
        writer.flush()
    except (pyrage.EncryptError, pyrage.DecryptError, OSError, RuntimeError) as error:
        if not faults:
            faults.append(_refusal(error))
        raise faults[0] from None
    finally:
        writer.close()


def _refusal(error: Exception) -> StructureError | RecipientError:
    if str(error) == _WRONG_KEY:
        return RecipientError("package.not_for_us", recipient="")
    return StructureError("package.decrypt_failed")

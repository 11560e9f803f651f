"""Streaming: SHA-256 and CRC-32 of bytes that pass by, a chunk in memory at a time."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from io import BufferedIOBase

from desktop.exchange.container.profile import PROFILE
from desktop.exchange.errors import Cancelled

Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all."""
CancelCheck = Callable[[], bool]
"""Asked between chunks; True stops the work."""


_PARTS_PER_STAGE = 1000


def stage(progress: Progress | None, first: int, last: int, of: int) -> Progress | None:
    """Return a progress for one piece of a longer work, which fills the whole from `first` to `last` of `of`."""
    if progress is None:
        return None
    tell = progress

    def told(done: int, total: int) -> None:
        tell(
            _PARTS_PER_STAGE * first + _PARTS_PER_STAGE * (last - first) * done // max(total, 1), of * _PARTS_PER_STAGE
        )

    return told


class Meter:
    """Counts bytes for a progress bar and stops the work when the person asks."""

    def __init__(
        self, total: int, progress: Progress | None, cancelled: CancelCheck | None, *, inside: bool = False
    ) -> None:
        self._total = total
        self._inside = inside
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled

    def expect(self, more: int) -> None:
        """Count on `more` bytes than were known at first, if packages inside will be read too."""
        if self._inside:
            self._total += more

    def passed(self, count: int) -> None:
        """Note `count` more bytes; raises Cancelled("package.cancelled")."""
        self._done = min(self._done + count, self._total)
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("package.cancelled")
        if self._progress is not None:
            self._progress(self._done, self._total)


class Checksum:
    """CRC-32 of what was fed to it, how much it was, and how it began."""

    HEAD = 1024

    def __init__(self) -> None:
        self.crc = 0
        self.size = 0
        self.head = b""

    def feed(self, chunk: memoryview) -> None:
        """Take the next bytes."""
        if len(self.head) < self.HEAD:
            self.head += bytes(chunk[: self.HEAD - len(self.head)])
        self.crc = zlib.crc32(chunk, self.crc)
        self.size += len(chunk)


class Digest(Checksum):
    """SHA-256 too."""

    def __init__(self) -> None:
        super().__init__()
        self._sha256 = hashlib.sha256()

    def feed(self, chunk: memoryview) -> None:
        """Take the next bytes."""
        super().feed(chunk)
        self._sha256.update(chunk)

    @property
    def sha256(self) -> str:
        """The SHA-256 so far, lower-case hex."""
        return self._sha256.hexdigest()


def chunks(source: BufferedIOBase, size: int) -> Iterator[memoryview]:
    """Yield up to `size` bytes of `source` from where it stands; each chunk is valid until the next."""
    buffer = memoryview(bytearray(min(PROFILE.chunk, max(size, 1))))
    left = size
    while left > 0:
        count = source.readinto(buffer[: min(left, len(buffer))])
        if not count:
            return
        left -= count
        yield buffer[:count]

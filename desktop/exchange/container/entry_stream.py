"""The bytes of one entry of a container, as a stream of their own."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER: Final = 1 << 20


def entry_stream(container: Path, offset: int, size: int) -> BinaryIO:
    """Open `size` bytes of the container from `offset` on; raises OSError."""
    return io.BufferedReader(_Entry(container, offset, size), _BUFFER)


class _Entry(io.RawIOBase):
    def __init__(self, container: Path, offset: int, size: int) -> None:
        super().__init__()
        self._file = container.open("rb", buffering=0)
        self._file.seek(offset)
        self._left = size

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read on, up to where the entry ends."""
        count = self._file.readinto(memoryview(buffer)[: self._left])
        self._left -= count
        return count

    def close(self) -> None:
        """Let go of the container."""
        self._file.close()
        super().close()

"""A stretch of a file that is read as if it were a file of its own: a package that lies inside another."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@dataclass(frozen=True, slots=True)
class Span:
    """Where bytes lie in a file."""

    offset: int
    size: int


@contextmanager
def bytes_of(path: Path, span: Span | None) -> Iterator[io.BufferedReader]:
    """Give the file for reading, or the stretch of it; raises OSError."""
    if span is None:
        with path.open("rb") as source:
            yield source
        return
    with path.open("rb", buffering=0) as whole, io.BufferedReader(_Stretch(whole, span)) as source:
        yield cast("io.BufferedReader", source)


class _Stretch(io.RawIOBase):
    """Reads no byte outside its span; position 0 is the span's first byte."""

    def __init__(self, whole: io.FileIO, span: Span) -> None:
        super().__init__()
        self._whole, self._span, self._at = whole, span, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move inside the span; before its first byte there is nothing."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._span.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read on from here, up to the end of the span."""
        room = memoryview(buffer).cast("B")
        left = max(0, self._span.size - self._at)
        self._whole.seek(self._span.offset + self._at)
        count = self._whole.readinto(room[:left]) or 0
        self._at += count
        return count

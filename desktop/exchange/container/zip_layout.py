"""The only ZIP headers that a package may hold; writer and reader build them with the same functions.

Everything is stored, with fixed versions, flags, times and attributes, so the headers follow from names,
sizes and checksums alone, and the reader compares instead of interpreting.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

LOCAL_HEADER = struct.Struct("<4s5H3I2H")
CENTRAL_HEADER = struct.Struct("<4s6H3I5H2I")
END_RECORD = struct.Struct("<4s4H2IH")
LOCAL_MAGIC = b"PK\x03\x04"
CENTRAL_MAGIC = b"PK\x01\x02"
END_MAGIC = b"PK\x05\x06"
ZIP64 = 0xFFFFFFFF
"""In a size or an offset: look into the zip64 fields, which a package never has."""

_VERSION = 10
_STORED = 0
_MIDNIGHT = 0
_FIRST_OF_1980 = 0x0021


@dataclass(frozen=True, slots=True)
class Entry:
    """A file inside: `crc` is its CRC-32, `offset` where its local header starts."""

    name: str
    size: int
    crc: int
    offset: int

    @property
    def content_offset(self) -> int:
        """Where its bytes start."""
        return self.offset + LOCAL_HEADER.size + len(self.name)

    @property
    def end(self) -> int:
        """Where the next local header, or the directory, starts."""
        return self.content_offset + self.size


def local_header(entry: Entry) -> bytes:
    """Return the header that stands before the entry's bytes."""
    fields = (_VERSION, 0, _STORED, _MIDNIGHT, _FIRST_OF_1980, entry.crc, entry.size, entry.size, len(entry.name), 0)
    return LOCAL_HEADER.pack(LOCAL_MAGIC, *fields) + entry.name.encode("ascii")


def directory(entries: Sequence[Entry]) -> bytes:
    """Return all that follows the last entry's bytes: central headers and end record."""
    central = b"".join(_central_header(entry) for entry in entries)
    start = entries[-1].end
    count = len(entries)
    return central + END_RECORD.pack(END_MAGIC, 0, 0, count, count, len(central), start, 0)


def _central_header(entry: Entry) -> bytes:
    versions = (_VERSION, _VERSION, 0, _STORED, _MIDNIGHT, _FIRST_OF_1980)
    sizes = (entry.crc, entry.size, entry.size, len(entry.name))
    return CENTRAL_HEADER.pack(CENTRAL_MAGIC, *versions, *sizes, 0, 0, 0, 0, 0, entry.offset) + entry.name.encode(
        "ascii"
    )

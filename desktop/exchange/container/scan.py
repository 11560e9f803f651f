"""The strict structural scan: says where each entry lies, or refuses; nothing is interpreted twice.

Python's own zipfile accepts duplicates, gaps, twins, leading and trailing bytes and headers that contradict
each other, so the bytes are walked here and compared with the only headers that a package may hold.
"""

import os
import struct
from io import BufferedIOBase

from desktop.exchange.container import profile, zip_layout
from desktop.exchange.container.profile import PROFILE, Profile
from desktop.exchange.container.zip_layout import Entry
from desktop.exchange.errors import LimitError, StructureError

_END = zip_layout.END_RECORD
_CENTRAL = zip_layout.CENTRAL_HEADER
_LONGEST_COMMENT = 0xFFFF


def scan(source: BufferedIOBase, limits: Profile = PROFILE) -> tuple[Entry, ...]:
    """Return the entries in order; raises StructureError or LimitError. Reads headers, never contents."""
    size = source.seek(0, os.SEEK_END)
    if size > limits.max_package:
        raise LimitError("package.too_large", what="package", size=size, limit=limits.max_package)
    count, start = _end_record(source, size, limits)
    tail = _read(source, start, size - start)
    _check_first_entry(source, tail)
    entries = _central_entries(tail, count, limits)
    if entries[-1].end != start or zip_layout.directory(entries) != tail:
        raise StructureError("package.zip_structure", where="directory")
    _check_local_headers(source, entries)
    return entries


def _read(source: BufferedIOBase, offset: int, size: int) -> bytes:
    source.seek(offset)
    return source.read(size)


def _end_record(source: BufferedIOBase, size: int, limits: Profile) -> tuple[int, int]:
    """Return how many entries there are and where the directory starts."""
    record = _read(source, max(0, size - _END.size), _END.size)
    if len(record) < _END.size or not record.startswith(zip_layout.END_MAGIC):
        raise _no_end_record(source, size)
    _, disk, start_disk, here, count, length, start, comment = _END.unpack(record)
    if count == 0xFFFF or zip_layout.ZIP64 in {length, start} or count > limits.max_entries:
        raise LimitError("package.too_large", what="entries", size=count, limit=limits.max_entries)
    if (disk, start_disk, comment) != (0, 0, 0) or here != count or start + length + _END.size != size:
        raise StructureError("package.zip_structure", where="end record")
    if count == 0:
        raise StructureError("package.not_a_package")
    if length > count * (_CENTRAL.size + limits.max_entry_name):
        raise StructureError("package.entry_name", name="")
    return count, start


def _no_end_record(source: BufferedIOBase, size: int) -> StructureError:
    """Tell a package cut short from one with bytes added and from a file of another kind."""
    if size == 0:
        return StructureError("package.truncated")
    tail = _read(source, max(0, size - _END.size - _LONGEST_COMMENT), _END.size + _LONGEST_COMMENT)
    found = tail.rfind(zip_layout.END_MAGIC)
    if found >= 0 and len(tail) - found >= _END.size:
        return StructureError("package.zip_structure", where="end")
    started = _read(source, 0, 4) == zip_layout.LOCAL_MAGIC[:size]
    return StructureError("package.truncated") if started else StructureError("package.not_a_package")


def _check_first_entry(source: BufferedIOBase, tail: bytes) -> None:
    """Refuse other files made of ZIP (documents, books) before any of their entries is judged."""
    name = profile.MIMETYPE.encode("ascii")
    listed = tail[_CENTRAL.size : _CENTRAL.size + len(name)]
    content = _read(source, zip_layout.LOCAL_HEADER.size + len(name), len(profile.MIMETYPE_CONTENT))
    if listed != name or content != profile.MIMETYPE_CONTENT:
        raise StructureError("package.not_a_package")


def _central_entries(tail: bytes, count: int, limits: Profile) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    seen: dict[str, str] = {}
    position = 0
    for _ in range(count):
        entry, position = _central_entry(tail, position, limits)
        _check_name(entry.name, seen)
        if entry.offset != (entries[-1].end if entries else 0):
            raise StructureError("package.zip_structure", where=entry.name)
        _check_size(entry, limits)
        entries.append(entry)
    return tuple(entries)


def _central_entry(tail: bytes, position: int, limits: Profile) -> tuple[Entry, int]:
    try:
        fields = _CENTRAL.unpack_from(tail, position)
    except struct.error:
        raise StructureError("package.zip_structure", where="directory") from None
    magic, crc, stored, size, name_length, attributes, offset = (fields[at] for at in (0, 7, 8, 9, 10, 15, 16))
    if magic != zip_layout.CENTRAL_MAGIC:
        raise StructureError("package.zip_structure", where="directory")
    position += _CENTRAL.size
    name = _decoded(tail[position : position + name_length], limits)
    if attributes != 0 or name.endswith("/"):
        raise StructureError("package.entry_type", name=name)
    if zip_layout.ZIP64 in {stored, size, offset}:
        raise LimitError("package.too_large", what=name, size=size, limit=limits.limit_of(name))
    return Entry(name, size, crc, offset), position + name_length


def _decoded(raw: bytes, limits: Profile) -> str:
    try:
        name = raw.decode("ascii")
    except UnicodeDecodeError:
        raise StructureError("package.entry_name", name=ascii(raw)) from None
    if len(raw) > limits.max_entry_name:
        raise StructureError("package.entry_name", name=ascii(name[: limits.max_entry_name]))
    return name


def _check_name(name: str, seen: dict[str, str]) -> None:
    if seen.get(name.casefold()) == name:
        raise StructureError("package.duplicate_entry", name=name)
    if not profile.is_entry_name(name) or name.casefold() in seen:
        raise StructureError("package.entry_name", name=ascii(name))
    seen[name.casefold()] = name


def _check_size(entry: Entry, limits: Profile) -> None:
    limit = limits.limit_of(entry.name)
    if entry.size <= limit:
        return
    if entry.name == profile.MANIFEST:
        raise StructureError("package.manifest_invalid", why="too large")
    raise LimitError("package.too_large", what=entry.name, size=entry.size, limit=limit)


def _check_local_headers(source: BufferedIOBase, entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        expected = zip_layout.local_header(entry)
        if _read(source, entry.offset, len(expected)) != expected:
            raise StructureError("package.zip_structure", where=entry.name)

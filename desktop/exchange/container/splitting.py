"""Sharing what would be too large for its way out among several packages."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.exchange.container.contents import Enclosure, PackageContents, Part
from desktop.exchange.container.envelope import PackageObject, enclosed_object, set_digest
from desktop.exchange.container.profile import PROFILE, Profile
from desktop.exchange.container.writer import document_object, megabytes, size_of
from desktop.exchange.errors import LimitError

_FIXED = 32_000
"""Bytes around the files, with room to spare: envelope, manifest and directory without their lists, a signature with
its certificates."""
_PER_FILE = 1_000
"""Bytes that envelope, manifest and headers say of a file, but for its name."""
_PER_LETTER = 6
"""Bytes that a letter of a file's name may take in the envelope."""
_AGE_CHUNK = 4_096
"""Encryption adds 16 bytes to each 65,536 ..."""
_AGE_HEADER = 1_000
"""... and a header for two recipients, which takes about 400."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a file takes up in a package. `size` is that of the file in bytes, `name` the one that people know."""

    name: str
    size: int

    @property
    def bytes(self) -> int:
        """The file with all that is said of it."""
        return self.size + _PER_FILE + _PER_LETTER * len(self.name)


def packed_size(records: int, files: Sequence[Weight]) -> int:
    """Return about how many bytes a package of these files takes; `records` is the size of its document."""
    plain = _FIXED + records + sum(each.bytes for each in files)
    return plain + plain // _AGE_CHUNK + _AGE_HEADER


def shares(records: int, files: Sequence[Weight], limit: int, limits: Profile = PROFILE) -> tuple[tuple[int, ...], ...]:
    """Return the indices of the files that go into each part, so that no part is larger than `limit` bytes.

    One share means that all of it fits into one package. Each file goes into the first part with room for it.
    Raises LimitError: package.file_over_limit, package.records_over_limit, package.too_many_parts.
    """
    room = limit - limit // _AGE_CHUNK - _AGE_HEADER - _FIXED
    if records > room:
        raise LimitError("package.records_over_limit", size_mb=megabytes(records), limit_mb=limit // 1_000_000)
    left = [room - records]
    found: list[list[int]] = [[]]
    for index, each in enumerate(files):
        if each.bytes > room:
            size_mb, limit_mb = megabytes(each.size), limit // 1_000_000
            raise LimitError("package.file_over_limit", name=each.name, size_mb=size_mb, limit_mb=limit_mb)
        place = _first_fit(left, found, each.bytes, limits.max_attachments)
        if place == len(found):
            left.append(room)
            found.append([])
        left[place] -= each.bytes
        found[place].append(index)
    if len(found) > limits.max_parts:
        raise LimitError("package.too_many_parts", parts=len(found), limit=limits.max_parts)
    return tuple(tuple(each) for each in found)


def _first_fit(left: Sequence[int], found: Sequence[Sequence[int]], size: int, most: int) -> int:
    for place, (room, share) in enumerate(zip(left, found, strict=True)):
        if size <= room and len(share) < most:
            return place
    return len(found)


def split(contents: PackageContents, limit: int) -> tuple[PackageContents, ...]:
    """Return what each part holds, none of them larger than `limit` bytes; what fits into one package comes back alone.

    Raises what `shares` raises, and FileError or LimitError about an enclosure.
    """
    sizes = [size_of(each) for each in contents.enclosures]
    weights = [Weight(each.name, size) for each, size in zip(contents.enclosures, sizes, strict=True)]
    found = shares(len(contents.document), weights, limit)
    if len(found) == 1:
        return (contents,)
    listed = [[(contents.enclosures[index], sizes[index]) for index in share] for share in found]
    return _parts(contents, listed)


def _parts(contents: PackageContents, listed: Sequence[Sequence[tuple[Enclosure, int]]]) -> tuple[PackageContents, ...]:
    objects = [_objects(share) for share in listed]
    objects[0] += document_object(contents)
    set_id, digest = str(uuid.uuid4()), set_digest(objects)
    return tuple(
        replace(
            contents,
            enclosures=tuple(each for each, _ in share),
            part=Part(number, len(listed), set_id, digest),
        )
        for number, share in enumerate(listed, start=1)
    )


def _objects(share: Sequence[tuple[Enclosure, int]]) -> tuple[PackageObject, ...]:
    return tuple(enclosed_object(ordinal, each, size) for ordinal, (each, size) in enumerate(share, start=1))

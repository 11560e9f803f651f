"""What kind of file it is, told by its bytes and never by its name."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum

from desktop.documents.lists.limits import Limits
from desktop.domain.errors import Refusal

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_OPEN_DOCUMENT_CIPHER = b"encryption-data"
_CHUNK = 1 << 20


class Container(StrEnum):
    """Workbook formats that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


def recognise_container(content: bytes, name: str, limits: Limits) -> Container:
    """Return the format, or raise Refusal list.not_a_workbook, list.protected, list.binary_workbook, list.too_large."""
    if content.startswith(_OLE):
        return _recognise_ole(content, name)
    if content.startswith(b"PK"):
        return _recognise_zip(content, name, limits)
    raise Refusal("list.not_a_workbook", name=name, found=_likely_kind(content))


def _recognise_ole(content: bytes, name: str) -> Container:
    if _ENCRYPTED_PACKAGE in content:
        raise Refusal("list.protected", name=name)
    if any(stream in content for stream in _WORKBOOK_STREAMS):
        return Container.XLS
    raise Refusal("list.not_a_workbook", name=name, found="OLE")


def _recognise_zip(content: bytes, name: str, limits: Limits) -> Container:
    entries = zip_entries(content, name, limits)
    if any(entry.flag_bits & 1 for entry in entries.values()):
        raise Refusal("list.protected", name=name)
    if "xl/workbook.bin" in entries:
        raise Refusal("list.binary_workbook", name=name)
    if "xl/workbook.xml" in entries:
        return Container.XLSX
    if "mimetype" in entries and read_entry(content, entries["mimetype"], name).startswith(_OPEN_DOCUMENT):
        return _open_document(content, entries, name)
    raise Refusal("list.not_a_workbook", name=name, found="DOCX" if "word/document.xml" in entries else "ZIP")


def _open_document(content: bytes, entries: dict[str, zipfile.ZipInfo], name: str) -> Container:
    manifest = entries.get("META-INF/manifest.xml")
    if manifest and _OPEN_DOCUMENT_CIPHER in read_entry(content, manifest, name):
        raise Refusal("list.protected", name=name)
    return Container.ODS


def _likely_kind(content: bytes) -> str:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, kind in ((b"%pdf", "PDF"), (b"<?xml", "XML"), (b"<", "HTML"), (b"\xff\xd8", "JPEG"), (b"\x89png", "PNG")):
        if start.startswith(mark):
            return kind
    if not content:
        return "0 byte"
    return "BIN" if b"\x00" in content[:1024] else "TXT"


def zip_entries(content: bytes, name: str, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """Return the entries by name; refuse a broken archive and one that would unpack far beyond any list."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, struct.error, NotImplementedError):
        raise Refusal("list.unreadable", name=name) from None
    if len(entries) > limits.parts or sum(entry.file_size for entry in entries) > limits.scanned_bytes:
        raise Refusal("list.too_large", name=name, limit_mb=limits.unpacked_bytes >> 20)
    return {entry.filename.replace("\\", "/"): entry for entry in entries}


def read_entry(content: bytes, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Return one part whole; raises Refusal list.unreadable."""
    return b"".join(inflate(content, entry, name))


def inflate(content: bytes, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """Yield the part in chunks and refuse it as soon as it grows beyond the size that the archive states.

    The standard library stops silently at the stated size, and the reader after us would not.
    """
    left = entry.file_size
    for chunk in _raw_chunks(content, entry, name):
        left -= len(chunk)
        if left < 0:
            raise Refusal("list.unreadable", name=name)
        yield chunk


def _raw_chunks(content: bytes, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    try:
        name_size, extra_size = struct.unpack_from("<HH", content, entry.header_offset + 26)
    except struct.error:
        raise Refusal("list.unreadable", name=name) from None
    start = entry.header_offset + 30 + name_size + extra_size
    body = memoryview(content)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield bytes(body)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        yield from _deflated(body, name)
    else:
        raise Refusal("list.unreadable", name=name)


def _deflated(body: memoryview, name: str) -> Iterator[bytes]:
    decoder = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting: bytes | memoryview = body
    try:
        while len(waiting) and not decoder.eof:
            yield decoder.decompress(waiting, _CHUNK)
            waiting = decoder.unconsumed_tail
    except zlib.error:
        raise Refusal("list.unreadable", name=name) from None

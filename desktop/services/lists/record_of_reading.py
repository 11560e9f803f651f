"""What imports read of each person, kept in their records, so that a later one can tell what was edited since."""

import base64
import zlib
from collections.abc import Iterable, Mapping

import msgspec

from desktop.domain.registers import ImportRecord
from desktop.services.entry.unread import ImportReport
from desktop.services.lists.fields import Values

ReadPeople = dict[str, Values]
"""Dossier id to what its row said."""


def packed(people: Mapping[str, Values]) -> str:
    """Return the reading as a short text: thousands of rows say much the same."""
    return base64.b85encode(zlib.compress(msgspec.json.encode(people), 6)).decode("ascii") if people else ""


def unpacked(text: str) -> ReadPeople:
    """Inverse of `packed`."""
    if not text:
        return {}
    return msgspec.json.decode(zlib.decompress(base64.b85decode(text)), type=ReadPeople)


def read_in(record: ImportRecord) -> ReadPeople:
    """Return what one import read; nothing of imports that were taken back or are of an earlier program."""
    return unpacked(msgspec.json.decode(record.report_json, type=ImportReport).read)


def last_read(records: Iterable[ImportRecord]) -> ReadPeople:
    """Return what was read last of each field of each person; the records come oldest first."""
    last: ReadPeople = {}
    for record in records:
        for dossier_id, values in read_in(record).items():
            last.setdefault(dossier_id, {}).update(values)
    return last

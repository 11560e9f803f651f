"""A submission whose every free text was written to deceive who reads it."""

from typing import Any

import msgspec

from desktop.services.formats.packages import AttachmentPart, SubmissionDocument
from desktop.services.formats.records_out import record_digest

EVIL = "\u202eổ nễyugN\u2066 ..\\..\\x\n<b>đậm</b>\x1b[31m\u200b" + "ă" * 500
FORMULA = "=cmd|' /C calc'!A0"

_FREE = {
    *("full_name", "post", "workplace", "note", "text", "author", "name"),
    *("issuer", "responsible", "prepared_by", "reason", "obstacles", "title"),
}


def hostile(document: SubmissionDocument, evil: str = EVIL) -> SubmissionDocument:
    """Return the document with `evil` in front of all that people could have typed, its records sealed anew."""
    changed = _changed(document, evil)
    people = tuple(msgspec.structs.replace(each, record_sha256=record_digest(each.record)) for each in changed.people)
    return msgspec.structs.replace(changed, people=people)


def _changed(part: Any, evil: str) -> Any:
    if isinstance(part, tuple):
        return tuple(_changed(each, evil) for each in part)
    if not isinstance(part, msgspec.Struct):
        return part
    fields = {each: getattr(part, each) for each in part.__struct_fields__}
    longest = 255 if isinstance(part, AttachmentPart) else len(evil)
    return msgspec.structs.replace(part, **{name: _field(name, each, evil[:longest]) for name, each in fields.items()})


def _field(name: str, value: Any, evil: str) -> Any:
    if name in {"results", "findings"}:  # what the sender computed must fit its figures
        return value
    if isinstance(value, str):
        return evil if name in _FREE and type(value) is str else value
    return _changed(value, evil)

"""YAML text to lists, mappings and strings, with the line of every value; nothing else of YAML is taken.

No tags, anchors or aliases, one document, bounded size and depth. Scalars stay the strings that were written
(`0.5` never becomes a float); their types come from the pack's schema.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from desktop.rules.pack_errors import PackError
from desktop.rules.pack_limits import MAX_BYTES, MAX_DEPTH, MAX_PARTS
from desktop.rules.plain_yaml import LOADER

_TAB = re.compile(r" *\t")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""What the eye does not see, and what turns the order of the letters round: nobody may sign what reads otherwise."""
_OTHER_FILES = {
    b"PK": "Excel, Word hoặc tệp nén (.xlsx, .docx, .zip)",
    b"\xd0\xcf\x11\xe0": "Excel hoặc Word đời cũ (.xls, .doc)",
    b"%PDF": "PDF",
}
"""How files begin that are renamed, not written, to be a pack."""
_SYNTAX = {
    "mapping values are not allowed": "thụt dòng thẳng với các khóa cùng cấp; trong câu chữ có dấu hai chấm thì đặt "
    "cả câu trong dấu nháy",
    "expected ',' or": "đóng ngoặc } hoặc ] và ngăn các mục bằng dấu phẩy",
    "end of stream": "đóng dấu nháy đã mở ở phía trên",
    "document end": "đóng dấu nháy hoặc dấu ngoặc đã mở ở phía trên",
    "cannot start any token": "đặt giá trị bắt đầu bằng %, @ hoặc dấu huyền trong dấu nháy",
    "could not find expected ':'": "ghi dấu hai chấm và một dấu cách sau tên khóa",
    "expected key": "thụt dòng bằng dấu cách, thẳng với các khóa cùng cấp; mỗi mục của danh sách bắt đầu bằng “- ”",
}
"""What to do, by a part of what the YAML reader says."""

WHOLE_FILE = "(cả tệp)"
"""What messages name in place of a key when the file itself is meant."""
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """What the text holds; `lines` gives the line (from 1) of each value and key by its path."""

    file: str
    root: Plain
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """Return the line of the nearest part of `path` that the text holds."""
        known = (self.lines[path[:length]] for length in range(len(path), -1, -1) if path[:length] in self.lines)
        return next(known, 0)

    def written(self, path: Path) -> str:
        """Return the scalar at `path` as it is written, "" when there is none."""
        at: Any = self.root
        for part in path:
            at = at[part]
        return at if isinstance(at, str) else ""


def read_yaml(text: bytes, file: str) -> Located:
    """Read the text; raises PackError: pack.too_large, pack.other_file, pack.not_text, pack.hidden_character,
    pack.empty_file, pack.tab, pack.not_yaml, pack.forbidden_yaml, pack.duplicate_key.
    """
    if len(text) > MAX_BYTES:
        raise PackError("pack.too_large", file=file, expected=MAX_BYTES)
    decoded = _decoded(text, file)
    try:
        return _Reader(file).read(yaml.parse(decoded, Loader=LOADER))
    except yaml.YAMLError as broken:
        raise _syntax_fault(broken, decoded, file) from None


def _decoded(text: bytes, file: str) -> str:
    kind = next((words for start, words in _OTHER_FILES.items() if text.startswith(start)), None)
    if kind is not None:
        raise PackError("pack.other_file", file=file, found=kind)
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError("pack.not_text", file=file, expected="UTF-8") from None
    if hidden := _HIDDEN.search(decoded):
        line = decoded.count("\n", 0, hidden.start()) + 1
        raise PackError("pack.hidden_character", file=file, line=line, found=_code_point(hidden[0]))
    return decoded


def seen_text(text: str) -> str:
    """Return the text without what the eye does not see, as a pack may hold it."""
    return _HIDDEN.sub("", text)


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _syntax_fault(broken: yaml.YAMLError, text: str, file: str) -> PackError:
    """Return where the text stops being YAML, and what people do there most often."""
    mark, problem = getattr(broken, "problem_mark", None), str(getattr(broken, "problem", ""))
    line = mark.line + 1 if mark else 0
    tab = next((place for place, row in enumerate(text.split("\n"), start=1) if _TAB.match(row)), 0)
    if tab and tab <= line:
        return PackError("pack.tab", file=file, line=tab)
    usual = next((words for part, words in _SYNTAX.items() if part in problem), "")
    return PackError("pack.not_yaml", file=file, line=line, expected=usual or _SYNTAX["expected key"])


class _Reader:
    def __init__(self, file: str) -> None:
        self._located = Located(file, None)
        self._events: Iterator[yaml.Event] = iter(())
        self._parts = 0

    def read(self, events: Iterator[yaml.Event]) -> Located:
        self._events = (event for event in events if not isinstance(event, yaml.StreamStartEvent))
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise PackError("pack.empty_file", file=self._located.file)
        root = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._forbidden(after, (), "dấu --- mở tài liệu thứ hai")
        return Located(self._located.file, root, self._located.lines)

    def _refusal(self, code: str, event: yaml.Event, path: Path, found: str = "") -> PackError:
        key = next((part for part in reversed(path) if isinstance(part, str)), WHOLE_FILE)
        return PackError(code, file=self._located.file, line=_line(event), key=key, found=found)

    def _forbidden(self, event: yaml.Event, path: Path, found: str) -> PackError:
        return self._refusal("pack.forbidden_yaml", event, path, found)

    def _value(self, event: yaml.Event, path: Path) -> Plain:
        self._located.lines.setdefault(path, _line(event))
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise PackError("pack.too_many_parts", file=self._located.file, line=_line(event), expected=MAX_PARTS)
        if len(path) > MAX_DEPTH:
            raise self._forbidden(event, path, f"lồng nhau quá {MAX_DEPTH} cấp")
        if getattr(event, "anchor", None) is not None:
            raise self._forbidden(event, path, "dấu neo & hoặc tham chiếu *")
        if getattr(event, "tag", None) is not None:
            raise self._forbidden(event, path, "nhãn kiểu !")
        if isinstance(event, yaml.ScalarEvent):
            self._seen(event, path)
            return _scalar(event)
        return self._sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _sequence(self, path: Path) -> list[Plain]:
        found: list[Plain] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*path, len(found))))
        return found

    def _mapping(self, path: Path) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            inside = (*path, key)
            if key in found:
                raise self._refusal("pack.duplicate_key", event, inside)
            self._located.lines[inside] = _line(event)
            found[key] = self._value(next(self._events), inside)
        return found

    def _key(self, event: yaml.Event, path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._forbidden(event, path, "khóa không phải là chữ")
        self._seen(event, path)
        return unicodedata.normalize("NFC", str(event.value))

    def _seen(self, event: yaml.ScalarEvent, path: Path) -> None:
        if hidden := _HIDDEN.search(event.value):  # written as an escape between quotes
            raise self._refusal("pack.hidden_character", event, path, _code_point(hidden[0]))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if not event.style and event.value in {"", "~", "null"}:
        return None
    return unicodedata.normalize("NFC", event.value)

"""YAML text to lists, mappings and strings, with the line of every value; nothing else of YAML is taken.

No tags, anchors or aliases, one document, bounded size and depth. Scalars stay the strings that were written
(`0.5` never becomes a float); their types come from the pack's schema.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from desktop.rules.pack_errors import PackError
from desktop.rules.pack_limits import MAX_BYTES, MAX_DEPTH, MAX_PARTS

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = tuple[str | int, ...]

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where it was built; both read the same


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


def read_yaml(text: bytes, file: str) -> Located:
    """Read the text; raises PackError: pack.too_large, pack.not_text, pack.not_yaml, pack.forbidden_yaml,
    pack.duplicate_key.
    """
    if len(text) > MAX_BYTES:
        raise PackError("pack.too_large", file=file, expected=MAX_BYTES)
    try:
        decoded = text.decode("utf-8-sig")
        return _Reader(file).read(yaml.parse(decoded, Loader=_PARSER))
    except UnicodeDecodeError:
        raise PackError("pack.not_text", file=file, expected="UTF-8") from None
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None)
        raise PackError("pack.not_yaml", file=file, line=mark.line + 1 if mark else 0) from None


class _Reader:
    def __init__(self, file: str) -> None:
        self._located = Located(file, None)
        self._events: Iterator[yaml.Event] = iter(())
        self._parts = 0

    def read(self, events: Iterator[yaml.Event]) -> Located:
        self._events = (event for event in events if not isinstance(event, yaml.StreamStartEvent))
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise PackError("pack.not_yaml", file=self._located.file)
        root = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._refusal("pack.forbidden_yaml", after, ())
        return Located(self._located.file, root, self._located.lines)

    def _refusal(self, code: str, event: yaml.Event, path: Path) -> PackError:
        key = str(path[-1]) if path else ""
        return PackError(code, file=self._located.file, line=_line(event), key=key)

    def _value(self, event: yaml.Event, path: Path) -> Plain:
        self._located.lines.setdefault(path, _line(event))
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise PackError("pack.too_many_parts", file=self._located.file, line=_line(event), expected=MAX_PARTS)
        tagged = getattr(event, "tag", None) is not None or getattr(event, "anchor", None) is not None
        if tagged or len(path) > MAX_DEPTH:
            raise self._refusal("pack.forbidden_yaml", event, path)
        if isinstance(event, yaml.ScalarEvent):
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
            raise self._refusal("pack.forbidden_yaml", event, path)
        return unicodedata.normalize("NFC", str(event.value))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if event.style is None and event.value in {"", "~", "null"}:
        return None
    return unicodedata.normalize("NFC", event.value)

"""Every fault of a pack file's shape at once: keys unknown or missing, values that cannot be what they should."""

import types
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec

from desktop.rules.near import near_or_all
from desktop.rules.pack_errors import PackError
from desktop.rules.pack_words import advice_for, expected_there
from desktop.rules.yaml_lines import WHOLE_FILE, Located, Path

_MOST = 50
_LONGEST = 60
"""Characters of what was written that a message repeats."""

Reader = Callable[[type, object], object]


def shape_faults(located: Located, kind: type[msgspec.Struct], read: Reader) -> tuple[PackError, ...]:
    """Return what keeps the text from being a `kind`, in the order of its lines; `read` reads exact numbers.

    At least one where `msgspec.convert` refuses the same; of a file with very many only the first fifty found.
    """
    found = islice(_Shape(located, read).of(kind, located.root, ()), _MOST)
    return tuple(sorted(found, key=lambda fault: int(fault.params["line"])))


class _Shape:
    def __init__(self, located: Located, read: Reader) -> None:
        self._located = located
        self._read = read

    def of(self, kind: Any, value: object, path: Path) -> Iterator[PackError]:
        core = _core(kind)
        if isinstance(core, type) and issubclass(core, msgspec.Struct) and isinstance(value, dict):
            faults = list(islice(self._of_mapping(core, value, path), _MOST))
        elif get_origin(core) is tuple and isinstance(value, list):
            faults = list(islice(self._of_list(get_args(core)[0], value, path), _MOST))
        else:
            faults = []
        yield from faults or self._itself(kind, value, path)

    def _of_list(self, kind: Any, value: list[object], path: Path) -> Iterator[PackError]:
        for place, each in enumerate(value):
            yield from self.of(kind, each, (*path, place))

    def _itself(self, kind: Any, value: object, path: Path) -> Iterator[PackError]:
        """Judge a value whose parts are sound, or that has none."""
        try:
            msgspec.convert(value, kind, strict=False, dec_hook=self._read)
        except msgspec.ValidationError:
            if value is None:
                yield self._fault("pack.empty_value", path, expected_there(kind))
            elif isinstance(value, str):
                yield self._fault("pack.wrong_value", path, advice_for(kind, value), found=value[:_LONGEST])
            else:
                yield self._fault("pack.wrong_kind", path, expected_there(kind), found=_sort_of(value))

    def _of_mapping(self, kind: type[msgspec.Struct], value: dict[str, Any], path: Path) -> Iterator[PackError]:
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        before = ""
        for key, written in value.items():
            if key in fields:
                yield from self.of(fields[key].type, written, (*path, key))
            elif key.isdigit() and written is None and before:
                yield self._fault("pack.comma_in_number", (*path, key), f"{value[before]}.{key}", found=before)
            else:
                yield self._fault("pack.unknown_key", (*path, key), near_or_all(key, fields))
            before = key
        for name, field in fields.items():
            if field.required and name not in value:
                yield self._missing(name, expected_there(field.type), path)

    def _missing(self, name: str, expected: str, path: Path) -> PackError:
        line = self._located.line(path)
        return PackError("pack.missing_key", file=self._located.file, line=line, key=name, expected=expected)

    def _fault(self, code: str, path: Path, expected: str, **more: str) -> PackError:
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), WHOLE_FILE)
        line = self._located.line(path)
        return PackError(code, file=self._located.file, line=line, key=key, expected=expected, **more)


def _core(kind: Any) -> Any:
    """Strip descriptions, and what only adds "or nothing"."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in {Union, types.UnionType}:
        return _core(next(each for each in get_args(kind) if each is not type(None)))
    return kind


def _sort_of(value: object) -> str:
    return "danh sách" if isinstance(value, list) else "các khóa"

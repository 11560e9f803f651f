"""What YAML holds to the types of a pack file; every refusal names line, key and what was expected there."""

import re
from fractions import Fraction
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from desktop.rules.pack_errors import PackError
from desktop.rules.pack_file import PackFile
from desktop.rules.yaml_lines import Located, Path

_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9}|/[1-9][0-9]{0,8})?\Z", re.ASCII)
_PLACE = re.compile(r" - at `\$(?P<path>[^`]*)`\Z")
_FIELD = re.compile(r"field `(?P<name>[^`]+)`")
_PART = re.compile(r"\.(?P<name>[a-z_0-9]+)|\[(?P<index>[0-9]+)\]|\[\.\.\.\]")
_WORDS: dict[type, str] = {
    inspect.IntType: "số nguyên",
    inspect.BoolType: "true hoặc false",
    inspect.DateType: "ngày dạng 2024-07-31",
    inspect.VarTupleType: "danh sách",
    inspect.DictType: "các cặp khóa: giá trị",
}


def typed(located: Located) -> PackFile:
    """Return the pack file; raises PackError: pack.unknown_key, pack.missing_key, pack.wrong_value."""
    try:
        return msgspec.convert(located.root, PackFile, strict=False, dec_hook=_read)
    except msgspec.ValidationError as refused:
        raise _explained(str(refused), located) from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema of pack files, for `resources/schemas/policy-pack.schema.json`."""
    found = msgspec.json.schema(PackFile, schema_hook=_schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Policy pack", **found}


def _read(wanted: type, written: object) -> Fraction:
    if not isinstance(written, str):
        raise TypeError(wanted.__name__)
    if not _NUMBER.match(written):
        raise ValueError(written)
    return Fraction(written)


def _schema(wanted: type) -> dict[str, Any]:
    if wanted is not Fraction:
        raise NotImplementedError(wanted.__name__)
    return {"type": ["integer", "number", "string"], "description": 'Exact: 3, 0.5 or "1/2".'}


def _explained(message: str, located: Located) -> PackError:
    place = _PLACE.search(message)
    path = _path(place["path"]) if place else ()
    field = _FIELD.search(message)
    if field is None:
        return _error("pack.wrong_value", located, path, _expected(path))
    inside = (*path, field["name"])
    if "unknown field" in message:
        return _error("pack.unknown_key", located, inside, _expected(path))
    return PackError(
        "pack.missing_key",
        file=located.file,
        line=located.line(path),
        key=field["name"],
        expected=_expected(inside),
    )


def _error(code: str, located: Located, path: Path, expected: str) -> PackError:
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    return PackError(code, file=located.file, line=located.line(path), key=key, expected=expected)


def _path(text: str) -> Path:
    parts: list[str | int] = []
    for match in _PART.finditer(text):
        if match["index"] is not None:
            parts.append(int(match["index"]))
        elif match["name"] is not None:
            parts.append(match["name"])
    return tuple(parts)


@cache
def _root() -> inspect.Type:
    return inspect.type_info(PackFile)


def _expected(path: Path) -> str:
    found = _root()
    for part in path:
        found = _below(_bare(found), part)
    return _in_words(_bare(found))


def _bare(found: inspect.Type) -> inspect.Type:
    """Strip descriptions, and what only adds "or nothing"."""
    while isinstance(found, inspect.Metadata):
        found = found.type
    if isinstance(found, inspect.UnionType):
        return _bare(next(each for each in found.types if not isinstance(each, inspect.NoneType)))
    return found


def _below(found: inspect.Type, part: str | int) -> inspect.Type:
    if isinstance(found, inspect.StructType):
        return next((field.type for field in found.fields if field.encode_name == part), found)
    return found.item_type if isinstance(found, inspect.VarTupleType) else found


def _in_words(found: inspect.Type) -> str:
    match found:
        case inspect.StructType():
            return "một trong các khóa " + ", ".join(field.encode_name for field in found.fields)
        case inspect.EnumType():
            return f"một trong {', '.join(str(member.value) for member in found.cls)}"
        case inspect.CustomType():
            return "số, ví dụ 3, 0.5 hoặc 1/2"
        case inspect.StrType():
            return _text_in_words(found)
        case _:
            return _bounded_in_words(found)


def _bounded_in_words(found: inspect.Type) -> str:
    if isinstance(found, inspect.IntType) and found.ge is not None and found.le is not None:
        return f"số nguyên từ {found.ge} đến {found.le}"
    if isinstance(found, inspect.VarTupleType) and found.max_length is not None:
        return f"danh sách từ {found.min_length or 0} đến {found.max_length} mục"
    return _WORDS.get(type(found), "")


def _text_in_words(found: inspect.StrType) -> str:
    if found.pattern:
        return f"chữ theo mẫu {found.pattern}"
    filled = "" if found.min_length is None else ", không để trống"
    return f"chữ{filled}" + ("" if found.max_length is None else f", nhiều nhất {found.max_length} ký tự")

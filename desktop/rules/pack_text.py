"""A pack file written as YAML: the same file gives the same text, and the text loads to the same file."""

import json
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

import msgspec

from desktop.rules.pack_file import PackFile
from desktop.rules.pack_typing import typed
from desktop.rules.yaml_lines import Located, read_yaml, seen_text


class _Bare(str):
    """A number or date: it stands without quotes, while text that looks like one does not."""

    __slots__ = ()


Written: TypeAlias = "str | bool | list[Written] | dict[str, Written]"

_PLAIN = re.compile(r"[^\W\d_][^\n\r\t:#&*!|>%@`\"'{}\[\],?\\]*(?<! )\Z")
"""Words that need no quotes in block style: they start with a letter and hold no sign of YAML."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML breaks lines at or does not take as it stands."""
_TAKEN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_LINE = 110
"""A part with no lists in it stands on one line up to this length."""


def read_pack_file(text: bytes, name: str) -> PackFile:
    """Read the file's parts without looking at what they mean; raises PackError."""
    return typed(located_pack(text, name))


def located_pack(text: bytes, name: str) -> Located:
    """Read the text with its lines; raises PackError."""
    return read_yaml(text, name)


def write_pack_file(file: PackFile) -> str:
    """Return the file as YAML; what has its usual value is left out, and characters that nobody sees."""
    lines: list[str] = []
    for key, value in _fields(file).items():
        spaced = isinstance(value, list | dict)
        lines += [""] if spaced and lines else []
        lines += _entry(key, value, "")
    return "\n".join(lines) + "\n"


def _fields(part: msgspec.Struct) -> dict[str, Written]:
    found: dict[str, Written] = {}
    for field in msgspec.structs.fields(type(part)):
        value = getattr(part, field.name)
        if value is None or value == _usual(field):
            continue
        found[field.encode_name] = _written(value)
    return found


def _usual(field: msgspec.structs.FieldInfo) -> object:
    if field.default is not msgspec.NODEFAULT:
        return field.default
    return field.default_factory() if field.default_factory is not msgspec.NODEFAULT else msgspec.NODEFAULT


def _written(value: object) -> Written:  # noqa: PLR0911 - one answer per kind of value
    match value:
        case msgspec.Struct():
            return _fields(value)
        case tuple() | list():
            return [_written(each) for each in value]
        case Mapping():
            return {str(key): _written(each) for key, each in value.items()}
        case bool():
            return value
        case Enum():
            return str(value.value)
        case Fraction():
            return _Bare(exact_text(value))
        case int():
            return _Bare(str(value))
        case date():
            return _Bare(value.isoformat())
        case _:
            return seen_text(str(value))  # pasted from a web page or from Word


def exact_text(value: Fraction) -> str:
    """Return the number as packs write it: "3", "0.25" where that is exact and short, else "1/3"."""
    for digits in range(10):
        scaled = value * 10**digits
        if scaled.denominator == 1:
            return f"{_decimal(int(scaled), digits)}"
    return f"{value.numerator}/{value.denominator}"


def _decimal(scaled: int, digits: int) -> str:
    if not digits:
        return str(scaled)
    sign, whole = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(digits + 1, "0")
    return f"{sign}{whole[:-digits]}.{whole[-digits:]}"


def _entry(key: str, value: Written, indent: str) -> list[str]:
    head = f"{indent}{_scalar(key)}:"
    line = f"{head} {_flow(value)}"
    if not isinstance(value, list | dict) or not value:
        return [line if isinstance(value, list | dict) else f"{head} {_scalar(value)}"]
    if _short(value) and len(line) <= _LINE:
        return [line]
    inside = f"{indent}  "
    if isinstance(value, list):
        return [head, *(line for each in value for line in _item(each, inside))]
    return [head, *(line for name, each in value.items() for line in _entry(name, each, inside))]


def _item(value: Written, indent: str) -> list[str]:
    line = f"{indent}- {_flow(value)}"
    if not isinstance(value, list | dict):
        return [f"{indent}- {_scalar(value)}"]
    if (_short(value) and len(line) <= _LINE) or not value:
        return [line]
    inside = f"{indent}  "
    if isinstance(value, list):
        return [f"{indent}-", *(line for each in value for line in _item(each, inside))]
    lines = [line for name, each in value.items() for line in _entry(name, each, inside)]
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _short(value: Written) -> bool:
    """Whether a part is simple enough to stand on one line: scalars, and at most one mapping of scalars inside."""
    if isinstance(value, list):
        return not any(isinstance(each, list | dict) for each in value)
    if isinstance(value, dict):
        return all(not isinstance(each, list | dict) or _scalars(each) for each in value.values())
    return True


def _scalars(value: Written) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not any(isinstance(each, list | dict) for each in inside)


def _flow(value: Written) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_flow(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_scalar(key)}: {_flow(each)}' for key, each in value.items())}}}"
    return _scalar(value)


def _scalar(value: str | bool) -> str:  # noqa: FBT001 - the value itself
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, _Bare) or _plain(value):
        return value
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _plain(value: str) -> bool:
    return bool(_PLAIN.match(value)) and value.lower() not in _TAKEN and not _UNSEEN.search(value)

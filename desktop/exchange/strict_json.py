"""JSON without its ambiguities: what two programs could read differently is refused.

UTF-8 without byte order mark, no key twice, no NaN or Infinity, no number with a fraction or an exponent (money
is whole đồng, ratios are text), no lone surrogates, at most 16 levels.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn, TypeAlias

from desktop.exchange.errors import StructureError

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | bool | None"

MAX_DEPTH = 16
MAX_DIGITS = 18
"""Every number fits 64 bits; a thousand billion đồng has 15 digits."""

_NESTING = frozenset({dict, list})
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def encode(value: Json) -> bytes:
    """Return the canonical bytes: keys in order, no spaces, letters as they are, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def parse(raw: bytes, where: str) -> dict[str, Json]:
    """Return the object that `raw` holds; raises StructureError("package.json_invalid"). `where` is the entry."""
    try:
        value = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
            parse_int=_integer,
        )
        _check_letters(raw)
    except (ValueError, RecursionError) as error:
        raise StructureError("package.json_invalid", where=where, why=type(error).__name__) from None
    if not isinstance(value, dict):
        raise StructureError("package.json_invalid", where=where, why="not an object")
    _check_depth(value, where)
    return value


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _refuse_number(text: str) -> NoReturn:
    raise ValueError(text)


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise ValueError("a number of too many digits")
    return int(text)


def _check_letters(raw: bytes) -> None:
    """Raise UnicodeEncodeError, a ValueError, when any text holds half a surrogate pair: only an escape can write it.

    Only then is everything written again, during which no other thread could go on.
    """
    if _SURROGATE.search(raw):
        json.dumps(json.loads(raw), ensure_ascii=False).encode("utf-8")


def _check_depth(value: Json, where: str) -> None:
    level: list[Json] = [value]
    for _ in range(MAX_DEPTH):
        level = [inside for each in level for inside in _inside(each) if type(inside) in _NESTING]
        if not level:
            return
    raise StructureError("package.json_invalid", where=where, why="too deep")


def _inside(value: Json) -> Iterable[Json]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()

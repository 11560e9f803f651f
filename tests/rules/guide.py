"""The guide to writing packs, as tests take it: its example step by step, and its tables."""

import re
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from tests.rules.records import ROOT

GUIDE = ROOT / "docs" / "POLICY-PACKS.md"
TEXT = GUIDE.read_text(encoding="utf-8")
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"^### (Bước \d+)\.", re.MULTILINE)


class _Plain(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Writes texts that look like numbers as the guide does: without quotes."""

    def __init__(self, stream: Any, *, sort_keys: bool = False, **settings: Any) -> None:
        Emitter.__init__(self, stream, allow_unicode=True, width=settings["width"])
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, sort_keys=sort_keys)
        BaseResolver.__init__(self)


def steps() -> dict[str, str]:
    """Return the example's whole pack as it stands after each step, by the step's name."""
    found, pack = {}, {}
    for name, block in _blocks():
        pack = merged(pack, yaml.load(block, yaml.BaseLoader))  # noqa: S506 - builds text, lists and mappings only
        found[name] = yaml.dump(pack, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)
    return found


def blocks() -> tuple[str, ...]:
    """Return every YAML block of the guide."""
    return tuple(_FENCE.findall(TEXT))


def _blocks() -> list[tuple[str, str]]:
    parts = _STEP.split(TEXT)
    named = zip(parts[1::2], parts[2::2], strict=True)
    return [(name, block) for name, text in named for block in _FENCE.findall(text)]


def merged(old: Any, new: Any) -> Any:
    """Put a step's block into the pack as the guide tells its reader to.

    What is new in a list is written before the entry that it precedes in the block, else at the end; an entry that
    is there already, known by its id, takes over the keys that the block gives.
    """
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: merged(old.get(key), value) for key, value in new.items()}}
    if isinstance(old, list) and _has_ids(old) and _has_ids(new):
        return _joined(old, new)
    return new


def _has_ids(items: list[Any]) -> bool:
    return all(isinstance(item, dict) and "id" in item for item in items)


def _joined(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    whole = list(old)
    for index, item in enumerate(new):
        at = _place(whole, item["id"])
        if at is not None:
            whole[at] = merged(whole[at], item)
            continue
        after = next((place for each in new[index:] if (place := _place(whole, each["id"])) is not None), len(whole))
        whole.insert(after, item)
    return whole


def _place(items: list[dict[str, Any]], wanted: str) -> int | None:
    return next((index for index, item in enumerate(items) if item["id"] == wanted), None)


def table(name: str) -> list[list[str]]:
    """Return the rows of the table that follows `<!-- name -->`, cells without their code marks."""
    after = TEXT.split(f"<!-- {name} -->\n", 1)[1].lstrip("\n")
    lines = [line for line in after.split("\n\n", 1)[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines[2:]]


def codes(name: str) -> set[str]:
    """Return what the first column of a table names in code marks."""
    return {code for row in table(name) for code in re.findall(r"`([^`]+)`", row[0])}

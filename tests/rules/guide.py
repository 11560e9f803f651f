"""The guide to writing packs, as tests take it: its example step by step, and its tables.

`python -m tests.rules.guide` writes the finished example beside the guide.
"""

import re
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from desktop.rules.pack_file import PackFile
from tests.rules.records import ROOT

GUIDE = ROOT / "docs" / "POLICY-PACKS.md"
EXAMPLE = ROOT / "docs" / "may-trang.yaml"
HEAD = "# Ví dụ của docs/POLICY-PACKS.md sau bước cuối. Tỉnh Mây Trắng không có thật; mọi con số bịa ra để học.\n"
TEXT = GUIDE.read_text(encoding="utf-8")
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"^### (Bước \d+)\.", re.MULTILINE)


class _Quoted(str):
    """A text that the guide writes in quotes."""

    __slots__ = ()


class _Loader(yaml.BaseLoader):
    """Reads lists, mappings and texts, and keeps which texts stood in quotes."""

    def construct_scalar(self, node: yaml.ScalarNode) -> str:
        text = str(super().construct_scalar(node))
        return _Quoted(text) if node.style in {'"', "'"} else text


class _Plain(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Writes as the guide does: lists set in, quotes where they stood and nowhere else."""

    def __init__(self, stream: Any, *, sort_keys: bool = False, **settings: Any) -> None:
        Emitter.__init__(self, stream, allow_unicode=True, width=settings["width"])
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, sort_keys=sort_keys)
        BaseResolver.__init__(self)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set lists in below their key, which the emitter would not."""
        del indentless
        super().increase_indent(flow, False)

    def represent_quoted(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')

    def ignore_aliases(self, _data: Any) -> bool:
        return True


_Plain.add_representer(_Quoted, _Plain.represent_quoted)


def packs() -> dict[str, Any]:
    """Return the example's whole pack as it stands after each step, by the step's name."""
    found: dict[str, Any] = {}
    pack: Any = {}
    for name, block in _blocks():
        pack = merged(pack, yaml.load(block, _Loader))  # noqa: S506 - builds text, lists and mappings only
        found[name] = pack
    return found


def dumped(pack: Any, width: int = 1000) -> str:
    """Return a pack's text, lines folded at `width`."""
    return yaml.dump(pack, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=width)


def steps() -> dict[str, str]:
    """Return the text of the example's whole pack after each step, one line for each value."""
    return {name: dumped(pack) for name, pack in packs().items()}


def whole_file() -> str:
    """Return the finished example as the file beside the guide holds it."""
    pack = list(packs().values())[-1]
    order = [field for field in PackFile.__struct_fields__ if field in pack]
    return HEAD + dumped({field: pack[field] for field in order}, width=116)


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


if __name__ == "__main__":
    EXAMPLE.write_text(whole_file(), encoding="utf-8", newline="\n")

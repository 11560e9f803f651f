"""The glossary is true: every name in it stands in the module that it names."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_MODULES = re.compile(r"\((`[a-z_/]+`(?:, `[a-z_/]+`)*)\)\s*$")


def _entries() -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return (Vietnamese term, names in code, modules) of every row that names a module."""
    found = []
    for line in (ROOT / "docs" / "GLOSSARY.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        placed = _MODULES.search(cells[1]) if len(cells) == 3 else None
        if placed:
            names = tuple(re.findall(r"`(\w+)`", cells[1][: placed.start()]))
            found.append((cells[0], names, tuple(re.findall(r"`([a-z_/]+)`", placed[1]))))
    return found


def test_there_is_a_glossary_to_look_at() -> None:
    assert len(_entries()) > 80


@pytest.mark.parametrize(("term", "names", "modules"), _entries())
def test_each_name_stands_in_its_module(term: str, names: tuple[str, ...], modules: tuple[str, ...]) -> None:
    assert names
    text = "\n".join((ROOT / "desktop" / f"{each}.py").read_text(encoding="utf-8") for each in modules)
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == [], term


def test_one_term_has_one_row() -> None:
    terms = [term for term, _, _ in _entries()]
    assert sorted(terms) == sorted(set(terms))

"""Packs with one figure changed: a coefficient by one, a date by one day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

Path = tuple[str | int, ...]

_NOT_LAW = frozenset({
    *("examples", "documents", "papers", "deadlines", "checks", "labels", "note", "label", "cite"),
    *("own_checks", "reasons", "obstacles", "ladders", "management_levels", "provinces", "units"),
})  # fmt: skip
"""Parts that no amount follows from; those of the second line are what checks look up."""
_NOT_FIGURES = frozenset({"id", "version", "title", "issuer", "yes", "no", "reason", "provenance"})
_FORMULAS = frozenset({"formula", "when", "total"})
_NUMBER = re.compile(r"-?\d+(?:\.\d+|/\d+)?\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_LITERAL = re.compile(r'"[^"]*"|(?<![\w.])\d+(?:\.\d+)?(?![\w.])')
"""A quoted word, which is no figure, or a bare number."""


@dataclass(frozen=True)
class Mutant:
    """What was changed, where (a path of the file's keys), and the whole changed tree."""

    where: str
    old: str
    new: str
    tree: Any

    @property
    def name(self) -> str:
        return f"{self.where}: {self.old} -> {self.new}"


def mutants(tree: Any) -> Iterator[Mutant]:
    """Yield every mutant of a pack, read as plain text values."""
    for path, text in figures(tree):
        for new in changed(text, in_formula=path[-1] in _FORMULAS):
            yield Mutant(_shown(tree, path), text, new, _with(tree, path, new))


def figures(plain: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the scalars that are figures, dates or formulas of the law, by their path."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key not in _NOT_LAW | _NOT_FIGURES:
                yield from figures(value, (*path, key))
    elif isinstance(plain, list):
        for place, value in enumerate(plain):
            yield from figures(value, (*path, place))
    elif isinstance(plain, str) and (path[-1] in _FORMULAS or _NUMBER.match(plain) or _DATE.match(plain)):
        yield path, plain


def changed(text: str, *, in_formula: bool) -> list[str]:
    """Return the text with its figure one higher and one lower; in a formula, each bare number in turn."""
    if in_formula:
        return [
            text[: match.start()] + new + text[match.end() :]
            for match in _LITERAL.finditer(text)
            if not match[0].startswith('"')
            for new in (str(Fraction(match[0]) + 1), str(Fraction(match[0]) - 1))
            if not new.startswith("-") and "/" not in new
        ]
    if _DATE.match(text):
        day = date.fromisoformat(text)
        return [str(day + timedelta(days=days)) for days in (1, -1)]
    return [str(Fraction(text) + step) for step in (1, -1)]


def _with(tree: Any, path: Path, value: str) -> Any:
    """Return the tree with another value at the path; what lies beside the path is shared, not copied."""
    if not path:
        return value
    part, *rest = path
    other = tree.copy()
    other[part] = _with(tree[part], tuple(rest), value)
    return other


def _shown(tree: Any, path: Path) -> str:
    """Write the path with ids in place of numbers where an entry has one."""
    parts = []
    for part in path:
        tree = tree[part]
        named = isinstance(part, int) and isinstance(tree, dict) and "id" in tree
        parts.append(str(tree["id"] if named else part))
    return ".".join(parts)

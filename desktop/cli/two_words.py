"""Commands of two words: `policy list` and `policy-list` are the same command."""

import argparse
from collections.abc import Sequence
from typing import Any

_WITH_VALUE = ("--home", "--language", "--pin-file")
"""Options before the command that take the next argument."""


class Commands:
    """Takes the commands of every room; their names are written with hyphens and shown as two words."""

    def __init__(self, top: argparse.ArgumentParser) -> None:
        self._parsers: Any = top.add_subparsers(required=True, metavar="LỆNH")

    @property
    def names(self) -> frozenset[str]:
        """The names as they are shown."""
        return frozenset(self._parsers.choices)

    def add_parser(self, name: str, **more: Any) -> argparse.ArgumentParser:
        """Add a command; like argparse, and `--home` and `--json` may stand after it as well."""
        parser: argparse.ArgumentParser = self._parsers.add_parser(_shown(name), **more)
        parser.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        return parser


def as_shown(arguments: Sequence[str], names: frozenset[str]) -> list[str]:
    """Return the arguments with the command as one of `names`, whichever way it was written; else as they were."""
    given = list(arguments)
    at = _place_of_command(given)
    for words in (2, 1):
        name = _shown("-".join(given[at : at + words]))
        if name in names:
            return [*given[:at], name, *given[at + words :]]
    return given


def _shown(name: str) -> str:
    return name.replace("-", " ")


def _place_of_command(arguments: list[str]) -> int:
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in _WITH_VALUE else 1
    return place

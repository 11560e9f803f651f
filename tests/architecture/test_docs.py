"""The documents name what exists: every command, every file."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli.program import parser

ROOT = Path(__file__).parents[2]
COMMAND_LINE = ROOT / "docs" / "CLI.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

_WORDS = r"([a-z]+(?:-[a-z]+)*(?: [a-z]+)?)(?![\w.-])"
_NAMED = re.compile(rf"^\| `{_WORDS}", re.MULTILINE)
_TYPED = re.compile(rf"^(?:for .*; do )?(?:stc|dv) +{_WORDS}", re.MULTILINE)
_INLINE = re.compile(rf"`tinhgian {_WORDS}")
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def subcommands() -> dict[str, argparse.ArgumentParser]:
    found: dict[str, argparse.ArgumentParser] = {}
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            found |= action.choices
    return found


def commands_in(found: list[str]) -> list[str]:
    """The command that each finding begins with, of one word or of two; what is none stays as it is."""
    known = subcommands()
    return [each if each in known else each.split()[0] for each in found]


def links(document: Path) -> Iterator[Path]:
    for target in _LINK.findall(document.read_text(encoding="utf-8")):
        if "://" not in target:
            yield (document.parent / target).resolve()


def test_the_command_line_document_names_every_command_and_no_other() -> None:
    text = COMMAND_LINE.read_text(encoding="utf-8")
    assert set(commands_in(_NAMED.findall(text))) == set(subcommands())


def test_the_worked_example_uses_commands_that_exist() -> None:
    typed = set(commands_in(_TYPED.findall(COMMAND_LINE.read_text(encoding="utf-8"))))
    assert "send" in typed
    assert typed <= set(subcommands())


def test_every_option_in_a_command_row_exists() -> None:
    rows = [line for line in COMMAND_LINE.read_text(encoding="utf-8").splitlines() if _NAMED.match(line)]
    commands = subcommands()
    unknown = {
        (name, option)
        for name, row in ((commands_in(_NAMED.findall(row))[0], row) for row in rows)
        for option in re.findall(r"--[a-z-]+", row.replace("\\|", "").split(" | ")[0])
        if option not in commands[name]._option_string_actions
    }
    assert unknown == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_documents_name_commands_that_exist(document: Path) -> None:
    named = set(commands_in(_INLINE.findall(document.read_text(encoding="utf-8")))) - {"run"}
    assert named <= set(subcommands())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files_of_the_project(document: Path) -> None:
    missing = [path for path in links(document) if not path.exists()]
    assert missing == []
    assert all(path.is_relative_to(ROOT) for path in links(document))

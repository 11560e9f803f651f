"""The command that lists the catalogue of checks; it needs no profile."""

import json
from pathlib import Path

import pytest

from desktop.cli.program import main


def _answer(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(["--home", str(home), "--json", "check-catalogue", *arguments]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_it_lists_everything_without_a_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checks = _answer(tmp_path / "none", capsys)["checks"]
    assert isinstance(checks, list)
    assert len(checks) == 90
    assert {each["count"] for each in checks} == {None}
    assert not (tmp_path / "none").exists()


def test_it_searches_filters_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = ("--xlsx", str(tmp_path / "a.xlsx"), "--pdf", str(tmp_path / "a.pdf"))
    answer = _answer(tmp_path / "none", capsys, "--search", "chung tu chi", "--severity", "E", *files)
    checks = answer["checks"]
    assert isinstance(checks, list)
    assert [each["code"] for each in checks] == ["CT04"]
    assert (tmp_path / "a.xlsx").stat().st_size > 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_it_speaks_in_lines_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path / "none"), "check-catalogue", "--stage", "B"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 kiểm tra."
    assert lines[1].startswith("[EB] BC01 ")

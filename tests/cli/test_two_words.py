"""Every command is called in two words or with a hyphen, and the options for all stand before or after it."""

import json

import pytest

from desktop.cli import main
from desktop.cli.two_words import as_shown

NAMES = frozenset({"policy list", "decide", "decide clean", "compute"})


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["policy", "list"], ["policy list"]),
        (["policy-list"], ["policy list"]),
        (["--home", "policy", "--json", "policy", "list"], ["--home", "policy", "--json", "policy list"]),
        (["--home=x", "policy-list", "--json"], ["--home=x", "policy list", "--json"]),
        (["decide", "last", "a-b"], ["decide", "last", "a-b"]),
        (["decide", "clean", "last"], ["decide clean", "last"]),
        (["compute", "policy-list"], ["compute", "policy-list"]),
        (["policy", "dance"], ["policy", "dance"]),
        (["--version"], ["--version"]),
        (["--home"], ["--home"]),
        ([], []),
    ],
)
def test_the_command_is_found_and_the_rest_left_alone(given: list[str], wanted: list[str]) -> None:
    assert as_shown(given, NAMES) == wanted


def test_both_ways_give_the_same_answer(capsys: pytest.CaptureFixture[str]) -> None:
    answers = []
    for words in (["--json", "policy", "list"], ["policy-list", "--json"]):
        assert main(words) == 0
        answers.append(json.loads(capsys.readouterr().out))
    assert answers[0] == answers[1]
    assert len(answers[0]["policies"]) >= 3


def test_the_help_shows_two_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert "policy list" in shown
    assert "policy-list" not in shown


@pytest.mark.parametrize("words", [["policy", "dance"], ["policy"], [], ["policy", "show"], ["policy-list", "--jsom"]])
def test_what_is_no_command_is_a_fault_of_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err

"""Printing and trying on the command line: files with the pages told, answers as JSON, and nothing saved."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from desktop.cli import main
from desktop.services.rounds.round_view import RoundView, read_round
from tests.services.conftest import (  # noqa: F401 - fixtures of the room below
    enrolled_folder,
    listed_folder,
    mended_folder,
    ready,
    ready_folder,
    received,
    received_folder,
    sent_folder,
    steps,
)
from tests.services.offices import Desks


class Line:
    """The command line of one office."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._home, self._capsys = home, capsys

    def __call__(self, *arguments: str | Path) -> dict[str, Any]:
        assert main(["--home", str(self._home), "--json", *map(str, arguments)]) == 0, self._capsys.readouterr().err
        answer: dict[str, Any] = json.loads(self._capsys.readouterr().out)
        return answer

    def refused(self, *arguments: str | Path) -> str:
        assert main(["--home", str(self._home), "--json", *map(str, arguments)]) == 1
        return str(json.loads(self._capsys.readouterr().err)["error"]["code"])


@pytest.fixture
def view(ready: Desks) -> RoundView:  # noqa: F811 - the fixture
    return read_round(ready.unit, ready.round.id)


@pytest.fixture
def line(ready: Desks, capsys: pytest.CaptureFixture[str]) -> Line:  # noqa: F811 - the fixture
    return Line(ready.unit.folder, capsys)


def paid(view: RoundView) -> str:
    return next(each.person.citizen_id for each in view.dossiers if view.supports[each.id].amount)


def test_the_slip_of_one_person_is_a_file_with_so_many_pages(line: Line, view: RoundView, tmp_path: Path) -> None:
    told = line("person", "print", paid(view), "--to", tmp_path / "p.pdf")
    with pikepdf.open(tmp_path / "p.pdf") as printed:
        assert told == {"pdf": str(tmp_path / "p.pdf"), "pages": len(printed.pages), "people": 1}


def test_the_register_is_written_as_both_files(line: Line, tmp_path: Path) -> None:
    told = line("register", "print", "--to", tmp_path)
    assert Path(told["pdf"]).exists()
    assert Path(told["xlsx"]).exists()


def test_the_slip_beside_the_appraisal(
    received: Desks,  # noqa: F811 - the fixture
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    who = read_round(received.unit, received.round.id).dossiers[0].person.citizen_id
    finance = Line(received.finance.folder, capsys)
    told = finance("appraisal", "print", "last", who, "--to", tmp_path / "a.pdf")
    assert told["people"] == 1
    assert finance.refused("result", "print", "last", "--to", tmp_path) == "print.nothing_decided"


def test_a_trial_answers_for_each_month_and_saves_nothing(line: Line, view: RoundView, ready: Desks) -> None:  # noqa: F811 - the fixture
    who = paid(view)
    told = line("what-if", who, "--leave", "03/2025", "--months", "6")
    assert told["tried"]["month"] == "2025-03"
    assert told["months"][0]["month"] == "2024-09"
    assert any(point["turn"] == "lost" and "07/2025" in point["message"] for point in told["turning_points"])
    again = line("what", "if", who)
    assert again["tried"]["amount"] == again["recorded"]
    after = read_round(ready.unit, ready.round.id)
    assert after.dossiers == view.dossiers


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--leave", "13/2025"), "what_if.month_unreadable"),
        (("--leave", "bao giờ"), "what_if.month_unreadable"),
        (("--base-salary", "3000000"), "what_if.base_salary_alone"),
    ],
)
def test_what_cannot_be_tried_is_refused_in_words(
    line: Line, view: RoundView, arguments: tuple[str, ...], code: str
) -> None:
    assert line.refused("what-if", paid(view), *arguments) == code


def test_an_assumed_base_salary_moves_the_amount(line: Line, view: RoundView) -> None:
    more = ("--base-salary", "3.000.000", "--base-salary-from", "01/2024")
    assert line("what-if", paid(view), *more)["tried"]["amount"] > line("what-if", paid(view))["tried"]["amount"]

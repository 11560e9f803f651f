"""What `package verify` says of a package before anybody takes it in: rows 28 and 32 of the hostile cases."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import desktop.services.appraisal.export_decision as exporting
from desktop.cli.program import main
from desktop.domain.rounds import Outcome
from desktop.exchange.container.contents import InReplyTo
from desktop.services.appraisal.appraise import decide
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import read_received
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.arrivals.take_in import take_in
from desktop.services.office import Office
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, Offices
from tests.services.seen import everything_in

Verify = Callable[[Office, Path], dict[str, Any]]


def _kept(office: Office) -> dict[str, Any]:
    """All that is kept but the settings: the latest time that was ever seen is one of them."""
    seen = everything_in(office)
    return {**seen, "rows": {name: rows for name, rows in seen["rows"].items() if name != "settings"}}


@pytest.fixture
def verify(offices: Offices, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Verify:
    """Run the command; it changes nothing."""
    monkeypatch.setattr("desktop.cli.arguments.utc_now", offices.clock)

    def call(office: Office, path: Path) -> dict[str, Any]:
        offices.close()
        before = _kept(office)
        main(["--home", str(office.folder), "package", "verify", str(path), "--json"])
        said = capsys.readouterr()
        assert _kept(office) == before
        offices.reopen()
        answer: dict[str, Any] = json.loads(said.out or said.err)
        return answer

    return call


def test_a_replay_is_told_from_what_is_new_and_what_is_forged(offices: Offices, verify: Verify) -> None:
    first = offices.send((PERSON,), remember=False)
    assert verify(offices.finance, first)["arrival"] == "take"
    take_in(offices.finance, first)
    assert verify(offices.finance, first)["arrival"] == "here"
    forged = offices.send((PERSON, OTHER), sequence=1, remember=False).rename(offices.stick / "x.asice")
    assert verify(offices.finance, forged)["error"]["code"] == "package.replay_differs"


def test_a_gap_and_what_has_to_wait_are_told(offices: Offices, verify: Verify) -> None:
    said = verify(offices.finance, offices.send((OTHER,), sequence=4, remember=False))
    assert (said["arrival"], said["missing_numbers"]) == ("take", [1, 2, 3])
    absent = "00000000-0000-4000-8000-000000000000"
    said = verify(offices.finance, offices.send((PERSON,), sequence=5, supersedes=absent, remember=False))
    assert said["arrival"] == "wait"


def test_an_answer_to_something_else_is_refused_by_its_code(
    offices: Offices, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission = receive_submission(offices.finance, offices.send((PERSON,))).submission
    received = read_received(offices.finance, submission.id)
    decide(offices.finance, received, received.document.people[0].record.id, Outcome.APPROVED)
    other = InReplyTo(submission.id, "0" * 64)
    monkeypatch.setattr(exporting, "InReplyTo", lambda *_: other)
    answer = export_decision(offices.finance, received, offices.stick, PASSPHRASE, plain=True)
    assert verify(offices.unit, answer.path)["error"]["code"] == "package.unknown_submission"

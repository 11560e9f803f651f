"""Corrections on the command line: taken out, planned, sent, seen before and after they are taken in."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.services.office import Office
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, VOLUNTEER, Offices


def _run(office: Office, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, Any]:
    assert main(["--home", str(office.folder), "--json", *map(str, arguments)]) == 0, capsys.readouterr().err
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def _said(office: Office, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main(["--home", str(office.folder), *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_a_correction_from_the_unit_to_the_inbox(
    taken_in: Offices,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr("desktop.cli.arguments.utc_now", taken_in.clock)
    unit, finance, stick = taken_in.unit, taken_in.finance, taken_in.stick
    taken_in.close()
    assert _run(unit, capsys, "submission", "plan")["may_go"] is False
    _run(unit, capsys, "person", "reopen", PERSON, "--reason", "Ghi sai chức vụ")
    _run(unit, capsys, "person", "set", PERSON, "person.post=Kế toán trưởng")
    _run(unit, capsys, "person", "withdraw", OTHER, "--reason", "Xin ở lại")
    assert _run(unit, capsys, "person", "keep", OTHER)["state"] == "sent"
    _run(unit, capsys, "person", "withdraw", OTHER, "--reason", "Xin ở lại")
    plan = _run(unit, capsys, "submission", "plan")
    assert (plan["suggested"], len(plan["changed"]), len(plan["same"]), len(plan["withdrawn"])) == ("replace", 1, 1, 1)
    assert f"- {OTHER} (Xin ở lại)" in _said(unit, capsys, "submission", "plan")
    sent = _run(unit, capsys, "send", "--to", stick, "--recipient", "STC", "--reason", "Sửa chức vụ", "--plain")
    chain = _run(unit, capsys, "submission", "chain")["chain"]
    assert [(each["purpose"], each["people"]) for each in chain] == [(None, 3), ("replace", 2)]

    before = _run(finance, capsys, "submission", "changes", sent["package"])
    assert {each["full_name"]: each["change"] for each in before["people"]} == {
        PERSON: "changed",
        VOLUNTEER: "same",
        OTHER: "withdrawn",
    }
    assert len(_run(finance, capsys, "inbox")["inbox"]) == 1
    _run(finance, capsys, "package", "in", sent["package"])
    assert _run(finance, capsys, "submission", "changes", sent["package_id"]) == before
    lines = _said(finance, capsys, "submission", "changes", sent["package_id"])
    assert "person.post: " in lines
    assert "→ Kế toán trưởng" in lines
    newest = next(each for each in _run(finance, capsys, "inbox")["inbox"] if each["package_id"] == sent["package_id"])
    assert (newest["purpose"], newest["original"]) == ("replace", before["original"])
    _run(unit, capsys, "submission", "withdraw", "--reason", "Lập lại danh sách")
    assert _run(unit, capsys, "submission", "plan")["suggested"] == "withdraw"

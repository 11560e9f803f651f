"""What arrives, on the command line: held, alarms, receipts and drafts, as JSON and in words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import arguments
from desktop.cli.program import main
from tests.services.packages.conftest import template  # noqa: F401 - a fixture
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, VOLUNTEER, Offices, copy_offices

NOWHERE = "3f2b8a34-9d1c-4f6e-8a70-0123456789ab"


class Lines:
    """The command line of both offices; their stores are closed meanwhile."""

    def __init__(self, offices: Offices, capsys: pytest.CaptureFixture[str]) -> None:
        self.offices, self._capsys = offices, capsys
        self.homes = {"unit": offices.unit.folder, "finance": offices.finance.folder}

    def __call__(self, office: str, *given: str | Path) -> dict[str, Any]:
        assert main(["--home", str(self.homes[office]), "--json", *map(str, given)]) == 0, self._capsys.readouterr().err
        answer: dict[str, Any] = json.loads(self._capsys.readouterr().out)
        return answer

    def said(self, office: str, *given: str | Path) -> str:
        assert main(["--home", str(self.homes[office]), *map(str, given)]) == 0
        return self._capsys.readouterr().out

    def refused(self, office: str, *given: str | Path) -> str:
        assert main(["--home", str(self.homes[office]), "--json", *map(str, given)]) == 1
        return str(json.loads(self._capsys.readouterr().err)["error"]["code"])


@pytest.fixture
def lines(
    template: Path,  # noqa: F811 - the fixture
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Lines]:
    offices = copy_offices(template, tmp_path / "offices")
    monkeypatch.setattr(arguments, "utc_now", offices.clock)
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", PASSPHRASE)
    yield Lines(offices, capsys)
    offices.close()


def test_what_has_to_wait_is_held_taken_in_or_dropped(lines: Lines) -> None:
    waiting = lines.offices.send((PERSON,), sequence=2, supersedes=NOWHERE, remember=False)
    held = lines("finance", "package", "in", waiting)
    assert (held["held"], held["sequence"], held["missing_numbers"], held["due"]) == (True, 2, [1], False)
    assert lines("finance", "package", "waiting")["waiting"] == [
        {key: held[key] for key in lines("finance", "package", "waiting")["waiting"][0]}
    ]
    assert "số chưa đến: 1" in lines.said("finance", "package", "waiting")
    assert lines.refused("finance", "package", "take", held["package_id"]) == "waiting.no_reason"
    taken = lines("finance", "package", "take", held["package_id"], "--reason", "Đơn vị xác nhận đã mất")
    assert (taken["held"], taken["kind"], taken["people"]) == (False, "submission", 1)
    again = lines.offices.send((OTHER,), sequence=4, supersedes=NOWHERE, period="2024-3", remember=False)
    lines("finance", "package", "in", again)
    assert lines("finance", "package", "drop", again.name, "--reason", "Gửi nhầm")["dropped"]
    assert lines.said("finance", "package", "waiting").strip() == "Không có gói nào đang chờ."
    assert lines.refused("finance", "package", "drop", "khong-co", "--reason", "x") == "waiting.not_here"


def test_an_alarm_is_listed_until_it_was_looked_into(lines: Lines) -> None:
    lines("finance", "package", "in", lines.offices.send((PERSON,), remember=False))
    forged = lines.offices.send((OTHER,), sequence=1, remember=False)
    assert lines.refused("finance", "package", "in", forged) == "package.replay_differs"
    (alarm,) = lines("finance", "alarms")["alarms"]
    assert (alarm["sequence"], alarm["file"]) == (1, forged.name)
    assert "Trung tâm Y tế An Dương" in lines.said("finance", "alarms")
    assert lines("finance", "alarm", "seen", alarm["id"], "--note", "Đã gọi")["seen"] == alarm["id"]
    assert lines("finance", "alarms")["alarms"] == []
    assert "chưa xem xét" in lines.said("finance", "alarms")


def test_receipts_are_made_for_all_that_have_none_and_taken_in(lines: Lines, tmp_path: Path) -> None:
    for people in ((PERSON,), (OTHER,)):
        lines("finance", "package", "in", lines.offices.send(people))
    assert [each["receipt"] for each in lines("unit", "receipts")["sent"]] == [None, None]
    made = lines("finance", "receipt", "make", "--to", tmp_path)["receipts"]
    assert [each["number"] for each in made] == [1, 2]
    assert all(Path(file).exists() for each in made for file in each["files"])
    assert "đều có phiếu tiếp nhận" in lines.said("finance", "receipt", "make", "--to", tmp_path)
    assert lines("unit", "package", "in", made[0]["files"][0])["number"] == 1
    assert lines("unit", "package", "in", made[0]["files"][1])["kind"] == "receipt"
    assert lines("unit", "package", "in", made[0]["files"][0])["already"] is True
    told = lines.said("unit", "receipts")
    assert "Chưa có phiếu tiếp nhận" in told
    assert "số 1/2024 (Sở Tài chính)" in told
    (tmp_path / "in").mkdir()
    printed = lines("unit", "receipt", "print", made[0]["package_id"], "--to", tmp_path / "in")["pdf"]
    assert Path(printed).read_bytes().startswith(b"%PDF")
    assert lines.refused("unit", "receipt", "print", "khong-co", "--to", tmp_path) == "package.not_in_inbox"
    assert lines.refused("finance", "receipt", "make", "khong-co", "--to", tmp_path) == "package.not_in_inbox"


def test_a_draft_is_shown_and_never_decided(lines: Lines, tmp_path: Path) -> None:
    sent = lines("unit", "draft", "send", "--to", tmp_path)
    assert (sent["people"], sent["incomplete"], sent["encrypted"]) == (3, 0, True)
    assert Path(sent["package"]).name == "nop-nhap-TTYT-AN-DUONG-2024-2-001.asice.age"
    received = lines("finance", "package", "in", sent["package"])
    assert (received["kind"], received["already"], received["replaced"]) == ("draft", False, 0)
    (draft,) = lines("finance", "drafts")["drafts"]
    assert lines.said("finance", "drafts").startswith("NHÁP  ")
    shown = lines("finance", "appraise", draft["package_id"])
    assert (shown["draft"], len(shown["people"])) == (True, 3)
    assert lines.said("finance", "appraise", draft["file"]).startswith("NHÁP")
    for decide in (("decide", draft["package_id"], PERSON, "approved"), ("decide", "clean", draft["package_id"])):
        assert lines.refused("finance", *decide) == "appraisal.draft"
    assert lines.refused("finance", "decision", "send", draft["file"], "--to", tmp_path) == "appraisal.draft"
    assert lines.refused("finance", "receipt", "make", draft["file"], "--to", tmp_path) == "receipt.draft"
    assert lines("finance", "inbox")["inbox"] == []
    assert lines("finance", "draft", "drop", draft["file"])["dropped"] == draft["package_id"]
    assert lines.said("finance", "drafts").strip() == "Chưa có gói nháp nào."
    assert lines.refused("finance", "draft", "drop", draft["file"]) == "package.not_in_inbox"
    assert VOLUNTEER in {each["full_name"] for each in shown["people"]}

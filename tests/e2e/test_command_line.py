"""The whole loop without a window: every answer is JSON, every refusal a code and a Vietnamese reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "don-vi-mau"


class Line:
    """The command line of one office."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._home = home
        self.capsys = capsys

    def __call__(self, *arguments: str | Path) -> dict[str, Any]:
        """Run a command that must succeed; return its JSON."""
        assert main(["--home", str(self._home), "--json", *map(str, arguments)]) == 0, self.capsys.readouterr().err
        answer: dict[str, Any] = json.loads(self.capsys.readouterr().out)
        return answer

    def refused(self, *arguments: str | Path) -> str:
        """Run a command that must be refused; return the code, having seen a reason in words."""
        assert main(["--home", str(self._home), "--json", *map(str, arguments)]) == 1
        error = json.loads(self.capsys.readouterr().err)["error"]
        assert error["message"]
        assert error["code"] not in error["message"]
        return str(error["code"])


@pytest.fixture
def unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    line = Line(tmp_path / "unit", capsys)
    line("office-create", "--mode", "unit", "--code", "UBQ", "--name", "UBND quận Mẫu", "--operator", "Lê Văn Lập")
    return line


@pytest.fixture
def finance(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    line = Line(tmp_path / "finance", capsys)
    line("office-create", "--mode", "finance", "--code", "STC", "--name", "Sở Tài chính", "--operator", "Trần Thị Thẩm")
    return line


def enrol(unit: Line, finance: Line, folder: Path) -> None:
    root = finance("trust-create", "--name", "Gốc thử", "--to", folder)
    request = unit("key-create", "--to", folder)
    trust = finance("certificate-issue", request["request"], "--fingerprint", request["fingerprint"], "--to", folder)
    unit("trust-install", root["root"], "--fingerprint", root["fingerprint"])
    unit("trust-install", trust["trust"])


@pytest.mark.timeout(300)  # three offices in one go, on a machine that has other things to do
def test_from_a_list_to_the_decision_and_back(
    unit: Line, finance: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", "mật khẩu thử")
    monkeypatch.setenv("TINHGIAN_ROOT_PASSPHRASE", "mật khẩu gốc thử")
    mail = tmp_path / "mail"
    mail.mkdir()
    enrol(unit, finance, mail)
    unit("round-open", "Đợt thử", "2024-2")
    taken = unit("list-in", SAMPLE / "danh_sach_de_nghi.xlsx")
    assert (taken["complete"], taken["drafts"], len(taken["faults"])) == (53, 7, 7)
    for approval in unit("approvals")["approvals"]:
        number = approval["number"].split("/")[0]
        assert unit("scan-attach", approval["number"], SAMPLE / "ban_quet" / f"QD_{number}.pdf")["flags"] == []
    assert unit.refused("send", "--to", mail) == "submission.drafts"
    assert unit.refused("send", "--to", mail, "--only-complete") == "submission.unanswered"
    for code in ("BH03", "BH06"):
        unit("justify", code, "Đã đối chiếu sổ.")
    sent = unit("send", "--to", mail, "--only-complete")
    assert sent["people"] == 53
    assert finance("package-verify", sent["package"])["digest"] == sent["digest"]
    assert finance("package-in", sent["package"])["already"] is False
    assert finance("package-in", sent["package"])["already"] is True
    looked = finance("appraise", "last")["people"]
    assert all(person["declared"] == person["recomputed"] for person in looked)
    decided = finance("decide-clean", "last")
    assert decided["total"] == sum(person["declared"] or 0 for person in looked)
    answer = finance("decision-send", "last", "--to", mail)
    assert len(unit("decision-in", answer["package"])["decisions"]) == decided["people"]
    assert unit("audit-verify")["intact"] is True
    _comes_back_on_a_new_pc(unit, Line(tmp_path / "new", unit.capsys), mail, monkeypatch)


def _comes_back_on_a_new_pc(old: Line, new: Line, mail: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old PC is dead: keys from the backup, data from the packages, under a new passphrase."""
    assert len(old("fingerprint-show")["words"]) == 16
    assert Path(old("fingerprint-print", "--to", mail)["pdf"]).exists()
    saved = old("key-backup", "--to", mail, "--page")
    assert Path(saved["page"]).read_bytes().startswith(b"%PDF")
    code = mail / "ma.txt"
    code.write_text(saved["recovery_code"].upper(), encoding="utf-8")
    assert new.refused("key-restore", saved["backup"]) == "secret.missing"
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", "mật khẩu đặt lại")
    restored = new("key-restore", saved["backup"], "--recovery-code-file", code)
    assert restored["fingerprint"] == old("fingerprint-show")["fingerprint"]
    rebuilt = new("data-rebuild", mail)
    assert (rebuilt["restored"], rebuilt["answers"], rebuilt["people"], rebuilt["next_number"]) == (1, 1, 53, 2)


def test_a_changed_package_is_refused_and_changes_nothing(
    unit: Line, finance: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", "mật khẩu thử")
    monkeypatch.setenv("TINHGIAN_ROOT_PASSPHRASE", "mật khẩu gốc thử")
    enrol(unit, finance, tmp_path)
    request = next(tmp_path.glob("tincay-*-002.asice"))
    content = bytearray(request.read_bytes())
    content[len(content) // 2] ^= 1
    changed = tmp_path / "changed.asice"
    changed.write_bytes(content)
    assert unit.refused("trust-install", changed).startswith("package.")
    assert finance("inbox")["inbox"] == []


def test_what_is_missing_is_said(unit: Line, tmp_path: Path) -> None:
    assert unit.refused("people") == "round.none"
    unit("round-open", "Đợt thử", "2024-2")
    assert unit.refused("people", "--round", "2030-1") == "round.unknown"
    assert unit.refused("list-in", tmp_path / "missing.xlsx") == "list.not_found"
    assert unit.refused("send", "--to", tmp_path, "--passphrase-file", tmp_path / "none") == "secret.unreadable"


def test_a_wrong_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["no-such-command"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err

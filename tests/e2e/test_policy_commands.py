"""Publishing, installing, comparing and going back on the command line; the amount is invented here."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.services.office import open_office
from desktop.system.clock import utc_now
from tests.e2e.test_command_line import Line, enrol, finance, unit  # noqa: F401 - fixtures
from tests.services.policies import CITY, INVENTED, NEXT, SHIPPED, text_with_amount


@pytest.fixture
def pack_file(finance: Line, tmp_path: Path) -> Path:  # noqa: F811 - the fixture
    office = open_office(tmp_path / "finance", now=utc_now)
    path = tmp_path / "next.yaml"
    path.write_text(text_with_amount(office), encoding="utf-8")
    office.close()
    return path


def test_a_pack_is_published_shown_installed_and_taken_back(
    unit: Line,  # noqa: F811 - the fixture
    finance: Line,  # noqa: F811 - likewise
    pack_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", "mật khẩu thử")
    monkeypatch.setenv("TINHGIAN_ROOT_PASSPHRASE", "mật khẩu gốc thử")
    mail = tmp_path / "mail"
    mail.mkdir()
    enrol(unit, finance, mail)
    assert unit.refused("policy-publish", pack_file, "--to", mail) == "policy.not_here"
    published = finance("policy-publish", pack_file, "--to", mail)
    assert (published["version"], len(published["open"])) == (NEXT, 1)
    assert finance.refused("policy-publish", pack_file, "--to", mail) == "policy.version_not_rising"

    shown = unit("policy-install", published["package"])
    assert (shown["before"], shown["after"], shown["installed"]) == (SHIPPED, NEXT, False)
    assert unit("policy-show", CITY)["version"] == SHIPPED
    assert unit("policy-install", published["package"], "--accept")["installed"] is True
    assert unit("policy-show", CITY)["version"] == NEXT
    assert unit("policy-install", published["package"], "--accept")["already"] is True

    compared = unit("policy-compare", f"{CITY}@{SHIPPED}", f"{CITY}@{NEXT}", "--examples")
    assert {each["kind"] for each in compared["changes"]} == {"becomes_known"}
    assert compared["difference"] == INVENTED * len(compared["changes"])
    assert unit.refused("policy-compare", CITY, f"{CITY}@99") == "policy.no_such_version"

    back = unit("policy-use", f"{CITY}@{SHIPPED}", "--reason", "tạm dừng")
    assert back["version"] == SHIPPED
    assert unit("policy-show", CITY)["version"] == SHIPPED
    assert unit("audit-verify")["intact"] is True


def test_two_files_are_compared_over_the_people_of_a_file(
    finance: Line,  # noqa: F811 - the fixture
    pack_file: Path,
    tmp_path: Path,
) -> None:
    people = tmp_path / "people.json"
    record = {
        "id": "p1",
        "revision": 1,
        "ordinal": 1,
        "person": {"full_name": "Nguyễn Văn Thử", "sex": "male", "birth": "1965-06-03"},
        "group": "downsizing",
        "route": "early_retirement",
        "leave_on": "2024-11-01",
    }
    people.write_text(json.dumps(record), encoding="utf-8")
    compared = finance("policy-compare", CITY, pack_file, "--people", people)
    assert [(each["name"], each["after"]) for each in compared["changes"]] == [("Nguyễn Văn Thử", INVENTED)]


def test_the_comparison_is_told_in_lines_too(
    finance: Line,  # noqa: F811 - the fixture
    pack_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home = ["--home", str(tmp_path / "finance")]
    assert main([*home, "policy", "compare", CITY, str(pack_file), "--examples"]) == 0
    told = capsys.readouterr().out
    assert f"{SHIPPED} → {NEXT}" in told
    assert "chưa có số liệu → 12.345.678 đ" in told

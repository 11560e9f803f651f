"""Settings and packages in parts on the command line, and other programs' word on a part."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.cli import main
from tests.cli.test_printing import Line
from tests.exchange.builder import World, contents, make_world
from tests.exchange.test_other_verifiers import OURS, openssl, run
from tests.exchange.test_parts import scans, write
from tests.services.conftest import (  # noqa: F401 - fixtures of the room below
    enrolled,
    enrolled_folder,
    listed_folder,
    mended,
    mended_folder,
    steps,
)
from tests.services.offices import FINANCE_PASSPHRASE, Desks
from tests.services.sets import write_in_parts


def test_settings_are_shown_and_set(enrolled: Desks, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    line = Line(enrolled.unit.folder, capsys)
    as_shipped = {"channel": "stick", "limits_mb": {"stick": 3900, "email": 20}, "refuse_plain": False}
    assert line("settings", "show") == as_shipped
    told = line("settings", "set", "--channel", "email", "--limit-mb", "15", "--refuse-plain", "yes")
    assert told == line("settings", "show")
    assert told == {"channel": "email", "limits_mb": {"stick": 3900, "email": 15}, "refuse_plain": True}
    assert line.refused("settings", "set", "--limit-mb", "0") == "settings.limit_out_of_range"
    assert line("settings", "set", "--refuse-plain", "no")["refuse_plain"] is False
    with enrolled.unit.store.begin() as work:
        assert [each.action for each in work.audit.all()].count("settings.changed") == 2


def test_parts_are_verified_held_named_and_joined(
    mended: Desks,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", FINANCE_PASSPHRASE)
    monkeypatch.setattr("desktop.cli.arguments.utc_now", mended.clock)
    first, second, third = (each.path for each in write_in_parts(mended).parts)
    line = Line(mended.finance.folder, capsys)
    looked = line("package", "verify", second)
    assert (looked["valid"], looked["part"], looked["parts"]) == (True, 2, 3)
    held = line("package", "in", third)
    assert (held["held"], held["parts"], held["missing_parts"]) == (True, 3, [1, 2])
    (waiting,) = line("package", "waiting")["waiting"]
    assert (waiting["missing_parts"], waiting["due"]) == ([1, 2], False)
    assert line.refused("package", "take", waiting["package_id"], "--reason", "gấp") == "package.parts_missing"
    assert main(["--home", str(mended.finance.folder), "package", "in", str(first)]) == 0
    assert "Còn thiếu phần 2 của 3." in capsys.readouterr().out
    taken = line("package", "in", second)
    assert (taken["held"], taken["people"]) == (False, 1)
    assert line("package", "waiting")["waiting"] == []


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world whose certificates are valid at the real clock, which other programs look at."""
    return make_world(tmp_path_factory.mktemp("today"), datetime.now(UTC))


def test_other_programs_believe_a_part_and_no_changed_one(today: World, tmp_path: Path) -> None:
    package = contents(*scans(tmp_path / "scans", 600_000, 700_000), created_at=datetime.now(UTC))
    for number, each in enumerate(write(today, tmp_path / "out", package).parts, start=1):
        unpacked = tmp_path / f"unpacked-{number}"
        shutil.unpack_archive(each.path, unpacked, "zip")
        manifest = unpacked / "META-INF/ASiCManifest001.xml"
        assert _xmllint(manifest).returncode == 0
        assert openssl(today, unpacked).returncode == 0
        manifest.write_bytes(manifest.read_bytes().replace(b"000001.pdf", b"000002.pdf"))
        assert openssl(today, unpacked).returncode != 0


def _xmllint(manifest: Path) -> subprocess.CompletedProcess[str]:
    return run("xmllint", "--nonet", "--noout", "--schema", OURS, manifest)

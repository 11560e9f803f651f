"""From the list and the scans to the signed package in the real window, in under ten minutes of a practised person.

The walk runs in a process of its own on a screen of its own (Xvfb), driven by keys and clicks; its package is then
opened at Sở Tài chính on the command line, and the amounts are held against what is true.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.test_command_line import Line
from tests.services.offices import FINANCE_PASSPHRASE, UNIT

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
TEN_MINUTES = 600


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A screen of a clerk's laptop, for as long as these tests run."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed (Debian: xvfb)")
    read, write = os.pipe()
    command = [program, "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def walk(sample: Path, folder: Path, screen: str) -> dict[str, Any]:
    """Let the clerk do the day's work; return the report."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.walk", str(sample), str(folder)],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return report


@pytest.mark.tool("Xvfb")
@pytest.mark.timeout(300)  # a whole day's work, on a machine that has other things to do
@pytest.mark.parametrize("sample", ["don-vi-mau", "don-vi-thu-hai"])
def test_the_clerks_day_is_done_in_ten_minutes_and_the_amounts_are_right(
    sample: str, screen: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = walk(SAMPLES / sample, tmp_path / "walk", screen)
    taken = report["person_seconds"] + report["machine_seconds"]
    with capsys.disabled():
        print(f"\n{sample}: {taken:.0f} s ({report['person_seconds']} person, {report['machine_seconds']} machine)")
    assert taken < TEN_MINUTES
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", FINANCE_PASSPHRASE)
    finance = Line(tmp_path / "walk" / "finance", capsys)
    verified = finance("package-verify", report["package"])
    assert (verified["valid"], verified["issuer"]) == (True, UNIT.unit.code)
    finance("package-in", report["package"])
    looked = finance("appraise", "last")["people"]
    truth = json.loads((SAMPLES / sample / "truth.json").read_text(encoding="utf-8"))
    for side in ("declared", "recomputed"):
        found = Counter((each["full_name"], each[side]) for each in looked)
        assert found == Counter((each["full_name"], each["expected"]["nd29"]) for each in truth["people"])

"""`policy check` holds what a pack says of checks against the catalogue."""

import json
from pathlib import Path

import pytest

from desktop.cli.program import main
from desktop.system.resources import resource


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("checks:\n  - {code: ZZ99}\n", "checks.unknown_code"),
        ("checks:\n  - {code: BH07, parameters: {months: 3}}\n", "checks.parameter_unknown"),
        ("checks:\n  - {code: DT06, message: 'Ngày {gio}.'}\n", "checks.message_name"),
    ],
)
def test_what_no_check_knows_is_a_fault(
    more: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = resource("policies", "hai-phong-nq07-2024.yaml").read_text(encoding="utf-8")
    pack = tmp_path / "pack.yaml"
    pack.write_text(text.replace("\nlabels:", f"\n{more}\nlabels:"), encoding="utf-8")
    assert main(["--json", "--home", str(tmp_path / "none"), "policy", "check", str(pack)]) == 1
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert fault["code"] == code
    assert "kiểm tra" in fault["message"]

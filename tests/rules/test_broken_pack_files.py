"""Packs broken as a finance officer would break them: each refusal says where, what was expected and what to do."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop.cli import main
from desktop.rules.pack import PackError, load_pack
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_shape import shape_faults
from desktop.rules.pack_typing import _read
from desktop.rules.yaml_lines import Located
from desktop.ui.texts import refusal_text

FOLDER = Path(__file__).with_name("broken_packs")
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load((FOLDER / "expected.yml").read_text(encoding="utf-8"))
BROKEN = sorted(path for path in FOLDER.glob("*.yaml") if path.stem != "good")
_WHOLE_FILE = {"pack.empty_file", "pack.other_file", "pack.not_text"}
_ADVICE = re.compile(
    r"(Sửa|Ghi|Bỏ|Chọn|Xóa|Đặt|Thêm|Viết|Dùng|Giữ|Xếp|Kiểm tra|Tính tay|Xem|Mở|Số thập phân viết|Nếu)[^.“”]*"
)


def faults_of(path: Path) -> tuple[PackError, ...]:
    with pytest.raises(PackError) as refused:
        load_pack(path.read_bytes(), path.name)
    return refused.value.all


def test_there_are_enough_of_them_and_each_is_expected() -> None:
    assert {path.stem for path in BROKEN} == set(EXPECTED)
    assert len(BROKEN) >= 30


def test_the_pack_that_they_were_broken_from_is_good() -> None:
    assert load_pack((FOLDER / "good.yaml").read_bytes(), "good.yaml").id == "tinh-mau-2026"


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_each_is_refused_in_words_that_one_can_act_on(path: Path) -> None:
    found, expected = faults_of(path), EXPECTED[path.stem]
    assert [(each.code, each.params["line"], each.params["key"]) for each in found] == [
        (each["code"], each["line"], each["key"]) for each in expected
    ]
    for fault, wanted in zip(found, expected, strict=True):
        said = refusal_text(fault)
        assert path.name in said
        assert all(word in said for word in wanted["words"]), said
        assert fault.code in _WHOLE_FILE or f"dòng {fault.params['line']}" in said
        sentences = re.split(r"(?<=[.:;]) ", said)
        assert any(_ADVICE.match(each) for each in sentences[1:]), said
        assert not re.search(r"[{}]|None|\^|\\", said.replace("{", "", 0)) or "“" in said, said


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_command_says_the_same_and_ends_with_1(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check", str(path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["valid"] is False
    assert [each["message"] for each in told["faults"]] == [refusal_text(each) for each in faults_of(path)]


def test_the_command_says_what_a_good_pack_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check", str(FOLDER / "good.yaml")]) == 0
    assert "tinh-mau-2026 1.0 dùng được" in capsys.readouterr().out


def test_the_cases_of_a_pack_are_tried_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "test", str(FOLDER / "good.yaml"), "--json"]) == 0
    assert [each["passed"] for each in json.loads(capsys.readouterr().out)["examples"]] == [True]
    assert main(["policy", "test", str(FOLDER / "vi_du_lech_mot_dong.yaml"), "--json"]) == 1
    case = json.loads(capsys.readouterr().out)["examples"][0]
    assert (case["passed"], case["step"], case["found"], case["expected"]) == (False, "total", "10000000", "10000001")
    assert main(["policy", "test", "nd29-2023"]) == 0
    assert "SAI" not in capsys.readouterr().out


def test_a_file_with_faults_without_end_is_told_the_first_fifty() -> None:
    root: dict[str, Any] = {f"khoa_{number}": "x" for number in range(20_000)}
    found = shape_faults(Located("x.yaml", root, {(): 1}), PackFile, _read)
    assert len(found) == 50

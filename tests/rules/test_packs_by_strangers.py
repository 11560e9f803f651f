"""Packs of provinces that do not exist, written from the guide alone: they load, and their cases come out."""

from pathlib import Path

import pytest

from desktop.rules.pack import PackError, load_pack
from tests.rules.test_packs import shipped

FOLDER = Path(__file__).parent / "packs_by_strangers"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_pack_written_from_the_guide_loads_and_proves_its_cases(path: Path) -> None:
    pack = load_pack(path.read_bytes(), path.name, (shipped("nd29-2023.yaml"), shipped("nd154-2025.yaml")))
    assert pack.practice
    assert len(pack.examples) >= 7
    seen = {example.expect.eligible for example in pack.examples}
    assert seen == {True, False}


def test_there_are_three_of_different_provinces() -> None:
    issuers = {load_pack(path.read_bytes(), path.name).issuer for path in FOLDER.glob("[dg]*.yaml")}
    assert len(issuers) + 1 == len(list(FOLDER.glob("*.yaml"))) == 3


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("1995-01-01, value: 1000000", "2010-01-01, value: 1000000", "chưa có mức lương cơ sở của tháng 03/2000"),
        ("effective_from: 2024-01-01", "effective_from: 2025-03-01", "không thuộc thời gian áp dụng"),
        ("      approved_on: 2025-01-10\n", "", "chưa có ngày văn bản phê duyệt"),
        ("formula: early_months > 0", "formula: early_months > 40", "Đã đến tuổi nghỉ hưu"),
    ],
)
def test_a_case_that_comes_out_otherwise_says_why(old: str, new: str, why: str) -> None:
    text = (FOLDER / "gio-ngan.yaml").read_text(encoding="utf-8")
    with pytest.raises(PackError) as refused:
        load_pack(text.replace(old, new, 1).encode(), "gio-ngan.yaml")
    assert refused.value.code == "pack.example_failed"
    assert why in str(refused.value.params["found"])

"""Packs of provinces that do not exist, written from the guide alone: they load, and their cases come out."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from desktop.domain.money import Dong
from desktop.rules.amount_only import answer_alone
from desktop.rules.evaluate import compute
from desktop.rules.examples import dossier_of
from desktop.rules.pack import PackError, load_pack
from desktop.rules.pack_examples import ExampleRecord
from tests.rules.test_packs import shipped

FOLDER = Path(__file__).parent / "packs_by_strangers"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_pack_written_from_the_guide_loads_and_proves_its_cases(path: Path) -> None:
    pack = load_pack(path.read_bytes(), path.name, (shipped("nd29-2023.yaml"), shipped("nd154-2025.yaml")))
    assert pack.practice
    assert len(pack.examples) >= 7
    seen = {example.expect.eligible for example in pack.examples}
    assert seen == {True, False}


LAW_LIKE = sorted((FOLDER / "law_like").glob("*.yaml"))


def test_there_are_ten_of_ten_kinds() -> None:
    assert len(LAW_LIKE) == 10


@pytest.mark.parametrize("path", LAW_LIKE, ids=lambda path: path.stem)
def test_a_pack_written_as_an_office_would_proves_its_cases_both_ways(path: Path) -> None:
    """Its amounts were reckoned by hand; people are simulated with the same ones, without steps."""
    others = (shipped("nd29-2023.yaml"),)
    pack = load_pack(path.read_bytes(), path.name, others)
    assert not pack.practice
    assert len(pack.examples) >= 3
    for example in pack.examples:
        stated = {name: Dong(amount) for name, amount in example.record.other_amounts.items()}
        found = answer_alone(
            pack, dossier_of(example.record), approved_on=example.record.approved_on, others=others, stated=stated
        )
        assert (found.eligible, found.amount) == (example.expect.eligible, example.expect.total), example.id


def test_a_woman_past_her_lowered_age_before_the_roadmap_leaves_by_the_full_age() -> None:
    """18 years of hazardous work; 50 in 2020, the full age in 07/2027: 29 months early by khoản 2 Điều 5."""
    record = msgspec.convert(
        {
            "group": "downsizing",
            "route": "early_retirement",
            "sex": "female",
            "birth": "1970-03-10",
            "leave_on": date(2025, 3, 1),
            "salary": [{"from": "2015-01", "to": "2025-02", "coefficient": Fraction(4)}],
            "insurance": [
                {"from": "1995-01", "to": "2012-12", "hazardous": True},
                {"from": "2013-01", "to": "2025-02"},
            ],
        },
        ExampleRecord,
    )
    found = compute(shipped("nd29-2023.yaml"), dossier_of(record))
    case = found.step("case")
    assert case is not None
    assert (case.value, found.total) == ("article_5_2", 118_238_667)  # (3 × 2,5 + 5 + 0,5 × 10,5) × 6.661.333,33


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

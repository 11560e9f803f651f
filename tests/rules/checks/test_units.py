"""Hải Phòng's offices: all of them, when they existed, and how a workplace finds its own."""

from collections import Counter
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.units import KnownUnit, UnitRegister
from desktop.rules.checks.unit_register import load_units
from tests.rules.checks.situations import UNITS

_FILE = """
format: 1
sources:
  - {id: toy, cite: Nghị quyết thử, provenance: invented}
units:
  - {name: Xã Thử, kind: commune, to: 2024-01-31, source: toy}
"""


def test_the_districts_of_2024_and_the_communes_after_them_are_there() -> None:
    kinds = Counter(unit.kind for unit in UNITS.units)
    assert (kinds["commune"], kinds["ward"], kinds["special_zone"]) == (67, 45, 2)
    districts = [unit for unit in UNITS.units if unit.kind == "district" and unit.valid_from is None]
    assert len(districts) == 15
    assert {unit.valid_to for unit in districts} == {date(2025, 6, 30)}
    assert {unit.valid_from for unit in UNITS.units if unit.kind != "district"} == {date(2025, 7, 1)}


def test_what_took_over_names_whom_it_took_over_from() -> None:
    (island,) = UNITS.named("Đặc khu Cát Hải")
    assert UNITS.named(island.predecessor)


@pytest.mark.parametrize("name", ["Quận Hồng Bàng", "UBND quận Hồng Bàng", "uy ban nhan dan QUAN HONG BANG"])
def test_a_committee_is_found_by_its_unit(name: str) -> None:
    assert [unit.name for unit in UNITS.named(name)] == ["Quận Hồng Bàng"]


def test_a_part_of_a_unit_is_not_that_unit() -> None:
    assert UNITS.named("Phòng Nội vụ quận Hồng Bàng") == ()


def test_a_unit_is_gone_only_after_its_last_day() -> None:
    unit = KnownUnit("Xã Thử", "commune", date(2020, 1, 1), date(2024, 1, 31))
    assert not unit.ended_before(date(2024, 1, 31))
    assert unit.ended_before(date(2024, 2, 1))
    assert not unit.ended_before(date(2019, 1, 1))
    assert not KnownUnit("Xã Thử", "commune").ended_before(date(2100, 1, 1))


def test_a_name_that_two_units_had_finds_both() -> None:
    older, newer = KnownUnit("Xã Thử", "commune", valid_to=date(2024, 1, 31)), KnownUnit("Xã thử", "commune")
    assert UnitRegister((older, newer)).named("XÃ THỬ") == (older, newer)


@pytest.mark.parametrize(
    "text",
    ["units: [", "format: 1", _FILE.replace("source: toy", "source: other"), _FILE.replace("kind:", "colour:")],
)
def test_a_list_that_is_not_one_is_refused(text: str) -> None:
    assert load_units(_FILE).named("Xã Thử")
    with pytest.raises(Refusal) as refusal:
        load_units(text)
    assert refusal.value.code == "checks.units_unreadable"

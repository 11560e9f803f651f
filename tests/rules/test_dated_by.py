"""Figures dated by a day that the pack itself works out from the record."""

import pytest

from desktop.rules.evaluate import compute
from desktop.rules.pack import PackError, load_pack
from tests.rules.records import dossier
from tests.rules.toy import component, parameter, toy_text

DAY = """\
values:
  - id: counted_on
    label: Ngày tính
    unit: date
    formula: {formula}
    cite: {{document: toy_law}}
groups:
"""


def text(formula: str) -> str:
    months = parameter("k", "months", "5").replace("2000-01-01", "2025-01-01")
    months = months.replace("  unit: months\n", "  unit: months\n  dated_by: counted_on\n")
    limit = parameter("limit", "months", "1")
    whole = toy_text([months, limit], [component("c", "k * pay"), component("d", "limit * pay")])
    return whole.replace("groups:\n", DAY.format(formula=formula), 1)


def test_who_leaves_before_counts_as_on_that_day() -> None:
    pack = load_pack(text("max(leave_on, date(2025, 1, 1))").encode(), "toy.yaml")
    found = compute(pack, dossier(leave_on="2024-11-01"))
    assert found.total == 6 * 3000
    assert found.step("counted_on").shown == "01/01/2025"  # type: ignore[union-attr]
    assert "counted_on" in found.step("k").inputs  # type: ignore[union-attr]


def test_a_day_before_the_first_figure_is_still_refused() -> None:
    pack = load_pack(text("leave_on").encode(), "toy.yaml")
    found = compute(pack, dossier(leave_on="2024-11-01"))
    assert found.total is None
    assert "chưa có giá trị" in found.step("k").reason  # type: ignore[union-attr]


@pytest.mark.parametrize("formula", ["add_months(leave_on, limit)", "add_months(leave_on, k)"])
def test_a_day_that_rests_on_figures_is_refused(formula: str) -> None:
    with pytest.raises(PackError) as refused:
        load_pack(text(formula).encode(), "toy.yaml")
    assert refused.value.code == "pack.unknown_name"
    assert refused.value.params["found"] == "counted_on"
    assert "leave_on" in str(refused.value.params["expected"])

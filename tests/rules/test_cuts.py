"""Caps, floors, the better of several and what was paid before: the trace says what was cut to what."""

from dataclasses import replace

import pytest

from desktop.domain.dossiers import EarlierPayment
from desktop.domain.money import Dong
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from tests.rules.records import dossier
from tests.rules.toy import component, parameter, toy_pack, toy_text

CAP = parameter("cap", "dong", "50000")


@pytest.mark.parametrize(
    ("formula", "amount", "words"),
    [
        ("min(early_months * pay, cap)", 50_000, "78.000 đ cao hơn 50.000 đ nên lấy 50.000 đ."),
        ("min(6 * pay, cap)", 18_000, "18.000 đ không cao hơn 50.000 đ nên giữ 18.000 đ."),
        ("max(6 * pay, cap)", 50_000, "18.000 đ thấp hơn 50.000 đ nên lấy 50.000 đ."),
        ("max(early_months * pay, cap)", 78_000, "78.000 đ không thấp hơn 50.000 đ nên giữ 78.000 đ."),
        ("max(6 * pay, cap, 2 * pay)", 50_000, "Trong 18.000 đ; 50.000 đ; 6.000 đ: lấy số lớn nhất là 50.000 đ."),
        ("min(6 * pay, cap, 2 * pay)", 6_000, "Trong 18.000 đ; 50.000 đ; 6.000 đ: lấy số nhỏ nhất là 6.000 đ."),
        ("clamp(early_months, 6, 20) * pay + 0 * cap", 60_000,
         "26 tháng cao hơn mức cao nhất 20 tháng nên lấy 20 tháng."),
        ("clamp(early_months, 30, 40) * pay + 0 * cap", 90_000,
         "26 tháng thấp hơn mức thấp nhất 30 tháng nên lấy 30 tháng."),
        ("clamp(early_months, 6, 40) * pay + 0 * cap", 78_000,
         "26 tháng nằm trong khoảng từ 6 tháng đến 40 tháng nên giữ 26 tháng."),
        ("if(early_months > 99, min(pay * 1, cap), 5 * pay)", 15_000, ""),
    ],
)  # fmt: skip
def test_what_was_cut_to_what(formula: str, amount: int, words: str) -> None:
    found = compute(toy_pack([CAP], [component("c", formula)]), dossier())
    step = found.step("c")
    assert step is not None
    assert (found.total, step.reason) == (amount, words)


def test_cap_and_floor_of_the_whole_and_what_was_paid_before() -> None:
    deduction = 'max(min(total, cap) - already_paid(\\"first\\"), 0)'
    pack = toy_pack([CAP], [component("c", "early_months * pay")], f'"{deduction}"')
    record = replace(dossier(), earlier_payments=(EarlierPayment("first", Dong(20_000)),))
    found = compute(pack, record)
    step = found.step("total")
    assert step is not None
    assert found.total == 30_000
    assert step.reason == ("78.000 đ cao hơn 50.000 đ nên lấy 50.000 đ. 30.000 đ không thấp hơn 0 đ nên giữ 30.000 đ.")
    assert "50.000 đ) − 20.000 đ" in step.substituted
    assert 'already_paid("first")' in step.inputs


def test_a_named_value_says_its_cut_as_well() -> None:
    value = """\
values:
  - {id: counted, label: Số tháng, unit: months, formula: "min(early_months, 12)", cite: {document: toy_law}}
"""
    text = toy_text([], [component("c", "counted * pay")]).replace("groups:\n", f"{value}groups:\n", 1)
    step = compute(load_pack(text.encode(), "toy.yaml"), dossier()).step("counted")
    assert step is not None
    assert (step.value, step.reason) == (12, "26 tháng cao hơn 12 tháng nên lấy 12 tháng.")

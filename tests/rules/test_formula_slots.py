"""The formulas of a case as an author meets them: in words, with units, from patterns."""

import pytest

from desktop.rules import drafting, formula_slots
from desktop.rules.drafting import item_of
from desktop.rules.formula_slots import FormulaSlot, SlotKind
from desktop.rules.pack_text import read_pack_file, write_pack_file
from tests.rules.toy import component, parameter, toy_text, untried

TEXT = toy_text(
    [parameter("k", "months/year", "3"), parameter("lump", "dong", "7")],
    [component("first", "k * pay * early_years"), component("second", "first + lump")],
    total="min(total, 60 * pay)",
)
FILE = read_pack_file(TEXT.encode(), "toy.yaml")
PACK = untried(TEXT)
SLOTS = {(each.kind, each.owner): each for each in formula_slots.slots_of(FILE, FILE.cases[0])}


def _slot(kind: SlotKind, owner: str) -> FormulaSlot:
    return SLOTS[kind, owner]


def _look(text: str, slot: FormulaSlot) -> formula_slots.FormulaView:
    return formula_slots.look_at(text, slot, formula_slots.known_names(PACK, slot), PACK)


def test_every_formula_of_the_case_is_offered_in_the_order_of_computing() -> None:
    assert [(kind.value, owner) for kind, owner in SLOTS] == [
        ("condition", "early"),
        ("when", "first"),
        ("component", "first"),
        ("when", "second"),
        ("component", "second"),
        ("total", "only"),
    ]


def test_a_formula_is_said_in_the_words_of_its_names() -> None:
    view = _look("k * pay * early_years", _slot(SlotKind.COMPONENT, "first"))
    assert view.fault is None
    assert view.words == "Tham số k × Lương tháng cuối × Số năm nghỉ trước tuổi (quy tròn)"


def test_a_later_component_names_an_earlier_one_but_not_the_other_way() -> None:
    assert _look("first * 2", _slot(SlotKind.COMPONENT, "second")).fault is None
    found = _look("second * 2", _slot(SlotKind.COMPONENT, "first")).fault
    assert found is not None
    assert (found.code, found.params["found"]) == ("pack.unknown_name", "second")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lump + early_months", "pack.unit_mismatch"),
        ("early_months", "pack.unit_mismatch"),
        ("lump +", "pack.formula_syntax"),
        ("lump * nothing_known", "pack.unknown_name"),
        ("k * pay * years(early_months, no_table)", "pack.unknown_name"),
        ("", "formula.empty"),
    ],
)
def test_a_wrong_formula_says_what_is_wrong(text: str, code: str) -> None:
    fault = _look(text, _slot(SlotKind.COMPONENT, "first")).fault
    assert fault is not None
    assert fault.code == code


def test_what_may_be_left_out_may_be_empty() -> None:
    assert _look("", _slot(SlotKind.WHEN, "first")).fault is None
    assert _look(" ", _slot(SlotKind.TOTAL, "only")).fault is None


@pytest.mark.parametrize(("kind", "owner"), list(SLOTS))
def test_a_changed_formula_stands_in_its_place_and_nowhere_else(kind: SlotKind, owner: str) -> None:
    text = "early_months >= 2" if _slot(kind, owner).wanted.sort == "flag" else "lump * 2"
    changed = formula_slots.put_formula(FILE, _slot(kind, owner), text)
    after = {(each.kind, each.owner): each.text for each in formula_slots.slots_of(changed, changed.cases[0])}
    assert after == {key: text if key == (kind, owner) else each.text for key, each in SLOTS.items()}


def test_asking_another_pack_makes_the_file_need_it_and_no_longer() -> None:
    slot = _slot(SlotKind.COMPONENT, "first")
    asking = formula_slots.put_formula(FILE, slot, "50% * amount_of(other-law.total)")
    assert asking.needs == ("other-law",)
    assert item_of(asking.components, "first").formula.startswith("50%")
    untried(write_pack_file(formula_slots.put_formula(asking, slot, "k * pay * early_years")))
    assert formula_slots.put_formula(asking, slot, "lump").needs == ()


def test_only_patterns_that_fit_are_offered_and_every_one_is_right() -> None:
    for slot in SLOTS.values():
        names = formula_slots.known_names(PACK, slot)
        offered = formula_slots.patterns_for(slot, names, PACK)
        assert offered
        assert all(formula_slots.look_at(each.formula, slot, names, PACK).fault is None for each in offered)
    money = formula_slots.patterns_for(
        _slot(SlotKind.COMPONENT, "first"), formula_slots.known_names(PACK, _slot(SlotKind.COMPONENT, "first")), PACK
    )
    assert "lump" in {each.formula for each in money}
    assert "early_months >= 1" not in {each.formula for each in money}


def test_every_pattern_fits_somewhere_in_a_pack_with_the_usual_salaries() -> None:
    text = TEXT.replace("id: pay\n", "id: current_salary\n").replace("* pay", "* current_salary")
    extra = (
        "  - {id: average_salary, label: Bình quân, items: [rank], over: month_before_leaving, "
        "cite: {document: toy_law}, provenance: verified}\n"
    )
    usual = text.replace("groups:\n", extra + "groups:\n", 1)
    pack, file = untried(usual), read_pack_file(usual.encode(), "toy")
    offered = {
        each.formula
        for slot in formula_slots.slots_of(file, file.cases[0])
        for each in formula_slots.patterns_for(slot, formula_slots.known_names(pack, slot), pack)
    }
    assert {each.formula for each in formula_slots.PATTERNS} <= offered


def test_a_figure_that_nothing_names_yet_can_be_named() -> None:
    added = read_pack_file(TEXT.replace("tables:\n", parameter_row("fresh") + "tables:\n", 1).encode(), "toy.yaml")
    slot = _slot(SlotKind.COMPONENT, "first")
    names = formula_slots.known_names(PACK, slot, added)
    assert formula_slots.look_at("fresh * 2", slot, names, PACK).fault is None
    assert _look("fresh * 2", slot).fault is not None
    assert drafting.without_parts(added, ["fresh"]) == FILE


def parameter_row(name: str) -> str:
    return "".join(f"  {line}\n" for line in parameter(name, "dong", "1").splitlines())

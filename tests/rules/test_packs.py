"""The shipped packs: the amounts of sixty made-up people to the đồng, what is open, what does not apply."""

import json
from datetime import date
from fractions import Fraction
from inspect import cleandoc
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.money import round_half_up
from desktop.domain.people import Sex
from desktop.rules.evaluate import compute
from desktop.rules.pack import PolicyPack, load_pack
from desktop.rules.pack_typing import schema
from desktop.rules.trace import Computation, Provenance
from tests.rules.records import ROOT, SECOND_TRUTH, Expected, dossier, insured, pay, true_people

POLICIES = ROOT / "resources" / "policies"
SCHEMA = ROOT / "resources" / "schemas" / "policy-pack.schema.json"


def shipped(name: str) -> PolicyPack:
    return load_pack((POLICIES / name).read_bytes(), name)


@pytest.fixture(scope="module")
def nd29() -> PolicyPack:
    return shipped("nd29-2023.yaml")


@pytest.fixture(scope="module")
def city() -> PolicyPack:
    return shipped("hai-phong-nq07-2024.yaml")


@pytest.fixture(scope="module")
def practice() -> PolicyPack:
    return shipped("thuc-hanh.yaml")


def number(found: Computation, name: str) -> Fraction:
    step = found.step(name)
    assert step is not None, name
    assert isinstance(step.value, int | Fraction), step
    return Fraction(step.value)


@pytest.mark.parametrize(("record", "truth"), true_people())
def test_sixty_people_to_the_dong(nd29: PolicyPack, record: Dossier, truth: Expected) -> None:
    found = compute(nd29, record)
    assert found.total == truth.nd29
    assert number(found, "early_months") == truth.early_months
    assert number(found, "early_years") == truth.early_years
    assert number(found, "insured_months") == truth.insured_months
    assert number(found, "insured_years") == truth.insured_years
    assert round_half_up(number(found, "current_salary")) == truth.current_salary
    assert round_half_up(number(found, "average_salary")) == truth.average_salary
    assert found.applies is (truth.nd29 is not None)
    assert found.missing == ()


def test_the_second_units_people_to_the_dong(nd29: PolicyPack) -> None:
    found = [(compute(nd29, record), truth) for record, truth in true_people(SECOND_TRUTH)]
    assert [each.total for each, _ in found] == [truth.nd29 for _, truth in found]
    assert [number(each, "insured_months") for each, _ in found] == [truth.insured_months for _, truth in found]


def test_items_add_up_to_the_total(nd29: PolicyPack, practice: PolicyPack) -> None:
    for record, _ in true_people():
        for pack in (nd29, practice):
            found = compute(pack, record)
            if found.total is not None and found.step("total").formula.startswith("Cộng"):  # type: ignore[union-attr]
                assert sum(item.amount or 0 for item in found.components) == found.total


def test_x3_the_amount_comes_from_the_unrounded_average(nd29: PolicyPack) -> None:
    record, truth = true_people()[0]
    found = compute(nd29, record)
    average = number(found, "average_salary")
    assert (round_half_up(average), found.total) == (5_020_865, 91_630_786)
    assert round_half_up(average * Fraction("18.25")) == found.total == truth.nd29


def test_x4_rounding_the_average_first_would_pay_some_people_wrongly(nd29: PolicyPack) -> None:
    wrongly = 0
    for record, truth in true_people():
        if record.group is Group.DOWNSIZING and record.route is Route.EARLY_RETIREMENT:
            months = 3 * truth.early_years + 5 + (truth.insured_years - 20) / 2
            exact = number(compute(nd29, record), "average_salary")
            assert round_half_up(months * exact) == truth.nd29
            wrongly += round_half_up(months * truth.average_salary) != truth.nd29
    assert wrongly > 0


def test_every_step_names_its_source_or_its_inputs(nd29: PolicyPack) -> None:
    found = compute(nd29, true_people()[0][0])
    ids = {step.id for step in found.trace}
    assert {
        *("pension_month", "early_months", "early_years", "insured_months", "insured_years", "current_salary"),
        *("average_salary", "months_per_early_year", "at_most_five_years", "early_allowance", "case", "total"),
    } <= ids
    for step in found.trace:
        assert step.label
        assert step.shown
        assert set(step.inputs) <= ids
    assert {step.id for step in found.trace if step.provenance is Provenance.RECALLED} == {
        "early_years",
        "insured_years",
    }
    assert len(found.warnings) == 2


def test_a_trace_stands_in_order_of_dependence(nd29: PolicyPack) -> None:
    seen: set[str] = set()
    for step in compute(nd29, true_people()[0][0]).trace:
        assert set(step.inputs) <= seen, step.id
        seen.add(step.id)


def test_the_formula_stands_in_words_and_with_numbers(nd29: PolicyPack) -> None:
    step = compute(nd29, true_people()[0][0]).step("early_allowance")
    assert step is not None
    assert step.formula == (
        "Số tháng tiền lương cho mỗi năm nghỉ trước tuổi × Số năm nghỉ trước tuổi (quy tròn) × "
        "Tiền lương bình quân 5 năm cuối"
    )
    assert step.substituted == "3 tháng/năm × 2,5 năm × 5.020.865 đ/tháng"
    assert step.shown == "37.656.487,5 đ"
    assert str(step.citation) == "khoản 1, 2 Điều 5 Nghị định 29/2023/NĐ-CP"


def test_under_two_years_early_is_eligible_and_brings_no_money(nd29: PolicyPack) -> None:
    found = compute(nd29, dossier(leave_on="2025-06-01", salary=(pay("2010-01", "2025-05", "3"),)))
    assert found.eligible
    assert found.components == ()
    assert found.total == 0
    assert "không bị trừ tỷ lệ" in found.conditions[0].reason


def test_hazardous_work_lowers_the_age(nd29: PolicyPack) -> None:
    rows = (insured("2000-01", "2015-12", hazardous=True), insured("2016-01", "2024-10"))
    found = compute(nd29, dossier(birth="1970-06-03", insurance=rows))
    assert str(found.step("pension_month").value) == "2027-01"  # type: ignore[union-attr]
    assert found.step("case").value == "article_5_1"  # type: ignore[union-attr]
    assert found.eligible


def test_a_condition_that_fails_says_why(nd29: PolicyPack) -> None:
    found = compute(nd29, dossier(insurance=(insured("2010-01", "2024-10"),)))
    failed = [condition for condition in found.conditions if not condition.holds]
    assert [condition.reason for condition in failed] == ["Mới đóng 178 tháng, chưa đủ 240 tháng."]
    assert (found.eligible, found.total, found.components) == (False, None, ())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"group": Group.VOLUNTARY}, "không áp dụng cho người tự nguyện"),
        ({"leave_on": "2025-06-16"}, "không thuộc thời gian áp dụng"),
        ({"leave_on": "2023-07-19"}, "không thuộc thời gian áp dụng"),
    ],
)
def test_what_the_decree_does_not_cover_is_said(nd29: PolicyPack, changes: dict[str, Any], reason: str) -> None:
    found = compute(nd29, dossier(**changes))
    assert not found.applies
    assert not found.eligible
    assert found.total is None
    assert reason in found.conditions[0].reason


def test_a_way_of_leaving_that_a_policy_does_not_know_is_said() -> None:
    found = compute(shipped("nd154-2025.yaml"), dossier(leave_on="2025-07-01", route=Route.COMMUNE_OFFICIAL))
    assert not found.applies
    assert "không có quy định cho cách nghỉ" in found.conditions[0].reason


@pytest.mark.parametrize(("leave_on", "applies"), [("2025-06-15", True), ("2023-07-20", True)])
def test_the_first_and_last_day_are_covered(nd29: PolicyPack, leave_on: str, applies: bool) -> None:
    assert compute(nd29, dossier(leave_on=leave_on)).applies is applies


def test_an_empty_record_names_what_is_missing(nd29: PolicyPack) -> None:
    found = compute(nd29, Dossier("d", "r", 1))
    assert found.missing == ("group", "route", "leave_on")
    assert found.total is None
    half = Dossier("d", "r", 1, group=Group.DOWNSIZING, route=Route.EARLY_RETIREMENT, leave_on=date(2024, 11, 1))
    assert compute(nd29, half).missing == ("career.insurance",)
    severance = Dossier("d", "r", 1, group=Group.DOWNSIZING, route=Route.SEVERANCE, leave_on=date(2024, 11, 1))
    assert compute(nd29, severance).missing == ("career.insurance", "person.birth")


def test_a_missing_month_of_salary_is_named_and_no_amount_given(nd29: PolicyPack) -> None:
    found = compute(nd29, dossier(salary=(pay("2010-01", "2021-02", "3"), pay("2021-04", "2024-10", "3"))))
    assert found.missing == ("career.salary",)
    assert found.total is None
    step = found.step("average_salary")
    assert step is not None
    assert step.value is None
    assert "03/2021" in step.reason


def test_someone_older_than_the_roadmap_gets_a_reason_and_no_amount(nd29: PolicyPack) -> None:
    found = compute(nd29, dossier(birth="1958-03-01"))
    assert (found.eligible, found.total) == (False, None)
    assert found.applies
    assert "Kiểm tra lại ngày sinh" in found.conditions[0].reason


def test_open_amounts_are_open_with_their_citation(city: PolicyPack) -> None:
    found = compute(city, dossier())
    assert (found.applies, found.eligible, found.total) == (True, True, None)
    assert [(value.parameter, str(value.citation)) for value in found.open_values] == [
        ("support_downsizing", "Điều 3 Nghị quyết 07/2024/NQ-HĐND")
    ]
    item = found.components[0]
    assert (item.amount, item.provenance) == (None, Provenance.OPEN)
    step = found.step("support_downsizing")
    assert step is not None
    assert step.shown == "chưa có số liệu"
    assert step.reason == "Chưa có số liệu: Điều 3 Nghị quyết 07/2024/NQ-HĐND."
    assert {value.parameter for value in city.open_parameters()} == {"support_downsizing", "support_voluntary"}


def test_the_city_shows_the_quantities_of_voluntary_leavers_too(city: PolicyPack) -> None:
    for record, truth in true_people():
        found = compute(city, record)
        assert number(found, "early_months") == truth.early_months
        assert round_half_up(number(found, "average_salary")) == truth.average_salary
        assert found.missing == (("person.management_level",) if record.group is Group.VOLUNTARY else ())


def test_transitional_people_need_an_approval_of_the_right_time(city: PolicyPack) -> None:
    record = dossier(group=Group.TRANSITIONAL, leave_on="2024-06-01", salary=(pay("2010-01", "2024-05", "3"),))
    assert compute(city, record, approved_on=date(2024, 7, 18)).eligible
    assert not compute(city, record, approved_on=date(2024, 7, 19)).eligible
    assert compute(city, record).missing == ("approval_id",)


def test_papers_depend_on_the_group(city: PolicyPack) -> None:
    voluntary = {paper.id for paper in city.papers_for(Group.VOLUNTARY, Route.EARLY_RETIREMENT)}
    downsizing = {paper.id for paper in city.papers_for(Group.DOWNSIZING, Route.EARLY_RETIREMENT)}
    assert voluntary - downsizing == {"management_level_proof"}
    assert {deadline.due or deadline.yearly for deadline in city.deadlines} == {date(2024, 9, 30), (2, 1)}


def test_practice_is_marked_in_every_answer(practice: PolicyPack, nd29: PolicyPack) -> None:
    found = compute(practice, dossier(sex=Sex.MALE))
    assert found.practice
    assert found.total is not None
    assert {item.provenance for item in found.components} == {Provenance.INVENTED}
    assert not compute(nd29, dossier()).practice


def test_the_published_schema_is_that_of_the_program() -> None:
    published, own = json.loads(SCHEMA.read_text(encoding="utf-8")), json.loads(json.dumps(schema()))
    assert _unindented(published) == _unindented(own)


def _unindented(part: Any) -> Any:
    """Return the schema with its descriptions flush: from 3.13 on Python takes the indentation off docstrings."""
    if isinstance(part, dict):
        return {
            key: cleandoc(value) if key == "description" and isinstance(value, str) else _unindented(value)
            for key, value in part.items()
        }
    return [_unindented(each) for each in part] if isinstance(part, list) else part


@pytest.mark.parametrize(
    "path", [*sorted(POLICIES.glob("*.yaml")), ROOT / "docs" / "may-trang.yaml"], ids=lambda path: path.name
)
def test_packs_satisfy_the_published_schema_as_any_yaml_reader_types_them(path: Path) -> None:
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.validate(_as_json(plain), json.loads(SCHEMA.read_text(encoding="utf-8")))


def _as_json(plain: Any) -> Any:
    """Return what a common YAML reader gives, with the dates as JSON writes them."""
    if isinstance(plain, dict):
        return {name: _as_json(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [_as_json(value) for value in plain]
    return plain.isoformat() if isinstance(plain, date) else plain


def test_the_pack_is_known_by_the_digest_of_its_bytes(nd29: PolicyPack) -> None:
    text = (POLICIES / "nd29-2023.yaml").read_bytes()
    changed = load_pack(text + b"\n# one more line\n", "changed.yaml")
    assert (changed.id, changed.version) == (nd29.id, nd29.version)
    assert changed.ref.sha256 != nd29.ref.sha256


def test_a_figure_of_the_law_never_stands_in_code() -> None:
    figures = ("1490000", "1800000", "2340000", "2530000", "1_490_000", "2_340_000")
    for path in (ROOT / "desktop" / "rules").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not any(figure in text for figure in figures), path

"""Packs that are refused: each with its line, key, what was expected, and a readable sentence."""

import re
import string
from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.pack import PackError, load_pack
from desktop.rules.showing import REASONS
from tests.rules.records import ROOT
from tests.rules.toy import component, parameter, toy_text

TEXTS: dict[str, str] = yaml.safe_load((ROOT / "resources" / "texts" / "rules.yaml").read_text(encoding="utf-8"))
EXPECTED = ROOT / "tests" / "rules" / "broken_packs" / "expected.yml"
GOOD = toy_text([parameter("k", "months/year", "3")], [component("c", "k * pay * early_years")])
EXAMPLE = """\
examples:
  - id: wrong
    source: Tự tính.
    record: {group: downsizing, route: early_retirement, sex: male, birth: 1965-06-03, leave_on: 2024-11-01}
    expect: {total: 5, values: {early_months: 27}}
"""


LADDER = """\
  ladders:
    - {id: l, label: Bảng, ranks: [Lính], coefficients: [2, 1], cite: {document: toy_law}, provenance: verified}
"""

YEARLY = (
    "deadlines:\n  - {{id: d, label: Hạn, cite: {{document: toy_law}}, provenance: verified, yearly: '{}'}}\n"
    "total_rounding"
)


@dataclass(frozen=True)
class Broken:
    code: str
    old: str
    new: str
    key: str = ""
    expected: str = ""
    """A part of what the error says was expected."""


BROKEN = [
    Broken("pack.empty_value", "kind: central", "kind:", "kind", "central, city, practice"),
    Broken("pack.wrong_kind", "kind: central", "kind: [central]", "kind", "central, city, practice"),
    Broken("pack.unknown_key", "kind: central", "kind: central\nkindd: city", "kindd", "kind"),
    Broken("pack.unknown_key", "unit: months/year", "unit: months/year\n    units: x", "units", "unit"),
    Broken("pack.missing_key", "issuer: Hội đồng xứ Không Có\n", "", "issuer", "chữ"),
    Broken("pack.missing_key", ', cite: {document: toy_law, article: "2"}', "", "cite", "document"),
    Broken("pack.wrong_value", "kind: central", "kind: centrall", "kind", "central, city, practice"),
    Broken("pack.wrong_value", "unit: months/year", "unit: parsec", "unit", "dong/month"),
    Broken("pack.wrong_value", "unit: months/year", "unit: text", "unit", "months/year"),
    Broken("pack.wrong_value", "value: 3", "value: three", "value", "1/2"),
    Broken("pack.wrong_value", "from: 2000-01-01", "from: 1/1/2000", "effective_from", "2000-01-01"),
    Broken("pack.wrong_value", "first_year: 2021", "first_year: soon", "first_year", "số nguyên"),
    Broken("pack.wrong_value", 'version: "1"', "version: 1.0-beta", "version", "chữ số và dấu chấm"),
    Broken("pack.not_yaml", "kind: central", "kind: [central"),
    Broken("pack.duplicate_key", "kind: central", "kind: central\nkind: city", "kind"),
    Broken("pack.forbidden_yaml", "kind: central", "kind: &k central", "kind"),
    Broken("pack.forbidden_yaml", "kind: central", "kind: !!python/object:os.system central", "kind"),
    Broken("pack.unknown_name", "k * pay * early_years", "k * pay * early_yearz", "formula", "early_years"),
    Broken("pack.unknown_name", "{document: toy_law}", "{document: toy_lav}", "document", "toy_law"),
    Broken("pack.unknown_name", "Sớm {early_months}.", "Sớm {earli_months}.", "yes", "early_months"),
    Broken("pack.unknown_name", "conditions: [early]", "conditions: [late]", "conditions", "early"),
    Broken("pack.unit_mismatch", "k * pay * early_years", "k * pay * early_months", "formula", "đồng"),
    Broken("pack.unit_mismatch", "k * pay * early_years", "k * pay * early_years + early_months", "formula", "tháng"),
    Broken("pack.unit_mismatch", "early_months >= 1", "early_months + 1", "formula", "đúng hoặc sai"),
    Broken("pack.unit_mismatch", "route", "lowered_by: k\n    route", "lowered_by", "tháng"),
    Broken("pack.unknown_choice", "early_months >= 1", "sex = 'man'".replace("'", '"'), "formula", "male, female"),
    Broken("pack.unknown_function", "k * pay * early_years", "sqrt(k) * pay", "formula", "band"),
    Broken("pack.formula_syntax", "k * pay * early_years", "k * pay * ", "formula", "ngoặc"),
    Broken("pack.formula_too_large", "k * pay * early_years", "(" * 60 + "k" + ")" * 60, "formula"),
    Broken("pack.duplicate_id", "- id: k\n", "- id: pay\n"),
    Broken("pack.duplicate_id", "- id: k\n", "- id: early_months\n"),
    Broken("pack.dates_not_rising", "from: 2000-01-01", "from: 2000-01-01\neffective_to: 1999-01-01", "effective_to"),
    Broken("pack.value_missing", "value: 3, ", ""),
    Broken("pack.value_of_open", "provenance: verified}", "provenance: open}"),
    Broken("pack.invented_figure", "provenance: verified}", "provenance: invented}"),
    Broken("pack.bands_wrong", "{up_to: 11, years: 1}", "{up_to: 10, years: 1}"),
    Broken("pack.salary_months", "over: month_before_leaving", "over: last_months", "over"),
    Broken("pack.table_missing", "early_years: thirds, ", "", "conventions", "early_years"),
    Broken("pack.deadline_kind", "total_rounding", "deadlines:\n  - {id: d, label: Hạn, cite: {document: toy_law}, "
           "provenance: verified}\ntotal_rounding", "deadlines", "due"),
    *(Broken("pack.wrong_value", "total_rounding", YEARLY.format(day), "yearly")
      for day in ("02-29", "02-30", "04-31", "13-01", "2-1")),
    Broken("pack.unused", "k * pay * early_years", "3 * pay * early_years", "id"),
    Broken("pack.value_of_other_unit", "value: 3, ", "day: 2024-01-01, ", "day", "value"),
    Broken("pack.not_rising", "  rounding:\n", LADDER + "  rounding:\n", "coefficients"),
    Broken("pack.percent_item", "[rank, position]", "[{item: rank, percent_of: [position]}]", "item", "seniority"),
    Broken("pack.percent_cycle", "[rank, position]", "[{item: seniority, percent_of: [rank, seniority]}]", "items"),
    Broken("pack.unused", "kind: central", "kind: central\nneeds: [other-pack]", "needs"),
    Broken("pack.needs_itself", "kind: central", "kind: central\nneeds: [toy]", "needs"),
    Broken("pack.unknown_name", "k * pay * early_years", "k * pay * years(early_months, halves)", "formula", "thirds"),
    Broken("pack.need_not_declared", "k * pay * early_years", "amount_of(nd29-2023.total)", "formula"),
    Broken("pack.unit_mismatch", "k * pay * early_years", "k * pay * years(pay, thirds)", "formula", "tháng"),
    Broken("pack.example_failed", "total_rounding", EXAMPLE + "total_rounding", "early_months", "27"),
]  # fmt: skip


def refusal(text: bytes) -> PackError:
    with pytest.raises(PackError) as refused:
        load_pack(text, "toy.yaml")
    return refused.value


def sentence(refused: PackError) -> str:
    return TEXTS[refused.code].format(**refused.params)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.code}-{broken.key}")
def test_a_broken_pack_is_refused_with_its_line(broken: Broken) -> None:
    assert broken.old in GOOD
    text = GOOD.replace(broken.old, broken.new, 1)
    refused = refusal(text.encode())
    assert refused.code == broken.code, refused
    assert refused.params["file"] == "toy.yaml"
    assert broken.expected in str(refused.params["expected"])
    if broken.key:
        assert refused.params["key"] == broken.key
    line = int(refused.params["line"])
    changed = [number + 1 for number, row in enumerate(text.split("\n")) if row not in GOOD.split("\n")]
    assert 1 <= line <= text.count("\n") + 2
    if changed and broken.code not in {"pack.not_yaml", "pack.unused", "pack.table_missing"}:
        assert min(changed) - 1 <= line <= max(changed) + 1, (line, changed)
    assert str(line) in sentence(refused)


def test_the_toy_pack_itself_is_good() -> None:
    assert load_pack(GOOD.encode(), "toy.yaml").id == "toy"


def test_a_component_may_only_name_those_before_it() -> None:
    text = toy_text([], [component("a", "1 * pay"), component("b", "2 * a")])
    text = text.replace("components: [a, b]", "components: [b, a]")
    refused = refusal(text.encode())
    assert refused.code == "pack.component_order"
    assert "a" in sentence(refused)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "pack.empty_file"),
        (b"\xff\xfe\x00", "pack.not_text"),
        (b"a: " + b"x" * 1_000_001, "pack.too_large"),
        (b"[" * 300, "pack.forbidden_yaml"),
        (b"a: 1\n---\nb: 2\n", "pack.forbidden_yaml"),
        (b"- just\n- a list\n", "pack.wrong_kind"),
        (b"? {a: b}\n: c\n", "pack.forbidden_yaml"),
        (b"a: *nothing\n", "pack.forbidden_yaml"),
    ],
)
def test_what_is_no_pack_at_all_is_refused(text: bytes, code: str) -> None:
    refused = refusal(text)
    assert refused.code == code
    assert sentence(refused)


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_no_bytes_crash_the_loader(text: bytes) -> None:
    assert refusal(text).code in TEXTS


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_pack_with_a_damaged_line_loads_or_is_refused(data: st.DataObject) -> None:
    lines = GOOD.split("\n")
    at = data.draw(st.integers(0, len(lines) - 2))
    lines[at] = data.draw(st.sampled_from(["", lines[at][::-1], lines[at] + "x", lines[at].replace("1", "9"), "\t"]))
    code = ""
    try:
        load_pack("\n".join(lines).encode(), "toy.yaml")
    except PackError as refused:
        code = refused.code
        assert sentence(refused)  # noqa: PT017 - a damaged line may also still be a good pack
    assert code == "" or code in TEXTS


def raised_codes() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "desktop" / "rules").rglob("*.py"):
        if "checks" not in path.relative_to(ROOT).parts:
            found |= set(re.findall(r'"((?:pack|rules)\.[a-z_]+)"', path.read_text(encoding="utf-8")))
    return found


def test_every_code_raised_has_its_sentence_and_no_other_is_there() -> None:
    assert raised_codes() == set(TEXTS)


def test_every_fault_of_a_formula_has_its_short_sentence_for_those_who_write_it() -> None:
    parts = (ROOT / "desktop" / "rules" / "formulas").glob("*.py")
    raised = {code for path in parts for code in re.findall(r'"pack\.([a-z_]+)"', path.read_text(encoding="utf-8"))}
    short = yaml.safe_load((ROOT / "resources" / "texts" / "formulas.yaml").read_text(encoding="utf-8"))
    assert {f"formula.{code}" for code in raised} | {"formula.empty"} == set(short)


def test_a_formula_that_is_being_typed_has_the_same_faults_in_fewer_words() -> None:
    text = (ROOT / "resources" / "texts" / "formulas.yaml").read_text(encoding="utf-8")
    typed = {code.removeprefix("formula.") for code in yaml.safe_load(text)} - {"empty"}
    assert typed <= {code.removeprefix("pack.") for code in TEXTS}
    assert {"unit_mismatch", "unknown_name", "unknown_function", "unknown_choice", "formula_syntax"} <= typed


def test_reasons_in_traces_are_the_sentences_of_the_window() -> None:
    mine = {code: text for code, text in REASONS.items() if code.startswith("rules.")}
    assert mine == {code: TEXTS[code] for code in mine}
    assert set(mine) == {code for code in TEXTS if code.startswith("rules.")}


BY_BOUNDS = {
    "pack.too_large",
    "pack.too_many_parts",
    "pack.chain_too_long",
    "pack.too_much_work",
    "pack.needs_too_deep",
}
"""Those that `test_hostile_packs` holds."""


def test_every_code_of_packs_has_a_broken_pack() -> None:
    covered = {broken.code for broken in BROKEN} | {"pack.component_order", *BY_BOUNDS}
    covered |= {
        each["code"] for faults in yaml.safe_load(EXPECTED.read_text(encoding="utf-8")).values() for each in faults
    }
    assert covered == {code for code in TEXTS if code.startswith("pack.")}


def test_sentences_use_plain_placeholders() -> None:
    for code, text in TEXTS.items():
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names), code

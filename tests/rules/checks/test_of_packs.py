"""What packs say of checks: settings, sentences, own checks; what cannot be is refused."""

from dataclasses import replace
from datetime import date

import pytest
import yaml

from desktop.domain.dossiers import Group, Route
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Justification, Severity
from desktop.rules.checks.catalogue import Catalogue, Stage, Status
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.engine import blocking, check_dossier, check_round, unjustified
from desktop.rules.checks.law_tables import tables_of
from desktop.rules.checks.of_packs import catalogue_of, provinces_of, register_with, settings_of
from desktop.rules.evaluate import compute
from desktop.rules.own_checks import compute_and_check, failed_checks
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from tests.rules.checks.situations import CATALOGUE, DOSSIER, ROOT, UNITS, around, career

_SHIPPED = [
    load_pack(path.read_bytes(), path.name) for path in sorted((ROOT / "resources" / "policies").glob("*.yaml"))
]
_OWN = """
own_checks:
  - code: ZZ01
    severity: W
    label: Nghỉ sớm hơn mức thử
    formula: early_months > most_early
    message: "Nghỉ sớm {early_months}, quá mức thử {most_early}."
    fix: "Sửa tháng nghỉ {leave_month}."
    field: leave_on
    cite: {document: toy}
"""


def _pack(more: str = "", policy_id: str = "toy") -> PolicyPack:
    text = f"""
id: {policy_id}
version: "1.2"
title: Luật thử nghiệm
issuer: Nơi thử nghiệm
kind: practice
status: draft
effective_from: 2020-01-01
documents:
  - {{id: toy, name: Nghị quyết thử nghiệm}}
parameters:
  - id: most_early
    label: Mức thử
    unit: months
    values:
      - {{from: 2020-01-01, value: 12, cite: {{document: toy}}, provenance: invented}}
  - id: gift_amount
    label: Quà thử
    unit: dong
    values:
      - {{from: 2020-01-01, value: 1000, cite: {{document: toy}}, provenance: invented}}
tables:
  roadmap:
    male: {{first_year: 2021, first_age: 723, yearly_step: 3, final_age: 744}}
    female: {{first_year: 2021, first_age: 664, yearly_step: 4, final_age: 720}}
    cite: {{document: toy}}
    provenance: invented
groups:
  - {{id: downsizing, label: người thử nghiệm, cite: {{document: toy}}}}
components:
  - {{id: gift, label: Quà, formula: "if(early_months > most_early, gift_amount, 0)", cite: {{document: toy}}}}
cases:
  - id: all
    label: Mọi người
    groups: [downsizing]
    routes: [early_retirement, severance]
    components: [gift]
    cite: {{document: toy}}
total_rounding: {{to: 1}}
{more}
"""
    return load_pack(text.encode(), f"{policy_id}.yaml")


def _under(*packs: PolicyPack, **changes: object) -> CheckContext:
    dossier = replace(DOSSIER, **changes)  # type: ignore[arg-type] - fields of Dossier
    failed = tuple(each for pack in packs for each in failed_checks(pack, dossier, others=packs))
    return replace(
        around(dossier),
        failed={dossier.id: failed},
        catalogue=catalogue_of(CATALOGUE, packs),
        settings=settings_of(packs),
    )


def _codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.code for each in findings]


def test_an_own_check_speaks_in_filled_sentences_and_names_its_pack() -> None:
    context = _under(_pack(_OWN))
    (found,) = check_dossier(DOSSIER, context)
    assert (found.code, found.severity, found.field, found.pack) == ("ZZ01", Severity.WARNING, "leave_on", "toy 1.2")
    assert context.catalogue.message(found) == "Nghỉ sớm 26 tháng, quá mức thử 12 tháng."
    assert context.catalogue.fix(found) == "Sửa tháng nghỉ 11/2024."
    assert CATALOGUE.message(found) == context.catalogue.message(found), "whoever lacks the pack can still read it"


def test_an_own_check_is_silent_where_nothing_is_wrong_or_nothing_can_be_said() -> None:
    assert not check_dossier(DOSSIER, _under(_pack(_OWN.replace("> most_early", "> 26"))))
    unknown = replace(DOSSIER, leave_on=None)
    assert "ZZ01" not in _codes(check_dossier(unknown, _under(_pack(_OWN), leave_on=None)))


def test_an_own_check_looks_only_at_its_groups_and_routes() -> None:
    only = _pack(_OWN + "    groups: [downsizing]\n    routes: [severance]\n")
    assert not check_dossier(DOSSIER, _under(only))
    leaving = replace(DOSSIER, route=Route.SEVERANCE)
    assert "ZZ01" in _codes(check_dossier(leaving, _under(only, route=Route.SEVERANCE)))
    voluntary = replace(leaving, group=Group.VOLUNTARY)
    found = check_dossier(voluntary, _under(only, route=Route.SEVERANCE, group=Group.VOLUNTARY))
    assert "ZZ01" not in _codes(found)


def test_computing_and_checking_together_says_the_same() -> None:
    pack = _pack(_OWN)
    answer, failed = compute_and_check(pack, DOSSIER)
    assert answer == compute(pack, DOSSIER)
    assert failed == failed_checks(pack, DOSSIER)
    assert failed


def test_an_own_check_waits_for_its_stage() -> None:
    context = _under(_pack(_OWN + "    stage: T\n"))
    assert "ZZ01" not in _codes(check_round(context, Stage.PACKING))
    assert "ZZ01" in _codes(check_round(context, Stage.APPRAISAL))


def test_an_own_warning_passes_with_an_answer_and_an_own_error_never() -> None:
    context = _under(_pack(_OWN))
    found = check_round(context, Stage.PACKING)
    answered = replace(DOSSIER, justifications=(Justification(found[0].key, "Đã rõ", "a", "2024-09-10T00:00:00Z"),))
    assert _codes(unjustified(found, [DOSSIER])) == ["ZZ01"]
    assert not unjustified(found, [answered])
    unanswerable = check_round(_under(_pack(_OWN + "    justifiable: false\n")), Stage.PACKING)
    assert _codes(blocking(unanswerable)) == ["ZZ01"]


def test_own_checks_stand_in_the_catalogue_with_their_source() -> None:
    entry = catalogue_of(CATALOGUE, [_pack(_OWN)]).entry("ZZ01")
    assert (entry.basis, entry.pack, entry.field) == ("Nghị quyết thử nghiệm", "toy 1.2", "leave_on")


def _set(code: str, **said: object) -> Catalogue:
    words = yaml.safe_dump([{"code": code, **said}], allow_unicode=True)
    return catalogue_of(CATALOGUE, [_pack(f"checks:\n{words}")])


def test_a_pack_can_word_a_check_anew() -> None:
    entry = _set("BH07", message="Cần {b}, có {a}.", fix="Sửa.", parameters={"early_retirement": 200}).entry("BH07")
    assert (entry.message, entry.fix, entry.pack) == ("Cần {b}, có {a}.", "Sửa.", "toy 1.2")
    assert entry.parameters["early_retirement"] == 200


def test_a_check_switched_off_is_shown_as_suspended() -> None:
    assert _set("BH06", enabled=False).entry("BH06").status is Status.SUSPENDED


def test_a_warning_that_no_answer_lets_pass_is_an_error() -> None:
    pack = _pack("checks:\n  - {code: BH06, justifiable: false}\n")
    unchecked = career(checked_against_book=False)
    assert not catalogue_of(CATALOGUE, [pack]).entry("BH06").justification_allowed
    assert _codes(blocking(check_dossier(unchecked, _under(pack, career=unchecked.career)))) == ["BH06"]


def test_the_severity_that_a_pack_sets_holds_for_variants_too() -> None:
    pack = _pack("checks:\n  - {code: DT01, severity: E}\n")
    voluntary = replace(DOSSIER, group=Group.VOLUNTARY)
    found = check_dossier(voluntary, _under(pack, group=Group.VOLUNTARY))
    assert [each.severity for each in found if each.code == "DT01"] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("checks:\n  - {code: ZZ99}\n", "checks.unknown_code"),
        ("checks:\n  - {code: BH07, parameters: {no_such: 1}}\n", "checks.parameter_unknown"),
        ("checks:\n  - {code: BH07, parameters: {early_retirement: many}}\n", "checks.parameter_kind"),
        ("checks:\n  - {code: DT06, parameters: {approved_from: '2024-02-30'}}\n", "checks.parameter_kind"),
        ("checks:\n  - {code: DT06, parameters: {approved_from: soon}}\n", "checks.parameter_kind"),
        ("checks:\n  - {code: TH06, parameters: {differences: '12,x'}}\n", "checks.parameter_kind"),
        ("checks:\n  - {code: BH07, message: 'Cần {c}.'}\n", "checks.message_name"),
        (_OWN.replace("ZZ01", "BH07"), "checks.code_taken"),
    ],
)
def test_what_cannot_be_is_refused(more: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue_of(CATALOGUE, [_pack(more)])
    assert refusal.value.code == code


def test_two_packs_cannot_bring_the_same_code() -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue_of(CATALOGUE, [_pack(_OWN), _pack(_OWN, "other")])
    assert refusal.value.code == "checks.code_taken"


def test_every_pack_that_ships_fits_the_catalogue() -> None:
    for pack in _SHIPPED:
        assert len(catalogue_of(CATALOGUE, [pack]).entries) == len(CATALOGUE.entries) + len(pack.own_checks)


def test_tables_of_a_pack_reach_the_checks() -> None:
    pack = load_pack(_TABLES.encode(), "tables.yaml")
    ladder = tables_of([pack]).ladder_of("ngach thu")
    assert ladder is not None
    assert ladder is tables_of([pack]).ladder_of("T.01")
    assert provinces_of(frozenset({"031"}), [pack]) == frozenset({"777"})
    assert provinces_of(frozenset({"031"}), []) == frozenset({"031"})


def test_what_a_pack_says_of_a_unit_takes_the_place_of_what_the_program_knew() -> None:
    register = register_with(UNITS, [load_pack(_TABLES.encode(), "tables.yaml")])
    (known,) = register.named("UBND quận Hồng Bàng")
    assert known.ended_before(date(2024, 2, 1))
    assert register.named("Đơn vị thử")
    assert len(register.units) == len(UNITS.units) + 1
    assert register_with(UNITS, []) is UNITS


_TABLES = """
id: tables
version: "1"
title: Bảng thử
issuer: Nơi thử nghiệm
kind: practice
status: draft
effective_from: 2020-01-01
documents:
  - {id: toy, name: Nghị quyết thử nghiệm}
tables:
  ladders:
    - id: toy_rank
      label: Ngạch thử
      ranks: [Ngạch Thử, T.01]
      coefficients: [3, 3.33]
      cite: {document: toy}
      provenance: invented
  provinces:
    - {code: "777", name: Tỉnh Thử}
  units:
    - {name: Đơn vị Thử, effective_to: 2024-01-31, cite: {document: toy}, provenance: invented}
    - {name: Quận Hồng Bàng, effective_to: 2024-01-31, cite: {document: toy}, provenance: invented}
groups:
  - {id: downsizing, label: người thử nghiệm, cite: {document: toy}}
cases:
  - {id: all, label: Mọi người, groups: [downsizing], routes: [severance], cite: {document: toy}}
total_rounding: {to: 1}
"""

"""Running the checks: stages, severities, settings of packs, justifications, speed."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.approvals import ScanFault
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Justification, Severity
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.engine import blocking, check_dossier, check_round, is_complete, unjustified
from desktop.rules.checks.settings import RuleSetting, merged_settings
from tests.rules.checks.examples import SPEAKS
from tests.rules.checks.situations import (
    APPROVAL,
    CATALOGUE,
    DOSSIER,
    NEIGHBOUR,
    ROUND,
    SCAN,
    TODAY,
    approved_by,
    around,
    career,
    found,
    person,
    scanned_as,
)


def _codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_stage_runs_its_own_checks_and_the_earlier_ones() -> None:
    context = replace(scanned_as(ScanFault.BLANK_PAGE), approvals={APPROVAL.id: replace(APPROVAL, number="5")})
    assert _codes(check_round(context, Stage.ENTRY)) == {"PD02"}
    assert _codes(check_round(context, Stage.PACKING)) == {"PD02", "HS03"}
    unused = replace(context, approvals={**context.approvals, "q2": replace(APPROVAL, id="q2", attachments=())})
    assert "HS08" not in _codes(check_round(unused, Stage.PACKING))
    assert "HS08" in _codes(check_round(unused, Stage.APPRAISAL))


def test_a_dossier_is_checked_as_typed_not_as_the_context_holds_it() -> None:
    typed = person(citizen_id=NEIGHBOUR.person.citizen_id)
    findings = check_dossier(typed, around(DOSSIER, NEIGHBOUR))
    assert [finding.params["b"] for finding in findings if finding.code == "TR01"] == [NEIGHBOUR.ordinal]
    assert not check_dossier(DOSSIER, around(DOSSIER, NEIGHBOUR))


def test_people_who_share_an_approval_share_its_finding() -> None:
    context = around(DOSSIER, NEIGHBOUR, approvals={APPROVAL.id: replace(APPROVAL, number="5")})
    assert [finding.subject for finding in found(context, "PD02")] == [APPROVAL.id]


def test_withdrawn_people_are_left_out_of_the_round() -> None:
    gone = replace(person(full_name="X"), id="d2", state=DossierState.WITHDRAWN)
    assert check_round(around(DOSSIER, gone), Stage.APPRAISAL) == ()


def test_a_dossier_without_errors_of_entry_is_complete() -> None:
    no_scan = check_dossier(DOSSIER, approved_by(attachments=()))
    assert {finding.severity for finding in no_scan} == {Severity.ERROR}
    assert is_complete(no_scan, CATALOGUE)
    assert is_complete(check_dossier(career(checked_against_book=False), around()), CATALOGUE)
    assert not is_complete(check_dossier(person(sex=None), around()), CATALOGUE)


def test_only_errors_block() -> None:
    context = around(career(checked_against_book=False), approvals={APPROVAL.id: replace(APPROVAL, attachments=())})
    assert _codes(blocking(check_round(context, Stage.PACKING))) == {"HS01"}


def test_a_written_justification_answers_its_warning_only() -> None:
    gaps = replace(DOSSIER, career=SPEAKS["BH03"][0].dossiers[0].career)
    findings = check_round(around(replace(gaps, person=replace(gaps.person, insurance_number="1"))), Stage.ENTRY)
    key = next(finding.key for finding in findings if finding.code == "BH03")
    answered = replace(gaps, justifications=(Justification(key, "Nghỉ không lương", "a", "2024-09-10T00:00:00Z"),))
    empty = replace(gaps, justifications=(Justification(key, "  ", "a", "2024-09-10T00:00:00Z"),))
    assert _codes(unjustified(findings, [gaps])) == {"BH03", "DD08"}
    assert _codes(unjustified(findings, [empty])) == {"BH03", "DD08"}
    assert _codes(unjustified(findings, [answered])) == {"DD08"}


def test_errors_and_notes_ask_for_no_justification() -> None:
    context = around(person(sex=None), round=replace(ROUND, deadline=TODAY))
    assert unjustified(check_round(context, Stage.ENTRY), []) == ()


def test_the_deadline_note_counts_the_errors_left() -> None:
    context = around(person(sex=None), person(), round=replace(ROUND, deadline=TODAY + timedelta(days=3)))
    assert [finding.params["m"] for finding in found(context, "DH02")] == [
        len(blocking(check_round(context, Stage.APPRAISAL)))
    ]


def test_a_pack_can_switch_a_check_off() -> None:
    context = around(career(checked_against_book=False), settings={"BH06": RuleSetting(enabled=False)})
    assert check_round(context, Stage.APPRAISAL) == ()


def test_a_pack_can_change_a_severity_and_signs_the_finding() -> None:
    setting = RuleSetting(severity=Severity.ERROR, pack="toy 1.0")
    context = around(career(checked_against_book=False), settings={"BH06": setting})
    (finding,) = check_round(context, Stage.ENTRY)
    assert (finding.severity, finding.pack) == (Severity.ERROR, "toy 1.0")


def test_a_pack_can_change_a_figure() -> None:
    near = around(round=replace(ROUND, deadline=TODAY + timedelta(days=20)))
    assert not found(near, "DH02")
    assert found(replace(near, settings={"DH02": RuleSetting(parameters={"days": 20})}), "DH02")


def test_a_pack_can_change_a_list_of_words() -> None:
    politburo_only = {"DT01": RuleSetting(parameters={"levels": "politburo"})}
    context = next(each for each in _silent_managed())
    assert not found(context, "DT01")
    assert found(replace(context, settings=politburo_only), "DT01")


def _silent_managed() -> list[CheckContext]:
    from tests.rules.checks.examples import SILENT  # noqa: PLC0415 - one example of many

    return [each for each in SILENT["DT01"] if each.dossiers[0].person.management_level]


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        (RuleSetting(parameters={"no_such": 1}), "checks.parameter_unknown"),
        (RuleSetting(parameters={"days": "seven"}), "checks.parameter_kind"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(setting: RuleSetting, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_round(around(settings={"DH02": setting}), Stage.ENTRY)
    assert refusal.value.code == code


def test_the_last_pack_has_the_last_word() -> None:
    off, on = RuleSetting(enabled=False), RuleSetting(enabled=True)
    assert merged_settings({"BH06": off, "BH03": off}, {"BH06": on}) == {"BH06": on, "BH03": off}


def test_a_dossier_is_checked_between_two_keystrokes() -> None:
    many = tuple(
        replace(NEIGHBOUR, id=f"n{number}", person=replace(NEIGHBOUR.person, citizen_id=f"{number:012d}"))
        for number in range(300)
    )
    context = around(DOSSIER, *many)
    check_dossier(DOSSIER, context)
    rounds = 50
    start = time.perf_counter()
    for _ in range(rounds):
        check_dossier(DOSSIER, context)
    assert (time.perf_counter() - start) / rounds < 0.01, "a typical machine needs less than a thousandth of a second"


def test_a_file_that_two_papers_share_names_both() -> None:
    (finding,) = found(SPEAKS["HS06"][0], "HS06")
    assert finding.subject == SCAN.sha256
    assert (finding.params["a"], finding.params["b"]) == ("123/QĐ-UBND", "45-QĐ/TU")

"""Findings and refusals say the same of the same fault."""

from dataclasses import replace

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.domain.rounds import Outcome
from desktop.domain.states import DECIDED

GAP = Finding("BH03", Severity.WARNING, "d1", "career.insurance", {"k": 5}, "1995-05", "nd29-2023 1.0")


def test_a_key_stays_while_the_fault_is_the_same() -> None:
    assert GAP.key == "BH03/d1/career.insurance/1995-05"
    assert replace(GAP, params={"k": 6}, pack="other", severity=Severity.ERROR).key == GAP.key


def test_another_fault_has_another_key() -> None:
    others = [
        replace(GAP, code="BH02"),
        replace(GAP, subject="d2"),
        replace(GAP, field="career.salary"),
        replace(GAP, detail="1996-01"),
    ]
    assert GAP.key not in {other.key for other in others}
    assert len({other.key for other in others}) == 4


def test_severities_are_written_as_the_catalogue_writes_them() -> None:
    assert [severity.value for severity in Severity] == ["E", "W", "I"]


def test_a_refusal_carries_its_code_and_values_and_no_sentence() -> None:
    refusal = Refusal("month.unreadable", value="13/2024")
    assert (refusal.code, refusal.params) == ("month.unreadable", {"value": "13/2024"})
    assert str(refusal) == "month.unreadable(value='13/2024')"


def test_every_outcome_leaves_a_decided_state() -> None:
    assert {outcome.state for outcome in Outcome} == DECIDED

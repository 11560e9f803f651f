"""A clerk's answers to warnings reach those whom they concern, once each, and nobody else."""

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.services.entry.edit_dossier import justify
from desktop.services.rounds.round_view import read_round
from tests.services.offices import Desks


def _warnings(desks: Desks) -> tuple[Finding, ...]:
    view = read_round(desks.unit, desks.round.id)
    return tuple(each for each in view.findings() if each.severity is Severity.WARNING)


def test_an_answer_changes_only_whom_the_warning_concerns(listed: Desks) -> None:
    before = {each.id: each for each in read_round(listed.unit, listed.round.id).dossiers}
    warning = next(each for each in _warnings(listed) if each.subject in before)
    (answered,) = justify(listed.unit, before, [warning], "  Sổ BHXH có xác nhận.  ")
    (answer,) = answered.justifications
    assert (answer.finding_key, answer.text, answer.author) == (warning.key, "Sổ BHXH có xác nhận.", "Trần Thị Lập")
    after = {each.id: each for each in read_round(listed.unit, listed.round.id).dossiers}
    assert {each for each in before if before[each] != after[each]} == {warning.subject}


def test_a_second_answer_takes_the_place_of_the_first(listed: Desks) -> None:
    warning = next(each for each in _warnings(listed) if each.subject)
    justify(listed.unit, [warning.subject], [warning], "Câu thứ nhất")
    (answered,) = justify(listed.unit, [warning.subject], [warning], "Câu thứ hai")
    assert [each.text for each in answered.justifications] == ["Câu thứ hai"]


def test_a_blank_answer_is_none(listed: Desks) -> None:
    warning = _warnings(listed)[0]
    with pytest.raises(Refusal) as refused:
        justify(listed.unit, [warning.subject], [warning], " \n")
    assert refused.value.code == "justification.empty"


def test_an_error_cannot_be_answered_away(listed: Desks) -> None:
    view = read_round(listed.unit, listed.round.id)
    error = next(each for each in view.findings() if each.severity is Severity.ERROR)
    with pytest.raises(Refusal) as refused:
        justify(listed.unit, [each.id for each in view.dossiers], [error], "Bỏ qua")
    assert refused.value.code == "justification.not_allowed"

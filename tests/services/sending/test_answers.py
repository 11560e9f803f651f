"""Answers to warnings are given, changed, taken away, and each of it is taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.engine import unjustified
from desktop.services.entry.edit_dossier import justify
from desktop.services.rounds.one_fault import one_each
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.answers import give_answers, put_again, put_back
from desktop.services.sending.finding_report import finding_report, most_common_first, write_finding_report
from tests.services.offices import Desks


def _view(desks: Desks) -> RoundView:
    return read_round(desks.unit, desks.round.id)


def _bare(desks: Desks, code: str) -> int:
    view = _view(desks)
    return sum(each.code == code for each in unjustified(view.findings(), view.dossiers))


def test_answers_go_there_and_back(mended: Desks) -> None:
    view = _view(mended)
    same = tuple(each for each in view.findings() if each.code == "BH03")
    ids = tuple(dict.fromkeys(each.subject for each in same))
    given = give_answers(mended.unit, ids, same, " Không đóng. ")
    assert len(given.pairs) == len(ids)
    assert _bare(mended, "BH03") == 0
    put_back(mended.unit, given)
    assert _bare(mended, "BH03") == len(same)
    put_again(mended.unit, given)
    assert _bare(mended, "BH03") == 0

    away = give_answers(mended.unit, ids, same[:1], "")
    assert _bare(mended, "BH03") == 1
    put_back(mended.unit, away)
    assert _bare(mended, "BH03") == 0


def test_an_answer_that_is_another_by_now_is_not_taken_back(mended: Desks) -> None:
    warning = next(each for each in _view(mended).findings() if each.code == "BH03")
    given = give_answers(mended.unit, [warning.subject], [warning], "Một.")
    justify(mended.unit, [warning.subject], [warning], "Hai.")
    with pytest.raises(Refusal, match=r"record\.changed_since"):
        put_back(mended.unit, given)


def test_the_report_has_every_finding_with_its_answer(mended: Desks, tmp_path: Path) -> None:
    view = _view(mended)
    warning = next(each for each in view.findings() if each.code == "BH03")
    give_answers(mended.unit, [warning.subject], [warning], "Đã hỏi cơ quan BHXH.")
    view = _view(mended)
    form = finding_report(mended.unit, view, view.findings())
    assert len(form.rows) == len(one_each(view.findings(), view.approvals))
    assert [each.answer for each in form.rows if each.answer] == ["Đã hỏi cơ quan BHXH."]
    assert write_finding_report(mended.unit, view, view.findings(), tmp_path / "kq.csv").exists()


def test_errors_come_first_then_the_rule_that_fired_most() -> None:
    def found(code: str, severity: Severity, count: int) -> list[Finding]:
        return [Finding(code, severity, f"{code}{place}", "") for place in range(count)]

    mixed = [*found("A1", Severity.NOTE, 5), *found("B1", Severity.WARNING, 1), *found("B2", Severity.WARNING, 3)]
    mixed += [replace(each) for each in found("C1", Severity.ERROR, 1)]
    assert [each.code for each in most_common_first(mixed)] == ["C1", *["B2"] * 3, "B1", *["A1"] * 5]

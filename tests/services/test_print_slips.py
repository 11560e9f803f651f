"""Slips from real records: of the unit, of the appraisal, and after the decision came back."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.money import Dong
from desktop.domain.rounds import Direction, Outcome
from desktop.services.appraisal.appraise import decide
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.prints.print_register import attachment_register, print_register
from desktop.services.prints.print_result import print_appraisal_result, received_result
from desktop.services.prints.print_slips import appraisal_slip, calculation_slip, print_slips, slip_code
from desktop.services.rounds.round_view import read_round
from tests.services.mail import answer
from tests.services.offices import Desks
from tests.services.test_decision_back import WHY, decide_four


def test_a_slip_says_what_the_record_and_the_packs_say(ready: Desks) -> None:
    view = read_round(ready.unit, ready.round.id)
    paid = next(each for each in view.dossiers if view.supports[each.id].amount)
    form = calculation_slip(ready.unit, view, paid)
    assert form.computations == view.supports[paid.id].computations
    assert form.slip_code == f"PT-2024-2-{paid.ordinal:03d}"
    assert form.approval == view.approval_of(paid)
    assert [each.sha256 for each in form.attachments] == list(form.approval.attachments if form.approval else ())
    assert form.averaged[0].count == 60
    assert sum(line.amount for line in form.salary if line.counts and isinstance(line.amount, int)) > 0
    assert form.verdict is None
    assert len(form.short_hash) == 12


def test_warnings_go_with_their_justification(ready: Desks) -> None:
    view = read_round(ready.unit, ready.round.id)
    forms = [calculation_slip(ready.unit, view, each) for each in view.dossiers if each.justifications]
    warned = [line for form in forms for line in form.findings if line.severity is Severity.WARNING]
    assert warned
    assert all(line.justification and line.sentence for line in warned)


def test_the_code_of_a_later_revision_says_so(ready: Desks) -> None:
    view = read_round(ready.unit, ready.round.id)
    assert slip_code(view, replace(view.dossiers[0], revision=2)).endswith("-001-L2")


def test_a_few_people_make_one_file_and_progress_is_told(ready: Desks, tmp_path: Path) -> None:
    view = read_round(ready.unit, ready.round.id)
    told: list[tuple[int, int, str]] = []
    pages = print_slips(
        ready.unit,
        view,
        tmp_path / "a.pdf",
        people=view.dossiers[:3],
        report=lambda done, total, name: told.append((done, total, name)),
    )
    with pikepdf.open(tmp_path / "a.pdf") as book:
        assert len(book.pages) == pages
    assert told == [(place, 3, view.dossiers[place].person.full_name) for place in range(3)]


def test_nobody_makes_no_file(ready: Desks, tmp_path: Path) -> None:
    view = read_round(ready.unit, ready.round.id)
    with pytest.raises(Refusal) as refused:
        print_slips(ready.unit, view, tmp_path / "a.pdf", people=())
    assert refused.value.code == "print.nobody"
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_appraisal_slip_has_both_offices(received: Desks, seen: ReceivedView) -> None:
    known = next(each for each in seen.document.people if each.amount is not None)
    form = appraisal_slip(received.finance, seen, appraisal_of(received.finance, seen, known.record.id))
    assert form.appraised
    assert [each.policy for each in form.computations] == [each.policy for each in form.appraised]
    assert form.office.unit == received.unit.identity.unit.name
    assert form.short_hash == known.record_sha256[:12]


def test_after_the_decision_the_units_slip_tells_it(received: Desks, seen: ReceivedView) -> None:
    whom = decide_four(received, seen)
    receive_decision(received.unit, answer(received, seen).path)
    view = read_round(received.unit, received.round.id)
    adjusted = view.dossier(whom[Outcome.ADJUSTED])
    assert adjusted is not None
    form = calculation_slip(received.unit, view, adjusted)
    assert form.verdict is not None
    assert form.verdict.appraised == Dong(90_000_000)
    assert form.verdict.reasons == (WHY[0].text,)
    assert form.verdict.appraiser == received.finance.operator
    assert form.appraised == seen.view.supports[adjusted.id].computations


def test_the_result_is_the_same_where_it_was_decided_and_where_it_came(
    received: Desks, seen: ReceivedView, tmp_path: Path
) -> None:
    decide_four(received, seen)
    printed = print_appraisal_result(received.finance, seen, tmp_path)
    assert printed.pdf.stat().st_size > 1000
    assert printed.xlsx.stat().st_size > 1000
    receive_decision(received.unit, answer(received, seen).path)
    view = read_round(received.unit, received.round.id)
    with received.unit.store.begin() as work:
        (submission,) = work.submissions.all(Direction.SENT)
    form = received_result(received.unit, view, submission)
    assert {row.outcome for row in form.rows} == set(Outcome)
    assert form.office.unit == received.finance.identity.unit.name
    assert [row.codes for row in form.rows if row.outcome is not Outcome.APPROVED] == ["BH03"] * 3
    (returned,) = (row for row in form.rows if row.outcome is Outcome.RETURNED)
    assert returned.request
    assert returned.appraised is None


def test_a_result_without_decisions_is_refused(received: Desks, seen: ReceivedView, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        print_appraisal_result(received.finance, seen, tmp_path)
    assert refused.value.code == "print.nothing_decided"


def test_an_undone_decision_is_not_in_the_result(received: Desks, seen: ReceivedView, tmp_path: Path) -> None:
    known = next(each for each in seen.document.people if each.amount is not None)
    decision = decide(received.finance, seen, known.record.id, Outcome.APPROVED)
    with received.finance.store.begin() as work:
        work.decisions.undo(decision.id, received.finance.stamp())
    with pytest.raises(Refusal):
        print_appraisal_result(received.finance, seen, tmp_path)


def test_the_register_lists_every_file_with_its_people(ready: Desks, tmp_path: Path) -> None:
    view = read_round(ready.unit, ready.round.id)
    form = attachment_register(ready.unit, view)
    assert {row.sha256 for row in form.rows} == {each for one in view.approvals.values() for each in one.attachments}
    assert all(row.people and row.pages for row in form.rows)
    assert any("người khác" in row.people for row in form.rows)
    assert {row.extract for row in form.rows} == {
        "Tên người, thời điểm nghỉ, trường hợp áp dụng, cơ quan ký đúng thẩm quyền."
    }
    assert print_register(ready.unit, view, tmp_path).pdf.exists()


def test_a_round_without_papers_has_no_register(listed: Desks) -> None:
    view = read_round(listed.unit, listed.round.id)
    none = replace(view, context=replace(view.context, approvals={}))
    with pytest.raises(Refusal) as refused:
        attachment_register(listed.unit, none)
    assert refused.value.code == "print.no_papers"

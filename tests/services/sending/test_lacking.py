"""What each person lacks is listed until nothing is lacking; then the round can be packed."""

from pathlib import Path

import pikepdf

from desktop.domain.findings import Severity
from desktop.rules.checks.engine import unjustified
from desktop.services.entry.unread import unread_cells
from desktop.services.papers.edit_approval import attach_scan
from desktop.services.papers.links import give_paper
from desktop.services.papers.register import enter_document
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.as_appraiser import as_appraiser, preview_lines
from desktop.services.sending.lacking import Lack, Lacking, lacking, people_lacking
from desktop.services.sending.plan_sending import plan_sending
from tests.services.mending import OURS
from tests.services.offices import Desks


def _found(desks: Desks) -> tuple[Lacking, ...]:
    plan = plan_sending(desks.unit, read_round(desks.unit, desks.round.id))
    return lacking(plan, unread_cells(desks.unit, desks.round.id))


def test_a_round_as_taken_in_lacks_data_papers_and_answers(listed: Desks) -> None:
    found = _found(listed)
    view = read_round(listed.unit, listed.round.id)
    assert (
        {Lack.DATA, Lack.PAPER, Lack.ANSWER, Lack.UNREAD} >= {each.kind for each in found} >= {Lack.PAPER, Lack.ANSWER}
    )
    assert [each for each in found if each.kind is Lack.UNREAD]
    assert people_lacking(found, view) <= len(view.dossiers)
    places = [next(i for i, one in enumerate(view.dossiers) if one.id == each.subject) for each in _people(found, view)]
    assert places == sorted(places)
    keys = [each.finding.key for each in found if each.finding]
    assert len(keys) == len(set(keys))


def _people(found: tuple[Lacking, ...], view: object) -> list[Lacking]:
    return [each for each in found if view.dossier(each.subject) is not None]  # type: ignore[attr-defined]


def test_a_ready_round_lacks_nothing(ready: Desks) -> None:
    assert _found(ready) == ()
    assert plan_sending(ready.unit, read_round(ready.unit, ready.round.id)).ready.ready


def test_a_document_without_a_scan_is_one_thing_to_do_of_all_its_people(mended: Desks) -> None:
    found = _found(mended)
    view = read_round(mended.unit, mended.round.id)
    papers = [each for each in found if each.kind is Lack.PAPER and each.subject in view.approvals]
    assert sorted(each.subject for each in papers) == sorted(each.id for each in view.approvals.values())
    held = {person for each in papers for person in each.people}
    assert held == {each.id for each in view.dossiers if each.approval_id}
    assert people_lacking(papers, view) == len(held) > len(papers)
    assert {each.name for each in papers} == {each.number for each in view.approvals.values()}


def test_a_file_of_somebodys_other_papers_holds_back_too(ready: Desks) -> None:
    """The decision is not all that travels: each paper does."""
    person = read_round(ready.unit, ready.round.id).dossiers[0]
    scan = _another_scan(ready)
    for number in ("BH 1", "KS 2"):
        paper = enter_document(
            ready.unit, ready.round.id, number=number, issued_on=None, issuer="", proves="insurance_record"
        )
        attach_scan(ready.unit, paper.id, scan)
        give_paper(ready.unit, paper.id, (person.id,))
    view = read_round(ready.unit, ready.round.id)
    plan = plan_sending(ready.unit, view)
    assert [each.code for each in plan.ready.unanswered] == ["HS06"]
    assert not plan.may_go
    (line,) = [each for each in preview_lines(as_appraiser(ready.unit, view, view.dossiers)) if each.worst]
    assert (line.dossier_id, line.worst) == (person.id, Severity.WARNING)
    assert unjustified(view.findings(), view.dossiers) == plan.ready.unanswered


def _another_scan(desks: Desks) -> Path:
    """Return a good scan that no decision has."""
    whole = next(each for each in sorted(OURS.workbook.parent.rglob("*.pdf")) if each.stat().st_size > 10_000)
    target = desks.mail / "so_bhxh.pdf"
    with pikepdf.open(whole) as pdf:
        pdf.docinfo["/Title"] = "another"
        pdf.save(target)
    return target

"""A document without a scan is one fault, however many people it holds back."""

import csv
from collections import Counter
from pathlib import Path

from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.engine import blocking
from desktop.services.papers.edit_approval import attach_scan
from desktop.services.prints.wording import people_named
from desktop.services.rounds.one_fault import faults_of, one_each
from desktop.services.rounds.readiness import readiness
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.rounds.work_to_do import Task, work_to_do
from desktop.services.sending.finding_report import finding_report, write_finding_report
from tests.services.mending import OURS
from tests.services.offices import Desks

NAMES = ("An", "Bình", "Chi", "Dung", "Én")


def _missing(name: str, paper: str = "a1", severity: Severity = Severity.ERROR, **changes: str) -> Finding:
    params = {"ten_tai_lieu": "approval_scan", "ten": name, "so": "12/QĐ-UBND", **changes}
    return Finding("HS01", severity, f"d-{name}", "approval.attachments", dict(params), paper)


def test_what_is_said_of_one_document_is_one_fault() -> None:
    (fault,) = faults_of(map(_missing, NAMES), {"a1"})
    assert (fault.finding.subject, fault.finding.field) == ("a1", "approval.attachments")
    assert fault.names == NAMES
    assert [each.subject for each in fault.findings] == [f"d-{name}" for name in NAMES]
    assert fault.naming("ai đó").params["ten"] == "ai đó"


def test_what_differs_in_document_or_sentence_stays_apart() -> None:
    found = (_missing("An"), _missing("Bình", "a2"), _missing("Chi", so="13/QĐ-UBND"))
    assert len(faults_of(found, {"a1", "a2"})) == 3


def test_a_warning_and_what_is_no_documents_stay_with_the_person() -> None:
    found = (_missing("An", severity=Severity.WARNING), _missing("Bình", severity=Severity.WARNING))
    assert one_each(found, {"a1"}) == found
    unknown = (_missing("An"), _missing("Bình"))
    assert one_each(unknown, ()) == unknown
    own = Finding("HS01", Severity.ERROR, "d1", "papers", {"ten": "An"}, "required:insurance_record")
    assert faults_of([own], {"a1"})[0].finding == own


def test_three_are_named_and_the_others_counted() -> None:
    assert people_named(NAMES[:1]) == "An"
    assert people_named(NAMES[:3]) == "3 người (An, Bình, Chi)"
    assert people_named(NAMES) == "5 người (An, Bình, Chi và 2 người khác)"


def _missing_scans(view: RoundView) -> list[Finding]:
    return [each for each in view.findings() if each.code == "HS01" and each.detail in view.approvals]


def test_everybody_is_held_back_and_it_is_counted_once_everywhere(mended: Desks, tmp_path: Path) -> None:
    view = read_round(mended.unit, mended.round.id)
    found = _missing_scans(view)
    bare = {each.detail for each in found}
    assert {each.subject for each in found} == {each.id for each in view.dossiers if each.approval_id in bare}
    assert len(bare) < len(found)
    once = len(blocking(view.findings())) - len(found) + len(bare)
    ready = readiness(view)
    todo = {each.task: each.count for each in work_to_do(mended.unit, view)}
    assert len(blocking(ready.errors)) == len(blocking(view.findings()))
    assert ready.faults == todo[Task.MEND_ERRORS] == once

    form = finding_report(mended.unit, view, view.findings())
    rows = [each for each in form.rows if each.who in {view.approvals[one].number for one in bare}]
    assert len(rows) == len(bare)
    assert form.summary.startswith(f"{once} lỗi")
    write_finding_report(mended.unit, view, view.findings(), tmp_path / "kq.csv")
    with (tmp_path / "kq.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = [line[4] for line in csv.reader(file) if line[0] == "HS01" and line[1] == "Lỗi"]
    largest, covered = Counter(each.detail for each in found).most_common(1)[0]
    names = [str(each.params["ten"]) for each in found if each.detail == largest]
    assert any(f"{covered} người ({', '.join(names[:3])} và {covered - 3} người khác)" in line for line in lines)

    attach_scan(mended.unit, largest, next(iter(sorted(OURS.workbook.parent.rglob("*.pdf")))))
    after = read_round(mended.unit, mended.round.id)
    assert len(_missing_scans(after)) == len(found) - covered
    assert readiness(after).faults == once - 1

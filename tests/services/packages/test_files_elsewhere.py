"""HS06 at Sở Tài chính: one file for different papers of two units, or of two submissions of one."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.approvals import Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.rounds import Unit
from desktop.domain.states import DossierState
from desktop.services.appraisal.received_view import appraisal_of, read_received
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.corrections.correct_sent import reopen
from desktop.services.entry.edit_dossier import new_dossier, save_dossier
from desktop.services.office import Identity, Mode, Office, create_office, open_office
from desktop.services.papers.register import change_document
from desktop.services.rounds.open_round import USUAL_POLICIES, current_round, open_round
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.as_appraiser import as_appraiser
from desktop.services.sending.export_submission import export_submission
from tests.made_once import made_once
from tests.services.mending import answer_all
from tests.services.packages.offices import (
    FINANCE,
    OTHER,
    PASSPHRASE,
    PDF,
    PERSON,
    UNIT,
    Clock,
    enrol,
    fill_round,
    make_template,
)

pytestmark = pytest.mark.usefixtures("quick_print")

SCHOOL = "THCS-AN-DUONG"
SCHOOL_IDENTITY = Identity(Mode.UNIT, Unit(SCHOOL, "Trường THCS An Dương"), "Đỗ Thị Hiền", "Bùi Văn Trường")


@dataclass
class Town:
    """Two units and Sở Tài chính; both units have the same decision with the same scan."""

    unit: Office
    school: Office
    finance: Office
    stick: Path

    def send(self, office: Office, **options: Any) -> str:
        """Send what is complete of a unit's round and take it in; return the package's id."""
        of_round = current_round(office)
        assert of_round is not None
        answer_all(office, of_round.id)
        options = {"plain": True, "only_complete": True, **options}
        sent = export_submission(office, of_round.id, self.stick, PASSPHRASE, recipient=FINANCE, **options)
        return receive_submission(self.finance, sent.package.path).submission.id

    def found(self, submission_id: str) -> list[Finding]:
        return _hs06(read_received(self.finance, submission_id).findings)

    def move_all(self, submission_id: str, *states: DossierState) -> None:
        with self.finance.store.begin() as work:
            for each in work.submissions.dossiers(submission_id):
                for state in states:
                    work.submissions.move(submission_id, each.dossier_id, state)


def _hs06(findings: tuple[Finding, ...]) -> list[Finding]:
    return [each for each in findings if each.code == "HS06"]


def _view(office: Office) -> RoundView:
    of_round = current_round(office)
    assert of_round is not None
    return read_round(office, of_round.id)


def _call(office: Office, **changes: object) -> None:
    """Say other things of the decision of a unit's round."""
    (paper,) = _view(office).approvals.values()
    change_document(office, replace(paper, **changes))  # type: ignore[arg-type] - fields of Approval


def _exchange(office: Office, content: bytes) -> None:
    """Put another scan in the place of the one that the unit's decision has."""
    (paper,) = _view(office).approvals.values()
    sha256, size = office.store.blobs.put_bytes(content)
    with office.store.begin() as work:
        work.attachments.add(Attachment(sha256, "Quyết định.pdf", "application/pdf", size, 1))
        work.approvals.save(replace(paper, attachments=(sha256,)))


def _enter_again(office: Office, *, decision: str) -> RoundView:
    """Open the next round, with somebody new under a decision that has the scan of the first."""
    before = _view(office)
    (paper,) = before.approvals.values()
    model = next(each for each in before.dossiers if each.person.full_name == PERSON)
    opened = open_round(office, "Đợt 3 năm 2024", "2024-3")
    with office.store.begin() as work:
        work.approvals.add(replace(paper, id="again", round_id=opened.id, number=decision))
    blank = new_dossier(office, opened.id)
    person = replace(model.person, full_name="Hoàng Văn Sau", citizen_id="031065007777")
    same = {"group": model.group, "route": model.route, "leave_on": model.leave_on, "career": model.career}
    _save_complete(office, replace(blank, person=person, approval_id="again", **same))  # type: ignore[arg-type]
    return _view(office)


def _save_complete(office: Office, dossier: Dossier) -> None:
    saved = save_dossier(office, dossier).after
    if saved.state is DossierState.DRAFT:
        with office.store.begin() as work:
            work.move(saved, DossierState.COMPLETE, "test")


@pytest.fixture(scope="session")
def town_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        folder.mkdir()
        make_template(folder)
        clock = Clock()
        finance = open_office(folder / FINANCE, now=clock)
        school = create_office(folder / SCHOOL, SCHOOL_IDENTITY, now=clock)
        enrol(school, finance, folder)
        fill_round(school, USUAL_POLICIES)
        for office in (finance, school):
            office.close()

    return made_once(tmp_path_factory, "town", make)


@pytest.fixture
def town(town_folder: Path, tmp_path: Path) -> Iterator[Town]:
    folder = tmp_path / "town"
    shutil.copytree(town_folder, folder)
    stick = folder / "usb"
    stick.mkdir()
    clock = Clock(datetime(2024, 12, 21, 8, tzinfo=UTC))
    unit, school, finance = (open_office(folder / code, now=clock) for code in (UNIT, SCHOOL, FINANCE))
    yield Town(unit, school, finance, stick)
    for office in (unit, school, finance):
        office.close()


def test_one_decision_for_people_of_two_units_is_no_fault(town: Town) -> None:
    _call(town.school, number="12/qđ-ubnd", issuer="Ubnd huyện")
    packages = town.send(town.unit), town.send(town.school)
    assert [town.found(each) for each in packages] == [[], []]


def test_a_scan_of_two_decisions_of_two_units_is_told_of_both(town: Town) -> None:
    _call(town.school, number="45/QĐ-UBND")
    first, second = town.send(town.unit), town.send(town.school)
    (one,), (other,) = town.found(first), town.found(second)
    assert (one.params["a"], one.params["b"], one.params["don_vi"]) == (
        "12/QĐ-UBND",
        "45/QĐ-UBND",
        "Trường THCS An Dương",
    )
    assert (other.params["a"], other.params["b"]) == ("45/QĐ-UBND", "12/QĐ-UBND")
    received = read_received(town.finance, second)
    message = received.view.catalogue.message(other)
    assert all(each in message for each in ("12/QĐ-UBND", "Trung tâm Y tế An Dương", "Đợt 2 năm 2024"))
    person = received.document.people[0].record.id
    assert other in appraisal_of(town.finance, received, person).findings


def test_a_decision_of_another_day_is_another_one(town: Town) -> None:
    _call(town.school, issued_on=date(2024, 10, 2))
    town.send(town.unit)
    assert len(town.found(town.send(town.school))) == 1


@pytest.mark.parametrize("states", [(DossierState.WITHDRAWN,), (DossierState.UNDER_APPRAISAL, DossierState.REJECTED)])
def test_what_was_taken_out_or_rejected_counts_no_more(town: Town, states: tuple[DossierState, ...]) -> None:
    _call(town.school, number="45/QĐ-UBND")
    first, second = town.send(town.unit), town.send(town.school)
    town.move_all(first, *states)
    assert town.found(second) == []


def test_a_revision_with_the_right_scan_puts_the_earlier_one_right(town: Town) -> None:
    _call(town.school, number="45/QĐ-UBND")
    wrong, there = town.send(town.school), town.send(town.unit)
    assert len(town.found(there)) == 1
    _exchange(town.school, PDF + b"% another")
    right = town.send(town.school)
    assert town.found(there) == town.found(right) == []
    assert len(town.found(wrong)) == 1  # as it was sent, it is still wrong


def test_earlier_and_later_revisions_of_a_submission_are_no_others(town: Town) -> None:
    first = town.send(town.unit)
    person = next(each for each in _view(town.unit).dossiers if each.person.full_name == OTHER)
    again = reopen(town.unit, person.id, "Sửa số hiệu văn bản.")
    _call(town.unit, number="12a/QĐ-UBND")
    _save_complete(town.unit, replace(again, note="Đã sửa."))
    second = town.send(town.unit, reason="Sửa số hiệu văn bản.")
    assert town.found(first) == town.found(second) == []


def test_the_next_round_of_one_unit_is_told_by_unit_preview_and_appraiser_alike(town: Town) -> None:
    town.send(town.unit)
    view = _enter_again(town.unit, decision="45/QĐ-UBND")
    (here,) = _hs06(view.findings())
    (foreseen,) = _hs06(as_appraiser(town.unit, view, view.dossiers).findings)
    (there,) = town.found(town.send(town.unit))
    assert here == foreseen == there
    assert here.params["dot"] == "Đợt 2 năm 2024"


def test_the_same_decision_in_the_next_round_is_told_by_nobody(town: Town) -> None:
    town.send(town.unit)
    view = _enter_again(town.unit, decision="12/QĐ-UBND")
    assert _hs06(view.findings()) == _hs06(as_appraiser(town.unit, view, view.dossiers).findings) == []
    assert town.found(town.send(town.unit)) == []


def test_the_preview_knows_only_what_was_sent(town: Town) -> None:
    view = _enter_again(town.unit, decision="45/QĐ-UBND")
    assert len(_hs06(view.findings())) == 1
    assert _hs06(as_appraiser(town.unit, view, view.dossiers).findings) == []


def test_what_an_earlier_program_took_in_is_found_too(town: Town) -> None:
    _call(town.school, number="45/QĐ-UBND")
    first, second = town.send(town.unit), town.send(town.school)
    with town.finance.store.begin() as work:
        kept = work.settings.under("files_in.")
        for each in kept:
            work.settings.remove(f"files_in.{each}")
    assert len(town.found(second)) == 1
    with town.finance.store.begin() as work:
        assert work.settings.under("files_in.") == {first: kept[first]}


def test_a_document_of_another_submission_that_is_damaged_says_nothing(town: Town) -> None:
    _call(town.school, number="45/QĐ-UBND")
    first, second = town.send(town.unit), town.send(town.school)
    with town.finance.store.begin() as work:
        document = town.finance.store.blobs.path(work.settings.get(f"document.{first}") or "")
    document.unlink()
    assert town.found(second) == []

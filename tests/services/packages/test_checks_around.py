"""Checks that look beyond the dossier: other submissions, the order of packages, prints, the certificate."""

import shutil
from dataclasses import replace
from datetime import timedelta

import msgspec

from desktop.domain.findings import Finding, Severity
from desktop.domain.rounds import Unit
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import unjustified
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of, read_received
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import record_digest
from desktop.services.prints.print_forms import print_proposal_list
from desktop.services.rounds.open_round import current_round
from desktop.services.rounds.round_view import RoundView, read_round
from tests.services.packages.offices import OTHER, PERSON, Offices


def _receive(offices: Offices, **options: object) -> ReceivedView:
    path = offices.send(**options)  # type: ignore[arg-type] - options of `send`
    taken = receive_submission(offices.finance, path)
    return read_received(offices.finance, taken.submission.id)


def _at_unit(offices: Offices) -> RoundView:
    of_round = current_round(offices.unit)
    assert of_round is not None
    return read_round(offices.unit, of_round.id)


def _with_code(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [each for each in findings if each.code == code]


def _of_person(offices: Offices, received: ReceivedView) -> tuple[Finding, ...]:
    record = received.document.people[0].record
    return appraisal_of(offices.finance, received, record.id).findings


def _revised(document: SubmissionDocument) -> SubmissionDocument:
    def second(each: object) -> object:
        record = msgspec.structs.replace(each.record, revision=2)  # type: ignore[attr-defined] - a SubmittedRecord
        return msgspec.structs.replace(each, record=record, record_sha256=record_digest(record))  # type: ignore[type-var]

    return msgspec.structs.replace(document, people=tuple(map(second, document.people)))  # type: ignore[arg-type]


def test_a_clean_package_has_no_finding_about_itself(offices: Offices) -> None:
    received = _receive(offices)
    codes = {each.code for each in received.findings}
    assert not codes & {"GK01", "GK02", "GK03", "GK04", "TT01", "TT02", "TR02", "TR03", "TR04"}


def test_a_correction_of_what_never_came_is_an_error_of_each_person(offices: Offices) -> None:
    received = _receive(offices, change=_revised)
    (found,) = _with_code(_of_person(offices, received), "GK03")
    assert (found.severity, found.params["n"], found.params["n_truoc"]) == (Severity.ERROR, 2, 1)
    assert received.submission.file_name in received.view.catalogue.message(found)


def test_another_version_of_the_law_is_a_finding(offices: Offices) -> None:
    path = offices.send()
    offices.alter_policy("nd29-2023")
    taken = receive_submission(offices.finance, path)
    received = read_received(offices.finance, taken.submission.id)
    (found,) = _with_code(_of_person(offices, received), "GK04")
    assert found.params["v2"] == "9.9"


def _kept_elsewhere(offices: Offices, received: ReceivedView, unit: Unit, **changes: object) -> ReceivedView:
    """Let Sở Tài chính hold the same people from another unit or round, and read the first submission again."""
    office = offices.finance
    with office.store.begin() as work:
        (sent,) = work.submissions.dossiers(received.submission.id)
        other = replace(received.submission, id="other", unit=unit, round_id="r0", round_name="Đợt 1", digest="0" * 64)
        copy = replace(sent, submission_id="other", dossier_id="other-person")
        work.submissions.add(replace(other, file_name="other.asice"), (replace(copy, **changes),))  # type: ignore[arg-type]
    return read_received(office, received.submission.id)


def test_a_person_whom_another_unit_asks_for_is_an_error(offices: Offices) -> None:
    received = _receive(offices)
    there = _kept_elsewhere(offices, received, Unit("UB-KHAC", "UBND quận Khác"))
    (found,) = _with_code(_of_person(offices, there), "TR03")
    assert found.severity is Severity.ERROR
    assert found.params["dv2"] == "UBND quận Khác"


def test_a_person_of_an_earlier_round_is_an_error_unless_it_was_rejected(offices: Offices) -> None:
    received = _receive(offices)
    again = _kept_elsewhere(offices, received, received.submission.unit)
    (found,) = _with_code(_of_person(offices, again), "TR02")
    assert found.params["dot"] == "Đợt 1"
    with offices.finance.store.begin() as work:
        for state in (DossierState.UNDER_APPRAISAL, DossierState.REJECTED):
            work.submissions.move("other", "other-person", state)
    afterwards = read_received(offices.finance, received.submission.id)
    assert not _with_code(_of_person(offices, afterwards), "TR02")


def test_a_namesake_born_on_the_same_day_elsewhere_is_a_warning(offices: Offices) -> None:
    received = _receive(offices)
    there = _kept_elsewhere(offices, received, Unit("UB-KHAC", "UBND quận Khác"), citizen_id="031165000001")
    (found,) = _with_code(_of_person(offices, there), "TR04")
    assert "UBND quận Khác" in str(found.params["a"])


def test_the_next_revision_of_a_dossier_is_no_duplicate(offices: Offices) -> None:
    _receive(offices)
    again = _receive(offices, change=_revised, remember=False)
    codes = {each.code for each in again.findings}
    assert not codes & {"TR02", "TR03", "TR04", "GK03"}


def test_a_print_stays_good_until_something_on_it_changes(offices: Offices) -> None:
    view = _at_unit(offices)
    assert not _with_code(view.findings(), "TT06")
    print_proposal_list(offices.unit, view, offices.stick)
    assert not _with_code(_at_unit(offices).findings(), "TT06")
    offices.edit(PERSON, lambda dossier: replace(dossier, note="Ghi chú mới"))
    (found,) = _with_code(_at_unit(offices).findings(), "TT06")
    assert found in unjustified(_at_unit(offices).findings(), [])
    print_proposal_list(offices.unit, _at_unit(offices), offices.stick)
    assert not _with_code(_at_unit(offices).findings(), "TT06")


def test_a_print_of_some_people_is_not_the_list(offices: Offices) -> None:
    view = _at_unit(offices)
    print_proposal_list(offices.unit, view, offices.stick, people=view.dossiers[:1])
    offices.edit(OTHER, lambda dossier: replace(dossier, note="Ghi chú mới"))
    assert not _with_code(_at_unit(offices).findings(), "TT06")


def test_a_certificate_is_warned_of_before_it_ends(offices: Offices) -> None:
    assert not _with_code(_at_unit(offices).findings(), "GK05")
    certificate = _at_unit(offices).context.certificate
    assert certificate is not None
    lasting = certificate.last_day - offices.clock.at.date()
    offices.clock.at += lasting - timedelta(days=31)
    assert not _with_code(_at_unit(offices).findings(), "GK05")
    offices.clock.at += timedelta(days=2)
    assert _with_code(_at_unit(offices).findings(Stage.PACKING), "GK05")


def test_an_office_without_a_certificate_hears_nothing_of_it(offices: Offices) -> None:
    shutil.rmtree(offices.unit.folder / "keys")
    assert _at_unit(offices).context.certificate is None

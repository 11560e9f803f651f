"""A submission comes in whole or not at all; the same twice changes nothing; anything doubtful is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import inbox
from desktop.services.arrivals.receive_package import Received, receive_submission, verify_package
from desktop.services.formats.packages import SubmissionDocument, SubmittedRecord
from desktop.services.formats.record import RecordPart
from desktop.services.formats.records_out import record_digest
from desktop.services.formats.result import ValuePart
from desktop.services.keys.enrolment import set_up_finance
from desktop.services.office import Office, create_office
from tests.services.mail import received_view, small_document, submission_in, write_submission
from tests.services.offices import FINANCE, FINANCE_PASSPHRASE, ROOT_PASSPHRASE, Desks, enrol_unit
from tests.services.seen import everything_in


def _refused(desks: Desks, path: Path) -> Refusal:
    """Return why the package is refused; nothing may have changed, neither rows nor blobs."""
    before = everything_in(desks.finance)
    with pytest.raises(Refusal) as refused:
        receive_submission(desks.finance, path)
    assert everything_in(desks.finance) == before
    return refused.value


def test_a_submission_arrives_as_it_was_sent(sent: Desks) -> None:
    got = receive_submission(sent.finance, submission_in(sent))
    assert (got.already, got.missing, got.other_policies) == (False, (), ())
    with sent.unit.store.begin() as work:
        theirs = work.submissions.dossiers(got.submission.id)
    with sent.finance.store.begin() as work:
        ours = work.submissions.dossiers(got.submission.id)
        files = work.attachments.all()
    assert [(each.record, each.record_sha256, each.amount) for each in ours] == [
        (each.record, each.record_sha256, each.amount) for each in theirs
    ]
    assert {each.state for each in ours} == {DossierState.RECEIVED}
    assert len(files) == 5
    for each in files:
        with sent.finance.store.blobs.open(each.sha256) as here, sent.unit.store.blobs.open(each.sha256) as there:
            assert here.read() == there.read()


def test_the_inbox_shows_what_waits_and_for_how_long(received: Desks) -> None:
    received.clock.pass_days(4)
    (item,) = inbox(received.finance)
    assert (item.undecided, item.age_days, item.practice) == (60, 4, False)
    assert item.states == {DossierState.RECEIVED: 60}


def test_sent_twice_is_already_here_and_changes_nothing(received: Desks) -> None:
    before = everything_in(received.finance)
    renamed = shutil.copy(submission_in(received), received.mail / "ban-sao.asice")
    got = receive_submission(received.finance, Path(renamed))
    assert got.already
    assert got.submission.people == 60
    assert everything_in(received.finance) == before


@pytest.mark.parametrize("part", range(12))
def test_one_changed_byte_anywhere_is_refused_and_leaves_nothing(sent: Desks, part: int) -> None:
    path = submission_in(sent)
    content = bytearray(path.read_bytes())
    content[(len(content) - 1) * part // 11] ^= 0x01
    path.write_bytes(content)
    assert _refused(sent, path).code.startswith(("package.", "signature.", "trust."))


@pytest.mark.parametrize("cut", [0, 1, 1000])
def test_a_package_cut_short_is_refused_and_leaves_nothing(sent: Desks, cut: int) -> None:
    path = submission_in(sent)
    path.write_bytes(path.read_bytes()[: cut or None][:-1])
    assert _refused(sent, path).code.startswith("package.")


def test_stopping_while_reading_leaves_nothing(sent: Desks) -> None:
    before = everything_in(sent.finance)
    with pytest.raises(Refusal) as refused:
        receive_submission(sent.finance, submission_in(sent), cancelled=lambda: True)
    assert refused.value.code == "package.cancelled"
    assert everything_in(sent.finance) == before
    assert not receive_submission(sent.finance, submission_in(sent)).already


def test_a_unit_receives_no_submission(sent: Desks) -> None:
    with pytest.raises(Refusal) as refused:
        receive_submission(sent.unit, submission_in(sent))
    assert refused.value.code == "receive.not_here"


def test_looking_at_a_package_changes_nothing(sent: Desks) -> None:
    before = everything_in(sent.finance)
    assert verify_package(sent.finance, submission_in(sent)).envelope.sequence == 1
    assert everything_in(sent.finance) == before


def test_a_signer_of_another_root_is_unknown(mended: Desks, tmp_path: Path) -> None:
    rogue = _another_finance(mended, tmp_path)
    for kept in ("keys", "trust"):
        shutil.rmtree(mended.unit.folder / kept)
    enrol_unit(mended.unit, rogue, tmp_path / "rogue-mail")
    rogue.close()
    path = write_submission(mended, small_document(mended), sequence=1)
    assert _refused(mended, path).code == "package.unknown_signer"


def _another_finance(desks: Desks, folder: Path) -> Office:
    (folder / "rogue-mail").mkdir()
    office = create_office(folder / "rogue", FINANCE, now=desks.clock)
    set_up_finance(office, "Gốc khác", ROOT_PASSPHRASE, FINANCE_PASSPHRASE, folder / "rogue-mail")
    return office


def _received(desks: Desks, sequence: int) -> Received:
    return receive_submission(desks.finance, write_submission(desks, small_document(desks), sequence=sequence))


def test_numbers_that_are_missing_are_named_and_one_of_them_still_takes_its_place(mended: Desks) -> None:
    late = write_submission(mended, small_document(mended), sequence=2)
    assert _received(mended, 1).missing == ()
    assert _received(mended, 4).missing == (2, 3)
    assert receive_submission(mended.finance, late).missing == ()


def test_the_same_number_or_id_with_other_content_is_refused(mended: Desks) -> None:
    got = _received(mended, 1)
    other_id = write_submission(mended, small_document(mended, people=2), sequence=1)
    same_id = write_submission(mended, small_document(mended, people=2), sequence=1, package_id=got.submission.id)
    next_number = write_submission(mended, small_document(mended, people=2), sequence=2, package_id=got.submission.id)
    for path in (other_id, same_id, next_number):
        with pytest.raises(Refusal) as refused:
            receive_submission(mended.finance, path)
        assert refused.value.code == "package.replay_differs"
    with mended.finance.store.begin() as work:
        assert len(work.alarms.unseen()) == 3
        assert work.packages.last_sequence("UBH-01", "nop", Direction.RECEIVED) == 1


def _with_other_digest(document: SubmissionDocument) -> SubmissionDocument:
    person = msgspec.structs.replace(document.people[0], record_sha256="0" * 64)
    return msgspec.structs.replace(document, people=(person,))


def _with_person_twice(document: SubmissionDocument) -> SubmissionDocument:
    return msgspec.structs.replace(document, people=document.people * 2)


def _of_another_unit(document: SubmissionDocument) -> SubmissionDocument:
    return msgspec.structs.replace(document, unit=msgspec.structs.replace(document.unit, code="UBH-02"))


def _with_impossible_day(document: SubmissionDocument) -> SubmissionDocument:
    record = msgspec.structs.replace(document.people[0].record, leave_on="2024-02-31")
    return msgspec.structs.replace(document, people=(_rebound(document.people[0], record),))


def _with_span_backwards(document: SubmissionDocument) -> SubmissionDocument:
    record = document.people[0].record
    period = msgspec.structs.replace(record.career.salary[0], first="2024-05", last="2024-01")
    career = msgspec.structs.replace(record.career, salary=(period,))
    return msgspec.structs.replace(
        document, people=(_rebound(document.people[0], msgspec.structs.replace(record, career=career)),)
    )


def _with_a_file_that_is_not_enclosed(document: SubmissionDocument) -> SubmissionDocument:
    approval = document.people[0].record.approval
    assert approval is not None
    return msgspec.structs.replace(document, approvals=(msgspec.structs.replace(approval, attachments=("0" * 64,)),))


def _opened_on_an_impossible_day(document: SubmissionDocument) -> SubmissionDocument:
    return msgspec.structs.replace(document, round=msgspec.structs.replace(document.round, opened_on="2024-02-31"))


def _with_a_deadline_on_an_impossible_day(document: SubmissionDocument) -> SubmissionDocument:
    return msgspec.structs.replace(document, round=msgspec.structs.replace(document.round, deadline="2024-02-31"))


def _with_an_approval_of_an_impossible_day(document: SubmissionDocument) -> SubmissionDocument:
    approval = document.people[0].record.approval
    assert approval is not None
    spoiled = msgspec.structs.replace(approval, issued_on="2024-02-31", attachments=())
    return msgspec.structs.replace(document, approvals=(spoiled,))


def _with_value(kind: str, text: str) -> Callable[[SubmissionDocument], SubmissionDocument]:
    def spoil(document: SubmissionDocument) -> SubmissionDocument:
        person = document.people[0]
        step = msgspec.structs.replace(person.results[0].trace[0], value=ValuePart(kind=kind, text=text))
        result = msgspec.structs.replace(person.results[0], trace=(step,))
        return msgspec.structs.replace(document, people=(msgspec.structs.replace(person, results=(result,)),))

    return spoil


def _rebound(submitted: SubmittedRecord, record: RecordPart) -> SubmittedRecord:
    return msgspec.structs.replace(submitted, record=record, record_sha256=record_digest(record))


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (_with_other_digest, "people[1].record_sha256"),
        (_with_person_twice, "people[2].record.id"),
        (_of_another_unit, "unit.code"),
        (_with_impossible_day, "people[1]: date.unreadable"),
        (_with_span_backwards, "people[1]: month.span_backwards"),
        (_with_a_file_that_is_not_enclosed, "attachments"),
        (_opened_on_an_impossible_day, "round: date.unreadable"),
        (_with_a_deadline_on_an_impossible_day, "round: date.unreadable"),
        (_with_an_approval_of_an_impossible_day, "approvals[1]: date.unreadable"),
        (_with_value("exact", "ba phẩy ba"), "people[1]: number.unreadable"),
        (_with_value("exact", "1/0"), "people[1]: number.unreadable"),
        (_with_value("exact", "1e999999999"), "people[1]: number.unreadable"),
        (_with_value("day", "2024-02-31"), "people[1]: date.unreadable"),
        (_with_value("month", "2024-13"), "people[1]: month.impossible"),
    ],
)
def test_a_signed_package_whose_content_contradicts_itself_is_refused(
    mended: Desks, spoil: Callable[[SubmissionDocument], SubmissionDocument], where: str
) -> None:
    path = write_submission(mended, spoil(small_document(mended)), sequence=1)
    refused = _refused(mended, path)
    assert (refused.code, refused.params["where"]) == ("package.document_invalid", where)


def test_what_is_received_is_recomputed_and_agrees(received: Desks) -> None:
    seen = received_view(received)
    assert {key: support.amount for key, support in seen.view.supports.items()} == {
        each.record.id: each.amount for each in seen.document.people
    }

"""Drafts for advice: seen as they stand, and never decided, counted, answered or taken for the real thing."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Decision, Direction, Outcome, Reason
from desktop.domain.states import DossierState
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind
from desktop.services.appraisal.appraisal_list import appraisal_lines, clean_total
from desktop.services.appraisal.appraise import decide, decide_clean, inbox, open_appraisal
from desktop.services.appraisal.draft_view import open_received, read_draft
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.find_received import find_received
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of, read_received
from desktop.services.arrivals.drafts_here import drop_draft, received_drafts
from desktop.services.arrivals.make_receipt import make_receipt, without_receipt
from desktop.services.arrivals.receive_draft import DraftReceived, receive_draft
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.arrivals.take_in import take_in
from desktop.services.keys.signing_state import open_signer
from desktop.services.prints.print_result import print_appraisal_result
from desktop.services.prints.print_slips import appraisal_slip
from desktop.services.rounds.open_round import current_round
from desktop.services.rounds.round_view import read_round
from desktop.services.rounds.work_to_do import Task, work_to_do
from desktop.services.sending import export_draft as exporting
from desktop.services.sending.export_draft import export_draft
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, Offices, copy_offices
from tests.services.seen import everything_in

WHY = (Reason("Thiếu quyết định nâng lương"),)


def _draft(offices: Offices) -> Path:
    of_round = current_round(offices.unit)
    assert of_round is not None
    return export_draft(offices.unit, of_round.id, offices.stick, PASSPHRASE, recipient="STC", plain=True).package.path


def _states(offices: Offices) -> list[DossierState]:
    of_round = current_round(offices.unit)
    assert of_round is not None
    return [each.state for each in read_round(offices.unit, of_round.id).dossiers]


def _unfinished(offices: Offices) -> None:
    """Take from one person what nobody can be sent without."""
    of_round = current_round(offices.unit)
    assert of_round is not None
    dossier = read_round(offices.unit, of_round.id).dossiers[1]
    with offices.unit.store.begin() as work:
        draft = work.move(dossier, DossierState.DRAFT, "test", "Xem lại")
        work.dossiers.save(replace(draft, leave_on=None, person=replace(draft.person, birth=None)))


@pytest.fixture(scope="module")
def sent(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two drafts of the round as the unit sent them one after the other; only read."""
    offices = copy_offices(template, tmp_path_factory.mktemp("sent") / "offices")
    written = _draft(offices), _draft(offices)
    offices.close()
    return written


@dataclass(frozen=True)
class Desk:
    """A draft that Sở Tài chính took in, opened for advice; shared, for nothing may change there."""

    offices: Offices
    seen: ReceivedView


@pytest.fixture(scope="module")
def desk(template: Path, sent: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    offices = copy_offices(template, tmp_path_factory.mktemp("draft") / "offices")
    yield Desk(offices, read_draft(offices.finance, receive_draft(offices.finance, sent[0]).draft.id))
    offices.close()


def test_a_round_goes_as_it_stands_and_nobody_moves(offices: Offices) -> None:
    _unfinished(offices)
    before = _states(offices)
    assert DossierState.DRAFT in before
    path = _draft(offices)
    assert path.name == "nop-nhap-TTYT-AN-DUONG-2024-2-001.asice"
    assert _states(offices) == before
    with offices.unit.store.begin() as work:
        assert work.submissions.all() == ()
        assert work.packages.last_sequence("TTYT-AN-DUONG", "nop", Direction.SENT) == 0
    received = receive_draft(offices.finance, path)
    assert (received.already, received.draft.people, received.draft.round_name) == (False, 3, "Đợt 2 năm 2024")


def test_it_is_looked_at_with_findings_amounts_and_comparison(offices: Offices) -> None:
    _unfinished(offices)
    seen = read_draft(offices.finance, receive_draft(offices.finance, _draft(offices)).draft.id)
    lines = appraisal_lines(offices.finance, seen)
    assert [each.sent.full_name for each in lines] == [each.record.person.full_name for each in seen.document.people]
    whole = appraisal_of(offices.finance, seen, lines[0].sent.dossier_id)
    lacking = appraisal_of(offices.finance, seen, lines[1].sent.dossier_id)
    assert whole.agrees
    assert whole.recomputed_amount
    assert [each.name for each in whole.attachments] == ["Quyết định 12.pdf"]
    assert any(each.subject == lacking.dossier.id for each in lacking.findings)
    assert appraisal_slip(offices.finance, seen, whole).draft


Act = Callable[[Offices, ReceivedView], object]
DECIDING: dict[str, tuple[Act, str]] = {
    "approve": (lambda o, s: decide(o.finance, s, _first(s), Outcome.APPROVED), "appraisal.draft"),
    "return": (lambda o, s: decide(o.finance, s, _first(s), Outcome.RETURNED, reasons=WHY), "appraisal.draft"),
    "approve all": (lambda o, s: decide_clean(o.finance, s), "appraisal.draft"),
    "answer": (lambda o, s: export_decision(o.finance, s, o.stick, PASSPHRASE), "appraisal.draft"),
    "print the result": (lambda o, s: print_appraisal_result(o.finance, s, o.stick), "appraisal.draft"),
    "receipt": (lambda o, s: make_receipt(o.finance, s.submission.id, o.stick, PASSPHRASE), "receipt.draft"),
    "read as a submission": (lambda o, s: read_received(o.finance, s.submission.id), "record.not_found"),
}


def _first(seen: ReceivedView) -> str:
    return seen.document.people[0].record.id


@pytest.mark.parametrize("act", DECIDING)
def test_nothing_that_decides_takes_a_draft(desk: Desk, act: str) -> None:
    before = everything_in(desk.offices.finance)
    work, code = DECIDING[act]
    with pytest.raises(Refusal) as raised:
        work(desk.offices, desk.seen)
    assert raised.value.code == code
    assert everything_in(desk.offices.finance) == before


def test_the_store_itself_refuses_a_decision_on_a_draft(desk: Desk) -> None:
    """Even where a caller forgot that it is a draft: nobody of it is among what was received."""
    offices, seen = desk.offices, desk.seen
    forgotten = replace(seen, draft=False)
    with pytest.raises(Refusal) as raised:
        decide(offices.finance, forgotten, _first(seen), Outcome.RETURNED, reasons=WHY)
    assert raised.value.code == "record.not_found"
    person = seen.document.people[0]
    forced = Decision(
        id="1",
        submission_id=seen.submission.id,
        dossier_id=person.record.id,
        revision=1,
        record_sha256=person.record_sha256,
        outcome=Outcome.REJECTED,
        amount=None,
        reasons=WHY,
        author="x",
        at=offices.finance.stamp(),
    )
    with pytest.raises(Exception, match="FOREIGN KEY"), offices.finance.store.begin() as work:
        work.decisions.add(forced)
    database = sqlite3.connect(offices.finance.folder / "tinhgian.db")
    assert database.execute("SELECT count(*) FROM decisions").fetchone() == (0,)
    database.close()


def test_looking_at_a_draft_moves_nobody_and_counts_nowhere(desk: Desk) -> None:
    offices, seen = desk.offices, desk.seen
    before = everything_in(offices.finance)
    assert open_appraisal(offices.finance, seen, _first(seen)).sent.state is DossierState.COMPLETE
    assert everything_in(offices.finance) == before
    assert clean_total(offices.finance, seen).ids == ()
    assert (inbox(offices.finance), without_receipt(offices.finance)) == ((), ())
    assert find_received(offices.finance, PERSON) == ()
    assert work_to_do(offices.finance, None)[0].task is Task.WAIT_FOR_PACKAGES


def test_a_draft_blocks_nobody_as_a_duplicate(offices: Offices, sent: tuple[Path, Path]) -> None:
    receive_draft(offices.finance, sent[0])
    submission = receive_submission(offices.finance, offices.send((PERSON, OTHER))).submission
    real = read_received(offices.finance, submission.id)
    assert not real.view.context.elsewhere
    assert decide(offices.finance, real, _first(real), Outcome.APPROVED).amount


def test_the_next_draft_takes_the_place_of_the_one_before(offices: Offices, sent: tuple[Path, Path]) -> None:
    older, newer = sent
    receive_draft(offices.finance, older)
    assert receive_draft(offices.finance, newer).replaced == 1
    assert [each.sequence for each in received_drafts(offices.finance)] == [2]
    before = everything_in(offices.finance)
    with pytest.raises(Refusal) as raised:
        receive_draft(offices.finance, older)
    assert raised.value.code == "draft.outdated"
    assert everything_in(offices.finance) == before


def test_an_older_draft_that_comes_late_is_refused(offices: Offices, sent: tuple[Path, Path]) -> None:
    older, newer = sent
    receive_draft(offices.finance, newer)
    with pytest.raises(Refusal) as raised:
        receive_draft(offices.finance, older)
    assert raised.value.code == "package.stale"


def test_the_real_submission_takes_the_place_of_the_draft(offices: Offices, sent: tuple[Path, Path]) -> None:
    path = sent[0]
    receive_draft(offices.finance, path)
    receive_submission(offices.finance, offices.send())
    assert received_drafts(offices.finance) == ()
    assert [each.submission.sequence for each in inbox(offices.finance)] == [1]
    with pytest.raises(Refusal) as raised:
        receive_draft(offices.finance, path)
    assert raised.value.code == "draft.outdated"


def test_a_draft_can_be_deleted_and_come_again(offices: Offices, sent: tuple[Path, Path]) -> None:
    path = sent[0]
    draft = receive_draft(offices.finance, path).draft
    assert receive_draft(offices.finance, path).already
    drop_draft(offices.finance, draft.id)
    assert received_drafts(offices.finance) == ()
    assert not receive_draft(offices.finance, path).already
    with pytest.raises(Refusal) as raised:
        drop_draft(offices.finance, "khong-co")
    assert raised.value.code == "record.not_found"


def test_what_a_deleted_draft_brought_is_gone_at_the_next_start(offices: Offices, sent: tuple[Path, Path]) -> None:
    draft = receive_draft(offices.finance, sent[0]).draft
    files = (draft.document, *draft.files.split())
    offices.reopen()
    assert [offices.finance.store.blobs.has(each) for each in files] == [True, True]
    drop_draft(offices.finance, draft.id)
    offices.reopen()
    assert [offices.finance.store.blobs.has(each) for each in files] == [False, False]


def test_a_scan_stays_when_the_submission_that_replaced_the_draft_has_it_too(
    offices: Offices, sent: tuple[Path, Path]
) -> None:
    draft = receive_draft(offices.finance, sent[0]).draft
    receive_submission(offices.finance, offices.send())
    offices.reopen()
    assert not offices.finance.store.blobs.has(draft.document)
    assert offices.finance.store.blobs.has(draft.files)


def test_what_arrives_is_told_by_what_is_signed_not_by_its_name(offices: Offices, sent: tuple[Path, Path]) -> None:
    disguised = Path(shutil.copy(sent[0], offices.stick / "nop-TTYT-AN-DUONG-2024-2-001.asice"))
    outcome = take_in(offices.finance, disguised).outcome
    assert isinstance(outcome, DraftReceived)
    assert open_received(offices.finance, outcome.draft.id).draft
    with pytest.raises(Refusal) as raised:
        receive_submission(offices.finance, disguised)
    assert raised.value.code == "package.wrong_kind"


def test_a_draft_made_real_by_its_bytes_is_refused(offices: Offices, sent: tuple[Path, Path]) -> None:
    path = offices.stick / "nop.asice"
    content = sent[0].read_bytes()
    assert content.count(b'"kind":"nop-nhap"') == 1
    path.write_bytes(content.replace(b'"kind":"nop-nhap"', b'"kind":"nop"     ', 1))
    with pytest.raises(Refusal) as raised:
        take_in(offices.finance, path)
    assert raised.value.code == "package.digest_mismatch"


@pytest.mark.parametrize("kind", [PackageKind.SUBMISSION, PackageKind.DRAFT])
def test_the_document_of_one_kind_never_passes_for_the_other(
    offices: Offices, kind: PackageKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unit's own program at fault: signed, but the envelope says one thing and the document another."""
    of_round = current_round(offices.unit)
    assert of_round is not None
    view = read_round(offices.unit, of_round.id)
    drafted = exporting._document(offices.unit, view, view.dossiers[:1])
    whole = exporting.submission_document(offices.unit, view, view.dossiers[:1])
    wrong: msgspec.Struct = drafted if kind is PackageKind.SUBMISSION else whole
    contents = replace(
        exporting._contents(offices.unit, view, drafted, "STC"), kind=kind, document=exporting.canonical(wrong)
    )
    target = offices.stick / "x.asice"
    write_package(target, contents, open_signer(offices.unit, PASSPHRASE))
    with pytest.raises(Refusal) as raised:
        take_in(offices.finance, target)
    assert raised.value.code == "package.document_invalid"


def test_a_draft_that_claims_to_continue_something_is_not_held(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = exporting._contents
    unknown = "3f2b8a34-9d1c-4f6e-8a70-0123456789ab"
    monkeypatch.setattr(exporting, "_contents", lambda *given: replace(made(*given), supersedes=unknown))
    assert isinstance(take_in(offices.finance, _draft(offices)).outcome, DraftReceived)


def test_only_a_unit_drafts_and_only_finance_looks(offices: Offices, sent: tuple[Path, Path]) -> None:
    path = sent[0]
    of_round = current_round(offices.unit)
    assert of_round is not None
    with pytest.raises(Refusal) as raised:
        export_draft(offices.finance, of_round.id, offices.stick, PASSPHRASE, recipient="STC")
    assert raised.value.code == "submission.not_here"
    with pytest.raises(Refusal) as raised:
        receive_draft(offices.unit, path)
    assert raised.value.code == "receive.not_here"


def test_a_failure_after_writing_leaves_no_draft(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise Refusal("store.disk_full", place="D:")

    monkeypatch.setattr(exporting, "_remember", full)
    with pytest.raises(Refusal):
        _draft(offices)
    assert not list(offices.stick.iterdir())


def test_a_round_in_which_all_were_sent_has_no_draft(offices: Offices) -> None:
    offices.send((PERSON, OTHER, "Bùi Thị Tự Nguyện"))
    of_round = current_round(offices.unit)
    assert of_round is not None
    with offices.unit.store.begin() as work:
        for each in work.dossiers.of_round(of_round.id):
            if each.state is DossierState.COMPLETE:
                work.move(each, DossierState.SENT, "test")
    with pytest.raises(Refusal) as raised:
        _draft(offices)
    assert raised.value.code == "draft.nobody"

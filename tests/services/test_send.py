"""A round goes out when nothing holds it back, in one package, and what was sent never changes."""

import hashlib
from dataclasses import replace

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import SentDossier
from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import discard_dossier, save_dossier
from desktop.services.formats.records_in import decode_record
from desktop.services.formats.records_out import canonical, record_digest
from desktop.services.papers.edit_approval import attach_scan
from desktop.services.rounds.readiness import readiness
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.export_submission import export_submission
from tests.services.mail import send
from tests.services.mending import OURS, answer_all
from tests.services.offices import FINANCE_PASSPHRASE, UNIT_PASSPHRASE, Desks
from tests.services.seen import everything_in


def _sent(desks: Desks) -> tuple[SentDossier, ...]:
    with desks.unit.store.begin() as work:
        (submission,) = work.submissions.all()
        return work.submissions.dossiers(submission.id)


def _refusal(desks: Desks, **options: object) -> Refusal:
    """Return why the round does not go; nothing may have changed, nothing may lie on the memory stick."""
    before = everything_in(desks.unit)
    with pytest.raises(Refusal) as refused:
        send(desks, **options)
    assert everything_in(desks.unit) == before
    assert list(desks.mail.glob("nop-*")) == []
    return refused.value


def test_drafts_hold_the_round_back(listed: Desks) -> None:
    refused = _refusal(listed)
    assert (refused.code, refused.params["count"]) == ("submission.drafts", 7)


def test_missing_scans_hold_back_those_who_are_complete(listed: Desks) -> None:
    refused = _refusal(listed, only_complete=True)
    assert (refused.code, refused.params["code"]) == ("submission.errors", "HS01")


def test_warnings_hold_the_round_back_until_each_is_answered(ready: Desks) -> None:
    dossier = read_round(ready.unit, ready.round.id).dossiers[0]
    *answers, last = dossier.justifications
    save_dossier(ready.unit, replace(dossier, justifications=tuple(answers)))
    refused = _refusal(ready)
    assert refused.code == "submission.unanswered"
    assert refused.params == {"count": 1, "code": last.finding_key.partition("/")[0]}
    answer_all(ready.unit, ready.round.id)
    assert readiness(read_round(ready.unit, ready.round.id)).ready


def test_a_round_of_nobody_is_not_sent(listed: Desks) -> None:
    view = read_round(listed.unit, listed.round.id)
    for dossier in view.dossiers:
        discard_dossier(listed.unit, dossier.id)
    assert _refusal(listed).code == "submission.nobody"


def test_finance_sends_no_list(ready: Desks) -> None:
    with pytest.raises(Refusal) as refused:
        export_submission(ready.finance, ready.round.id, ready.mail, FINANCE_PASSPHRASE, recipient="UBH-01")
    assert refused.value.code == "submission.not_here"


def test_a_wrong_passphrase_sends_nothing(ready: Desks) -> None:
    before = everything_in(ready.unit)
    with pytest.raises(Refusal) as refused:
        export_submission(ready.unit, ready.round.id, ready.mail, "sai mật khẩu này", recipient="STC-HP")
    assert refused.value.code.startswith("key.")
    assert everything_in(ready.unit) == before


def test_a_file_of_that_name_is_not_overwritten(ready: Desks) -> None:
    before = everything_in(ready.unit)
    taken = ready.mail / "nop-UBH-01-2024-2-001.asice"
    taken.write_bytes(b"somebody's")
    with pytest.raises(Refusal) as refused:
        send(ready)
    assert refused.value.code == "submission.file_exists"
    assert taken.read_bytes() == b"somebody's"
    assert everything_in(ready.unit)["rows"] == before["rows"]


def test_a_folder_that_is_not_there_refuses_and_nobody_counts_as_sent(ready: Desks) -> None:
    before = everything_in(ready.unit)
    with pytest.raises(Refusal) as refused:
        export_submission(ready.unit, ready.round.id, ready.mail / "rút ra", UNIT_PASSPHRASE, recipient="STC-HP")
    assert refused.value.code.startswith("package.")
    assert everything_in(ready.unit)["rows"] == before["rows"]


def test_everybody_in_the_package_counts_as_sent_with_the_amounts_of_the_truth(sent: Desks) -> None:
    people = _sent(sent)
    view = read_round(sent.unit, sent.round.id)
    assert {each.state for each in view.dossiers} == {DossierState.SENT}
    assert {each.citizen_id: each.amount for each in people} == {
        each["citizen_id"]: each["expected"]["nd29"] for each in OURS.truth["people"]
    }
    assert readiness(view).people == ()


def test_a_record_hashes_to_what_it_is_bound_by_and_reads_back_the_same(sent: Desks) -> None:
    for each in _sent(sent):
        record = decode_record(each.record)
        assert hashlib.sha256(each.record.encode()).hexdigest() == each.record_sha256 == record_digest(record)
        assert canonical(record).decode() == each.record


def test_a_sent_dossier_is_neither_saved_nor_binned(sent: Desks) -> None:
    before = _sent(sent)
    dossier = read_round(sent.unit, sent.round.id).dossiers[0]
    with pytest.raises(Refusal) as refused:
        save_dossier(sent.unit, replace(dossier, note="sửa lén"))
    assert refused.value.code == "record.not_editable"
    with pytest.raises(Refusal) as refused:
        discard_dossier(sent.unit, dossier.id)
    assert refused.value.code == "record.not_editable"
    assert _sent(sent) == before


def test_what_was_sent_stays_as_it_was_when_its_papers_change(sent: Desks) -> None:
    before = _sent(sent)
    approval = next(iter(read_round(sent.unit, sent.round.id).approvals.values()))
    attach_scan(sent.unit, approval.id, OURS.folder / "ban_quet" / "trang_trang.pdf")
    now = read_round(sent.unit, sent.round.id)
    assert len(now.approvals[approval.id].attachments) == len(approval.attachments) + 1
    assert _sent(sent) == before


def test_stopping_half_way_leaves_nothing(ready: Desks) -> None:
    before = everything_in(ready.unit)
    calls = iter([False, False, False])
    with pytest.raises(Refusal) as refused:
        send(ready, cancelled=lambda: next(calls, True))
    assert refused.value.code == "package.cancelled"
    assert everything_in(ready.unit)["rows"] == before["rows"]
    assert list(ready.mail.glob("nop-*")) == []
    assert send(ready).submission.people == 60


def test_mending_alone_makes_nobody_ready(mended: Desks) -> None:
    ready = readiness(read_round(mended.unit, mended.round.id))
    assert (len(ready.people), ready.drafts, ready.ready) == (60, (), False)
    assert {each.code for each in ready.errors} == {"HS01"}

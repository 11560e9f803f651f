"""A dead PC: everything a unit sent comes back from its own packages, and its next package is the right one."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction, Outcome
from desktop.domain.states import DossierState
from desktop.exchange.kinds import Role
from desktop.exchange.trust.memory import RevocationReason
from desktop.services.appraisal.appraise import decide
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import ReceivedView
from desktop.services.arrivals.make_receipt import make_receipt
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.arrivals.receive_receipt import receive_receipt
from desktop.services.corrections.correct_sent import reopen, withdraw_person
from desktop.services.entry.edit_dossier import discard_dossier, save_dossier
from desktop.services.keys.certificates import renew_trust, revoke
from desktop.services.keys.enrolment import issue, read_request
from desktop.services.keys.replace_key import replace_key
from desktop.services.keys.trust_files import install_trust
from desktop.services.office import Office, create_office
from desktop.services.recovery.rebuild_unit import packages_in, rebuild_unit
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.export_submission import Sent
from desktop.services.sending.sealing import open_copy
from tests.services.mail import received_view, send
from tests.services.mending import answer_all, answer_requests
from tests.services.offices import FINANCE_PASSPHRASE, ROOT_PASSPHRASE, UNIT, UNIT_PASSPHRASE, Desks, copied, open_desks
from tests.services.seen import everything_in
from tests.services.test_decision_back import WHY, decide_four

_PEOPLE = 7


@pytest.fixture(scope="module")
def told_folder(ready_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three submissions of a few people, two decisions, a receipt, all encrypted.

    One person was returned twice; the third package takes one out and changes another, in the place of the first two.
    """
    folder = tmp_path_factory.mktemp("told") / "desks"
    shutil.copytree(ready_folder, folder)
    desks = open_desks(folder)
    try:
        for each in read_round(desks.unit, desks.round.id).dossiers[_PEOPLE:]:
            discard_dossier(desks.unit, each.id)
        _tell(desks)
    finally:
        desks.close()
    return folder


def _tell(desks: Desks) -> None:
    first = _sent_and_taken_in(desks)
    returned = decide_four(desks, first)[Outcome.RETURNED]
    _answered(desks, first)
    desks.clock.pass_days(3)
    _mend(desks.unit, desks.round.id, returned)
    second = _sent_and_taken_in(desks)
    receive_receipt(desks.unit, _receipt(desks, second), UNIT_PASSPHRASE)
    decide(desks.finance, second, returned, Outcome.RETURNED, reasons=WHY)
    _answered(desks, second)
    desks.clock.pass_days(1)
    waiting = [each for each in read_round(desks.unit, desks.round.id).dossiers if each.state is DossierState.SENT]
    withdraw_person(desks.unit, waiting[0].id, "Xin thôi không nghỉ nữa")
    _mend(desks.unit, desks.round.id, waiting[1].id)
    send(desks, plain=False, reason="Sửa số liệu của một người")


def _receipt(desks: Desks, received: ReceivedView) -> Path:
    made = make_receipt(desks.finance, received.submission.id, desks.mail, FINANCE_PASSPHRASE)
    made.shareable.path.unlink()  # that one went to somebody else
    return made.full.path


def _sent_and_taken_in(desks: Desks) -> ReceivedView:
    receive_submission(desks.finance, send(desks, plain=False).package.path, FINANCE_PASSPHRASE)
    return received_view(desks)


def _answered(desks: Desks, received: ReceivedView) -> None:
    answer = export_decision(desks.finance, received, desks.mail, FINANCE_PASSPHRASE)
    receive_decision(desks.unit, answer.path, UNIT_PASSPHRASE)


def _mend(office: Office, round_id: str, dossier_id: str) -> Dossier:
    reopened = reopen(office, dossier_id, "Bổ sung")
    saved = save_dossier(office, replace(reopened, note=f"Bổ sung lần {reopened.revision}")).after
    answer_all(office, round_id)
    answer_requests(office, round_id)
    return saved


@pytest.fixture
def told(told_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    with copied(told_folder, tmp_path / "desks") as desks:
        desks.clock.pass_days(10)
        yield desks


@contextmanager
def _new_pc(desks: Desks, folder: Path) -> Iterator[Office]:
    """Give a new profile that has nothing but the office's keys and trust."""
    office = create_office(folder, UNIT, now=desks.clock)
    for room in ("keys", "trust"):
        shutil.copytree(desks.unit.folder / room, folder / room)
    try:
        yield office
    finally:
        office.close()


def _kept(office: Office) -> dict[str, Any]:
    """Return all that packages can bring back, record by record; when this PC saw a package is its own business."""
    with office.store.begin() as work:
        rounds = work.rounds.all()
        submissions = work.submissions.all()
        settings = work.settings.all()
        people = [one for each in rounds for one in work.dossiers.of_round(each.id)]
        approvals = [work.approvals.need(each) for each in sorted({one.approval_id or "" for one in people})]
        return {
            "rounds": rounds,
            "approvals": approvals,  # those of people: a paper that covers nobody never went anywhere
            "attachments": [work.attachments.of(each.attachments) for each in approvals],
            "dossiers": [replace(one, edition=0) for one in people],
            "submissions": submissions,
            "sent": [work.submissions.dossiers(each.id) for each in submissions],
            "corrections": [work.corrections.get(each.id) for each in submissions],
            "receipts": work.receipts.all(),
            "decisions": [work.decisions.of_submission(each.id) for each in submissions],
            "packages": [
                each if each.direction is Direction.SENT else replace(each, first_seen_at="")
                for code in ("UBH-01", "STC-HP")
                for each in work.packages.of_issuer(code)
            ],
            "policies": [(each.ref, each.content) for each in work.policies.all()],
            "documents": {key: value for key, value in settings.items() if key.startswith("document.")},
        }


def test_all_comes_back_field_by_field_and_the_next_package_follows(told: Desks, tmp_path: Path) -> None:
    original = _kept(told.unit)
    told.unit.close()
    with _new_pc(told, tmp_path / "new") as office:
        steps: list[tuple[int, int, str]] = []
        rebuilt = rebuild_unit(office, told.mail, UNIT_PASSPHRASE, report=lambda *step: steps.append(step))
        assert (rebuilt.restored, rebuilt.already, rebuilt.answers, rebuilt.people) == (3, 0, 3, _PEOPLE)
        assert (rebuilt.next_number, rebuilt.missing, rebuilt.unanswered) == (4, (), ((3, _PEOPLE - 5),))
        assert {each.code for each in rebuilt.skipped} <= {"rebuild.not_ours", "package.unknown_signer"}
        assert [each[0] for each in steps] == list(range(len(packages_in(told.mail))))
        again = _kept(office)
        for part, records in original.items():
            assert again[part] == records, part
        _assert_blobs_whole(office, original)
        states = {each.state for each in original["dossiers"]}
        assert states == {DossierState(each.value) for each in Outcome} | {DossierState.SENT, DossierState.WITHDRAWN}
        with office.store.begin() as work:
            assert work.audit.verify() is None
        _assert_the_next_one_is_right(told, office)


def _assert_blobs_whole(office: Office, original: dict[str, Any]) -> None:
    assert original["attachments"]
    for each in itertools.chain(*original["attachments"]):
        with office.store.blobs.open(each.sha256) as stream:
            assert len(stream.read()) == each.size


def _assert_the_next_one_is_right(told: Desks, office: Office) -> None:
    desks = replace(told, unit=office)
    (returned,) = (each.id for each in _kept(office)["dossiers"] if each.state is DossierState.RETURNED)
    assert _mend(office, desks.round.id, returned).revision == 3
    (third,) = told.mail.glob("nop-*-003.asice.age")
    receive_submission(told.finance, third, FINANCE_PASSPHRASE)
    fourth: Sent = send(desks, plain=False)
    assert (fourth.submission.sequence, fourth.submission.people) == (4, 1)
    got = receive_submission(told.finance, fourth.package.path, FINANCE_PASSPHRASE)
    assert (got.already, got.missing, got.submission.supersedes) == (False, (), _kept(office)["submissions"][2].id)


def test_a_second_time_changes_nothing_but_the_log(told: Desks, tmp_path: Path) -> None:
    with _new_pc(told, tmp_path / "new") as office:
        rebuild_unit(office, told.mail, UNIT_PASSPHRASE)
        before = _kept(office)
        rebuilt = rebuild_unit(office, told.mail, UNIT_PASSPHRASE)
        assert (rebuilt.restored, rebuilt.already, rebuilt.answers) == (0, 3, 0)
        assert _kept(office) == before
    before = _kept(told.unit)
    rebuilt = rebuild_unit(told.unit, told.mail, UNIT_PASSPHRASE)
    assert (rebuilt.restored, rebuilt.already, rebuilt.answers) == (0, 3, 0)
    assert _kept(told.unit) == before


def test_a_number_that_is_in_no_file_is_named(told: Desks, tmp_path: Path) -> None:
    (first,) = told.mail.glob("nop-*-001.asice.age")
    first.unlink()
    with _new_pc(told, tmp_path / "new") as office:
        rebuilt = rebuild_unit(office, told.mail, UNIT_PASSPHRASE)
        assert (rebuilt.restored, rebuilt.missing, rebuilt.next_number) == (2, (1,), 4)
        assert "package.unknown_submission" in {each.code for each in rebuilt.skipped}
        found = {(each.revision, each.state) for each in _kept(office)["dossiers"]}
        assert found == {(2, DossierState.RETURNED), (2, DossierState.SENT), (1, DossierState.SENT)}
        first.write_bytes(b"")  # a file cut to nothing is skipped, the rest goes on
        rebuilt = rebuild_unit(office, told.mail, UNIT_PASSPHRASE)
        assert (rebuilt.already, first.name in {each.file for each in rebuilt.skipped}) == (2, True)


def test_an_older_package_found_later_adds_what_is_missing(told: Desks, tmp_path: Path) -> None:
    original = _kept(told.unit)
    aside = tmp_path / "aside"
    aside.mkdir()
    for number in ("nop-*-001", "tra-*-001"):
        (found,) = told.mail.glob(f"{number}.asice.age")
        found.rename(aside / found.name)
    with _new_pc(told, tmp_path / "new") as office:
        rebuild_unit(office, told.mail, UNIT_PASSPHRASE)
        rebuilt = rebuild_unit(office, aside, UNIT_PASSPHRASE)
        assert (rebuilt.restored, rebuilt.people, rebuilt.missing) == (1, _PEOPLE, ())
        found_again = _kept(office)
        assert found_again["submissions"] == original["submissions"]
        assert found_again["dossiers"] == original["dossiers"]


def test_the_number_that_the_receiver_knows_of_counts_though_the_package_is_lost(told: Desks, tmp_path: Path) -> None:
    (third,) = told.mail.glob("nop-*-003.asice.age")
    third.unlink()
    with _new_pc(told, tmp_path / "new") as office:
        assert rebuild_unit(office, told.mail, UNIT_PASSPHRASE).next_number == 3
        rebuilt = rebuild_unit(office, told.mail, UNIT_PASSPHRASE, last_sent=3)
        assert (rebuilt.next_number, rebuilt.missing) == (4, (3,))
        assert rebuild_unit(office, told.mail, UNIT_PASSPHRASE, last_sent=1).next_number == 4
        (returned,) = (each.id for each in _kept(office)["dossiers"] if each.state is DossierState.RETURNED)
        desks = replace(told, unit=office)
        _mend(office, desks.round.id, returned)
        assert send(desks).submission.sequence == 4


def test_plain_copies_and_twins_count_once(told: Desks, tmp_path: Path) -> None:
    folder = tmp_path / "found"
    (folder / "usb").mkdir(parents=True)
    (first,) = told.mail.glob("nop-*-001.asice.age")
    shutil.copy(first, folder / "usb" / "nop (2).asice.age")
    open_copy(told.unit, first, UNIT_PASSPHRASE, folder)
    with _new_pc(told, tmp_path / "new") as office:
        rebuilt = rebuild_unit(office, folder, UNIT_PASSPHRASE)
        assert (rebuilt.restored, rebuilt.skipped) == (1, ())


def test_stopped_in_the_middle_nothing_is_there(told: Desks, tmp_path: Path) -> None:
    with _new_pc(told, tmp_path / "new") as office:
        before = everything_in(office)["rows"]
        for looks in (1, 4, 12):
            with pytest.raises(Refusal, match=r"package.cancelled"):
                rebuild_unit(office, told.mail, UNIT_PASSPHRASE, cancelled=_after(looks))
            rows = everything_in(office)["rows"]
            assert {name: rows[name] for name in rows if name not in {"settings"}} == {
                name: before[name] for name in before if name not in {"settings"}
            }
        assert list((office.folder / "private").iterdir()) == []


def _after(looks: int) -> Callable[[], bool]:
    counted = iter(range(looks))
    return lambda: next(counted, None) is None


def test_what_cannot_be_rebuilt_is_refused_and_changes_nothing(told: Desks, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with _new_pc(told, tmp_path / "new") as office:
        before = everything_in(office)["rows"]
        with pytest.raises(Refusal, match=r"rebuild.nothing_found"):
            rebuild_unit(office, empty, UNIT_PASSPHRASE)
        with pytest.raises(Refusal, match=r"key.wrong_passphrase"):
            rebuild_unit(office, told.mail, "sai")
        assert everything_in(office)["rows"] == before
    with pytest.raises(Refusal, match=r"rebuild.not_here"):
        rebuild_unit(told.finance, told.mail, FINANCE_PASSPHRASE)


def test_a_record_that_is_being_edited_is_not_written_over(ready_folder: Path, told: Desks, tmp_path: Path) -> None:
    with copied(ready_folder, tmp_path / "older") as older:
        older.clock.pass_days(10)
        before = _kept(older.unit)
        with pytest.raises(Refusal, match=r"rebuild.conflict"):
            rebuild_unit(older.unit, told.mail, UNIT_PASSPHRASE)
        assert _kept(older.unit) == before


def test_packages_signed_before_the_old_key_was_revoked_still_come_back(told: Desks, tmp_path: Path) -> None:
    """The PC was stolen: the old certificate is revoked, the keys came from the backup, a new key signs from now on."""
    with _new_pc(told, tmp_path / "new") as office:
        revoke(told.finance, ROOT_PASSPHRASE, UNIT.unit.code, RevocationReason.KEY_COMPROMISE, told.mail)
        install_trust(office, max(told.mail.glob("tincay-*")))
        plain = tmp_path / "plain"
        plain.mkdir()
        for each in told.mail.glob("nop-*.age"):
            open_copy(told.unit, each, UNIT_PASSPHRASE, plain)
        written = replace_key(office, "mat-khau-moi", told.mail)
        fingerprint = read_request(told.finance, written.path).fingerprint
        trust = issue(told.finance, ROOT_PASSPHRASE, written.path, (Role.SUBMIT,), told.mail, fingerprint=fingerprint)
        install_trust(office, trust.path)
        rebuilt = rebuild_unit(office, plain, "mat-khau-moi")
        assert (rebuilt.restored, rebuilt.skipped) == (3, ())
        assert len(rebuilt.lapsed) == 3


def test_packages_whose_certificate_has_ended_still_come_back(told: Desks, tmp_path: Path) -> None:
    told.clock.pass_days(800)
    renew_trust(told.finance, ROOT_PASSPHRASE, told.mail)
    with _new_pc(told, tmp_path / "new") as office:
        install_trust(office, max(told.mail.glob("tincay-*")))
        rebuilt = rebuild_unit(office, told.mail, UNIT_PASSPHRASE)
        assert (rebuilt.restored, rebuilt.answers, len(rebuilt.lapsed)) == (3, 3, 6)

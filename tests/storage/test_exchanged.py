"""What was sent, received and decided: kept exactly, moved only by allowed moves, never altered."""

from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desktop.domain.corrections import Correction, Purpose, Withdrawal
from desktop.domain.dossiers import StateChange
from desktop.domain.errors import Refusal
from desktop.domain.registers import HeldPackage, PackageEntry, PolicyChoice, StoredPolicy
from desktop.domain.rounds import Direction, PolicyRef
from desktop.domain.states import DossierState
from desktop.domain.subordinates import EmbeddedPackage, Standing, SubordinatePackage
from desktop.storage import Store
from tests.storage.records import DECISION, DOSSIER, ROUND, UNIT, fill, sent_dossier, submission

_AT = "2024-11-22T08:30:00Z"


def _send(store: Store) -> None:
    with store.begin() as work:
        work.submissions.add(submission(), (sent_dossier(), sent_dossier(dossier_id="d2", ordinal=2, amount=None)))


def test_a_submission_comes_back_as_sent(store: Store) -> None:
    _send(store)
    with store.begin() as work:
        assert work.submissions.get("s1") == submission()
        assert work.submissions.find_digest("digest-s1") == submission()
        assert work.submissions.find_digest("other") is None
        assert work.submissions.dossier("s1", "d1") == sent_dossier()
        assert work.submissions.dossier("s1", "d3") is None
        assert [each.dossier_id for each in work.submissions.dossiers("s1")] == ["d1", "d2"]


def test_submissions_are_listed_by_direction_the_first_seen_first(store: Store) -> None:
    second = submission("s2", 2, supersedes="s1")
    received = submission("s0", 3, direction=Direction.RECEIVED, round_id="elsewhere")
    with store.begin() as work:
        for each in (second, received, submission()):
            work.submissions.add(each, ())
        assert work.submissions.all() == (submission(), second, received)
        assert work.submissions.all(Direction.RECEIVED) == (received,)


def test_versions_of_a_dossier_are_those_of_its_unit_the_oldest_first(store: Store) -> None:
    stranger = submission("s3", 1, unit=replace(UNIT, code="SXD"))
    with store.begin() as work:
        work.submissions.add(submission("s2", 2), (sent_dossier("s2", revision=2, findings=()),))
        work.submissions.add(submission(), (sent_dossier(),))
        work.submissions.add(stranger, (sent_dossier("s3", revision=7),))
        versions = work.submissions.versions("d1", "SYT")
    assert versions == (sent_dossier(), sent_dossier("s2", revision=2, findings=()))


def test_a_sent_dossier_moves_with_history_and_audit(store: Store) -> None:
    _send(store)
    with store.begin() as work:
        moved = work.move_sent("s1", "d1", DossierState.RETURNED, "Dung", "Thiếu sổ")
        assert moved == sent_dossier(state=DossierState.RETURNED)
        change = StateChange("d1", 1, DossierState.SENT, DossierState.RETURNED, "Dung", _AT, "Thiếu sổ")
        assert work.history.of("d1") == (change,)
        assert [(each.action, each.subject) for each in work.audit.all()] == [("dossier.moved", "d1")]


@pytest.mark.parametrize("wanted", [DossierState.PAID, DossierState.RECEIVED])
def test_a_sent_dossier_makes_no_forbidden_move(store: Store, wanted: DossierState) -> None:
    _send(store)
    with store.begin() as work:
        with pytest.raises(Refusal, match=r"state\.not_allowed"):
            work.submissions.move("s1", "d1", wanted)
        with pytest.raises(Refusal, match=r"record\.not_found"):
            work.submissions.move("s1", "d9", DossierState.APPROVED)
        with pytest.raises(Refusal, match=r"record\.not_found"):
            work.move_sent("s9", "d1", DossierState.APPROVED, "Dung")
        assert work.submissions.dossier("s1", "d1") == sent_dossier()


def test_a_working_dossier_moves_with_history_and_audit(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        complete = work.move(replace(DOSSIER, note="đủ"), DossierState.COMPLETE, "Bình")
        assert complete == replace(DOSSIER, note="đủ", state=DossierState.COMPLETE, edition=1)
        sent = work.move(complete, DossierState.SENT, "Bình")
        returned = work.move(sent, DossierState.RETURNED, "Dung")
        with pytest.raises(Refusal, match=r"state\.reason_missing"):
            work.move(returned, DossierState.DRAFT, "Bình", " ")
        draft = work.move(returned, DossierState.DRAFT, "Bình", "Bổ sung sổ")
        assert work.dossiers.get("d1") == draft == replace(complete, state=DossierState.DRAFT, edition=4)
        assert [(each.before, each.after) for each in work.history.of("d1")] == [
            (DossierState.DRAFT, DossierState.COMPLETE),
            (DossierState.COMPLETE, DossierState.SENT),
            (DossierState.SENT, DossierState.RETURNED),
            (DossierState.RETURNED, DossierState.DRAFT),
        ]
        assert work.history.of("d1")[-1].reason == "Bổ sung sổ"
        assert work.audit.all()[-1].detail == {
            "before": "returned", "after": "draft", "revision": 1, "reason": "Bổ sung sổ",
        }  # fmt: skip


def test_moving_what_was_sent_leaves_its_content_alone(store: Store) -> None:
    with store.begin() as work:
        work.rounds.add(ROUND)
        sent = replace(DOSSIER, approval_id=None, papers=(), state=DossierState.SENT)
        work.dossiers.add(sent)
        moved = work.move(replace(sent, note="lén sửa"), DossierState.APPROVED, "Dung")
        assert moved == replace(sent, state=DossierState.APPROVED, edition=1)


def test_a_stale_dossier_does_not_move(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        work.move(DOSSIER, DossierState.COMPLETE, "Bình")
    with pytest.raises(Refusal, match=r"record\.changed_elsewhere"), store.begin() as work:
        work.move(DOSSIER, DossierState.COMPLETE, "Chi")
    with store.begin() as work:
        assert len(work.history.of("d1")) == len(work.audit.all()) == 1


def test_a_decision_stands_until_it_is_undone(store: Store) -> None:
    _send(store)
    second = replace(DECISION, id="q2", reasons=(), at="2024-10-02T03:00:00Z")
    with store.begin() as work:
        work.decisions.add(DECISION)
        with pytest.raises(Refusal, match=r"decision\.already_made"):
            work.decisions.add(second)
        work.decisions.undo("q1", _AT)
        with pytest.raises(Refusal, match=r"decision\.not_standing"):
            work.decisions.undo("q1", _AT)
        work.decisions.add(second)
        work.decisions.mark_sent(("q2",), "p1")
        assert work.decisions.of_submission("s1") == (replace(second, sent_in="p1"),)
        assert work.decisions.of_dossier("d1") == (replace(DECISION, undone_at=_AT), replace(second, sent_in="p1"))
        assert work.decisions.get("q1") == replace(DECISION, undone_at=_AT)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sent_dossiers SET record = '{}'",
        "UPDATE sent_dossiers SET amount = 1",
        "UPDATE sent_dossiers SET state = 'approved', full_name = 'x'",
        "DELETE FROM sent_dossiers",
        "DELETE FROM submissions",
        "UPDATE submissions SET total = 0",
        "UPDATE submission_policies SET version = '9'",
        "UPDATE sent_findings SET severity = 'I'",
        "DELETE FROM sent_findings",
        "UPDATE decisions SET amount = 1",
        "DELETE FROM decisions",
        "UPDATE decision_reasons SET text = ''",
        "UPDATE state_changes SET author = 'x'",
        "DELETE FROM state_changes",
        "UPDATE audit_entries SET author = 'x'",
        "DELETE FROM audit_entries",
    ],
)
def test_the_database_itself_keeps_what_never_changes(store: Store, statement: str) -> None:
    _send(store)
    with store.begin() as work:
        work.decisions.add(DECISION)
        work.move_sent("s1", "d1", DossierState.APPROVED, "Dung")
    with pytest.raises(DBAPIError, match="never change"), store._engine.begin() as connection:
        connection.execute(text(statement))


def test_a_record_with_a_key_that_is_taken_is_refused_and_nothing_of_it_stays(store: Store) -> None:
    _send(store)

    def send_again() -> None:
        with store.begin() as work:
            work.settings.put("before", "1")
            work.submissions.add(submission(), ())

    with pytest.raises(Refusal) as refused:
        send_again()
    assert refused.value.code == "record.already_there"
    assert refused.value.__cause__ is None
    with store.begin() as work:
        assert work.settings.get("before") is None


def test_packages_are_registered_once(store: Store) -> None:
    first = PackageEntry("p1", "nop", "SYT", 4, "x", Direction.RECEIVED, "nop-SYT.asice", _AT, "Lê Văn Cường")
    second = replace(first, package_id="p2", sequence=5)
    with store.begin() as work:
        work.packages.add(second)
        work.packages.add(first)
        assert work.packages.get("p1") == first
        assert work.packages.get("p9") is None
        assert work.packages.of_issuer("SYT") == (first, second)
        assert work.packages.last_sequence("SYT", "nop", Direction.RECEIVED) == 5
        assert work.packages.last_sequence("SYT", "nop", Direction.SENT) == 0
    with pytest.raises(Refusal, match=r"record\.already_there"), store.begin() as work:
        work.packages.add(first)


def _pack(version: str, content: bytes = b"id: a") -> StoredPolicy:
    return StoredPolicy(PolicyRef("nd29-2023", version, sha256(content).hexdigest()), "central", content)


def test_policy_packs_are_kept_byte_for_byte(store: Store) -> None:
    with store.begin() as work:
        assert [work.policies.put(_pack(version)) for version in ("9", "10", "2", "9")] == [True, True, True, False]
        assert work.policies.exactly(_pack("10").ref) == _pack("10")
        assert work.policies.exactly(_pack("3").ref) is None
        assert work.policies.all() == (_pack("2"), _pack("9"), _pack("10"))


def test_a_stored_pack_never_changes_but_another_of_its_number_may_stand_beside_it(store: Store) -> None:
    with store.begin() as work:
        work.policies.put(_pack("1"))
        other = _pack("1", b"id: b")
        work.policies.put(other)
        with pytest.raises(Refusal, match=r"policy\.digest_differs"):
            work.policies.put(replace(_pack("2"), content=b"id: b"))
        assert work.policies.exactly(_pack("1").ref) == _pack("1")
        assert work.policies.exactly(other.ref) == other


def test_one_version_of_a_pack_holds_at_a_time(store: Store) -> None:
    older, newer = (PolicyChoice(_pack(each).ref, "2024-11-01T00:00:00Z", "Lan", "thử") for each in ("1", "2"))
    with store.begin() as work:
        work.policies.choose(newer)
        work.policies.choose(older)
        assert work.policies.chosen() == (older,)


def test_held_packages_wait_in_the_order_of_their_numbers_and_parts(store: Store) -> None:
    late = HeldPackage("h1", "nop", "SYT", 3, "a" * 64, "nop-3.asice", "h1.asice", "Sở Y tế", "2024-11-01T08:00:00Z")
    second, first = (
        replace(late, package_id=f"h{part + 1}", sequence=2, set_id="s", part=part, parts=2) for part in (2, 1)
    )
    with store.begin() as work:
        for each in (late, second, first):
            work.held.add(each)
        assert work.held.all() == work.held.of_issuer("SYT", "nop") == (first, second, late)
        assert work.held.of_set("s") == (first, second)
        assert work.held.of_issuer("SYT", "tra") == ()
        assert work.held.find_digest("a" * 64) == first
        assert work.held.find_digest("b" * 64) is None
        work.held.remove("h1")
        assert work.held.get("h1") is None
        assert work.held.get("h2") == first
    with pytest.raises(Refusal, match=r"record\.already_there"), store.begin() as work:
        work.held.add(first)


def _corrected(store: Store) -> Correction:
    taken = Withdrawal("d1", 1, "Nguyễn Văn Ánh", "Xin ở lại")
    kept = Withdrawal("d2", 1, "Lê Thị Bé", "Xin ở lại", applied=False)
    correction = Correction("s2", Purpose.WITHDRAW, "s1", "s1", "Hai người xin ở lại", (taken, kept))
    with store.begin() as work:
        work.submissions.add(submission(), ())
        work.submissions.add(submission("s2", 2, supersedes="s1"), ())
        work.corrections.add(correction)
    return correction


def test_a_correction_comes_back_with_whom_it_takes_out(store: Store) -> None:
    correction = _corrected(store)
    with store.begin() as work:
        assert work.corrections.get("s2") == correction
        assert work.corrections.get("s1") is None
        assert work.corrections.waiting_withdrawals(("s1", "s2")) == (("s2", correction.withdrawals[1]),)
        work.corrections.apply("s2", "d2")
        assert work.corrections.waiting_withdrawals(("s2",)) == ()


def test_a_package_is_followed_by_one_correction_only(store: Store) -> None:
    correction = _corrected(store)
    with store.begin() as work:
        work.submissions.add(submission("s3", 3, supersedes="s1"), ())
    with pytest.raises(Refusal, match=r"record\.already_there"), store.begin() as work:
        work.corrections.add(replace(correction, submission_id="s3", withdrawals=()))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE corrections SET reason = ''",
        "DELETE FROM corrections",
        "UPDATE withdrawals SET reason = ''",
        "UPDATE withdrawals SET dossier_id = 'd9', applied = TRUE",
        "DELETE FROM withdrawals",
    ],
)
def test_what_a_correction_said_never_changes(store: Store, statement: str) -> None:
    _corrected(store)
    with pytest.raises(DBAPIError, match="never change"), store._engine.begin() as connection:
        connection.execute(text(statement))


def test_packages_of_subordinate_units_are_judged_and_their_carriers_known(store: Store) -> None:
    waiting = SubordinatePackage("p1", "c" * 64, Standing.WAITING)
    back = replace(waiting, standing=Standing.SENT_BACK, judged_by="Gộp", judged_at="2024-11-02T08:00:00Z", note="Sai")
    first = EmbeddedPackage("p1", "d" * 64, "g1", "SYT", "Sở Y tế", "2024-11-03T08:00:00Z")
    second = replace(first, carrier_id="g2", seen_at="2024-11-04T08:00:00Z")
    with store.begin() as work:
        work.subordinates.add(waiting)
        assert work.subordinates.sent_back() == frozenset()
        work.subordinates.judge(back)
        assert (work.subordinates.get("p1"), work.subordinates.get("p2")) == (back, None)
        assert work.subordinates.sent_back() == {"p1"}
        for each in (second, first):
            work.embedded.add(each)
        assert work.embedded.carriers_of("p1") == (first, second)
        assert work.embedded.inside("g2") == (second,)
    with pytest.raises(Refusal, match=r"record\.already_there"), store.begin() as work:
        work.embedded.add(first)
    with pytest.raises(Refusal, match=r"record\.not_found"), store.begin() as work:
        work.subordinates.judge(replace(back, package_id="p9"))

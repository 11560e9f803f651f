"""The order of arrival, cell by cell as the table of ARCHITECTURE.md has it."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction, Outcome, Reason
from desktop.exchange.container.reader import read_package
from desktop.exchange.kinds import PackageKind
from desktop.services.appraisal.appraise import decide, inbox
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import read_received
from desktop.services.arrivals.receive_decision import take_in_decision
from desktop.services.arrivals.receive_package import Received
from desktop.services.arrivals.take_in import TakenIn, take_in, take_in_waiting
from desktop.services.arrivals.waiting_packages import WaitingPackage, drop_waiting, waiting_packages
from desktop.services.arrivals.watch_arrivals import alarms, look_into
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Mode
from desktop.services.rounds.open_round import current_round
from desktop.services.rounds.round_view import read_round
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, VOLUNTEER, Offices, copy_offices
from tests.services.seen import everything_in


def _id(offices: Offices, path: Path) -> str:
    return read_package(path, trust_of(offices.finance), now=offices.clock()).envelope.package_id


@pytest.fixture(scope="module")
def chain(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Three packages of which each names the one before it, with one person each; only read."""
    offices = copy_offices(template, tmp_path_factory.mktemp("chain") / "offices")
    paths: list[Path] = []
    for name in (PERSON, OTHER, VOLUNTEER):
        before = _id(offices, paths[-1]) if paths else None
        paths.append(offices.send((name,), supersedes=before, remember=False))
    offices.close()
    return tuple(paths)


def _numbers(offices: Offices) -> list[int]:
    """Return the numbers that were taken in, in the order in which they were."""
    with offices.finance.store.begin() as work:
        acts = [each.subject for each in work.audit.all() if each.action == "submission.received"]
        return [work.submissions.need(each).sequence for each in acts]


def _refused(offices: Offices, path: Path) -> Refusal:
    before = everything_in(offices.finance)
    with pytest.raises(Refusal) as raised:
        take_in(offices.finance, path)
    assert everything_in(offices.finance) == before
    return raised.value


def _received(taken: TakenIn) -> Received:
    assert isinstance(taken.outcome, Received)
    return taken.outcome


def _waiting(taken: TakenIn) -> WaitingPackage:
    assert isinstance(taken.outcome, WaitingPackage)
    return taken.outcome


# The id and its digest are known.


def test_the_very_same_package_is_here_already(offices: Offices, chain: tuple[Path, ...]) -> None:
    path = chain[0]
    take_in(offices.finance, path)
    before = everything_in(offices.finance)
    assert _received(take_in(offices.finance, path)).already
    assert everything_in(offices.finance) == before


# The id or the number is known, with another digest.


@pytest.mark.parametrize("held", [False, True], ids=["taken in", "held"])
def test_another_content_under_a_known_number_raises_an_alarm(
    offices: Offices, chain: tuple[Path, ...], *, held: bool
) -> None:
    first = chain[1 if held else 0]
    take_in(offices.finance, first)
    forged = offices.send((PERSON, OTHER), sequence=2 if held else 1, remember=False).rename(offices.stick / "x.asice")
    people = [each.submission.people for each in inbox(offices.finance)]
    for _ in range(2):
        with pytest.raises(Refusal) as raised:
            take_in(offices.finance, forged)
        assert raised.value.code == "package.replay_differs"
    (alarm,) = alarms(offices.finance)
    assert (alarm.sequence, alarm.file_name, alarm.issuer) == (2 if held else 1, "x.asice", "TTYT-AN-DUONG")
    assert alarm.digest != alarm.known_digest
    assert [each.submission.people for each in inbox(offices.finance)] == people
    with offices.finance.store.begin() as work:
        assert [each.action for each in work.audit.all()].count("package.alarm") == 2


def test_an_alarm_stays_until_somebody_looked_into_it(offices: Offices, chain: tuple[Path, ...]) -> None:
    take_in(offices.finance, chain[0])
    with pytest.raises(Refusal):
        take_in(offices.finance, offices.send((OTHER,), sequence=1))
    offices.reopen()
    (alarm,) = alarms(offices.finance)
    with pytest.raises(Refusal) as raised:
        look_into(offices.finance, alarm.id, " ")
    assert raised.value.code == "waiting.no_reason"
    look_into(offices.finance, alarm.id, "Đơn vị ghi nhầm số, đã gọi lại")
    assert alarms(offices.finance) == ()
    with offices.finance.store.begin() as work:
        (kept,) = work.alarms.all()
        assert (kept.seen_by, kept.note) == ("Vũ Thị Mai", "Đơn vị ghi nhầm số, đã gọi lại")
        assert work.audit.all()[-1].action == "package.alarm_seen"


# A number beyond the last.


def test_the_next_number_and_a_gap_are_taken_in_and_the_gap_is_told(offices: Offices, chain: tuple[Path, ...]) -> None:
    assert _received(take_in(offices.finance, chain[0])).missing == ()
    got = _received(take_in(offices.finance, offices.send((OTHER,), sequence=4)))
    assert got.missing == (2, 3)
    assert [each.code for each in got.notices] == ["notice.numbers_missing"]


def test_what_continues_a_package_that_is_not_here_waits_for_it(offices: Offices, chain: tuple[Path, ...]) -> None:
    first, second, _ = chain
    waiting = _waiting(take_in(offices.finance, second))
    assert (waiting.held.sequence, waiting.missing, waiting.due, waiting.already) == (2, (1,), False, False)
    assert inbox(offices.finance) == ()
    offices.reopen()
    (kept,) = waiting_packages(offices.finance)
    assert kept.held == waiting.held
    assert _waiting(take_in(offices.finance, second)).already
    taken = take_in(offices.finance, first)
    assert len(taken.followers) == 1
    assert (_numbers(offices), waiting_packages(offices.finance)) == ([1, 2], ())
    assert not list((offices.finance.folder / "held").iterdir())


def test_a_chain_that_arrives_backwards_is_taken_in_forwards(offices: Offices, chain: tuple[Path, ...]) -> None:
    for path in reversed(chain[1:]):
        _waiting(take_in(offices.finance, path))
    assert len(take_in(offices.finance, chain[0]).followers) == 2
    assert _numbers(offices) == [1, 2, 3]


def test_the_time_of_first_arrival_counts_though_it_waited(offices: Offices, chain: tuple[Path, ...]) -> None:
    first, second, _ = chain
    arrived = _waiting(take_in(offices.finance, second)).held.arrived_at
    offices.clock.at = offices.clock.at.replace(day=28)
    taken = take_in(offices.finance, first)
    follower = taken.followers[0]
    assert isinstance(follower, Received)
    assert follower.submission.first_seen_at == arrived < _received(taken).submission.first_seen_at


def test_somebody_may_take_it_in_for_a_reason_that_is_kept(offices: Offices, chain: tuple[Path, ...]) -> None:
    first, second, _ = chain
    held = _waiting(take_in(offices.finance, second)).held
    with pytest.raises(Refusal) as raised:
        take_in_waiting(offices.finance, held.package_id)
    assert raised.value.code == "waiting.no_reason"
    taken = take_in_waiting(offices.finance, held.package_id, reason="Gói đầu thất lạc, đơn vị xác nhận")
    assert [each.code for each in _received(taken).notices] == ["notice.numbers_missing", "notice.supersedes_unknown"]
    assert waiting_packages(offices.finance) == ()
    with offices.finance.store.begin() as work:
        (act,) = [each for each in work.audit.all() if each.action == "package.not_awaited"]
    assert act.detail["reason"] == "Gói đầu thất lạc, đơn vị xác nhận"
    refused = _refused(offices, first)
    assert (refused.code, refused.params["last"]) == ("package.stale", 2)


def test_what_waits_can_be_deleted_and_may_come_again(offices: Offices, chain: tuple[Path, ...]) -> None:
    second = chain[1]
    held = _waiting(take_in(offices.finance, second)).held
    with pytest.raises(Refusal):
        drop_waiting(offices.finance, held.package_id, "")
    drop_waiting(offices.finance, held.package_id, "Đơn vị báo gửi nhầm")
    assert waiting_packages(offices.finance) == ()
    assert not list((offices.finance.folder / "held").iterdir())
    assert not _waiting(take_in(offices.finance, second)).already
    for act in (drop_waiting, take_in_waiting):
        with pytest.raises(Refusal) as raised:
            act(offices.finance, "khong-co", "x")
        assert raised.value.code == "waiting.not_here"


def test_a_follower_that_is_refused_waits_on_and_says_why(offices: Offices, chain: tuple[Path, ...]) -> None:
    first = chain[0]
    earlier = _id(offices, first)
    spoiled = offices.send((OTHER,), sequence=2, supersedes=earlier, change=_another_total, remember=False)
    _waiting(take_in(offices.finance, spoiled))
    taken = take_in(offices.finance, first)
    assert taken.stuck is not None
    assert (taken.stuck.code, taken.followers) == ("package.document_invalid", ())
    (waiting,) = waiting_packages(offices.finance)
    assert waiting.due


def _another_total(document: SubmissionDocument) -> SubmissionDocument:
    return msgspec.structs.replace(document, total=document.total + 1)


# A number before the last that was never taken in.


def test_a_missing_number_takes_its_place_when_it_comes(offices: Offices, chain: tuple[Path, ...]) -> None:
    late = chain[0]
    got = _received(take_in(offices.finance, offices.send((OTHER,), sequence=3)))
    assert got.missing == (1, 2)
    assert _received(take_in(offices.finance, late)).missing == ()
    notices = {each.submission.sequence: each.notices for each in inbox(offices.finance)}
    with offices.finance.store.begin() as work:
        assert work.packages.last_sequence("TTYT-AN-DUONG", "nop", Direction.RECEIVED) == 3
    assert [each.params["numbers"] for each in notices[3]] == ["2"]


def test_an_earlier_number_that_a_later_one_stands_for_is_stale(offices: Offices, chain: tuple[Path, ...]) -> None:
    held = _waiting(take_in(offices.finance, chain[2])).held
    take_in_waiting(offices.finance, held.package_id, reason="Không chờ")
    for path in chain[:2]:
        assert _refused(offices, path).code == "package.stale"


def test_a_package_of_its_own_between_two_of_a_chain_takes_its_place(offices: Offices, chain: tuple[Path, ...]) -> None:
    first = chain[0]
    between = offices.send((OTHER,), sequence=2, remember=False)
    third = offices.send((VOLUNTEER,), supersedes=_id(offices, first), remember=False)
    take_in(offices.finance, first)
    assert _received(take_in(offices.finance, third)).missing == (2,)
    assert not _received(take_in(offices.finance, between)).already
    assert _numbers(offices) == [1, 3, 2]


def test_an_earlier_number_that_continues_what_is_not_here_waits_too(offices: Offices, chain: tuple[Path, ...]) -> None:
    first, second, _ = chain
    other_round = offices.send((VOLUNTEER,), sequence=3, remember=False)
    _received(take_in(offices.finance, other_round))
    assert _waiting(take_in(offices.finance, second)).missing == (1,)
    assert len(take_in(offices.finance, first).followers) == 1
    assert _numbers(offices) == [3, 1, 2]


# The unit's side obeys the same rule.


def _answers(offices: Offices) -> list[Path]:
    """Let Sở Tài chính answer two people in two packages."""
    submission = _received(take_in(offices.finance, offices.send((PERSON, OTHER)))).submission
    seen = read_received(offices.finance, submission.id)
    paths = []
    for each in seen.document.people:
        decide(offices.finance, seen, each.record.id, Outcome.RETURNED, reasons=(Reason("Thiếu giấy tờ"),))
        paths.append(export_decision(offices.finance, seen, offices.stick, PASSPHRASE, plain=True).path)
    return paths


def test_decisions_may_arrive_in_any_order_and_each_once(offices: Offices) -> None:
    first, second = _answers(offices)
    for path in (second, first):
        take_in(offices.unit, path)
    before = everything_in(offices.unit)
    take_in(offices.unit, first)
    assert everything_in(offices.unit) == before


def test_a_decision_under_a_known_number_raises_an_alarm_at_the_unit(offices: Offices) -> None:
    first, second = _answers(offices)
    take_in(offices.unit, first)
    other = read_package(second, trust_of(offices.unit), now=offices.clock())
    forged = replace(other, envelope=replace(other.envelope, sequence=1))
    before = [own.state for own in _people(offices)]
    with pytest.raises(Refusal) as raised:
        take_in_decision(offices.unit, forged)
    assert raised.value.code == "package.replay_differs"
    assert [(each.kind, each.sequence) for each in alarms(offices.unit)] == [("tra", 1)]
    assert [own.state for own in _people(offices)] == before


def _people(offices: Offices) -> tuple[Dossier, ...]:
    of_round = current_round(offices.unit)
    assert of_round is not None
    return read_round(offices.unit, of_round.id).dossiers


def test_a_kind_that_does_not_come_to_this_desk_is_refused(offices: Offices) -> None:
    assert _refused(offices, offices.send(kind=PackageKind.DIFFICULTY, remember=False)).code == "package.wrong_kind"


def test_an_office_that_takes_no_packages_in_says_so(offices: Offices, chain: tuple[Path, ...]) -> None:
    identity = replace(offices.finance.identity, mode=Mode.HOME_AFFAIRS)
    with pytest.raises(Refusal) as raised:
        take_in(replace(offices.finance, identity=identity), chain[0])
    assert raised.value.code == "receive.not_here"

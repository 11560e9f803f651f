"""A submission in several parts: they wait for each other, come in as one, and no stranger gets among them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Direction, Unit
from desktop.services.arrivals.drafts_here import drop_draft, received_drafts
from desktop.services.arrivals.held_files import held_path
from desktop.services.arrivals.receive_draft import DraftReceived
from desktop.services.arrivals.receive_package import Received, receive_submission, verify_package
from desktop.services.arrivals.take_in import Accepted, PartHere, take_in, take_in_waiting
from desktop.services.arrivals.waiting_packages import WaitingPackage, drop_waiting, waiting_packages
from desktop.services.arrivals.watch_arrivals import alarms
from desktop.services.keys.signing_state import open_signer
from desktop.services.office import Identity, Mode, Office, create_office
from desktop.services.sending import export_submission as sending
from desktop.services.sending.exchange_settings import ExchangeSettings, change_settings, exchange_settings
from desktop.services.sending.export_submission import export_submission
from desktop.services.sending.sealing import open_copy, seal_for, write_addressed
from tests.services.mail import small_document, write_submission
from tests.services.offices import FINANCE, FINANCE_PASSPHRASE, UNIT_PASSPHRASE, Desks, copied, enrol_unit, open_desks
from tests.services.seen import everything_in
from tests.services.sets import by_email, forge, large_contents, write_in_parts

NEW_ID = "8a1c3f40-5d5e-4b6f-9c7d-0123456789ab"


@pytest.fixture(scope="module")
def packed_folder(mended_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three parts, encrypted, lie on the memory stick."""
    folder = tmp_path_factory.mktemp("packed") / "desks"
    shutil.copytree(mended_folder, folder)
    desks = open_desks(folder)
    try:
        write_in_parts(desks)
    finally:
        desks.close()
    return folder


@pytest.fixture
def packed(packed_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    with copied(packed_folder, tmp_path / "desks") as desks:
        yield desks


def part(desks: Desks, number: int) -> Path:
    (found,) = desks.mail.glob(f"nop-*.p{number}-of-3.asice.age")
    return found


def take(desks: Desks, path: Path) -> Accepted | WaitingPackage | PartHere:
    return take_in(desks.finance, path, FINANCE_PASSPHRASE).outcome


def held(desks: Desks, path: Path) -> WaitingPackage:
    got = take(desks, path)
    assert isinstance(got, WaitingPackage)
    return got


def taken(desks: Desks, path: Path) -> Received:
    got = take(desks, path)
    assert isinstance(got, Received)
    return got


def refused(desks: Desks, path: Path) -> str:
    """Return the code; nothing but the log may have changed."""
    before = _but_the_log(desks)
    with pytest.raises(Refusal) as refusal:
        take(desks, path)
    assert _but_the_log(desks) == before
    return refusal.value.code


def _but_the_log(desks: Desks) -> object:
    seen = everything_in(desks.finance)
    rows = {name: kept for name, kept in seen["rows"].items() if not name.startswith(("audit_", "arrival_alarms"))}
    return rows, seen["blobs"], sorted((desks.finance.folder / "held").glob("*"))


def plain_parts(desks: Desks) -> list[Path]:
    """Open the parts on the stick as their sender can."""
    paths = [open_copy(desks.unit, part(desks, number), UNIT_PASSPHRASE, desks.mail) for number in (1, 2, 3)]
    assert [each.name for each in paths] == [f"nop-UBH-01-2024-2-001.p{number}-of-3.asice" for number in (1, 2, 3)]
    return paths


@pytest.mark.parametrize("order", [(1, 2, 3), (2, 3, 1), (3, 1, 2)])
def test_parts_come_in_as_one_package_in_any_order(packed: Desks, order: tuple[int, int, int]) -> None:
    first, second, last = order
    got = held(packed, part(packed, first))
    assert (got.held.part, got.held.parts, got.already, got.due) == (first, 3, False, False)
    assert got.missing_parts == tuple(sorted((second, last)))
    packed.clock.pass_days(1)
    assert held(packed, part(packed, second)).missing_parts == (last,)
    (waiting,) = waiting_packages(packed.finance)
    assert (waiting.held.sequence, waiting.missing_parts, waiting.held.issuer) == (1, (last,), "UBH-01")
    with packed.finance.store.begin() as work:
        assert work.submissions.all() == ()
    got_all = taken(packed, part(packed, last))
    assert (got_all.already, got_all.submission.people) == (False, 1)
    assert got_all.submission.file_name == part(packed, 1).name
    assert got_all.submission.first_seen_at == packed.finance.stamp()
    assert waiting_packages(packed.finance) == ()
    assert not list((packed.finance.folder / "held").iterdir())
    assert not list((packed.finance.folder / "private").iterdir())
    with packed.finance.store.begin() as work:
        entries = work.packages.of_issuer("UBH-01")
    assert [(each.sequence, each.direction) for each in entries] == [(1, Direction.RECEIVED)] * 3
    before = everything_in(packed.finance)
    assert take(packed, part(packed, last)) == PartHere("Ủy ban nhân dân huyện", 1, last, 3)
    assert everything_in(packed.finance) == before


def test_what_waits_lies_as_it_came(packed: Desks) -> None:
    held(packed, part(packed, 2))
    with packed.finance.store.begin() as work:
        (row,) = work.held.all()
    assert held_path(packed.finance, row).read_bytes() == part(packed, 2).read_bytes()
    before = everything_in(packed.finance)
    assert held(packed, part(packed, 2)).already
    assert everything_in(packed.finance) == before


def test_a_part_alone_is_looked_at_but_not_taken_for_a_package(packed: Desks) -> None:
    with pytest.raises(Refusal) as refusal:
        receive_submission(packed.finance, part(packed, 1), FINANCE_PASSPHRASE)
    assert refusal.value.code == "package.part_alone"
    looked = verify_package(packed.finance, part(packed, 2), FINANCE_PASSPHRASE).envelope.part
    assert looked is not None
    assert (looked.n, looked.of) == (2, 3)
    assert waiting_packages(packed.finance) == ()


def test_a_changed_byte_in_a_part_is_refused(packed: Desks) -> None:
    held(packed, part(packed, 1))
    content = bytearray(part(packed, 2).read_bytes())
    content[len(content) // 2] ^= 1
    part(packed, 2).write_bytes(content)
    assert refused(packed, part(packed, 2)) == "package.decrypt_failed"
    assert waiting_packages(packed.finance)[0].missing_parts == (2, 3)


def test_a_part_of_another_set_is_refused_with_an_alarm(packed: Desks) -> None:
    """The unit packs the same number once more: the parts look alike, but one set stays one."""
    held(packed, part(packed, 1))
    again = packed.mail / "again"
    again.mkdir()
    for number in (1, 2, 3):
        part(packed, number).rename(again / f"p{number}.asice.age")
    write_in_parts(packed)
    assert refused(packed, part(packed, 2)) == "package.part_differs"
    assert len(alarms(packed.finance)) == 1
    held(packed, again / "p2.asice.age")
    assert isinstance(taken(packed, again / "p3.asice.age"), Received)
    assert refused(packed, part(packed, 2)) == "package.part_differs"


@pytest.mark.parametrize("change", [{"of": 4}, {"set_sha256": "0" * 64}, {"n": 3}, {}])
def test_a_part_that_its_own_unit_signed_anew_is_refused(packed: Desks, change: dict[str, object]) -> None:
    paths = plain_parts(packed)
    held(packed, paths[1] if not change else paths[2])
    forge(paths[1], packed.unit, lambda e: e.update(package_id=NEW_ID, part=e["part"] | change))
    assert refused(packed, paths[1]) == "package.part_differs"
    assert len(alarms(packed.finance)) == 1


def test_the_same_set_from_another_unit_is_another_set(packed: Desks) -> None:
    """Whoever knows the id of a set can neither complete it nor stand in its way."""
    paths = plain_parts(packed)
    held(packed, paths[0])
    held(packed, paths[2])
    stranger = _another_unit(packed)
    theirs = packed.mail / "theirs.asice"
    shutil.copy(paths[1], theirs)
    forge(theirs, stranger, lambda e: e.update(package_id=NEW_ID, issuer=e["issuer"] | {"unit_code": "SO-NN"}))
    stranger.close()
    assert held(packed, theirs).missing_parts == (1, 3)
    assert [(each.held.issuer, each.missing_parts) for each in waiting_packages(packed.finance)] == [
        ("SO-NN", (1, 3)),
        ("UBH-01", (2,)),
    ]
    assert taken(packed, paths[1]).submission.unit.code == "UBH-01"
    assert [each.held.issuer for each in waiting_packages(packed.finance)] == ["SO-NN"]


def _another_unit(desks: Desks) -> Office:
    identity = Identity(Mode.UNIT, Unit("SO-NN", "Sở Nông nghiệp"), "Lê Thị Khác", "Đỗ Văn Khác")
    office = create_office(desks.mail.parent / "another", identity, now=desks.clock)
    enrol_unit(office, desks.finance, desks.mail)
    return office


def test_a_parent_unit_says_at_the_first_part_that_it_takes_whole_packages_only(packed: Desks) -> None:
    """It sends them on inside its own, as they came."""
    parent = _another_unit(packed)
    first = write_in_parts(packed, recipient="SO-NN").path
    with pytest.raises(Refusal, match=r"subordinate\.in_parts"):
        take_in(parent, first)
    assert waiting_packages(parent) == ()
    parent.close()


def test_a_part_damaged_while_it_waited_is_received_again(packed: Desks) -> None:
    held(packed, part(packed, 1))
    held(packed, part(packed, 2))
    with packed.finance.store.begin() as work:
        kept = held_path(packed.finance, work.held.all()[0])
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(Refusal) as refusal:
        take(packed, part(packed, 3))
    assert (refusal.value.code, refusal.value.params["file"]) == ("package.decrypt_failed", part(packed, 1).name)
    (waiting,) = waiting_packages(packed.finance)
    assert (waiting.missing_parts, waiting.due) == ((), True)
    assert taken(packed, part(packed, 1)).submission.people == 1


def test_a_set_that_could_not_be_taken_in_is_tried_again(packed: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    held(packed, part(packed, 1))
    held(packed, part(packed, 3))
    with monkeypatch.context() as patch:
        patch.setattr("desktop.services.arrivals.receive_package.keep_packs", _full)
        with pytest.raises(Refusal, match=r"store\.disk_full"):
            take(packed, part(packed, 2))
    with packed.finance.store.begin() as work:
        assert work.submissions.all() == ()
        assert len(work.held.all()) == 3
    (waiting,) = waiting_packages(packed.finance)
    got = take_in_waiting(packed.finance, waiting.held.package_id, FINANCE_PASSPHRASE).outcome
    assert isinstance(got, Received)
    assert got.submission.people == 1


def _full(*_: object) -> None:
    raise Refusal("store.disk_full", path="x")


def test_parts_that_continue_what_is_not_here_wait_for_it(packed: Desks) -> None:
    """The set is complete, but the package before it is not here; with that one both come in."""
    with packed.unit.store.begin() as work:
        assert work.packages.last_sequence("UBH-01", "nop", Direction.SENT) == 0
    for number in (1, 2, 3):
        part(packed, number).unlink()
    first = write_submission(packed, small_document(packed), sequence=1, package_id=NEW_ID)
    write_in_parts(packed, sequence=2, supersedes=NEW_ID)
    for number in (3, 1, 2):
        got = held(packed, _second(packed, number))
    assert (got.missing_parts, got.missing, got.due) == ((), (1,), False)
    came = take_in(packed.finance, first, FINANCE_PASSPHRASE)
    assert [each.submission.sequence for each in (came.outcome, *came.followers) if isinstance(each, Received)] == [
        1,
        2,
    ]
    assert came.stuck is None
    assert waiting_packages(packed.finance) == ()
    assert not list((packed.finance.folder / "held").iterdir())


def _second(desks: Desks, number: int) -> Path:
    return desks.mail / f"nop-UBH-01-2024-2-002.p{number}-of-3.asice.age"


def test_a_draft_in_parts_can_be_deleted_and_come_again(packed: Desks) -> None:
    parts = [each.path for each in write_in_parts(packed, draft=True).parts]
    for _ in range(2):
        assert [held(packed, path).missing_parts for path in parts[:2]] == [(2, 3), (3,)]
        assert isinstance(take(packed, parts[2]), DraftReceived)
        assert isinstance(take(packed, parts[0]), PartHere)
        (draft,) = received_drafts(packed.finance)
        drop_draft(packed.finance, draft.id)
    assert waiting_packages(packed.finance) == ()
    assert not list((packed.finance.folder / "held").iterdir())


def test_a_set_that_waits_is_dropped(packed: Desks) -> None:
    held(packed, part(packed, 1))
    held(packed, part(packed, 3))
    (waiting,) = waiting_packages(packed.finance)
    drop_waiting(packed.finance, waiting.held.package_id, "Đơn vị gửi nhầm")
    assert waiting_packages(packed.finance) == ()
    assert not list((packed.finance.folder / "held").iterdir())
    with packed.finance.store.begin() as work:
        last = work.audit.all()[-1]
    assert (last.action, last.detail["pieces"], last.detail["reason"]) == ("package.dropped", 2, "Đơn vị gửi nhầm")
    assert held(packed, part(packed, 1)).missing_parts == (2, 3)


def test_a_large_round_goes_in_parts_all_remembered_or_none(ready: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    by_email(ready.unit, 2)
    before, files = everything_in(ready.unit), sorted(ready.mail.iterdir())
    with monkeypatch.context() as patch:
        patch.setattr(sending, "keep_packs", _full)
        with pytest.raises(Refusal, match=r"store\.disk_full"):
            export_submission(ready.unit, ready.round.id, ready.mail, UNIT_PASSPHRASE, recipient=FINANCE.unit.code)
    assert sorted(ready.mail.iterdir()) == files
    assert everything_in(ready.unit)["rows"] == before["rows"]
    sent = export_submission(ready.unit, ready.round.id, ready.mail, UNIT_PASSPHRASE, recipient=FINANCE.unit.code)
    names = [f"nop-UBH-01-2024-2-001.p{number}-of-2.asice.age" for number in (1, 2)]
    assert [each.path.name for each in sent.package.parts] == names
    assert all(each.path.stat().st_size <= 2_000_000 for each in sent.package.parts)
    with ready.unit.store.begin() as work:
        assert sorted(each.file_name for each in work.packages.of_issuer("UBH-01")) == names
        assert work.submissions.need(sent.package.package_id).digest == sent.package.digest
    assert held(ready, sent.package.parts[1].path).missing_parts == (1,)
    got = taken(ready, sent.package.parts[0].path)
    assert (got.submission.people, got.submission.id) == (60, sent.package.package_id)
    with ready.finance.store.begin() as work:
        assert len(work.attachments.all()) == 5


def test_no_part_is_written_over_a_file(packed: Desks) -> None:
    for number in (1, 2):
        part(packed, number).unlink()
    kept = part(packed, 3).read_bytes()
    by_email(packed.unit, 1)
    contents, signer = large_contents(packed), open_signer(packed.unit, UNIT_PASSPHRASE)
    seal = seal_for(packed.unit, UNIT_PASSPHRASE, contents, plain=False)
    with pytest.raises(Refusal) as refusal:
        write_addressed(packed.unit, packed.mail, contents, signer, seal)
    assert (refusal.value.code, refusal.value.params["file"]) == ("submission.file_exists", part(packed, 3).name)
    assert [each.name for each in packed.mail.glob("nop-*")] == [part(packed, 3).name]
    assert part(packed, 3).read_bytes() == kept


def test_a_package_that_is_not_encrypted_is_refused_where_that_is_chosen(packed: Desks) -> None:
    path = plain_parts(packed)[0]
    change_settings(packed.finance, ExchangeSettings(refuse_plain=True))
    assert refused(packed, path) == "package.plain_refused"
    assert held(packed, part(packed, 1)).missing_parts == (2, 3)
    change_settings(packed.finance, ExchangeSettings())
    assert held(packed, path).already


@pytest.mark.parametrize("limit", [0, 3901, -5])
def test_a_limit_that_cannot_be_is_refused(packed: Desks, limit: int) -> None:
    with pytest.raises(Refusal, match=r"settings\.limit_out_of_range"):
        by_email(packed.finance, limit)
    assert exchange_settings(packed.finance) == ExchangeSettings()

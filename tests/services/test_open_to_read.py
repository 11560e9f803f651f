"""A package of years ago, opened again to read: what it says, who signed it, and that nothing changes by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Outcome
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.make_receipts import make_receipts
from desktop.services.arrivals.open_to_read import OpenedToRead, open_to_read
from desktop.services.keys.certificates import renew_trust
from desktop.services.keys.own_fingerprint import own_fingerprint
from desktop.services.keys.trust_files import install_trust
from desktop.services.office import Office
from tests.services.mail import send
from tests.services.offices import FINANCE_PASSPHRASE, ROOT_PASSPHRASE, UNIT_PASSPHRASE, Desks, copied
from tests.services.seen import everything_in
from tests.services.sets import write_in_parts

_THREE_YEARS = 3 * 365


@pytest.fixture
def answered(answered_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    """The unit knows what was decided."""
    with copied(answered_folder, tmp_path / "desks") as desks:
        yield desks


@pytest.fixture
def package(ready: Desks) -> Path:
    """The encrypted package of the unit, on the memory stick."""
    return send(ready, plain=False).package.path


def _private(office: Office) -> list[Path]:
    folder = office.folder / "private"
    return [each for each in folder.rglob("*") if each.is_file()] if folder.exists() else []


def _close(opened: OpenedToRead, office: Office) -> None:
    assert _private(office)
    opened.close()
    assert not _private(office)


def _refused(office: Office, path: Path, passphrase: str = UNIT_PASSPHRASE) -> str:
    before = everything_in(office)
    with pytest.raises(Refusal) as refusal:
        open_to_read(office, path, passphrase)
    assert everything_in(office) == before
    assert not _private(office)
    return refusal.value.code


def _years_later(desks: Desks) -> None:
    """Let certificates end, while Sở Tài chính goes on publishing what is trusted."""
    desks.clock.pass_days(_THREE_YEARS)
    install_trust(desks.unit, renew_trust(desks.finance, ROOT_PASSPHRASE, desks.mail).path)


def test_what_was_sent_is_read_again_and_nothing_changes(ready: Desks, package: Path, tmp_path: Path) -> None:
    office = ready.unit
    before = everything_in(office)
    told: list[tuple[int, int]] = []
    opened = open_to_read(office, package, UNIT_PASSPHRASE, progress=lambda done, total: told.append((done, total)))
    seen = opened.seen
    with office.store.begin() as work:
        (sent,) = work.submissions.all()
    assert (seen.kind, seen.number, seen.digest, seen.total) == (PackageKind.SUBMISSION, 1, sent.digest, sent.total)
    assert (seen.recipient_code, seen.recipient, seen.sealed) == ("STC-HP", "Sở Tài chính", True)
    assert (seen.round_name, seen.responsible) == (ready.round.name, "Nguyễn Văn Chủ")
    assert len(seen.people) == sent.people
    assert sum(each.amount or 0 for each in seen.people) == sent.total
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] >= told[-1][1] * 0.99
    scan = seen.files[0]
    assert scan.pages > 0
    target = tmp_path / "scan.pdf"
    opened.save(scan, target)
    assert target.read_bytes() == office.store.blobs.path(scan.sha256).read_bytes()
    assert opened.page_source(scan).read_bytes() == target.read_bytes()
    assert opened.page_source(scan) == opened.page_source(scan)
    _close(opened, office)
    assert everything_in(office) == before


def test_what_was_decrypted_is_gone_when_nobody_holds_it(ready: Desks, package: Path) -> None:
    opened = open_to_read(ready.unit, package, UNIT_PASSPHRASE)
    assert _private(ready.unit)
    del opened
    assert not _private(ready.unit)


def test_the_chain_leads_to_the_root_that_was_compared(ready: Desks, package: Path) -> None:
    opened = open_to_read(ready.unit, package, UNIT_PASSPHRASE)
    signature = opened.seen.signature
    own, root = signature.chain
    assert (signature.unit_code, signature.name, signature.listed) == ("UBH-01", "Ủy ban nhân dân huyện", False)
    assert own.fingerprint == own_fingerprint(ready.unit)
    assert root.name == "Gốc tin cậy Hải Phòng"
    assert own.starts < signature.at < own.ends
    opened.close()


def test_three_years_later_it_is_read_as_on_the_day_it_was_sent(ready: Desks, package: Path) -> None:
    _years_later(ready)
    opened = open_to_read(ready.unit, package, UNIT_PASSPHRASE)
    assert opened.seen.signature.chain[0].ends < ready.clock.moment
    assert not opened.seen.signature.lapsed
    opened.close()


def test_of_one_that_no_register_knows_it_is_told_that_its_certificate_ended(ready: Desks) -> None:
    parts = [each.path for each in write_in_parts(ready).parts]
    _years_later(ready)
    opened = open_to_read(ready.unit, parts[0], UNIT_PASSPHRASE)
    assert opened.seen.signature.lapsed
    opened.close()


def test_a_decision_names_those_whom_this_office_knows(answered: Desks) -> None:
    (path,) = answered.mail.glob("tra-*")
    with answered.unit.store.begin() as work:
        (sent,) = work.submissions.all()
        names = {each.full_name for each in work.submissions.dossiers(sent.id)}
    opened = open_to_read(answered.unit, path, UNIT_PASSPHRASE)
    people = opened.seen.people
    assert opened.seen.kind is PackageKind.DECISION
    assert {each.outcome for each in people} == set(Outcome)
    assert {each.name for each in people} <= names
    assert all((each.amount is None) == (each.outcome in {Outcome.RETURNED, Outcome.REJECTED}) for each in people)
    assert all(each.reasons for each in people if each.outcome is not Outcome.APPROVED)
    opened.close()


def test_what_is_wrong_or_damaged_is_refused(ready: Desks, package: Path) -> None:
    unit = ready.unit
    assert _refused(unit, package, "sai") == "key.wrong_passphrase"
    assert _refused(unit, package.with_name("khong-co.asice")) == "package.not_found"
    content = bytearray(package.read_bytes())
    content[len(content) // 2] ^= 1
    package.write_bytes(content)
    assert _refused(unit, package) == "package.decrypt_failed"
    other = package.with_name("thu.asice")
    other.write_bytes(b"khong phai goi")
    assert _refused(unit, other) == "package.not_a_package"


def test_it_can_be_stopped(ready: Desks, package: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        open_to_read(ready.unit, package, UNIT_PASSPHRASE, cancelled=lambda: True)
    assert refusal.value.code == "package.cancelled"
    assert not _private(ready.unit)


def test_parts_are_read_together_and_not_alone(ready: Desks) -> None:
    parts = [each.path for each in write_in_parts(ready).parts]
    opened = open_to_read(ready.unit, parts[1], UNIT_PASSPHRASE)
    assert (opened.seen.parts, len(opened.seen.people), len(opened.seen.files)) == (3, 1, 3)
    _close(opened, ready.unit)
    parts[2].unlink()
    assert _refused(ready.unit, parts[1]) == "package.parts_missing"
    parts[0].unlink()
    assert _refused(ready.unit, parts[1]) == "package.parts_missing"


def test_a_receipt_names_who_was_received(received: Desks) -> None:
    with received.finance.store.begin() as work:
        (submission,) = work.submissions.all()
    always = {"report": lambda *_: None, "cancelled": lambda: False}
    make_receipts(received.finance, (submission.id,), received.mail, FINANCE_PASSPHRASE, **always)
    (path,) = (each for each in received.mail.glob("nhan-*") if "chia-se" not in each.name)
    for office, passphrase in ((received.finance, FINANCE_PASSPHRASE), (received.unit, UNIT_PASSPHRASE)):
        opened = open_to_read(office, path, passphrase)
        seen = opened.seen
        assert (seen.kind, seen.total, len(seen.people)) == (PackageKind.RECEIPT, submission.total, submission.people)
        assert seen.signature.unit_code == "STC-HP"
        opened.close()


def test_what_the_root_signed_is_shown_with_the_root_alone(ready: Desks) -> None:
    path = max(ready.mail.glob("tincay-*"))
    opened = open_to_read(ready.unit, path, "")
    seen = opened.seen
    assert (seen.kind, seen.recipient_code, seen.people, seen.total) == (PackageKind.TRUST, "", (), None)
    assert [each.name for each in seen.signature.chain] == ["Gốc tin cậy Hải Phòng"]
    opened.close()

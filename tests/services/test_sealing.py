"""Packages that only their recipient reads: the loop, what is refused, and offices from before there were keys."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyrage
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Unit
from desktop.exchange.kinds import Role
from desktop.exchange.signing.encryption_key import load_encryption_key
from desktop.exchange.trust import authority
from desktop.services.arrivals.receive_package import receive_submission, verify_package
from desktop.services.keys import enrolment, trust_files
from desktop.services.office import Office, create_office, open_office
from desktop.services.sending import sealing
from tests.services.mail import send
from tests.services.offices import (
    FINANCE_PASSPHRASE,
    ROOT_PASSPHRASE,
    UNIT,
    UNIT_PASSPHRASE,
    Desks,
)


@pytest.fixture
def package(ready: Desks) -> Path:
    """The encrypted package of the unit, on the memory stick."""
    return send(ready, plain=False).package.path


def _refused(office: Office, path: Path, passphrase: str = FINANCE_PASSPHRASE) -> str:
    with pytest.raises(Refusal) as refusal:
        receive_submission(office, path, passphrase)
    with office.store.begin() as work:
        assert work.submissions.all() == ()
    _nothing_plain(office)
    return refusal.value.code


def _nothing_plain(office: Office) -> None:
    private = office.folder / "private"
    assert not private.exists() or not list(private.iterdir())


def _recipient(office: Office, passphrase: str) -> pyrage.x25519.Recipient:
    key = load_encryption_key(office.folder / "keys" / "encryption-key.pem", passphrase)
    return pyrage.x25519.Recipient.from_str(key.recipient)


def test_a_sealed_package_is_taken_in_once(ready: Desks, package: Path) -> None:
    assert package.name == "nop-UBH-01-2024-2-001.asice.age"
    assert not list(ready.mail.glob("*.part")) + list(ready.mail.glob("nop-*.asice"))
    _nothing_plain(ready.unit)
    assert _refused(ready.finance, package, "") == "key.passphrase_missing"
    assert _refused(ready.finance, package, "sai") == "key.wrong_passphrase"
    seen: list[tuple[int, int]] = []
    got = receive_submission(
        ready.finance, package, FINANCE_PASSPHRASE, progress=lambda done, total: seen.append((done, total))
    )
    assert (got.already, got.submission.file_name) == (False, package.name)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    _nothing_plain(ready.finance)
    assert receive_submission(ready.finance, package, FINANCE_PASSPHRASE).already
    copy = sealing.open_copy(ready.unit, package, UNIT_PASSPHRASE, ready.mail)
    assert copy.name == "nop-UBH-01-2024-2-001.asice"
    assert receive_submission(ready.finance, copy).already
    with pytest.raises(Refusal) as refusal:
        sealing.open_copy(ready.unit, package, UNIT_PASSPHRASE, ready.mail)
    assert refusal.value.code == "submission.file_exists"


def test_what_came_damaged_is_refused(ready: Desks, package: Path) -> None:
    content = bytearray(package.read_bytes())
    content[len(content) // 2] ^= 1
    package.write_bytes(content)
    assert _refused(ready.finance, package) == "package.decrypt_failed"


def test_what_another_office_cannot_decrypt_or_was_forwarded_to_it_is_not_for_it(
    ready: Desks, package: Path, tmp_path: Path
) -> None:
    other = _another_finance(ready, tmp_path)
    assert _refused(other, package, "mat-khau-khac") == "package.not_for_us"
    plain = sealing.open_copy(ready.finance, package, FINANCE_PASSPHRASE, tmp_path)
    forwarded = tmp_path / "chuyen-tiep.asice.age"
    forwarded.write_bytes(pyrage.encrypt(plain.read_bytes(), [_recipient(other, "mat-khau-khac")]))
    assert _refused(other, forwarded, "mat-khau-khac") == "package.not_for_us"
    with pytest.raises(Refusal) as refusal:
        verify_package(other, forwarded, "mat-khau-khac")
    assert (refusal.value.code, refusal.value.params["recipient"]) == ("package.not_for_us", "STC-HP")
    with pytest.raises(Refusal):
        sealing.open_copy(other, forwarded, "mat-khau-khac", tmp_path / "other")
    other.close()


def _another_finance(desks: Desks, folder: Path) -> Office:
    """Return an office that trusts the same root, with a key of its own."""
    identity = replace(desks.finance.identity, unit=Unit("STC-KHAC", "Sở Tài chính khác"))
    other = create_office(folder / "other", identity, now=desks.clock)
    enrolment.create_signing_key(other, "mat-khau-khac")
    shutil.copytree(desks.finance.folder / "trust", other.folder / "trust")
    return other


def test_the_sender_verifies_what_it_sent(ready: Desks, package: Path) -> None:
    assert verify_package(ready.unit, package, UNIT_PASSPHRASE).envelope.issuer.unit_code == UNIT.unit.code


def test_a_failure_after_writing_leaves_nothing(ready: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: Any) -> None:
        raise OSError

    monkeypatch.setattr("desktop.services.sending.export_submission._remember", fail)
    with pytest.raises(OSError, match=r"^$"):
        send(ready, plain=False)
    assert not list(ready.mail.glob("nop-*"))
    _nothing_plain(ready.unit)


def _forget_keys(desks: Desks) -> None:
    """Let the trust pack be one of a program that knew nothing of encryption."""
    grants = tuple(replace(each, age_recipient=None) for each in trust_files.trust_of(desks.finance).grants)
    root = authority.open_root(desks.finance.folder / "authority", ROOT_PASSPHRASE)
    old = desks.mail / "tincay-cu.asice"
    authority.publish_trust(
        root,
        old,
        grants,
        version=9,
        issuer_unit="STC-HP",
        now=desks.clock(),
        next_update=desks.clock().replace(year=2026),
        app_version="0.1.0",
    )
    for office in (desks.unit, desks.finance):
        trust_files.install_trust(office, old)
        (office.folder / "keys" / "encryption-key.pem").unlink()


def test_offices_from_before_go_on_in_plain_until_they_enrol_anew(ready: Desks) -> None:
    _forget_keys(ready)
    sent = send(ready, plain=False).package
    assert (sent.sealed, sent.path.suffix) == (False, ".asice")
    assert not receive_submission(ready.finance, sent.path).already
    request = enrolment.request_certificate(ready.finance, FINANCE_PASSPHRASE, ready.finance.folder)
    fingerprint = enrolment.read_request(ready.finance, request.path).fingerprint
    roles = (Role.APPRAISE, Role.PUBLISH_POLICY)
    pack = enrolment.issue(ready.finance, ROOT_PASSPHRASE, request.path, roles, ready.mail, fingerprint=fingerprint)
    trust_files.install_trust(ready.unit, pack.path)
    trust = trust_files.trust_of(ready.unit)
    assert trust.recipient_of("STC-HP") == str(_recipient(ready.finance, FINANCE_PASSPHRASE))
    assert trust.recipient_of("UBH-01") is None


def test_what_an_ended_program_left_is_swept_by_who_has_the_profile_to_itself(enrolled: Desks) -> None:
    left = enrolled.unit.folder / "private" / "left"
    left.mkdir(parents=True)
    (left / "plain").write_bytes(b"plain")
    open_office(enrolled.unit.folder, now=enrolled.clock).close()
    assert left.exists()  # the program that is open may be at work in it
    enrolled.unit.close()
    open_office(enrolled.unit.folder, now=enrolled.clock).close()
    assert not left.parent.exists()

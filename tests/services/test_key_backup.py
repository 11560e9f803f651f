"""Backups of keys: what a clerk does after a dead PC or a forgotten passphrase, and what is refused on the way."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.domain.rounds import Unit
from desktop.exchange.kinds import Role
from desktop.exchange.signing.key_backup import KeyBackup
from desktop.exchange.spoken.fingerprints import fingerprint_words
from desktop.exchange.spoken.recovery_code import new_recovery_code
from desktop.exchange.trust.memory import RevocationReason
from desktop.services.keys.certificates import revoke
from desktop.services.keys.enrolment import issue, read_request
from desktop.services.keys.key_backup import (
    back_up_keys,
    backup_state,
    identity_in,
    open_backup,
    restore_keys,
    restore_office,
)
from desktop.services.keys.office_keys import encryption_key
from desktop.services.keys.own_fingerprint import own_fingerprint
from desktop.services.keys.replace_key import replace_key
from desktop.services.keys.signing_doctor import diagnose
from desktop.services.keys.signing_state import open_key, open_signer, signing_state
from desktop.services.keys.trust_files import install_trust, trust_of
from desktop.services.office import Identity, Mode, create_office
from desktop.services.rounds.work_to_do import Task, work_to_do
from tests.services.offices import (
    FINANCE_PASSPHRASE,
    ROOT_PASSPHRASE,
    UNIT,
    UNIT_PASSPHRASE,
    Clock,
    Desks,
    copied,
)
from tests.services.seen import everything_in

CODE = " ".join(new_recovery_code())
NEW = "mat-khau-dat-lai"
NEW_ROOT = "mat-khau-goc-dat-lai"


@dataclass(frozen=True)
class Saved:
    """Two backups, made once: deriving a key from a code takes a second each time."""

    unit: Path
    finance: Path
    opened: KeyBackup


@pytest.fixture(scope="module")
def saved(enrolled_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Saved]:
    folder = tmp_path_factory.mktemp("backups")
    with copied(enrolled_folder, folder / "desks") as desks:
        unit = back_up_keys(desks.unit, UNIT_PASSPHRASE, folder, CODE)
        finance = back_up_keys(desks.finance, FINANCE_PASSPHRASE, folder, CODE, root_passphrase=ROOT_PASSPHRASE)
        assert backup_state(desks.unit).current
        assert backup_state(desks.unit).made_at == desks.clock.moment
        yield Saved(unit, finance, open_backup(unit, fold(CODE).upper()))


def test_a_new_pc_signs_and_reads_with_what_the_backup_brought(saved: Saved, enrolled: Desks, tmp_path: Path) -> None:
    assert not backup_state(enrolled.unit).current
    assert work_to_do(enrolled.unit, None)[-1].task is Task.BACK_UP_KEYS
    restored = restore_office(tmp_path / "new", saved.opened, NEW, now=enrolled.clock)
    try:
        assert restored.identity == UNIT
        assert open_signer(restored, NEW).certificate == open_signer(enrolled.unit, UNIT_PASSPHRASE).certificate
        theirs = encryption_key(enrolled.unit, UNIT_PASSPHRASE).recipient
        assert encryption_key(restored, NEW).recipient == theirs == trust_of(restored).recipient_of(UNIT.unit.code)
        assert signing_state(restored) == signing_state(enrolled.unit)
        assert own_fingerprint(restored) == own_fingerprint(enrolled.unit) != ""
        assert [each.code for each in diagnose(restored, NEW)] == ["doctor.well"]
        assert backup_state(restored).current
        assert Task.BACK_UP_KEYS not in {each.task for each in work_to_do(restored, None)}
        with pytest.raises(Refusal, match=r"key.wrong_passphrase"):
            open_key(restored, UNIT_PASSPHRASE)
        modes = {path.name: path.stat().st_mode & 0o777 for path in (restored.folder / "keys").iterdir()}
        assert modes == {"signing-key.pem": 0o600, "encryption-key.pem": 0o600}
    finally:
        restored.close()


def test_a_forgotten_passphrase_is_replaced_where_the_office_is(saved: Saved, enrolled: Desks) -> None:
    aside = restore_keys(enrolled.unit, saved.unit.name, saved.opened, NEW)
    assert aside is not None
    assert {each.name for each in aside.iterdir()} == {"signing-key.pem", "encryption-key.pem"}
    open_signer(enrolled.unit, NEW)
    assert backup_state(enrolled.unit).current


def test_a_backup_of_so_tai_chinh_brings_its_root_back(saved: Saved, tmp_path: Path) -> None:
    backup = open_backup(saved.finance, CODE)
    with pytest.raises(Refusal, match=r"backup.root_passphrase_missing"):
        restore_office(tmp_path / "none", backup, NEW, now=Clock())
    assert not (tmp_path / "none").exists()
    finance = restore_office(tmp_path / "finance", backup, NEW, now=Clock(), root_passphrase=NEW_ROOT)
    try:
        mail = tmp_path / "mail"
        mail.mkdir()
        revoked = revoke(finance, NEW_ROOT, UNIT.unit.code, RevocationReason.SUPERSEDED, mail)
        assert revoked.path.exists()
    finally:
        finance.close()


def test_age_itself_opens_a_backup_with_the_code(saved: Saved) -> None:
    """The code typed to `age` on a terminal; `script` is the terminal."""
    if not (shutil.which("age") and shutil.which("script")):
        pytest.skip("age or script is not installed")
    secret = fold("-".join(CODE.split()))
    run = subprocess.run(
        ["script", "-qec", f"age -d {saved.unit}", "/dev/null"],
        input=f"{secret}\n".encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b'"format":"tinhgian/key-backup/1"' in run.stdout


def test_what_is_no_backup_or_another_code_is_refused(saved: Saved, tmp_path: Path) -> None:
    other = " ".join(new_recovery_code())
    with pytest.raises(Refusal, match=r"backup.wrong_code"):
        open_backup(saved.unit, other)
    changed = tmp_path / "changed.age"
    for content in (b"", b"age-encryption.org/v1\n-> X25519 abc\n", b"PK\x03\x04", _costly(saved.unit.read_bytes())):
        changed.write_bytes(content)
        with pytest.raises(Refusal, match=r"backup.not_a_backup"):
            open_backup(changed, CODE)
    with pytest.raises(Refusal, match=r"package.not_found"):
        open_backup(tmp_path / "gone.age", CODE)


def _costly(content: bytes) -> bytes:
    """Return the file asking for so much memory that only an enemy would."""
    first, rest = content.split(b"\n-> scrypt ", 1)
    salt, tail = rest.split(b" ", 1)
    return first + b"\n-> scrypt " + salt + b" 30\n" + tail.split(b"\n", 1)[1]


def test_the_backup_of_another_office_changes_nothing(saved: Saved, tmp_path: Path) -> None:
    other = Identity(Mode.UNIT, Unit("UBH-02", "Ủy ban khác"), "Người lập")
    office = create_office(tmp_path / "other", other, now=Clock())
    try:
        before = everything_in(office)
        with pytest.raises(Refusal, match=r"backup.other_unit"):
            restore_keys(office, saved.unit.name, saved.opened, NEW)
        with pytest.raises(Refusal, match=r"office.already_there"):
            restore_office(office.folder, saved.opened, NEW, now=Clock())
        assert everything_in(office) == before
        assert not (office.folder / "keys").exists()
    finally:
        office.close()


def test_a_backup_is_not_written_over_and_needs_the_right_passphrase(
    saved: Saved, enrolled: Desks, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match=r"key.wrong_passphrase"):
        back_up_keys(enrolled.unit, "sai", tmp_path, CODE)
    with pytest.raises(Refusal, match=r"recovery.wrong_count"):
        back_up_keys(enrolled.unit, UNIT_PASSPHRASE, tmp_path, "một hai ba")
    with pytest.raises(Refusal, match=r"backup.root_passphrase_missing"):
        back_up_keys(enrolled.finance, FINANCE_PASSPHRASE, tmp_path, CODE)
    assert not list(tmp_path.glob("*.age*"))
    (tmp_path / saved.unit.name).write_bytes(b"")
    with pytest.raises(Refusal, match=r"backup.file_exists"):
        back_up_keys(enrolled.unit, UNIT_PASSPHRASE, tmp_path, CODE)
    assert (tmp_path / saved.unit.name).read_bytes() == b""
    assert not backup_state(enrolled.unit).current
    assert identity_in(saved.opened) == UNIT


def test_without_a_backup_a_new_key_is_made_certified_and_the_old_one_revoked(enrolled: Desks) -> None:
    unit, finance, mail = enrolled.unit, enrolled.finance, enrolled.mail
    old = own_fingerprint(unit)
    written = replace_key(unit, NEW, mail)
    fingerprint = own_fingerprint(unit)
    assert fingerprint == read_request(finance, written.path).fingerprint != old
    assert [each.code for each in diagnose(unit, NEW)] == ["doctor.no_certificate"]
    with pytest.raises(Refusal, match=r"key.no_certificate"):
        open_signer(unit, NEW)
    revoke(finance, ROOT_PASSPHRASE, UNIT.unit.code, RevocationReason.KEY_COMPROMISE, mail)
    said = ", ".join(fold(each) for each in fingerprint_words(fingerprint))
    trust = issue(finance, ROOT_PASSPHRASE, written.path, (Role.SUBMIT,), mail, fingerprint=said)
    install_trust(unit, trust.path)
    open_signer(unit, NEW)
    assert trust_of(finance).recipient_of(UNIT.unit.code) == encryption_key(unit, NEW).recipient
    assert len(list((unit.folder / "keys").glob("cu-*/signing-key.pem"))) == 1


def test_a_key_that_could_not_be_replaced_is_still_there(enrolled: Desks, tmp_path: Path) -> None:
    before = (enrolled.unit.folder / "keys" / "signing-key.pem").read_bytes()
    with pytest.raises(Refusal, match=r"package\."):
        replace_key(enrolled.unit, NEW, tmp_path / "no such folder")
    assert (enrolled.unit.folder / "keys" / "signing-key.pem").read_bytes() == before
    assert sorted(each.name for each in (enrolled.unit.folder / "keys").iterdir()) == [
        "encryption-key.pem",
        "signing-key.pem",
    ]
    open_signer(enrolled.unit, UNIT_PASSPHRASE)

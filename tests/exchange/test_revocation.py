"""Certificates that are revoked, run out or are renewed, and clocks that are wrong."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from desktop.domain.errors import Refusal
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.file_signer import open_signer
from desktop.exchange.trust import authority
from desktop.exchange.trust.memory import Revocation, RevocationReason, TrustMemory
from desktop.exchange.trust.pack import write_trust
from tests.exchange.builder import (
    FINANCE,
    MANIFEST,
    NOW,
    PASSPHRASE,
    SIGNATURE,
    UNIT,
    World,
    contents,
    enrol,
    enrol_again,
    entries_of,
    make_package,
    make_world,
    publish,
)
from tests.tools import run

DAY = timedelta(days=1)


def revocation(world: World, unit: str = UNIT, at: datetime = NOW) -> Revocation:
    grant = next(each for each in world.grants if each.unit_code == unit)
    return Revocation(grant.serial, at, RevocationReason.KEY_COMPROMISE)


def revoking(world: World, folder: Path, *revoked: Revocation, version: int = 2) -> World:
    pack = publish(folder / f"t{version}.asice", world.root, world.grants, version=version, revoked=revoked)
    return replace(world, trust=world.trust.accept(pack, now=NOW))


def with_memory(world: World, memory: TrustMemory) -> World:
    return replace(world, trust=replace(world.trust, memory=memory))


def code_of(world: World, path: Path, now: datetime = NOW) -> str:
    with pytest.raises(Refusal) as refusal:
        world.read(path, now=now)
    return refusal.value.code.removeprefix("package.")


def accept_code(world: World, pack: Path, now: datetime = NOW) -> str:
    with pytest.raises(Refusal) as refusal:
        world.trust.accept(pack, now=now)
    return refusal.value.code.removeprefix("package.")


def digest_of(path: Path) -> str:
    return sha256(entries_of(path.read_bytes())[MANIFEST]).hexdigest()


def seen_at(path: Path, moment: datetime) -> TrustMemory:
    digest = digest_of(path)
    return TrustMemory(first_seen=lambda asked: moment if asked == digest else None)


def test_a_revoked_certificate_is_refused_and_others_are_not(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    assert code_of(revoking(world, tmp_path, revocation(world)), path) == "cert_revoked"
    assert revoking(world, tmp_path, revocation(world, FINANCE)).read(path).signer.unit_code == UNIT


def test_a_certificate_on_an_old_list_is_revoked_all_the_same(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    later = revoking(world, tmp_path, revocation(world))
    assert code_of(later, path, NOW + 91 * DAY) == "cert_revoked"  # the list's nextUpdate has passed


def test_once_revoked_is_revoked_whatever_a_newer_list_says(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    known = revocation(world)
    remembering = with_memory(world, TrustMemory(revoked={known.serial: known}, crl_number=1))
    newer = revoking(remembering, tmp_path, version=3)
    assert newer.trust.revocations == {}
    assert code_of(newer, path) == "cert_revoked"


def test_a_list_with_an_older_number_is_refused(world: World, tmp_path: Path) -> None:
    path = tmp_path / "t9.asice"
    crl = world.root.revoke([], 4, NOW, NOW + 90 * DAY)
    _write_pack(world, path, crl)
    assert accept_code(with_memory(world, TrustMemory(crl_number=5)), path) == "crl_invalid"
    assert world.trust.accept(path, now=NOW).crl_number == 4


def test_a_list_that_is_left_out_is_refused_once_there_was_one(world: World, tmp_path: Path) -> None:
    path = tmp_path / "t9.asice"
    _write_pack(world, path, None)
    assert accept_code(world, path) == "crl_invalid"
    before_lists = replace(world, trust=replace(world.trust, crl_number=0))
    assert before_lists.trust.accept(path, now=NOW).crl_number == 0


@pytest.mark.parametrize("name", ["Gốc khác", "Gốc tin cậy Sở Tài chính"], ids=["other name", "same name"])
def test_a_list_by_another_root_is_refused(world: World, tmp_path: Path, name: str) -> None:
    stranger = authority.create_root(name, "mật khẩu", tmp_path, NOW)
    path = tmp_path / "t9.asice"
    _write_pack(world, path, stranger.revoke([revocation(world)], 9, NOW, NOW + 90 * DAY))
    assert accept_code(world, path) == "crl_invalid"


@pytest.mark.parametrize("crl", [b"", b"0", b"0\x82\x01\x00"], ids=["empty", "short", "cut"])
def test_what_is_no_list_is_refused(world: World, tmp_path: Path, crl: bytes) -> None:
    path = tmp_path / "t9.asice"
    _write_pack(world, path, crl)
    assert accept_code(world, path) == "crl_invalid"


def _write_pack(world: World, path: Path, crl: bytes | None) -> None:
    document = write_trust(9, NOW, NOW + 90 * DAY, world.grants, crl=crl)
    pack = contents(
        kind=PackageKind.TRUST, issuer_unit=FINANCE, recipient_unit=None, policies=(), document=document, sequence=9
    )
    write_package(path, pack, world.root)


def test_what_was_taken_in_stays_valid_after_its_certificate_ended(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    much_later = NOW + 800 * DAY
    assert code_of(world, path, much_later) == "cert_expired"
    assert with_memory(world, seen_at(path, NOW + DAY)).read(path, now=much_later).signer.unit_code == UNIT


def test_what_was_taken_in_stays_valid_after_its_certificate_was_revoked(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    revoked = revoking(world, tmp_path, revocation(world, at=NOW + 2 * DAY))
    before = with_memory(revoked, seen_at(path, NOW + DAY))
    after = with_memory(revoked, seen_at(path, NOW + 3 * DAY))
    assert before.read(path, now=NOW + 9 * DAY).signer.unit_code == UNIT
    assert code_of(after, path, NOW + 9 * DAY) == "cert_revoked"


def test_an_old_trust_pack_is_believed_for_ninety_days_more(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)  # the pack's next_update is ninety days after it was issued
    assert world.read(path, now=NOW + 179 * DAY).signer.unit_code == UNIT
    assert code_of(world, path, NOW + 181 * DAY) == "trust_expired"
    newer = publish(tmp_path / "t2.asice", world.root, world.grants, version=2, now=NOW + 181 * DAY)
    renewed = replace(world, trust=world.trust.accept(newer, now=NOW + 181 * DAY))
    assert renewed.read(path, now=NOW + 181 * DAY).signer.unit_code == UNIT


def test_a_clock_behind_what_is_known_is_wrong_and_nothing_is_forged(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    remembering = with_memory(world, TrustMemory(latest=NOW + 10 * DAY))
    assert code_of(remembering, path, NOW + 8 * DAY) == "clock_wrong"
    assert remembering.read(path, now=NOW + 9 * DAY).signer.unit_code == UNIT


def test_a_newer_trust_pack_is_read_even_after_a_wrong_clock_was_believed(world: World, tmp_path: Path) -> None:
    misled = with_memory(world, TrustMemory(latest=NOW + 2000 * DAY))
    newer = publish(tmp_path / "t2.asice", world.root, world.grants, version=2)
    assert misled.trust.accept(newer, now=NOW).version == 2


@pytest.mark.parametrize("same_key", [True, False], ids=["same key", "new key"])
def test_a_renewed_certificate_signs_beside_the_one_that_runs_out(
    world: World, tmp_path: Path, *, same_key: bool
) -> None:
    later = NOW + 700 * DAY
    shutil.copy(world.folder / f"{UNIT}.pem", tmp_path)
    grant = (
        enrol_again(tmp_path, world.root, UNIT, later) if same_key else enrol(tmp_path / "n", world.root, UNIT, later)
    )
    pack = publish(tmp_path / "t2.asice", world.root, [*world.grants, grant], version=2, now=later)
    trust = world.trust.accept(pack, now=later)
    key = (tmp_path if same_key else tmp_path / "n") / f"{UNIT}.pem"
    signer = open_signer(key, PASSPHRASE, trust.certificate_of_key)
    assert sha256(signer.certificate).hexdigest() == grant.cert_sha256
    renewed = replace(world, trust=trust)
    by_old = write_package(tmp_path / "old.asice", contents(created_at=later), world.signers[UNIT]).path
    by_new = write_package(tmp_path / "new.asice", contents(created_at=later), signer).path
    assert renewed.read(by_old, now=later).signer.unit_code == UNIT
    assert renewed.read(by_new, now=NOW + 760 * DAY).signer.unit_code == UNIT
    assert code_of(renewed, by_old, NOW + 760 * DAY) == "cert_expired"


# What programs that nobody here wrote say of the same certificates and lists.


@pytest.fixture
def today(tmp_path: Path) -> World:
    return make_world(tmp_path, datetime.now(UTC))


def _as_pem(today: World, folder: Path, *revoked: Revocation) -> tuple[Path, Path]:
    """Write the list, and the unit's certificate, as PEM."""
    now = datetime.now(UTC)
    crl = x509.load_der_x509_crl(today.root.revoke(revoked, 2, now, now + 90 * DAY))
    leaf = x509.load_der_x509_certificate(today.signers[UNIT].certificate)
    listed, unit = folder / "crl.pem", folder / "unit.pem"
    listed.write_bytes(crl.public_bytes(serialization.Encoding.PEM))
    unit.write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
    return listed, unit


def test_openssl_agrees_on_who_is_revoked(today: World, tmp_path: Path) -> None:
    for revoked, good in (((), True), ((revocation(today, at=datetime.now(UTC)),), False)):
        crl, unit = _as_pem(today, tmp_path, *revoked)
        said = run("openssl", "verify", "-crl_check", "-CAfile", today.root_pem, "-CRLfile", crl, unit)
        assert (said.returncode == 0) is good, said.stdout + said.stderr
        assert ("certificate revoked" in said.stderr) is not good


def test_openssl_checks_a_signature_against_the_list(today: World, tmp_path: Path) -> None:
    package = make_package(today, tmp_path, created_at=datetime.now(UTC))
    folder = tmp_path / "unpacked"
    shutil.unpack_archive(package, folder, "zip")
    for revoked, good in (((), True), ((revocation(today, at=datetime.now(UTC)),), False)):
        crl, _ = _as_pem(today, tmp_path, *revoked)
        anchors = tmp_path / "root+crl.pem"
        anchors.write_bytes(today.root_pem.read_bytes() + crl.read_bytes())
        options = ("-inform", "DER", "-in", folder / SIGNATURE, "-content", folder / MANIFEST, "-CAfile", anchors)
        said = run("openssl", "cms", "-verify", "-binary", *options, "-crl_check", "-cades", "-out", tmp_path / "out")
        assert (said.returncode == 0) is good, said.stderr


def test_certtool_accepts_the_list_as_the_root_s(today: World, tmp_path: Path) -> None:
    crl, _ = _as_pem(today, tmp_path, revocation(today))
    said = run("certtool", "--verify-crl", "--load-ca-certificate", today.root_pem, "--infile", crl)
    assert said.returncode == 0, said.stdout + said.stderr
    (tmp_path / "x").mkdir()
    stranger = authority.create_root("Gốc khác", "mật khẩu", tmp_path / "x", datetime.now(UTC))
    (tmp_path / "x.pem").write_bytes(
        x509.load_der_x509_certificate(stranger.certificate).public_bytes(serialization.Encoding.PEM)
    )
    said = run("certtool", "--verify-crl", "--load-ca-certificate", tmp_path / "x.pem", "--infile", crl)
    assert said.returncode != 0 or "Not verified" in said.stdout

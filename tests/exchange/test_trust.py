"""The root, enrolment, and trust packs that replace each other."""

import stat
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID

from desktop.domain.errors import Refusal
from desktop.exchange import strict_json
from desktop.exchange.container.contents import PackageContents
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind, Role
from desktop.exchange.signing.file_signer import FileSigner, open_signer
from desktop.exchange.signing.key_file import create_key, load_key
from desktop.exchange.signing.public_keys import fingerprint
from desktop.exchange.trust import authority, enrolment
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.certificates import own_certificate, signing_request, subject
from tests.exchange.builder import FINANCE, NOW, UNIT, World, contents, publish

PASSPHRASE = "mật khẩu"  # noqa: S105 - of keys that live as long as the test


def code_of(refusal: pytest.ExceptionInfo[Refusal]) -> str:
    return refusal.value.code


def test_a_certificate_follows_the_profile(world: World) -> None:
    root = x509.load_der_x509_certificate(world.root.certificate)
    leaf = x509.load_der_x509_certificate(world.signers[UNIT].certificate)
    usage = leaf.extensions.get_extension_for_class(x509.KeyUsage)
    purposes = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    leaf.verify_directly_issued_by(root)
    assert (usage.critical, usage.value.digital_signature, usage.value.content_commitment) == (True, True, True)
    assert not usage.value.key_cert_sign
    assert ExtendedKeyUsageOID.EMAIL_PROTECTION in purposes
    assert x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36") in purposes
    assert leaf.extensions.get_extension_for_class(x509.BasicConstraints).critical
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert leaf.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    assert leaf.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier)
    assert leaf.not_valid_before_utc == NOW - timedelta(hours=24)
    assert isinstance(leaf.public_key(), ec.EllipticCurvePublicKey)


def test_a_certificate_never_outlives_the_root(world: World) -> None:
    root = x509.load_der_x509_certificate(world.root.certificate)
    late = root.not_valid_after_utc - timedelta(days=30)
    public = world.root._key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    assert world.root.issue(public, UNIT, "Đơn vị", late).not_valid_after_utc == root.not_valid_after_utc


def test_the_root_can_be_opened_again(world: World) -> None:
    opened = authority.open_root(world.folder, "mật khẩu thử")
    assert opened.certificate == world.root.certificate


def test_the_root_is_never_made_twice(tmp_path: Path) -> None:
    authority.create_root("Gốc", PASSPHRASE, tmp_path, NOW)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(Refusal) as refusal:
        authority.create_root("Gốc", PASSPHRASE, tmp_path, NOW)
    assert code_of(refusal) == "key.already_exists"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_keys_are_kept_under_their_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    key = create_key(path, PASSPHRASE)
    assert load_key(path, PASSPHRASE).private_numbers() == key.private_numbers()
    assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    with pytest.raises(Refusal) as refusal:
        load_key(path, "sai")
    assert code_of(refusal) == "key.wrong_passphrase"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
def test_only_the_owner_can_read_a_key(tmp_path: Path) -> None:
    create_key(tmp_path / "key.pem", PASSPHRASE)
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600


def test_a_passphrase_is_the_same_however_it_was_typed(tmp_path: Path) -> None:
    create_key(tmp_path / "key.pem", "mật khẩu")
    assert load_key(tmp_path / "key.pem", "ma\u0323\u0302t kha\u0302\u0309u")


@pytest.mark.parametrize("act", [create_key, load_key])
def test_no_key_without_a_passphrase(tmp_path: Path, act: object) -> None:
    path = tmp_path / "key.pem"
    if act is load_key:
        create_key(path, PASSPHRASE)
    with pytest.raises(Refusal) as refusal:
        act(path, "")
    assert code_of(refusal) == "key.passphrase_missing"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"-----BEGIN CERTIFICATE-----\n"])
def test_what_is_no_key_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key.pem").write_bytes(content)
    with pytest.raises(Refusal) as refusal:
        load_key(tmp_path / "key.pem", PASSPHRASE)
    assert code_of(refusal) == "key.not_a_key"


def test_a_key_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        load_key(tmp_path / "key.pem", PASSPHRASE)
    assert code_of(refusal) == "package.not_found"


def test_a_key_does_not_sign_with_another_s_certificate(world: World) -> None:
    with pytest.raises(Refusal) as refusal:
        FileSigner(world.signers[UNIT]._key, world.signers[FINANCE].certificate)
    assert code_of(refusal) == "key.other_certificate"


def test_a_key_without_a_certificate_cannot_sign_yet(world: World, tmp_path: Path) -> None:
    create_key(tmp_path / "key.pem", PASSPHRASE)
    with pytest.raises(Refusal) as refusal:
        open_signer(tmp_path / "key.pem", PASSPHRASE, world.trust.certificate_of_key)
    assert code_of(refusal) == "key.no_certificate"


def test_both_offices_read_the_same_fingerprint(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    create_key(key, PASSPHRASE)
    path = tmp_path / "dangky.asice"
    enrolment.make_enrolment_request(
        path, key, PASSPHRASE, unit_code=UNIT, unit_name="Trung tâm Y tế", now=NOW, app_version="0.1"
    )
    request = enrolment.accept_request(path, now=NOW)
    assert request.fingerprint == enrolment.key_fingerprint(key, PASSPHRASE)
    assert [len(group) for group in request.fingerprint.split(" ")] == [4] * 8
    assert (request.unit_code, request.unit_name) == (UNIT, "Trung tâm Y tế")


def test_fingerprints_are_groups_of_four() -> None:
    assert fingerprint("0123456789abcdef" * 4) == "0123 4567 89AB CDEF 0123 4567 89AB CDEF"


def enrolment_contents(**changes: object) -> PackageContents:
    return contents(kind=PackageKind.ENROLMENT, recipient_unit=None, trust_version=0, policies=(), **changes)


def request_document(key: ec.EllipticCurvePrivateKey, **changes: object) -> bytes:
    name = subject("Đơn vị", UNIT)
    fields = {"format": "tinhgian/enrolment/1", "unit_code": UNIT, "unit_name": "Đơn vị", "age_recipient": None}
    return strict_json.encode({**fields, "request": signing_request(key, name).decode(), **changes})


@pytest.mark.parametrize(
    "changes",
    [{"unit_code": "SO-KHAC"}, {"request": "x"}, {"request": "é"}, {"format": "x/1"}, {"extra": 1}, {"unit_name": ""}],
)
def test_a_request_that_does_not_fit_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    signer = FileSigner(key, _own(key))
    path = tmp_path / "dangky.asice"
    write_package(path, enrolment_contents(document=request_document(key, **changes)), signer)
    with pytest.raises(Refusal) as refusal:
        enrolment.accept_request(path, now=NOW)
    assert code_of(refusal) == "package.request_invalid"


def _own(key: ec.EllipticCurvePrivateKey) -> bytes:
    certificate = own_certificate(key, subject("Đơn vị", UNIT), NOW)
    return certificate.public_bytes(serialization.Encoding.DER)


def test_a_request_for_somebody_else_s_key_is_refused(tmp_path: Path) -> None:
    own, other = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    path = tmp_path / "dangky.asice"
    write_package(path, enrolment_contents(document=request_document(other)), FileSigner(own, _own(own)))
    with pytest.raises(Refusal) as refusal:
        enrolment.accept_request(path, now=NOW)
    assert code_of(refusal) == "package.request_invalid"


def test_a_submission_is_no_request(world: World, tmp_path: Path) -> None:
    path = write_package(tmp_path / "nop.asice", contents(), world.signers[UNIT]).path
    with pytest.raises(Refusal) as refusal:
        enrolment.accept_request(path, now=NOW)
    assert code_of(refusal) == "package.wrong_kind"


def test_a_newer_pack_takes_the_place_of_the_older(world: World, tmp_path: Path) -> None:
    newer = publish(tmp_path / "t2.asice", world.root, world.grants[:1], version=2)
    trust = world.trust.accept(newer, now=NOW)
    assert (trust.version, [grant.unit_code for grant in trust.grants]) == (2, [UNIT])
    assert world.trust.version == 1


def test_the_pack_in_force_is_accepted_again(world: World) -> None:
    assert world.trust.accept(world.folder / "tincay.asice", now=NOW) == world.trust


def test_an_older_pack_is_refused(world: World, tmp_path: Path) -> None:
    trust = world.trust.accept(publish(tmp_path / "t2.asice", world.root, world.grants, version=2), now=NOW)
    with pytest.raises(Refusal) as refusal:
        trust.accept(world.folder / "tincay.asice", now=NOW)
    assert code_of(refusal) == "package.rollback"
    assert (refusal.value.params["offered"], refusal.value.params["known"]) == (1, 2)


def test_the_same_version_with_other_contents_is_an_alarm(world: World, tmp_path: Path) -> None:
    other = publish(tmp_path / "t1.asice", world.root, world.grants[:1], version=1)
    with pytest.raises(Refusal) as refusal:
        world.trust.accept(other, now=NOW)
    assert code_of(refusal) == "package.same_version_differs"


def test_a_pack_of_another_root_is_refused(world: World, tmp_path: Path) -> None:
    stranger = authority.create_root("Gốc tin cậy Sở Tài chính", PASSPHRASE, tmp_path, NOW)
    path = publish(tmp_path / "t9.asice", stranger, world.grants, version=9)
    with pytest.raises(Refusal) as refusal:
        world.trust.accept(path, now=NOW)
    assert code_of(refusal) == "package.unknown_signer"


def test_a_unit_taken_off_the_list_can_sign_no_more(world: World, tmp_path: Path) -> None:
    path = write_package(tmp_path / "nop.asice", contents(), world.signers[UNIT]).path
    without = [grant for grant in world.grants if grant.unit_code != UNIT]
    trust = world.trust.accept(publish(tmp_path / "t2.asice", world.root, without, version=2), now=NOW)
    with pytest.raises(Refusal) as refusal:
        replace(world, trust=trust).read(path)
    assert code_of(refusal) == "package.signer_not_listed"


def test_before_the_first_pack_only_packs_are_read(world: World, tmp_path: Path) -> None:
    path = write_package(tmp_path / "nop.asice", contents(), world.signers[UNIT]).path
    bare = TrustAnchors.load(world.root_pem.read_bytes(), now=NOW)
    with pytest.raises(Refusal) as refusal:
        replace(world, trust=bare).read(path)
    assert code_of(refusal) == "package.signer_not_listed"


def trust_document(world: World, **changes: object) -> bytes:
    grant = world.grants[0]
    entry = {"serial": grant.serial, "sha256": grant.cert_sha256, "unit_code": UNIT, "unit_name": "Đơn vị"}
    entry |= {"roles": ["submit"], "certificate": "AAAA"}
    fields = {"format": "tinhgian/trust/1", "version": 2, "issued_at": "2026-11-20T08:00:00Z"}
    fields |= {"next_update": "2027-02-20T08:00:00Z", "certificates": [entry]}
    return strict_json.encode({**fields, **changes})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "json_invalid"),  # a certificate that is not the one whose digest is listed
        ({"certificates": [], "version": 0}, "json_invalid"),
        ({"certificates": [], "extra": 1}, "json_invalid"),
        ({"certificates": [], "issued_at": "hôm nay"}, "json_invalid"),
        ({"certificates": [], "format": "tinhgian/trust/2"}, "update_app"),
        ({"certificates": [], "format": "x"}, "json_invalid"),
        ({"certificates": [], "issued_at": "2028-01-01T00:00:00Z"}, "clock_wrong"),
    ],
)
def test_a_pack_that_does_not_fit_is_refused(
    world: World, tmp_path: Path, changes: dict[str, object], code: str
) -> None:
    pack = contents(
        kind=PackageKind.TRUST,
        issuer_unit=FINANCE,
        recipient_unit=None,
        policies=(),
        document=trust_document(world, **changes),
    )
    path = write_package(tmp_path / "t2.asice", pack, world.root).path
    with pytest.raises(Refusal) as refusal:
        world.trust.accept(path, now=NOW)
    assert code_of(refusal) == f"package.{code}"


def test_only_a_root_is_taken_as_root(world: World) -> None:
    leaf = x509.load_der_x509_certificate(world.signers[UNIT].certificate)
    for pem in (b"", b"x", leaf.public_bytes(serialization.Encoding.PEM), world.root.certificate):
        with pytest.raises(Refusal) as refusal:
            TrustAnchors.load(pem, now=NOW)
        assert code_of(refusal) == "key.not_a_certificate"


def test_the_root_s_fingerprint_can_be_compared_with_print(world: World) -> None:
    root = x509.load_der_x509_certificate(world.root.certificate)
    assert world.trust.root_fingerprint.replace(" ", "") == root.fingerprint(hashes.SHA256()).hex().upper()


def test_long_names_of_units_fit_into_certificates(world: World, tmp_path: Path) -> None:
    name = "Trung tâm Chăm sóc và Phục hồi chức năng người tâm thần trực thuộc Sở Lao động – Thương binh và Xã hội"
    key = tmp_path / "key.pem"
    create_key(key, PASSPHRASE)
    path = tmp_path / "dangky.asice"
    enrolment.make_enrolment_request(
        path, key, PASSPHRASE, unit_code="TT-CS", unit_name=name, now=NOW, app_version="0.1"
    )
    request = enrolment.accept_request(path, now=NOW)
    grant = authority.issue_certificate(world.root, request, "TT-CS", [Role.SUBMIT], now=NOW)
    assert (request.unit_name, grant.unit_name, grant.roles) == (name, name, {Role.SUBMIT})

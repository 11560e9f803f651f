"""Signatures and signers that must not be believed, and the few other forms that may be."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import md5, sha1, sha256
from pathlib import Path

import pytest
from asn1crypto import cms, core, tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.file_signer import FileSigner
from desktop.exchange.trust.certificates import key_usage, root_certificate
from tests.exchange.builder import (
    FINANCE,
    MANIFEST,
    NOW,
    OTHER_UNIT,
    SIGNATURE,
    UNIT,
    World,
    contents,
    forged_signer,
    make_package,
    raw_zip,
    with_envelope,
)
from tests.exchange.forged_cms import Forge


def code_of(world: World, path: Path, **options: object) -> str:
    with pytest.raises(PackageError) as refusal:
        world.read(path, **options)
    return refusal.value.code.removeprefix("package.")


def forge(world: World, entries: dict[str, bytes]) -> Forge:
    signer = world.signers[UNIT]
    return Forge(entries[MANIFEST], signer._key, signer.certificate)


def put(path: Path, entries: dict[str, bytes], signature: bytes) -> Path:
    path.write_bytes(raw_zip({**entries, SIGNATURE: signature}).dump())
    return path


def test_the_forge_makes_good_signatures_when_nothing_is_changed(
    world: World, path: Path, entries: dict[str, bytes]
) -> None:
    assert world.read(put(path, entries, forge(world, entries).dump())).signer.unit_code == UNIT


def _without(name: str) -> Callable[[Forge], None]:
    def change(forged: Forge) -> None:
        assert forged.attributes is not None
        del forged.attributes[name]

    return change


def _certificate_reference(reference: tsp.ESSCertIDv2) -> Callable[[Forge], None]:
    def change(forged: Forge) -> None:
        assert forged.attributes is not None
        forged.attributes["signing_certificate_v2"] = [tsp.SigningCertificateV2({"certs": [reference]})]

    return change


def _no_signed_attributes(forged: Forge) -> None:
    forged.attributes = None


def _one_attribute_more(forged: Forge) -> None:
    assert forged.attributes is not None
    forged.attributes["1.2.3.4"] = [core.OctetString(b"x")]


def _two_values(forged: Forge) -> None:
    assert forged.attributes is not None
    forged.attributes["message_digest"] = [sha256(forged.content).digest(), sha256(b"other").digest()]


def _weak_digest(name: str, algorithm: hashes.HashAlgorithm) -> Callable[[Forge], None]:
    def change(forged: Forge) -> None:
        forged.digest = name
        forged.hash = algorithm
        assert forged.attributes is not None
        forged.attributes["message_digest"] = [sha1(forged.content, usedforsecurity=False).digest()]

    return change


def _md5(forged: Forge) -> None:
    forged.digest = "md5"
    assert forged.attributes is not None
    forged.attributes["message_digest"] = [md5(forged.content, usedforsecurity=False).digest()]


def _set(name: str, value: object) -> Callable[[Forge], None]:
    return lambda forged: setattr(forged, name, value)


def _two_certificates(forged: Forge) -> None:
    forged.certificates = [forged.certificate, forged.certificate]


def _unsigned_attribute(forged: Forge) -> None:
    forged.unsigned = [cms.CMSAttribute({"type": "1.2.3.4", "values": [core.Null()]})]


_OFF_PROFILE: dict[str, Callable[[Forge], None]] = {
    "no signer": _set("signers", 0),
    "two signers": _set("signers", 2),
    "attached content": _set("enclosed", b"x"),
    "no signed attributes": _no_signed_attributes,
    "one attribute more": _one_attribute_more,
    "no signing certificate": _without("signing_certificate_v2"),
    "no signing time": _without("signing_time"),
    "two digests": _two_values,
    "another certificate named": _certificate_reference(tsp.ESSCertIDv2({"cert_hash": sha256(b"x").digest()})),
    "certificate named by SHA-512": _certificate_reference(
        tsp.ESSCertIDv2({"hash_algorithm": {"algorithm": "sha512"}, "cert_hash": sha256(b"x").digest()})
    ),
    "SHA-1": _weak_digest("sha1", hashes.SHA1()),  # noqa: S303 - must be refused
    "no certificate": _set("certificates", []),
    "two certificates": _two_certificates,
    "unsigned attribute": _unsigned_attribute,
}


@pytest.mark.parametrize("change", _OFF_PROFILE.values(), ids=_OFF_PROFILE.keys())
def test_a_signature_off_the_profile_is_refused(
    world: World, path: Path, entries: dict[str, bytes], change: Callable[[Forge], None]
) -> None:
    forged = forge(world, entries)
    change(forged)
    assert code_of(world, put(path, entries, forged.dump())) == "signature_profile"


def test_md5_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    forged = forge(world, entries)
    _md5(forged)
    forged.key = rsa.generate_private_key(65537, 2048)
    assert code_of(world, put(path, entries, forged.dump())) == "signature_profile"


@pytest.mark.parametrize("noise", [b"", b"\0", b"0\x80", b"x" * 200, b"\xff" * 50])
def test_what_is_no_cms_is_refused(world: World, path: Path, entries: dict[str, bytes], noise: bytes) -> None:
    assert code_of(world, put(path, entries, noise)) == "signature_profile"
    assert code_of(world, put(path, entries, entries[SIGNATURE] + (noise or b"\0"))) == "signature_profile"


def test_a_signature_larger_than_any_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    assert code_of(world, put(path, entries, bytes(64_001))) == "too_large"


def test_a_signature_over_something_else_is_invalid(world: World, path: Path, entries: dict[str, bytes]) -> None:
    forged = forge(world, entries)
    forged.content = b"other"
    assert forged.attributes is not None
    forged.attributes["message_digest"] = [sha256(b"other").digest()]
    assert code_of(world, put(path, entries, forged.dump())) == "signature_invalid"


def test_a_signature_by_another_key_is_invalid(world: World, path: Path, entries: dict[str, bytes]) -> None:
    forged = forge(world, entries)
    forged.key = ec.generate_private_key(ec.SECP256R1())
    assert code_of(world, put(path, entries, forged.dump())) == "signature_invalid"


def test_another_unit_s_certificate_on_a_signature_is_refused(
    world: World, path: Path, entries: dict[str, bytes]
) -> None:
    forged = forge(world, entries)
    forged.certificates = [world.signers[OTHER_UNIT].certificate]
    assert code_of(world, put(path, entries, forged.dump())) == "signature_profile"


def _unit_certificate(
    world: World, key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, builder: x509.CertificateBuilder | None = None
) -> bytes:
    """Return a certificate of our root for the key, with the usual use of a key unless told otherwise."""
    made = builder or x509.CertificateBuilder().add_extension(key_usage(signs_certificates=False), critical=True)
    issuer = x509.load_der_x509_certificate(world.root.certificate)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Đơn vị")])
    made = made.subject_name(name).issuer_name(issuer.subject).public_key(key.public_key()).serial_number(77)
    made = made.not_valid_before(NOW - timedelta(days=1)).not_valid_after(NOW + timedelta(days=9))
    return made.sign(world.root._key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def signed_by(
    world: World,
    entries: dict[str, bytes],
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey,
    builder: x509.CertificateBuilder | None = None,
) -> bytes:
    certificate = _unit_certificate(world, key, builder)
    return Forge(entries[MANIFEST], key, certificate).dump()


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (rsa.generate_private_key(65537, 1024), "signature_profile"),  # noqa: S505 - must be refused
        (rsa.generate_private_key(65537, 2048), "signer_not_listed"),
        (ec.generate_private_key(ec.SECP256K1()), "signature_profile"),
        (ec.generate_private_key(ec.SECP384R1()), "signer_not_listed"),
    ],
    ids=["RSA 1024", "RSA 2048", "another curve", "P-384"],
)
def test_only_strong_keys_are_considered(
    world: World,
    path: Path,
    entries: dict[str, bytes],
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey,
    code: str,
) -> None:
    signer = Forge(b"", key, _unit_certificate(world, key))
    changed = _for_certificate(entries, signer.certificate, world)
    forged = Forge(changed[MANIFEST], key, signer.certificate)
    assert code_of(world, put(path, changed, forged.dump())) == code


def _for_certificate(entries: dict[str, bytes], certificate: bytes, world: World) -> dict[str, bytes]:
    """Return the entries with an envelope that names this certificate; the signature is still the unit's."""

    def change(envelope: dict[str, object]) -> None:
        envelope["issuer"] = {"unit_code": UNIT, "cert_sha256": sha256(certificate).hexdigest()}

    return with_envelope(entries, world.signers[UNIT], change)


def test_a_key_that_may_not_sign_documents_is_unknown(world: World, path: Path, entries: dict[str, bytes]) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    only_agreement = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=True,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = x509.CertificateBuilder().add_extension(only_agreement, critical=True)
    assert code_of(world, put(path, entries, signed_by(world, entries, key, builder))) == "unknown_signer"


def test_an_authority_s_certificate_signs_no_package(world: World, path: Path, entries: dict[str, bytes]) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = x509.CertificateBuilder().add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    builder = builder.add_extension(key_usage(signs_certificates=True), critical=True)
    assert code_of(world, put(path, entries, signed_by(world, entries, key, builder))) == "unknown_signer"


def test_the_root_itself_signs_no_submission(world: World, path: Path) -> None:
    write_package(path, contents(), world.root)
    assert code_of(world, path) == "unknown_signer"


def test_a_leaf_that_issued_a_leaf_is_unknown(world: World, path: Path) -> None:
    unit = world.signers[UNIT]
    forged = forged_signer(unit._key, x509.load_der_x509_certificate(unit.certificate))
    write_package(path, contents(), forged)
    assert code_of(world, path) == "unknown_signer"


@pytest.mark.parametrize("name", ["Gốc khác", "Gốc tin cậy Sở Tài chính"], ids=["other name", "same name"])
def test_the_same_name_under_another_root_is_unknown(world: World, path: Path, name: str) -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    forged = forged_signer(key, root_certificate(key, name, NOW))
    write_package(path, contents(), forged)
    assert code_of(world, path) == "unknown_signer"


def test_a_self_signed_certificate_is_unknown(world: World, path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    own = root_certificate(key, "Trung tâm Y tế An Dương", NOW).public_bytes(serialization.Encoding.DER)
    write_package(path, contents(), FileSigner(key, own))
    assert code_of(world, path) == "unknown_signer"


def test_a_certificate_that_the_trust_pack_does_not_list_is_named(world: World, path: Path) -> None:
    issuer = x509.load_der_x509_certificate(world.root.certificate)
    write_package(path, contents(), forged_signer(world.root._key, issuer))
    assert code_of(world, path) == "signer_not_listed"


def test_a_unit_cannot_sign_as_another(world: World, path: Path) -> None:
    write_package(path, contents(issuer_unit=UNIT), world.signers[OTHER_UNIT])
    assert code_of(world, path) == "not_authorised"


@pytest.mark.parametrize("kind", [PackageKind.DECISION, PackageKind.POLICY, PackageKind.TRUST, PackageKind.OPINION])
def test_a_unit_cannot_sign_what_only_others_may(world: World, path: Path, kind: PackageKind) -> None:
    write_package(path, contents(kind=kind), world.signers[UNIT])
    assert code_of(world, path) == "not_authorised"


def test_the_finance_office_cannot_submit(world: World, path: Path) -> None:
    write_package(path, contents(issuer_unit=FINANCE), world.signers[FINANCE])
    assert code_of(world, path) == "not_authorised"


def test_an_enrolment_is_never_a_package_of_a_known_unit(world: World) -> None:
    assert code_of(world, world.folder / f"dangky-{UNIT}.asice") == "unknown_signer"


def test_a_package_for_another_office_is_refused(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    assert code_of(world, path, recipient="SO-NOI-VU") == "not_for_us"


def test_a_package_of_another_kind_is_refused(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    assert code_of(world, path, expected_kind=PackageKind.DECISION) == "wrong_kind"


def test_a_clock_that_is_wrong_is_not_called_a_forgery(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    assert world.read(path, now=NOW - timedelta(hours=23)).signer.unit_code == UNIT
    for now in (NOW - timedelta(days=3), NOW - timedelta(days=730)):
        assert code_of(world, path, now=now) == "clock_wrong"
    assert code_of(world, path, now=NOW + timedelta(days=5 * 365)) == "cert_expired"


def test_a_signing_time_in_the_future_is_a_wrong_clock(world: World, path: Path) -> None:
    write_package(path, contents(created_at=NOW + timedelta(hours=25)), world.signers[UNIT])
    assert code_of(world, path) == "clock_wrong"


def test_nothing_is_signed_with_a_certificate_that_ended(world: World, path: Path) -> None:
    with pytest.raises(PackageError) as refusal:
        write_package(path, contents(created_at=datetime(2030, 1, 1, tzinfo=UTC)), world.signers[UNIT])
    assert refusal.value.code == "package.cert_expired"
    assert not list(path.parent.iterdir())

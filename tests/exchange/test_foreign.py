"""Certificates that a government authority issued: believed one by one, and never because the authority says so."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.domain.errors import Refusal
from desktop.exchange import strict_json
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError
from desktop.exchange.kinds import Role
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.trust import authority, enrolment
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.foreign import authority_from
from desktop.exchange.trust.grants import Grant
from desktop.exchange.trust.memory import Revocation, RevocationReason
from desktop.exchange.trust.pack import read_trust, write_trust
from tests.exchange.builder import MANIFEST, NOW, SIGNATURE, UNIT, World, contents, publish
from tests.exchange.test_other_verifiers import run
from tests.government import Government

LEAF = rsa.generate_private_key(65537, 2048)
MINE, OTHER = Government.named(), Government.named(number=1)
"""Two authorities of one name."""


@dataclass(frozen=True)
class Listed:
    """A package signed with a government certificate, and how Sở Tài chính lists that one."""

    certificate: bytes
    package: Path
    grant: Grant


def enrolled(folder: Path, certificate: bytes, authorities: Sequence[bytes] = (MINE.der,)) -> Grant:
    request = folder / "dangky.asice"
    enrolment.write_request(
        request, LEAF, unit_code=UNIT, unit_name="Trung tâm", now=NOW, app_version="0.1", certificate=certificate
    )
    accepted = enrolment.accept_request(request, now=NOW)
    assert accepted.certificate == certificate
    return authority.list_certificate(accepted, authorities, (Role.SUBMIT,), now=NOW)


def signed(folder: Path, certificate: bytes, key: rsa.RSAPrivateKey = LEAF) -> Path:
    return write_package(folder / "nop.asice", contents(), KeySigner(key, certificate)).path


@pytest.fixture
def listed(tmp_path: Path) -> Listed:
    certificate = MINE.certify(LEAF.public_key())
    return Listed(certificate, signed(tmp_path, certificate), enrolled(tmp_path, certificate))


def trusting(world: World, folder: Path, grants: Sequence[Grant], **more: object) -> TrustAnchors:
    more = {"authorities": (MINE.der,), **more}
    pack = publish(folder / "tincay.asice", world.root, [*world.grants, *grants], version=2, **more)
    return TrustAnchors.load(world.root_pem.read_bytes(), pack, now=NOW)


def answer(world: World, trust: TrustAnchors, package: Path, now: datetime = NOW) -> str:
    """Return the code of the refusal, or the unit that the package is taken from."""
    try:
        return replace(world, trust=trust).read(package, now=now).signer.unit_code
    except Refusal as refusal:
        return refusal.code


def test_a_listed_certificate_is_accepted(world: World, listed: Listed, tmp_path: Path) -> None:
    trust = trusting(world, tmp_path, [listed.grant])
    assert answer(world, trust, listed.package) == UNIT
    assert trust.authority_of(listed.grant.cert_sha256) == MINE.der


def test_the_authority_may_itself_stand_below_another(world: World, tmp_path: Path) -> None:
    below = Government.named("CA cấp hai", 2, above=OTHER)
    certificate = below.certify(LEAF.public_key())
    grant = enrolled(tmp_path, certificate, (OTHER.der, below.der))
    assert grant.authority == sha256(below.der).hexdigest()
    package = signed(tmp_path, certificate)
    assert answer(world, trusting(world, tmp_path, [grant], authorities=(below.der,)), package) == UNIT
    above = replace(grant, authority=sha256(OTHER.der).hexdigest())
    (tmp_path / "tren").mkdir()
    assert answer(world, trusting(world, tmp_path / "tren", [above], authorities=(OTHER.der,)), package) == (
        "package.unknown_signer"
    )


def test_a_certificate_of_the_authority_that_is_not_listed_is_refused(
    world: World, listed: Listed, tmp_path: Path
) -> None:
    assert answer(world, trusting(world, tmp_path, []), listed.package) == "package.unknown_signer"
    (tmp_path / "khac").mkdir()
    same_name = signed(tmp_path / "khac", MINE.certify(LEAF.public_key()))
    assert answer(world, trusting(world, tmp_path, [listed.grant]), same_name) == "package.unknown_signer"


def test_the_same_name_by_another_authority_is_refused(world: World, listed: Listed, tmp_path: Path) -> None:
    trust = trusting(world, tmp_path, [listed.grant])
    (tmp_path / "khac").mkdir()
    serial = int(listed.grant.serial, 16)
    forged = signed(tmp_path / "khac", OTHER.certify(LEAF.public_key(), serial=serial))
    assert answer(world, trust, forged) == "package.unknown_signer"


def test_a_listing_under_the_wrong_authority_does_not_hold(world: World, listed: Listed, tmp_path: Path) -> None:
    wrong = replace(listed.grant, authority=sha256(OTHER.der).hexdigest())
    trust = trusting(world, tmp_path, [wrong], authorities=(MINE.der, OTHER.der))
    assert answer(world, trust, listed.package) == "package.unknown_signer"
    by_root = trusting(world, tmp_path, [replace(listed.grant, authority=None)])
    assert answer(world, by_root, listed.package) == "package.unknown_signer"


def test_an_expired_one_is_told_from_a_forged_one(world: World, tmp_path: Path) -> None:
    certificate = MINE.certify(LEAF.public_key(), until=NOW + timedelta(days=10))
    trust = trusting(world, tmp_path, [enrolled(tmp_path, certificate)])
    package = signed(tmp_path, certificate)
    assert answer(world, trust, package) == UNIT
    assert answer(world, trust, package, NOW + timedelta(days=11)) == "package.cert_expired"


def test_so_tai_chinh_revokes_it_by_listing(world: World, listed: Listed, tmp_path: Path) -> None:
    revoked = [Revocation(listed.grant.serial, NOW, RevocationReason.CESSATION)]
    trust = trusting(world, tmp_path, [listed.grant], revoked=revoked)
    assert answer(world, trust, listed.package) == "package.cert_revoked"


def test_it_signs_only_what_it_was_granted(world: World, listed: Listed, tmp_path: Path) -> None:
    other_role = trusting(world, tmp_path, [replace(listed.grant, roles=frozenset({Role.GIVE_OPINION}))])
    assert answer(world, other_role, listed.package) == "package.not_authorised"
    other_unit = trusting(world, tmp_path, [replace(listed.grant, unit_code="SO-NN")])
    assert answer(world, other_unit, listed.package) == "package.not_authorised"


def test_the_authority_itself_signs_nothing(world: World, listed: Listed, tmp_path: Path) -> None:
    digest = sha256(MINE.der).hexdigest()
    grant = replace(listed.grant, certificate=MINE.der, cert_sha256=digest, authority=digest)
    (tmp_path / "ca").mkdir()
    package = signed(tmp_path / "ca", MINE.der, MINE.key)
    assert answer(world, trusting(world, tmp_path, [grant]), package) == "package.unknown_signer"


def test_a_request_is_listed_only_for_a_certificate_of_a_known_authority(tmp_path: Path) -> None:
    cases = {
        "package.unknown_signer": OTHER.certify(LEAF.public_key()),
        "package.cert_expired": MINE.certify(LEAF.public_key(), until=NOW - timedelta(days=1)),
    }
    for code, certificate in cases.items():
        with pytest.raises(PackageError) as refusal:
            enrolled(tmp_path, certificate)
        assert refusal.value.code == code


def test_a_certificate_is_not_borrowed_for_another_key(tmp_path: Path) -> None:
    thief = ec.generate_private_key(ec.SECP256R1())
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "key.other_certificate"):
        enrolment.write_request(
            tmp_path / "dangky.asice",
            thief,
            unit_code=UNIT,
            unit_name="Trung tâm",
            now=NOW,
            app_version="0.1",
            certificate=MINE.certify(LEAF.public_key()),
        )


def test_an_older_program_is_asked_to_be_updated_and_ours_is_strict(listed: Listed) -> None:
    raw = write_trust(3, NOW, NOW + timedelta(days=1), [listed.grant], authorities=(MINE.der,))
    document = dict(strict_json.parse(raw, "data/trust.json"))
    assert document["format"] == "tinhgian/trust/1.2"
    assert read_trust(document, raw, "0" * 64).authorities == (MINE.der,)
    nameless = write_trust(3, NOW, NOW + timedelta(days=1), [listed.grant])
    twice = write_trust(3, NOW, NOW + timedelta(days=1), [], authorities=(MINE.der, MINE.der))
    leaf = write_trust(3, NOW, NOW + timedelta(days=1), [], authorities=(listed.certificate,))
    for bad in (nameless, twice, leaf):
        with pytest.raises(PackageError, check=lambda refusal: refusal.code == "package.json_invalid"):
            read_trust(dict(strict_json.parse(bad, "data/trust.json")), bad, "0" * 64)


@pytest.mark.parametrize("content", [b"", b"khong phai chung thu", MINE.certify(LEAF.public_key())])
def test_only_an_authority_is_taken_for_one(content: bytes) -> None:
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == "key.not_an_authority"):
        authority_from(content)
    assert authority_from(MINE.certificate.public_bytes(Encoding.PEM)) == MINE.der


@pytest.mark.tool("openssl")
def test_openssl_accepts_it_under_the_authority(listed: Listed, tmp_path: Path) -> None:
    for government, accepted in ((MINE, True), (OTHER, False)):
        file = tmp_path / "ca.pem"
        file.write_bytes(government.certificate.public_bytes(Encoding.PEM))
        shutil.unpack_archive(listed.package, tmp_path / "out", "zip")
        signed = ("-inform", "DER", "-in", tmp_path / "out" / SIGNATURE, "-content", tmp_path / "out" / MANIFEST)
        trusted = ("-CAfile", file, "-purpose", "any", "-cades", "-out", "/dev/null")
        assert (run("openssl", "cms", "-verify", "-binary", *signed, *trusted).returncode == 0) is accepted

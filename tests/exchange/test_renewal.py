"""A key that follows another: the one in force vouches for it, and nobody else can."""

import base64
import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.exchange import strict_json
from desktop.exchange.container.contents import PackageContents
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.signing.public_keys import public_key_digest
from desktop.exchange.signing.signer import Signer
from desktop.exchange.trust import enrolment
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.certificates import own_certificate, signing_request, subject
from desktop.exchange.trust.memory import Revocation, RevocationReason
from desktop.exchange.trust.renewal import vouch
from tests.exchange.builder import FINANCE, NOW, OTHER_UNIT, UNIT, World, forged_signer, publish

NEW = ec.generate_private_key(ec.SECP256R1())
DIGEST = public_key_digest(NEW.public_key())
RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def request(folder: Path, predecessor: Signer | None, now: datetime = NOW) -> Path:
    path = folder / "dangky.asice"
    said = {"unit_code": UNIT, "unit_name": "Trung tâm", "age_recipient": RECIPIENT, "app_version": "0.1"}
    enrolment.write_request(path, NEW, predecessor=predecessor, now=now, **said)
    return path


def code(path: Path, trust: TrustAnchors, now: datetime = NOW) -> str:
    """Return the code of the refusal, or the serial of the certificate that is renewed."""
    try:
        accepted = enrolment.accept_request(path, now=now, trust=trust)
    except PackageError as refusal:
        return refusal.code
    return accepted.renews.serial if accepted.renews else "nobody"


def test_the_key_in_force_vouches_for_the_next(world: World, tmp_path: Path) -> None:
    own = next(each for each in world.grants if each.unit_code == UNIT)
    assert code(request(tmp_path, world.signers[UNIT]), world.trust) == own.serial
    assert code(request(tmp_path, None), world.trust) == "nobody"
    assert enrolment.accept_request(request(tmp_path, world.signers[UNIT]), now=NOW).renews is None


@pytest.mark.parametrize("unit", [OTHER_UNIT, FINANCE])
def test_another_unit_vouches_for_nobody(world: World, tmp_path: Path, unit: str) -> None:
    assert code(request(tmp_path, world.signers[unit]), world.trust) == "package.request_invalid"


def test_a_stranger_with_the_same_name_does_not_either(world: World, tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    stranger = KeySigner(key, own_certificate(key, subject("Trung tâm", UNIT), NOW).public_bytes(Encoding.DER))
    assert code(request(tmp_path, stranger), world.trust) == "package.unknown_signer"
    unlisted = forged_signer(world.root._root_key, world.root._issuer)
    assert code(request(tmp_path, unlisted), world.trust) == "package.signer_not_listed"


def test_a_revoked_key_does_not_either(world: World, tmp_path: Path) -> None:
    own = next(each for each in world.grants if each.unit_code == UNIT)
    revoked = [Revocation(own.serial, NOW - timedelta(hours=1), RevocationReason.KEY_COMPROMISE)]
    pack = publish(tmp_path / "tincay.asice", world.root, world.grants, version=2, revoked=revoked)
    trust = TrustAnchors.load(world.root_pem.read_bytes(), pack, now=NOW)
    assert code(request(tmp_path, world.signers[UNIT]), trust) == "package.cert_revoked"


def test_an_expired_key_does_not_either(world: World, tmp_path: Path) -> None:
    later = NOW + timedelta(days=731)
    assert code(request(tmp_path, world.signers[UNIT], later), world.trust, later) == "package.cert_expired"


@dataclass(frozen=True)
class Forgery:
    """What somebody who saw a voucher writes around it."""

    name: str
    changes: dict[str, Any]
    vouched: dict[str, Any]


GOOD: dict[str, Any] = {"unit_code": UNIT, "public_key": DIGEST, "age_recipient": RECIPIENT}
FORGERIES = [
    Forgery("for another key", {}, {"public_key": "0" * 64}),
    Forgery("for another unit", {}, {"unit_code": OTHER_UNIT}),
    Forgery("for another recipient", {}, {"age_recipient": None}),
    Forgery("old format", {"format": "tinhgian/enrolment/1"}, {}),
    Forgery("not base64", {"voucher": "!"}, {}),
    Forgery("no signature", {"voucher": base64.b64encode(b"khong phai chu ky").decode()}, {}),
    Forgery("null", {"voucher": None}, {}),
    Forgery("one field more", {"roles": ["appraise"]}, {}),
]


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda each: each.name)
def test_a_voucher_is_not_moved_or_bent(world: World, tmp_path: Path, forgery: Forgery) -> None:
    voucher = vouch(world.signers[UNIT], **{**GOOD, **forgery.vouched}, now=NOW)
    name = subject("Trung tâm", UNIT)
    document = {
        "unit_code": UNIT,
        "unit_name": "Trung tâm",
        "request": signing_request(NEW, name).decode("ascii"),
        "age_recipient": RECIPIENT,
        "format": "tinhgian/enrolment/1.1",
        "voucher": base64.b64encode(voucher).decode("ascii"),
    }
    path = tmp_path / "dangky.asice"
    contents = PackageContents(
        kind=PackageKind.ENROLMENT,
        issuer_unit=UNIT,
        recipient_unit=None,
        period="2026",
        sequence=1,
        document=strict_json.encode({**copy.deepcopy(document), **forgery.changes}),
        created_at=NOW,
        app_version="0.1",
        trust_version=0,
    )
    write_package(path, contents, KeySigner(NEW, own_certificate(NEW, name, NOW).public_bytes(Encoding.DER)))
    assert code(path, world.trust) in {
        "package.request_invalid",
        "package.signature_invalid",
        "package.signature_profile",
    }


def test_an_older_program_is_asked_to_be_updated(world: World, tmp_path: Path) -> None:
    assert b"tinhgian/enrolment/1.1" in request(tmp_path, world.signers[UNIT]).read_bytes()
    assert b"tinhgian/enrolment/1.1" not in request(tmp_path, None).read_bytes()

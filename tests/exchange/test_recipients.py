"""Keys to encrypt to: they come with the request, stand in the signed trust pack, and older packs read as ever."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.exchange import strict_json
from desktop.exchange.errors import PackageError
from desktop.exchange.signing.encryption_key import create_encryption_key
from desktop.exchange.trust import authority, enrolment
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.pack import read_trust, write_trust
from tests.exchange.builder import FINANCE, NOW, UNIT, World, publish

PASSPHRASE = "mật khẩu thử"  # noqa: S105 - of keys that live as long as the test


@pytest.fixture(scope="module")
def recipient(tmp_path_factory: pytest.TempPathFactory) -> str:
    return create_encryption_key(tmp_path_factory.mktemp("key") / "key.pem", PASSPHRASE).recipient


def _request(world: World, target: Path, recipient: str | None) -> Path:
    written = enrolment.make_enrolment_request(
        target,
        world.folder / f"{UNIT}.pem",
        PASSPHRASE,
        unit_code=UNIT,
        unit_name="Trung tâm Y tế An Dương",
        now=NOW,
        app_version="0.1",
        age_recipient=recipient,
    )
    return written.path


def test_the_key_goes_from_the_request_into_the_trust_pack(world: World, recipient: str, tmp_path: Path) -> None:
    accepted = enrolment.accept_request(_request(world, tmp_path / "dangky.asice", recipient), now=NOW)
    assert accepted.age_recipient == recipient
    grant = authority.issue_certificate(world.root, accepted, UNIT, (), now=NOW)
    pack = publish(tmp_path / "tincay.asice", world.root, [*world.grants, grant], version=2)
    trust = TrustAnchors.load(world.root_pem.read_bytes(), pack, now=NOW)
    assert trust.recipient_of(UNIT) == recipient
    assert trust.recipient_of(FINANCE) is None
    assert trust.recipient_of("NOBODY") is None


@pytest.mark.parametrize("change", [lambda key: key[:-1] + ("q" if key[-1] != "q" else "p"), lambda key: key.upper()])
def test_a_request_with_a_misspelt_key_is_refused(world: World, recipient: str, tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    path = _request(world, tmp_path / "dangky.asice", change(recipient))
    with pytest.raises(PackageError) as refusal:
        enrolment.accept_request(path, now=NOW)
    assert refusal.value.code == "package.request_invalid"


def test_a_pack_without_keys_is_word_for_word_of_format_1(world: World) -> None:
    raw = write_trust(1, NOW, NOW, world.grants)
    document = strict_json.parse(raw, "data/trust.json")
    assert document["format"] == "tinhgian/trust/1"
    assert b"age_recipient" not in raw
    assert read_trust(document, raw, "0" * 64).grants == tuple(world.grants)


def test_a_pack_with_keys_asks_older_programs_to_be_updated(world: World, recipient: str) -> None:
    grants = [replace(world.grants[0], age_recipient=recipient), *world.grants[1:]]
    raw = write_trust(1, NOW, NOW, grants)
    document = strict_json.parse(raw, "data/trust.json")
    assert document["format"] == "tinhgian/trust/1.1"
    assert read_trust(document, raw, "0" * 64).grants == tuple(grants)


@pytest.mark.parametrize(
    ("old", "new"),
    [("tinhgian/trust/1.1", "tinhgian/trust/1"), ('"age_recipient":"age1', '"age_recipient":"age1q')],
)
def test_a_pack_that_contradicts_its_format_is_refused(world: World, recipient: str, old: str, new: str) -> None:
    raw = write_trust(1, NOW, NOW, [replace(world.grants[0], age_recipient=recipient)])
    assert old.encode() in raw
    changed = raw.replace(old.encode(), new.encode())
    with pytest.raises(PackageError) as refusal:
        read_trust(strict_json.parse(changed, "data/trust.json"), changed, "0" * 64)
    assert refusal.value.code == "package.json_invalid"


def test_a_later_format_asks_for_an_update(world: World) -> None:
    raw = write_trust(1, NOW, NOW, world.grants).replace(b"trust/1", b"trust/2")
    with pytest.raises(PackageError) as refusal:
        read_trust(strict_json.parse(raw, "data/trust.json"), raw, "0" * 64)
    assert refusal.value.code == "package.update_app"

"""A trust pack is verified once for the same bytes; whatever else decides is looked at each time."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.trust import signed_packs
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.memory import Revocation, RevocationReason, TrustMemory
from tests.exchange.builder import NOW, UNIT, World, make_world, publish

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed_packs, "_verified", {})


@pytest.fixture
def verified(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name every file that was verified whole."""
    whole, seen = signed_packs.read_package, list[str]()

    def read(path: Path, *given: object, **options: object) -> VerifiedPackage:
        seen.append(path.name)
        return whole(path, *given, **options)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(signed_packs, "read_package", read)
    return seen


@pytest.fixture
def pack(world: World, tmp_path: Path) -> Path:
    return publish(tmp_path / "tincay.asice", world.root, world.grants)


@pytest.fixture
def load(world: World, pack: Path) -> Callable[..., TrustAnchors]:
    def loaded(**options: object) -> TrustAnchors:
        return TrustAnchors.load(world.root_pem.read_bytes(), pack, **{"now": NOW, **options})  # type: ignore[arg-type]

    return loaded


def code(act: Callable[..., object], **options: object) -> str:
    with pytest.raises(Refusal) as refusal:
        act(**options)
    return refusal.value.code.removeprefix("package.")


def test_the_same_bytes_are_verified_once(load: Callable[..., TrustAnchors], verified: list[str]) -> None:
    first, second = load(), load()
    assert verified == ["tincay.asice"]
    assert first.pack == second.pack


def test_another_byte_is_seen_though_the_file_looks_as_old(load: Callable[..., TrustAnchors], pack: Path) -> None:
    load()
    good, written = pack.read_bytes(), pack.stat()
    for at in range(0, len(good), len(good) // 40):
        pack.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        os.utime(pack, ns=(written.st_atime_ns, written.st_mtime_ns))
        with pytest.raises(Refusal):
            load()
    pack.write_bytes(good)
    assert load().version == 1


def test_a_pack_that_took_its_place_is_in_force_at_once(
    world: World, load: Callable[..., TrustAnchors], pack: Path
) -> None:
    grant = next(each for each in world.grants if each.unit_code == UNIT)
    revoked = Revocation(grant.serial, NOW, RevocationReason.KEY_COMPROMISE)
    assert load().revocation_of(grant.serial) is None
    pack.unlink()
    publish(pack, world.root, world.grants, version=2, revoked=(revoked,))
    assert load().revocation_of(grant.serial) == revoked


def test_what_memory_learns_is_believed_at_once(world: World, load: Callable[..., TrustAnchors]) -> None:
    grant = next(each for each in world.grants if each.unit_code == UNIT)
    revoked = Revocation(grant.serial, NOW, RevocationReason.KEY_COMPROMISE)
    assert load().revocation_of(grant.serial) is None
    assert load(memory=TrustMemory(revoked={grant.serial: revoked})).revocation_of(grant.serial) == revoked
    assert code(load, memory=TrustMemory(crl_number=9)) == "crl_invalid"
    assert load().revocation_of(grant.serial) is None


def test_the_clock_is_asked_each_time(load: Callable[..., TrustAnchors], verified: list[str]) -> None:
    load()
    anew = {}
    for now in (NOW - 2 * DAY, NOW + 3654 * DAY):
        kept = code(load, now=now)
        signed_packs._verified.clear()
        anew[kept] = code(load, now=now)
        load()
    assert anew == {"clock_wrong": "clock_wrong", "cert_expired": "cert_expired"}
    assert len(verified) == 5


def test_a_pack_seen_before_is_judged_as_of_then(load: Callable[..., TrustAnchors]) -> None:
    load()
    seen = TrustMemory(first_seen=lambda _digest: NOW)
    assert load(now=NOW + 3654 * DAY, memory=seen).version == 1


def test_another_root_does_not_believe_what_the_first_did(
    load: Callable[..., TrustAnchors], pack: Path, tmp_path: Path
) -> None:
    load()
    (tmp_path / "other").mkdir()
    other = make_world(tmp_path / "other")
    assert code(replace(other.trust, pack=None).accept, path=pack, now=NOW) == "unknown_signer"


def test_an_older_pack_is_refused_though_it_was_verified(
    world: World, load: Callable[..., TrustAnchors], pack: Path, tmp_path: Path
) -> None:
    load()
    newer = load().accept(publish(tmp_path / "t2.asice", world.root, world.grants, version=2), now=NOW)
    for _ in range(2):
        assert code(newer.accept, path=pack, now=NOW) == "rollback"


def test_a_refusal_is_not_kept(load: Callable[..., TrustAnchors], pack: Path) -> None:
    good = pack.read_bytes()
    pack.write_bytes(good[:-1])
    assert code(load)
    pack.write_bytes(good)
    assert load().version == 1


def test_a_file_that_changes_under_the_reader_is_not_kept(
    world: World, load: Callable[..., TrustAnchors], pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, other = signed_packs.read_package, publish(tmp_path / "t2.asice", world.root, world.grants, version=2)
    first = pack.read_bytes()

    def read(path: Path, *given: object, **options: object) -> VerifiedPackage:
        shutil.copyfile(other, path)
        return whole(path, *given, **options)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(signed_packs, "read_package", read)
    assert load().version == 2
    monkeypatch.undo()
    pack.write_bytes(first)
    assert load().version == 1


def test_no_more_is_kept_than_an_office_has(world: World, tmp_path: Path) -> None:
    for version in range(1, signed_packs._KEPT + 3):
        path = publish(tmp_path / f"t{version}.asice", world.root, world.grants, version=version)
        replace(world.trust, pack=None).accept(path, now=NOW)
        assert len(signed_packs._verified) <= signed_packs._KEPT

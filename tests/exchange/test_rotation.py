"""From one root to the next: signed by both, one step at a time."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind
from desktop.exchange.trust import authority
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.memory import TrustMemory
from desktop.exchange.trust.pack import Handover, write_trust
from desktop.exchange.trust.rotation import hand_over
from tests.exchange.builder import FINANCE, NOW, UNIT, World, contents, forged_signer, make_package, publish
from tests.exchange.test_revocation import accept_code, code_of

LATER = NOW + timedelta(days=90)


def root_of(folder: Path, name: str) -> authority.RootAuthority:
    (folder / name).mkdir()
    return authority.create_root(name, "mật khẩu", folder / name, NOW)


@pytest.fixture
def second(tmp_path: Path) -> authority.RootAuthority:
    return root_of(tmp_path, "Gốc 2")


@pytest.fixture
def handed_over(world: World, tmp_path: Path, second: authority.RootAuthority) -> Path:
    return publish(tmp_path / "t2.asice", world.root, world.grants, version=2, new_root=second)


def test_a_root_that_both_signed_takes_over(
    world: World, tmp_path: Path, second: authority.RootAuthority, handed_over: Path
) -> None:
    trust = world.trust.accept(handed_over, now=NOW)
    assert (trust.root, trust.roots) == (second.certificate, (second.certificate, world.root.certificate))
    after = publish(tmp_path / "t3.asice", second, world.grants, version=3, retired=trust.retired)
    newest = trust.accept(after, now=NOW)
    assert newest.version == 3
    assert replace(world, trust=newest).read(make_package(world, tmp_path)).signer.unit_code == UNIT


def test_the_old_root_publishes_nothing_any_more(world: World, tmp_path: Path, handed_over: Path) -> None:
    trust = world.trust.accept(handed_over, now=NOW)
    by_old = publish(tmp_path / "t3.asice", world.root, world.grants, version=3)
    assert accept_code(replace(world, trust=trust), by_old) == "not_authorised"


def test_the_old_root_can_certify_nobody_whom_the_pack_does_not_list(
    world: World, tmp_path: Path, handed_over: Path
) -> None:
    trust = world.trust.accept(handed_over, now=NOW)
    forged = forged_signer(world.root._key, world.root._issuer)
    path = write_package(tmp_path / "nop.asice", contents(), forged).path
    assert code_of(replace(world, trust=trust), path) == "signer_not_listed"


def _pack(world: World, path: Path, handover: Handover | None, **changes: object) -> Path:
    crl = world.root.revoke([], 2, NOW, LATER)
    document = write_trust(2, NOW, LATER, world.grants, crl=crl, handover=handover)
    for old, new in changes.items():
        document = document.replace(old.encode(), str(new).encode())
    pack = contents(
        kind=PackageKind.TRUST, issuer_unit=FINANCE, recipient_unit=None, policies=(), document=document, sequence=2
    )
    return write_package(path, pack, world.root).path


def test_a_root_that_only_the_old_one_signed_is_refused(
    world: World, tmp_path: Path, second: authority.RootAuthority
) -> None:
    agreed = hand_over(second, world.root.certificate, 2, NOW)
    stranger = root_of(tmp_path, "Gốc lạ")
    consents = {
        "by the old root": hand_over(world.root, world.root.certificate, 2, NOW).consent,
        "by a stranger": hand_over(stranger, world.root.certificate, 2, NOW).consent,
        "for another root": hand_over(second, stranger.certificate, 2, NOW).consent,
        "for another version": hand_over(second, world.root.certificate, 3, NOW).consent,
        "none": b"",
    }
    for number, (name, consent) in enumerate(consents.items()):
        path = _pack(world, tmp_path / f"t{number}.asice", replace(agreed, consent=consent))
        assert accept_code(world, path) == "root_invalid", name
    assert world.trust.accept(_pack(world, tmp_path / "good.asice", agreed), now=NOW).root == second.certificate


def test_a_new_root_that_is_no_root_is_refused(world: World, tmp_path: Path) -> None:
    leaf = hand_over(world.signers[UNIT], world.root.certificate, 2, NOW)
    same = hand_over(world.root, world.root.certificate, 2, NOW)
    for number, handover in enumerate((leaf, same, replace(same, root=b"0"))):
        assert accept_code(world, _pack(world, tmp_path / f"t{number}.asice", handover)) == "root_invalid"


def test_a_root_without_any_consent_is_refused(world: World, tmp_path: Path, second: authority.RootAuthority) -> None:
    path = _pack(world, tmp_path / "t.asice", hand_over(second, world.root.certificate, 2, NOW), consent="zonsent")
    assert accept_code(world, path) == "json_invalid"


def test_a_root_that_only_itself_or_a_stranger_signed_is_refused(
    world: World, tmp_path: Path, second: authority.RootAuthority
) -> None:
    for number, signer in enumerate((second, root_of(tmp_path, "Gốc lạ"))):
        path = publish(tmp_path / f"t{number}.asice", signer, world.grants, version=2, new_root=second)
        assert accept_code(world, path) == "unknown_signer"


def test_the_root_after_the_next_is_accepted_only_as_a_chain(
    world: World, tmp_path: Path, second: authority.RootAuthority, handed_over: Path
) -> None:
    third = root_of(tmp_path, "Gốc 3")
    retired = (world.root.certificate,)
    to_third = publish(tmp_path / "t3.asice", second, world.grants, version=3, new_root=third, retired=retired)
    by_third = publish(tmp_path / "t4.asice", third, world.grants, version=4, retired=(*retired, second.certificate))
    assert accept_code(world, to_third) == "unknown_signer"
    assert accept_code(world, by_third) == "unknown_signer"
    chained = world.trust.accept(handed_over, now=NOW).accept(to_third, now=NOW).accept(by_third, now=NOW)
    assert (chained.root, chained.version) == (third.certificate, 4)
    pem = world.root_pem.read_bytes()
    kept = TrustAnchors.load(
        pem, by_third, now=NOW, rotations=(handed_over, to_third), memory=TrustMemory(crl_number=4)
    )
    assert replace(kept, memory=chained.memory) == chained


def test_a_pack_from_before_the_handover_no_longer_counts(world: World, handed_over: Path) -> None:
    old = world.folder / "tincay.asice"
    kept = TrustAnchors.load(world.root_pem.read_bytes(), old, now=NOW, rotations=(handed_over,))
    assert kept.version == 2

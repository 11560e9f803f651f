"""A parent unit's package with the packages of its subordinate units inside, whole; and every way to abuse that."""

import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest

from desktop.domain.errors import Refusal
from desktop.exchange import strict_json
from desktop.exchange.container import profile
from desktop.exchange.container.contents import Enclosure, PackageContents
from desktop.exchange.container.embedded import read_embedded
from desktop.exchange.container.joining import join
from desktop.exchange.container.profile import PACKAGE_TYPE, PROFILE
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart, read_any, read_package
from desktop.exchange.container.set_writer import write_set
from desktop.exchange.container.span import Span
from desktop.exchange.container.splitting import split
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import Cancelled, PackageError
from desktop.exchange.kinds import PackageKind, Role
from desktop.exchange.signing.file_signer import open_signer
from desktop.exchange.signing.key_file import create_key
from desktop.exchange.trust import authority, enrolment
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.memory import Revocation, RevocationReason
from desktop.exchange.trust.pack import read_trust, write_trust
from tests.exchange.builder import (
    FINANCE,
    NOW,
    OTHER_UNIT,
    PASSPHRASE,
    PDF,
    UNIT,
    World,
    contents,
    enclosure,
    forged_signer,
    make_world,
    publish,
)

PARENT, STRANGER = "SO-YTE", "LA-MAT"


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The usual offices, and a parent unit that may take in the packages of others."""
    world = make_world(tmp_path_factory.mktemp("family"))
    create_key(world.folder / f"{PARENT}.pem", PASSPHRASE)
    request = enrolment.make_enrolment_request(
        world.folder / "dangky-cha.asice",
        world.folder / f"{PARENT}.pem",
        PASSPHRASE,
        unit_code=PARENT,
        unit_name="Sở Y tế",
        now=NOW,
        app_version="0.1",
    )
    accepted = enrolment.accept_request(request.path, now=NOW)
    grant = authority.issue_certificate(world.root, accepted, PARENT, (Role.SUBMIT, Role.CONSOLIDATE), now=NOW)
    pack = publish(world.folder / "tincay-2.asice", world.root, [*world.grants, grant], version=2)
    trust = TrustAnchors.load(world.root_pem.read_bytes(), pack, now=NOW)
    signer = open_signer(world.folder / f"{PARENT}.pem", PASSPHRASE, trust.certificate_of_key)
    return replace(world, trust=trust, grants=[*world.grants, grant], signers={**world.signers, PARENT: signer})


def subordinate(family: World, folder: Path, unit: str = UNIT, **changes: object) -> Path:
    """Write a unit's package for the parent."""
    folder.mkdir(parents=True, exist_ok=True)
    package = contents(enclosure(folder / "decision.pdf"), **{"issuer_unit": unit, "recipient_unit": PARENT, **changes})
    name = f"nop-{unit}-{package.sequence}.asice"
    return write_package(folder / name, package, family.signers[unit]).path


def whole(path: Path, name: str = "") -> Enclosure:
    """Return the package as something to put into another."""
    return Enclosure(path, name or path.name, PACKAGE_TYPE, sha256(path.read_bytes()).hexdigest(), "package")


def carrying(family: World, target: Path, *inside: Path, signer: str = PARENT, **changes: object) -> Path:
    package = contents(*map(whole, inside), **{"issuer_unit": signer, **changes})
    return write_package(target, package, family.signers[signer]).path


@pytest.fixture
def refused(family: World, tmp_path: Path) -> Callable[..., Refusal]:
    """Return how the package with these inside is refused."""

    def read(*inside: Path, now: object = NOW, trust: object = None, **changes: object) -> Refusal:
        carrier = carrying(family, tmp_path / "gop.asice", *inside, **changes)
        world = replace(family, trust=trust or family.trust)
        with pytest.raises(PackageError) as refusal:
            world.read(carrier, now=now)
        return refusal.value

    return read


def test_packages_inside_are_verified_and_can_be_taken_out_whole(family: World, tmp_path: Path) -> None:
    inner = [subordinate(family, tmp_path / "con", unit) for unit in (UNIT, OTHER_UNIT)]
    own = enclosure(tmp_path / "own.pdf", PDF + b"\n%own")
    package = contents(own, *map(whole, inner), issuer_unit=PARENT)
    carrier = write_package(tmp_path / "gop.asice", package, family.signers[PARENT]).path
    done: list[tuple[int, int]] = []
    read = family.read(carrier, progress=lambda count, total: done.append((count, total)))
    assert [each.signer.unit_code for each in read.embedded] == [UNIT, OTHER_UNIT]
    alone = [read_package(each, family.trust, now=NOW, recipient=PARENT) for each in inner]
    assert [each.digest for each in read.embedded] == [each.digest for each in alone]
    assert read.embedded[0].path.name == f"nop-{UNIT}-2026-2-001.asice"
    assert read.embedded[0].document == alone[0].document
    assert all(not each.embedded for each in read.embedded)
    for listed, path in zip(read.enclosures[1:], inner, strict=True):
        read.extract(listed, tmp_path / "ra.asice")
        assert (tmp_path / "ra.asice").read_bytes() == path.read_bytes()
        (tmp_path / "ra.asice").unlink()
    read.embedded[1].extract(read.embedded[1].enclosures[0], tmp_path / "ra.pdf")
    assert (tmp_path / "ra.pdf").read_bytes() == PDF
    assert done == sorted(done)
    assert done[-1][0] <= done[-1][1]


@pytest.mark.skipif(which("openssl") is None, reason="OpenSSL is not here")
def test_a_package_inside_comes_out_with_unzip_alone_and_openssl_believes_it(family: World, tmp_path: Path) -> None:
    carrier = carrying(family, tmp_path / "gop.asice", subordinate(family, tmp_path / "con"))
    with zipfile.ZipFile(carrier) as archive:
        archive.extract("data/attachments/000001.asice", tmp_path)
    with zipfile.ZipFile(tmp_path / "data/attachments/000001.asice") as inside:
        inside.extractall(tmp_path / "inner")
    meta = tmp_path / "inner/META-INF"
    command = [
        "openssl",
        "cms",
        "-verify",
        "-binary",
        "-cades",
        "-inform",
        "DER",
        "-in",
        str(meta / "signature001.p7s"),
    ]
    more = ["-content", str(meta / "ASiCManifest001.xml"), "-CAfile", str(family.root_pem), "-attime"]
    result = subprocess.run(
        [*command, *more, f"{NOW.timestamp():.0f}", "-out", "/dev/null"], check=False, capture_output=True
    )
    assert result.returncode == 0, result.stderr


def test_one_from_a_stranger_refuses_the_whole_and_is_named(
    family: World, refused: Callable[..., Refusal], tmp_path: Path
) -> None:
    other = authority.create_root("Gốc lạ", PASSPHRASE, _made(tmp_path / "la"), NOW)
    stranger = forged_signer(other._key, other._issuer)
    folder = _made(tmp_path / "con")
    package = contents(enclosure(folder / "decision.pdf"), recipient_unit=PARENT)
    forged = write_package(folder / "nop-gia.asice", package, stranger).path
    good = subordinate(family, folder, OTHER_UNIT)
    refusal = refused(good, forged)
    assert refusal.code == "package.unknown_signer"
    assert refusal.params["file"] == "gop.asice › nop-gia.asice"


def test_one_for_another_parent_is_refused(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    refusal = refused(subordinate(family, tmp_path / "con", recipient_unit=OTHER_UNIT))
    assert refusal.code == "package.embedded_address"
    assert (refusal.params["recipient"], refusal.params["signer"]) == (OTHER_UNIT, "Sở Y tế")
    assert refused(subordinate(family, tmp_path / "con2", recipient_unit=FINANCE)).code == "package.embedded_address"


def test_an_own_package_for_oneself_is_refused(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    assert refused(subordinate(family, tmp_path / "con", PARENT)).code == "package.embedded_address"


def test_one_signed_for_another_unit_is_refused(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    folder = _made(tmp_path / "con")
    package = contents(enclosure(folder / "decision.pdf"), issuer_unit=OTHER_UNIT, recipient_unit=PARENT)
    assert (
        refused(write_package(folder / "x.asice", package, family.signers[UNIT]).path).code == "package.not_authorised"
    )


@pytest.mark.parametrize("at", ["attachment", "document", "manifest", "signature", "directory", "first", "last"])
def test_one_that_was_changed_by_a_byte_is_refused_though_the_parent_signed_over_it(
    family: World, refused: Callable[..., Refusal], tmp_path: Path, at: str
) -> None:
    path = subordinate(family, tmp_path / "con")
    good = bytearray(path.read_bytes())
    sought = {"attachment": PDF, "document": b'{"format":"tinhgian/submission', "manifest": b"DigestValue"}
    sought |= {"signature": b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", "directory": b"PK\x01\x02"}
    place = {"first": 0, "last": len(good) - 1}.get(at)
    place = good.index(sought[at]) + 5 if place is None else place
    good[place] ^= 1
    path.write_bytes(good)
    if at == "first":  # no package at all: the writer sees that already
        with pytest.raises(PackageError):
            carrying(family, tmp_path / "gop.asice", path)
        return
    refusal = refused(path)
    assert refusal.params["file"] == f"gop.asice › {path.name}"


def test_nesting_goes_one_level_deep_only(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    grant = next(each for each in family.grants if each.unit_code == OTHER_UNIT)
    raised = [replace(each, roles=each.roles | {Role.CONSOLIDATE}) if each is grant else each for each in family.grants]
    pack = publish(tmp_path / "t3.asice", family.root, raised, version=3)
    trust = family.trust.accept(pack, now=NOW)
    inner = subordinate(family, tmp_path / "con", recipient_unit=OTHER_UNIT)
    middle = carrying(family, tmp_path / "giua.asice", inner, signer=OTHER_UNIT, recipient_unit=PARENT)
    assert len(read_package(middle, trust, now=NOW, recipient=PARENT).embedded) == 1
    refusal = refused(middle, trust=trust)
    assert refusal.code == "package.embedded_nested"


def test_the_same_one_twice_is_refused(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    path = subordinate(family, tmp_path / "con")
    assert refused(path, path).code == "package.embedded_twice"
    again = subordinate(family, tmp_path / "again")  # the same number with another id
    assert refused(path, again).code == "package.embedded_twice"


def test_a_unit_without_the_role_may_not_embed(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    refusal = refused(subordinate(family, tmp_path / "con", recipient_unit=OTHER_UNIT), signer=OTHER_UNIT)
    assert refusal.code == "package.may_not_embed"
    assert refusal.params["file"] == "gop.asice"


def test_only_submissions_are_embedded(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    folder = _made(tmp_path / "con")
    package = contents(kind=PackageKind.REPORT, recipient_unit=PARENT)
    assert refused(write_package(folder / "bc.asice", package, family.signers[UNIT]).path).code == "package.wrong_kind"


def test_no_other_kind_embeds(family: World, tmp_path: Path) -> None:
    inner = whole(subordinate(family, tmp_path / "con", recipient_unit=FINANCE))
    for kind in (PackageKind.DECISION, PackageKind.REPORT):
        package = contents(inner, kind=kind, issuer_unit=FINANCE, recipient_unit=UNIT)
        with pytest.raises(PackageError) as refusal:
            write_package(tmp_path / "x.asice", package, family.signers[FINANCE])
        assert refusal.value.code == "package.media_type"


def test_the_certificate_of_the_one_inside_is_judged_when_it_was_first_seen(
    family: World, refused: Callable[..., Refusal], tmp_path: Path
) -> None:
    path = subordinate(family, tmp_path / "con")
    serial = next(each.serial for each in family.grants if each.unit_code == UNIT)
    pack = publish(
        tmp_path / "t3.asice",
        family.root,
        family.grants,
        version=3,
        revoked=[Revocation(serial, NOW, RevocationReason.KEY_COMPROMISE)],
    )
    trust = family.trust.accept(pack, now=NOW)
    refusal = refused(path, trust=trust)
    assert refusal.code == "package.cert_revoked"
    assert refusal.params["file"] == f"gop.asice › {path.name}"
    digest = read_package(path, family.trust, now=NOW).digest
    before = NOW.replace(day=NOW.day - 1)
    known = replace(trust, memory=replace(trust.memory, first_seen={digest: before}.get))
    assert len(read_package(tmp_path / "gop.asice", known, now=NOW).embedded) == 1


def _in_parts(
    family: World, folder: Path, package: PackageContents, limit: int
) -> list[VerifiedPackage | VerifiedPart]:
    parts = split(package, limit)
    targets = [folder / f"phan-{number}.asice" for number in range(len(parts))]
    write_set(targets, parts, family.signers[package.issuer_unit], None)
    return [read_any(each, family.trust, now=NOW) for each in targets]


def test_a_carrier_that_goes_in_parts_brings_the_same(
    family: World, refused: Callable[..., Refusal], tmp_path: Path
) -> None:
    inner = [subordinate(family, tmp_path / "con", unit) for unit in (UNIT, OTHER_UNIT)]
    limit = max(each.stat().st_size for each in inner) + 38_000
    carrier = contents(*map(whole, inner), issuer_unit=PARENT)
    parts = _in_parts(family, tmp_path, carrier, limit)
    assert len(parts) == 2
    joined = join([each for each in parts if isinstance(each, VerifiedPart)])
    assert sorted(each.signer.unit_code for each in joined.embedded) == sorted([UNIT, OTHER_UNIT])
    twice = contents(whole(inner[0]), whole(inner[0], "lan-hai.asice"), issuer_unit=PARENT, sequence=2)
    with pytest.raises(PackageError) as refusal:
        join(
            [each for each in _in_parts(family, _made(tmp_path / "2"), twice, limit) if isinstance(each, VerifiedPart)]
        )
    assert refusal.value.code == "package.embedded_twice"


def test_a_part_alone_is_not_embedded(family: World, refused: Callable[..., Refusal], tmp_path: Path) -> None:
    folder = _made(tmp_path / "con")
    files = [enclosure(folder / f"{name}.pdf", PDF + bytes(30_000) + name.encode()) for name in ("a", "b")]
    parts = _in_parts(family, folder, contents(*files, recipient_unit=PARENT), 80_000)
    assert len(parts) == 2
    assert refused(parts[0].path).code == "package.part_alone"


def test_many_and_large_ones_are_bounded(family: World, tmp_path: Path) -> None:
    inner = subordinate(family, tmp_path / "con")
    many = contents(*[whole(inner)] * (PROFILE.max_embedded + 1), issuer_unit=PARENT)
    with pytest.raises(PackageError) as refusal:
        write_package(tmp_path / "x.asice", many, family.signers[PARENT])
    assert refusal.value.code == "package.too_many_enclosures"
    carrier = family.read(carrying(family, tmp_path / "gop.asice", inner))
    small = replace(PROFILE, max_document=len(carrier.embedded[0].document_bytes) - 1)
    opened = _Opened(carrier)
    with pytest.raises(PackageError) as refusal:
        read_embedded(opened, carrier.signer, lambda _span: carrier.embedded[0], small)  # type: ignore[arg-type]
    assert refusal.value.code == "package.too_large"


class _Opened:
    """As much of an opened container as reading what is inside asks for."""

    def __init__(self, package: VerifiedPackage) -> None:
        self.path, self.envelope = package.path, package.envelope
        self.spans = {each.path: Span(0, each.size) for each in package.enclosures}


def test_work_on_the_ones_inside_can_be_stopped(family: World, tmp_path: Path) -> None:
    carrier = carrying(family, tmp_path / "gop.asice", subordinate(family, tmp_path / "con"))
    calls = []
    family.read(carrier, cancelled=lambda: calls.append(1) or False)
    last = len(calls)
    calls.clear()
    with pytest.raises(Cancelled):
        family.read(carrier, cancelled=lambda: calls.append(1) or len(calls) == last)


def test_a_pack_with_the_role_asks_older_programs_to_be_updated(family: World) -> None:
    raw = write_trust(2, NOW, NOW, family.grants)
    document = strict_json.parse(raw, "data/trust.json")
    assert document["format"] == "tinhgian/trust/1.2"
    assert read_trust(document, raw, "0" * 64).grants == tuple(family.grants)
    claimed = raw.replace(b"trust/1.2", b"trust/1.1")
    with pytest.raises(PackageError) as refusal:
        read_trust(strict_json.parse(claimed, "data/trust.json"), claimed, "0" * 64)
    assert refusal.value.code == "package.json_invalid"


def test_embedded_entries_are_told_from_scans_by_their_ending() -> None:
    assert profile.is_embedded("data/attachments/000001.asice")
    assert not profile.is_embedded("data/attachments/000001.pdf")
    assert PROFILE.limit_of("data/attachments/000001.asice") == PROFILE.max_package


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder

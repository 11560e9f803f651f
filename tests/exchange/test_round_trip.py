"""A package that was written is read back as it was meant."""

import json
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest

from desktop.domain.rounds import PolicyRef
from desktop.exchange.container.contents import InReplyTo, PackageContents
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError
from desktop.exchange.kinds import PackageKind, Role, package_file_name
from desktop.exchange.trust.anchors import TrustAnchors
from tests.exchange.builder import (
    ENVELOPE,
    FINANCE,
    JPEG,
    MANIFEST,
    NOW,
    PDF,
    UNIT,
    World,
    contents,
    enclosure,
    entries_of,
    make_package,
)

ROOT = Path(__file__).parents[2]


def test_what_was_written_is_read(world: World, tmp_path: Path) -> None:
    package = world.read(make_package(world, tmp_path), expected_kind=PackageKind.SUBMISSION)
    assert package.document["people"] == [{"full_name": "Nguyễn Văn Ổn"}]
    assert package.envelope.policies == (PolicyRef("nd29-2023", "1", "0" * 64),)
    assert [each.name for each in package.enclosures] == ["Quyết định 12.pdf", "ảnh.jpg"]
    assert (package.signer.unit_code, package.signer.roles) == (UNIT, {Role.SUBMIT})
    assert package.signer.claimed_signing_time == NOW


def test_writing_tells_the_digest_that_reading_finds(world: World, tmp_path: Path) -> None:
    package_id = "8a1c3f40-5d5e-4b6f-9c7d-0123456789ab"
    written = write_package(tmp_path / "a.asice", contents(), world.signers[UNIT], package_id=package_id)
    read = world.read(written.path)
    manifest = entries_of(written.path.read_bytes())[MANIFEST]
    assert (written.package_id, written.digest) == (package_id, sha256(manifest).hexdigest())
    assert (read.envelope.package_id, read.digest) == (package_id, written.digest)


def test_enclosures_come_out_byte_by_byte(world: World, tmp_path: Path) -> None:
    package = world.read(make_package(world, tmp_path))
    for listed, content in zip(package.enclosures, (PDF, JPEG), strict=True):
        package.extract(listed, tmp_path / "out")
        assert (tmp_path / "out").read_bytes() == content


def test_extracting_from_a_package_changed_since_leaves_nothing(world: World, tmp_path: Path) -> None:
    path = make_package(world, tmp_path)
    package = world.read(path)
    path.write_bytes(path.read_bytes().replace(b"endobj", b"ENDOBJ"))
    with pytest.raises(PackageError) as refusal:
        package.extract(package.enclosures[0], tmp_path / "out.pdf")
    assert refusal.value.code == "package.digest_mismatch"
    assert not list(tmp_path.glob("out.pdf*"))


def test_a_decision_cites_what_it_answers(world: World, tmp_path: Path) -> None:
    submission = world.read(make_package(world, tmp_path))
    reply = InReplyTo(submission.envelope.package_id, submission.digest)
    answer = contents(kind=PackageKind.DECISION, issuer_unit=FINANCE, recipient_unit=UNIT, in_reply_to=reply)
    path = write_package(tmp_path / "tra.asice", answer, world.signers[FINANCE]).path
    decision = world.read(path, recipient=UNIT)
    assert decision.envelope.in_reply_to == reply
    assert "data/decision.json" in entries_of(path.read_bytes())


def test_a_replacement_names_what_it_replaces(world: World, tmp_path: Path) -> None:
    first = world.read(make_package(world, tmp_path))
    path = make_package(world, tmp_path, sequence=2, supersedes=first.envelope.package_id)
    assert world.read(path).envelope.supersedes == first.envelope.package_id


def test_names_of_files_are_composed(world: World, tmp_path: Path) -> None:
    decomposed = "Quye\u0302\u0301t đi\u0323nh.pdf"
    package = contents(enclosure(tmp_path / "a.pdf", name=decomposed))
    path = write_package(tmp_path / "nop.asice", package, world.signers[UNIT]).path
    assert world.read(path).enclosures[0].name == "Quyết định.pdf"


def test_the_same_contents_give_the_same_headers(world: World, tmp_path: Path) -> None:
    package_id = "8a1c3f40-5d5e-4b6f-9c7d-0123456789ab"

    def written(package: PackageContents) -> dict[str, bytes]:
        path = write_package(tmp_path / "a.asice", package, world.signers[UNIT], package_id=package_id).path
        return entries_of(path.read_bytes())

    first, second = written(contents()), written(contents())
    del first["META-INF/signature001.p7s"], second["META-INF/signature001.p7s"]
    assert first == second


def test_the_envelope_follows_its_schema(entries: dict[str, bytes]) -> None:
    schema = json.loads((ROOT / "resources/schemas/package-envelope.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(entries[ENVELOPE]))


def test_file_names_are_plain_ascii() -> None:
    assert package_file_name(PackageKind.SUBMISSION, UNIT, "2026-2", 3) == "nop-TTYT-AN-DUONG-2026-2-003.asice"


def test_progress_rises_to_the_whole(world: World, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    package = contents(enclosure(tmp_path / "a.pdf", PDF + bytes(3_000_000)))
    write_package(
        tmp_path / "nop.asice", package, world.signers[UNIT], progress=lambda done, total: seen.append((done, total))
    )
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] == 2 * (len(PDF) + 3_000_000 + len(package.document))


def test_a_package_read_after_its_certificate_ended_is_refused(world: World, path: Path, good: bytes) -> None:
    path.write_bytes(good)
    with pytest.raises(PackageError) as refusal:
        world.read(path, now=NOW + timedelta(days=731))
    assert refusal.value.code == "package.cert_expired"


def test_importing_the_room_does_not_load_the_signing_library() -> None:
    code = (
        "import sys, desktop.exchange.container.writer, desktop.exchange.trust.authority;"
        "sys.exit('pyhanko' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_trust_is_the_same_after_loading_again(world: World) -> None:
    again = TrustAnchors.load(world.root_pem.read_bytes(), world.folder / "tincay.asice", now=NOW)
    assert again == world.trust

"""Writing is all or nothing, whatever goes wrong."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.exchange import errors
from desktop.exchange.container.part_file import part_file
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError
from tests.exchange.builder import FINANCE, PDF, UNIT, World, contents, enclosure

ROOT = Path(__file__).parents[2]


def refused(world: World, target: Path, package: object, **options: object) -> PackageError:
    with pytest.raises(PackageError) as refusal:
        write_package(target, package, world.signers[UNIT], **options)
    assert refusal.value.params["file"] == target.name
    return refusal.value


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "tiny"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tinhgian-test", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a small disk can be mounted by root on Linux only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_nothing(world: World, tmp_path: Path, tiny_disk: Path) -> None:
    package = contents(enclosure(tmp_path / "a.pdf", PDF + bytes(300_000)))
    assert refused(world, tiny_disk / "nop.asice", package).code == "package.disk_full"
    assert not list(tiny_disk.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process exist on POSIX only")
def test_a_disk_that_takes_no_large_files_leaves_nothing(world: World, tmp_path: Path, out: Path) -> None:
    import resource  # noqa: PLC0415 - POSIX only

    package = contents(enclosure(tmp_path / "a.pdf", PDF + bytes(300_000)))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        code = refused(world, out / "nop.asice", package).code
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert code == "package.disk_file_limit"
    assert not list(out.iterdir())


def test_a_folder_that_is_not_there_is_named(world: World, out: Path) -> None:
    assert refused(world, out / "missing" / "nop.asice", contents()).code == "package.cannot_write"


def test_a_failed_write_keeps_the_file_that_was_there(world: World, tmp_path: Path, out: Path) -> None:
    target = out / "nop.asice"
    target.write_bytes(b"earlier")
    changed = enclosure(tmp_path / "a.pdf", sha256="0" * 64)
    assert refused(world, target, contents(changed)).code == "package.enclosure_changed"
    assert [path.read_bytes() for path in out.iterdir()] == [b"earlier"]


@pytest.mark.parametrize("after", [0, 1, 4, 6])
def test_cancelling_leaves_nothing(world: World, tmp_path: Path, out: Path, after: int) -> None:
    asked = iter(range(100))
    package = contents(enclosure(tmp_path / "a.pdf", PDF + bytes(3_000_000)))
    refusal = refused(world, out / "nop.asice", package, cancelled=lambda: next(asked) >= after)
    assert refusal.code == "package.cancelled"
    assert not list(out.iterdir())


def test_cancelling_a_read_says_so(world: World, out: Path) -> None:
    path = write_package(out / "nop.asice", contents(), world.signers[UNIT]).path
    with pytest.raises(PackageError) as refusal:
        world.read(path, cancelled=lambda: True)
    assert refusal.value.code == "package.cancelled"


def test_a_scan_that_went_away_is_named(world: World, tmp_path: Path, out: Path) -> None:
    gone = enclosure(tmp_path / "a.pdf")
    gone.path.unlink()
    refusal = refused(world, out / "nop.asice", contents(gone))
    assert (refusal.code, refusal.params["name"]) == ("package.enclosure_missing", "Quyết định 12.pdf")


def test_a_scan_that_changed_is_named(world: World, tmp_path: Path, out: Path) -> None:
    scan = enclosure(tmp_path / "a.pdf")
    scan.path.write_bytes(PDF + b" ")
    refusal = refused(world, out / "nop.asice", contents(scan))
    assert (refusal.code, refusal.params["name"]) == ("package.enclosure_changed", "Quyết định 12.pdf")
    assert not list(out.iterdir())


@pytest.mark.parametrize("media_type", ["text/html", "image/png"])
def test_a_scan_of_another_type_is_named(world: World, tmp_path: Path, out: Path, media_type: str) -> None:
    refusal = refused(world, out / "nop.asice", contents(enclosure(tmp_path / "a.pdf", media_type=media_type)))
    assert refusal.code == "package.media_type"
    assert not list(out.iterdir())


def test_a_scan_beyond_the_limit_is_named_with_its_size(world: World, tmp_path: Path, out: Path) -> None:
    large = enclosure(tmp_path / "a.pdf")
    os.truncate(large.path, 50_000_001)
    refusal = refused(world, out / "nop.asice", contents(large))
    assert (refusal.code, refusal.params["size_mb"], refusal.params["limit_mb"]) == (
        "package.enclosure_too_large",
        51,
        50,
    )


def test_more_scans_than_fit_are_counted(world: World, tmp_path: Path, out: Path) -> None:
    refusal = refused(world, out / "nop.asice", contents(*[enclosure(tmp_path / "a.pdf")] * 946))
    assert (refusal.code, refusal.params["count"], refusal.params["limit"]) == (
        "package.too_many_enclosures",
        946,
        945,
    )


def test_as_many_scans_as_fit_are_written(world: World, tmp_path: Path, out: Path) -> None:
    package = contents(*[enclosure(tmp_path / "a.pdf")] * 945)
    path = write_package(out / "nop.asice", package, world.signers[UNIT]).path
    assert len(world.read(path, recipient=FINANCE).enclosures) == 945


@pytest.mark.parametrize("document", [b"{", b'{"a":1.5}', b"[]"])
def test_records_that_nobody_could_read_are_not_sent(world: World, out: Path, document: bytes) -> None:
    assert refused(world, out / "nop.asice", contents(document=document)).code == "package.json_invalid"
    assert not list(out.iterdir())


def test_a_killed_writer_leaves_only_the_part(world: World, tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from desktop.exchange.container.part_file import part_file\n"
        "with part_file(Path(sys.argv[1])) as part:\n    part.write_bytes(b'half'); os._exit(9)"
    )
    target = tmp_path / "a.asice"
    subprocess.run([sys.executable, "-c", code, str(target)], cwd=ROOT, check=False)
    assert [path.name for path in tmp_path.iterdir()] == ["a.asice.part"]
    write_package(target, contents(), world.signers[UNIT])
    assert [path.name for path in tmp_path.iterdir()] == ["a.asice"]


@pytest.mark.parametrize(
    ("windows_code", "code"), [(32, "package.locked"), (112, "package.disk_full"), (5, "package.cannot_write")]
)
def test_what_windows_says_is_understood(tmp_path: Path, windows_code: int, code: str) -> None:
    error = OSError(13, "said by Windows")
    error.winerror = windows_code  # type: ignore[attr-defined, unused-ignore]  # exists on Windows only
    with pytest.raises(PackageError) as refusal, part_file(tmp_path / "a.asice"):
        raise error
    assert refusal.value.code == code
    expected = "package.locked" if windows_code == 32 else "package.cannot_read"
    assert errors.reading_refused(error, "a").code == expected


def test_memory_does_not_grow_with_the_package(world: World, tmp_path: Path, out: Path) -> None:
    scans = [enclosure(tmp_path / f"{number}.pdf", PDF + bytes(20_000_000)) for number in range(3)]
    write_package(out / "warm.asice", contents(), world.signers[UNIT])
    tracemalloc.start()
    try:
        path = write_package(out / "nop.asice", contents(*scans), world.signers[UNIT]).path
        package = world.read(path)
        package.extract(package.enclosures[0], out / "scan.pdf")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 6_000_000

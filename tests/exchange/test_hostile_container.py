"""Containers that a forger or a broken stick could make; each is refused with its own reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.exchange.errors import PackageError
from tests.exchange.builder import (
    MANIFEST,
    PDF,
    SIGNATURE,
    UNIT,
    RawEntry,
    RawZip,
    World,
    raw_zip,
    resigned,
    zip64_end,
)

FIRST = "data/attachments/000001.pdf"
END_SIZE = 22


def refused(world: World, path: Path, package: bytes) -> str:
    path.write_bytes(package)
    with pytest.raises(PackageError) as refusal:
        world.read(path)
    assert refusal.value.params["file"] == path.name
    return refusal.value.code.removeprefix("package.")


def add_file(name: bytes) -> Callable[[RawZip], None]:
    return lambda raw: raw.entries.insert(1, RawEntry(name, PDF))


@pytest.mark.parametrize(
    "name",
    [
        b"../x.pdf",
        b"data/../../x.pdf",
        rb"C:\x.pdf",
        rb"..\x.pdf",
        b"/abs.pdf",
        b"data/attachments/A.pdf",
        "data/attachments/é.pdf".encode(),
        "data/attachments/e\u0301.pdf".encode(),
        b"data/attachments/CON.pdf",
        b"data/attachments/con.pdf",
        b"data/attachments/lpt1.pdf",
        b"data/attachments/a.",
        b"data/a:b.pdf",
        b"data/a\0.pdf",
        b"data/" + b"a" * 300 + b".pdf",
        b"data//a.pdf",
        b"",
        b"data/a.pdf\n",
        b"mimetype2",
    ],
)
def test_a_name_off_the_list_is_refused(world: World, path: Path, good: bytes, name: bytes) -> None:
    raw = raw_zip(good)
    add_file(name)(raw)
    assert refused(world, path, raw.dump()) == "entry_name"


def test_a_case_twin_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.entries += [RawEntry(b"META-INF/signature.p7s", b""), RawEntry(b"META-INF/Signature.p7s", b"")]
    assert refused(world, path, raw.dump()) == "entry_name"


def test_a_name_twice_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.entries.append(RawEntry(FIRST.encode(), b"%PDF-other"))
    assert refused(world, path, raw.dump()) == "duplicate_entry"


@pytest.mark.parametrize(
    "central",
    [{"external": 0o120777 << 16, "made_by": 0x0314}, {"external": 0x10}, {"external": 0o060644 << 16}],
    ids=["symlink", "directory", "device"],
)
def test_an_entry_that_is_no_file_is_refused(
    world: World, path: Path, good: bytes, central: dict[str, int | bytes]
) -> None:
    raw = raw_zip(good)
    raw[FIRST].central = central
    assert refused(world, path, raw.dump()) == "entry_type"


def test_a_folder_entry_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.entries.insert(1, RawEntry(b"data/", b""))
    assert refused(world, path, raw.dump()) == "entry_type"


_LIES: list[dict[str, int | bytes]] = [
    {"name": b"data/attachments/000009.pdf"},
    {"size": 3},
    {"stored": 3},
    {"method": 8},
    {"crc": 1},
    {"flags": 1},
    {"flags": 8},
    {"flags": 0x800},
    {"time": 1},
    {"date": 0x22},
    {"version": 20},
    {"method": 12},
    {"method": 14},
    {"extra": b"\x01\x00\x00\x00"},
]


@pytest.mark.parametrize("lie", _LIES, ids=[f"{next(iter(lie))}-{number}" for number, lie in enumerate(_LIES)])
def test_a_local_header_that_lies_is_refused(
    world: World, path: Path, good: bytes, lie: dict[str, int | bytes]
) -> None:
    raw = raw_zip(good)
    raw[FIRST].local = lie
    assert refused(world, path, raw.dump()) == "zip_structure"


_ODD: list[dict[str, int | bytes]] = [
    *_LIES[1:],
    {"comment": b"x"},
    {"disk": 1},
    {"internal": 1},
    {"made_by": 20},
    {"offset": 1},
]


@pytest.mark.parametrize("odd", _ODD, ids=[f"{next(iter(odd))}-{number}" for number, odd in enumerate(_ODD)])
def test_both_headers_agreeing_on_something_odd_are_refused(
    world: World, path: Path, good: bytes, odd: dict[str, int | bytes]
) -> None:
    raw = raw_zip(good)
    raw[FIRST].central = odd
    raw[FIRST].local = {name: value for name, value in odd.items() if name in {"flags", "method", "time", "extra"}}
    assert refused(world, path, raw.dump()) == "zip_structure"


def test_both_checksums_wrong_alike_are_refused(world: World, path: Path, good: bytes) -> None:
    for name in ("mimetype", FIRST, MANIFEST, SIGNATURE):
        raw = raw_zip(good)
        raw[name].local = raw[name].central = {"crc": 1}
        assert refused(world, path, raw.dump()) == "digest_mismatch"


def test_a_deflated_entry_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    entry = raw[FIRST]
    entry.local = entry.central = {"method": 8, "size": 10 * len(entry.content)}
    assert refused(world, path, raw.dump()) == "zip_structure"


@pytest.mark.parametrize("prefix", [b"%PDF-1.4\n", b"MZ" + bytes(64), b"\0"])
@pytest.mark.parametrize("shifted", [False, True])
def test_bytes_before_the_first_entry_are_refused(
    world: World, path: Path, good: bytes, prefix: bytes, shifted: bool
) -> None:
    if shifted:  # offsets that take the prefix into account
        raw = raw_zip(good)
        raw.prefix = prefix
        package = raw.dump()
    else:
        package = prefix + good
    assert refused(world, path, package) in {"zip_structure", "not_a_package"}


def test_bytes_after_the_end_are_refused(world: World, path: Path, good: bytes) -> None:
    for suffix in (b"\0", b"comment" * 50, good, good[-END_SIZE:], b"\0" * 70_000):
        expected = {"zip_structure"} if len(suffix) < 66_000 else {"truncated"}
        assert refused(world, path, good + suffix) in expected


def test_an_archive_comment_is_refused(world: World, path: Path, good: bytes) -> None:
    assert refused(world, path, good[:-2] + b"\x05\x00" + b"hello") == "zip_structure"


def test_an_entry_missing_from_the_directory_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw[FIRST].listed = False
    assert refused(world, path, raw.dump()) == "zip_structure"


def test_a_gap_between_entries_is_refused(world: World, path: Path, good: bytes) -> None:
    for name in (FIRST, MANIFEST):
        raw = raw_zip(good)
        raw[name].before = b"hidden"
        assert refused(world, path, raw.dump()) == "zip_structure"


def test_entries_that_overlap_are_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.entries[2].central = {"offset": 38}
    assert refused(world, path, raw.dump()) == "zip_structure"


def test_entries_in_another_order_are_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.entries[1], raw.entries[2] = raw.entries[2], raw.entries[1]
    assert refused(world, path, raw.dump()) == "zip_structure"


def test_a_package_cut_short_is_refused(world: World, path: Path, good: bytes) -> None:
    for length in (0, 1, 3, 30, len(good) // 2, len(good) - END_SIZE, len(good) - 1):
        assert refused(world, path, good[:length]) == "truncated"


def test_too_many_entries_are_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.entries += [RawEntry(f"data/attachments/{number:06d}.pdf".encode(), b"") for number in range(10, 960)]
    assert refused(world, path, raw.dump()) == "too_large"


def test_seventy_thousand_entries_are_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.end = {"count": 70_000}
    assert refused(world, path, raw.dump()) == "too_large"
    raw.end = {"count": 0xFFFF}
    assert refused(world, path, raw.dump()) == "too_large"


def test_zip64_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.end = {"start": 0xFFFFFFFF}
    assert refused(world, path, raw.dump()) == "too_large"
    assert refused(world, path, good[:-END_SIZE] + zip64_end() + good[-END_SIZE:]) == "zip_structure"
    raw = raw_zip(good)
    raw[FIRST].central = {"size": 0xFFFFFFFF}
    assert refused(world, path, raw.dump()) == "too_large"


def test_an_attachment_beyond_the_limit_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw[FIRST].local = raw[FIRST].central = {"size": 50_000_001, "stored": 50_000_001}
    assert refused(world, path, raw.dump()) == "too_large"


def test_a_package_beyond_the_limit_is_refused(world: World, path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(3_900_000_001)  # a sparse file: nothing is stored
    with pytest.raises(PackageError) as refusal:
        world.read(path)
    assert refusal.value.code == "package.too_large"


def test_a_directory_longer_than_its_entries_is_refused(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    raw.entries[1].central = {"extra": bytes(60_000)}
    assert refused(world, path, raw.dump()) in {"entry_name", "zip_structure"}


@pytest.mark.parametrize(
    "content",
    [b"application/zip", b"\xef\xbb\xbfapplication/vnd.etsi.asic-e+zip", b"application/vnd.etsi.asic-s+zip", b""],
)
def test_another_mimetype_is_not_a_package(world: World, path: Path, good: bytes, content: bytes) -> None:
    raw = raw_zip(good)
    raw["mimetype"].content = content
    assert refused(world, path, raw.dump()) == "not_a_package"


def test_mimetype_missing_or_not_first_is_not_a_package(world: World, path: Path, good: bytes) -> None:
    raw = raw_zip(good)
    first = raw.entries.pop(0)
    assert refused(world, path, raw.dump()) == "not_a_package"
    raw.entries.append(first)
    assert refused(world, path, raw.dump()) == "not_a_package"


def test_other_files_are_not_packages(world: World, path: Path) -> None:
    workbook = raw_zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}).dump()
    empty_zip = b"PK\x05\x06" + bytes(18)
    for other in (workbook, empty_zip, PDF * 20, b"MZ" + bytes(900), b"x", b"\xd0\xcf\x11\xe0" * 50):
        assert refused(world, path, other) == "not_a_package"


def test_a_file_that_is_not_there_is_named(world: World, path: Path) -> None:
    with pytest.raises(PackageError) as refusal:
        world.read(path)
    assert (refusal.value.code, refusal.value.params["file"]) == ("package.not_found", path.name)


def test_a_folder_is_no_package(world: World, tmp_path: Path) -> None:
    with pytest.raises(PackageError) as refusal:
        world.read(tmp_path)
    assert refusal.value.code == "package.cannot_read"


@pytest.mark.parametrize("name", ["data/extra.json", "data/attachments/000099.pdf", "META-INF/extra.xml"])
def test_an_entry_that_nobody_signed_is_refused(world: World, path: Path, good: bytes, name: str) -> None:
    raw = raw_zip(good)
    raw.entries.insert(2, RawEntry(name.encode(), PDF))
    assert refused(world, path, raw.dump()) == "unlisted_entry"


def test_a_second_manifest_is_refused(world: World, path: Path, entries: dict[str, bytes]) -> None:
    entries["META-INF/ASiCManifest002.xml"] = entries[MANIFEST]
    entries["META-INF/signature002.p7s"] = entries[SIGNATURE]
    assert refused(world, path, raw_zip(entries).dump()) == "unlisted_entry"


def test_without_manifest_or_signature_nothing_is_read(world: World, path: Path, good: bytes) -> None:
    for name in (MANIFEST, SIGNATURE):
        raw = raw_zip(good)
        raw.entries.remove(raw[name])
        assert refused(world, path, raw.dump()) == "manifest_invalid"


def test_one_changed_bit_is_refused_wherever_it_is(world: World, path: Path, good: bytes) -> None:
    expected = {
        FIRST: {"digest_mismatch"},
        "data/package.json": {"digest_mismatch"},
        "data/submission.json": {"digest_mismatch"},
        MANIFEST: {"signature_invalid"},
        SIGNATURE: {"signature_invalid", "signature_profile"},
    }
    for name, codes in expected.items():
        raw = raw_zip(good)
        changed = bytearray(raw[name].content)
        changed[len(changed) // 2] ^= 1
        raw[name].content = bytes(changed)
        assert refused(world, path, raw.dump()) in codes


def test_entries_signed_in_another_order_than_they_lie_are_refused(
    world: World, path: Path, entries: dict[str, bytes]
) -> None:
    signed = resigned(entries, world.signers[UNIT])
    moved = {"mimetype": signed.pop("mimetype"), "data/submission.json": signed.pop("data/submission.json"), **signed}
    assert refused(world, path, raw_zip(moved).dump()) == "zip_structure"

"""A package in several parts: shared out, each whole and signed, joined in any order, and never with a stranger."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.container import splitting
from desktop.exchange.container.contents import Enclosure, PackageContents, WrittenPackage
from desktop.exchange.container.joining import join, missing_parts
from desktop.exchange.container.profile import PROFILE
from desktop.exchange.container.reader import VerifiedPart, read_any
from desktop.exchange.container.sealed import Seal, open_sealed
from desktop.exchange.container.set_writer import Sealing, write_set
from desktop.exchange.container.splitting import Weight, packed_size, shares, split
from desktop.exchange.errors import Cancelled, LimitError, PackageError
from desktop.exchange.kinds import package_file_name
from desktop.exchange.signing.encryption_key import create_encryption_key
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
    entries_of,
    raw_zip,
    with_envelope,
)

LIMIT = 1_000_000
OTHER_ID = "8a1c3f40-5d5e-4b6f-9c7d-0123456789ab"


def scans(folder: Path, *sizes: int) -> tuple[Enclosure, ...]:
    folder.mkdir(exist_ok=True)
    return tuple(
        enclosure(folder / f"{number}.pdf", PDF + number.to_bytes(2, "big") * (size // 2), f"Quyết định {number}.pdf")
        for number, size in enumerate(sizes, start=1)
    )


def write(world: World, folder: Path, package: PackageContents, **options: Any) -> WrittenPackage:
    parts = split(package, LIMIT)
    folder.mkdir(exist_ok=True)
    names = [package_file_name(each.kind, each.issuer_unit, "2026-2", 1, (n, len(parts))) for n, each in
             enumerate(parts, start=1)]  # fmt: skip
    return write_set([folder / name for name in names], parts, world.signers[package.issuer_unit], None, **options)


@pytest.fixture(scope="module")
def three(world: World, tmp_path_factory: pytest.TempPathFactory) -> WrittenPackage:
    """A submission of four scans in three parts; not to be changed."""
    folder = tmp_path_factory.mktemp("three")
    return write(world, folder, contents(*scans(folder, 600_000, 300_000, 700_000, 800_000)))


@pytest.fixture(scope="module")
def other(world: World, tmp_path_factory: pytest.TempPathFactory) -> WrittenPackage:
    """The same submission, packed once more: another set."""
    folder = tmp_path_factory.mktemp("other")
    return write(world, folder, contents(*scans(folder, 600_000, 300_000, 700_000, 800_000)))


def part(world: World, path: Path) -> VerifiedPart:
    found = read_any(path, world.trust, now=NOW, recipient=FINANCE)
    assert isinstance(found, VerifiedPart)
    return found


def read(world: World, written: WrittenPackage) -> list[VerifiedPart]:
    return [part(world, each.path) for each in written.parts]


def test_parts_are_joined_in_any_order(world: World, three: WrittenPackage, tmp_path: Path) -> None:
    assert [each.path.name for each in three.parts] == [
        f"nop-{UNIT}-2026-2-001.p{number}-of-3.asice" for number in (1, 2, 3)
    ]
    assert all(each.path.stat().st_size <= LIMIT for each in three.parts)
    parts = read(world, three)
    for order in permutations(parts):
        package = join(order)
        assert (package.path, package.digest) == (three.path, three.digest)
        assert package.envelope.package_id == three.package_id
        assert package.document["people"] == [{"full_name": "Nguyễn Văn Ổn"}]
        assert [each.path[-10:] for each in package.enclosures] == [f"{number:06d}.pdf" for number in (1, 2, 3, 4)]
        assert [each.digest for each in package.parts] == [each.digest for each in three.parts]
    names = set()
    for each in package.enclosures:
        package.extract(each, tmp_path / "out.pdf")
        assert sha256((tmp_path / "out.pdf").read_bytes()).hexdigest() == each.sha256
        names.add(each.name)
    assert names == {f"Quyết định {number}.pdf" for number in (1, 2, 3, 4)}


def test_what_fits_stays_in_one(world: World, tmp_path: Path) -> None:
    package = contents(*scans(tmp_path, 400_000, 400_000))
    assert split(package, LIMIT) == (package,)
    written = write(world, tmp_path / "out", package)
    assert written.parts == ()
    assert world.read(written.path).envelope.part is None


def test_more_files_than_a_container_may_hold_are_shared_out() -> None:
    files = [Weight("a.pdf", 10)] * (PROFILE.max_attachments + 1)
    assert [len(each) for each in shares(100, files, 100 * LIMIT)] == [PROFILE.max_attachments, 1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 950_000), max_size=12), st.integers(0, 900_000))
def test_every_file_goes_into_one_part_and_none_is_too_large(sizes: list[int], records: int) -> None:
    files = [Weight("Bản quét số một.pdf", size) for size in sizes]
    found = shares(records, files, LIMIT)
    assert sorted(index for share in found for index in share) == list(range(len(files)))
    for number, share in enumerate(found):
        assert packed_size(0 if number else records, [files[index] for index in share]) <= LIMIT
        assert share or number == 0


def test_the_longest_names_stay_within_the_limit(world: World, tmp_path: Path) -> None:
    """Three hundred files of hardly a byte: it is what is said of them that counts."""
    one = enclosure(tmp_path / "a.pdf")
    many = tuple(replace(one, name=f"{number:03d}" + "\t" * 252, employee_ref="p" * 36) for number in range(300))
    written = write(world, tmp_path, contents(*many))
    assert max(each.path.stat().st_size for each in written.pieces) <= LIMIT


@pytest.mark.parametrize(
    ("records", "sizes", "limit", "code"),
    [
        (10, [LIMIT], LIMIT, "file_over_limit"),
        (LIMIT, [], LIMIT, "records_over_limit"),
        (10, [900_000] * 101, LIMIT, "too_many_parts"),
    ],
)
def test_what_no_part_can_hold_is_refused(records: int, sizes: list[int], limit: int, code: str) -> None:
    with pytest.raises(LimitError) as refusal:
        shares(records, [Weight("Quyết định.pdf", size) for size in sizes], limit)
    assert refusal.value.code == f"package.{code}"


def test_a_failure_at_the_last_part_leaves_nothing(world: World, tmp_path: Path) -> None:
    package = contents(*scans(tmp_path / "scans", 600_000, 700_000, 800_000))
    with pytest.raises(Cancelled):
        write(world, tmp_path / "out", package, cancelled=lambda: (tmp_path / "out").glob("*.p3-*.part") != [] and
              any((tmp_path / "out").glob("*.p3-of-3.asice.part")))  # fmt: skip
    assert list((tmp_path / "out").iterdir()) == []
    parts = split(package, LIMIT)
    package.enclosures[2].path.write_bytes(PDF)
    with pytest.raises(PackageError) as refusal:
        write_set([tmp_path / "out" / f"{each}.asice" for each in "abc"], parts, world.signers[UNIT], None)
    assert refusal.value.code == "package.enclosure_changed"
    assert refusal.value.params["file"] == "c.asice"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_name_that_cannot_be_taken_takes_all_back(world: World, tmp_path: Path) -> None:
    parts = split(contents(*scans(tmp_path / "scans", 600_000, 700_000)), LIMIT)
    out = tmp_path / "out"
    (out / "a.asice").mkdir(parents=True)  # parts take their names from the last to the first: this one last
    (out / "a.asice" / "x").touch()
    with pytest.raises(PackageError) as refusal:
        write_set([out / "a.asice", out / "b.asice"], parts, world.signers[UNIT], None)
    assert refusal.value.code == "package.cannot_write"
    assert [each.name for each in out.iterdir()] == ["a.asice"]


def test_encrypted_parts_leave_nothing_plain(world: World, tmp_path: Path) -> None:
    own, theirs = (create_encryption_key(tmp_path / f"{name}.pem", PASSPHRASE) for name in ("own", "theirs"))
    parts = split(contents(*scans(tmp_path / "scans", 600_000, 700_000)), LIMIT)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    seen: list[tuple[int, int]] = []
    written = write_set(
        [tmp_path / f"{each}.asice.age" for each in "ab"],
        parts,
        world.signers[UNIT],
        Sealing(Seal(theirs.recipient, own), scratch),
        progress=lambda done, total: seen.append((done, total)),
    )
    assert list(scratch.iterdir()) == []
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]
    assert all(each.sealed and each.path.stat().st_size <= LIMIT for each in written.parts)
    for each in written.parts:
        open_sealed(each.path, each.path.with_suffix(""), theirs)
    plain = [part(world, each.path.with_suffix("")) for each in written.parts]
    assert join(plain).envelope.recipient == replace(plain[0].envelope).recipient


def test_a_part_is_no_package(world: World, three: WrittenPackage) -> None:
    with pytest.raises(PackageError) as refusal:
        world.read(three.parts[1].path)
    assert refusal.value.code == "package.part_alone"
    assert (refusal.value.params["number"], refusal.value.params["parts"]) == (2, 3)


def test_a_missing_part_is_named(world: World, three: WrittenPackage) -> None:
    first, _, third = read(world, three)
    for here, missing in ([first, third], "2"), ([third], "1, 2"):
        with pytest.raises(PackageError) as refusal:
            join(here)
        assert (refusal.value.code, refusal.value.params["missing"]) == ("package.parts_missing", missing)
    assert missing_parts([2, 5], 5) == (1, 3, 4)


def test_a_part_of_another_set_is_never_joined(world: World, three: WrittenPackage, other: WrittenPackage) -> None:
    ours, theirs = read(world, three), read(world, other)
    for number in range(3):
        swapped = [*ours[:number], theirs[number], *ours[number + 1 :]]
        assert _join_refused(swapped) == "package.part_differs"
    assert _join_refused([*ours, ours[1]]) == "package.part_differs"


def _join_refused(parts: list[VerifiedPart]) -> str:
    with pytest.raises(PackageError) as refusal:
        join(parts)
    return refusal.value.code


def _forged(
    world: World,
    written: WrittenPackage,
    number: int,
    path: Path,
    change: Callable[[dict[str, Any]], object],
    *,
    unit: str = UNIT,
) -> VerifiedPart:
    """Read a part that its own office, or another, changed and signed again."""
    entries = entries_of(written.parts[number - 1].path.read_bytes())
    path.write_bytes(raw_zip(with_envelope(entries, world.signers[unit], change)).dump())
    return part(world, path)


@pytest.mark.parametrize(
    "change",
    [
        {"sequence": 2},
        {"period": "2026-3"},
        {"supersedes": OTHER_ID},
        {"created_at": "2026-11-20T08:00:01Z"},
        {"policies": []},
        {"part": {"of": 4}},
        {"part": {"set_id": OTHER_ID}},
        {"part": {"set_sha256": "0" * 64}},
        {"part": {"n": 3}},
    ],
)
def test_a_part_that_says_something_else_is_never_joined(
    world: World, three: WrittenPackage, tmp_path: Path, change: dict[str, Any]
) -> None:
    def forge(envelope: dict[str, Any]) -> None:
        inner = change.get("part", {})
        envelope.update(change | {"part": envelope["part"] | inner})

    first, _, third = read(world, three)
    second = _forged(world, three, 2, tmp_path / "forged.asice", forge)
    assert _join_refused([first, second, third]) == "package.part_differs"


def test_a_part_of_another_office_is_never_joined(world: World, three: WrittenPackage, tmp_path: Path) -> None:
    def forge(envelope: dict[str, Any]) -> None:
        envelope["issuer"] |= {"unit_code": OTHER_UNIT}

    first, _, third = read(world, three)
    second = _forged(world, three, 2, tmp_path / "forged.asice", forge, unit=OTHER_UNIT)
    assert _join_refused([first, second, third]) == "package.part_differs"


def test_other_files_under_the_same_words_are_never_joined(world: World, three: WrittenPackage, tmp_path: Path) -> None:
    """The office itself signs a part anew, with another name for a file: the set's digest tells."""

    def forge(envelope: dict[str, Any]) -> None:
        envelope["objects"][0]["name"] = "Quyết định khác.pdf"

    first, _, third = read(world, three)
    second = _forged(world, three, 2, tmp_path / "forged.asice", forge)
    assert _join_refused([first, second, third]) == "package.part_differs"


@pytest.mark.parametrize(
    "wrong",
    [{"n": 0}, {"n": 4}, {"of": 1, "n": 1}, {"of": 100}, {"of": 2}, {"n": -1}, {"set_id": "x"}, {"set_sha256": "0"}],
)
def test_impossible_numbers_are_refused(
    world: World, three: WrittenPackage, tmp_path: Path, wrong: dict[str, Any]
) -> None:
    with pytest.raises(PackageError) as refusal:
        _forged(world, three, 3, tmp_path / "forged.asice", lambda e: e["part"].update(wrong))
    assert refusal.value.code == "package.json_invalid"


@pytest.mark.parametrize("change", [{"format": "tinhgian/package/1"}, {"part": None}, {"kind": "csach"}])
def test_a_part_says_that_it_is_one(
    world: World, three: WrittenPackage, tmp_path: Path, change: dict[str, Any]
) -> None:
    with pytest.raises(PackageError) as refusal:
        _forged(world, three, 3, tmp_path / "forged.asice", lambda e: e.update(change))
    assert refusal.value.code == "package.json_invalid"


@pytest.mark.parametrize("number", [1, 2])
def test_records_are_in_the_first_part_and_nowhere_else(
    world: World, three: WrittenPackage, tmp_path: Path, number: int
) -> None:
    with pytest.raises(PackageError) as refusal:
        _forged(world, three, number, tmp_path / "forged.asice", lambda e: e["part"].update(n=3 - number))
    assert refusal.value.code == "package.json_invalid"


def test_a_changed_byte_in_any_part_is_refused(world: World, three: WrittenPackage, tmp_path: Path) -> None:
    for each in three.parts:
        content = bytearray(each.path.read_bytes())
        for place in (40, len(content) // 2, len(content) - 30):
            changed = tmp_path / each.path.name
            changed.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
            with pytest.raises(PackageError):
                read_any(changed, world.trust, now=NOW, recipient=FINANCE)


def test_the_estimate_is_what_is_written_or_a_little_more(world: World, tmp_path: Path) -> None:
    package = contents(*scans(tmp_path, 300_000, 200_000))
    weights = [Weight(each.name, each.path.stat().st_size) for each in package.enclosures]
    estimate = packed_size(len(package.document), weights)
    size = write(world, tmp_path / "out", package).path.stat().st_size
    assert size <= estimate <= size + splitting._FIXED + 10_000

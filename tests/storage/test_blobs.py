"""Files are kept once, whole, and a changed byte is noticed."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.storage import BlobStore

CONTENT = "Quyết định số 12".encode() * 100_000


@pytest.fixture
def blobs(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "blobs")


def _files(blobs: BlobStore) -> list[Path]:
    return [path for path in blobs.folder.rglob("*") if path.is_file()]


def test_a_file_is_known_by_its_bytes(blobs: BlobStore, tmp_path: Path) -> None:
    source = tmp_path / "quyết định.pdf"
    source.write_bytes(CONTENT)
    digest, size = blobs.put_file(source)
    assert (digest, size) == (sha256(CONTENT).hexdigest(), len(CONTENT))
    assert blobs.has(digest)
    with blobs.open(digest) as file:
        assert file.read() == CONTENT


def test_the_same_bytes_are_kept_once(blobs: BlobStore, tmp_path: Path) -> None:
    (tmp_path / "again.pdf").write_bytes(CONTENT)
    assert blobs.put_bytes(CONTENT) == blobs.put_file(tmp_path / "again.pdf")
    assert len(_files(blobs)) == 1


def test_an_empty_file_is_a_file(blobs: BlobStore) -> None:
    digest, size = blobs.put_bytes(b"")
    assert size == 0
    blobs.verify(digest)


@pytest.mark.parametrize("changed", [CONTENT[:-1], CONTENT + b"x", b"X" + CONTENT[1:], b""])
def test_a_changed_byte_is_noticed(blobs: BlobStore, changed: bytes) -> None:
    digest, _ = blobs.put_bytes(CONTENT)
    blobs.path(digest).write_bytes(changed)
    for look in (blobs.open, blobs.verify):
        with pytest.raises(Refusal, match=r"blob\.changed"):
            look(digest)


def test_taking_a_file_in_again_heals_a_changed_one(blobs: BlobStore) -> None:
    digest, _ = blobs.put_bytes(CONTENT)
    blobs.path(digest).write_bytes(b"x")
    blobs.put_bytes(CONTENT)
    blobs.verify(digest)


def test_a_missing_file_is_refused(blobs: BlobStore) -> None:
    assert not blobs.has("0" * 64)
    with pytest.raises(Refusal, match=r"blob\.missing"):
        blobs.open("0" * 64)


@pytest.mark.parametrize("name", ["", "../x", "A" * 64, "0" * 63, "0" * 64 + "\n", "/etc/passwd"])
def test_only_a_digest_names_a_file(blobs: BlobStore, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        blobs.path(name)


def test_a_source_that_cannot_be_read_is_refused(blobs: BlobStore, tmp_path: Path) -> None:
    for source in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(Refusal) as refused:
            blobs.put_file(source)
        assert (refused.value.code, refused.value.params) == ("blob.source_unreadable", {"name": source.name})
    assert not blobs.folder.exists() or _files(blobs) == []


def test_a_full_disk_is_told_and_leaves_nothing(blobs: BlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, _ = blobs.put_bytes(b"before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match=r"store\.disk_full"):
        blobs.put_bytes(CONTENT)
    assert _files(blobs) == [blobs.path(kept)]


def test_a_sweep_keeps_what_is_named_and_removes_the_rest(blobs: BlobStore) -> None:
    kept, _ = blobs.put_bytes(b"kept")
    orphan, _ = blobs.put_bytes(b"orphan")
    (blobs.folder / "half-written.part").write_bytes(b"x")
    assert blobs.sweep({kept}) == {orphan}
    assert _files(blobs) == [blobs.path(kept)]


def test_a_sweep_of_nothing_removes_nothing(blobs: BlobStore) -> None:
    assert blobs.sweep(set()) == set()

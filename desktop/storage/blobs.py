"""Files by the SHA-256 of their bytes: the same bytes once, a changed byte noticed."""

import os
import re
import sys
from collections.abc import Callable
from hashlib import file_digest, sha256
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from desktop.domain.errors import Refusal
from desktop.storage.failures import refusing_disk
from desktop.system.marks import mark

_CHUNK = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_PART = ".part"


class BlobStore:
    """A folder of files, each under the first two letters of its digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put_file(self, source: Path) -> tuple[str, int]:
        """Take in a file; return (SHA-256, size).

        Raises Refusal("blob.source_unreadable"), ("store.disk_full"), ("store.read_only") or ("store.unreachable").
        """
        try:
            file = source.open("rb")
        except OSError as error:
            raise Refusal("blob.source_unreadable", name=source.name) from error
        with file:
            return self._put(file, source.name)

    def put_bytes(self, content: bytes) -> tuple[str, int]:
        """Take in bytes; return (SHA-256, size). Raises as `put_file` does."""
        return self._put(BytesIO(content), "")

    def put_stream(self, source: BinaryIO, name: str, digest: str) -> None:
        """Take in the bytes of a stream, which must have this digest; `name` is what a refusal is about.

        Raises as `put_file` does, and Refusal("blob.changed") for other bytes.
        """
        self._put(source, name, digest)

    def path(self, digest: str) -> Path:
        """Return where the file with this digest is or would be; raises ValueError for what is no digest."""
        if not _DIGEST.match(digest):
            message = "not a SHA-256 in lower-case hex"
            raise ValueError(message)
        return self.folder / digest[:2] / digest

    def has(self, digest: str) -> bool:
        """Tell whether there is a file for this digest; `verify` tells whether it is whole."""
        return self.path(digest).is_file()

    def open(self, digest: str) -> BinaryIO:
        """Open the file for reading after its bytes were checked; raises Refusal("blob.missing"), ("blob.changed")."""
        try:
            file = self.path(digest).open("rb")
        except FileNotFoundError:
            raise Refusal("blob.missing", digest=digest) from None
        if file_digest(file, "sha256").hexdigest() != digest:
            file.close()
            raise Refusal("blob.changed", digest=digest)
        file.seek(0)
        return file

    def verify(self, digest: str) -> None:
        """Check that the file is there and whole; raises Refusal("blob.missing") or ("blob.changed")."""
        self.open(digest).close()

    def sweep(self, keep: set[str]) -> set[str]:
        """Remove files that are not in `keep` and what was left half-written; return the digests removed.

        Not while anything is being taken in.
        """
        self.sweep_parts()
        with refusing_disk(str(self.folder)):
            orphans = [file for file in self.folder.glob("??/*") if file.name not in keep]
            for orphan in orphans:
                orphan.unlink()
        return {orphan.name for orphan in orphans}

    def sweep_parts(self) -> None:
        """Remove what was left half-written. Not while anything is being taken in."""
        with refusing_disk(str(self.folder)):
            for part in self.folder.glob(f"*{_PART}"):
                part.unlink()

    def remove(self, digest: str) -> None:
        """Remove a file that nothing names; none there is no fault."""
        with refusing_disk(str(self.folder)):
            self.path(digest).unlink(missing_ok=True)

    def _put(self, source: BinaryIO, name: str, expected: str | None = None) -> tuple[str, int]:
        with refusing_disk(str(self.folder)):
            self.folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, suffix=_PART, delete=False) as part:
                pass
        part_path = Path(part.name)
        try:
            digest, size = self._copy(source, part_path, name)
            if expected not in {None, digest}:
                raise Refusal("blob.changed", digest=digest)
            self._keep(part_path, digest)
        finally:
            part_path.unlink(missing_ok=True)
        return digest, size

    def _copy(self, source: BinaryIO, part: Path, name: str) -> tuple[str, int]:
        digest, size = sha256(), 0
        with refusing_disk(str(self.folder)), part.open("wb") as target:
            mark("blob.opened")
            for chunk in iter(_reader(source, name), b""):
                digest.update(chunk)
                size += len(chunk)
                target.write(chunk)
            target.flush()
            mark("blob.written")
            os.fsync(target.fileno())
            mark("blob.synced")
        return digest.hexdigest(), size

    def _keep(self, part: Path, digest: str) -> None:
        target = self.path(digest)
        with refusing_disk(str(self.folder)):
            if not _is_whole(part, digest):
                raise Refusal("blob.changed", digest=digest)
            if not _is_whole(target, digest):
                target.parent.mkdir(exist_ok=True)
                part.replace(target)
                mark("blob.named")
                _sync_folder(target.parent)
                mark("blob.folder_synced")


def _reader(source: BinaryIO, name: str) -> Callable[[], bytes]:
    """Return a function that reads the next chunk and tells a fault of the source from one of our own disk."""

    def read() -> bytes:
        try:
            return source.read(_CHUNK)
        except OSError as error:
            raise Refusal("blob.source_unreadable", name=name) from error

    return read


def _is_whole(path: Path, digest: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == digest


def _sync_folder(folder: Path) -> None:
    """Make the new name last; Windows does that by itself and opens no folder."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Which files wait for a document, and which came in ever: lists of digests among the office's settings."""

import json
from collections.abc import Iterable

from desktop.domain.approvals import Attachment
from desktop.storage import UnitOfWork

WAITING, TAKEN = "scans.waiting", "scans.taken"


def scans_waiting(work: UnitOfWork) -> tuple[Attachment, ...]:
    """Return the files that wait, in the order in which they came."""
    return work.attachments.of(digests_of(work, WAITING))


def digests_of(work: UnitOfWork, key: str) -> list[str]:
    """Return the digests of a list."""
    text = work.settings.get(key)
    return [str(each) for each in json.loads(text)] if text else []


def append(work: UnitOfWork, key: str, sha256: str) -> None:
    """Put a digest at the end of a list, once."""
    _put(work, key, [*_without(digests_of(work, key), sha256), sha256])


def drop(work: UnitOfWork, key: str, sha256: str) -> None:
    """Take a digest out of a list."""
    _put(work, key, _without(digests_of(work, key), sha256))


def settle_waiting(work: UnitOfWork, digests: Iterable[str]) -> None:
    """Let those of the files wait that no document has, and no longer those that one has.

    What came from a scanner or the clipboard is nowhere else: without a document it must still be seen somewhere.
    """
    for sha256 in digests:
        drop(work, WAITING, sha256)
        if not work.approvals.holders(sha256):
            append(work, WAITING, sha256)
            append(work, TAKEN, sha256)


def _put(work: UnitOfWork, key: str, digests: Iterable[str]) -> None:
    work.settings.put(key, json.dumps(list(digests)))


def _without(digests: list[str], gone: str) -> list[str]:
    return [each for each in digests if each != gone]

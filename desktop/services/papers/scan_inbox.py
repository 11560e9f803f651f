"""Files that came in by themselves and wait for a document: "mới quét". Each file is taken once; none is deleted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from desktop.documents.scans import inspect_scan, require_accepted
from desktop.documents.scans.kinds import KINDS
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.services.office import Office
from desktop.services.papers.edit_approval import with_file
from desktop.services.papers.waiting_list import (
    TAKEN,
    WAITING,
    append,
    digests_of,
    drop,
    scans_waiting,
    settle_waiting,
)
from desktop.services.recovery.left_overs import staging_file
from desktop.storage import UnitOfWork

_FOLDER = "scans.folder"
_ENDINGS = frozenset(ending for kind in KINDS for ending in kind.extensions)


def watched_folder(office: Office) -> Path | None:
    """Return the folder that is watched, None while none is: so it ships."""
    with office.store.begin() as work:
        chosen = work.settings.get(_FOLDER)
    return Path(chosen) if chosen else None


def watch_folder(office: Office, folder: Path | None) -> None:
    """Watch this folder from now on, None for none. What lies in it already counts as new.

    Raises Refusal("scans.folder_missing").
    """
    if folder is not None and not folder.is_dir():
        raise Refusal("scans.folder_missing", folder=str(folder))
    with office.store.begin() as work:
        work.settings.put(_FOLDER, "" if folder is None else str(folder))
        work.audit.append(office.operator, "scans.folder_chosen", office.identity.unit.code)


@dataclass
class FolderLook:
    """Which files of a folder are complete: of the same size and time as at the look before, and not told of yet."""

    _seen: dict[Path, tuple[int, int]] = field(default_factory=dict)
    _told: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def complete(self, folder: Path) -> tuple[Path, ...]:
        """Look again; return what has come to rest since, in the order of time. An empty file is not complete."""
        now = dict(_stamps(folder))
        ready = [path for path, stamp in now.items() if stamp == self._seen.get(path) != self._told.get(path)]
        self._seen = now
        self._told = {path: stamp for path, stamp in self._told.items() if path in now}
        self._told.update({path: now[path] for path in ready})
        return tuple(sorted(ready, key=lambda path: (now[path][1], path.name)))

    @property
    def unsettled(self) -> bool:
        """Whether something there may still be growing: look again soon."""
        return any(stamp != self._told.get(path) and stamp[0] > 0 for path, stamp in self._seen.items())


def take_new_scan(office: Office, path: Path) -> Attachment | None:
    """Take in a file that waits to be attached; None when the same bytes were taken before.

    The original stays where it is. Raises Refusal: scan.<fault>, scan.file_missing, blob.source_unreadable.
    """
    digest = _digest_of(path)
    with office.store.begin() as work:
        if digest in digests_of(work, TAKEN):
            return None
    name = compose(path.name)
    report = inspect_scan(path, name=name)
    require_accepted(report, name=name)
    with staging_file(office.store, path) as (sha256, size), office.store.begin() as work:
        attachment = Attachment(sha256, name, report.media_type, size, report.pages, report.flags)
        work.staged_files.clear([sha256])
        work.attachments.add(attachment)
        append(work, WAITING, sha256)
        append(work, TAKEN, sha256)
        work.audit.append(office.operator, "scan.came_in", sha256)
    return attachment


def take_chosen(office: Office, path: Path) -> Attachment:
    """Take in a file that somebody asked for: one that was set aside before waits again.

    Raises Refusal: scans.taken_before for one that waits already, scans.on_document, and as `take_new_scan`.
    """
    digest = _digest_of(path)
    with office.store.begin() as work:
        known, waits = work.attachments.get(digest), digest in digests_of(work, WAITING)
        holders = work.approvals.holders(digest)
    if waits:
        raise Refusal("scans.taken_before", name=compose(path.name))
    if holders:
        raise Refusal("scans.on_document", name=compose(path.name), number=holders[0].number)
    if known is not None:
        wait_again(office, digest)
    taken = known or take_new_scan(office, path)
    if taken is None:  # it came in by another way just now
        raise Refusal("scans.taken_before", name=compose(path.name))
    return taken


def waiting_scans(office: Office) -> tuple[Attachment, ...]:
    """Return what waits to be attached, in the order in which it came."""
    with office.store.begin() as work:
        return scans_waiting(work)


def attach_waiting(office: Office, approval_id: str, sha256: str) -> Approval:
    """Attach a waiting file to a document; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        _need_known(work, sha256)
        approval = with_file(work.approvals.need(approval_id), sha256)
        work.approvals.save(approval)
        drop(work, WAITING, sha256)
        work.audit.append(office.operator, "scan.attached", approval_id, {"sha256": sha256})
    return approval


def set_aside(office: Office, sha256: str) -> None:
    """Let a file wait no longer: it belongs to no document. It is not taken in again by itself."""
    with office.store.begin() as work:
        drop(work, WAITING, sha256)
        work.audit.append(office.operator, "scan.set_aside", sha256)


def wait_again(office: Office, sha256: str) -> None:
    """Let a file wait that was set aside, unless a document has it by now; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        _need_known(work, sha256)
        settle_waiting(work, [sha256])
        work.audit.append(office.operator, "scan.waits_again", sha256)


def _need_known(work: UnitOfWork, sha256: str) -> None:
    if not work.attachments.of([sha256]):
        raise Refusal("record.not_found", id=sha256)


def _stamps(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Find the files of our kinds that hold something, with size and time of the last change."""
    try:
        found = sorted(folder.iterdir())
    except OSError:  # a stick that was pulled out has nothing new
        return
    for path in found:
        if path.suffix.lower() not in _ENDINGS or path.name.startswith((".", "~")):
            continue
        try:
            known = path.stat()
        except OSError:  # it went while we looked
            continue
        if known.st_size > 0 and path.is_file():
            yield path, (known.st_size, known.st_mtime_ns)


def _digest_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Refusal("blob.source_unreadable", name=path.name) from error

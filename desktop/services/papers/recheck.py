"""Look again at the files of a round as they lie in the store: what earlier versions did not see, what was damaged."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from desktop.documents.scans import inspect_scan
from desktop.domain.approvals import Attachment, ScanFault, ScanFlag
from desktop.domain.errors import Refusal
from desktop.services.office import Office

Report = Callable[[int, int, str], object]


@dataclass(frozen=True, slots=True)
class Rechecked:
    """How many files were looked at, and those of which something else is known now."""

    looked_at: int
    changed: tuple[Attachment, ...]


def recheck_scans(office: Office, round_id: str, report: Report = lambda _done, _total, _item: None) -> Rechecked:
    """Inspect every file of the round's documents anew and keep what is found; `report` may raise to stop.

    A file that is gone or no longer the bytes that were taken in counts as unreadable (HS02). Raises
    Refusal("record.not_found").
    """
    with office.store.begin() as work:
        work.rounds.need(round_id)
        digests = [each for approval in work.approvals.of_round(round_id) for each in approval.attachments]
        files = work.attachments.of(dict.fromkeys(digests))
    changed = []
    for done, attachment in enumerate(files):
        report(done, len(files), attachment.name)
        flags = _flags_now(office.store.blobs.path(attachment.sha256), attachment)
        if flags != attachment.flags:
            changed.append(replace(attachment, flags=flags))
    report(len(files), len(files), "")
    with office.store.begin() as work:
        for attachment in changed:
            work.attachments.judge(attachment.sha256, attachment.flags)
            work.audit.append(office.operator, "scan.rechecked", attachment.sha256)
    return Rechecked(len(files), tuple(changed))


def _flags_now(path: Path, attachment: Attachment) -> tuple[ScanFlag, ...]:
    try:
        if not _is_whole(path, attachment.sha256):
            return (ScanFlag(ScanFault.UNREADABLE),)
        return inspect_scan(path, name=attachment.name).flags
    except Refusal:
        return (ScanFlag(ScanFault.UNREADABLE),)


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False

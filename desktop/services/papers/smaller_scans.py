"""Smaller copies of scans, looked at before they are taken, and how much of the package's limit is used."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from desktop.documents.scans.compression import Compressed, Strength, compress_scan
from desktop.documents.scans.page_work import is_signed
from desktop.domain.approvals import Attachment, ScanFault
from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.papers.exchange_files import (
    FilesExchanged,
    NewFile,
    Ways,
    exchange_files,
    looked_at,
    names_apart,
)
from desktop.services.papers.pins import PageNow
from desktop.services.recovery.left_overs import private_place
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.parcel_size import parcel_size

_WORSE = frozenset({ScanFault.BLURRED, ScanFault.LOW_RESOLUTION, ScanFault.BLANK_PAGE})


@dataclass(frozen=True, slots=True)
class ScanBudget:
    """Bytes: `used` by the package as it stands, `limit` of one file on the office's way out, `scans` alone."""

    used: int
    limit: int
    scans: int

    @property
    def over(self) -> bool:
        """Whether the package would be larger than one file may be."""
        return self.used > self.limit


def scan_budget(office: Office, view: RoundView) -> ScanBudget:
    """Return how much of the limit everybody in the round would take; files of documents nobody uses yet count too."""
    whole = parcel_size(office, view, view.context.live)
    files = {sha256 for each in view.approvals.values() for sha256 in each.attachments}
    scans = sum(view.attachments[each].size for each in files if each in view.attachments)
    return ScanBudget(max(whole.size, scans), whole.settings.limit, scans)


def largest_scans(view: RoundView) -> tuple[Attachment, ...]:
    """Return the files of the round's documents, the largest first."""
    files = {sha256 for each in view.approvals.values() for sha256 in each.attachments}
    return tuple(sorted((view.attachments[each] for each in files if each in view.attachments), key=_by_size))


@dataclass(frozen=True, slots=True)
class Smaller:
    """What packing a file comes to: `path` is the copy, None when none is worth it; `signed` when it is left alone.

    `worse` tells that the copy would be hard to read, so that it is not offered.
    """

    attachment: Attachment
    sizes: Compressed
    path: Path | None = None
    signed: bool = False
    worse: bool = False


class CompressionTable:
    """Holds the copies while somebody looks at them; used in a `with` block, after which untaken ones are gone."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._held = ExitStack()
        self._place = self._held.enter_context(private_place(office.folder))
        self._made = 0

    def __enter__(self) -> "CompressionTable":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Take the copies away that were not taken."""
        self._held.close()

    def pack(
        self, attachment: Attachment, strength: Strength, report: Callable[[int, int], object] = lambda _d, _t: None
    ) -> Smaller:
        """Make a smaller copy of a file; raises Refusal("scan.page_unreadable"). `report` may raise to stop."""
        source = self._office.store.blobs.path(attachment.sha256)
        if is_signed(source):
            return Smaller(attachment, Compressed(attachment.size, attachment.size), signed=True)
        self._made += 1
        target = self._place / f"{self._made}.pdf"
        sizes = compress_scan(source, attachment.name, attachment.pages, target, strength, report=report)
        if not sizes.worth_it:
            return Smaller(attachment, sizes)
        if _is_worse(target, attachment):
            return Smaller(attachment, Compressed(sizes.before, sizes.before), worse=True)
        return Smaller(attachment, sizes, target)


def take_smaller(office: Office, view: RoundView, chosen: Iterable[Smaller]) -> FilesExchanged:
    """Let every document of the round hold the copies instead; the files that came stay in the store.

    Raises Refusal: pages.none, record.changed_elsewhere, and those of the store.
    """
    copies = [each for each in chosen if each.path is not None]
    if not copies:
        raise Refusal("pages.none")
    old = [each.attachment.sha256 for each in copies]
    held = {each.id: each.attachments for each in view.approvals.values() if set(old) & set(each.attachments)}

    def plan(digests: Sequence[str]) -> tuple[Mapping[str, tuple[str, ...]], Ways]:
        now = dict(zip(old, digests, strict=True))
        after = {key: tuple(dict.fromkeys(now.get(each, each) for each in files)) for key, files in held.items()}
        ways = {each.attachment.sha256: _page_by_page(each, now[each.attachment.sha256]) for each in copies}
        return after, ways

    return exchange_files(office, held, _as_new(copies), plan)


def _as_new(copies: Sequence[Smaller]) -> list[NewFile]:
    names = names_apart(f"{Path(each.attachment.name).stem}.pdf" for each in copies)
    return [
        looked_at(each.path, name, each.attachment.sha256)
        for each, name in zip(copies, names, strict=True)
        if each.path is not None
    ]


def _page_by_page(copy: Smaller, sha256: str) -> dict[int, PageNow]:
    return {page: PageNow(sha256, page) for page in range(1, copy.attachment.pages + 1)}


def _is_worse(path: Path, attachment: Attachment) -> bool:
    """Whether packing brought a fault that the file did not have."""
    before = {(flag.fault, flag.page) for flag in attachment.flags}
    now = looked_at(path, path.name).report.flags
    return any(flag.fault in _WORSE and (flag.fault, flag.page) not in before for flag in now)


def _by_size(attachment: Attachment) -> tuple[int, str]:
    return -attachment.size, attachment.name

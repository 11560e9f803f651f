"""New files in the place of old ones on documents, in one transaction, with the pins of people; and back again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.documents.scans import ScanReport, inspect_scan, require_accepted
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.services.office import Office
from desktop.services.papers.pins import PageNow, PinsFollowed, follow_pages
from desktop.services.recovery.left_overs import staging_file
from desktop.storage import UnitOfWork

Ways = Mapping[str, Mapping[int, PageNow]]
"""By the SHA-256 of a file, where each of its pages (from 1) went."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file made here, looked at before it is kept; `derived_from` is the SHA-256 that it was made of, or ""."""

    path: Path
    name: str
    report: ScanReport
    derived_from: str = ""


@dataclass(frozen=True, slots=True)
class FilesExchanged:
    """What documents hold, before and after, by document; for undo. `files` are the new ones, `pins` what followed."""

    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]
    ways: Ways = field(default_factory=dict)
    files: tuple[Attachment, ...] = ()
    pins: PinsFollowed = field(default_factory=PinsFollowed)


def looked_at(path: Path, name: str, derived_from: str = "") -> NewFile:
    """Look at a file that was made here as at any that is handed in; raises Refusal("scan.<fault>")."""
    report = inspect_scan(path, name=name)
    require_accepted(report, name=name)
    return NewFile(path, compose(name), report, derived_from)


def exchange_files(
    office: Office,
    expected: Mapping[str, tuple[str, ...]],
    made: Sequence[NewFile],
    plan: Callable[[Sequence[str]], tuple[Mapping[str, tuple[str, ...]], Ways]],
) -> FilesExchanged:
    """Keep the new files and let documents hold them; the old files stay in the store.

    `expected` is what each document held when the work began; `plan` is told the SHA-256 of the new files and returns
    what each document holds now and where pages went. Raises Refusal("record.changed_elsewhere") and the store's.
    """
    with ExitStack() as staged:
        kept = [staged.enter_context(staging_file(office.store, each.path)) for each in made]
        with office.store.begin() as work:
            files = tuple(_attachment(each, *where) for each, where in zip(made, kept, strict=True))
            work.staged_files.clear([each.sha256 for each in files])
            for each in files:
                work.attachments.add(each)
            after, ways = plan([each.sha256 for each in files])
            pins = _hold(office, work, expected, after, ways)
    return FilesExchanged(dict(expected), dict(after), ways, files, pins)


def take_back(office: Office, done: FilesExchanged) -> FilesExchanged:
    """Let documents hold what they held before, pins too; raises Refusal("record.changed_elsewhere")."""
    back = _reversed(done.ways)
    with office.store.begin() as work:
        pins = _hold(office, work, done.after, done.before, back)
    return FilesExchanged(done.after, done.before, back, (), pins)


def turned(done: FilesExchanged) -> FilesExchanged:
    """Return the exchange that leads back: taking it back does the first one again."""
    return FilesExchanged(done.after, done.before, _reversed(done.ways))


def _hold(
    office: Office,
    work: UnitOfWork,
    expected: Mapping[str, tuple[str, ...]],
    after: Mapping[str, tuple[str, ...]],
    ways: Ways,
) -> PinsFollowed:
    rounds = set()
    for approval_id, files in after.items():
        approval = _unchanged(work.approvals.need(approval_id), expected[approval_id])
        work.approvals.save(replace(approval, attachments=files))
        work.audit.append(office.operator, "scan.exchanged", approval_id, {"files": " ".join(files)})
        rounds.add(approval.round_id)
    followed = [follow_pages(work, each, sha256, pages) for each in sorted(rounds) for sha256, pages in ways.items()]
    return PinsFollowed(sum(each.moved for each in followed), sum(each.lost for each in followed))


def _unchanged(approval: Approval, expected: tuple[str, ...]) -> Approval:
    if approval.attachments != expected:
        raise Refusal("record.changed_elsewhere", name=approval.number)
    return approval


def _attachment(made: NewFile, sha256: str, size: int) -> Attachment:
    origin = made.derived_from if made.derived_from != sha256 else ""
    report = made.report
    return Attachment(sha256, made.name, report.media_type, size, report.pages, report.flags, origin)


def _reversed(ways: Ways) -> dict[str, dict[int, PageNow]]:
    back: dict[str, dict[int, PageNow]] = {}
    for sha256, pages in ways.items():
        for page, now in pages.items():
            back.setdefault(now.sha256, {})[now.page] = PageNow(sha256, page, -now.turns % 4)
    return back


def names_apart(names: Iterable[str]) -> list[str]:
    """Return the names, a second one of the same name with a number: "QD 12.pdf", "QD 12 (2).pdf"."""
    found: list[str] = []
    for name in names:
        stem, number = Path(name).stem, 2
        while name in found:
            name, number = f"{stem} ({number}).pdf", number + 1  # noqa: PLW2901 - until it is free
        found.append(name)
    return found

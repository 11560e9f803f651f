"""The scan workshop: the files of a document on the table, and what was made of them back onto the document."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop.documents.scans import inspect_scan, require_accepted
from desktop.documents.scans.page_work import is_signed, write_pages
from desktop.domain.approvals import Attachment
from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.services.office import Office
from desktop.services.papers.exchange_files import (
    FilesExchanged,
    NewFile,
    exchange_files,
    looked_at,
    names_apart,
)
from desktop.services.papers.page_list import PageList, Pages, SourceFile, untouched
from desktop.services.papers.pins import PageNow
from desktop.services.recovery.left_overs import private_place

Report = Callable[[int, int, str], object]


def lay_out(office: Office, approval_id: str) -> PageList:
    """Put the files of a document on the table; raises Refusal("record.not_found")."""
    with office.store.begin() as work:
        approval = work.approvals.need(approval_id)
        files = work.attachments.of(approval.attachments)
    return PageList.of(source_of(office, each) for each in files)


def source_of(office: Office, attachment: Attachment) -> SourceFile:
    """Return the file that is attached, as one to take pages from."""
    path = office.store.blobs.path(attachment.sha256)
    return SourceFile(path, attachment.name, attachment.pages, attachment.sha256)


def fresh_source(path: Path) -> SourceFile:
    """Look at a file that is not attached yet; raises Refusal("scan.<fault>") as attaching does."""
    name = compose(path.name)
    report = inspect_scan(path, name=name)
    require_accepted(report, name=name)
    return SourceFile(path, name, report.pages)


def save_pages(
    office: Office,
    approval_id: str,
    held: tuple[str, ...],
    files: Sequence[Pages],
    report: Report = lambda _done, _total, _item: None,
) -> FilesExchanged:
    """Make the files on the table those of the document; an untouched one stays the very file that it was.

    `held` is what the document held when its files were laid out. Raises Refusal: pages.none, pages.signed,
    scan.page_unreadable, scan.<fault>, record.changed_elsewhere. `report` may raise to stop; nothing has changed then.
    """
    if not files:
        raise Refusal("pages.none")
    with private_place(office.folder) as place:
        made = _written(files, place, report)
        new = [each for each in made if isinstance(each, NewFile)]

        def plan(digests: Sequence[str]) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, Mapping[int, PageNow]]]:
            rest = iter(digests)
            now = tuple(next(rest) if isinstance(each, NewFile) else each for each in made)
            return {approval_id: tuple(dict.fromkeys(now))}, _ways(files, now)

        return exchange_files(office, {approval_id: held}, new, plan)


def _written(files: Sequence[Pages], place: Path, report: Report) -> list[NewFile | str]:
    """Write what is not there yet; of what is, its SHA-256."""
    names = names_apart(_name_of(pages) for pages in files)
    total, done, made = sum(len(pages) for pages in files), 0, []
    for number, (pages, name) in enumerate(zip(files, names, strict=True)):
        report(done, total, name)
        made.append(pages[0].source.sha256 if untouched(pages) else _write(pages, place / f"{number}.pdf", name))
        done += len(pages)
    report(total, total, "")
    return made


def _write(pages: Pages, target: Path, name: str) -> NewFile:
    for source in dict.fromkeys(each.source for each in pages):
        if is_signed(source.path):
            raise Refusal("pages.signed", name=source.name)
    write_pages([each.take for each in pages], target)
    origin = next((each.source.sha256 for each in pages if each.source.sha256), "")
    return looked_at(target, name, origin)


def _name_of(pages: Pages) -> str:
    source = pages[0].source
    return source.name if untouched(pages) else f"{Path(source.name).stem}.pdf"


def _ways(files: Sequence[Pages], now: Sequence[str]) -> dict[str, dict[int, PageNow]]:
    """Tell where the pages of attached files went; a straightened page lies otherwise, its pins are drawn again."""
    ways: dict[str, dict[int, PageNow]] = {}
    for pages, sha256 in zip(files, now, strict=True):
        for number, each in enumerate(pages, 1):
            if each.source.sha256 and not each.slant:
                ways.setdefault(each.source.sha256, {}).setdefault(
                    each.page, PageNow(sha256, number, each.turned // 90)
                )
    return {old: pages for old, pages in ways.items() if any(each.sha256 != old for each in pages.values())}

"""The slow work of the scan workshop, done away from the window: it reports, and stops when it is asked to."""

from collections.abc import Sequence
from pathlib import Path

from desktop.documents.scans.page_work import measure_slant
from desktop.services.office import Office
from desktop.services.papers.exchange_files import FilesExchanged
from desktop.services.papers.page_list import Pages, SourceFile
from desktop.services.papers.workshop import fresh_source, save_pages
from desktop.ui.progress import Progress


def measured(pages: Pages, progress: Progress) -> dict[int, float]:
    """Return by key how many degrees each page must be turned anticlockwise to lie straight; raises Refusal."""
    found = {}
    for done, each in enumerate(pages):
        progress.stop_if_cancelled()
        progress.report(done, len(pages))
        found[each.key] = measure_slant(each.source.path, each.page, each.turned)
    return found


def looked_into(paths: Sequence[Path], progress: Progress) -> list[SourceFile]:
    """Look at files that are to be added; raises Refusal for the first that is not taken in."""
    found = []
    for done, path in enumerate(paths):
        progress.stop_if_cancelled()
        progress.report(done, len(paths), path.name)
        found.append(fresh_source(path))
    return found


def written(
    office: Office, approval_id: str, held: tuple[str, ...], files: Sequence[Pages], progress: Progress
) -> FilesExchanged:
    """Write the files and attach them; raises Refusal."""

    def report(done: int, total: int, item: str) -> None:
        progress.stop_if_cancelled()
        progress.report(done, total, item)

    return save_pages(office, approval_id, held, files, report)

"""What is done with a list off the window's thread, each telling the bar how far it is."""

from pathlib import Path

from desktop.documents.lists.watching import Tell
from desktop.services.lists.comparison import Choices, ListComparison
from desktop.services.lists.import_list import ListPreview, ListTakenIn, take_in_list
from desktop.services.lists.layout_memory import RememberedLayout, remember_layouts
from desktop.services.lists.opening import open_list, read_planned
from desktop.services.lists.plan import ListPlan
from desktop.services.lists.preparing import prepare_list
from desktop.ui.pages.desk import Desk, Looked
from desktop.ui.progress import Progress


def open_file(path: Path, layouts: tuple[RememberedLayout, ...], progress: Progress) -> ListPlan:
    """Look at the sheets of a workbook; raises Refusal."""
    return open_list(path, layouts, counted(progress), progress.cancelled)


def read_file(plan: ListPlan, progress: Progress) -> ListPreview:
    """Read what was planned; raises Refusal."""
    return read_planned(plan, counted(progress), progress.cancelled)


class TakingIn:
    """A compared list goes into its round: judged for the clerk's look, stored, and the round read anew."""

    def __init__(self, desk: Desk, preview: ListPreview, comparison: ListComparison, choices: Choices) -> None:
        self._desk, self._preview = desk, preview
        self._comparison, self._choices = comparison, choices
        self._before = desk.view

    def __call__(self, progress: Progress, judging: str, storing: str) -> tuple[ListTakenIn, Looked]:
        """Do it; what the bar says meanwhile is given in words. Raises Refusal, and then nothing was stored."""
        office, preview = self._desk.office, self._preview
        round_id = self._comparison.round_id
        prepared = prepare_list(
            office,
            round_id,
            self._comparison,
            self._choices,
            self._before,
            progress=counted(progress, judging),
            cancelled=progress.cancelled,
        )
        taken = take_in_list(
            office,
            round_id,
            preview,
            self._comparison,
            self._choices,
            prepared=prepared,
            progress=counted(progress, storing),
            cancelled=progress.cancelled,
        )
        remember_layouts(office, preview.path.name, preview.reading.mappings)
        return taken, self._desk.look(prepared.foreseen)


def counted(progress: Progress, doing: str = "") -> Tell:
    """Return what tells the bar how far it is, with what is being done and the count in the item."""

    def tell(done: int, total: int, item: str) -> None:
        count = f"{done:,}/{total:,}".replace(",", ".") if total else ""
        progress.report(done, total, " · ".join(each for each in (doing, count, item) if each))

    return tell

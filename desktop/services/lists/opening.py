"""Open a unit's workbook and read it as planned; nothing is stored."""

from collections.abc import Iterable
from pathlib import Path

from desktop.documents.lists.reader import read_list
from desktop.documents.lists.watching import CancelCheck, Tell, Watch
from desktop.documents.lists.workbook import read_workbook
from desktop.services.lists.import_list import ListPreview
from desktop.services.lists.layout_memory import RememberedLayout
from desktop.services.lists.plan import ListPlan, plan_workbook


def open_list(path: Path, layouts: Iterable[RememberedLayout], progress: Tell, cancelled: CancelCheck) -> ListPlan:
    """Open a workbook and plan how it is read; raises the refusals `list.*` of `read_workbook`."""
    return plan_workbook(read_workbook(path, watch=Watch(progress, cancelled)), layouts, path)


def read_planned(plan: ListPlan, progress: Tell, cancelled: CancelCheck) -> ListPreview:
    """Read the sheets that the plan takes; raises the refusals `list.*` of `read_list`."""
    converted = plan.fonts if plan.converts else ()
    reading = read_list(plan.workbook, plan.mappings, converted=converted, watch=Watch(progress, cancelled))
    return ListPreview(plan.path, plan.workbook, reading)

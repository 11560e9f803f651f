"""Turns a story into a PDF; rows of tables stay whole unless one is taller than a page."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from reportlab.platypus import Flowable, SimpleDocTemplate, Table
from reportlab.platypus.doctemplate import LayoutError

from desktop.documents.forms.annex import Imprint
from desktop.documents.forms.paper import FOOT, paper
from desktop.documents.forms.wording import composed


class Sheet:
    """The paper of a form: its size and margins in points, title and author of the file."""

    def __init__(self, size: tuple[float, float], margins: tuple[float, float, float], title: str, author: str) -> None:
        self.size = size
        self.left, self.right, self.top = margins
        self.title = composed(title)
        self.author = composed(author)

    @property
    def width(self) -> float:
        """What lies between the margins."""
        return self.size[0] - self.left - self.right


def build_pdf(path: Path, sheet: Sheet, imprint: Imprint, story: Callable[[], list[Flowable]]) -> None:
    """Write the story; it is told a second time, rows breaking, when a row has no room on a page."""
    try:
        _build(path, sheet, imprint, story())
    except LayoutError:
        content = story()
        _let_rows_break(content)
        _build(path, sheet, imprint, content)


def _build(path: Path, sheet: Sheet, imprint: Imprint, content: list[Flowable]) -> None:
    document = SimpleDocTemplate(
        str(path), pagesize=sheet.size, leftMargin=sheet.left, rightMargin=sheet.right, topMargin=sheet.top,
        bottomMargin=FOOT, title=sheet.title, author=sheet.author, lang="vi-VN", invariant=1,
    )  # fmt: skip  # margins belong on one line
    document.build(content, canvasmaker=paper(imprint, sheet.left, sheet.right))


def _let_rows_break(content: Iterable[Any]) -> None:
    for flowable in content:
        if isinstance(flowable, Table):
            flowable.splitInRow = 1
        _let_rows_break(getattr(flowable, "_content", ()))

"""The slips of many people in one PDF, a bookmark for each; every slip keeps its own page numbers and QR."""

import tempfile
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pikepdf

from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_print import write_calculation_slip_pdf
from desktop.documents.forms.wording import composed


def write_slip_book_pdf(
    forms: Iterable[CalculationSlip], target: Path, look: Callable[[CalculationSlip], None] = lambda _form: None
) -> int:
    """Write the slips one after the other and return how many pages there are; refusals as `write_atomically`.

    `look` is called before each slip and may raise to stop: then nothing was written. At least one slip is needed.
    """
    pages: list[int] = []
    write_atomically(target, lambda path: pages.append(_write(forms, path, look)))
    return pages[0]


def _write(forms: Iterable[CalculationSlip], path: Path, look: Callable[[CalculationSlip], None]) -> int:
    with tempfile.TemporaryDirectory(prefix=".bieu-", dir=path.parent) as scratch, pikepdf.new() as book:
        with book.open_outline() as outline:
            for form in forms:
                look(form)
                _append(book, outline, form, Path(scratch) / "phieu.pdf")
        book.docinfo["/Title"] = pikepdf.String(composed("Phiếu tính hỗ trợ"))
        book.save(path, deterministic_id=True)
        return len(book.pages)


def _append(book: pikepdf.Pdf, outline: pikepdf.Outline, form: CalculationSlip, scratch: Path) -> None:
    write_calculation_slip_pdf(form, scratch)
    name = composed(f"{form.slip_code} {form.person.full_name}".strip())
    outline.root.append(pikepdf.OutlineItem(name, len(book.pages)))
    slip = pikepdf.open(BytesIO(scratch.read_bytes()))  # kept by the pages until they are saved; the file goes away
    book.pages.extend(slip.pages)

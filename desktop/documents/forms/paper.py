"""The sheet of paper under every printed form: page x/y, QR, hash, policies, and the word across it."""

import textwrap
from collections.abc import Callable
from typing import Any

import segno
from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.forms.annex import Imprint
from desktop.documents.forms.fonts import BOLD, ITALIC, PLAIN, text_width
from desktop.documents.forms.wording import imprint_line, qr_text, warning, watermark

FOOT = 20 * mm
"""Height kept free at the bottom of each page."""
_QR_SIDE = 13 * mm
_PALE = Color(0.9, 0.9, 0.9)
_RED = Color(0.75, 0, 0)


def paper(imprint: Imprint, left: float, right: float) -> Callable[..., Canvas]:
    """Return the maker of a canvas that dresses each page once their number is known; margins in points."""

    class Paper(Canvas):  # type: ignore[misc]  # the library ships no types
        """Keeps the pages until the last is known."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:  # the library's own signature
            super().__init__(*args, **kwargs)
            self._pages: list[dict[str, Any]] = []
            _watermark(self, imprint)

        def showPage(self) -> None:  # noqa: N802 - the library's name
            self._pages.append(dict(self.__dict__))
            self._startPage()
            _watermark(self, imprint)

        def save(self) -> None:
            for number, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                _foot(self, imprint, f"Trang {number}/{len(self._pages)}", left, right)
                super().showPage()
            super().save()

    return Paper


def _watermark(canvas: Canvas, imprint: Imprint) -> None:
    """Draw the word before the text, so that it lies under it."""
    word = watermark(imprint)
    if not word:
        return
    width, height = canvas._pagesize  # noqa: SLF001 - the library offers no other way to ask
    size = min(width, height) / 5
    canvas.saveState()
    canvas.setFillColor(_PALE)
    canvas.setFont(BOLD, size)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(30)
    canvas.drawCentredString(0, -size / 3, word)
    canvas.restoreState()


def _foot(canvas: Canvas, imprint: Imprint, page: str, left: float, right: float) -> None:
    width = canvas._pagesize[0]  # noqa: SLF001 - the library offers no other way to ask
    base = 6 * mm
    canvas.saveState()
    canvas.setFillColor(black)
    canvas.setFont(PLAIN, 9)
    canvas.drawRightString(width - right, base + 2 * mm, page)
    start = left
    if imprint.short_hash:
        _qr(canvas, qr_text(imprint), left, base)
        start += _QR_SIDE + 2 * mm
    _small_print(canvas, imprint, start, base, width - right - 25 * mm - start)
    canvas.restoreState()


def _small_print(canvas: Canvas, imprint: Imprint, x: float, base: float, room: float) -> None:
    line = base + 9 * mm
    if warning(imprint):
        canvas.setFillColor(_RED)
        canvas.setFont(BOLD, 9)
        canvas.drawString(x, line, warning(imprint))
        canvas.setFillColor(black)
        line -= 3.6 * mm
    canvas.setFont(ITALIC, 7.5)
    form = f"Biểu số {imprint.form} | " if imprint.form else ""
    for part in _wrapped(form + imprint_line(imprint), room)[:3]:
        canvas.drawString(x, line, part)
        line -= 3 * mm


def _wrapped(text: str, room: float) -> list[str]:
    per_line = max(20, int(len(text) * room / max(1.0, text_width(text, ITALIC, 7.5))))
    return textwrap.wrap(text, per_line)


def _qr(canvas: Canvas, text: str, x: float, y: float) -> None:
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    side = _QR_SIDE / len(rows)
    for down, row in enumerate(rows):
        for along, dark in enumerate(row):
            if dark:
                canvas.rect(x + along * side, y + (len(rows) - 1 - down) * side, side * 1.02, side * 1.02, 0, 1)

"""What stands over and under the table of a form in a workbook."""

from io import BytesIO
from typing import Any

import segno

from desktop.documents.forms.annex import Annex
from desktop.documents.forms.sheet_sizes import line_height, lines_of
from desktop.documents.forms.wording import (
    COUNTRY,
    MOTTO,
    composed,
    footnotes,
    imprint_line,
    place_and_date,
    qr_text,
    warning,
)
from desktop.documents.forms.workbook_looks import Looks


class SheetFrame:
    """Writes across the width of the table; lines count from 0."""

    def __init__(self, sheet: Any, annex: Annex, looks: Looks, widths: list[float]) -> None:
        self._sheet = sheet
        self._annex = annex
        self._looks = looks
        self._last = len(annex.columns) - 1
        self._widths = widths

    def top(self) -> int:
        """Write office, country, title; return the line where the table begins."""
        office = self._annex.office
        middle = self._column_at(0.42)
        budget = f"Mã ĐVQHNS: {office.budget_code}" if office.budget_code else ""
        left = (office.parent.upper(), office.unit.upper(), budget)
        right = (COUNTRY, MOTTO, "")
        self._across(0, f"Biểu số {self._annex.imprint.form}", bold=True, align="right")
        for line, (words, other) in enumerate(zip(left, right, strict=True), 1):
            self._merge(line, 0, middle, words, self._looks.plain(12, align="center", bold=line == 2))
            country = self._looks.plain(12, align="center", bold=True, underline=int(line == 2))
            self._merge(line, middle + 1, self._last, other, country)
        return self._titles(5)

    def bottom(self, line: int) -> int:
        """Write the closing lines, notes, signatures and imprint from `line` on; return the last line."""
        line += 1
        for words in footnotes(self._annex):
            self._across(line, words, italic=True)
            line += 1
        line = self._signatures(line + 1)
        self._imprint(line)
        return line

    def _titles(self, line: int) -> int:
        if warning(self._annex.imprint):
            self._across(line - 1, warning(self._annex.imprint), bold=True, align="center", font_color="#C00000")
        self._across(line, self._annex.title, size=15, bold=True, align="center")
        for subtitle in self._annex.subtitles:
            line += 1
            self._across(line, subtitle, italic=True, align="center")
        self._across(line + 1, self._annex.unit_line, italic=True, align="right")
        return line + 2

    def _signatures(self, line: int) -> int:
        blocks = self._annex.signatures
        date = place_and_date(self._annex.office.place, self._annex.made_on)
        edges = [self._column_at(part / len(blocks)) for part in range(len(blocks) + 1)]
        for place, block in enumerate(blocks):
            last = place == len(blocks) - 1
            words = (date if last else "", block.role, block.hint, block.name)
            looks: tuple[dict[str, bool], ...] = ({"italic": True}, {"bold": True}, {"italic": True}, {"bold": True})
            left, right = edges[place] + (1 if place else 0), edges[place + 1]
            for down, part, look in zip((0, 1, 2, 7), words, looks, strict=True):
                self._merge(line + down, left, right, part, self._looks.plain(12, align="center", **look))
        return line + 9

    def _imprint(self, line: int) -> None:
        words = f"Biểu số {self._annex.imprint.form} | {imprint_line(self._annex.imprint)}"
        if not self._annex.imprint.short_hash:
            self._across(line, words, size=10, italic=True)
            return
        self._merge(line, 2, self._last, words, self._looks.plain(10, italic=True, text_wrap=True))
        self._sheet.set_row(line, 56)
        picture = BytesIO()
        segno.make(qr_text(self._annex.imprint), error="m", micro=False).save(picture, kind="png", scale=4, border=1)
        place = {"image_data": picture, "x_scale": 0.5, "y_scale": 0.5, "x_offset": 2, "y_offset": 2}
        self._sheet.insert_image(line, 0, "qr.png", place | {"description": "Mã QR của biểu"})

    def _across(self, line: int, words: str, *, size: float = 12, **look: Any) -> None:
        lines = lines_of(words, sum(self._widths), size)
        self._merge(line, 0, self._last, words, self._looks.plain(size, text_wrap=True, **look))
        self._sheet.set_row(line, lines * line_height(size))

    def _merge(self, line: int, left: int, right: int, words: str, look: Any) -> None:
        if right > left:
            self._sheet.merge_range(line, left, line, right, "", look)
        self._sheet.write_string(line, left, composed(words), look)

    def _column_at(self, share: float) -> int:
        """Return the column in which that share of the table's width ends."""
        reached = 0.0
        for place, width in enumerate(self._widths):
            reached += width
            if reached >= share * sum(self._widths):
                return place
        return self._last

"""Pages about keys on one sheet of A4: a fingerprint to compare, a recovery code for the sealed envelope."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import segno
from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from desktop.documents.forms.annex import Imprint, Signature
from desktop.documents.forms.blocks import centred, heading, signatures, text, title
from desktop.documents.forms.building import Sheet, build_pdf
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.fonts import BOLD
from desktop.documents.forms.grid import facts
from desktop.documents.forms.model import OfficeHeading
from desktop.documents.forms.wording import place_and_date

_MARGINS = (25 * mm, 20 * mm, 16 * mm)
"""Left, right, top."""
_PADDING = 12
"""What the frame of a page keeps free at its sides."""
_BODY = 12.0
_QR_SIDE = 36 * mm
_LINE = Color(0.45, 0.45, 0.45)
_ROW = 4
"""Words, or groups of hex digits, beside each other."""


@dataclass(frozen=True, slots=True)
class KeyPage:
    """What stands on the sheet, from top to bottom.

    `facts` are what and what is said of it; `groups` hex digits in fours, with `qr` holding the same; `words` are
    numbered; `notes` stand under them, each a paragraph; without `signers` nobody signs.
    """

    office: OfficeHeading
    corner: str
    title: str
    subtitle: str
    intro: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    groups: tuple[str, ...] = ()
    groups_title: str = ""
    qr: str = ""
    words: tuple[str, ...] = ()
    words_title: str = ""
    notes: tuple[str, ...] = ()
    signers: tuple[Signature, ...] = ()
    made_on: date | None = None


def write_key_page_pdf(page: KeyPage, target: Path) -> None:
    """Write the sheet; refusals as `write_atomically`."""
    sheet = Sheet(A4, _MARGINS, page.title, page.office.unit)
    imprint = Imprint("", "", (), practice=False, draft=False, people=0)
    write_atomically(target, lambda path: build_pdf(path, sheet, imprint, lambda: _story(page, sheet.width - _PADDING)))


def _story(page: KeyPage, width: float) -> list[Flowable]:
    story = [
        heading(page.office, page.corner, width),
        *title(page.title, (page.subtitle,) if page.subtitle else ()),
        Spacer(0, 3 * mm),
        *(_paragraph(each) for each in page.intro),
        facts(page.facts, width),
        Spacer(0, 3 * mm),
    ]
    story += [_fingerprint(page, width), Spacer(0, 3 * mm)] if page.groups else []
    story += [_words(page, width), Spacer(0, 3 * mm)] if page.words else []
    story += [_paragraph(each) for each in page.notes]
    if page.signers:
        signed = signatures(page.signers, place_and_date(page.office.place, page.made_on), width)
        story.append(KeepTogether(signed))
    return story


def _paragraph(words: str) -> Flowable:
    made = text(words, _BODY)
    made.spaceAfter = 2 * mm
    return made


def _fingerprint(page: KeyPage, width: float) -> Flowable:
    """Return the groups, and beside them the QR with the same."""
    groups = Table(_in_rows([centred(each, 17, font=BOLD) for each in page.groups]), colWidths=[24 * mm] * _ROW)
    groups.setStyle(TableStyle([("BOTTOMPADDING", (0, 0), (-1, -1), 8)]))
    left: list[Flowable] = [text(page.groups_title, _BODY, font=BOLD), Spacer(0, 2 * mm), groups]
    beside = Table([[left, _Qr(page.qr)]], colWidths=[width - _QR_SIDE - 6 * mm, _QR_SIDE + 6 * mm])
    beside.setStyle(_boxed())
    return KeepTogether([beside])


def _words(page: KeyPage, width: float) -> Flowable:
    numbered = [text(f"{place}. {word}", 16, font=BOLD) for place, word in enumerate(page.words, start=1)]
    words = Table(_in_rows(numbered), colWidths=[(width - 6 * mm) / _ROW] * _ROW)
    words.setStyle(TableStyle([("BOTTOMPADDING", (0, 0), (-1, -1), 7)]))
    box = Table([[[text(page.words_title, _BODY, font=BOLD), Spacer(0, 2 * mm), words]]], colWidths=[width])
    box.setStyle(_boxed())
    return KeepTogether([box])


def _boxed() -> TableStyle:
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), 3 * mm) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return TableStyle([("BOX", (0, 0), (-1, -1), 0.8, _LINE), ("VALIGN", (0, 0), (-1, -1), "TOP"), *padding])


def _in_rows(cells: list[Flowable]) -> list[list[Flowable | str]]:
    """Return rows of four, the last filled up."""
    filled: list[Flowable | str] = [*cells, *[""] * (-len(cells) % _ROW)]
    return [filled[at : at + _ROW] for at in range(0, len(filled), _ROW)]


class _Qr(Flowable):  # type: ignore[misc]  # the library ships no types
    """A QR code as squares, sharp at any size."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self._rows = [list(row) for row in segno.make(content, error="m", micro=False).matrix]

    def wrap(self, _room: float, _height: float) -> tuple[float, float]:
        return _QR_SIDE, _QR_SIDE

    def draw(self) -> None:
        side = _QR_SIDE / len(self._rows)
        self.canv.setFillColor(black)
        for down, row in enumerate(self._rows):
            for along, dark in enumerate(row):
                if dark:
                    top = (len(self._rows) - 1 - down) * side
                    self.canv.rect(along * side, top, side * 1.02, side * 1.02, 0, 1)

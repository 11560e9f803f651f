"""The parts that every print shares: heading, title, notes, signatures."""

from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from desktop.documents.forms.annex import Signature
from desktop.documents.forms.fonts import BOLD, ITALIC, PLAIN, register_fonts
from desktop.documents.forms.model import OfficeHeading
from desktop.documents.forms.wording import COUNTRY, MOTTO, composed

_NO_PADDING = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


@cache
def style(font: str, size: float, alignment: int = TA_LEFT) -> ParagraphStyle:
    """Return the paragraph style; lines stand 1.15 apart."""
    register_fonts()
    return ParagraphStyle(f"{font} {size} {alignment}", fontName=font, fontSize=size, leading=size * 1.15,
                          alignment=alignment, splitLongWords=1, textColor=black)  # fmt: skip  # one style, one line


def text(words: str, size: float, *, font: str = PLAIN, alignment: int = TA_LEFT) -> Paragraph:
    """Return plain words as a paragraph; nothing in them is taken for mark-up."""
    return Paragraph(escape(composed(words)).replace("\n", "<br/>"), style(font, size, alignment))


def leading(words: str, size: float, *, font: str = PLAIN) -> Paragraph:
    """Return words that lead to what follows; `room` before them keeps both on one page."""
    found = text(words, size, font=font)
    found.spaceAfter = 3
    return found


def room(height: float = 30 * mm) -> Flowable:
    """Return a page break where less than `height` is left.

    What is told to stay with a table of many pages would be pushed to the next page with it, leaving this one empty.
    """
    return CondPageBreak(height)


def centred(words: str, size: float, *, font: str = PLAIN) -> Paragraph:
    """Return plain words in the middle."""
    return text(words, size, font=font, alignment=TA_CENTER)


def right(words: str, size: float, *, font: str = PLAIN) -> Paragraph:
    """Return plain words at the right edge."""
    return text(words, size, font=font, alignment=TA_RIGHT)


def heading(office: OfficeHeading, corner: str, width: float) -> Flowable:
    """Return the office at the left, the country and its motto at the right, the form's number above them."""
    size = _head_size(width)
    budget = [centred(f"Mã ĐVQHNS: {office.budget_code}", 11)] if office.budget_code else []
    left = [centred(office.parent.upper(), size)] if office.parent else []
    left += [centred(office.unit.upper(), size, font=BOLD), _Rule(25 * mm), *budget]
    country = [centred(COUNTRY, size, font=BOLD), centred(MOTTO, size + 1, font=BOLD), _Rule(48 * mm)]
    halves = Table([[left, country]], colWidths=[width * 0.45, width * 0.55])
    halves.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_NO_PADDING]))
    return KeepTogether([right(corner, 11, font=BOLD), halves])


def _head_size(width: float) -> float:
    """Upright A4 has no room for more than 11 points beside the country's name."""
    return 12 if width > A4[0] else 11


class _Rule(Flowable):  # type: ignore[misc]  # the library ships no types
    """A short line in the middle of the room given."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self._length = length
        self._room = length

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        self._room = room
        return room, 5

    def draw(self) -> None:
        start = (self._room - self._length) / 2
        self.canv.setLineWidth(0.7)
        self.canv.line(start, 1, start + self._length, 1)


def title(words: str, subtitles: tuple[str, ...], size: float = 14) -> list[Flowable]:
    """Return the title in bold and the lines under it in italics."""
    under = [centred(each, size - 2, font=ITALIC) for each in subtitles]
    return [Spacer(0, 4 * mm), centred(words, size, font=BOLD), *under]


def signatures(blocks: tuple[Signature, ...], place_and_date: str, width: float) -> list[Flowable]:
    """Return the signature blocks side by side, to be kept together, the date over the last."""
    size = _head_size(width)
    over = 2 if len(blocks) > 2 and width < A4[0] else 1  # a third of upright A4 has no room for the date
    rows: list[list[object]] = [
        [*[""] * (len(blocks) - over), centred(place_and_date, size, font=ITALIC), *[""] * (over - 1)],
        [centred(each.role, size, font=BOLD) for each in blocks],
        [centred(each.hint, 11, font=ITALIC) for each in blocks],
        [Spacer(0, 20 * mm) for _ in blocks],
        [centred(each.name, size, font=BOLD) for each in blocks],
    ]
    table = Table(rows, colWidths=[width / len(blocks)] * len(blocks))
    date = ("SPAN", (-over, 0), (-1, 0))
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), date, *_NO_PADDING]))
    return [Spacer(0, 4 * mm), table]

"""The typeface of the prints: Tinos, which has the widths of Times New Roman, embedded."""

from functools import cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.system.resources import resource

PLAIN = "Tinos"
BOLD = "Tinos-Bold"
ITALIC = "Tinos-Italic"
BOLD_ITALIC = "Tinos-BoldItalic"

_FILES = {
    PLAIN: "Tinos-Regular.ttf",
    BOLD: "Tinos-Bold.ttf",
    ITALIC: "Tinos-Italic.ttf",
    BOLD_ITALIC: "Tinos-BoldItalic.ttf",
}


@cache
def register_fonts() -> None:
    """Make the four faces known to the PDF library; once for the whole run."""
    for name, file_name in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file_name))))
    faces = {(0, 0): PLAIN, (1, 0): BOLD, (0, 1): ITALIC, (1, 1): BOLD_ITALIC}
    for (bold, italic), name in faces.items():
        addMapping(PLAIN, bold, italic, name)


def text_width(text: str, font: str, size: float) -> float:
    """Return the width in points."""
    register_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))

"""What is dark on a page, freed of shadows, specks and ruled lines: one channel, 255 is ink."""

from array import array

from PIL import Image, ImageChops, ImageFilter

WORKING_WIDTH = 1000
"""Pixels along the short edge of a page; about 120 dpi on A4, where a letter's body is eight pixels high."""

_DARKER_THAN_PAPER = 60
_SHADOW_CELL = 16
_RULE_LENGTH = 40
"""A stroke that fills this many pixels in a row belongs to a table, not to a letter."""
_RULE_FILL = 230


def ink_of(picture: Image.Image) -> Image.Image:
    """Return the ink of a page picture whose short edge is WORKING_WIDTH."""
    grey = picture.convert("L")
    dark = ImageChops.subtract(_paper_of(grey), grey).filter(ImageFilter.MedianFilter(3))
    return dark.point(lambda level: 255 if level > _DARKER_THAN_PAPER else 0)


def without_rules(ink: Image.Image) -> Image.Image:
    """Return the ink without the straight lines of tables."""
    return ImageChops.subtract(ink, ImageChops.lighter(_rules(ink, _RULE_LENGTH, 1), _rules(ink, 1, _RULE_LENGTH)))


def share_of_ink(ink: Image.Image) -> float:
    """Return which part of the page is ink, its edges (where scanners leave shadows) left out."""
    across, down = ink.width // 30, ink.height // 30
    inside = ink.crop((across, down, ink.width - across, ink.height - down))
    return float(sum(row_profile(inside))) / (255 * max(1, inside.height))


def row_profile(ink: Image.Image) -> list[float]:
    """Return the mean ink of every row, 0 to 255, from the top."""
    column = ink.convert("F").resize((1, ink.height), Image.Resampling.BOX)
    return list(array("f", column.tobytes()))


def _paper_of(grey: Image.Image) -> Image.Image:
    cells = (max(1, grey.width // _SHADOW_CELL), max(1, grey.height // _SHADOW_CELL))
    brightest = grey.resize(cells, Image.Resampling.BOX).filter(ImageFilter.MaxFilter(5))
    return brightest.filter(ImageFilter.MedianFilter(5)).resize(grey.size, Image.Resampling.BILINEAR)


def _rules(ink: Image.Image, across: int, down: int) -> Image.Image:
    cells = (max(1, ink.width // across), max(1, ink.height // down))
    filled = ink.resize(cells, Image.Resampling.BOX).point(lambda level: 255 if level >= _RULE_FILL else 0)
    return filled.resize(ink.size, Image.Resampling.NEAREST).filter(ImageFilter.MaxFilter(5))

"""The ink of a page: what is darker than the paper around it, straightened and without ruled lines."""

import math
from array import array
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

_PAPER_RADIUS = 20
_DARKER_THAN_PAPER = 32
"""Of 255; the noise of a scanner and the shadow of a sheet's fold stay below."""
_MARGIN = 0.025
"""Part of each side not looked at: scanners leave dark edges there."""
_BLANK_SHARE = 0.0002
"""A line of ten letters covers about this part of a page."""
_RULE_RADIUS = 20
_ANY = [255 if each > 0 else 0 for each in range(256)]
_SOLID = [255 if each > 100 else 0 for each in range(256)]
_NEARLY_FULL = [255 if each > 235 else 0 for each in range(256)]
_STEPS = tuple(step / 2 for step in range(-10, 11))


def ink_of(grey: Image.Image) -> Image.Image:
    """Return a mask (255 ink, 0 paper) of the page without its margins."""
    paper = grey.filter(ImageFilter.BoxBlur(_PAPER_RADIUS))
    darker = ImageChops.subtract(paper, grey).point([255 if each > _DARKER_THAN_PAPER else 0 for each in range(256)])
    width, height = darker.size
    across, down = math.ceil(width * _MARGIN), math.ceil(height * _MARGIN)
    if width <= 2 * across or height <= 2 * down:
        return darker
    return darker.crop((across, down, width - across, height - down))


def is_blank(ink: Image.Image) -> bool:
    """Say whether next to nothing is left once lone specks are taken away."""
    clean = ink.filter(ImageFilter.MedianFilter(3))
    return clean.histogram()[255] <= _BLANK_SHARE * clean.width * clean.height


def straighten(ink: Image.Image) -> Image.Image:
    """Turn the page by up to 5 degrees so that its lines of text run along the pixels, one way or the other."""
    half = ink.resize((max(1, ink.width // 2), max(1, ink.height // 2)), Image.Resampling.BOX)
    best = max(_STEPS, key=lambda degrees: _sharpness(half.rotate(degrees)))
    return ink.rotate(best, Image.Resampling.BILINEAR)


def without_rules(ink: Image.Image) -> Image.Image:
    """Take out the ruled lines of tables, which would outweigh the letters."""
    level = _rules_along(ink)
    upright = _rules_along(ink.transpose(Image.Transpose.TRANSPOSE)).transpose(Image.Transpose.TRANSPOSE)
    return ImageChops.subtract(ink, ImageChops.lighter(level, upright))


def _rules_along(ink: Image.Image) -> Image.Image:
    """Return a mask of the runs of ink along the rows that are longer than any letter, and their blurred edges."""
    thick = _spread_up_and_down(ink.point(_SOLID))
    middles = thick.filter(ImageFilter.BoxBlur((_RULE_RADIUS, 0))).point(_NEARLY_FULL)
    return _spread_up_and_down(middles.filter(ImageFilter.BoxBlur((_RULE_RADIUS, 0))).point(_ANY))


def _spread_up_and_down(mask: Image.Image) -> Image.Image:
    return ImageChops.lighter(mask, ImageChops.lighter(ImageChops.offset(mask, 0, 1), ImageChops.offset(mask, 0, -1)))


def profiles(ink: Image.Image, strips: int) -> list[list[float]]:
    """Cut the page into upright strips; return for each the share of ink (0 to 1) in every row."""
    flat = ink.convert("F").resize((strips, ink.height), Image.Resampling.BOX)
    shares = array("f", flat.tobytes())
    return [[share / 255 for share in shares[strip::strips]] for strip in range(strips)]


def line_energy(ink: Image.Image) -> float:
    """Return how sharply rows of ink and rows of paper take turns."""
    (profile,) = profiles(ink, 1)
    return sum((after - before) ** 2 for before, after in pairwise(profile)) * ink.width**2


def _sharpness(ink: Image.Image) -> float:
    return max(line_energy(ink), line_energy(ink.transpose(Image.Transpose.ROTATE_90)))

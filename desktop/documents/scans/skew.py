"""By how many degrees the lines of a page lie slanted, and the page turned straight."""

from PIL import Image

from desktop.documents.scans.ink import ink_of, is_blank, line_energy, without_rules

_COARSE = tuple(step / 2 for step in range(-12, 13))
_FINE = tuple(step / 10 for step in range(-4, 5))
_CLEARLY = 1.02
"""A slant is believed when it makes the lines at least this much sharper; a page of pictures has none."""
_LEAST = 0.15
"""Degrees; a sheet of A4 is then off by half a millimetre across its width."""


def slant_of(grey: Image.Image) -> float:
    """Return by how many degrees the page must be turned anticlockwise to lie straight, -6 to 6; 0 if it does."""
    ink = ink_of(grey)
    if is_blank(ink):
        return 0.0
    letters = without_rules(ink)
    half = letters.resize((max(1, letters.width // 2), max(1, letters.height // 2)), Image.Resampling.BOX)
    coarse = max(_COARSE, key=lambda degrees: _evenness(half, degrees))
    best = max((coarse + more for more in _FINE), key=lambda degrees: _evenness(letters, degrees))
    if abs(best) < _LEAST or _evenness(letters, best) < _CLEARLY * _evenness(letters, 0.0):
        return 0.0
    return round(best, 1)


def straightened(picture: Image.Image, degrees: float) -> Image.Image:
    """Turn a page anticlockwise about its middle; what comes in at the corners has the colour of the paper."""
    paper = _paper_of(picture)
    return picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=paper)


def _evenness(ink: Image.Image, degrees: float) -> float:
    turned = ink.rotate(degrees, Image.Resampling.BILINEAR) if degrees else ink
    return max(line_energy(turned), line_energy(turned.transpose(Image.Transpose.ROTATE_90)))


def _paper_of(picture: Image.Image) -> int | tuple[int, ...]:
    """Return the commonest bright colour, by channel."""
    small = picture.resize((64, 64), Image.Resampling.BOX)
    levels = [max(range(128, 256), key=channel.histogram().__getitem__) for channel in small.split()]
    return levels[0] if len(levels) == 1 else tuple(levels)

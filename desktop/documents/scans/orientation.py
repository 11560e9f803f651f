"""Which way up a page of printed Vietnamese stands.

Text lines make the row profile jagged; on a page lying on its side the column profile is the jagged one. Two
marks tell a line from its upside-down twin: nearly all letters and digits stand on the base line, so ink stops
there at once, while it starts raggedly at the top; and Vietnamese has far more above the letters' bodies
(ascenders, tone marks) than below (descenders, dots). Neither alone is enough: lines of digits have no marks,
lines of capitals no ragged top.
"""

from dataclasses import dataclass
from itertools import pairwise

from PIL import Image

from desktop.documents.scans.ink import row_profile

_STRIPS = 6
"""Narrow strips keep a slightly bowed or slanted line apart from its neighbours."""
_LINE_PIXELS = range(8, 51)
"""Heights of one line of text at the working width: type of 8 to 30 points."""
_BARE_ROW = 0.8
_BODY_SHARE = 0.5
_FEWEST_LINES = 5
_BASE_LINE_WEIGHT = 3
_SURELY_UPSIDE_DOWN = -0.1
"""Upright pages of many kinds score 0.06 to 0.9, upside-down ones the opposite."""
_SURELY_ON_ITS_SIDE = 1.5
_STEEPEST_SLANT = 5


def degrees_turned(ink: Image.Image) -> int:
    """Return 0, 90, 180 or 270: how far clockwise the page is turned from upright, 0 where nothing tells."""
    on_its_side = ink.transpose(Image.Transpose.ROTATE_90)
    slant, side_slant = _slant(ink), _slant(on_its_side)
    lines, side_lines = _lines(_straightened(ink, slant)), _lines(_straightened(on_its_side, side_slant))
    more_jagged_on_its_side = side_slant.jaggedness > _SURELY_ON_ITS_SIDE * slant.jaggedness
    if more_jagged_on_its_side and len(side_lines) >= max(_FEWEST_LINES, len(lines) // 2):
        return 270 if _uprightness(side_lines) < 0 else 90
    return 180 if len(lines) >= _FEWEST_LINES and _uprightness(lines) < _SURELY_UPSIDE_DOWN else 0


@dataclass(frozen=True, slots=True)
class _Slant:
    """The turn in degrees that makes lines most level, and how jagged the profile then is."""

    degrees: float
    jaggedness: float


def _slant(ink: Image.Image) -> _Slant:
    small = ink.resize((ink.width // 2, max(1, ink.height // 2)), Image.Resampling.BOX)
    turns = [half / 2 for half in range(-2 * _STEEPEST_SLANT, 2 * _STEEPEST_SLANT + 1)]
    return max((_Slant(turn, _jaggedness(small.rotate(turn))) for turn in turns), key=lambda each: each.jaggedness)


def _jaggedness(ink: Image.Image) -> float:
    return sum((below - above) ** 2 for above, below in pairwise(row_profile(ink)))


def _straightened(ink: Image.Image, slant: _Slant) -> Image.Image:
    return ink.rotate(slant.degrees, resample=Image.Resampling.BILINEAR)


def _uprightness(lines: list[list[float]]) -> float:
    """Positive for upright text; turning the page changes the sign."""
    starts, stops = (sum(each) for each in zip(*map(_steepest, lines), strict=True))
    above, below = (sum(each) for each in zip(*map(_outside_body, lines), strict=True))
    return _BASE_LINE_WEIGHT * _balance(stops, starts) + _balance(above, below)


def _balance(one: float, other: float) -> float:
    return (one - other) / (one + other) if one + other else 0.0


def _lines(ink: Image.Image) -> list[list[float]]:
    """Row profiles of the lines of text, each from its first inked row to its last."""
    width = ink.width // _STRIPS
    strips = [ink.crop((left, 0, left + width, ink.height)) for left in range(0, width * _STRIPS, width)]
    return [line for strip in strips for line in _runs(row_profile(strip)) if len(line) in _LINE_PIXELS]


def _runs(profile: list[float]) -> list[list[float]]:
    runs: list[list[float]] = [[]]
    for level in profile:
        if level > _BARE_ROW:
            runs[-1].append(level)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _steepest(line: list[float]) -> tuple[float, float]:
    """The steepest start and stop of ink over two rows."""
    padded = [0.0, 0.0, *line, 0.0, 0.0]
    changes = [later - earlier for earlier, later in zip(padded, padded[2:], strict=False)]
    return max(changes), -min(changes)


def _outside_body(line: list[float]) -> tuple[float, float]:
    """The ink above and below the rows in which the bodies of the letters lie."""
    dense = sorted(line)[int(len(line) * 0.85)] * _BODY_SHARE
    body = [row for row, level in enumerate(line) if level >= dense]
    return sum(line[: body[0]]), sum(line[body[-1] + 1 :])

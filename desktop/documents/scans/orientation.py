"""Which way up a page lies, told from the shape of its printed lines.

A line of Latin letters stands on one sharp edge, the base line; its upper edge is ragged, because small letters,
capitals and figures differ in height and Vietnamese sets its marks on top. Every piece of a line votes with its ink;
a page is called turned only when the votes agree, so that a page of stamps or pictures is left alone.
"""

from dataclasses import dataclass

from PIL import Image

from desktop.documents.scans.ink import line_energy, profiles, straighten, without_rules

_STRIPS = 4
_GAP = 2
_FAINT = 0.004
_LINE_HEIGHTS = range(7, 46)
_LEAST_SIDE = 600
_LEAST_VOTES = 6
_OVERHANG_WEIGHT = 3
_SIDEWAYS = 1.6
_TURNED_MEAN = -0.18
_TURNED_CERTAINTY = -2.2
"""Upright pages of text score 0.2 to 0.6, of capitals or figures alone about 0; turned ones the opposite."""


@dataclass(frozen=True, slots=True)
class _Votes:
    """`mean` from -1 (upside down) to 1 (upright); `certainty` is the mean over its standard error."""

    count: int
    mean: float
    certainty: float

    def says_turned(self) -> bool:
        return self.count >= _LEAST_VOTES and self.mean < _TURNED_MEAN and self.certainty < _TURNED_CERTAINTY


def degrees_turned(ink: Image.Image) -> int:
    """Return by how many degrees clockwise a page lies turned: 0, 90, 180 or 270; 0 where it cannot be told."""
    if max(ink.size) < _LEAST_SIDE:
        return 0
    letters = without_rules(straighten(ink))
    if _lies_sideways(letters):
        votes = _votes(letters.transpose(Image.Transpose.ROTATE_90))
        return (270 if votes.says_turned() else 90) if votes.count >= _LEAST_VOTES else 0
    return 180 if _votes(letters).says_turned() else 0


def _lies_sideways(letters: Image.Image) -> bool:
    """Rows of a list that resemble each other have sharp columns too, but lines are cut off only along the text."""
    standing = letters.transpose(Image.Transpose.ROTATE_90)
    if line_energy(standing) <= _SIDEWAYS * line_energy(letters):
        return False
    return pieces_of_lines(standing) > pieces_of_lines(letters)


def pieces_of_lines(letters: Image.Image) -> int:
    """Return how many pieces of printed lines run along the rows, the page being cut into upright strips."""
    return len(_pieces(letters))


def _pieces(letters: Image.Image) -> list[list[float]]:
    return [line for profile in profiles(letters, _STRIPS) for line in _lines(profile) if len(line) in _LINE_HEIGHTS]


def _votes(letters: Image.Image) -> _Votes:
    lines = _pieces(letters)
    weights = [sum(line) for line in lines]
    total = sum(weights)
    if not total:
        return _Votes(0, 0.0, 0.0)
    votes = [_vote(line) for line in lines]
    mean = sum(weight * vote for weight, vote in zip(weights, votes, strict=True)) / total
    spread = sum((weight * (vote - mean)) ** 2 for weight, vote in zip(weights, votes, strict=True)) ** 0.5 / total
    return _Votes(len(votes), mean, mean / (spread + 1e-9))


def _lines(profile: list[float]) -> list[list[float]]:
    """Cut a strip's profile into its lines of text."""
    lines, start, last = [], -1, 0
    for row, share in enumerate([*profile, *[0.0] * (_GAP + 1)]):
        if share > _FAINT:
            start = row if start < 0 else start
            last = row
        elif start >= 0 and row - last > _GAP:
            lines.append(profile[start : last + 1])
            start = -1
    return lines


def _vote(line: list[float]) -> float:
    """Return how much a line looks upright: sharp below and ragged above, with marks above rather than below."""
    return _edge(line) + _OVERHANG_WEIGHT * _overhang(line)


def _edge(line: list[float]) -> float:
    """Compare the cubes of falls and rises of ink from top to bottom."""
    padded = [0.0, 0.0, *line, 0.0, 0.0]
    falls = [before - after for before, after in zip(padded, padded[2:], strict=False)]
    return sum(fall**3 for fall in falls) / sum(abs(fall) ** 3 for fall in falls)


def _overhang(line: list[float]) -> float:
    """Return the ink above the line's body less that below it, as a part of all."""
    body = [row for row, share in enumerate(line) if share >= 0.6 * max(line)]
    return (sum(line[: body[0]]) - sum(line[body[-1] + 1 :])) / sum(line)

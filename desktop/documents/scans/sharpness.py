"""Whether a page of text is blurred, told from how steep the edges of its letters are.

Between paper and ink the brightness of a sharp scan falls within about one pixel of the look; a page out of focus needs
several, a page moved while it was scanned several in one direction. The steepest step around a place, as a part of the
range of brightness there, does not depend on how dark the ink is, so a faint page is not taken for a blurred one.
Measured on the sample decisions at 150, 200 and 300 dpi: 0.72 to 0.78 as scanned, 0.40 after a Gaussian blur of 0.3 mm
(soft, every mark of a vowel still told apart), 0.36 at 0.35 mm (marks begin to run together), 0.26 at 0.5 mm.
"""

from collections.abc import Callable

from PIL import Image, ImageChops, ImageStat

from desktop.documents.scans.ink import without_rules
from desktop.documents.scans.orientation import pieces_of_lines

_DOUBLINGS = (1, 2, 4, 1)
"""Steps by which a place grows to 9 pixels across: wider than the stroke of a letter and its blurred edge."""
_TO_THE_MIDDLE = -4
_LEAST_PIECES = 12
"""Three full lines of text, cut into strips; a page of stamps or one picture has fewer and is not judged."""
_STRONG = 0.5
"""Places with at least this part of the page's own strongest contrast are looked at, noise and shadows are not."""
_LEAST_RANGE = 24
_STRONGEST_SHARE = 0.01
_OUT_OF_FOCUS = 0.36
_MOVED = 0.33
_SHARP = 0.5


def is_blurred(grey: Image.Image, ink: Image.Image) -> bool:
    """Say whether a page (as its checks see it) bears lines of text that are out of focus or were moved."""
    if not _bears_text(without_rules(ink)):
        return False
    across, down, either = _steepness(grey)
    return either < _OUT_OF_FOCUS or (min(across, down) < _MOVED and max(across, down) > _SHARP)


def _bears_text(letters: Image.Image) -> bool:
    upright = letters.transpose(Image.Transpose.ROTATE_90)
    return max(pieces_of_lines(letters), pieces_of_lines(upright)) >= _LEAST_PIECES


def _steepness(grey: Image.Image) -> tuple[float, float, float]:
    """Return (across, down, either way): the steepest step as a part of the range around, 1 where all is sharp."""
    spread = ImageChops.subtract(_around(grey, ImageChops.lighter), _around(grey, ImageChops.darker))
    strong = _strong(spread)
    whole = ImageStat.Stat(spread, strong).sum[0]
    if not whole:
        return 1.0, 1.0, 1.0
    steps = [ImageChops.difference(grey, ImageChops.offset(grey, *by)) for by in ((1, 0), (0, 1))]
    across, down, either = (
        ImageStat.Stat(_around(each, ImageChops.lighter), strong).sum[0] / whole
        for each in (*steps, ImageChops.lighter(*steps))
    )
    return across, down, either


def _around(image: Image.Image, either: Callable[[Image.Image, Image.Image], Image.Image]) -> Image.Image:
    """Return for each pixel the brightest or darkest around it; a rank filter does the same 100 times slower."""
    for by in _DOUBLINGS:
        image = either(image, ImageChops.offset(image, by, 0))
    for by in _DOUBLINGS:
        image = either(image, ImageChops.offset(image, 0, by))
    return ImageChops.offset(image, _TO_THE_MIDDLE, _TO_THE_MIDDLE)


def _strong(spread: Image.Image) -> Image.Image:
    """Return a mask of the places where the page has much contrast for itself."""
    counts = spread.histogram()
    wanted, seen, strongest = sum(counts) * _STRONGEST_SHARE, 0, 0
    for level in range(255, -1, -1):
        seen += counts[level]
        if seen >= wanted:
            strongest = level
            break
    least = max(_LEAST_RANGE, _STRONG * strongest)
    return spread.point([255 if level >= least else 0 for level in range(256)])

"""JPEG, PNG and TIFF: one page per frame."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps

from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.looks import LOOK_SIDE, PageLook
from desktop.documents.scans.refused import Refused
from desktop.domain.approvals import ScanFault

_A4_WIDTH_MM = 210
_A4_HEIGHT_MM = 297
_MM_PER_INCH = 25.4
_EXIF_TURN = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})
_SMALLEST_PAPER_INCHES = 5.5
"""The long edge of A6 is 5.8 inches, of A3 16.5: a tag that means less or more is not a scanner's."""
_LARGEST_PAPER_INCHES = 18
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, IndexError, struct.error, MemoryError)
"""What Pillow's readers raise on damaged files."""


class ImageSheets:
    """The frames of a picture file; the further pictures in a phone's JPEG are previews, not pages."""

    def __init__(self, path: Path, limits: ScanLimits) -> None:
        self._limits = limits
        with _decoding():
            self._image = Image.open(path, formats=("JPEG", "PNG", "TIFF"))
        with _decoding():
            self._frames = int(getattr(self._image, "n_frames", 1)) if self._image.format == "TIFF" else 1
        if self._frames > limits.pages:
            self.close()
            raise Refused(ScanFault.TOO_LARGE)

    def __len__(self) -> int:
        return self._frames

    def close(self) -> None:
        """Let go of the file."""
        self._image.close()

    def picture(self, number: int, width: int) -> Image.Image:
        """Return the frame, turned as its EXIF tag says, on white; raises Refused."""
        with _decoding():
            self._turn_to(number)
            lying = on_white(upright(self._image))
            height = max(1, round(lying.height * width / lying.width))
            if width * height > self._limits.pixels:
                raise Refused(ScanFault.TOO_LARGE)
            return lying.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)

    def inches(self, number: int) -> tuple[float, float]:
        """Return width and height of the frame at its resolution, turned as its EXIF tag says; raises Refused."""
        with _decoding():
            self._turn_to(number)
            wide, high = (side / dpi_of(self._image) for side in self._image.size)
            return (high, wide) if self._image.getexif().get(_EXIF_TURN, 1) in _SIDEWAYS else (wide, high)

    def look(self, number: int) -> PageLook:
        """Return the frame in grey and its own resolution where that makes a sheet of paper, else that on A4."""
        with _decoding():
            self._turn_to(number)
            dpi = dpi_of(self._image)
            self._image.draft("L", (LOOK_SIDE, LOOK_SIDE))
            grey = on_white(upright(self._image)).convert("L")
            grey.thumbnail((LOOK_SIDE, LOOK_SIDE), Image.Resampling.BOX)
            return PageLook(grey, dpi)

    def _turn_to(self, number: int) -> None:
        self._image.seek(number - 1)
        if self._image.width * self._image.height > self._limits.pixels:
            raise Refused(ScanFault.TOO_LARGE)


@contextmanager
def _decoding() -> Iterator[None]:
    try:
        yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refused(ScanFault.TOO_LARGE) from None
    except _BROKEN:
        raise Refused(ScanFault.UNREADABLE) from None


def on_white(image: Image.Image) -> Image.Image:
    """Return the picture in colours on white paper, whatever its mode."""
    if image.mode.startswith("I;16"):
        return image.point(lambda level: level / 256).convert("L").convert("RGB")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layered = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")
    return image.convert("RGB")


def upright(image: Image.Image) -> Image.Image:
    """Return the picture turned as its EXIF tag says."""
    return ImageOps.exif_transpose(image)


def dpi_of(image: Image.Image) -> int:
    """Return the picture's own resolution where that makes a sheet of paper, else that on A4."""
    return _tagged_dpi(image) or _dpi_on_a4(image)


def _tagged_dpi(image: Image.Image) -> int | None:
    tagged = image.info.get("dpi", (0, 0))
    dpi = round(float(min(tagged)))
    if dpi <= 0:
        return None
    long_edge = max(image.size) / dpi
    return dpi if _SMALLEST_PAPER_INCHES <= long_edge <= _LARGEST_PAPER_INCHES else None


def _dpi_on_a4(image: Image.Image) -> int:
    short, long = sorted(image.size)
    return round(max(short / _A4_WIDTH_MM, long / _A4_HEIGHT_MM) * _MM_PER_INCH)

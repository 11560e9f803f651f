"""A smaller copy of a scan: its pictures at fewer dots and packed harder, never below what can be read."""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

from desktop.documents.scans.kinds import PDF, kind_of
from desktop.documents.scans.limits import DEFAULT_LIMITS, ScanLimits
from desktop.documents.scans.page_work import PageTake, is_signed, write_pages
from desktop.documents.scans.pdf_pictures import dpi_of_scan
from desktop.documents.scans.pdf_safety import check_pdf
from desktop.documents.scans.pdf_sheets import PDFIUM
from desktop.documents.scans.refused import Refused
from desktop.domain.errors import Refusal

Report = Callable[[int, int], object]
_UNCHANGED_MODES = frozenset({"1"})
"""Black and white scans are small already, and JPEG would blur them."""
_WORTH_IT = 0.95


class Strength(Enum):
    """How hard pictures are packed: (dots per inch at the most, JPEG quality). Below 150 dpi none goes."""

    LIGHT = (200, 75)
    STRONG = (150, 60)

    @property
    def dpi(self) -> int:
        """Pictures finer than this are made coarser."""
        return self.value[0]

    @property
    def quality(self) -> int:
        """Of JPEG, 1 to 95."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Compressed:
    """Sizes in bytes, before and after; the copy is written only where it is clearly smaller."""

    before: int
    after: int

    @property
    def worth_it(self) -> bool:
        """Whether a smaller copy was written."""
        return self.after < self.before


def compress_scan(  # noqa: PLR0913 - each says how
    path: Path,
    name: str,
    pages: int,
    target: Path,
    strength: Strength,
    *,
    report: Report = lambda _done, _total: None,
    limits: ScanLimits = DEFAULT_LIMITS,
) -> Compressed:
    """Write a smaller PDF of the scan to `target`, nothing when there is none worth it.

    Raises Refusal: pages.signed (a signature would break), scan.page_unreadable. `report` may raise to stop.
    """
    if is_signed(path):
        raise Refusal("pages.signed", name=name)
    before = path.stat().st_size
    try:
        _write_smaller(path, pages, target, strength, report, limits)
    except (Refused, pikepdf.PdfError, pypdfium2.PdfiumError):
        target.unlink(missing_ok=True)
        raise Refusal("scan.page_unreadable", name=name, page=1) from None
    after = target.stat().st_size
    if after > before * _WORTH_IT:
        target.unlink()
        return Compressed(before, before)
    return Compressed(before, after)


def _write_smaller(  # noqa: PLR0913, PLR0917 - handed on
    path: Path, pages: int, target: Path, strength: Strength, report: Report, limits: ScanLimits
) -> None:
    if kind_of(path) is PDF:
        check_pdf(path, limits)
        finest = _dpi_of_pages(path)
        with pikepdf.open(path) as pdf:
            _pack(pdf, finest, strength, report)
            _save(pdf, target)
        return
    write_pages([PageTake(path, page) for page in range(1, pages + 1)], target, limits=limits)
    finest = _dpi_of_pages(target)
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        _pack(pdf, finest, strength, report)
        _save(pdf, target)


def _save(pdf: pikepdf.Pdf, target: Path) -> None:
    pdf.remove_unreferenced_resources()
    pdf.save(target, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _dpi_of_pages(path: Path) -> list[int | None]:
    with PDFIUM, ExitStack() as opened:
        pdf = pypdfium2.PdfDocument(path)
        opened.callback(pdf.close)
        found = []
        for page in pdf:
            found.append(dpi_of_scan(page))
            page.close()
        return found


def _pack(pdf: pikepdf.Pdf, finest: list[int | None], strength: Strength, report: Report) -> None:
    """Pack the pictures of every scanned page; one on several pages is packed for the first."""
    done: set[tuple[int, int]] = set()
    for number, (page, dpi) in enumerate(zip(pdf.pages, finest, strict=True)):
        report(number, len(finest))
        for picture in _pictures_of(page) if dpi else ():
            if picture.objgen not in done:
                done.add(picture.objgen)
                _pack_picture(picture, min(1.0, strength.dpi / (dpi or strength.dpi)), strength.quality)
    report(len(finest), len(finest))


def _pictures_of(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    yield from (each for each in page.get_images().values() if isinstance(each, pikepdf.Stream))


def _pack_picture(stream: pikepdf.Stream, scale: float, quality: int) -> None:
    """Replace a picture by a smaller one; what is a mask, is black and white or cannot be decoded stays as it is."""
    if any(key in stream for key in ("/SMask", "/Mask", "/ImageMask", "/Decode")):
        return
    try:
        image = pikepdf.PdfImage(stream).as_pil_image()
    except (pikepdf.PdfError, NotImplementedError, ValueError, OSError):
        return
    if image.mode in _UNCHANGED_MODES:
        return
    packed = _packed(image, scale, quality)
    if len(packed) >= len(stream.read_raw_bytes()):
        return
    with Image.open(io.BytesIO(packed)) as smaller:
        _replace(stream, packed, smaller)


def _packed(image: Image.Image, scale: float, quality: int) -> bytes:
    plain = image if image.mode == "L" else image.convert("RGB")
    if scale < 1:
        size = (max(1, round(plain.width * scale)), max(1, round(plain.height * scale)))
        plain = plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    target = io.BytesIO()
    plain.save(target, "JPEG", quality=quality, optimize=True)
    return target.getvalue()


def _replace(stream: pikepdf.Stream, packed: bytes, picture: Image.Image) -> None:
    stream.write(packed, filter=pikepdf.Name.DCTDecode)
    stream.Width, stream.Height, stream.BitsPerComponent = picture.width, picture.height, 8
    stream.ColorSpace = pikepdf.Name.DeviceGray if picture.mode == "L" else pikepdf.Name.DeviceRGB

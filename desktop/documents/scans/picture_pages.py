"""A picture as a page of a PDF, bit for bit where its format allows: nothing that was scanned is packed anew."""

import io
from pathlib import Path

import img2pdf
import pikepdf
from PIL import Image

from desktop.documents.scans.image_sheets import dpi_of, on_white, upright
from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.refused import Refused
from desktop.domain.approvals import ScanFault

_UNREADABLE = (
    img2pdf.ImageOpenError,
    img2pdf.JpegColorspaceError,
    img2pdf.UnsupportedColorspaceError,
    img2pdf.NegativeDimensionError,
    img2pdf.PdfTooLargeError,
    EOFError,
    OSError,
    SyntaxError,
    ValueError,
)


def page_of_picture(path: Path, frame: int, limits: ScanLimits) -> pikepdf.Pdf:
    """Return a PDF of one page that holds the picture's frame (from 1), upright as its file says; raises Refused."""
    try:
        with Image.open(path, formats=("JPEG", "PNG", "TIFF")) as image:
            image.seek(frame - 1)
            if image.width * image.height > limits.pixels:
                raise Refused(ScanFault.TOO_LARGE)
            packed, dpi = _packed(path, image), dpi_of(image)
        return pdf_of(packed, dpi)
    except _UNREADABLE:
        raise Refused(ScanFault.UNREADABLE) from None


def pdf_of(packed: bytes, dpi: float) -> pikepdf.Pdf:
    """Return a PDF of one page with this packed picture at its resolution."""
    layout = img2pdf.get_fixed_dpi_layout_fun((dpi, dpi))
    written = img2pdf.convert(packed, layout_fun=layout, rotation=img2pdf.Rotation.ifvalid, nodate=True)
    return pikepdf.open(io.BytesIO(written))


def packed_picture(image: Image.Image, quality: int) -> bytes:
    """Pack a picture made here: black and white without loss, others as JPEG."""
    target = io.BytesIO()
    if image.mode == "1":
        image.save(target, "TIFF", compression="group4")
    else:
        image.save(target, "JPEG", quality=quality, optimize=True)
    return target.getvalue()


def _packed(path: Path, image: Image.Image) -> bytes:
    """Return the file itself where it can stand in a PDF as it is, else the same pixels as PNG or Group 4."""
    if image.format == "JPEG" and image.mode in {"L", "RGB"}:
        return path.read_bytes()
    if image.mode == "1":
        return packed_picture(upright(image), 0)
    target = io.BytesIO()
    plain = upright(image) if image.mode in {"L", "RGB"} else on_white(upright(image))
    plain.save(target, "PNG", optimize=False)
    return target.getvalue()

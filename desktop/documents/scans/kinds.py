"""What a file is, told by its first bytes, never by its name."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken in: its media type, first bytes, and the extensions it may bear."""

    media_type: str
    signatures: tuple[bytes, ...]
    extensions: tuple[str, ...]


PDF = Kind("application/pdf", (b"%PDF-",), (".pdf",))
JPEG = Kind("image/jpeg", (b"\xff\xd8\xff",), (".jpg", ".jpeg", ".jpe", ".jfif"))
PNG = Kind("image/png", (b"\x89PNG\r\n\x1a\n",), (".png",))
TIFF = Kind("image/tiff", (b"II*\x00", b"MM\x00*"), (".tif", ".tiff"))

KINDS = (PDF, JPEG, PNG, TIFF)

_HEAD_BYTES = 1024
_BLANKS = b"\xef\xbb\xbf\r\n\t "
_PRINTER_PREAMBLE = b"\x1b%-12345X"
"""Some scanners put blanks, others what they would say to a printer, before the header of a PDF."""


def kind_of(path: Path) -> Kind | None:
    """Return the kind that the bytes of the file tell, None when it is none of ours."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    found = next((kind for kind in KINDS if head.startswith(kind.signatures)), None)
    if found is None and head.lstrip(_BLANKS).startswith(PDF.signatures):
        return PDF
    return PDF if head.startswith(_PRINTER_PREAMBLE) and PDF.signatures[0] in head else found


def name_fits(name: str, kind: Kind) -> bool:
    """Tell whether the extension of the clerk's file name is one that this kind of file bears."""
    return Path(name).suffix.lower() in kind.extensions

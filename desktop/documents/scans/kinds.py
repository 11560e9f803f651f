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


def kind_of(path: Path) -> Kind | None:
    """Return the kind that the bytes of the file tell, None when it is none of ours."""
    with path.open("rb") as stream:
        head = stream.read(64)
    found = next((kind for kind in KINDS if head.startswith(kind.signatures)), None)
    # some scanners put line ends or a byte order mark before the header of a PDF
    return PDF if found is None and head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(PDF.signatures) else found


def name_fits(name: str, kind: Kind) -> bool:
    """Tell whether the extension of the clerk's file name is one that this kind of file bears."""
    return Path(name).suffix.lower() in kind.extensions

"""The strict sub-profile of ASiC-E: every limit by name, and the entries that a package may hold."""

import re
from dataclasses import dataclass

MIMETYPE = "mimetype"
MIMETYPE_CONTENT = b"application/vnd.etsi.asic-e+zip"
ENVELOPE = "data/package.json"
MANIFEST = "META-INF/ASiCManifest001.xml"
SIGNATURE = "META-INF/signature001.p7s"
ATTACHMENTS = "data/attachments/"

_ENTRY_NAME = re.compile(
    r"(?:mimetype|data/(?:attachments/)?[a-z0-9_]{1,32}\.[a-z0-9]{1,5}|META-INF/[A-Za-z0-9_]{1,32}\.[a-z0-9]{1,5})\Z"
)
_WINDOWS_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z", re.IGNORECASE)

PACKAGE_TYPE = MIMETYPE_CONTENT.decode("ascii")
"""A whole package inside another: of a subordinate unit, in that of its parent unit."""

EXTENSIONS: dict[str, str] = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tif",
    PACKAGE_TYPE: "asice",
}
"""What may be attached, and how its entry's name ends."""

_MAGIC: dict[str, tuple[bytes, ...]] = {
    "application/pdf": (b"%PDF-",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
    PACKAGE_TYPE: (b"PK\x03\x04",),
}

_FIXED_ENTRIES = 5


@dataclass(frozen=True, slots=True)
class Profile:
    """The limits of a package, in bytes unless said otherwise; the same when writing and when reading."""

    max_package: int = 3_900_000_000
    """No zip64, and FAT32 sticks stop at 4 GiB - 1."""
    max_entries: int = 950
    """Verifiers of others refuse containers of more than 1000 files."""
    max_number: int = 99_999
    """A package's number; what is missing before it is told number by number, so numbers must have an end."""
    max_parts: int = 99
    """Packages that one submission may come in; with the smallest limit that can be set they hold 99 MB."""
    max_attachment: int = 50_000_000
    """A scan beyond this was made with the wrong settings."""
    max_embedded: int = 300
    """Packages inside a package: the units of a whole city. Inside these there are none: the depth is 1."""
    max_envelope: int = 2_000_000
    """950 objects with names of 255 letters stay below this."""
    max_document: int = 100_000_000
    """10,000 people with their careers take about half of this."""
    max_manifest: int = 1_000_000
    """950 references take about 300 kB."""
    max_signature: int = 64_000
    """A signature with its certificate takes about 2 kB."""
    max_entry_name: int = 64
    """The longest name that the writer makes has 28 letters."""
    chunk: int = 1 << 20
    """Bytes held in memory at a time while streaming."""

    @property
    def max_attachments(self) -> int:
        """How many files can be attached: all entries but the five that every package has."""
        return self.max_entries - _FIXED_ENTRIES

    def limit_of(self, name: str) -> int:
        """Return how large the entry `name` may be."""
        fixed = {
            MIMETYPE: len(MIMETYPE_CONTENT),
            ENVELOPE: self.max_envelope,
            MANIFEST: self.max_manifest,
            SIGNATURE: self.max_signature,
        }
        if name.startswith(ATTACHMENTS):
            return self.max_package if is_embedded(name) else self.max_attachment
        return fixed.get(name, self.max_document)


PROFILE = Profile()


def is_entry_name(name: str) -> bool:
    """Tell whether the name is on the allow-list: ASCII, no path tricks, no name that Windows reserves."""
    stem = name.rpartition("/")[2].partition(".")[0]
    return bool(_ENTRY_NAME.match(name)) and not _WINDOWS_DEVICES.match(stem)


def is_embedded(name: str) -> bool:
    """Tell whether the entry is a package inside the package."""
    return name.startswith(ATTACHMENTS) and name.endswith(f".{EXTENSIONS[PACKAGE_TYPE]}")


def attachment_path(ordinal: int, media_type: str) -> str:
    """Return the entry name of the attachment number `ordinal`, from 1; KeyError for a type not on the list."""
    return f"{ATTACHMENTS}{ordinal:06d}.{EXTENSIONS[media_type]}"


def looks_like(media_type: str, head: bytes) -> bool:
    """Tell whether a file that starts with `head` can be of this type; False for a type not on the list."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t ").startswith(_MAGIC.get(media_type, ()))

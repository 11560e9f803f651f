"""ASiCManifest001.xml: which entries the signature covers, by SHA-256 (ETSI EN 319 162-1)."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from desktop.exchange.container import profile
from desktop.exchange.errors import StructureError

ASIC = "http://uri.etsi.org/02918/v1.2.1#"
DSIG = "http://www.w3.org/2000/09/xmldsig#"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SIGNATURE_TYPE = "application/pkcs7-signature"
_DIGEST_SIZE = 32


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry that is signed; `sha256` is lower-case hex."""

    path: str
    media_type: str
    sha256: str


def write_manifest(references: Sequence[Reference]) -> bytes:
    """Return the manifest's only form; paths and media types come from our own lists and need no escaping."""
    objects = "".join(_object(reference) for reference in references)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<asic:ASiCManifest xmlns:asic="{ASIC}" xmlns:ds="{DSIG}">'
        f'<asic:SigReference URI="{profile.SIGNATURE}" MimeType="{SIGNATURE_TYPE}"/>'
        f"{objects}</asic:ASiCManifest>\n"
    )
    return text.encode("ascii")


def _object(reference: Reference) -> str:
    value = base64.b64encode(bytes.fromhex(reference.sha256)).decode("ascii")
    return (
        f'<asic:DataObjectReference URI="{reference.path}" MimeType="{reference.media_type}">'
        f'<ds:DigestMethod Algorithm="{SHA256}"/><ds:DigestValue>{value}</ds:DigestValue>'
        "</asic:DataObjectReference>"
    )


def read_manifest(raw: bytes) -> tuple[Reference, ...]:
    """Return the references; raises StructureError("package.manifest_invalid").

    What is read is written again and compared, so that a manifest has one form only: no comment, no second
    signature, no other digest, no entity, no path in another spelling.
    """
    if b"<!" in raw:  # a document type or a section: never ours, and not to be shown to a parser
        raise _invalid("declaration")
    references = tuple(_reference(element) for element in _data_objects(raw))
    paths = [reference.path for reference in references]
    if len(set(paths)) != len(paths):
        raise _invalid("path twice")
    if not all(path.startswith("data/") and profile.is_entry_name(path) for path in paths):
        raise _invalid("path")
    if write_manifest(references) != raw:
        raise _invalid("form")
    return references


def _invalid(why: str) -> StructureError:
    return StructureError("package.manifest_invalid", why=why)


def _data_objects(raw: bytes) -> list[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        raise _invalid("not XML") from None
    return list(root.iterfind(f"{{{ASIC}}}DataObjectReference"))


def _reference(element: etree._Element) -> Reference:
    value = element.findtext(f"{{{DSIG}}}DigestValue") or ""
    try:
        digest = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise _invalid("digest") from None
    media_type = element.get("MimeType") or ""
    if len(digest) != _DIGEST_SIZE or not media_type.isascii():
        raise _invalid("digest")
    return Reference(element.get("URI") or "", media_type, digest.hex())

"""A simulator of offices and of forgers: good packages, and every part of one open to change."""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import crc32

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.domain.rounds import PolicyRef
from desktop.exchange import strict_json
from desktop.exchange.container import zip_layout
from desktop.exchange.container.contents import Enclosure, PackageContents
from desktop.exchange.container.manifest import Reference, write_manifest
from desktop.exchange.container.reader import VerifiedPackage, read_package
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind, Role
from desktop.exchange.signing.cades import sign_detached
from desktop.exchange.signing.file_signer import FileSigner, open_signer
from desktop.exchange.signing.key_file import create_key
from desktop.exchange.signing.signer import Signer
from desktop.exchange.trust import authority, enrolment
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.certificates import leaf_certificate, subject
from desktop.exchange.trust.grants import Grant

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(64))
UNIT, OTHER_UNIT, FINANCE = "TTYT-AN-DUONG", "SO-NN", "STC"
PASSPHRASE = "mật khẩu thử"  # noqa: S105 - of keys that live as long as the test
_NAMES = {UNIT: "Trung tâm Y tế An Dương", OTHER_UNIT: "Sở Nông nghiệp", FINANCE: "Sở Tài chính"}
_ROLES = {
    UNIT: (Role.SUBMIT,),
    OTHER_UNIT: (Role.SUBMIT,),
    FINANCE: (Role.APPRAISE, Role.PUBLISH_POLICY),
}


@dataclass
class World:
    """A root, three units with their keys, and the trust that all of them hold."""

    folder: Path
    root: authority.RootAuthority
    trust: TrustAnchors
    signers: dict[str, FileSigner]
    grants: list[Grant]

    @property
    def root_pem(self) -> Path:
        return self.folder / authority.ROOT_CERTIFICATE

    def read(self, path: Path, **options: Any) -> VerifiedPackage:
        return read_package(path, self.trust, **{"now": NOW, "recipient": FINANCE, **options})


def make_world(folder: Path, now: datetime = NOW) -> World:
    root = authority.create_root("Gốc tin cậy Sở Tài chính", PASSPHRASE, folder, now)
    grants = [enrol(folder, root, unit, now) for unit in _NAMES]
    pack = publish(folder / "tincay.asice", root, grants, now=now)
    trust = TrustAnchors.load((folder / authority.ROOT_CERTIFICATE).read_bytes(), pack, now=now)
    signers = {unit: open_signer(folder / f"{unit}.pem", PASSPHRASE, trust.certificate_of_key) for unit in _NAMES}
    return World(folder, root, trust, signers, grants)


def enrol(folder: Path, root: authority.RootAuthority, unit: str, now: datetime = NOW) -> Grant:
    folder.mkdir(exist_ok=True)
    create_key(folder / f"{unit}.pem", PASSPHRASE)
    return enrol_again(folder, root, unit, now)


def enrol_again(folder: Path, root: authority.RootAuthority, unit: str, now: datetime = NOW) -> Grant:
    """Certify the key that the unit has."""
    key = folder / f"{unit}.pem"
    request = folder / f"dangky-{unit}.asice"
    enrolment.make_enrolment_request(
        request, key, PASSPHRASE, unit_code=unit, unit_name=_NAMES[unit], now=now, app_version="0.1"
    )
    accepted = enrolment.accept_request(request, now=now)
    return authority.issue_certificate(root, accepted, accepted.unit_code, _ROLES[unit], now=now)


def publish(
    target: Path,
    root: authority.RootAuthority,
    grants: list[Grant],
    *,
    version: int = 1,
    now: datetime = NOW,
    **more: Any,
) -> Path:
    issued = {"version": version, "now": now, "next_update": now + timedelta(days=90)}
    return authority.publish_trust(root, target, grants, issuer_unit=FINANCE, app_version="0.1", **issued, **more).path


def enclosure(path: Path, content: bytes = PDF, name: str = "Quyết định 12.pdf", **changes: Any) -> Enclosure:
    path.write_bytes(content)
    made = Enclosure(path, name, "application/pdf", sha256(content).hexdigest(), "approval")
    return replace(made, **changes)


def contents(*enclosures: Enclosure, **changes: Any) -> PackageContents:
    made = PackageContents(
        kind=PackageKind.SUBMISSION,
        issuer_unit=UNIT,
        recipient_unit=FINANCE,
        period="2026-2",
        sequence=1,
        document=strict_json.encode({"format": "tinhgian/submission/1", "people": [{"full_name": "Nguyễn Văn Ổn"}]}),
        created_at=NOW,
        app_version="0.1",
        trust_version=1,
        policies=(PolicyRef("nd29-2023", "1", "0" * 64),),
        enclosures=enclosures,
    )
    return replace(made, **changes)


def make_package(world: World, folder: Path, **changes: Any) -> Path:
    """Write a good submission with two attachments."""
    scan = enclosure(folder / "scan.jpg", JPEG, "ảnh.jpg", media_type="image/jpeg")
    package = contents(enclosure(folder / "decision.pdf"), scan, **changes)
    signer = world.signers[package.issuer_unit]
    return write_package(folder / "nop.asice", package, signer).path


@dataclass
class RawEntry:
    """An entry with each of its header fields open to lies. Fields are named as in the ZIP specification."""

    name: bytes
    content: bytes
    local: dict[str, int | bytes] = field(default_factory=dict)
    central: dict[str, int | bytes] = field(default_factory=dict)
    listed: bool = True
    before: bytes = b""


@dataclass
class RawZip:
    """Any container, good or bad."""

    entries: list[RawEntry]
    end: dict[str, int] = field(default_factory=dict)
    prefix: bytes = b""
    suffix: bytes = b""

    def __getitem__(self, name: str) -> RawEntry:
        return next(entry for entry in self.entries if entry.name == name.encode())

    def dump(self) -> bytes:
        body = bytearray(self.prefix)
        central = b""
        for entry in self.entries:
            body += entry.before
            central += _central(entry, len(body)) if entry.listed else b""
            body += _local(entry) + entry.content
        fields = {"count": sum(entry.listed for entry in self.entries), "size": len(central), "start": len(body)}
        fields.update(self.end)
        count = fields["count"] & 0xFFFF
        end = zip_layout.END_RECORD.pack(b"PK\x05\x06", 0, 0, count, count, fields["size"], fields["start"], 0)
        return bytes(body) + central + end + self.suffix


def _fields(entry: RawEntry, changes: dict[str, int | bytes]) -> dict[str, Any]:
    size = len(entry.content)
    fields: dict[str, Any] = {"version": 10, "flags": 0, "method": 0, "time": 0, "date": 0x21}
    fields |= {"crc": crc32(entry.content), "stored": size, "size": size, "name": entry.name, "extra": b""}
    fields |= {"made_by": 10, "comment": b"", "disk": 0, "internal": 0, "external": 0, "offset": 0}
    return fields | changes


def _local(entry: RawEntry) -> bytes:
    f = _fields(entry, entry.local)
    head = (f["version"], f["flags"], f["method"], f["time"], f["date"], f["crc"], f["stored"], f["size"])
    lengths = (len(f["name"]), len(f["extra"]))
    return zip_layout.LOCAL_HEADER.pack(b"PK\x03\x04", *head, *lengths) + f["name"] + f["extra"]


def _central(entry: RawEntry, offset: int) -> bytes:
    f = _fields(entry, {"offset": offset, **entry.central})
    head = (f["made_by"], f["version"], f["flags"], f["method"], f["time"], f["date"], f["crc"], f["stored"], f["size"])
    lengths = (len(f["name"]), len(f["extra"]), len(f["comment"]))
    tail = (f["disk"], f["internal"], f["external"], f["offset"])
    packed = zip_layout.CENTRAL_HEADER.pack(b"PK\x01\x02", *head, *lengths, *tail)
    return packed + f["name"] + f["extra"] + f["comment"]


def raw_zip(package: bytes | dict[str, bytes]) -> RawZip:
    """Take a good container apart, or lay one out from its entries."""
    found = package if isinstance(package, dict) else entries_of(package)
    return RawZip([RawEntry(name.encode(), content) for name, content in found.items()])


def entries_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


MANIFEST, SIGNATURE, ENVELOPE = "META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s", "data/package.json"


def references(entries: dict[str, bytes]) -> list[Reference]:
    types = {"pdf": "application/pdf", "jpg": "image/jpeg", "json": "application/json"}
    return [
        Reference(name, types.get(name.rpartition(".")[2], "application/pdf"), sha256(content).hexdigest())
        for name, content in entries.items()
        if name.startswith("data/")
    ]


def resigned(
    entries: dict[str, bytes], signer: Signer, manifest: bytes | None = None, *, at: datetime = NOW
) -> dict[str, bytes]:
    """Sign the entries as they now are, or the manifest that is given."""
    signed = write_manifest(references(entries)) if manifest is None else manifest
    last = {MANIFEST: signed, SIGNATURE: sign_detached(signer, signed, at)}
    return {name: content for name, content in entries.items() if name not in last} | last


def with_envelope(
    entries: dict[str, bytes], signer: Signer, change: Callable[[dict[str, Any]], object], *, at: datetime = NOW
) -> dict[str, bytes]:
    """Change the envelope and sign again."""
    envelope: dict[str, Any] = dict(strict_json.parse(entries[ENVELOPE], ENVELOPE))
    envelope["issuer"] = {**envelope["issuer"], "cert_sha256": sha256(signer.certificate).hexdigest()}
    change(envelope)
    return resigned({**entries, ENVELOPE: strict_json.encode(envelope)}, signer, at=at)


def with_document(entries: dict[str, bytes], signer: Signer, document: bytes) -> dict[str, bytes]:
    """Change the records, the digest and size that the envelope says of them, and sign again."""

    def change(envelope: dict[str, Any]) -> None:
        envelope["objects"][-1] |= {"sha256": sha256(document).hexdigest(), "size": len(document)}

    return with_envelope({**entries, "data/submission.json": document}, signer, change)


def forged_signer(
    issuer_key: ec.EllipticCurvePrivateKey, issuer: x509.Certificate, name: str = _NAMES[UNIT], unit: str = UNIT
) -> FileSigner:
    """Return a signer whose certificate any issuer made, with the name of a unit."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = leaf_certificate(issuer, issuer_key, key.public_key(), subject(name, unit), NOW)
    return FileSigner(key, certificate.public_bytes(serialization.Encoding.DER))


def zip64_end() -> bytes:
    """Return a zip64 end record with its locator, as it stands before the ordinary end record."""
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 46, 0)
    return record + struct.pack("<4sIQI", b"PK\x06\x07", 0, 0, 1)

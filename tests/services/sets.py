"""Submissions in several parts, as a unit with large scans writes them."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop.exchange.container.contents import Enclosure, PackageContents, WrittenPackage
from desktop.exchange.container.set_writer import Sealing, write_set
from desktop.exchange.container.splitting import split
from desktop.exchange.kinds import PackageKind, package_file_name
from desktop.services.formats.records_out import canonical
from desktop.services.keys.signing_state import open_signer
from desktop.services.office import Office
from desktop.services.sending.exchange_settings import Channel, ExchangeSettings, change_settings
from desktop.services.sending.export_draft import as_draft
from desktop.services.sending.sealing import private_folder, seal_for
from tests.exchange.builder import entries_of, raw_zip, with_envelope
from tests.services.mail import small_document, submission_contents
from tests.services.offices import FINANCE, UNIT_PASSPHRASE, Desks

_PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def by_email(office: Office, limit_mb: int) -> None:
    """Let the office send in files of at most so many MB."""
    change_settings(office, ExchangeSettings(Channel.EMAIL).with_limit(Channel.EMAIL, limit_mb))


def write_in_parts(
    desks: Desks,
    *,
    sequence: int = 1,
    supersedes: str | None = None,
    recipient: str = FINANCE.unit.code,
    draft: bool = False,
) -> WrittenPackage:
    """Write one of the unit's people and three scans too large for one file: three parts, that no register knows of."""
    contents = replace(large_contents(desks, sequence=sequence, supersedes=supersedes), recipient_unit=recipient)
    if draft:
        document = canonical(as_draft(small_document(desks), ()))
        contents = replace(contents, kind=PackageKind.DRAFT, document=document)
    seal = seal_for(desks.unit, UNIT_PASSPHRASE, contents, plain=False)
    parts = split(contents, 1_000_000)
    targets = [desks.mail / f"{_name(each)}{'.age' if seal else ''}" for each in parts]
    with private_folder(desks.unit) as scratch:
        sealing = Sealing(seal, scratch) if seal else None
        return write_set(targets, parts, open_signer(desks.unit, UNIT_PASSPHRASE), sealing)


def _name(contents: PackageContents) -> str:
    assert contents.part is not None
    place = (contents.part.n, contents.part.of)
    return package_file_name(contents.kind, contents.issuer_unit, contents.period, contents.sequence, place)


def large_contents(desks: Desks, *, sequence: int = 1, supersedes: str | None = None) -> PackageContents:
    """Return one of the unit's people with three scans that do not fit into one MB."""
    scans = tuple(_scan(desks.mail.parent / f"scan-{number}", number) for number in (1, 2, 3))
    document = small_document(desks)
    contents = submission_contents(desks, document, sequence=sequence)
    return replace(contents, enclosures=scans, supersedes=supersedes)


def _scan(path: Path, number: int) -> Enclosure:
    content = _PDF + bytes([64 + number]) * 600_000
    path.write_bytes(content)
    return Enclosure(path, f"Bản quét {number}.pdf", "application/pdf", sha256(content).hexdigest(), "approval")


def forge(path: Path, office: Office, change: Callable[[dict[str, Any]], object]) -> None:
    """Let an office sign a plain part again with something else in its envelope."""
    signer = open_signer(office, UNIT_PASSPHRASE)
    forged = with_envelope(entries_of(path.read_bytes()), signer, change, at=office.now())
    path.write_bytes(raw_zip(forged).dump())

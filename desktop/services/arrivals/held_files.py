"""Files of packages that wait: copied as they came into the profile's `held` folder, and removed again.

What is held is remembered in `work.held`; a file is there before its row is, and goes after its row went. So a crash
leaves at most a file that no row names, and those are swept.
"""

import shutil
import time
from collections.abc import Iterable
from dataclasses import replace
from hashlib import file_digest, sha256
from io import BufferedIOBase
from pathlib import Path

from desktop.domain.registers import HeldPackage
from desktop.exchange.container.envelope import common_digest
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import StructureError, reading
from desktop.exchange.kinds import package_file_name
from desktop.exchange.signing.age_header import ENDING, is_sealed
from desktop.services.office import Office

_CHUNK = 1 << 20
_LEFT_BEHIND = 3600
"""Seconds after which a folder without a row belongs to no work any more, but to a program that was ended."""


def hold_file(office: Office, path: Path, package: VerifiedPackage | VerifiedPart) -> HeldPackage:
    """Copy the file of a verified package, encrypted or not, into the folder; return the row to add to `work.held`.

    `path` is the file as it came, while `package.path` may be its decrypted copy. A file that is there already is
    written anew, so that what was damaged is mended. When the row is not added, the file is swept some time later.
    Raises FileError: disk_full, cannot_write, cannot_read ...
    """
    sweep_held(office)
    envelope = package.envelope
    unit, kind, part = envelope.issuer.unit_code, envelope.kind, envelope.part
    name = package_file_name(kind, unit, envelope.period, envelope.sequence, (part.n, part.of) if part else None)
    stored = f"{package.digest}/{name}{_ending(path)}"
    _copy(path, _folder(office) / stored)
    held = HeldPackage(
        package_id=envelope.package_id,
        kind=kind.value,
        issuer=unit,
        sequence=envelope.sequence,
        digest=package.digest,
        file_name=path.name,
        stored_name=stored,
        signer=package.signer.common_name,
        arrived_at=office.stamp(),
    )
    if part is None:
        return held
    return replace(held, set_id=part.set_id, part=part.n, parts=part.of, common=common_digest(envelope))


def held_path(office: Office, held: HeldPackage) -> Path:
    """Return where the file of a held package lies; its name is one that people know the package by."""
    return _folder(office) / held.stored_name


def drop_files(office: Office, gone: Iterable[HeldPackage]) -> None:
    """Remove the files of packages whose rows are gone; one that is in use now is swept later."""
    for each in gone:
        shutil.rmtree(held_path(office, each).parent, ignore_errors=True)


def sweep_held(office: Office) -> None:
    """Remove what no row names and nobody writes any more."""
    folder = _folder(office)
    if not folder.is_dir():
        return
    with office.store.begin() as work:
        named = {held_path(office, each).parent.name for each in work.held.all()}
    for each in folder.iterdir():
        if each.name not in named and _is_old(each):
            shutil.rmtree(each, ignore_errors=True)


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _LEFT_BEHIND
    except FileNotFoundError:  # another program swept it just now
        return False


def _folder(office: Office) -> Path:
    return office.folder / "held"


def _ending(path: Path) -> str:
    with reading(path):
        return ENDING if is_sealed(path) else ""


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with reading(source), source.open("rb") as file, part_file(target) as part, synced(part) as stream:
        expected = _copied(file, stream)
        stream.seek(0)
        if file_digest(stream, "sha256").hexdigest() != expected:
            raise StructureError("package.digest_mismatch", file=source.name, name=target.name)


def _copied(source: BufferedIOBase, target: BufferedIOBase) -> str:
    digest = sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
    target.flush()
    return digest.hexdigest()

"""Writing a package in one file or in several: all of them are there at the end, or none is."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.exchange.container.contents import BeforeNaming, PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Progress, stage
from desktop.exchange.container.part_file import part_files
from desktop.exchange.container.sealed import Seal, seal_into
from desktop.exchange.container.writer import write_into
from desktop.exchange.errors import naming
from desktop.exchange.signing.signer import Signer


@dataclass(frozen=True, slots=True)
class Sealing:
    """How to encrypt: to whom, and in which empty private folder plain bytes may lie meanwhile."""

    seal: Seal
    scratch: Path


def write_set(  # noqa: PLR0913 - three of them are options, given by name
    targets: Sequence[Path],
    parts: Sequence[PackageContents],
    signer: Signer,
    sealing: Sealing | None,
    *,
    before_naming: BeforeNaming | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write each part to its target, encrypted if there is a seal; every one is read back before any has its name.

    None of the targets is there before. Raises what `write_package` raises; then none is there after.
    """
    written: list[WrittenPackage] = []
    with part_files(targets) as paths:
        for done, (path, target, contents) in enumerate(zip(paths, targets, parts, strict=True)):
            told = stage(progress, done, done + 1, len(parts))
            with naming(target.name):
                piece = _write(path, contents, signer, sealing, progress=told, cancelled=cancelled)
            written.append(replace(piece, path=target))
        together = replace(written[0], parts=tuple(written) if len(written) > 1 else ())
        if before_naming:
            before_naming(together, paths)
    return together


def _write(  # noqa: PLR0913 - two of them are options, given by name
    path: Path,
    contents: PackageContents,
    signer: Signer,
    sealing: Sealing | None,
    *,
    progress: Progress | None,
    cancelled: CancelCheck | None,
) -> WrittenPackage:
    if sealing is None:
        return write_into(path, contents, signer, progress=progress, cancelled=cancelled)
    scratch = sealing.scratch / path.name
    scratch.mkdir()
    try:
        return seal_into(path, contents, signer, sealing.seal, scratch, progress=progress, cancelled=cancelled)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)

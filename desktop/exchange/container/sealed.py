"""Packages encrypted to their recipient: the signed container as it is, wrapped whole in age."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Meter, Progress, stage
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.reader import check_written
from desktop.exchange.container.writer import write_into
from desktop.exchange.errors import StructureError, naming, reading
from desktop.exchange.signing.encryption import decrypt, encrypt
from desktop.exchange.signing.encryption_key import EncryptionKey
from desktop.exchange.signing.signer import Signer
from desktop.system.marks import mark

_STAGES = 5
"""Writing and checking the plain package are two, then encrypting, decrypting, and checking what came out."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Whom to encrypt to: the recipient's key (age1...), and the sender's own, to read again what was sent.

    `also` are keys of those who pass the package on and may read it.
    """

    recipient: str
    own: EncryptionKey
    also: tuple[str, ...] = ()


def write_sealed(  # noqa: PLR0913 - two of them are options, given by name
    target: Path,
    contents: PackageContents,
    signer: Signer,
    seal: Seal,
    scratch: Path,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write a package in `scratch`, encrypt it to `target`, and read that back to the last byte.

    `scratch` is an empty private folder, for plain bytes that never lie beside `target`; the caller throws it away.
    Raises what `write_package` raises. On failure nothing remains at the target.
    """
    with naming(target.name), part_file(target) as part:
        written = seal_into(part, contents, signer, seal, scratch, progress=progress, cancelled=cancelled)
    return replace(written, path=target)


def seal_into(  # noqa: PLR0913 - two of them are options, given by name
    path: Path,
    contents: PackageContents,
    signer: Signer,
    seal: Seal,
    scratch: Path,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write an encrypted package at `path`, which the caller removes on failure; the rest is as in `write_sealed`.

    Raises what `write_package` raises, but OSError for what is wrong with the disk.
    """
    addressed = replace(contents, recipient_key=seal.recipient)
    plain, back = scratch / "plain", scratch / "back"
    written = write_into(plain, addressed, signer, progress=stage(progress, 0, 2, _STAGES), cancelled=cancelled)
    with synced(path) as stream:
        meter = _meter(plain, stage(progress, 2, 3, _STAGES), cancelled)
        encrypt(plain, stream, (seal.recipient, *seal.also, seal.own.recipient), meter)
        mark("package.encrypted")
    _decrypted(path, back, seal.own, stage(progress, 3, 4, _STAGES), cancelled)
    meter = _meter(back, stage(progress, 4, 5, _STAGES), cancelled)
    if check_written(back, signer.certificate, contents.created_at, meter) != written.digest:
        raise StructureError("package.digest_mismatch", name=path.name.removesuffix(".part"))
    meter.passed(back.stat().st_size)  # headers are not counted on the way
    mark("package.verified")
    return replace(written, path=path, sealed=True)


def open_sealed(
    path: Path,
    target: Path,
    key: EncryptionKey,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> None:
    """Decrypt the package at `path` into `target`, which is in a private folder and gone again after a refusal.

    What comes out is not believed by this: it is read like any other package. Raises PackageError: decrypt_failed,
    not_for_us, too_large, cancelled; FileError.
    """
    with reading(path):
        _decrypted(path, target, key, progress, cancelled)


def _decrypted(
    path: Path, target: Path, key: EncryptionKey, progress: Progress | None, cancelled: CancelCheck | None
) -> None:
    try:
        with target.open("w+b") as stream:
            mark("package.decrypting")
            decrypt(path, stream, key, _meter(path, progress, cancelled))
        mark("package.decrypted")
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _meter(path: Path, progress: Progress | None, cancelled: CancelCheck | None) -> Meter:
    return Meter(path.stat().st_size, progress, cancelled)

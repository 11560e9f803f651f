"""Packages that only their recipient can read: encrypting what goes out, opening what came in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import BeforeNaming, PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Progress, stage
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.reader import VerifiedPackage, read_package
from desktop.exchange.container.sealed import Seal, open_sealed, write_sealed
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import RecipientError, reading
from desktop.exchange.kinds import PackageKind, package_file_name
from desktop.exchange.signing.age_header import ENDING
from desktop.exchange.signing.age_header import is_sealed as has_seal
from desktop.exchange.signing.signer import Signer
from desktop.services.enrolment import trust_of
from desktop.services.left_overs import private_place
from desktop.services.office import Office
from desktop.services.office_keys import encryption_key


def is_sealed(path: Path) -> bool:
    """Tell whether opening the package takes the passphrase of this office's key; raises FileError."""
    with reading(path):
        return has_seal(path)


def seal_for(office: Office, passphrase: str, contents: PackageContents, *, plain: bool) -> Seal | None:
    """Return whom to encrypt to; None when it was asked for plain, or the recipient has published no key.

    Raises KeyRefusal, Refusal: trust.no_root, trust.no_pack, trust.no_key.
    """
    recipient = trust_of(office).recipient_of(contents.recipient_unit or "")
    return None if plain or recipient is None else Seal(recipient, encryption_key(office, passphrase))


def write_addressed(  # noqa: PLR0913 - the last three are options, given by name
    office: Office,
    folder: Path,
    contents: PackageContents,
    signer: Signer,
    seal: Seal | None,
    *,
    before_naming: BeforeNaming | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write a package for its recipient into the folder: nop-….asice.age, or nop-….asice without a seal.

    Raises Refusal("submission.file_exists") and PackageError; then nothing is there.
    """
    name = package_file_name(contents.kind, contents.issuer_unit, contents.period, contents.sequence)
    target = folder / (name + ENDING if seal else name)
    if target.exists():
        raise Refusal("submission.file_exists", file=target.name)
    if seal is None:
        return write_package(
            target, contents, signer, before_naming=before_naming, progress=progress, cancelled=cancelled
        )
    with private_folder(office) as scratch:
        return write_sealed(
            target,
            contents,
            signer,
            seal,
            scratch,
            before_naming=before_naming,
            progress=progress,
            cancelled=cancelled,
        )


@contextmanager
def opened(  # noqa: PLR0913 - all but office and path are options
    office: Office,
    path: Path,
    passphrase: str,
    *,
    kind: PackageKind | None = None,
    recipient: str | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> Iterator[VerifiedPackage]:
    """Give the verified package, encrypted or plain; outside the block an encrypted one has no file any more.

    `passphrase` is not looked at for a plain package. Raises KeyRefusal, Refusal of trust, PackageError.
    """
    with _plain(office, path, passphrase, stage(progress, 0, 1, 2), cancelled) as plain:
        yield read_package(
            plain,
            trust_of(office),
            now=office.now(),
            recipient=recipient,
            expected_kind=kind,
            progress=stage(progress, 1, 2, 2),
            cancelled=cancelled,
        )


def open_copy(office: Office, path: Path, passphrase: str, folder: Path) -> Path:
    """Write what an encrypted package holds, verified, into the folder as a plain package; return its path.

    Raises Refusal("submission.file_exists") and what `opened` raises.
    """
    target = folder / path.name.removesuffix(ENDING)
    if target.exists():
        raise Refusal("submission.file_exists", file=target.name)
    with opened(office, path, passphrase) as package:
        check_party(office, package)
        with part_file(target) as part, synced(part) as stream, package.path.open("rb") as source:
            shutil.copyfileobj(source, stream, 1 << 20)
    return target


def check_party(office: Office, package: VerifiedPackage) -> None:
    """Refuse a package that is neither from this office nor for it, forwarded by whoever could open it.

    Raises RecipientError("package.not_for_us").
    """
    envelope, own = package.envelope, office.identity.unit.code
    if envelope.recipient is not None and own not in {envelope.recipient.unit_code, envelope.issuer.unit_code}:
        raise RecipientError("package.not_for_us", file=package.path.name, recipient=envelope.recipient.unit_code)


@contextmanager
def private_folder(office: Office) -> Iterator[Path]:
    """Give an empty folder inside the profile that only its owner can look into; afterwards it is gone.

    What an ended program left there is swept when the profile is opened. Raises Refusal of the store.
    """
    with private_place(office.folder) as folder:
        yield folder


@contextmanager
def _plain(
    office: Office, path: Path, passphrase: str, progress: Progress | None, cancelled: CancelCheck | None
) -> Iterator[Path]:
    """Give the plain container, under the name that the package came with, so that refusals name that one."""
    if not is_sealed(path):
        yield path
        return
    key = encryption_key(office, passphrase)
    with private_folder(office) as folder:
        plain = folder / path.name
        open_sealed(path, plain, key, progress=progress, cancelled=cancelled)
        yield plain

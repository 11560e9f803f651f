"""Packages that only their recipient can read: encrypting what goes out, opening what came in."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Progress, stage
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart, read_any, whole
from desktop.exchange.container.sealed import Seal, open_sealed
from desktop.exchange.container.set_writer import Sealing, write_set
from desktop.exchange.container.splitting import split
from desktop.exchange.errors import RecipientError, naming, reading
from desktop.exchange.kinds import PackageKind, package_file_name
from desktop.exchange.signing.age_header import ENDING
from desktop.exchange.signing.age_header import is_sealed as has_seal
from desktop.exchange.signing.signer import Signer
from desktop.services.keys.office_keys import encryption_key
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office
from desktop.services.recovery.left_overs import private_place
from desktop.services.sending.departures import departing
from desktop.services.sending.exchange_settings import exchange_settings


def is_sealed(path: Path) -> bool:
    """Tell whether opening the package takes the passphrase of this office's key; raises FileError."""
    with reading(path):
        return has_seal(path)


def seal_for(
    office: Office, passphrase: str, contents: PackageContents, *, plain: bool, also: Iterable[str] = ()
) -> Seal | None:
    """Return whom to encrypt to; None when it was asked for plain, or the recipient has published no key.

    `also` are codes of units that pass it on and may read it. Raises KeyRefusal, Refusal: trust.no_root,
    trust.no_pack, trust.no_key.
    """
    trust = trust_of(office)
    recipient = trust.recipient_of(contents.recipient_unit or "")
    if plain or recipient is None:
        return None
    others = (trust.recipient_of(each) for each in dict.fromkeys(also))
    return Seal(recipient, encryption_key(office, passphrase), tuple(each for each in others if each))


def write_addressed(  # noqa: PLR0913 - the last two are options, given by name
    office: Office,
    folder: Path,
    contents: PackageContents,
    signer: Signer,
    seal: Seal | None,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write a package for its recipient into the folder: nop-….asice.age, or nop-….asice without a seal.

    What is larger than this office sends in one file goes in parts, nop-….p1-of-3.asice.age and so on.

    Until it is recorded as sent, its number is reserved: see `departures`. Raises Refusal: submission.file_exists,
    departure.busy; PackageError; then nothing is there.
    """
    ending = ENDING if seal else ""
    with naming(_file_name(contents) + ending):
        parts = split(contents, exchange_settings(office).limit)
    targets = [folder / f"{_file_name(each)}{ending}" for each in parts]
    for each in targets:
        if each.exists():
            raise Refusal("submission.file_exists", file=each.name)

    def write(sealing: Sealing | None) -> WrittenPackage:
        return departing(
            office,
            folder,
            contents,
            lambda before: write_set(
                targets, parts, signer, sealing, before_naming=before, progress=progress, cancelled=cancelled
            ),
        )

    if seal is None:
        return write(None)
    with private_folder(office) as scratch:
        return write(Sealing(seal, scratch))


def _file_name(contents: PackageContents) -> str:
    part = (contents.part.n, contents.part.of) if contents.part else None
    return package_file_name(contents.kind, contents.issuer_unit, contents.period, contents.sequence, part)


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
    arrival = opened_any(
        office, path, passphrase, kind=kind, recipient=recipient, progress=progress, cancelled=cancelled
    )
    with arrival as found:
        yield whole(found)


@contextmanager
def opened_any(  # noqa: PLR0913 - all but office and path are options
    office: Office,
    path: Path,
    passphrase: str,
    *,
    kind: PackageKind | None = None,
    recipient: str | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> Iterator[VerifiedPackage | VerifiedPart]:
    """As `opened`, but one of several parts is no refusal."""
    with unsealed(office, path, passphrase, stage(progress, 0, 1, 2), cancelled) as plain:
        yield read_any(
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
    with opened_any(office, path, passphrase) as package:
        check_party(office, package)
        with part_file(target) as part, synced(part) as stream, package.path.open("rb") as source:
            shutil.copyfileobj(source, stream, 1 << 20)
    return target


def check_party(office: Office, package: VerifiedPackage | VerifiedPart) -> None:
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
def unsealed(
    office: Office, path: Path, passphrase: str, progress: Progress | None, cancelled: CancelCheck | None
) -> Iterator[Path]:
    """Give the plain container, under the name that the package came with, so that refusals name that one.

    Nothing of it is verified yet. Raises KeyRefusal, Refusal("trust.no_key"), PackageError.
    """
    if not is_sealed(path):
        yield path
        return
    key = encryption_key(office, passphrase)
    with private_folder(office) as folder:
        plain = folder / path.name
        open_sealed(path, plain, key, progress=progress, cancelled=cancelled)
        yield plain

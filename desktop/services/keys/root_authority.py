"""The root of trust of Sở Tài chính: made, opened, and what is published under it."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.kinds import PackageKind, package_file_name
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.authority import RootAuthority, publish_trust
from desktop.exchange.trust.grants import Grant
from desktop.exchange.trust.memory import Revocation
from desktop.services.keys.key_places import IN_FILE, KeyChoice
from desktop.services.keys.root_keys import made_root, make_root, open_root_in, root_token
from desktop.services.keys.trust_files import (
    keep_file,
    known_trust,
    log,
    rotation_file,
    rotations,
    take_up,
    trust_folder,
    trust_of,
    trust_pack,
)
from desktop.services.keys.trust_memory import learn
from desktop.services.office import Mode, Office
from desktop.services.recovery.left_overs import sweep_parts

_TRUST_LIVES = timedelta(days=365)


def create_root_authority(office: Office, name: str, passphrase: str, where: KeyChoice = IN_FILE) -> Path:
    """Make the root of trust (Sở Tài chính only), or go on with one that nothing was published under yet.

    Returns `root.pem`. Raises Refusal("enrolment.not_here"), KeyRefusal, FileError.
    On a token the PIN is asked for and the passphrase is not looked at.
    """
    finance_only(office)
    folder = authority_folder(office)
    folder.mkdir(parents=True, exist_ok=True)
    published = (trust_pack(office)).exists()
    (make_root if published else made_root)(office, folder, name, passphrase, where)
    pem = (folder / "root.pem").read_bytes()
    keep_file(trust_folder(office) / "root.pem", pem)
    log(office, "root.created")
    return folder / "root.pem"


def open_authority(office: Office, root_passphrase: str) -> RootAuthority:
    """Open the root in force, which was made here; raises what `open_root` raises, trust.no_root."""
    return open_root_in(office, authority_in_force(office), root_passphrase)


def authority_in_force(office: Office) -> Path:
    """Return the folder of the root in force, which was made here; raises Refusal("trust.no_root")."""
    current = known_trust(office).root
    folders = (authority_folder(office), *sorted(authority_folder(office).glob("root-*")))
    mine = (each for each in folders if _root_in(each) == current)
    return next(mine, authority_folder(office))


def root_on_token(office: Office) -> str:
    """Return the label of the token that holds the root in force, "" where it is in a file or was not made here."""
    kept = trust_folder(office) / "root.pem"
    if not kept.exists():
        return ""
    return token_of_root(office, known_trust(office).root)


def token_of_root(office: Office, root: bytes) -> str:
    """Return the label of the token that holds this root, "" where it is in a file or was not made here."""
    folders = (authority_folder(office), *sorted(authority_folder(office).glob("root-*")))
    return next((root_token(each) for each in folders if _root_in(each) == root), "")


def _root_in(folder: Path) -> bytes | None:
    from desktop.exchange.trust.certificates import root_from_pem  # noqa: PLC0415 - slow to load

    pem = folder / "root.pem"
    return root_from_pem(pem.read_bytes()) if pem.exists() else None


def publish_next(  # noqa: PLR0913 - the last is an option, given by name
    office: Office,
    root: RootAuthority,
    trust: TrustAnchors,
    grants: Iterable[Grant],
    revoked: Iterable[Revocation],
    *,
    new_root: RootAuthority | None = None,
    authorities: Iterable[bytes] | None = None,
) -> WrittenPackage:
    """Write the trust pack that follows `trust`, and put it in force here; raises PackageError.

    `authorities` are those of `trust` unless others are given.
    """
    now = office.now()
    version = trust.version + 1
    published = publish_trust(
        root,
        rotation_file(office, version) if new_root else trust_pack(office),
        tuple(grants),
        version=version,
        issuer_unit=office.identity.unit.code,
        now=now,
        next_update=now + _TRUST_LIVES,
        app_version=__version__,
        revoked=revoked,
        retired=trust.retired,
        authorities=tuple(trust.authorities if authorities is None else authorities),
        new_root=new_root,
    )
    following = known_trust(office)
    learn(office, following)
    take_up(office, following)
    log(office, "trust.installed", f"{version}")
    return published


def hand_out_trust(office: Office, folder: Path) -> Path:
    """Copy the trust pack in force into the folder, with those that hand over to its root; return the one in force.

    Raises Refusal: trust.no_root, trust.no_pack, FileError.
    """
    pack = trust_of(office).pack
    if pack is None:
        raise Refusal("trust.no_pack")
    sweep_parts(folder, office.identity.unit.code)
    kept = {int(each.stem): each for each in rotations(office)}
    kept.setdefault(pack.version, trust_pack(office))
    for version, source in kept.items():
        keep_file(_handed_out(office, folder, version), source.read_bytes())
    return _handed_out(office, folder, pack.version)


def _handed_out(office: Office, folder: Path, version: int) -> Path:
    unit = office.identity.unit.code
    return folder / package_file_name(PackageKind.TRUST, unit, f"{office.now():%Y}", version)


def authority_folder(office: Office) -> Path:
    """Return where the first root is that was made here; later ones are in folders below it."""
    return office.folder / "authority"


def finance_only(office: Office) -> None:
    """Raise Refusal("enrolment.not_here") in any office but Sở Tài chính's."""
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("enrolment.not_here")

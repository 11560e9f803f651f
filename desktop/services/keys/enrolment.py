"""Keys and trust of an office: make a key, ask for a certificate, issue one, install what is trusted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from desktop import __version__
from desktop.domain.arrivals import CertificateSpan
from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage, format_clock
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.errors import KeyRefusal
from desktop.exchange.kinds import PackageKind, Role, package_file_name
from desktop.exchange.signing.encryption_key import load_encryption_key
from desktop.exchange.signing.key_file import load_key
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.signing.public_keys import fingerprint as spoken
from desktop.exchange.spoken.fingerprints import hex_letters, typed_fingerprint
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.authority import (
    ROOT_CERTIFICATE,
    RootAuthority,
    issue_certificate,
    list_certificate,
    publish_trust,
)
from desktop.exchange.trust.enrolment import EnrolmentRequest, accept_request, write_request
from desktop.exchange.trust.grants import Grant
from desktop.exchange.trust.memory import Revocation
from desktop.services.keys.key_places import (
    IN_FILE,
    KeyChoice,
    KeyPlace,
    current_place,
    has_key,
    keep_current,
    keys_folder,
    move_on,
    next_place,
)
from desktop.services.keys.office_keys import KeyRing, encryption_key, make_keys
from desktop.services.keys.own_fingerprint import note_fingerprint
from desktop.services.keys.root_keys import made_root, make_root, open_root_in, root_token
from desktop.services.keys.trust_memory import lagging_behind, learn, note_time, recall
from desktop.services.office import Mode, Office
from desktop.services.recovery.left_overs import sweep_parts

_TRUST_LIVES = timedelta(days=365)
_READ_ALOUD = 8 * 4
_PACK = "trust.asice"


@dataclass(frozen=True, slots=True)
class SigningState:
    """What this office has of what signing needs; `root_fingerprint` in groups of four, "" without a root.

    `token` is the label of the token that holds the signing key, "" for one in a file.
    """

    has_key: bool
    root_fingerprint: str
    trust_version: int
    next_update: datetime | None
    units: tuple[str, ...]
    """Names of the offices that the trust pack lists."""
    token: str = ""
    renewing: bool = False
    """Whether a new key waits for its certificate."""
    root_token: str = ""
    """The label of the token that holds the root in force, "" where it is in a file or was not made here."""

    @property
    def can_sign(self) -> bool:
        """Whether a key and a trust pack are here."""
        return self.has_key and self.trust_version > 0


def create_signing_key(office: Office, passphrase: str, where: KeyChoice = IN_FILE) -> str:
    """Make this office's keys: to sign with, in a file or on a token, and to be written to, in a file.

    The passphrase is that of the files; the PIN of a token is asked for. Returns the fingerprint of the signing key,
    which vouches for the other one. Raises KeyRefusal, FileError.
    """
    if has_key(office):
        place = current_place(office)
        raise KeyRefusal("key.already_exists", file=place.token.label if place.token else place.file)
    place = make_keys(office, passphrase, where, KeyPlace())
    keep_current(office, place)
    log(office, "key.created")
    log(office, "key.encryption_created")
    return spoken(place.public_key)


def request_certificate(office: Office, passphrase: str, folder: Path) -> WrittenPackage:
    """Write the request of this office's key into the folder; raises KeyRefusal, PackageError, trust.no_key."""
    if not has_key(office):
        raise Refusal("trust.no_key")
    recipient = encryption_key(office, passphrase).recipient
    note_fingerprint(office, passphrase)
    return write_request_of(office, KeyRing(office, passphrase), current_place(office), recipient, folder)


def write_request_of(  # noqa: PLR0913 - the last is an option, given by name
    office: Office,
    ring: KeyRing,
    place: KeyPlace,
    recipient: str,
    folder: Path,
    *,
    predecessor: KeySigner | None = None,
) -> WrittenPackage:
    """Write the request of the key at `place`; `predecessor` vouches for it. Raises KeyRefusal, PackageError."""
    unit = office.identity.unit
    name = package_file_name(PackageKind.ENROLMENT, unit.code, f"{office.now():%Y}", 1)
    written = write_request(
        folder / name,
        ring.key(place),
        unit_code=unit.code,
        unit_name=unit.name,
        now=office.now(),
        app_version=__version__,
        age_recipient=recipient,
        certificate=ring.certificate(place),
        predecessor=predecessor,
    )
    log(office, "certificate.requested")
    return written


def create_root_authority(office: Office, name: str, passphrase: str, where: KeyChoice = IN_FILE) -> Path:
    """Make the root of trust (Sở Tài chính only), or go on with one that nothing was published under yet.

    Returns `root.pem`. Raises Refusal("enrolment.not_here"), KeyRefusal, FileError.
    On a token the PIN is asked for and the passphrase is not looked at.
    """
    finance_only(office)
    folder = _authority(office)
    folder.mkdir(parents=True, exist_ok=True)
    published = (_trust(office) / _PACK).exists()
    (make_root if published else made_root)(office, folder, name, passphrase, where)
    pem = (folder / "root.pem").read_bytes()
    keep_file(_trust(office) / "root.pem", pem)
    log(office, "root.created")
    return folder / "root.pem"


def read_request(office: Office, path: Path) -> EnrolmentRequest:
    """Read a request; its fingerprint is to be compared with what the unit reads out. Raises PackageError.

    Sở Tài chính also checks the key that vouches for the new one, if any does: `renews` then names its certificate.
    """
    judge = office.identity.mode is Mode.FINANCE and (_trust(office) / "root.pem").exists()
    return accept_request(path, now=office.now(), trust=_anchors(office) if judge else None)


def issue(  # noqa: PLR0913 - the fingerprint must be given by name
    office: Office, root_passphrase: str, request_path: Path, roles: Iterable[Role], folder: Path, *, fingerprint: str
) -> WrittenPackage:
    """Issue a certificate and publish the next trust pack into the folder; it is in force here before it is there.

    A certificate of a government authority is listed as it is instead. The fingerprint, in hex or in words, may be ""
    for a key that the unit's key in force vouches for. So a version is never made twice, whatever becomes of the
    folder; `hand_out_trust` writes it there once more. Raises Refusal: enrolment.not_here,
    enrolment.fingerprint_differs, spoken.unknown_word, certificate.serial_taken, certificate.listed_already;
    KeyRefusal; PackageError.
    """
    finance_only(office)
    request = read_request(office, request_path)
    vouched = request.renews is not None and not fingerprint
    if not vouched and typed_fingerprint(fingerprint) != hex_letters(request.fingerprint):
        raise Refusal("enrolment.fingerprint_differs", unit=request.unit_name)
    trust = _anchors(office)
    if request.certificate is None:
        root = open_authority(office, root_passphrase)
        grant = issue_certificate(root, request, request.unit_code, roles, now=office.now())
    else:
        grant = list_certificate(request, trust.authorities, roles, now=office.now())
        _check_new(grant, trust)
        root = open_authority(office, root_passphrase)
    published = publish_next(office, root, trust, (*trust.grants, grant), trust.all_revoked)
    log(office, "certificate.issued", request.unit_code)
    return replace(published, path=hand_out_trust(office, folder))


def open_authority(office: Office, root_passphrase: str) -> RootAuthority:
    """Open the root in force, which was made here; raises what `open_root` raises, trust.no_root."""
    return open_root_in(office, authority_in_force(office), root_passphrase)


def authority_in_force(office: Office) -> Path:
    """Return the folder of the root in force, which was made here; raises Refusal("trust.no_root")."""
    current = _anchors(office).root
    folders = (_authority(office), *sorted(_authority(office).glob("root-*")))
    mine = (each for each in folders if _root_in(each) == current)
    return next(mine, _authority(office))


def root_on_token(office: Office) -> str:
    """Return the label of the token that holds the root in force, "" where it is in a file or was not made here."""
    kept = _trust(office) / "root.pem"
    if not kept.exists():
        return ""
    return _token_of_root(office, _anchors(office).root)


def _token_of_root(office: Office, root: bytes) -> str:
    folders = (_authority(office), *sorted(_authority(office).glob("root-*")))
    return next((root_token(each) for each in folders if _root_in(each) == root), "")


def _check_new(grant: Grant, trust: TrustAnchors) -> None:
    """Refuse what could not be told from a certificate that is listed already when one of them is revoked."""
    if trust.grant_of(grant.cert_sha256) is not None:
        raise Refusal("certificate.listed_already", unit=grant.unit_name, serial=grant.serial)
    if any(each.serial == grant.serial for each in trust.grants) or trust.revocation_of(grant.serial):
        raise Refusal("certificate.serial_taken", unit=grant.unit_name, serial=grant.serial)


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
        rotation_file(office, version) if new_root else _trust(office) / _PACK,
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
    following = _anchors(office)
    learn(office, following)
    _take_up(office, following)
    log(office, "trust.installed", f"{version}")
    return published


def rotation_file(office: Office, version: int) -> Path:
    """Return where a trust pack that hands over to another root is kept, for as long as the profile is."""
    folder = _trust(office) / "rotations"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{version:06d}.asice"


def rotations(office: Office) -> tuple[Path, ...]:
    """Return the packs that hand over from root to root, the oldest first."""
    return tuple(sorted((_trust(office) / "rotations").glob("*.asice")))


def hand_out_trust(office: Office, folder: Path) -> Path:
    """Copy the trust pack in force into the folder, with those that hand over to its root; return the one in force.

    Raises Refusal: trust.no_root, trust.no_pack, FileError.
    """
    pack = trust_of(office).pack
    if pack is None:
        raise Refusal("trust.no_pack")
    sweep_parts(folder, office.identity.unit.code)
    kept = {int(each.stem): each for each in rotations(office)}
    kept.setdefault(pack.version, _trust(office) / _PACK)
    for version, source in kept.items():
        keep_file(_handed_out(office, folder, version), source.read_bytes())
    return _handed_out(office, folder, pack.version)


def _handed_out(office: Office, folder: Path, version: int) -> Path:
    unit = office.identity.unit.code
    return folder / package_file_name(PackageKind.TRUST, unit, f"{office.now():%Y}", version)


def set_up_finance(  # noqa: PLR0913 - the last two are options, given by name
    office: Office,
    root_name: str,
    root_passphrase: str,
    key_passphrase: str,
    folder: Path,
    *,
    root_on: KeyChoice = IN_FILE,
    key_on: KeyChoice = IN_FILE,
) -> WrittenPackage:
    """Make root and own key of Sở Tài chính and publish the first trust pack; raises what its steps raise.

    root.pem is in the folder before the pack. A key that is here already is taken, opened with its passphrase. Steps
    that were done before the program ended are not done again.
    """
    if has_key(office):
        open_key(office, key_passphrase)
    pem = create_root_authority(office, root_name, root_passphrase, root_on)
    keep_file(folder / ROOT_CERTIFICATE, pem.read_bytes())
    made = note_fingerprint(office, key_passphrase) if has_key(office) else ""
    fingerprint = made or create_signing_key(office, key_passphrase, key_on)
    request = request_certificate(office, key_passphrase, _authority(office))
    roles = (Role.APPRAISE, Role.PUBLISH_POLICY)
    return issue(office, root_passphrase, request.path, roles, folder, fingerprint=fingerprint)


def install_root(office: Office, root_pem: Path, fingerprint: str) -> str:
    """Trust a root, once, when the typed fingerprint is its own; return the whole fingerprint.

    `fingerprint` is at least the first eight groups of four, or the sixteen words. Raises Refusal:
    enrolment.root_differs, enrolment.root_known, enrolment.file_missing, spoken.unknown_word;
    KeyRefusal("key.not_a_certificate").
    """
    pem = _read(root_pem)
    anchors = TrustAnchors.load(pem, now=office.now())
    typed, whole = typed_fingerprint(fingerprint), hex_letters(anchors.root_fingerprint)
    if len(typed) < _READ_ALOUD or not whole.startswith(typed):
        raise Refusal("enrolment.root_differs")
    kept = _trust(office) / "root.pem"
    if kept.exists() and kept.read_bytes() != pem:
        raise Refusal("enrolment.root_known")
    keep_file(kept, pem)
    log(office, "root.installed")
    return anchors.root_fingerprint


def install_trust(office: Office, path: Path) -> TrustAnchors:
    """Put a newer trust pack in force; raises PackageError, Refusal("trust.no_root")."""
    before = _anchors(office)
    content = _read(path)
    if any(each.read_bytes() == content for each in rotations(office)):
        return before
    anchors = before.accept(path, now=office.now())
    handed_over = anchors.root != before.root
    keep_file(rotation_file(office, anchors.version) if handed_over else _trust(office) / _PACK, content)
    learn(office, anchors)
    log(office, "trust.installed", str(anchors.version))
    _take_up(office, anchors)
    return anchors


def _take_up(office: Office, trust: TrustAnchors) -> None:
    """Sign with the new key from now on, if one waited and the trust pack holds its certificate."""
    waiting = next_place(office)
    if waiting is not None and trust.certificate_of_key(waiting.public_key) is not None:
        move_on(office, waiting)


def trust_of(office: Office) -> TrustAnchors:
    """Return what this office trusts; raises Refusal: trust.no_root, trust.no_pack."""
    anchors = _anchors(office)
    if anchors.pack is None:
        raise Refusal("trust.no_pack")
    learn(office, anchors)  # again, should the program have ended between the file and the store
    _take_up(office, anchors)
    note_time(office, anchors)
    return anchors


def known_trust(office: Office) -> TrustAnchors:
    """Return what this office trusts, without a pack before the first; changes nothing. Raises trust.no_root."""
    return _anchors(office)


def open_key(office: Office, passphrase: str) -> None:
    """Try the passphrase on the key's file; raises KeyRefusal: wrong_passphrase, passphrase_missing, not_a_key."""
    place = current_place(office)
    if place.token is None:
        load_key(keys_folder(office) / place.file, passphrase)
    else:
        load_encryption_key(keys_folder(office) / place.encryption, passphrase)


def open_signer(office: Office, passphrase: str) -> KeySigner:
    """Open the key with its certificate: with the passphrase of its file, or the PIN that its token asks for.

    Raises KeyRefusal, Refusal: trust.no_root, trust.no_pack, trust.no_key, trust.clock_wrong.
    """
    if not has_key(office):
        raise Refusal("trust.no_key")
    latest = lagging_behind(office)
    if latest is not None:
        raise Refusal("trust.clock_wrong", now=format_clock(office.now()), latest=format_clock(latest))
    trust = trust_of(office)
    return KeyRing(office, passphrase).signer(current_place(office), trust.certificate_of_key)


def certificate_span(office: Office) -> CertificateSpan | None:
    """Say when this office's newest certificate holds, None while there is none; never raises."""
    grant = _newest_grant(office)
    return _span(grant.certificate) if grant else None


def own_roles(office: Office) -> frozenset[Role]:
    """Return what this office's newest certificate lets it sign, nothing while there is none; never raises."""
    grant = _newest_grant(office)
    return grant.roles if grant else frozenset()


def _newest_grant(office: Office) -> Grant | None:
    keyed = any(keys_folder(office).glob("*.pem"))  # asks no store: some callers are inside a transaction
    known = trust_at_a_glance(office) if keyed else None
    mine = (each for each in reversed(known.grants) if each.unit_code == office.identity.unit.code) if known else ()
    return next(iter(mine), None)


def trust_at_a_glance(office: Office) -> TrustAnchors | None:
    """Return what the trust pack in force says, read once and kept; None without one that can be read; never raises.

    To show it only: what was learnt elsewhere, such as later revocations, is not in it.
    """
    root, pack = _trust(office) / "root.pem", _trust(office) / _PACK
    if not (root.exists() and pack.exists()):
        return None
    try:
        return _read_once(root, pack, pack.stat().st_mtime_ns, office.now().date(), rotations(office))
    except Refusal:
        return None


@lru_cache(maxsize=8)
def _read_once(root: Path, pack: Path, _written: int, today: date, rotations: tuple[Path, ...]) -> TrustAnchors:
    """Read the trust pack once for each time that it was written, and once a day."""
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    return TrustAnchors.load(root.read_bytes(), pack, now=noon, rotations=rotations)


def _span(certificate: bytes) -> CertificateSpan:
    from desktop.exchange.trust.certificates import validity  # noqa: PLC0415 - slow to load

    first, last = validity(certificate)
    return CertificateSpan(first.date(), last.date())


def signing_state(office: Office) -> SigningState:
    """Say what is here of what signing needs; never raises for what is missing."""
    anchors = trust_at_a_glance(office)
    if anchors is None and (_trust(office) / "root.pem").exists():
        anchors = _anchors(office)
    token = current_place(office).token
    return SigningState(
        has_key=has_key(office),
        root_fingerprint=anchors.root_fingerprint if anchors else "",
        trust_version=anchors.version if anchors else 0,
        next_update=anchors.pack.next_update.astimezone(UTC) if anchors and anchors.pack else None,
        units=tuple(grant.unit_name for grant in anchors.grants) if anchors else (),
        token=token.label if token else "",
        renewing=next_place(office) is not None,
        root_token=_token_of_root(office, anchors.root) if anchors else "",
    )


def _anchors(office: Office) -> TrustAnchors:
    root, pack = _trust(office) / "root.pem", _trust(office) / _PACK
    if not root.exists():
        raise Refusal("trust.no_root")
    memory = recall(office)
    now = max(office.now(), memory.latest or office.now())  # a clock that lags is told when something is read
    newest = pack if pack.exists() else None
    return TrustAnchors.load(root.read_bytes(), newest, now=now, memory=memory, rotations=rotations(office))


def finance_only(office: Office) -> None:
    """Raise Refusal("enrolment.not_here") in any office but Sở Tài chính's."""
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("enrolment.not_here")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refusal("enrolment.file_missing", file=path.name) from None


def keep_file(target: Path, content: bytes) -> None:
    """Write a file, all of it or nothing; raises FileError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with part_file(target) as part, synced(part) as stream:
        stream.write(content)


def _authority(office: Office) -> Path:
    return office.folder / "authority"


def _trust(office: Office) -> Path:
    return office.folder / "trust"


def log(office: Office, action: str, subject: str = "") -> None:
    """Note in the audit chain what was done with keys and trust."""
    with office.store.begin() as work:
        work.audit.append(office.operator, action, subject or office.identity.unit.code)

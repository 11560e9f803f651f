"""What this office trusts, in files of its profile: the root, the trust pack in force, those that handed over."""

from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.spoken.fingerprints import hex_letters, typed_fingerprint
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.services.keys.key_places import move_on, next_place
from desktop.services.keys.trust_memory import learn, note_time, recall
from desktop.services.office import Office

_READ_ALOUD = 8 * 4


def known_trust(office: Office) -> TrustAnchors:
    """Return what this office trusts, without a pack before the first; changes nothing. Raises trust.no_root."""
    root, pack = trust_folder(office) / "root.pem", trust_pack(office)
    if not root.exists():
        raise Refusal("trust.no_root")
    memory = recall(office)
    now = max(office.now(), memory.latest or office.now())  # a clock that lags is told when something is read
    newest = pack if pack.exists() else None
    return TrustAnchors.load(root.read_bytes(), newest, now=now, memory=memory, rotations=rotations(office))


def trust_of(office: Office) -> TrustAnchors:
    """Return what this office trusts; raises Refusal: trust.no_root, trust.no_pack."""
    anchors = known_trust(office)
    if anchors.pack is None:
        raise Refusal("trust.no_pack")
    learn(office, anchors)  # again, should the program have ended between the file and the store
    take_up(office, anchors)
    note_time(office, anchors)
    return anchors


def trust_at_a_glance(office: Office) -> TrustAnchors | None:
    """Return what the trust pack in force says, read once and kept; None without one that can be read; never raises.

    To show it only: what was learnt elsewhere, such as later revocations, is not in it.
    """
    root, pack = trust_folder(office) / "root.pem", trust_pack(office)
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
    kept = trust_folder(office) / "root.pem"
    if kept.exists() and kept.read_bytes() != pem:
        raise Refusal("enrolment.root_known")
    keep_file(kept, pem)
    log(office, "root.installed")
    return anchors.root_fingerprint


def install_trust(office: Office, path: Path) -> TrustAnchors:
    """Put a newer trust pack in force; raises PackageError, Refusal("trust.no_root")."""
    before = known_trust(office)
    content = _read(path)
    if any(each.read_bytes() == content for each in rotations(office)):
        return before
    anchors = before.accept(path, now=office.now())
    handed_over = anchors.root != before.root
    keep_file(rotation_file(office, anchors.version) if handed_over else trust_pack(office), content)
    learn(office, anchors)
    log(office, "trust.installed", str(anchors.version))
    take_up(office, anchors)
    return anchors


def take_up(office: Office, trust: TrustAnchors) -> None:
    """Sign with the new key from now on, if one waited and the trust pack holds its certificate."""
    waiting = next_place(office)
    if waiting is not None and trust.certificate_of_key(waiting.public_key) is not None:
        move_on(office, waiting)


def rotation_file(office: Office, version: int) -> Path:
    """Return where a trust pack that hands over to another root is kept, for as long as the profile is."""
    folder = trust_folder(office) / "rotations"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{version:06d}.asice"


def rotations(office: Office) -> tuple[Path, ...]:
    """Return the packs that hand over from root to root, the oldest first."""
    return tuple(sorted((trust_folder(office) / "rotations").glob("*.asice")))


def trust_folder(office: Office) -> Path:
    """Return where this office keeps what it trusts."""
    return office.folder / "trust"


def trust_pack(office: Office) -> Path:
    """Return the file of the trust pack in force, whether it is there or not."""
    return trust_folder(office) / "trust.asice"


def keep_file(target: Path, content: bytes) -> None:
    """Write a file, all of it or nothing; raises FileError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with part_file(target) as part, synced(part) as stream:
        stream.write(content)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refusal("enrolment.file_missing", file=path.name) from None


def log(office: Office, action: str, subject: str = "") -> None:
    """Note in the audit chain what was done with keys and trust."""
    with office.store.begin() as work:
        work.audit.append(office.operator, action, subject or office.identity.unit.code)

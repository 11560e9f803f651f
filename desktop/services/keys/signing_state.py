"""What this office has of what signing needs, and opening the key to sign with."""

from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.domain.arrivals import CertificateSpan
from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import format_clock
from desktop.exchange.kinds import Role
from desktop.exchange.signing.encryption_key import load_encryption_key
from desktop.exchange.signing.key_file import load_key
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.trust.grants import Grant
from desktop.services.keys.key_places import current_place, has_key, keys_folder, next_place
from desktop.services.keys.office_keys import KeyRing
from desktop.services.keys.root_authority import token_of_root
from desktop.services.keys.trust_files import known_trust, trust_at_a_glance, trust_folder, trust_of
from desktop.services.keys.trust_memory import lagging_behind
from desktop.services.office import Office


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


def signing_state(office: Office) -> SigningState:
    """Say what is here of what signing needs; never raises for what is missing."""
    anchors = trust_at_a_glance(office)
    if anchors is None and (trust_folder(office) / "root.pem").exists():
        anchors = known_trust(office)
    token = current_place(office).token
    return SigningState(
        has_key=has_key(office),
        root_fingerprint=anchors.root_fingerprint if anchors else "",
        trust_version=anchors.version if anchors else 0,
        next_update=anchors.pack.next_update.astimezone(UTC) if anchors and anchors.pack else None,
        units=tuple(grant.unit_name for grant in anchors.grants) if anchors else (),
        token=token.label if token else "",
        renewing=next_place(office) is not None,
        root_token=token_of_root(office, anchors.root) if anchors else "",
    )


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


def _span(certificate: bytes) -> CertificateSpan:
    from desktop.exchange.trust.certificates import validity  # noqa: PLC0415 - slow to load

    first, last = validity(certificate)
    return CertificateSpan(first.date(), last.date())

"""Renewal: a new key beside the one in force, which vouches for it; switched when its certificate arrives.

The old key goes on signing until then. It and the old encryption key are kept: they open what was written to them.
"""

from datetime import datetime
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage, format_clock
from desktop.exchange.signing.encryption_key import load_encryption_key
from desktop.exchange.signing.public_keys import certified_key_digest
from desktop.exchange.trust.certificates import validity
from desktop.services.keys.enrolment import write_request_of
from desktop.services.keys.key_places import (
    IN_FILE,
    KeyChoice,
    KeyPlace,
    current_place,
    free_place,
    has_key,
    keep_next,
    keys_folder,
    next_place,
)
from desktop.services.keys.office_keys import KeyRing, make_keys
from desktop.services.keys.trust_files import log, trust_of
from desktop.services.keys.trust_memory import lagging_behind
from desktop.services.office import Office


def renew_key(office: Office, passphrase: str, folder: Path, where: KeyChoice | None = None) -> WrittenPackage:
    """Make a new key and write its request, for which the key in force vouches, into the folder.

    Without `where` the new key is where the old one is: in a file, or made on the same token; a key that waits for
    its certificate already asks again instead of a third being made. Raises Refusal: trust.no_key, trust.clock_wrong,
    renewal.not_in_force; KeyRefusal; PackageError.
    """
    place, ring = current_place(office), KeyRing(office, passphrase)
    _check_in_force(office, place)
    load_encryption_key(keys_folder(office) / place.encryption, passphrase)  # the new keys take the same passphrase
    waiting = next_place(office) if where is None else None
    if waiting is None:
        waiting = make_keys(office, passphrase, where or _beside(place), free_place(office))
        keep_next(office, waiting)
        log(office, "key.created")
    old = ring.signer(place, trust_of(office).certificate_of_key)
    recipient = load_encryption_key(keys_folder(office) / waiting.encryption, passphrase).recipient
    return write_request_of(office, ring, waiting, recipient, folder, predecessor=old)


def _beside(place: KeyPlace) -> KeyChoice:
    token = place.token
    return IN_FILE if token is None else KeyChoice(token.driver, token.serial, token.label)


def _check_in_force(office: Office, place: KeyPlace) -> None:
    """Refuse to renew what can vouch for nothing any more: then the unit enrols as if for the first time."""
    if not has_key(office):
        raise Refusal("trust.no_key")
    latest = lagging_behind(office)
    if latest is not None:
        raise Refusal("trust.clock_wrong", now=format_clock(office.now()), latest=format_clock(latest))
    trust = trust_of(office)
    mine = (each for each in reversed(trust.grants) if each.unit_code == office.identity.unit.code)
    own = (each for each in mine if place.public_key in {"", certified_key_digest(each.certificate)})
    grant = next(own, None)
    if grant is None or trust.revocation_of(grant.serial) or not _holds(grant.certificate, office.now()):
        raise Refusal("renewal.not_in_force")


def _holds(certificate: bytes, now: datetime) -> bool:
    starts, ends = validity(certificate)
    return starts <= now <= ends

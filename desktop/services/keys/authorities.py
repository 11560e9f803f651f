"""Government authorities whose certificates Sở Tài chính lists one by one: adding one to the trust pack."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.errors import reading_refused
from desktop.exchange.trust.certificates import validity
from desktop.exchange.trust.foreign import authority_from, name_in
from desktop.services.keys.root_authority import finance_only, hand_out_trust, open_authority, publish_next
from desktop.services.keys.trust_files import log, trust_of
from desktop.services.office import Office

_READ_ALOUD: Final = 8 * 4


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """A government authority; `fingerprint` is the whole SHA-256 in groups of four, `ends` is UTC."""

    name: str
    fingerprint: str
    ends: datetime


def authorities(office: Office) -> tuple[AuthorityLine, ...]:
    """Return the authorities in the trust pack; raises Refusal: trust.no_root, trust.no_pack."""
    return tuple(_line(each) for each in trust_of(office).authorities)


def read_authority(path: Path) -> AuthorityLine:
    """Read an authority's certificate from a file; raises KeyRefusal("key.not_an_authority"), FileError."""
    return _line(_content(path))


def add_authority(office: Office, root_passphrase: str, path: Path, fingerprint: str, folder: Path) -> WrittenPackage:
    """Publish the next trust pack with an authority in it; it lists none of its certificates yet.

    `fingerprint` was typed from what the authority publishes, at least the first eight groups of four. Raises Refusal:
    enrolment.not_here, authority.differs, authority.known, authority.is_root; KeyRefusal; PackageError.
    """
    finance_only(office)
    der, trust = _content(path), trust_of(office)
    typed = "".join(letter for letter in fingerprint.upper() if letter.isalnum())
    if len(typed) < _READ_ALOUD or not sha256(der).hexdigest().upper().startswith(typed):
        raise Refusal("authority.differs")
    if der in trust.roots:
        raise Refusal("authority.is_root")
    if der in trust.authorities:
        raise Refusal("authority.known")
    root = open_authority(office, root_passphrase)
    listed = (*trust.authorities, der)
    published = publish_next(office, root, trust, trust.grants, trust.all_revoked, authorities=listed)
    log(office, "authority.added", sha256(der).hexdigest())
    return replace(published, path=hand_out_trust(office, folder))


def _content(path: Path) -> bytes:
    try:
        return authority_from(path.read_bytes())
    except OSError as error:
        raise reading_refused(error, path.name) from error


def _line(der: bytes) -> AuthorityLine:
    letters = sha256(der).hexdigest().upper()
    groups = " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))
    return AuthorityLine(name_in(der), groups, validity(der)[1])

"""The keys of an office: to sign with (in a file or on a token), and to be written to (always in a file).

A token signs but does not open packages. So an office with a token has two secrets: the token's PIN, asked for when
something is signed, and the passphrase of the encryption key, which opens what it receives.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.encryption_key import EncryptionKey, create_encryption_key, load_encryption_key
from desktop.exchange.signing.file_signer import FileSigner
from desktop.exchange.signing.key_file import create_key, load_key
from desktop.exchange.signing.key_signer import KeySigner, SigningKey
from desktop.exchange.signing.public_keys import public_key_digest, signs_for_a_unit
from desktop.exchange.signing.token_keys import make_token_key, token_key
from desktop.exchange.signing.token_session import TokenSession, open_session
from desktop.exchange.signing.token_signer import TokenPlace, TokenSigner
from desktop.services.keys.key_places import KeyChoice, KeyPlace, current_place, has_key, keys_folder
from desktop.services.office import Office


def signing_key_path(office: Office) -> Path:
    """Return where the signing key is, or would be, if it is in a file."""
    return keys_folder(office) / current_place(office).file


def encryption_key(office: Office, passphrase: str) -> EncryptionKey:
    """Open the key that packages for this office are encrypted to; make it where an older program made none.

    Keys from before a renewal, and the one that waits for its certificate, open packages too. Raises KeyRefusal,
    FileError, Refusal("trust.no_key").
    """
    if not has_key(office):
        raise Refusal("trust.no_key")
    path = keys_folder(office) / current_place(office).encryption
    if path.exists():
        opened = load_encryption_key(path, passphrase)
        return replace(opened, older=tuple(each.identity for each in _others(path, passphrase)))
    if current_place(office).token is None:
        load_key(signing_key_path(office), passphrase)  # one passphrase opens both
    made = create_encryption_key(path, passphrase)
    with office.store.begin() as work:
        work.audit.append(office.operator, "key.encryption_created", office.identity.unit.code)
    return made


def _others(current: Path, passphrase: str) -> list[EncryptionKey]:
    """Open those other keys in the folder that the same passphrase opens."""
    found = []
    for path in sorted(current.parent.glob("encryption-key*.pem")):
        if path == current:
            continue
        try:
            found.append(load_encryption_key(path, passphrase))
        except KeyRefusal:
            continue  # of a time with another passphrase: it cannot help here, and stands in nobody's way
    return found


def make_keys(office: Office, passphrase: str, where: KeyChoice, names: KeyPlace) -> KeyPlace:
    """Make or find a signing key where it is wanted, and an encryption key in the file that `names` gives.

    Raises KeyRefusal, FileError.
    """
    if not passphrase:
        raise KeyRefusal("key.passphrase_missing")
    folder = keys_folder(office)
    folder.mkdir(parents=True, exist_ok=True)
    if where.on_token:
        token = _token_place(office, where)
        place = replace(names, file="", token=token, public_key=token.public_key, listed=where.with_certificate)
    else:
        key = create_key(folder / names.file, passphrase)
        place = replace(names, public_key=public_key_digest(key.public_key()))
    create_encryption_key(folder / place.encryption, passphrase)
    return place


def _token_place(office: Office, where: KeyChoice) -> TokenPlace:
    making = not where.key_id
    with open_session(where.driver, where.serial, office.ask_pin, label=where.label, writing=making) as session:
        key = make_token_key(session) if making else token_key(session, where.key_id)
        if not signs_for_a_unit(key.public_key()):
            raise KeyRefusal("token.key_unsuitable", token=session.info.label)
        if where.with_certificate and session.held_key(where.key_id).certificate is None:
            raise KeyRefusal("token.no_certificate", token=session.info.label)
        digest = public_key_digest(key.public_key())
        return TokenPlace(where.driver, where.serial, session.info.label, key.key_id, digest)


class KeyRing:
    """Opens this office's signing keys for one piece of work; of each token the PIN is asked once."""

    def __init__(self, office: Office, passphrase: str) -> None:
        self._office, self._passphrase = office, passphrase
        self._sessions: dict[str, TokenSession] = {}

    def key(self, place: KeyPlace) -> SigningKey:
        """Open the key; raises KeyRefusal."""
        if place.token is None:
            return load_key(keys_folder(self._office) / place.file, self._passphrase)
        return token_key(self._session(place.token), place.token.key_id, place.token.public_key)

    def certificate(self, place: KeyPlace) -> bytes | None:
        """Return the certificate on the token that the key is to sign with, None where Sở Tài chính issues one."""
        if place.token is None or not place.listed:
            return None
        found = self._session(place.token).held_key(place.token.key_id).certificate
        if found is None:
            raise KeyRefusal("token.no_certificate", token=place.token.label)
        return found

    def signer(self, place: KeyPlace, certificate_of_key: Callable[[str], bytes | None]) -> KeySigner:
        """Open the key with the certificate that was issued for it; a PIN is not asked for in vain.

        Raises KeyRefusal: key.no_certificate, token.not_certified, and what `key` raises.
        """
        if place.token is not None and certificate_of_key(place.token.public_key) is None:
            raise KeyRefusal("token.not_certified", token=place.token.label)
        key = self.key(place)
        certificate = certificate_of_key(public_key_digest(key.public_key()))
        if certificate is None:
            raise KeyRefusal("key.no_certificate", file=place.file)
        return FileSigner(key, certificate) if place.token is None else TokenSigner(key, certificate)

    def _session(self, token: TokenPlace) -> TokenSession:
        if token.serial not in self._sessions:
            opened = open_session(token.driver, token.serial, self._office.ask_pin, label=token.label)
            self._sessions[token.serial] = opened
        return self._sessions[token.serial]

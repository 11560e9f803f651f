"""Where this office's keys are: in files of its profile, or the signing key on a token. Remembered in its settings.

Of renewal: the keys in force, and those that follow them once Sở Tài chính has certified them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from desktop.exchange.signing.token_signer import TokenPlace
from desktop.services.office import Office

_CURRENT: Final = "signing.key"
_NEXT: Final = "signing.next"


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """Where somebody wants a new signing key: in a file, or on the token with this driver and serial number.

    `key_id` (hex) takes the key that is there already, "" makes one; `with_certificate` goes on using the certificate
    that a government authority put beside that key.
    """

    driver: str = ""
    serial: str = ""
    label: str = ""
    key_id: str = ""
    with_certificate: bool = False

    @property
    def on_token(self) -> bool:
        """Whether it is on a token."""
        return bool(self.driver)


IN_FILE: Final = KeyChoice()


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a signing key and the encryption key that goes with it are.

    `file` and `encryption` are names in the folder of keys; `public_key` is the SHA-256 of the signing key's public
    half, "" for a key from before it was noted. `listed`: it signs with the certificate that lies on the token.
    """

    file: str = "signing-key.pem"
    encryption: str = "encryption-key.pem"
    public_key: str = ""
    token: TokenPlace | None = None
    listed: bool = False


def keys_folder(office: Office) -> Path:
    """Return the folder of keys, whether or not it is there."""
    return office.folder / "keys"


def current_place(office: Office) -> KeyPlace:
    """Return where the keys in force are, or would be."""
    return _read(office, _CURRENT) or KeyPlace()


def next_place(office: Office) -> KeyPlace | None:
    """Return where the keys are that wait for their certificate, None when no renewal is under way."""
    return _read(office, _NEXT)


def has_key(office: Office) -> bool:
    """Tell whether this office has a signing key; a token is believed to be somewhere."""
    place = current_place(office)
    return place.token is not None or (keys_folder(office) / place.file).exists()


def keep_current(office: Office, place: KeyPlace) -> None:
    """Note where the keys in force are."""
    _write(office, _CURRENT, place)


def keep_next(office: Office, place: KeyPlace) -> None:
    """Note where the keys are that wait for their certificate."""
    _write(office, _NEXT, place)


def move_on(office: Office, place: KeyPlace) -> None:
    """Let the keys that waited be those in force, in one step."""
    with office.store.begin() as work:
        work.settings.put(_CURRENT, _text(place))
        work.settings.put(_NEXT, "")
        work.audit.append(office.operator, "key.renewed", office.identity.unit.code)


def forget_places(office: Office) -> None:
    """Forget which keys are in force, as before the first."""
    with office.store.begin() as work:
        for name in (_CURRENT, _NEXT):
            work.settings.put(name, "")


def free_place(office: Office) -> KeyPlace:
    """Return names of files that are not taken yet."""
    folder = keys_folder(office)
    for number in range(2, 10_000):
        place = KeyPlace(file=f"signing-key-{number}.pem", encryption=f"encryption-key-{number}.pem")
        if not ((folder / place.file).exists() or (folder / place.encryption).exists()):
            return place
    return KeyPlace()


def _read(office: Office, name: str) -> KeyPlace | None:
    with office.store.begin() as work:
        text = work.settings.get(name)
    return msgspec.json.decode(text, type=KeyPlace) if text else None


def _write(office: Office, name: str, place: KeyPlace) -> None:
    with office.store.begin() as work:
        work.settings.put(name, _text(place))


def _text(place: KeyPlace) -> str:
    return msgspec.json.encode(place).decode("utf-8")

"""The passphrase of this office's key, kept in the system's store of secrets when the person asks for it."""

from hashlib import sha256

from desktop.domain.errors import Refusal
from desktop.services.enrolment import log, open_key
from desktop.services.key_places import current_place, has_key, keys_folder
from desktop.services.office import Office
from desktop.services.office_keys import encryption_key
from desktop.system.secrets import (
    SecretsUnavailable,
    forget_secret,
    keep_secret,
    kept_secret,
    secrets_can_be_kept,
)

_MARK = "passphrase.kept"
"""The setting that says that there is something to ask the store for: no prompt to unlock it otherwise."""


def can_keep_passphrase() -> bool:
    """Tell whether this machine has a store that the system guards."""
    return secrets_can_be_kept()


def keep_passphrase(office: Office, passphrase: str) -> None:
    """Keep the passphrase on this machine; raises KeyRefusal for a wrong one, Refusal("secret.store_unavailable")."""
    open_key(office, passphrase)
    encryption_key(office, passphrase)  # made now where an older program made none: its file is part of the name
    try:
        keep_secret(_name(office), passphrase)
    except SecretsUnavailable:
        raise Refusal("secret.store_unavailable") from None
    _mark(office, "yes")
    log(office, "passphrase.kept")


def kept_passphrase(office: Office) -> str:
    """Return the passphrase that was kept, "" when none was or the store does not tell."""
    return kept_secret(_name(office)) or "" if is_kept(office) and has_key(office) else ""


def is_kept(office: Office) -> bool:
    """Tell whether the passphrase was kept on this machine; does not unlock the store."""
    with office.store.begin() as work:
        return work.settings.get(_MARK) == "yes"


def forget_passphrase(office: Office) -> None:
    """Forget the passphrase on this machine; raises Refusal("secret.store_unavailable")."""
    if not is_kept(office):
        return
    try:
        forget_secret(_name(office))
    except SecretsUnavailable:
        raise Refusal("secret.store_unavailable") from None
    _mark(office, "")
    log(office, "passphrase.forgotten")


def _mark(office: Office, value: str) -> None:
    with office.store.begin() as work:
        work.settings.put(_MARK, value)


def _name(office: Office) -> str:
    """Return the name in the store: of these very files, so that other keys never get their passphrase."""
    place = current_place(office)
    files = [keys_folder(office) / each for each in (place.file, place.encryption) if each]
    digest = sha256(b"".join(each.read_bytes() for each in files if each.exists())).hexdigest()
    return f"{office.identity.unit.code} {digest[:16]}"

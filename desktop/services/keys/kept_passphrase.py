"""The passphrase of this office's key, kept in the system's store of secrets when the person asks for it."""

from typing import Final
from uuid import uuid4

from desktop.domain.errors import Refusal
from desktop.services.keys.signing_state import open_key
from desktop.services.keys.trust_files import log
from desktop.services.office import Office
from desktop.system.secrets import (
    SecretsUnavailable,
    forget_secret,
    keep_secret,
    kept_secret,
    secrets_can_be_kept,
)

_NAME: Final = "passphrase.kept"
"""The setting that holds the name in the store, "" while nothing is kept: no prompt to unlock it otherwise."""


def can_keep_passphrase() -> bool:
    """Tell whether this machine has a store that the system guards."""
    return secrets_can_be_kept()


def keep_passphrase(office: Office, passphrase: str) -> None:
    """Keep the passphrase on this machine; raises KeyRefusal for a wrong one, Refusal("secret.store_unavailable")."""
    open_key(office, passphrase)
    name = _name(office) or f"{office.identity.unit.code} {uuid4().hex[:16]}"
    try:
        keep_secret(name, passphrase)
    except SecretsUnavailable:
        raise Refusal("secret.store_unavailable") from None
    _note(office, name)
    log(office, "passphrase.kept")


def kept_passphrase(office: Office) -> str:
    """Return the passphrase that was kept, "" when none was or the store does not tell."""
    name = _name(office)
    return kept_secret(name) or "" if name else ""


def is_kept(office: Office) -> bool:
    """Tell whether the passphrase was kept on this machine; does not unlock the store."""
    return bool(_name(office))


def forget_passphrase(office: Office) -> None:
    """Forget the passphrase on this machine; raises Refusal("secret.store_unavailable")."""
    name = _name(office)
    if not name:
        return
    try:
        forget_secret(name)
    except SecretsUnavailable:
        raise Refusal("secret.store_unavailable") from None
    _note(office, "")
    log(office, "passphrase.forgotten")


def _name(office: Office) -> str:
    with office.store.begin() as work:
        return work.settings.get(_NAME) or ""


def _note(office: Office, name: str) -> None:
    with office.store.begin() as work:
        work.settings.put(_NAME, name)

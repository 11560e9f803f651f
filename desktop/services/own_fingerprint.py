"""The fingerprint of this office's key, remembered so that nobody has to type the passphrase to see it."""

from hashlib import sha256
from typing import Final

from desktop.services.office import Office
from desktop.services.office_keys import signing_key_path

_KEPT: Final = "key.fingerprint"


def remember_fingerprint(office: Office, fingerprint: str) -> None:
    """Keep the fingerprint of the key that is here now."""
    with office.store.begin() as work:
        work.settings.put(_KEPT, f"{_mark(office)} {fingerprint}")


def own_fingerprint(office: Office) -> str:
    """Return the fingerprint in groups of four, "" without a key or where it was never worked out."""
    with office.store.begin() as work:
        mark, _, fingerprint = (work.settings.get(_KEPT) or "").partition(" ")
    return fingerprint if mark == _mark(office) else ""


def _mark(office: Office) -> str:
    path = signing_key_path(office)
    return sha256(path.read_bytes()).hexdigest() if path.exists() else "-"

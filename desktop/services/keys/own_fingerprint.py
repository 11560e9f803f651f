"""The fingerprint of this office's key; nobody has to type the passphrase to see it."""

from dataclasses import replace

from desktop.exchange.signing.key_file import load_key
from desktop.exchange.signing.public_keys import fingerprint, public_key_digest
from desktop.services.keys.key_places import current_place, has_key, keep_current, keys_folder
from desktop.services.office import Office


def own_fingerprint(office: Office) -> str:
    """Return the fingerprint in groups of four, "" without a key or where an older program did not note it."""
    public = current_place(office).public_key
    return fingerprint(public) if public and has_key(office) else ""


def note_fingerprint(office: Office, passphrase: str) -> str:
    """Work the fingerprint out where it was not noted; return it. Raises KeyRefusal, FileError."""
    place = current_place(office)
    if has_key(office) and not place.public_key:
        key = load_key(keys_folder(office) / place.file, passphrase)
        keep_current(office, replace(place, public_key=public_key_digest(key.public_key())))
    return own_fingerprint(office)

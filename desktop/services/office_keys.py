"""The two keys of an office, in its profile folder under one passphrase: to sign with, and to be written to."""

from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.signing.encryption_key import EncryptionKey, create_encryption_key, load_encryption_key
from desktop.exchange.signing.key_file import load_key
from desktop.services.office import Office


def signing_key_path(office: Office) -> Path:
    """Return where the signing key is, or would be."""
    return office.folder / "keys" / "signing-key.pem"


def encryption_key(office: Office, passphrase: str) -> EncryptionKey:
    """Open the key that packages for this office are encrypted to; make it where an older program made none.

    Raises KeyRefusal, FileError, Refusal("trust.no_key").
    """
    signing_key = signing_key_path(office)
    if not signing_key.exists():
        raise Refusal("trust.no_key")
    path = signing_key.with_name("encryption-key.pem")
    if path.exists():
        return load_encryption_key(path, passphrase)
    load_key(signing_key, passphrase)  # one passphrase opens both
    made = create_encryption_key(path, passphrase)
    with office.store.begin() as work:
        work.audit.append(office.operator, "key.encryption_created", office.identity.unit.code)
    return made

"""The root key of Sở Tài chính: in a file under a passphrase, or on a token whose place is noted beside root.pem."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.pin import AskPin
from desktop.exchange.signing.public_keys import public_key_digest
from desktop.exchange.signing.token_keys import TokenEcKey, make_token_key, token_key
from desktop.exchange.signing.token_session import TokenSession, open_session
from desktop.exchange.signing.token_signer import TokenPlace, open_token_key
from desktop.exchange.trust.authority import (
    ROOT_CERTIFICATE,
    ROOT_KEY,
    RootAuthority,
    create_root,
    keep_root,
    open_root,
    root_with,
)
from desktop.services.keys.key_places import KeyChoice
from desktop.services.office import Office

_ON_TOKEN: Final = "root-token.json"  # noqa: S105 - a file's name
_CURVES: Final = ("secp384r1", "secp256r1")
"""The better one first; not every token has it."""


def make_root(office: Office, folder: Path, name: str, passphrase: str, where: KeyChoice) -> RootAuthority:
    """Make the root in `folder`, or its certificate alone when the key is on a token; raises KeyRefusal, FileError."""
    if not where.on_token:
        return create_root(name, passphrase, folder, office.now())
    with open_session(where.driver, where.serial, _asking(office), label=where.label, writing=True) as session:
        key = _ec_key(session, where.key_id)
        digest = public_key_digest(key.public_key())
        place = TokenPlace(where.driver, where.serial, session.info.label, key.key_id, digest)
        target = folder / _ON_TOKEN
        with part_file(target) as part, synced(part) as stream:
            stream.write(msgspec.json.encode(place))
        return keep_root(key, name, folder, office.now())


def made_root(office: Office, folder: Path, name: str, passphrase: str, where: KeyChoice) -> RootAuthority:
    """Make the root in `folder`, or take the one that was made before the program ended without publishing it."""
    if (folder / ROOT_CERTIFICATE).exists():
        return open_root_in(office, folder, passphrase)
    (folder / ROOT_KEY).unlink(missing_ok=True)  # its certificate was never written: nobody knows it
    return make_root(office, folder, name, passphrase, where)


def open_root_in(office: Office, folder: Path, passphrase: str) -> RootAuthority:
    """Open the root made in `folder`: with the passphrase of its file, or the PIN that its token asks for.

    Raises KeyRefusal, FileError.
    """
    noted = folder / _ON_TOKEN
    if not noted.exists():
        return open_root(folder, passphrase)
    place = msgspec.json.decode(noted.read_bytes(), type=TokenPlace)
    key = open_token_key(place, _asking(office))
    if not isinstance(key, TokenEcKey):
        raise KeyRefusal("token.key_unsuitable", token=place.label)
    return root_with(key, folder)


def root_token(folder: Path) -> str:
    """Return the label of the token that holds the root made in `folder`, "" for a root in a file."""
    noted = folder / _ON_TOKEN
    return msgspec.json.decode(noted.read_bytes(), type=TokenPlace).label if noted.exists() else ""


def _asking(office: Office) -> AskPin:
    return lambda question: office.ask_pin(replace(question, for_root=True))


def _ec_key(session: TokenSession, key_id: str) -> TokenEcKey:
    """Take the key that is there, or make one on the best curve that the token has."""
    if key_id:
        key = token_key(session, key_id)
        if not isinstance(key, TokenEcKey):
            raise KeyRefusal("token.key_unsuitable", token=session.info.label)
        return key
    try:
        return make_token_key(session, _CURVES[0])
    except KeyRefusal as refusal:
        if refusal.code != "token.failed":
            raise
        return make_token_key(session, _CURVES[1])

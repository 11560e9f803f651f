"""The signer whose key is on a token (PKCS #11): EC P-256 or RSA; the PIN is asked for when it is opened."""

from dataclasses import dataclass

from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.signing.pin import AskPin
from desktop.exchange.signing.token_keys import TokenKey, token_key
from desktop.exchange.signing.token_session import open_session


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """Where a key on a token is: the driver's path, the token, the key's id (hex) and its public key's SHA-256."""

    driver: str
    serial: str
    label: str
    key_id: str
    public_key: str


class TokenSigner(KeySigner):
    """A `Signer` over a key on a token; its session ends, and the token logs out, when nobody needs it any more."""


def open_token_key(place: TokenPlace, ask: AskPin) -> TokenKey:
    """Log in and find the key; raises what `open_session` and `token_key` raise."""
    session = open_session(place.driver, place.serial, ask, label=place.label)
    return token_key(session, place.key_id, place.public_key)

"""The signer whose key is on a token (PKCS #11): EC P-256 or RSA; the PIN is asked for when it is opened."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.signing.pin import AskPin
from desktop.exchange.signing.token_keys import TokenKey, token_key
from desktop.exchange.signing.token_session import TokenSession, open_session


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """Where a key on a token is: the driver's path, the token, the key's id (hex) and its public key's SHA-256."""

    driver: str
    serial: str
    label: str
    key_id: str
    public_key: str


class TokenSigner(KeySigner):
    """A `Signer` over a key on a token; it stays logged in until it is closed or nobody needs it any more."""

    def __init__(self, session: TokenSession, key: TokenKey, certificate: bytes) -> None:
        super().__init__(key, certificate)
        self._session = session

    def close(self) -> None:
        """Log out of the token."""
        self._session.close()


def open_token_key(place: TokenPlace, ask: AskPin) -> tuple[TokenSession, TokenKey]:
    """Log in and find the key; raises what `open_session` and `token_key` raise."""
    session = open_session(place.driver, place.serial, ask, label=place.label)
    return session, token_key(session, place.key_id, place.public_key)


def open_token_signer(place: TokenPlace, ask: AskPin, certificate_of_key: Callable[[str], bytes | None]) -> TokenSigner:
    """Find the certificate of the key, then log in; nobody is asked for a PIN in vain.

    Raises KeyRefusal("key.no_certificate") while none was issued for this key, and what `open_token_key` raises.
    """
    certificate = certificate_of_key(place.public_key)
    if certificate is None:
        raise KeyRefusal("key.no_certificate", file=place.label)
    session, key = open_token_key(place, ask)
    return TokenSigner(session, key, certificate)

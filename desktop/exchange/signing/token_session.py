"""A session on a token: logging in once with a PIN, the keys that are there, making one, and signing with one."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.pin import AskPin, PinQuestion, PinState
from desktop.exchange.signing.public_keys import SigningPublicKey, public_key_digest
from desktop.exchange.signing.token_driver import LOCK, SESSIONS, TokenInfo, describe, find_token
from desktop.exchange.signing.token_faults import token_faults

if TYPE_CHECKING:
    from pkcs11 import Session, Token

KEY_LABEL: Final = "tinhgian"
_REFUSED: Final = {PinState.LOCKED: "token.pin_locked", PinState.NOT_SET: "token.pin_not_set"}
_WRONG: Final = {
    PinState.LOCKED: "token.pin_locked",
    PinState.LAST_TRY: "token.pin_wrong_last",
    PinState.FEW_LEFT: "token.pin_wrong_few",
}


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key on a token. `key_id` is hex; `certificate` (DER) is the one that lies beside it, if any does."""

    key_id: str
    label: str
    public_key: SigningPublicKey
    certificate: bytes | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the public key, hex."""
        return public_key_digest(self.public_key)

    @property
    def kind(self) -> str:
        """What it signs with: "EC" or "RSA"."""
        return "RSA" if isinstance(self.public_key, rsa.RSAPublicKey) else "EC"


class TokenSession:
    """An open session; closing it logs out. One at a time for each token: a new one ends the one before."""

    def __init__(self, session: "Session", info: TokenInfo, ask: AskPin | None = None) -> None:
        self.info = info
        self._session: Session | None = session
        self._ask = ask
        SESSIONS.add(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if not sys.is_finalizing():  # the driver logs out by itself when the program ends
            self.close()

    def close(self) -> None:
        """Log out; what the token says to that does not matter, it may be gone."""
        session, self._session = self._session, None
        SESSIONS.discard(self)
        if session is None:
            return
        from pkcs11.exceptions import PKCS11Error  # noqa: PLC0415 - loaded only where there is a token

        with LOCK:
            try:
                session.close()
            except PKCS11Error:
                return  # the token went before its session: nothing is left to log out of

    @property
    def open(self) -> "Session":
        """The library's session; raises KeyRefusal("token.removed") once it was ended."""
        if self._session is None:
            raise KeyRefusal("token.removed", token=self.info.label)
        return self._session

    def held_keys(self) -> tuple[HeldKey, ...]:
        """Return the keys whose public half or certificate can be read, in the order of the token."""
        with LOCK, token_faults(self.info.label):
            return tuple(_held_keys(self.open))

    def private_key(self, key_id: str) -> Any:
        """Return the library's handle of a private key; raises KeyRefusal("token.key_not_found")."""
        from pkcs11 import ObjectClass  # noqa: PLC0415 - loaded only where there is a token

        with LOCK, token_faults(self.info.label):
            return self.open.get_key(object_class=ObjectClass.PRIVATE_KEY, id=bytes.fromhex(key_id))

    def held_key(self, key_id: str) -> HeldKey:
        """Return the key with this id; raises KeyRefusal("token.key_not_found")."""
        found = (each for each in self.held_keys() if each.key_id == key_id)
        key = next(found, None)
        if key is None:
            raise KeyRefusal("token.key_not_found", token=self.info.label)
        return key

    def mechanisms(self) -> frozenset[int]:
        """Return what the token can do."""
        with LOCK, token_faults(self.info.label):
            return frozenset(int(each) for each in self.open.token.slot.get_mechanisms())

    def pin_again(self) -> str | None:
        """Ask once more, for a key that wants its PIN at each signature."""
        return None if self._ask is None else self._ask(_question(self.info))


def open_session(
    driver: str, serial: str, ask: AskPin | None, *, label: str = "", writing: bool = False
) -> TokenSession:
    """Open a session on a token, logged in unless `ask` is None.

    Raises KeyRefusal: token.absent, not_found, pin_missing, pin_wrong, pin_wrong_few, pin_wrong_last, pin_locked,
    pin_not_set, removed, failed; token.driver_... A wrong PIN is never tried again.
    """
    token = find_token(driver, serial, label)
    info = describe(driver, token)
    if ask is None:
        with LOCK, token_faults(info.label):
            return TokenSession(token.open(rw=writing), info)
    if info.pin in _REFUSED:
        raise KeyRefusal(_REFUSED[info.pin], token=info.label)
    pin = None if info.types_pin else ask(_question(info))
    return TokenSession(_logged_in(driver, token, info, pin, writing=writing), info, ask)


def _question(info: TokenInfo) -> PinQuestion:
    return PinQuestion(info.label, info.serial, info.pin)


def _logged_in(driver: str, token: "Token", info: TokenInfo, pin: str | None, *, writing: bool) -> "Session":
    from pkcs11 import PROTECTED_AUTH  # noqa: PLC0415 - loaded only where there is a token

    if pin == "":
        raise KeyRefusal("token.pin_missing", token=info.label)
    with LOCK:
        for each in tuple(SESSIONS):
            if each.info.serial == info.serial:
                each.close()  # a login holds for the whole program: another PIN would not even be looked at
        try:
            with token_faults(info.label):
                return token.open(rw=writing, user_pin=PROTECTED_AUTH if pin is None else pin)
        except KeyRefusal as refusal:
            if refusal.code != "token.pin_wrong":
                raise
            raise KeyRefusal(_WRONG.get(describe(driver, token).pin, refusal.code), token=info.label) from refusal


def _held_keys(session: "Session") -> Iterator[HeldKey]:
    from pkcs11 import Attribute, ObjectClass  # noqa: PLC0415 - loaded only where there is a token

    certificates = {bytes(each[Attribute.ID]): bytes(each[Attribute.VALUE]) for each in _certificates(session)}
    seen = set()
    for each in session.get_objects({Attribute.CLASS: ObjectClass.PUBLIC_KEY}):
        key_id, public = bytes(each[Attribute.ID]), _public_key(each)
        if public is not None and key_id and key_id not in seen:
            seen.add(key_id)
            yield HeldKey(key_id.hex(), str(each[Attribute.LABEL]), public, certificates.get(key_id))
    for key_id, certificate in certificates.items():
        public = _certified(certificate)
        if public is not None and key_id and key_id not in seen:
            yield HeldKey(key_id.hex(), "", public, certificate)


def _certificates(session: "Session") -> Iterator[Any]:
    from pkcs11 import Attribute, CertificateType, ObjectClass  # noqa: PLC0415 - loaded only where there is a token

    wanted = {Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.CERTIFICATE_TYPE: CertificateType.X_509}
    return iter(session.get_objects(wanted))


def _certified(certificate: bytes) -> SigningPublicKey | None:
    try:
        public = x509.load_der_x509_certificate(certificate).public_key()
    except (ValueError, UnsupportedAlgorithm):
        return None  # not for us to judge: the token holds it for another program
    return public if isinstance(public, ec.EllipticCurvePublicKey | rsa.RSAPublicKey) else None


def _public_key(held: Any) -> SigningPublicKey | None:
    """Return a public key object as a key, None for kinds that we do not sign with."""
    from pkcs11 import Attribute, KeyType  # noqa: PLC0415 - loaded only where there is a token
    from pkcs11.util.ec import encode_ec_public_key  # noqa: PLC0415 - likewise

    if held.key_type is KeyType.RSA:
        modulus = int.from_bytes(held[Attribute.MODULUS], "big")
        return rsa.RSAPublicNumbers(int.from_bytes(held[Attribute.PUBLIC_EXPONENT], "big"), modulus).public_key()
    if held.key_type is not KeyType.EC:
        return None
    try:
        public = serialization.load_der_public_key(encode_ec_public_key(held))
    except (ValueError, UnsupportedAlgorithm):
        return None  # a curve that is not ours
    return public if isinstance(public, ec.EllipticCurvePublicKey) else None

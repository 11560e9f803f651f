"""Which drivers of tokens are on this machine, which tokens are plugged in, and which keys lie on one. Slow."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.signing.pin import AskPin, PinState
from desktop.exchange.signing.public_keys import fingerprint, signs_for_a_unit
from desktop.exchange.signing.token_driver import TokenInfo, describe, find_token, plugged_in
from desktop.exchange.signing.token_session import HeldKey, open_session
from desktop.exchange.signing.token_signer import TokenPlace
from desktop.exchange.trust.foreign import issued_elsewhere, issuer_in
from desktop.services.keys.key_places import KeyChoice
from desktop.system.resources import shipped_yaml


@dataclass(frozen=True, slots=True)
class Driver:
    """A driver's file on this machine, and what it is known as."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class TokenKeyLine:
    """A key on a token that can sign for a unit. `kind` is "EC" or "RSA", `issuer` of the certificate beside it."""

    key_id: str
    label: str
    kind: str
    bits: int
    fingerprint: str
    issuer: str = ""
    """Who issued the certificate that lies beside the key, "" where none by another lies there."""


@dataclass(frozen=True, slots=True)
class TokenLine:
    """A token that is plugged in, and its keys that can be seen without the PIN."""

    info: TokenInfo
    keys: tuple[TokenKeyLine, ...]

    def choice(self, key: TokenKeyLine | None = None, *, with_certificate: bool = False) -> KeyChoice:
        """Return the choice of one of its keys, or of a new one."""
        info, key_id = self.info, key.key_id if key else ""
        return KeyChoice(info.driver, info.serial, info.label, key_id, with_certificate)


@dataclass(frozen=True, slots=True)
class Survey:
    """What one driver shows; `fault` is why it shows nothing, None where it could be asked."""

    driver: Driver
    tokens: tuple[TokenLine, ...] = ()
    fault: Refusal | None = None


def drivers_here() -> tuple[Driver, ...]:
    """Return the known drivers that are on this machine; loads none of them."""
    folders, files = _known()
    found: dict[Path, Driver] = {}
    for folder in folders:
        for name, shown in files.items():
            path = Path(folder) / name
            if path.is_file():
                found.setdefault(path.resolve(), Driver(str(path), shown))
    return tuple(found.values())


@lru_cache(maxsize=1)
def _known() -> tuple[tuple[str, ...], dict[str, str]]:
    read = shipped_yaml("catalogues", "token_drivers.yaml")
    return tuple(read["folders"]), dict(read["files"])


def survey(path: str, ask: AskPin | None = None) -> Survey:
    """Ask one driver for its tokens and their keys; with `ask`, log in to see those that are hidden. Never raises."""
    name = next((each.name for each in drivers_here() if each.path == path), Path(path).name)
    driver = Driver(path, name)
    try:
        return Survey(driver, tuple(TokenLine(each, _keys(each, ask)) for each in plugged_in(path)))
    except Refusal as refusal:
        return Survey(driver, fault=refusal)


def _keys(token: TokenInfo, ask: AskPin | None) -> tuple[TokenKeyLine, ...]:
    if token.pin is PinState.NOT_SET:
        return ()
    with open_session(token.driver, token.serial, ask, label=token.label) as session:
        return tuple(_line(each) for each in session.held_keys() if signs_for_a_unit(each.public_key))


def _line(key: HeldKey) -> TokenKeyLine:
    certified = key.certificate is not None and issued_elsewhere(key.certificate)
    return TokenKeyLine(
        key_id=key.key_id,
        label=key.label,
        kind=key.kind,
        bits=key.public_key.key_size,
        fingerprint=fingerprint(key.digest),
        issuer=issuer_in(key.certificate) if key.certificate and certified else "",
    )


def token_state(place: TokenPlace, ask: AskPin | None) -> PinState:
    """Return what the token that holds a key says of its PIN, after looking for the key on it.

    With `ask` the PIN is asked for and tried, once. Raises KeyRefusal: token.driver_..., absent, not_found,
    key_not_found, pin_..., removed, failed.
    """
    state = describe(place.driver, find_token(place.driver, place.serial, place.label)).pin
    if state in {PinState.LOCKED, PinState.NOT_SET}:
        return state
    with open_session(place.driver, place.serial, ask, label=place.label) as session:
        if ask is None:
            session.held_key(place.key_id)
        else:
            session.private_key(place.key_id)
    return describe(place.driver, find_token(place.driver, place.serial, place.label)).pin

"""The drivers (PKCS #11 modules) of tokens, and the tokens that are plugged in. Slow: never in the window's thread."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Final, TypeVar
from weakref import WeakSet

from desktop.exchange.errors import KeyRefusal
from desktop.exchange.signing.pin import PinState
from desktop.exchange.signing.token_faults import token_faults

if TYPE_CHECKING:
    from pkcs11 import Token, _pkcs11

    from desktop.exchange.signing.token_session import TokenSession

T = TypeVar("T")

LOCK: Final = threading.RLock()
"""Held while a driver is spoken to: not every driver stands two threads, whatever it promises."""
SESSIONS: "Final[WeakSet[TokenSession]]" = WeakSet()
"""Sessions that are open; while there is one, its driver must not be started anew."""


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """A token that is plugged in. `types_pin` means that the PIN is typed on the token's own keys."""

    driver: str
    label: str
    serial: str
    model: str
    maker: str
    pin: PinState
    types_pin: bool = False


def load_driver(path: str) -> "_pkcs11.lib":
    """Load a PKCS #11 module.

    Raises KeyRefusal: token.driver_missing, token.driver_unusable, token.library_missing.
    """
    _check_path(path)
    try:
        import pkcs11  # noqa: PLC0415 - an extra that offices without tokens do without
        from pkcs11.exceptions import PKCS11Error  # noqa: PLC0415 - likewise
    except ImportError:
        raise KeyRefusal("token.library_missing") from None
    with LOCK:
        try:
            return pkcs11.lib(path)
        except PKCS11Error as error:
            raise KeyRefusal("token.driver_unusable", driver=Path(path).name) from error


def _check_path(path: str) -> None:
    """Refuse what is no file on this machine: a module is code, and runs as soon as it is loaded."""
    remote = path.startswith(("\\\\", "//")) or PureWindowsPath(path).drive.startswith("\\\\")
    if remote or not Path(path).is_absolute() or not Path(path).is_file():
        raise KeyRefusal("token.driver_missing", driver=path)


def plugged_in(driver: str) -> tuple[TokenInfo, ...]:
    """Return the tokens that the driver sees now; raises KeyRefusal: token.driver_..., token.failed."""
    with LOCK:
        module = load_driver(driver)
        tokens = _fresh(module, lambda: _present(module))
        return tuple(_info(driver, each) for each in tokens)


def find_token(driver: str, serial: str, label: str = "") -> "Token":
    """Return the token with this serial number.

    Raises KeyRefusal: token.absent when none is plugged in, token.not_found when only others are.
    """
    with LOCK:
        module = load_driver(driver)
        tokens = _present_or_none(module)
        if not any(_serial(each) == serial for each in tokens):
            tokens = _fresh(module, lambda: _present(module))
        for each in tokens:
            if _serial(each) == serial:
                return each
    if not tokens:
        raise KeyRefusal("token.absent", token=label or serial)
    there = ", ".join(each.label for each in tokens)
    raise KeyRefusal("token.not_found", token=label or serial, serial=serial, there=there)


def describe(driver: str, token: "Token") -> TokenInfo:
    """Return what the token says of itself at this moment."""
    with token_faults(token.label):
        return _info(driver, token.slot.get_token())


def _fresh(module: "_pkcs11.lib", ask: Callable[[], T]) -> T:
    """Ask a driver that was started anew: some see a token only if it was there when they started."""
    with token_faults(module.library_description or ""):
        if not SESSIONS:
            module.reinitialize()
        return ask()


def _present(module: "_pkcs11.lib") -> "tuple[Token, ...]":
    from pkcs11 import TokenFlag  # noqa: PLC0415 - loaded only where there is a token

    return tuple(each for each in module.get_tokens() if each.flags & TokenFlag.TOKEN_INITIALIZED)


def _present_or_none(module: "_pkcs11.lib") -> "tuple[Token, ...]":
    """Return what the driver sees without starting it anew; nothing if it stumbles over a token that went."""
    from pkcs11.exceptions import PKCS11Error  # noqa: PLC0415 - loaded only where there is a token

    try:
        return _present(module)
    except PKCS11Error:
        return ()  # asked again, of a driver started anew, by whoever called


def _serial(token: "Token") -> str:
    return bytes(token.serial).decode("ascii", errors="replace").strip()


def _info(driver: str, token: "Token") -> TokenInfo:
    from pkcs11 import TokenFlag  # noqa: PLC0415 - loaded only where there is a token

    return TokenInfo(
        driver=driver,
        label=token.label,
        serial=_serial(token),
        model=token.model,
        maker=token.manufacturer_id,
        pin=pin_state(int(token.flags)),
        types_pin=bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH),
    )


def pin_state(flags: int) -> PinState:
    """Return what the flags of a token say of its PIN."""
    from pkcs11 import TokenFlag  # noqa: PLC0415 - loaded only where there is a token

    if not flags & TokenFlag.USER_PIN_INITIALIZED:
        return PinState.NOT_SET
    said = (
        (TokenFlag.USER_PIN_LOCKED, PinState.LOCKED),
        (TokenFlag.USER_PIN_FINAL_TRY, PinState.LAST_TRY),
        (TokenFlag.USER_PIN_COUNT_LOW, PinState.FEW_LEFT),
    )
    return next((state for flag, state in said if flags & flag), PinState.GOOD)

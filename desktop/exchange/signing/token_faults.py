"""What tokens and their drivers answer, in our codes; the driver's own names go into the parameters."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from desktop.exchange.errors import KeyRefusal

_GONE: Final = frozenset(
    {
        "DeviceRemoved",
        "KeyHandleInvalid",
        "ObjectHandleInvalid",
        "SessionClosed",
        "SessionHandleInvalid",
        "SlotIDInvalid",
        "TokenNotPresent",
    }
)
"""What drivers say once the token was pulled out; they do not agree on one word."""
_PIN: Final = {
    "PinIncorrect": "token.pin_wrong",
    "PinInvalid": "token.pin_wrong",
    "PinLenRange": "token.pin_wrong",
    "PinLocked": "token.pin_locked",
    "PinExpired": "token.pin_expired",
    "UserPinNotInitialized": "token.pin_not_set",
}
_OTHER: Final = {
    "DeviceMemory": "token.full",
    "TokenWriteProtected": "token.write_protected",
    "FunctionCancelled": "token.pin_missing",
    "NoSuchKey": "token.key_not_found",
    "MultipleObjectsReturned": "token.key_not_found",
}


@contextmanager
def token_faults(token: str) -> Iterator[None]:
    """Turn whatever the library raises inside into a KeyRefusal that names the token (its label)."""
    from pkcs11.exceptions import PKCS11Error  # noqa: PLC0415 - loaded only where there is a token

    try:
        yield
    except PKCS11Error as error:
        raise refusal_of(error, token) from error


def refusal_of(error: Exception, token: str) -> KeyRefusal:
    """Return the refusal for an error of the library."""
    name = type(error).__name__
    if name in _GONE:
        return KeyRefusal("token.removed", token=token)
    code = _PIN.get(name) or _OTHER.get(name)
    return KeyRefusal(code, token=token) if code else KeyRefusal("token.failed", token=token, why=name)

"""Nothing leaves this machine while tests run: Python itself tells of every socket, whoever opens it."""

import sys
from typing import Any, Final

_TO_AN_ADDRESS: Final = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_TO_A_NAME: Final = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
_THIS_MACHINE: Final = frozenset({"127.0.0.1", "::1", "localhost", "", None})

attempts: list[str] = []
"""What was tried since somebody looked; a library may swallow the refusal, not the note of it."""


def install() -> None:
    """Forbid the network to this process, for good: such a hook cannot be taken away."""
    sys.addaudithook(_hear)


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    wanted = _wanted(event, arguments)
    if wanted not in _THIS_MACHINE:
        attempts.append(f"{event} {wanted}")
        message = f"the program does not use the network: {event} {wanted}"
        raise AssertionError(message)


def _wanted(event: str, arguments: tuple[Any, ...]) -> str | None:
    """Return the host that is asked for, None for sockets that are files of this machine."""
    if event in _TO_A_NAME:
        host = arguments[0][0] if isinstance(arguments[0], tuple) else arguments[0]
        return host.decode() if isinstance(host, bytes) else host
    if event in _TO_AN_ADDRESS and isinstance(arguments[1], tuple):
        return str(arguments[1][0])
    return None

"""The system's own store of secrets: Windows Credential Manager, Secret Service on Linux.

Only a store that the system guards with the person's account counts, not one in plain files; where there is none,
nothing can be kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE: Final = "Tinh Giản"


class SecretsUnavailable(Exception):
    """The system's store is absent, locked or refused; nothing was changed."""


def secrets_can_be_kept() -> bool:
    """Tell whether a real store is at hand; does not unlock it."""
    return _store() is not None


def keep_secret(name: str, secret: str) -> None:
    """Keep a secret under a name, in the place of one kept before; raises SecretsUnavailable."""
    with _speaking() as store:
        store.set_password(_SERVICE, name, secret)


def kept_secret(name: str) -> str | None:
    """Return the secret kept under the name; None when there is none, or no store that would tell."""
    try:
        with _speaking() as store:
            return store.get_password(_SERVICE, name)
    except SecretsUnavailable:
        return None


def forget_secret(name: str) -> None:
    """Forget what is kept under the name; nothing happens when nothing is. Raises SecretsUnavailable."""
    with _speaking() as store:
        if store.get_password(_SERVICE, name) is not None:
            store.delete_password(_SERVICE, name)


@contextmanager
def _speaking() -> Iterator["KeyringBackend"]:
    """Give the store, and say in one word whatever it answers instead of doing as it was told."""
    store = _store()
    if store is None:
        raise SecretsUnavailable
    try:
        yield store
    except Exception as error:  # each system's store has errors of its own, known only to its library
        raise SecretsUnavailable from error


def _store() -> "KeyringBackend | None":
    """Return the store that the library recommends; those in plain files and those that refuse all it does not."""
    import keyring.core  # noqa: PLC0415 - looking for stores takes 0.1 s
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415 - likewise

    found = keyring.get_keyring()
    offered = found.backends if isinstance(found, ChainerBackend) else [found]
    return next((each for each in offered if keyring.core.recommended(each)), None)

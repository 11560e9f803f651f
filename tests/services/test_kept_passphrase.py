"""The passphrase in the system's store: only when asked, only in a real store, gone when told or when keys change."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from desktop.domain.errors import Refusal
from desktop.services.keys.kept_passphrase import (
    can_keep_passphrase,
    forget_passphrase,
    is_kept,
    keep_passphrase,
    kept_passphrase,
)
from desktop.services.keys.replace_key import replace_key
from desktop.system.secrets import SecretsUnavailable, keep_secret
from tests.services.offices import UNIT_PASSPHRASE, Desks


class StoreOfTheTest(KeyringBackend):
    """Stands in for the system's store; `locked` lets it refuse."""

    priority = 5  # type: ignore[assignment]  # the library computes it for a class

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        del self.secrets[service, username]

    def _look(self) -> None:
        if self.locked:
            raise KeyringError("locked")


@pytest.fixture
def store() -> Iterator[StoreOfTheTest]:
    made = StoreOfTheTest()
    keyring.set_keyring(made)
    yield made
    made.secrets.clear()


def test_without_a_real_store_nothing_is_offered_or_kept(enrolled: Desks) -> None:
    assert not can_keep_passphrase()
    with pytest.raises(Refusal, match=r"secret.store_unavailable"):
        keep_passphrase(enrolled.unit, UNIT_PASSPHRASE)
    assert kept_passphrase(enrolled.unit) == ""
    with pytest.raises(SecretsUnavailable):
        keep_secret("name", "secret")


def test_a_store_in_plain_files_is_no_real_store(store: StoreOfTheTest, monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_keep_passphrase()
    monkeypatch.setattr(StoreOfTheTest, "priority", 0.5)  # as such stores say of themselves
    assert not can_keep_passphrase()


def test_it_is_kept_when_asked_and_forgotten_when_told(enrolled: Desks, store: StoreOfTheTest) -> None:
    assert (kept_passphrase(enrolled.unit), store.secrets) == ("", {})
    with pytest.raises(Refusal, match=r"key.wrong_passphrase"):
        keep_passphrase(enrolled.unit, "sai")
    assert store.secrets == {}
    keep_passphrase(enrolled.unit, UNIT_PASSPHRASE)
    assert kept_passphrase(enrolled.unit) == UNIT_PASSPHRASE
    assert is_kept(enrolled.unit)
    assert kept_passphrase(enrolled.finance) == ""
    keep_passphrase(enrolled.unit, UNIT_PASSPHRASE)
    assert len(store.secrets) == 1
    forget_passphrase(enrolled.unit)
    assert (kept_passphrase(enrolled.unit), is_kept(enrolled.unit), store.secrets) == ("", False, {})
    forget_passphrase(enrolled.unit)


def test_a_locked_store_gives_nothing_and_says_so(enrolled: Desks, store: StoreOfTheTest) -> None:
    keep_passphrase(enrolled.unit, UNIT_PASSPHRASE)
    store.locked = True
    assert kept_passphrase(enrolled.unit) == ""
    with pytest.raises(Refusal, match=r"secret.store_unavailable"):
        forget_passphrase(enrolled.unit)
    assert is_kept(enrolled.unit)


def test_new_keys_are_not_offered_the_old_passphrase(enrolled: Desks, store: StoreOfTheTest) -> None:
    keep_passphrase(enrolled.unit, UNIT_PASSPHRASE)
    replace_key(enrolled.unit, "mat-khau-moi", enrolled.mail)
    assert (kept_passphrase(enrolled.unit), store.secrets) == ("", {})

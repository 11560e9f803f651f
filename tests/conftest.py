"""What every test gets: no network, no screen, a profile folder of its own, nothing left behind."""

import os
from collections.abc import Iterator
from pathlib import Path

import keyring.backends.fail
import keyring.core
import pytest

from tests import network_guard

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

network_guard.install()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Nobody tried to leave the machine, not even in vain."""
    yield
    tried = network_guard.attempts.copy()
    network_guard.attempts.clear()
    assert tried == []


@pytest.fixture(autouse=True)
def no_store_of_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store of whoever runs the tests is not touched: there is none, until a test brings its own."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.fail.Keyring())


@pytest.fixture(autouse=True)
def own_profile_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TINHGIAN_HOME", str(tmp_path / "home"))

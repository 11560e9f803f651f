"""What every test gets: no network, no screen, a profile folder of its own, nothing left behind."""

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import keyring.backends.fail
import keyring.core
import pytest

from tests import network_guard

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

network_guard.install()

_HOMES = count(1)


def pytest_collection_finish() -> None:
    """Let what stays for the whole run not be looked through for waste again and again: much of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


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


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def own_profile_folder(monkeypatch: pytest.MonkeyPatch, homes: Path) -> None:
    """Nobody has been in this folder; it is made by whoever wants it, which few do."""
    monkeypatch.setenv("TINHGIAN_HOME", str(homes / str(next(_HOMES))))

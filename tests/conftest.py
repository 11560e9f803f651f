"""What every test gets: no network, no screen, a profile folder of its own, nothing left behind."""

import os
import socket
from pathlib import Path
from typing import Any

import keyring.backends.fail
import keyring.core
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_connect = socket.socket.connect


def _connect_on_this_machine_only(self: socket.socket, address: Any) -> None:
    if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in _LOOPBACK:
        message = f"the program does not use the network: {address}"
        raise AssertionError(message)
    _connect(self, address)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _connect_on_this_machine_only)


@pytest.fixture(autouse=True)
def no_store_of_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store of whoever runs the tests is not touched: there is none, until a test brings its own."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.fail.Keyring())


@pytest.fixture(autouse=True)
def own_profile_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TINHGIAN_HOME", str(tmp_path / "home"))

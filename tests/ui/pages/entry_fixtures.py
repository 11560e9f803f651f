"""Fixtures of the entry pages; tests import what they use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.ui.theme import Theme
from tests.services.conftest import (
    enrolled,
    enrolled_folder,
    listed,
    listed_folder,
    mended,
    mended_folder,
    ready,
    ready_folder,
    received_folder,
    sent,
    sent_folder,
    steps,
)
from tests.ui.pages.entry_desk import Opened, opened

__all__ = [
    "enrolled",
    "enrolled_folder",
    "listed",
    "listed_folder",
    "mended",
    "mended_folder",
    "open_desk",
    "ready",
    "ready_folder",
    "received_folder",
    "sent",
    "sent_folder",
    "steps",
]


@pytest.fixture
def open_desk(theme: Theme, tmp_path: Path) -> Iterator[Opened]:
    with opened(theme, tmp_path) as make:
        yield make

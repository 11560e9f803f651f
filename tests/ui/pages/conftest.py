"""Real offices under the pages: the submission of the sample unit on its way to Sở Tài chính."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.system.crash import CrashReports
from desktop.ui.pages_base import Page
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.conftest import (  # noqa: F401 - fixtures of the rooms below
    enrolled,
    enrolled_folder,
    listed,
    listed_folder,
    mended,
    mended_folder,
    ready,
    ready_folder,
    received,
    received_folder,
    sent,
    sent_folder,
    steps,
)
from tests.ui.dressing import dressed
from tests.ui.pages.entry_desk import EntryDesk, Opened, opened, shared
from tests.ui.recording import RecordingMessages


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def tasks(qapp: QApplication, messages: RecordingMessages, tmp_path: Path) -> Iterator[Tasks]:
    made = Tasks(messages, CrashReports(tmp_path / "reports", "0", lambda: datetime.now(UTC)))
    yield made
    made.finish()


@pytest.fixture
def open_desk(theme: Theme, tmp_path: Path) -> Iterator[Opened]:
    with opened(theme, tmp_path) as make:
        yield make


@pytest.fixture(scope="module")
def mended_window(
    qapp: QApplication,
    mended_folder: Path,  # noqa: F811 - the fixture
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[EntryDesk]:
    """One window for all tests of a module that leave each other's people alone: to build one takes seconds."""
    with shared(qapp, mended_folder, tmp_path_factory.mktemp("mended")) as made:
        yield made


@pytest.fixture
def mended_desk(mended_window: EntryDesk) -> EntryDesk:
    mended_window.begin()
    return mended_window


@pytest.fixture(scope="module")
def listed_window(
    qapp: QApplication,
    listed_folder: Path,  # noqa: F811 - the fixture
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[EntryDesk]:
    """Likewise, where nothing is mended yet."""
    with shared(qapp, listed_folder, tmp_path_factory.mktemp("listed")) as made:
        yield made


@pytest.fixture
def listed_desk(listed_window: EntryDesk) -> EntryDesk:
    listed_window.begin()
    return listed_window


class Watched:
    """A page on the screen, with what it said to the shell."""

    def __init__(self, page: Page, qtbot: QtBot) -> None:
        self.banners: list[str] = []
        self.tones: list[str] = []
        self.went: list[tuple[str, object]] = []
        page.banner.connect(self._hear)
        page.go.connect(lambda page_id, target: self.went.append((page_id, target)))
        qtbot.addWidget(dressed(page))
        page.resize(1180, 640)
        page.show()
        qtbot.waitUntil(lambda: page.activateWindow() or page.isActiveWindow(), timeout=20_000)

    def _hear(self, banner: object) -> None:
        self.last = banner
        self.banners.append(banner.text)
        self.tones.append(banner.tone.value)

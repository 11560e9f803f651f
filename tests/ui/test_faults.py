import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.crash import CrashReports
from desktop.ui.faults import Faults, fault_text

from .recording import RecordingMessages, Said


class Unread(RecordingMessages):
    """Keeps the message open until it is read."""

    def error(self, title: str, text: str, *, done: Callable[[], None] | None = None) -> None:
        self.said.append(Said("error", title, text))
        self.read = done


def _fail(in_thread: bool) -> None:
    error = ValueError("Nguyễn Thị Ước")
    if in_thread:
        thread = threading.Thread(target=sys.excepthook, args=(ValueError, error, None))
        thread.start()
        thread.join()
    else:
        sys.excepthook(ValueError, error, None)


@pytest.mark.parametrize("in_thread", [False, True])
def test_what_nobody_caught_is_told_once_until_it_is_read(qtbot: QtBot, tmp_path: Path, in_thread: bool) -> None:
    messages = Unread()
    faults = Faults(messages)
    uninstall = faults.install(CrashReports(tmp_path, "0.1.0", lambda: datetime(2026, 11, 23, tzinfo=UTC)))
    try:
        _fail(in_thread)
        assert messages.said == []
        _fail(in_thread)
        qtbot.waitUntil(lambda: bool(messages.said))
        assert len(list(tmp_path.iterdir())) == 2
        assert len(messages.said) == 1
        assert messages.read is not None
        messages.read()
        _fail(in_thread)
        qtbot.waitUntil(lambda: len(messages.said) == 2)
    finally:
        uninstall()
    assert all(str(tmp_path) in each.text and "Nguyễn" not in each.text for each in messages.said)


def test_a_report_that_was_not_written_is_not_promised() -> None:
    assert "Không ghi được báo cáo" in fault_text(None)

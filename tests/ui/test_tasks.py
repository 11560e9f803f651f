import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.domain.errors import Refusal
from desktop.system.crash import CrashReports
from desktop.ui.progress import Progress
from desktop.ui.task_strip import SHOWN_AFTER_MS
from desktop.ui.tasks import Tasks

from .recording import RecordingMessages


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def crashes(tmp_path: Path) -> CrashReports:
    return CrashReports(tmp_path / "crashes", "0.1.0", lambda: datetime(2026, 11, 23, tzinfo=UTC))


@pytest.fixture
def tasks(qtbot: QtBot, messages: RecordingMessages, crashes: CrashReports):
    made = Tasks(messages, crashes)
    qtbot.addWidget(made.strip)
    yield made
    made.finish()


def _refuse(_progress: Progress) -> None:
    raise Refusal("month.impossible", value="13/2024")


def _blunder(_progress: Progress) -> None:
    _ = dict[str, str]()["Nguyễn Thị Ước"]


def test_the_answer_comes_back_into_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    threads: list[threading.Thread] = []
    answers: list[int] = []

    def work(_progress: Progress) -> int:
        threads.append(threading.current_thread())
        return 3_000_000_000

    def done(answer: int) -> None:
        threads.append(threading.current_thread())
        answers.append(answer)

    with qtbot.waitSignal(tasks.ended):
        tasks.pool(work, title="Tính lại", done=done)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [3_000_000_000]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert not tasks.busy


def test_the_database_lane_runs_one_work_after_the_other_in_one_thread(qtbot: QtBot, tasks: Tasks) -> None:
    running = threading.Semaphore(1)
    threads: set[int] = set()
    answers: list[bool] = []

    def work(_progress: Progress) -> bool:
        alone = running.acquire(blocking=False)
        threads.add(threading.get_ident())
        if alone:
            running.release()
        return alone

    for _ in range(20):
        tasks.database(work, title="Đọc", done=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert all(answers)
    assert len(threads) == 1


def test_a_refusal_is_told_in_its_sentence(qtbot: QtBot, tasks: Tasks, messages: RecordingMessages) -> None:
    with qtbot.waitSignal(tasks.ended):
        tasks.database(_refuse, title="Nhập danh sách", done=pytest.fail)
    qtbot.waitUntil(lambda: bool(messages.said))
    assert messages.said[0].kind == "error"
    assert "Nhập danh sách" in messages.said[0].title
    assert "13/2024" in messages.said[0].text


def test_a_page_may_answer_a_refusal_itself(qtbot: QtBot, tasks: Tasks, messages: RecordingMessages) -> None:
    refusals: list[Refusal] = []
    tasks.database(_refuse, title="Nhập", done=pytest.fail, failed=refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert refusals[0].code == "month.impossible"
    assert messages.said == []


def test_a_fault_is_reported_and_owned(qtbot: QtBot, tasks: Tasks, messages: RecordingMessages, tmp_path: Path) -> None:
    tasks.pool(_blunder, title="Tính lại", done=pytest.fail, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(messages.said))
    (report,) = (tmp_path / "crashes").iterdir()
    assert "của chương trình" in messages.said[0].text
    assert str(report) in messages.said[0].text
    assert "Nguyễn" not in messages.said[0].text + report.read_text(encoding="utf-8")


def test_nobody_is_called_when_the_asking_page_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    gate = threading.Event()
    tasks.pool(lambda _progress: gate.wait(), title="Tính lại", done=pytest.fail, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, 0)
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_work_may_end_after_its_window_is_gone(
    qtbot: QtBot, messages: RecordingMessages, crashes: CrashReports
) -> None:
    tasks = Tasks(messages, crashes)
    ended: list[object] = []
    held = threading.Event()
    tasks.pool(lambda _progress: held.wait(5), title="Tính", done=ended.append)
    delete(tasks.strip)
    held.set()
    qtbot.waitUntil(lambda: ended == [True])
    tasks.finish()


def test_the_strip_shows_only_what_takes_long_and_stops_it(qtbot: QtBot, tasks: Tasks) -> None:
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        progress.report(37, 200, "Nguyễn Thị Ước")
        while not progress.cancelled():
            stopped.wait(0.01)
        stopped.set()
        progress.stop_if_cancelled()

    tasks.database(work, title="Nhập danh sách", done=pytest.fail)
    assert tasks.strip.isHidden()
    qtbot.waitUntil(tasks.strip.isVisible, timeout=SHOWN_AFTER_MS * 5)
    bar, button = tasks.strip.findChild(QProgressBar), tasks.strip.findChild(QPushButton)
    assert bar.value() * 200 == 37 * bar.maximum()
    words = {label.text() for label in tasks.strip.findChildren(QLabel)}
    assert {"Nhập danh sách", "Nguyễn Thị Ước"} <= words
    with qtbot.waitSignal(tasks.cancelled) as said:
        button.setFocus()
        QTest.keyClick(button, " ")
    assert said.args == ["Nhập danh sách"]
    assert stopped.is_set()
    assert tasks.strip.isHidden()


def test_short_work_never_flashes(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[None] = []
    tasks.pool(lambda _progress: None, title="Đọc", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert not tasks.strip._patience.isActive()
    assert tasks.strip.isHidden()


def test_finishing_stops_what_runs_and_still_saves_what_waits(qtbot: QtBot, tasks: Tasks) -> None:
    started = threading.Event()
    ends: list[str] = []

    def work(progress: Progress) -> None:
        started.set()
        while not progress.cancelled():
            started.wait(0.01)
        ends.append("stopped")

    tasks.database(work, title="Một", done=pytest.fail)
    tasks.database(lambda _progress: ends.append("saved"), title="Hai", done=pytest.fail)
    started.wait(5)
    tasks.finish()
    assert ends == ["stopped", "saved"]
    assert not tasks.busy

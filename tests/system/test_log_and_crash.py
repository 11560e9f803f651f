import logging
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.system.crash import CrashReports
from desktop.system.faults import describe_fault
from desktop.system.log import start_log, stop_log

PERSON = "Nguyễn Thị Ước 031170505924"
AT = datetime(2026, 11, 23, 3, 32, 10, tzinfo=UTC)


def _fail() -> None:
    try:
        _ = dict[str, str]()[PERSON]
    except KeyError as cause:
        raise ValueError(PERSON) from cause


def _caught() -> ValueError:
    try:
        _fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_fault_is_told_by_type_and_place_only() -> None:
    told = describe_fault(_caught())
    assert PERSON not in told
    assert told.index("KeyError") < told.index("ValueError")
    assert "test_log_and_crash.py" in told
    assert "in _fail" in told


def test_a_chain_that_bites_its_tail_ends() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert describe_fault(one).split() == ["KeyError", "ValueError"]


def test_log_keeps_values_of_exceptions_out(tmp_path: Path) -> None:
    handler = start_log(tmp_path / "logs")
    try:
        _fail()
    except ValueError:
        logging.getLogger("desktop.storage").exception("store.locked")
    finally:
        stop_log(handler)
    written = (tmp_path / "logs" / "tinhgian.log").read_text(encoding="utf-8")
    assert "store.locked" in written
    assert "ValueError" in written
    assert PERSON not in written


def test_log_ends_when_stopped(tmp_path: Path) -> None:
    stop_log(start_log(tmp_path))
    logging.getLogger("desktop").warning("after the end")
    assert (tmp_path / "tinhgian.log").read_text(encoding="utf-8") == ""


def test_what_nobody_caught_is_reported_in_any_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Path | None] = []
    uninstall = CrashReports(tmp_path / "crashes", "0.1.0", lambda: AT).install(told.append)
    try:
        error = _caught()
        sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=_fail, name="lane")
        thread.start()
        thread.join()
    finally:
        uninstall()
    reports = [path.read_text(encoding="utf-8") for path in told if path]
    assert len(reports) == 2
    assert "lane" in reports[1]
    assert all("Tinh Giản 0.1.0" in each and "ValueError" in each and PERSON not in each for each in reports)


def test_hooks_are_given_back(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    CrashReports(tmp_path, "0.1.0", lambda: AT).install(lambda _path: None)()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_report_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "crashes"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    assert CrashReports(blocked, "0.1.0", lambda: AT).write(_caught()) is None

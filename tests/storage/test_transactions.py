"""A unit of work happens together or not at all, whatever stops it."""

import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import text

import desktop.storage.engines
from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.storage import Store, open_store
from desktop.storage.engines import driver_connection
from tests.storage.conftest import OpenStore, fixed_now
from tests.storage.records import DOSSIER, fill

ROOT = Path(__file__).parents[2]


def test_an_exception_undoes_everything(store: Store) -> None:
    def fail_half_way() -> None:
        with store.begin() as work:
            work.settings.put("unit", "SYT")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with store.begin() as work:
        assert work.settings.all() == {}


def test_a_dossier_that_refers_to_nothing_is_not_kept(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), store.begin() as work:
        work.dossiers.add(DOSSIER)
    with store.begin() as work:
        assert work.dossiers.get("d1") is None


def test_a_unit_of_work_does_not_nest(store: Store) -> None:
    with store.begin() as work:
        with pytest.raises(RuntimeError, match="already"), store.begin():
            pass
        work.settings.put("unit", "SYT")
    with store.begin() as work:
        assert work.settings.get("unit") == "SYT"


def test_threads_take_turns(store: Store) -> None:
    def count() -> None:
        for _ in range(10):
            with store.begin() as work:
                work.settings.put("count", str(int(work.settings.get("count") or "0") + 1))

    threads = [Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.begin() as work:
        assert work.settings.get("count") == "40"


def test_killing_the_program_leaves_the_earlier_state(open_again: Any) -> None:
    with open_again().begin() as work:
        work.settings.put("unit", "before")
    open_again.opened[-1].close()
    command = [
        sys.executable,
        "-m",
        "tests.storage.children",
        "write_and_wait",
        open_again.folder,
        open_again.url or "",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        child.kill()
    with open_again().begin() as work:
        assert work.settings.all() == {"unit": "before"}
        assert work.audit.all() == ()
        assert work.audit.verify() is None


def test_two_programs_never_overwrite_each_other(open_again: OpenStore) -> None:
    one, other = open_again(), open_again()
    fill(one)
    with other.begin() as work:
        seen = work.dossiers.need("d1")
    with one.begin() as work:
        work.move(DOSSIER, DossierState.COMPLETE, "Bình")
    with pytest.raises(Refusal) as refused, other.begin() as work:
        work.dossiers.save(seen)
    assert (refused.value.code, refused.value.params) == ("record.changed_elsewhere", {"name": "Nguyễn Văn Ánh"})


def test_a_writer_that_waits_too_long_is_told(open_again: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop.storage.engines, "PATIENCE_MS", 50)
    one, other = open_again(), open_again()
    with one.begin() as first:
        first.audit.append("Bình", "program.started", "")
        with pytest.raises(Refusal, match=r"store\.locked"), other.begin() as work:
            work.audit.append("Chi", "program.started", "")
    with other.begin() as work:
        assert work.audit.append("Chi", "program.started", "").sequence == 2


def test_a_file_in_the_hands_of_another_program_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop.storage.engines, "PATIENCE_MS", 50)
    one = open_store(tmp_path, now=fixed_now)
    with one.begin(), pytest.raises(Refusal) as refused:
        open_store(tmp_path, now=fixed_now)
    assert (refused.value.code, refused.value.params) == ("store.locked", {"place": str(tmp_path / "tinhgian.db")})
    one.close()


def test_a_full_database_is_told_and_loses_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path, now=fixed_now)
    fill(store)
    with store._engine.connect() as connection:
        driver = driver_connection(connection)
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(Refusal, match=r"store\.disk_full"), store.begin() as work:
        work.settings.put("big", "x" * 1_000_000)
    with store.begin() as work:
        assert work.dossiers.get("d1") == DOSSIER
        work.settings.put("small", "x")
    store.close()


def test_names_of_people_do_not_reach_an_error_message(store: Store) -> None:
    fill(store)
    with pytest.raises(Exception, match=r"no such|does not exist") as raised, store._engine.begin() as connection:
        connection.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": "Nguyễn Văn Ánh"})
    assert "Ánh" not in str(raised.value)

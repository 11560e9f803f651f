"""A store opens as it was left, or says politely why not, and is left as it was."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlcipher3 import dbapi2

from desktop.domain.errors import Refusal
from desktop.storage import Store, open_store
from desktop.storage.disks import Disk, disk_by_mounts, disk_of
from desktop.storage.engines import choose_journal, driver_connection, file_engine, server_engine
from desktop.storage.formats import FORMAT
from desktop.storage.migrating import copy_database, copy_name
from tests.storage.conftest import fixed_now
from tests.storage.records import DOSSIER, PLAIN, fill

ROOT = Path(__file__).parents[2]


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder with a store that holds records and is closed."""
    store = open_store(tmp_path / "store", now=fixed_now)
    fill(store)
    with store.begin() as work:
        for number in range(100):
            work.settings.put(f"padding-{number}", "x" * 2000)
    store.close()
    return tmp_path / "store"


def _refusal(folder: Path, **more: object) -> Refusal:
    with pytest.raises(Refusal) as refused:
        open_store(folder, now=fixed_now, **more)  # type: ignore[arg-type]
    return refused.value


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def _execute(folder: Path, *statements: str) -> None:
    connection = dbapi2.connect(str(folder / "tinhgian.db"), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _holds_all(store: Store) -> bool:
    with store.begin() as work:
        return work.dossiers.of_round("r1") == (DOSSIER, PLAIN)


def test_a_store_opens_as_it_was_left(closed: Path) -> None:
    store = open_store(closed, now=fixed_now)
    assert _holds_all(store)
    store.close()
    assert sorted(path.name for path in closed.iterdir()) == ["blobs", "tinhgian.db"]


def test_a_newer_store_is_refused_before_it_is_touched(closed: Path) -> None:
    _execute(closed, f"PRAGMA user_version = {FORMAT + 1}")
    before = _digests(closed)
    refusal = _refusal(closed)
    place = str(closed / "tinhgian.db")
    assert (refusal.code, refusal.params) == (
        "store.newer_version",
        {"place": place, "stored": FORMAT + 1, "known": FORMAT},
    )
    assert _digests(closed) == before


def test_a_newer_store_is_refused_by_its_migrations_too(closed: Path) -> None:
    _execute(closed, "UPDATE alembic_version SET version_num = '1000'")
    assert _refusal(closed).code == "store.newer_version"


def test_a_newer_server_is_refused(server_database: str, tmp_path: Path) -> None:
    engine = server_engine(server_database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '1000'"))
    engine.dispose()
    assert _refusal(tmp_path, url=server_database).code == "store.newer_version"


def test_a_server_with_tables_of_others_is_refused(empty_database: str, tmp_path: Path) -> None:
    engine = server_engine(empty_database)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (id integer)"))
    engine.dispose()
    assert _refusal(tmp_path, url=empty_database).code == "store.not_a_store"


@pytest.mark.parametrize("url", ["nonsense", "mysql://127.0.0.1:1/y", "postgresql://clerk:secret@/x?host=/nowhere"])
def test_a_server_that_is_not_there_is_refused_without_its_password(url: str, tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, url=url)
    assert refusal.code in {"store.url_unusable", "store.unreachable"}
    assert "secret" not in str(refusal)


@pytest.mark.parametrize("content", [b"x" * 5000, b"PK\x03\x04", b"SQLite format 2\x00" * 500])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "tinhgian.db").write_bytes(content)
    before = _digests(tmp_path)
    assert _refusal(tmp_path).code == "store.not_a_store"
    assert _digests(tmp_path) == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    _execute(tmp_path, "CREATE TABLE theirs (id INTEGER)")
    before = _digests(tmp_path)
    assert _refusal(tmp_path).code == "store.not_a_store"
    assert _digests(tmp_path) == before


@pytest.mark.parametrize("kept", [50, 5000, 0.5, 0.99])
def test_a_truncated_file_is_refused_and_left_alone(closed: Path, kept: float) -> None:
    file = closed / "tinhgian.db"
    os.truncate(file, int(kept if kept > 1 else kept * file.stat().st_size))
    before = _digests(closed)
    assert _refusal(closed).code == "store.damaged"
    assert _digests(closed) == before


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_refused(closed: Path, seed: int) -> None:
    file = closed / "tinhgian.db"
    content = bytearray(file.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = sha256(bytes((seed, page % 256))).digest() * 2
    file.write_bytes(content)
    before = _digests(closed)["tinhgian.db"]
    assert _refusal(closed).code == "store.damaged"
    assert _digests(closed)["tinhgian.db"] == before


def test_an_emptied_file_is_not_taken_for_a_new_store(closed: Path) -> None:
    store = open_store(closed, now=fixed_now)
    store.blobs.put_bytes(b"scan")
    store.close()
    os.truncate(closed / "tinhgian.db", 0)
    assert _refusal(closed).code == "store.damaged"


def test_a_store_that_was_never_finished_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "tinhgian.db").touch()
    store = open_store(tmp_path, now=fixed_now)
    with store.begin() as work:
        assert work.rounds.all() == ()
    store.close()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"")
    assert _refusal(tmp_path / "store").code == "store.unreachable"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards folders by access lists, not by mode bits")
def test_a_folder_that_may_only_be_read_is_refused(closed: Path, tmp_path: Path) -> None:
    place = Path(tempfile.mkdtemp(prefix="tinhgian-read-only-"))
    try:
        shutil.copytree(closed, place / "store")
        for folder in (place / "store" / "blobs", place / "store", place):
            folder.chmod(0o555)
        before = _digests(place / "store")
        command = [sys.executable, "-m", "tests.storage.children", "open", str(place / "store"), str(tmp_path / "warm")]
        child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert child.stdout.split() == ["store.read_only"]
        assert _digests(place / "store") == before
    finally:
        for folder in (place, place / "store", place / "store" / "blobs"):
            folder.chmod(0o755)
        shutil.rmtree(place)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one mebibyte; only root can have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if (
        mount is None
        or subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tinhgian", disk], check=False).returncode
    ):
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_told_and_loses_nothing(tiny_disk: Path) -> None:
    store = open_store(tiny_disk, now=fixed_now)
    fill(store)
    for fails in (_fill_database, _fill_blobs):
        with pytest.raises(Refusal, match=r"store\.disk_full"):
            fails(store)
        assert _holds_all(store)
    assert list(store.blobs.folder.rglob("*.part")) == []
    store.close()
    again = open_store(tiny_disk, now=fixed_now)
    assert _holds_all(again)
    again.close()


def _fill_database(store: Store) -> None:
    with store.begin() as work:
        work.settings.put("big", "x" * 3_000_000)


def _fill_blobs(store: Store) -> None:
    store.blobs.put_bytes(b"x" * 3_000_000)


def test_a_disk_too_small_for_a_store_is_told(tiny_disk: Path) -> None:
    (tiny_disk / "other.bin").write_bytes(b"x" * (900 << 10))
    assert _refusal(tiny_disk).code == "store.disk_full"


def test_with_a_key_the_file_shows_nothing_without_it(tmp_path: Path) -> None:
    store = open_store(tmp_path, now=fixed_now, key=b"k" * 32)
    fill(store)
    store.close()
    content = (tmp_path / "tinhgian.db").read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert "Nguyễn".encode() not in content
    assert _refusal(tmp_path).code == _refusal(tmp_path, key=b"x" * 32).code == "store.not_a_store"
    again = open_store(tmp_path, now=fixed_now, key=b"k" * 32)
    assert _holds_all(again)
    again.close()


def test_a_copy_of_the_database_is_a_whole_store(closed: Path, tmp_path: Path) -> None:
    engine = file_engine(closed / "tinhgian.db", None)
    target = copy_name(closed / "tinhgian.db", 1, fixed_now())
    with engine.connect() as connection:
        copy_database(driver_connection(connection), target)
    engine.dispose()
    assert target.name == "tinhgian.format-1.20241122T083000.db"
    assert not target.with_name(f"{target.name}.part").exists()
    (tmp_path / "copy").mkdir()
    target.rename(tmp_path / "copy" / "tinhgian.db")
    copy = open_store(tmp_path / "copy", now=fixed_now)
    assert _holds_all(copy)
    copy.close()


@pytest.mark.parametrize(("disk", "mode"), [(Disk.LOCAL, "wal"), (Disk.NETWORK, "delete"), (Disk.REMOVABLE, "delete")])
def test_the_journal_suits_the_disk(closed: Path, disk: Disk, mode: str) -> None:
    engine = file_engine(closed / "tinhgian.db", None)
    with engine.connect() as connection:
        choose_journal(connection, disk)
        driver = driver_connection(connection)
        asked = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        assert [driver.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == [mode, 1, 2, 5000]
    engine.dispose()


_MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/chung /mnt/chung cifs rw 0 0
/dev/sdb1 /media/USB\\0401 vfat rw 0 0
tmpfs /mnt/chung/tam tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "disk"),
    [
        ("/home/clerk", Disk.LOCAL),
        ("/mnt/chung/2024", Disk.NETWORK),
        ("/mnt/chung/tam", Disk.LOCAL),
        ("/mnt/chungcu", Disk.LOCAL),
        ("/media/USB 1/x", Disk.REMOVABLE),
    ],
)
def test_the_deepest_mount_tells_the_disk(folder: str, disk: Disk) -> None:
    assert disk_by_mounts(Path(folder), _MOUNTS) is disk


def test_the_disk_of_this_machine_is_told(tmp_path: Path) -> None:
    assert disk_of(tmp_path) in Disk


def test_a_password_in_a_url_is_not_shown(server: str, tmp_path: Path, server_database: str) -> None:
    url = make_url(server_database).set(password="secret").render_as_string(hide_password=False)  # noqa: S106 - made up
    store = open_store(tmp_path, now=fixed_now, url=url)
    assert "secret" not in store.place
    store.close()

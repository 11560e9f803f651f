"""A throw-away PostgreSQL server on a socket of its own, with nothing on the network."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import pwd

PROGRAMS = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Return the folder of the newest server programs, None where there are none."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """Start a server; yield its URL up to the database's name."""
    folder = Path(tempfile.mkdtemp(prefix="tinhgian-pg-"))
    account = _account()
    _give(folder, account)
    store, log = folder / "cluster", folder / "log"
    _run(account, folder, binaries / "initdb", "-D", store, "-U", "clerk", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=20"
    try:
        _run(account, folder, binaries / "pg_ctl", "-D", store, "-l", log, "-w", "-o", options, "start")
        yield f"postgresql://clerk@/{{name}}?host={folder}"
    finally:
        _run(account, folder, binaries / "pg_ctl", "-D", store, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


def _account() -> tuple[int, int] | None:
    """Return user and group to run the server as when we are root, whom it refuses."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return entry.pw_uid, entry.pw_gid


def _give(folder: Path, account: tuple[int, int] | None) -> None:
    if account is not None:
        os.chown(folder, *account)


def _run(account: tuple[int, int] | None, folder: Path, *command: object) -> None:
    who: dict[str, object] = {} if account is None else {"user": account[0], "group": account[1], "extra_groups": []}
    run = subprocess.run(  # type: ignore[call-overload]
        [str(part) for part in command],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if "start" not in command else subprocess.DEVNULL,
        stderr=subprocess.STDOUT if "start" not in command else subprocess.DEVNULL,
        check=False,
        **who,
    )
    assert run.returncode == 0, run.stdout

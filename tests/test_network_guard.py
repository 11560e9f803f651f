"""The guard around the tests works, and the program needs none: a whole exchange opens no socket at all."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import network_guard

ROOT = Path(__file__).parents[1]
OUTSIDE = "192.0.2.1"
"""An address that belongs to nobody (RFC 5737)."""


def _datagram() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sending:
        sending.sendto(b"x", (OUTSIDE, 9))


def _listen() -> None:
    with socket.socket() as listening:
        listening.bind(("0.0.0.0", 0))  # noqa: S104 - must be refused


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: socket.create_connection((OUTSIDE, 80), timeout=1),
        lambda: socket.getaddrinfo("example.invalid", 80),
        lambda: socket.gethostbyname("example.invalid"),
        _datagram,
        _listen,
    ],
    ids=["connect", "look a name up", "look a name up the old way", "send a datagram", "listen to all"],
)
def test_the_network_is_out_of_reach(attempt: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match="does not use the network"):
        attempt()
    assert len(network_guard.attempts) == 1
    network_guard.attempts.clear()


def test_this_machine_is_not() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        client.sendall(b"x")


_EXCHANGE = """
import json, socket, sys

heard = []
sys.addaudithook(lambda event, arguments: heard.append((event, arguments)) if event.startswith("socket.") else None)

from pathlib import Path
from desktop.cli import arguments
from desktop.cli.program import main
from tests.services.packages.offices import PASSPHRASE, Clock, copy_offices, make_template

folder = Path(sys.argv[1])
(folder / "template").mkdir()
offices = copy_offices(make_template(folder / "template"), folder / "offices")
sent = offices.send()
offices.close()
arguments.utc_now = offices.clock
(folder / "word.txt").write_text(PASSPHRASE, encoding="utf-8")

def line(office, *words):
    return main(["--home", str(office.folder), "--json", *map(str, words)])

codes = [
    line(offices.finance, "package", "verify", sent),
    line(offices.finance, "package", "in", sent),
    line(offices.finance, "decide", "clean", "last"),
    line(offices.finance, "decision", "send", "last", "--to", folder, "--passphrase-file", folder / "word.txt"),
]
(folder / "cut.asice").write_bytes(sent.read_bytes()[:-1])
codes.append(line(offices.finance, "package", "verify", folder / "cut.asice"))
answer = next(folder.glob("tra-*"))
codes.append(line(offices.unit, "decision", "in", answer, "--passphrase-file", folder / "word.txt"))
loaded = sorted({"aiohttp", "pyhanko", "asyncio"} & sys.modules.keys())
families = [arguments[1] for event, arguments in heard if event == "socket.__new__"]
said = {
    "codes": codes,
    "loaded": loaded,
    "sockets": sum(family not in (socket.AF_UNIX, int(socket.AF_UNIX)) for family in families),
    "events": sorted({event for event, _ in heard} - {"socket.__new__"}),
}
Path(sys.argv[2]).write_text(json.dumps(said), encoding="utf-8")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asyncio wakes itself over loopback there")
def test_a_whole_exchange_opens_no_socket(tmp_path: Path) -> None:
    """A child sends, verifies, takes in, decides and answers, while Python tells of every socket in it.

    pyHanko loads aiohttp, which could; the pairs with which asyncio wakes itself are files of this machine.
    """
    said = tmp_path / "said.json"
    environment = dict(os.environ, TINHGIAN_HOME=str(tmp_path / "home"))
    done = subprocess.run(
        [sys.executable, "-c", _EXCHANGE, str(tmp_path), str(said)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip  # one command, one line
    assert done.returncode == 0, done.stderr
    found = json.loads(said.read_text(encoding="utf-8"))
    assert found["codes"] == [0, 0, 0, 0, 1, 0], done.stdout + done.stderr
    assert "pyhanko" in found["loaded"]
    assert (found["sockets"], found["events"]) == (0, [])

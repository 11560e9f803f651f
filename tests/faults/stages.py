"""The offices at each step of their work, made once for all workers of a test run; a run gets a copy."""

import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.cli import main
from tests.faults.small import small_files
from tests.faults.warm import quiet
from tests.services.packages.offices import FINANCE, UNIT, make_template

GOLDEN = Path(__file__).parents[1] / "golden"
POLICY = Path(__file__).parents[2] / "resources" / "policies" / "thuc-hanh.yaml"


def make(folder: Path) -> None:
    """Make all stages in the folder."""
    for name, (before, work) in _STAGES.items():
        stage = folder / name
        if before:
            shutil.copytree(folder / before, stage)
        else:
            stage.mkdir()
        (stage / "usb").mkdir(exist_ok=True)
        work(stage)


def do(folder: Path, home: str, *words: str) -> None:
    """Call the program, which must do what it is asked."""
    with quiet():
        code = main(["--home", str(folder / home), "--json", *words])
    assert code == 0, words


def on_stick(folder: Path, kind: str) -> str:
    """Return the newest package of a kind on the memory stick."""
    return str(max((folder / "usb").glob(f"{kind}-*")))


def _nothing(_stage: Path) -> None:
    pass


def _founded(stage: Path) -> None:
    words = ("--code", FINANCE, "--name", "Sở Tài chính", "--operator", "Vũ Thị Mai")
    do(stage, FINANCE, "office-create", "--mode", "finance", *words)


def _ready(stage: Path) -> None:
    make_template(stage, ("nd29-2023",))


def _sent(stage: Path) -> None:
    do(stage, UNIT, "send", "--to", str(stage / "usb"))


def _sent_plain(stage: Path) -> None:
    do(stage, UNIT, "send", "--plain", "--to", str(stage / "usb"))


def _draft_sent(stage: Path) -> None:
    do(stage, UNIT, "draft-send", "--to", str(stage / "usb"))


def _sent_in_parts(stage: Path) -> None:
    with small_files():
        do(stage, UNIT, "send", "--to", str(stage / "usb"))


def _first_part_here(stage: Path) -> None:
    do(stage, FINANCE, "package-in", on_stick(stage, "nop").replace("p2-of", "p1-of"))


def _received(stage: Path) -> None:
    do(stage, FINANCE, "package-in", on_stick(stage, "nop"))


def _receipt_sent(stage: Path) -> None:
    do(stage, FINANCE, "receipt-make", "--to", str(stage / "usb"))


def _decided(stage: Path) -> None:
    do(stage, FINANCE, "decide-clean", "last")


def _answered(stage: Path) -> None:
    do(stage, FINANCE, "decision-send", "last", "--to", str(stage / "usb"))


def _asked(stage: Path) -> None:
    words = ("--json", "key-request", "--to", str(stage / "usb"))
    with redirect_stdout(StringIO()) as said:
        assert main(["--home", str(stage / UNIT), *words]) == 0
    (stage / "spoken.txt").write_text(json.loads(said.getvalue())["fingerprint"], encoding="utf-8")


def _renewed(stage: Path) -> None:
    do(stage, FINANCE, "trust-renew", "--to", str(stage / "usb"))


def _drafted(stage: Path) -> None:
    text = POLICY.read_text(encoding="utf-8")
    version = next(line for line in text.splitlines() if line.startswith("version:"))
    (stage / "pack.yaml").write_text(text.replace(version, 'version: "99"'), encoding="utf-8")


def _published(stage: Path) -> None:
    do(stage, FINANCE, "policy-publish", str(stage / "pack.yaml"), "--to", str(stage / "usb"))


def _older(stage: Path) -> None:
    home = stage / UNIT
    home.mkdir()
    shutil.copy(GOLDEN / "store-format-3.db", home / "tinhgian.db")
    identity = {"mode": "unit", "operator": "Nguyễn Thị Lan", "unit.code": UNIT, "unit.name": "Trung tâm Y tế"}
    connection = dbapi2.connect(str(home / "tinhgian.db"))
    connection.executemany("INSERT INTO settings (key, value) VALUES (?, ?)", list(identity.items()))
    connection.commit()
    connection.close()


_STAGES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "nothing": ("", _nothing),
    "founded": ("nothing", _founded),
    "older": ("nothing", _older),
    "ready": ("nothing", _ready),
    "asked": ("ready", _asked),
    "renewed": ("ready", _renewed),
    "sent": ("ready", _sent),
    "sent plain": ("ready", _sent_plain),
    "sent in parts": ("ready", _sent_in_parts),
    "first part here": ("sent in parts", _first_part_here),
    "draft sent": ("ready", _draft_sent),
    "received": ("sent", _received),
    "receipt sent": ("received", _receipt_sent),
    "decided": ("received", _decided),
    "answered": ("decided", _answered),
    "drafted": ("ready", _drafted),
    "published": ("drafted", _published),
}

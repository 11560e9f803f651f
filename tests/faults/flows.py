"""What the program is asked to do while it is ended or the disk fails: one command line each, on a folder of offices.

In the arguments, {usb} is the memory stick, {nop} and the like the newest package of that kind on it.
"""

from dataclasses import dataclass
from pathlib import Path

from tests.services.packages.offices import FINANCE, UNIT

SCAN = Path(__file__).parents[2] / "resources" / "samples" / "don-vi-mau" / "ban_quet" / "trang_trang.pdf"
_UNIT = ("--mode", "unit", "--code", UNIT, "--name", "Trung tâm Y tế", "--operator", "Nguyễn Thị Lan")
_TO = ("--to", "{usb}")


@dataclass(frozen=True)
class Flow:
    """A command of the office `home`, given when the offices are at `stage`.

    It is done when `stored` tables of that office's store have one row more than before, the `setting` is there, and
    files like `written` lie on the stick. `steps` tells that it is done in several steps, of which some may be done.
    """

    name: str
    stage: str
    home: str
    command: tuple[str, ...]
    stored: tuple[str, ...] = ()
    written: str = ""
    setting: tuple[str, str] = ("", "")
    steps: bool = False
    instead: tuple[str, ...] = ()
    """How to go on where what was begun cannot be begun again."""
    small: bool = False
    """Whether the office sends small files only, so that a package goes in two parts."""


FLOWS = (
    Flow("send", "ready", UNIT, ("send", *_TO), ("packages", "submissions"), "nop-*-00[12].asice.age"),
    Flow("send in parts", "ready", UNIT, ("send", *_TO), ("submissions",), "nop-*.p1-of-2.asice.age", small=True),
    Flow("package in", "sent", FINANCE, ("package-in", "{nop}"), ("packages", "submissions")),
    Flow("first part in", "sent in parts", FINANCE, ("package-in", "{first}"), ("held_packages",)),
    Flow("last part in", "first part here", FINANCE, ("package-in", "{nop}"), ("submissions",), steps=True),
    Flow("draft in", "draft sent", FINANCE, ("package-in", "{nhap}"), ("packages", "draft_packages")),
    Flow("receipt make", "received", FINANCE, ("receipt-make", *_TO), ("receipts",), "nhan-STC-*-00[123].asice.age"),
    Flow("receipt in", "receipt sent", UNIT, ("package-in", "{nhan}"), ("packages", "receipts")),
    Flow("package open", "sent", UNIT, ("package-open", "{nop}", *_TO), (), "nop-*-001.asice"),
    Flow("decision in", "answered", UNIT, ("decision-in", "{tra}"), ("packages",)),
    Flow(
        "policy publish", "drafted", FINANCE, ("policy-publish", "{pack}", *_TO), ("packages",), "csach-*-00[12].asice"
    ),
    Flow("policy install", "published", UNIT, ("policy-install", "{csach}", "--accept"), ("packages",)),
    Flow(
        "certificate issue",
        "asked",
        FINANCE,
        ("certificate-issue", "{dangky}", "--fingerprint", "{spoken}", *_TO),
        written="tincay-*-00[34].asice",
        setting=("trust.version", "3"),
        steps=True,
    ),
    Flow("trust install", "renewed", UNIT, ("trust-install", "{tincay}"), setting=("trust.version", "3"), steps=True),
    Flow(
        "trust create",
        "founded",
        FINANCE,
        ("trust-create", "--name", "Gốc", *_TO),
        written="tincay-*-00[12].asice",
        setting=("trust.version", "1"),
        steps=True,
        instead=("trust-renew", *_TO),
    ),
    Flow(
        "key create",
        "founded",
        FINANCE,
        ("key-create", *_TO),
        written="dangky-*.asice",
        steps=True,
        instead=("key-request", *_TO),
    ),
    Flow("office create", "nothing", UNIT, ("office-create", *_UNIT), setting=("mode", "unit"), steps=True),
    Flow("scan attach", "ready", UNIT, ("scan-attach", "12/QĐ-UBND", str(SCAN)), ("attachments",)),
    Flow("older store", "older", UNIT, ("office-show",), setting=("mode", "unit"), steps=True),
)
BY_NAME = {each.name: each for each in FLOWS}


_STARTS = {each: f"{each}-" for each in ("tra", "csach", "dangky", "tincay")}
_STARTS |= {"nop": f"nop-{UNIT}", "nhap": "*nhap-", "nhan": f"nhan-{FINANCE}"}


def command_of(flow: Flow, folder: Path, command: tuple[str, ...] = ()) -> list[str]:
    """Return the arguments of the flow's command, or of another, for the offices in the folder."""
    words = {"usb": str(folder / "usb"), "pack": str(folder / "pack.yaml"), "spoken": _spoken(folder)}
    for word, start in _STARTS.items():
        found = [each for each in (folder / "usb").glob(f"{start}*") if each.suffix != ".part"]
        words[word] = str(max(found, default=""))
    words["first"] = words["nop"].replace("p2-of", "p1-of")
    given = [each.format(**words) for each in command or flow.command]
    return ["--home", str(folder / flow.home), "--json", *given]


def _spoken(folder: Path) -> str:
    noted = folder / "spoken.txt"
    return noted.read_text(encoding="utf-8") if noted.exists() else ""

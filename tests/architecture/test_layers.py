"""The layer rule is a failing test."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_DOCUMENT_LIBRARIES = (
    "openpyxl",
    "python_calamine",
    "reportlab",
    "img2pdf",
    "pikepdf",
    "PIL",
    "pypdfium2",
    "xlsxwriter",
    "segno",
    "zxingcpp",
)
_SIGNING_LIBRARIES = ("cryptography", "pyhanko", "pyhanko_certvalidator", "asn1crypto", "lxml", "pyrage", "pkcs11")


def test_arrows_go_down_only() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def _imports_of(module: str, allowed: set[str]) -> list[str]:
    found = []
    for path in (ROOT / "desktop").rglob("*.py"):
        place = path.relative_to(ROOT / "desktop").parts[0].removesuffix(".py")
        lines = path.read_text(encoding="utf-8").splitlines()
        uses = any(line.lstrip().startswith((f"import {module}", f"from {module}")) for line in lines)
        if uses and place not in allowed:
            found.append(str(path.relative_to(ROOT)))
    return found


def test_each_library_stays_in_its_room() -> None:
    rooms = {
        "PySide6": {"ui", "app", "__main__"},
        "sqlalchemy": {"storage"},
        "alembic": {"storage"},
        "sqlcipher3": {"storage"},
        "keyring": {"system"},
        **{name: {"documents"} for name in _DOCUMENT_LIBRARIES},
        **{name: {"exchange"} for name in _SIGNING_LIBRARIES},
    }
    strays = {module: _imports_of(module, allowed) for module, allowed in rooms.items()}
    assert {module: where for module, where in strays.items() if where} == {}


def test_no_room_without_a_name() -> None:
    nameless = {"core", "common", "utils", "util", "helpers", "manager", "misc"}
    names = {path.stem for path in (ROOT / "desktop").rglob("*")}
    assert not names & nameless


def test_a_start_loads_only_what_a_window_needs() -> None:
    """Printing, scans, migrations, set-up and practice are loaded by those who go there."""
    later = {"alembic", "reportlab", "xlsxwriter", "openpyxl", "pypdfium2", "pikepdf", "PIL", "pyhanko"}
    ours = {
        "desktop.ui.pages.first_run.window",
        "desktop.ui.pages.sending.practice_coach",
        "desktop.documents.forms.building",
    }
    ask = f"import sys, desktop.app; print(sorted({later | ours!r} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

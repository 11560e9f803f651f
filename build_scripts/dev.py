"""Set up, run, demonstrate and test Tinh Giản with nothing but Python: python3 build_scripts/dev.py {run,demo,test}.

Uses only the standard library and no shell, so that it works the same on Debian and on Windows.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from debian import RUN_PACKAGES, TEST_PACKAGES, VENV_PACKAGES, ensure_packages, is_debian

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "set-up.sha256"
CONSTRAINTS = ROOT / "build_scripts" / "constraints.txt"


def main() -> int:
    """Read the command line and do what it says; return the exit code."""
    arguments = _parser().parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - the point is to tell the owner of an older Python
        print("Cần Python 3.11 trở lên; đang chạy bằng", sys.version.split()[0])
        return 2
    os.chdir(ROOT)
    return int(arguments.act(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    acts = parser.add_subparsers(required=True)
    acts.add_parser("setup", help="make the virtual environment and install what is pinned").set_defaults(act=set_up)
    run = acts.add_parser("run", help="open the program")
    run.add_argument("arguments", nargs=argparse.REMAINDER)
    run.set_defaults(act=run_program)
    demo = acts.add_parser("demo", help="do the main job on the sample dossier, into demo-output/")
    demo.add_argument("--headless", action="store_true", help="do not open the program at the end")
    demo.set_defaults(act=run_demo)
    test = acts.add_parser("test", help="lint, types, layers and all tests")
    test.add_argument("arguments", nargs=argparse.REMAINDER, help="more arguments for pytest")
    test.set_defaults(act=run_tests)
    return parser


def set_up(_arguments: argparse.Namespace | None = None, *, tests: bool = False) -> int:
    """Make `.venv` with the pinned packages, and Debian's libraries where they are missing."""
    if is_debian():
        ensure_packages(RUN_PACKAGES, needed=True)
        if tests:
            ensure_packages(TEST_PACKAGES, needed=False)
    _make_environment()
    wanted = _digest_of_pins()
    if not STAMP.exists() or STAMP.read_text(encoding="ascii") != wanted:
        _install()
        STAMP.write_text(wanted, encoding="ascii")
    return 0


def _make_environment() -> None:
    if PYTHON.exists():
        return
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    if made.returncode and is_debian():
        shutil.rmtree(VENV, ignore_errors=True)
        ensure_packages(VENV_PACKAGES, needed=True)
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    made.check_returncode()


def _digest_of_pins() -> str:
    pins = CONSTRAINTS.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(pins).hexdigest()


def _install() -> None:
    print("Cài các gói đã ghim phiên bản…", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--constraint", str(CONSTRAINTS), "--editable", ".[test,token]"], check=True)


def run_program(arguments: argparse.Namespace) -> int:
    """Open the window, or pass the arguments on to the command line of the program."""
    set_up()
    return subprocess.run([str(PYTHON), "-m", "desktop", *arguments.arguments], check=False).returncode


def run_demo(arguments: argparse.Namespace) -> int:
    """Walk the main job from list to decision on the sample dossier."""
    set_up()
    script = ROOT / "build_scripts" / "demo.py"
    command = [str(PYTHON), str(script), *(["--headless"] if arguments.headless else [])]
    return subprocess.run(command, check=False).returncode


def run_tests(arguments: argparse.Namespace) -> int:
    """Run lint, types and pytest (which holds the layers too); close with one line "N passed, N failed"."""
    set_up(tests=True)
    environment = _environment_of_tests()
    lint, types = _begin(["ruff", "check", "."], environment), _begin(["mypy"], environment)
    layout = _begin(["ruff", "format", "--check", "."], environment)
    ran, broken = _pytest(arguments.arguments, environment)
    good = [_end(step) for step in (lint, layout, types)]
    passed, failed = ran + sum(good), broken + good.count(False)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def _environment_of_tests() -> dict[str, str]:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of the many processes compiles everything again
    if os.environ.get("CI"):
        environment["TINHGIAN_REQUIRE_TOOLS"] = "1"
    return environment


def _begin(command: list[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start a step beside the tests, which leave the processor alone often enough."""
    whole = [str(PYTHON), "-m", *command]
    return subprocess.Popen(whole, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")


def _end(step: subprocess.Popen[str]) -> bool:
    """Wait for the step and say what it said; return whether it found nothing."""
    said, _ = step.communicate()
    print(f"· {' '.join(step.args[2:])}\n{said}", end="", flush=True)
    return step.returncode == 0


def _pytest(more: list[str], environment: dict[str, str]) -> tuple[int, int]:
    """Return how many tests passed and how many failed (errors and a crash of the runner count as failed)."""
    report = VENV / "tests.xml"
    report.unlink(missing_ok=True)
    workers = str(max(2, os.cpu_count() or 2))
    command = [str(PYTHON), "-m", "pytest", "-q", "-n", workers, "--dist", "worksteal", f"--junit-xml={report}", *more]
    code = subprocess.run(command, env=environment, check=False).returncode
    if not report.exists():
        return 0, 1
    passed, failed = _counts(report)
    return passed, failed if failed or code == 0 else 1


def _counts(report: Path) -> tuple[int, int]:
    suite = ET.parse(report).getroot().find("testsuite")  # noqa: S314 - our own report
    if suite is None:
        return 0, 1
    tests, failures, errors, skipped = (
        int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
    )
    return tests - failures - errors - skipped, failures + errors


if __name__ == "__main__":
    sys.exit(main())

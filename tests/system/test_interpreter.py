"""The window outlives any number of calls into Qt."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_MANY_CALLS = """
import desktop.ui
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for _ in range(100_000):
    label.setText("x")
print("alive")
"""


def test_a_hundred_thousand_calls_that_return_nothing_do_no_harm() -> None:
    run = subprocess.run([sys.executable, "-c", _MANY_CALLS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr


def test_keeping_none_twice_is_keeping_it_once() -> None:
    code = "import sys, desktop.ui as ui; n = sys.getrefcount(None); ui.keep_none(); assert n == sys.getrefcount(None)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr

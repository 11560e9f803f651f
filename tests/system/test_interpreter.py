"""The window outlives any number of calls into Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_CALLS_RETURNING_NONE = """
import desktop.ui
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for _ in range(100_000):
    label.setText("x")
print("alive")
"""

_CALLS_RETURNING_TRUE = """
import desktop.ui
from PySide6.QtCore import QObject, Signal
class Sender(QObject):
    told = Signal()
sender = Sender()
for _ in range(100_000):
    sender.told.emit()
print("alive")
"""


@pytest.mark.parametrize("code", [_CALLS_RETURNING_NONE, _CALLS_RETURNING_TRUE])
def test_a_hundred_thousand_calls_do_no_harm(code: str) -> None:
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr


@pytest.mark.parametrize("constant", ["None", "True", "False"])
def test_keeping_twice_is_keeping_once(constant: str) -> None:
    code = (
        "import sys, desktop.ui as ui; "
        f"n = sys.getrefcount({constant}); ui.keep_constants(); assert n == sys.getrefcount({constant})"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr

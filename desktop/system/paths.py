"""Where the profile of this office lies on the machine."""

import os
from pathlib import Path

from platformdirs import user_data_dir

_VARIABLE = "TINHGIAN_HOME"


def profile_home() -> Path:
    """Return the profile folder: TINHGIAN_HOME, else the user's folder for program data. It may not exist yet."""
    chosen = os.environ.get(_VARIABLE)
    return Path(chosen) if chosen else Path(user_data_dir("TinhGian", appauthor=False))


def log_folder(home: Path) -> Path:
    """Return where the log files of a profile lie."""
    return home / "logs"


def crash_folder(home: Path) -> Path:
    """Return where reports of unexpected faults lie."""
    return home / "crashes"


def view_settings(home: Path) -> Path:
    """Return the file that remembers how the window was left."""
    return home / "giao-dien.ini"

"""Where this person's profile lies."""

import os
from pathlib import Path

import platformdirs


def profile_home() -> Path:
    """Return the profile folder: TINHGIAN_HOME, else the user's own data folder."""
    named = os.environ.get("TINHGIAN_HOME")
    return Path(named) if named else Path(platformdirs.user_data_dir("TinhGian", appauthor=False))

"""Where the files that ship with the program lie."""

import sys
from pathlib import Path

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))


def resource(*parts: str) -> Path:
    """Return the path of a shipped file: resource("policies", "nd29-2023.yaml"); works frozen and from source."""
    return _ROOT.joinpath("resources", *parts)

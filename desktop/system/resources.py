"""Where the files that ship with the program lie."""

import sys
from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where it was built; both read the same
_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))


def resource(*parts: str) -> Path:
    """Return the path of a shipped file: resource("policies", "nd29-2023.yaml"); works frozen and from source."""
    return _ROOT.joinpath("resources", *parts)


def shipped_yaml(*parts: str) -> Any:
    """Read a shipped YAML file. Some hundred thousand letters are read at each start: hence the fast loader."""
    return yaml.load(resource(*parts).read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader

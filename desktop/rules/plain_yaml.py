"""The reader of YAML: the one in C, seven times faster, and what reads the project's own catalogues with it."""

from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C where it was built; both read the same."""


def read_plain(text: str) -> Any:
    """Return what the text holds; raises yaml.YAMLError. Of strangers' texts nothing is read here."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - a safe loader

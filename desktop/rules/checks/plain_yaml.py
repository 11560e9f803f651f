"""YAML of the project's own catalogues, read by the loader in C where it was built: seven times faster."""

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_plain(text: str) -> Any:
    """Return what the text holds; raises yaml.YAMLError. Of strangers' texts nothing is read here."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader

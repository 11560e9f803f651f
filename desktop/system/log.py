"""The log file: what the program did and where it failed, without personal data."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import gmtime

from desktop.system.faults import describe_fault

_BYTES = 1_000_000
_KEPT = 4
_ROOT = "desktop"


class _WithoutValues(logging.Formatter):
    """Writes UTC times, and exceptions by type and place only."""

    converter = staticmethod(gmtime)

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name that logging calls
        error = ei[1] if isinstance(ei, tuple) else None
        return describe_fault(error).rstrip() if isinstance(error, BaseException) else ""


def start_log(folder: Path) -> logging.Handler:
    """Write the program's log to `folder`/tinhgian.log, renewed at 1 MB; the handler is for `stop_log`.

    Raises OSError when the folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "tinhgian.log", maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(_WithoutValues("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    root = logging.getLogger(_ROOT)
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log file."""
    logging.getLogger(_ROOT).removeHandler(handler)
    handler.close()

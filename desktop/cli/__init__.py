"""The same services without a window: for automation, tests and IT staff. Documented in docs/CLI.md."""

from desktop.cli.program import main

__all__ = ["main"]

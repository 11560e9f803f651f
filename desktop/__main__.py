"""Starts the program: arguments lead to the command line, none to the window."""

import sys
from pathlib import Path

_HOME_ONLY = 2


def main() -> int:
    """Run the command line when there is a command, else open the window; return the exit code."""
    arguments = sys.argv[1:]
    if not arguments or (arguments[0] == "--home" and len(arguments) == _HOME_ONLY):
        from desktop.app import run  # noqa: PLC0415 - each start loads only what it needs

        return run(Path(arguments[1]) if arguments else None)
    from desktop.cli import main as command_line  # noqa: PLC0415 - each start loads only what it needs

    return command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""Starts the program: arguments lead to the command line, none to the window."""

import sys


def main() -> int:
    """Run the command line when there are arguments, else open the window; return the exit code."""
    arguments = sys.argv[1:]
    if arguments:
        from desktop.cli import main as command_line  # noqa: PLC0415 - each start loads only what it needs

        return command_line(arguments)
    from desktop.app import run  # noqa: PLC0415 - each start loads only what it needs

    return run()


if __name__ == "__main__":
    sys.exit(main())

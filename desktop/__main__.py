"""Starts the program: a command leads to the command line, none to the window."""

import sys
from pathlib import Path

from desktop.ui.language import Language


def main() -> int:
    """Run the command line when there is a command, else open the window; return the exit code."""
    arguments = sys.argv[1:]
    options = _window_options(arguments)
    if options is not None:
        from desktop.app import run  # noqa: PLC0415 - each start loads only what it needs

        home, language = options.get("--home"), options.get("--language")
        return run(Path(home) if home else None, Language(language) if language else None)
    from desktop.cli import main as command_line  # noqa: PLC0415 - each start loads only what it needs

    return command_line(arguments)


def _window_options(arguments: list[str]) -> dict[str, str] | None:
    """Return the window's options; None where there is a command, or what the command line has to refuse."""
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    known = len(arguments) == 2 * len(options) and options.keys() <= {"--home", "--language"}
    return options if known and options.get("--language", "vi") in set(Language) else None


if __name__ == "__main__":
    sys.exit(main())

"""Pictures of all that the walk walks: python -m tests.ui.walk.pictures FOLDER [--dark] [--scale 150] [--english].

The offices are made once, below FOLDER; delete `offices` there to have them made anew.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Draw what was asked for; return the exit code."""
    given = _arguments()
    os.environ["QT_SCALE_FACTOR"] = str(given.scale / 100)
    from tests.ui.walk.drawing import draw  # noqa: PLC0415 - Qt reads the scale when it is loaded

    given.folder.mkdir(parents=True, exist_ok=True)
    return draw(given)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--english", action="store_true")
    parser.add_argument("--scale", type=int, default=100, help="per cent, as the screen is set in the system")
    parser.add_argument("--only", default="", help="views whose name begins so")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

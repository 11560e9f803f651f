"""Fuzz a reader for a bounded time, guided by what of the program was reached. How to run it: README.md here."""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
FOUND = ROOT / "build" / "fuzz"
READERS = tuple(sorted(each.name for each in CORPUS.iterdir()))


def main() -> int:
    """Fuzz one reader here, or all of them one after the other; the exit code is not 0 when one broke."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("target", choices=[*READERS, "all"])
    arguments.add_argument("--seconds", type=int, default=60, help="how long each reader is fed")
    given = arguments.parse_args()
    if given.target != "all":
        return _fuzz(given.target, given.seconds)
    command = [sys.executable, "-m", "tests.fuzz.run", "--seconds", str(given.seconds)]
    return max(subprocess.run([*command, each], cwd=ROOT, check=False).returncode for each in READERS)


def _fuzz(target: str, seconds: int) -> int:
    """Hand over to atheris, which ends the process itself."""
    import atheris  # noqa: PLC0415 - an extra of its own, which only this needs

    own = FOUND / "corpus" / target
    own.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={FOUND}/{target}-", "-timeout=10", "-rss_limit_mb=1024"]
    with atheris.instrument_imports(include=["desktop.exchange", "asn1crypto", "tests.fuzz.targets"]):
        from tests.fuzz import targets  # noqa: PLC0415 - what runs must know which of its branches were taken
    folders = [str(own), str(CORPUS / target)]
    atheris.Setup([sys.argv[0], *options, *folders], lambda raw: targets.feed(target, raw))
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())

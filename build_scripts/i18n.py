"""Compile the translations: python build_scripts/i18n.py turns i18n/*.ts into resources/i18n/*.qm."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "i18n"
COMPILED = ROOT / "resources" / "i18n"


def compile_translation(source: Path, target: Path) -> None:
    """Compile one .ts file; raises CalledProcessError when Qt's compiler refuses it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    program = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([program, "-silent", source, "-qm", target], check=True)


def main() -> None:
    """Compile every translation."""
    for source in sorted(SOURCES.glob("*.ts")):
        compile_translation(source, COMPILED / f"{source.stem}.qm")
        print(f"{source.name} -> {(COMPILED / source.stem).relative_to(ROOT)}.qm")


if __name__ == "__main__":
    main()

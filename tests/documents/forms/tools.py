"""Programs that are not ours, asked what our files hold."""

import subprocess
from pathlib import Path

from tests.tools import program


def pdf_text(path: Path, *, layout: bool = True) -> str:
    """Return the text as it stands on the page, or else cell by cell as it was drawn."""
    option = "-layout" if layout else "-raw"
    told = subprocess.run([program("pdftotext"), option, str(path), "-"], capture_output=True, check=True, timeout=60)
    return told.stdout.decode("utf-8").replace("\u00a0", " ")


def pages(path: Path) -> list[str]:
    return pdf_text(path).split("\f")[:-1]


def as_pdf(path: Path) -> Path:
    """Return the workbook as LibreOffice prints it."""
    profile = (path.parent / "office").as_uri()
    subprocess.run(
        [program("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(path.parent), str(path)],
        capture_output=True, check=True, timeout=110,
    )  # fmt: skip  # one command, one line
    return path.with_suffix(".pdf")

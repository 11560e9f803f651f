"""A block of cells from the clipboard, as spreadsheets put it there."""

import csv
import io

_MOST_LINES = 2_000
_MOST_LETTERS = 400_000


def pasted_lines(text: str) -> list[list[str]]:
    """Return the cells of each line; quoted cells may hold breaks, which become spaces. Blank lines are left out."""
    reader = csv.reader(io.StringIO(text[:_MOST_LETTERS].replace("\x00", ""), newline=""), dialect="excel-tab")
    try:
        found = [[" ".join(cell.split()) for cell in line] for line, _ in zip(reader, range(_MOST_LINES), strict=False)]
    except csv.Error:
        found = [line.split("\t") for line in text[:_MOST_LETTERS].splitlines()[:_MOST_LINES]]
    return [line for line in found if any(line)]

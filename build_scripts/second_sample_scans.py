"""Write the second unit's scans into resources/samples/don-vi-thu-hai/ban_quet, as its scanner and its clerk made them.

Two decisions came out of the feeder as one PDF, one was saved as a JPEG a page, one as a TIFF of two pages in black
and white.
"""

import json
import random
from pathlib import Path
from typing import Any

from PIL import Image
from sample_scans import DPI, decision_page, jpeg, list_page, scanned, write_pdf

TARGET = Path(__file__).parents[1] / "resources" / "samples" / "don-vi-thu-hai"
SEED = 20241107
_INK_BELOW = 150


def main() -> None:
    """Write all scans anew."""
    truth = json.loads((TARGET / "truth.json").read_text(encoding="utf-8"))
    people = {person["citizen_id"]: person for person in truth["people"]}
    write_scans(truth["decisions"], people, TARGET / "ban_quet")
    print(f"{TARGET}: {len(list((TARGET / 'ban_quet').iterdir()))} scans")


def write_scans(decisions: list[dict[str, Any]], people: dict[str, dict[str, Any]], folder: Path) -> None:
    """Write each file with the pages that it holds, of one decision or several."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(SEED)  # noqa: S311 - it tilts paper, it makes no keys
    files: dict[str, list[Image.Image]] = {}
    for decision in decisions:
        listed = [people[citizen_id] for citizen_id in decision["people"]]
        pages = [scanned(decision_page(decision), dice), scanned(list_page(decision, listed), dice)]
        for part in decision["files"]:
            taken = [pages.pop(0) for _ in part["pages"]]
            files.setdefault(part["name"], []).extend(taken)
    for name, pages in files.items():
        _write(pages, folder / name)


def _write(pages: list[Image.Image], target: Path) -> None:
    match target.suffix:
        case ".pdf":
            write_pdf(pages, target)
        case ".jpg":
            target.write_bytes(jpeg(pages[0]))
        case _:
            first, *rest = [page.point(lambda ink: 255 * (ink > _INK_BELOW)).convert("1") for page in pages]
            first.save(target, save_all=True, append_images=rest, compression="group4", dpi=(DPI, DPI))


if __name__ == "__main__":
    main()

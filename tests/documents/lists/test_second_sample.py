"""The second unit's sample is what its script makes."""

import importlib
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from desktop.documents.lists.workbook import read_workbook

ROOT = Path(__file__).parents[3]
SECOND = ROOT / "resources" / "samples" / "don-vi-thu-hai"


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "build_scripts"))
    return importlib.import_module("make_second_sample")


@pytest.fixture
def truth() -> Any:
    return json.loads((SECOND / "truth.json").read_text(encoding="utf-8"))


def test_it_is_made_the_same_each_time(generator: Any, truth: Any, tmp_path: Path) -> None:
    sample = generator.make_second()
    generator.write_sample(sample, tmp_path / "again.xlsx", generator.truth_of(sample))
    again, kept = read_workbook(tmp_path / "again.xlsx"), read_workbook(SECOND / generator.BOOK)
    assert [sheet.rows for sheet in again.sheets] == [sheet.rows for sheet in kept.sheets]
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8")) == truth


def test_the_scans_hold_the_pages_that_the_truth_names(truth: Any) -> None:
    files = [part for decision in truth["decisions"] for part in decision["files"]]
    for name in {part["name"] for part in files}:
        named = {page for part in files if part["name"] == name for page in part["pages"]}
        assert named == set(range(1, _pages(SECOND / "ban_quet" / name) + 1))


def _pages(path: Path) -> int:
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    with Image.open(path) as picture:
        return getattr(picture, "n_frames", 1)

"""Packs of provinces that do not exist, written from the guide alone: they load, and their cases come out."""

from pathlib import Path

import pytest

from desktop.rules.pack import load_pack
from tests.rules.test_packs import shipped

FOLDER = Path(__file__).parent / "packs_by_strangers"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_pack_written_from_the_guide_loads_and_proves_its_cases(path: Path) -> None:
    pack = load_pack(path.read_bytes(), path.name, (shipped("nd29-2023.yaml"), shipped("nd154-2025.yaml")))
    assert pack.practice
    assert len(pack.examples) >= 7
    seen = {example.expect.eligible for example in pack.examples}
    assert seen == {True, False}


def test_there_are_three_of_different_provinces() -> None:
    issuers = {load_pack(path.read_bytes(), path.name).issuer for path in FOLDER.glob("[dg]*.yaml")}
    assert len(issuers) + 1 == len(list(FOLDER.glob("*.yaml"))) == 3
